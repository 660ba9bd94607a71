import { describe, expect, it } from 'vitest';
import { kindOf, nextFrom, repositoryTimeOf, shortfall } from '../../src/harvest/plan-windows.ts';

const HOUR = 3_600_000;
const last = { repositoryTime: '2024-05-10T12:00:00Z', metadataPrefix: 'oai_dc' };

describe('nextFrom', () => {
  it.each([
    ['YYYY-MM-DDThh:mm:ssZ', 26 * HOUR, '2024-05-09T10:00:00Z'],
    ['YYYY-MM-DDThh:mm:ssZ', 0, '2024-05-10T12:00:00Z'],
    ['YYYY-MM-DD', 26 * HOUR, '2024-05-08'],
    ['YYYY-MM-DD', 96 * HOUR, '2024-05-06'],
  ] as const)('with %s and an overlap of %d ms is %s', (granularity, overlapMs, expected) => {
    expect(nextFrom(last, { metadataPrefix: 'oai_dc', granularity, overlapMs })).toBe(expected);
  });

  it('is absent before the first complete harvest, and after a change of format', () => {
    const options = { metadataPrefix: 'mods', granularity: 'YYYY-MM-DD', overlapMs: 0 } as const;
    expect(nextFrom(undefined, options)).toBeUndefined();
    expect(nextFrom(last, options)).toBeUndefined();
  });
});

describe('repositoryTimeOf', () => {
  it.each([
    ['2024-05-10T11:59:58Z', '2024-05-10T12:00:00Z', '2024-05-10T11:59:58Z'],
    ['2024-05-10T15:00:00Z', '2024-05-10T12:00:00Z', '2024-05-10T12:00:00Z'],
    ['2024-05-10T13:00:00.123+02:00', '2024-05-10T12:00:00Z', '2024-05-10T11:00:00Z'],
    ['today', '2024-05-10T12:00:00Z', '2024-05-10T12:00:00Z'],
    [undefined, '2024-05-10T12:00:00Z', '2024-05-10T12:00:00Z'],
  ])('of %s at %s is %s', (theirs, ours, expected) => {
    expect(repositoryTimeOf(theirs, ours)).toBe(expected);
  });
});

describe('shortfall', () => {
  it.each([
    [100, undefined, false],
    [100, 100, false],
    [99, 100, false],
    [98, 100, true],
    [9900, 10_000, false],
    [9899, 10_000, true],
    [120, 100, false],
    [0, 1000, true],
  ])('of %d received and %s announced: %s', (received, expected, missing) => {
    expect(shortfall(received, expected) !== undefined).toBe(missing);
  });
});

describe('kindOf', () => {
  it.each([
    [{}, [undefined], 'incremental'],
    [{ full: true }, [undefined], 'full'],
    [{ from: '2024-01-01' }, [undefined], 'selective'],
    [{ set: 'a' }, [undefined], 'selective'],
    [{ set: 'a' }, ['a', 'b'], 'incremental'],
    [{ set: 'a', full: true }, ['a', 'b'], 'full'],
  ] as const)('of %j with the sets %j is %s', (selection, sets, kind) => {
    expect(kindOf(selection, sets)).toBe(kind);
  });
});
