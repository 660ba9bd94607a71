import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { periodHeading } from '../../../../src/mapping/transforms/bibliographic/period-heading.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(periodHeading, {
  'reads the years at the end and keeps the heading whole': [
    {
      value: 'WW II and following years (1940 - 1949)',
      gives: { label: 'WW II and following years (1940 - 1949)', kind: 'period', temporal: '1940/1949' },
    },
    {
      value: 'Present Times (2010 - today)',
      gives: { label: 'Present Times (2010 - today)', kind: 'period', temporal: '2010/..' },
    },
  ],
  'leaves other headings to others': [
    { value: 'Diplomatic history', gives: NOT_MINE },
    { value: 'Reversed (1949 - 1940)', gives: NOT_MINE },
    { value: '(1940 - 1949)', gives: NOT_MINE },
  ],
});
