import { expect, test } from 'vitest';
import { differencesBetween } from '../../src/mapping/differences.ts';

test.each([
  ['nothing', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
  ['a field that came', {}, { a: 1 }, [{ path: 'a', kind: 'added', after: 1 }]],
  ['a field that went', { a: { b: 1 } }, { a: {} }, [{ path: 'a.b', kind: 'removed', before: 1 }]],
  [
    'a value in a member of a list',
    { a: [{ b: 1 }] },
    { a: [{ b: 2 }] },
    [{ path: 'a[0].b', kind: 'changed', before: 1, after: 2 }],
  ],
  [
    'a member that came first',
    { a: ['x', 'y'] },
    { a: ['new', 'x', 'y'] },
    [{ path: 'a[0]', kind: 'added', after: 'new' }],
  ],
  [
    'one of two equal members',
    { a: ['x', 'x'] },
    { a: ['x'] },
    [{ path: 'a[1]', kind: 'removed', before: 'x' }],
  ],
  [
    'another order',
    { a: ['x', 'y'] },
    { a: ['y', 'x'] },
    [{ path: 'a', kind: 'reordered', before: ['x', 'y'], after: ['y', 'x'] }],
  ],
] as const)('tells %s', (_, before, after, expected) => {
  expect(differencesBetween(before, after)).toEqual(expected);
});
