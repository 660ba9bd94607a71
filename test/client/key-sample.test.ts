import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeySample } from '../../src/client/key-sample.ts';

describe('a sample of keys', () => {
  it('tells new keys from seen ones while it is small', () => {
    const sample = createKeySample(100);
    expect(['a', 'b', 'a'].map((key) => sample.add(key))).toEqual(['new', 'new', 'seen']);
  });

  it('never calls a repeated key new, however often it has thinned itself', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 20, maxLength: 200 }), (keys) => {
        const sample = createKeySample(8);
        for (const key of keys) sample.add(key);
        expect(keys.map((key) => sample.add(key))).not.toContain('new');
      }),
    );
  });

  it('still holds a part of a list of a hundred thousand', () => {
    const sample = createKeySample(1000);
    const keys = Array.from({ length: 100_000 }, (_, number) => `oai:example.org:${number}`);
    for (const key of keys) sample.add(key);
    const repeated = keys.map((key) => sample.add(key)).filter((state) => state === 'seen');
    expect(repeated.length).toBeGreaterThan(300);
    expect(repeated.length).toBeLessThanOrEqual(1000);
  });
});
