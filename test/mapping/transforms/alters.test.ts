import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Transform, ValueTransform } from '../../../src/mapping/transform.ts';
import { TRANSFORMS } from '../../../src/mapping/transforms/index.ts';

const WITH_ALTERS = [...TRANSFORMS.values()].filter(
  (transform): transform is Transform & { kind: 'value'; alters: RegExp } =>
    transform.kind === 'value' && transform.alters !== undefined,
);

const STARTS = ['', 'a', 'Њ', 'é', '漢', '가', 'は', 'ü '];
const PARTS = [
  '<p>',
  '&amp;',
  'Ã¼',
  '\u0301',
  '\u200B',
  '\u00AD',
  '\n',
  ' ',
  '\r',
  '—',
  '\uFFFD',
  'K',
  '\u3099',
  '\u11A8',
  '一',
];

describe.each(WITH_ALTERS)('the transform "$name"', (transform) => {
  const run = (value: string): { result: unknown; reports: number } => {
    let reports = 0;
    const bound = (transform as ValueTransform).bind(transform.arguments.parse(undefined));
    const context = { lang: undefined, report: () => (reports += 1), confidence: () => undefined };
    return { result: bound(value as never, context), reports };
  };
  /** The text itself when it is not left as it is although there is said to be nothing to do. */
  const broken = (value: string): string[] => {
    if (transform.alters.test(value)) return [];
    const { result, reports } = run(value);
    return result === value && reports === 0 ? [] : [value];
  };

  test('leaves as it is every text in which it says that there is nothing to do', () => {
    const texts = fc.array(fc.oneof(fc.constantFrom(...PARTS, ...STARTS), fc.string({ unit: 'binary' })));
    fc.assert(
      fc.property(texts, (parts) => broken(parts.join('')).length === 0),
      { numRuns: 500 },
    );
  });

  test('leaves every such character as it is, also behind another', () => {
    const codes = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    expect(STARTS.flatMap((start) => codes.flatMap((character) => broken(start + character)))).toEqual([]);
  });
});
