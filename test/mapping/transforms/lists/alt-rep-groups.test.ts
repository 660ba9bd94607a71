import { describe, expect, test } from 'vitest';
import { altRepGroups } from '../../../../src/mapping/transforms/lists/alt-rep-groups.ts';
import { applyToList } from '../apply-in-context.ts';

const CYRILLIC = { kind: 'main', title: 'Хроника', script: 'Cyrl', group: '01' };
const LATIN = { kind: 'main', title: 'Hronika', script: 'Latn', primary: true, group: '01' };
const ENGLISH = { kind: 'translated', title: 'Chronicle', group: '01' };

describe('the transform "alt_rep_groups"', () => {
  test('makes the second of one kind in a group a variant of the first', () => {
    expect(applyToList(altRepGroups, [CYRILLIC, LATIN]).values).toEqual([
      {
        kind: 'main',
        title: 'Хроника',
        script: 'Cyrl',
        primary: true,
        variants: [{ title: 'Hronika', script: 'Latn' }],
      },
    ]);
  });

  test('keeps titles of other kinds in the group, and counts groups anew', () => {
    const [first, second] = applyToList(altRepGroups, [CYRILLIC, ENGLISH]).values;
    expect([first, second]).toEqual([
      { kind: 'main', title: 'Хроника', script: 'Cyrl', group: '1' },
      { kind: 'translated', title: 'Chronicle', group: '1' },
    ]);
  });

  test('gives agents variants of their own form', () => {
    const agents = [
      { kind: 'person', family: 'Андрић', roles: ['aut'], group: 'a' },
      { kind: 'person', family: 'Andrić', roles: ['aut'], group: 'a' },
    ];
    expect(applyToList(altRepGroups, agents).values).toEqual([
      { kind: 'person', family: 'Андрић', roles: ['aut'], variants: [{ family: 'Andrić' }] },
    ]);
  });

  test('leaves a list without groups as it is', () => {
    const list = [{ kind: 'main', title: 'A' }];
    expect(applyToList(altRepGroups, list).values).toBe(list);
  });
});
