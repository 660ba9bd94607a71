import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { ark } from '../../../../src/mapping/transforms/identifiers/ark.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(ark, {
  'gives the form without the slash after the label': [
    { value: 'ark:/13030/tf9v19p92', gives: { scheme: 'ark', value: 'ark:13030/tf9v19p92' } },
    { value: 'ark:13030/tf9v19p92', gives: { scheme: 'ark', value: 'ark:13030/tf9v19p92' } },
    { value: 'https://n2t.net/ark:/13030/tf9v19p92', gives: { scheme: 'ark', value: 'ark:13030/tf9v19p92' } },
    {
      value: 'http://ark.cdlib.org/ark:/13030/bk0001c',
      gives: { scheme: 'ark', value: 'ark:13030/bk0001c' },
    },
  ],
  'leaves the URL of any other host to others': [
    { value: 'http://www.oac.cdlib.org/findaid/ark:/13030/kt9q2nc9bz', gives: NOT_MINE },
    { value: 'ark:/1/2', gives: NOT_MINE },
    { value: 'Noah’s ark', gives: NOT_MINE },
  ],
});
