import { expect, it } from 'vitest';
import { generateDocuments } from '../docs/generate.ts';

it('keeps the generated documents current (npm run docs writes them)', () => {
  expect(generateDocuments({ check: true })).toEqual([]);
});
