import { pages } from '../../../../src/mapping/transforms/bibliographic/pages.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(pages, {
  'reads a range': [
    { value: '147-158', gives: { start: '147', end: '158', total: 12 } },
    { value: '147–158', gives: { start: '147', end: '158', total: 12 } },
    { value: 'pp. 147 - 158.', gives: { start: '147', end: '158', total: 12 } },
    { value: 'стр. 147-158', gives: { start: '147', end: '158', total: 12 } },
    { value: 'S. 3-9', gives: { start: '3', end: '9', total: 7 } },
    { value: 'xi-xx', gives: { start: 'xi', end: 'xx' } },
    { value: 'e12-e20', gives: { start: 'e12', end: 'e20' } },
  ],
  'completes a shortened end when that is clear': [
    { value: '147-58', gives: { start: '147', end: '158', total: 12 } },
    { value: '147-8', gives: { start: '147', end: '148', total: 2 } },
    { value: '147-42', gives: { list: '147-42' } },
  ],
  'reads a single page': [
    { value: 'e12', gives: { start: 'e12' } },
    { value: 'p. 147', gives: { start: '147' } },
    { value: 'S. 3ff', gives: { start: '3', list: '3ff' } },
  ],
  'reads a number of pages as total': [
    { value: '12 p.', gives: { total: 12 } },
    { value: '12 стр.', gives: { total: 12 } },
  ],
  'keeps anything else as list': [
    { value: '1-10, 15', gives: { list: '1-10, 15' } },
    { value: '158-147', gives: { list: '158-147' } },
    { value: 'passim', gives: { list: 'passim' } },
    { value: ' ', gives: undefined },
  ],
});
