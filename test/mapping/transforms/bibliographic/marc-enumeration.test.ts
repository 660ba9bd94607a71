import { marcEnumeration } from '../../../../src/mapping/transforms/bibliographic/marc-enumeration.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(marcEnumeration, {
  'reads levels and the first page': [
    { value: '18:2<147', gives: { volume: '18', issue: '2', pages: { start: '147' } } },
    { value: '96:4<23-30', gives: { volume: '96', issue: '4', pages: { start: '23', end: '30' } } },
    { value: '12:3:1', gives: { volume: '12', issue: '3', number: '1' } },
    { value: '7', gives: { volume: '7' } },
    { value: '<55', gives: { pages: { start: '55' } } },
  ],
  'keeps anything else as text': [
    { value: '1:2:3:4<5', gives: { text: '1:2:3:4<5' } },
    { value: '18: :2', gives: { text: '18: :2' } },
    { value: '', gives: undefined },
  ],
});
