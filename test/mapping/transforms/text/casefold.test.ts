import { casefold } from '../../../../src/mapping/transforms/text/casefold.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(casefold, {
  'makes equal what differs in case': [
    { value: 'Straße', gives: 'strasse' },
    { value: 'ΟΔΟΣ', gives: 'οδοσ' },
    { value: 'οδος', gives: 'οδοσ' },
    { value: 'İstanbul', gives: 'istanbul' },
  ],
});
