import { imprint } from '../../../../src/mapping/transforms/bibliographic/imprint.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(imprint, {
  'splits at the ISBD colon': [
    {
      value: 'Beograd : Institut za noviju istoriju Srbije, 2010',
      gives: {
        places: [{ label: 'Beograd' }],
        agents: [{ name: 'Institut za noviju istoriju Srbije' }],
        dates: [{ raw: '2010', type: 'issued', edtf: '2010', qualifiers: [] }],
      },
    },
    {
      value: 'Beograd ; Zagreb : INIS, [2010?]',
      gives: {
        places: [{ label: 'Beograd' }, { label: 'Zagreb' }],
        agents: [{ name: 'INIS' }],
        dates: [{ raw: '[2010?]', type: 'issued', qualifiers: [] }],
      },
    },
    { value: '[S.l.] : INIS', gives: { agents: [{ name: 'INIS' }] } },
    { value: 'Beograd : [s.n.]', gives: { places: [{ label: 'Beograd' }] } },
  ],
  'takes any other text as the publisher': [
    {
      value: 'Institut za noviju istoriju Srbije',
      gives: { agents: [{ name: 'Institut za noviju istoriju Srbije' }] },
    },
    { value: 'Springer: Berlin', gives: { agents: [{ name: 'Springer: Berlin' }] } },
    { value: ' ', gives: undefined },
  ],
});
