import { modsQualifier } from '../../../../src/mapping/transforms/dates/mods-qualifier.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(modsQualifier, {
  'gives the qualifier of the model': [
    { value: 'approximate', gives: { qualifiers: ['approximate'] } },
    { value: 'questionable', gives: { qualifiers: ['uncertain'] } },
    { value: ' Inferred ', gives: { qualifiers: ['inferred'] } },
  ],
  'calls another word bad': [{ value: 'circa', gives: { bad: 'date.qualifier' } }],
});
