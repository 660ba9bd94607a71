import { describe, expect, test } from 'vitest';
import { resolveReferences } from '../../../../src/mapping/transforms/lists/resolve-references.ts';
import { applyToList } from '../apply-in-context.ts';

const names = { args: { text: 'name' } };
const labels = { args: { text: 'label' } };

describe('the transform "resolve_references"', () => {
  test('gives contributors the affiliations that they point to', () => {
    const applied = applyToList(
      resolveReferences,
      [
        { family: 'Petrović', affiliations: [{ id: 'a1 a2' }, { name: 'Academy' }] },
        { uri: 'definition:a1', affiliations: [{ name: 'University', id: 'https://ror.org/02qsmb048' }] },
        { uri: 'definition:a2', affiliations: [{ name: 'Institute' }] },
      ],
      names,
    );
    expect(applied.values).toEqual([
      {
        family: 'Petrović',
        affiliations: [
          { name: 'University', id: 'https://ror.org/02qsmb048' },
          { name: 'Institute' },
          { name: 'Academy' },
        ],
      },
    ]);
    expect(applied.reports).toEqual([]);
  });

  test('fills an item from its definition, without taking from what it says itself', () => {
    const applied = applyToList(
      resolveReferences,
      [
        { uri: 'definition:#p1', label: 'Sava', lang: 'en' },
        { uri: '#p1', lang: 'sr', parts: [] },
        { label: 'Danube' },
      ],
      labels,
    );
    expect(applied.values).toEqual([{ label: 'Sava', lang: 'sr' }, { label: 'Danube' }]);
  });

  test('keeps an absolute address, and names by it what is defined nowhere', () => {
    const applied = applyToList(
      resolveReferences,
      [
        { uri: 'http://example.org/1' },
        { uri: 'http://example.org/2' },
        { uri: 'definition:http://example.org/1', label: 'Sava' },
      ],
      labels,
    );
    expect(applied.values).toEqual([
      { label: 'Sava', uri: 'http://example.org/1' },
      { label: 'http://example.org/2', uri: 'http://example.org/2' },
    ]);
  });

  test('reports what points to nothing in the document', () => {
    const applied = applyToList(
      resolveReferences,
      [{ uri: '#nowhere' }, { family: 'Petrović', affiliations: [{ id: 'a9' }] }],
      names,
    );
    expect(applied.values).toEqual([{ family: 'Petrović', affiliations: [] }]);
    expect(applied.reports).toEqual(['reference.unresolved', 'reference.unresolved']);
  });
});
