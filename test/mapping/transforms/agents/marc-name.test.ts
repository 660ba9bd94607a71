import { marcName } from '../../../../src/mapping/transforms/agents/marc-name.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(marcName, {
  'a surname stands first': [
    {
      value: 'Popović, Nikola B.',
      args: '1',
      gives: { family: 'Popović', given: 'Nikola B.' },
    },
    {
      value: 'Beethoven, Ludwig van',
      args: '1',
      gives: { family: 'Beethoven', given: 'Ludwig', particle: 'van' },
    },
    { value: '毛澤東', args: '1', gives: { name: '毛澤東' } },
  ],
  'a forename is not divided': [
    { value: 'Pius', args: '0', gives: { name: 'Pius' } },
    { value: 'Claudius, Imperator', args: '0', gives: { name: 'Claudius, Imperator' } },
  ],
  'a family is one name': [{ value: 'Morton family', args: '3', gives: { name: 'Morton family' } }],
  'without an indicator a comma decides': [
    { value: 'Tito, Josip Broz', gives: { family: 'Tito', given: 'Josip Broz' } },
    { value: 'Tito', gives: { name: 'Tito' } },
  ],
  'blank text is nobody': [{ value: '  ', args: '1', gives: undefined }],
});
