import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { isni } from '../../../../src/mapping/transforms/agents/isni.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(isni, {
  'gives the canonical form': [
    {
      value: 'ISNI 0000 0001 2281 955X',
      gives: { scheme: 'isni', value: '000000012281955X', uri: 'https://isni.org/isni/000000012281955X' },
    },
    {
      value: 'https://isni.org/isni/000000012281955X',
      gives: { scheme: 'isni', value: '000000012281955X', uri: 'https://isni.org/isni/000000012281955X' },
    },
  ],
  'refuses a wrong check digit': [{ value: '0000000122819551', gives: { bad: 'isni.checksum' } }],
  'is not asked for other text': [{ value: 'Popović', gives: NOT_MINE }],
});
