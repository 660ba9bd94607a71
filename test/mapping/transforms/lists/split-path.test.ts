import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { splitPath } from '../../../../src/mapping/transforms/lists/split-path.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(splitPath, {
  'makes one heading with parts of a pre-coordinated string': [
    {
      value: 'World War, 1939-1945--Diplomatic history',
      gives: {
        label: 'World War, 1939-1945--Diplomatic history',
        parts: [
          { label: 'World War, 1939-1945', kind: 'topic' },
          { label: 'Diplomatic history', kind: 'topic' },
        ],
      },
    },
  ],
  'makes a path of a hierarchy': [
    {
      value: 'Humanities :: History :: Serbia',
      gives: { label: 'Serbia', path: ['Humanities', 'History', 'Serbia'] },
    },
    { value: 'a > b', gives: { label: 'b', path: ['a', 'b'] } },
  ],
  'is not asked for anything else': [
    { value: 'History', gives: NOT_MINE },
    { value: '1939--1945', gives: NOT_MINE },
    { value: 'a --', gives: NOT_MINE },
  ],
});
