import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  Bad,
  NOT_MINE,
  type Confidence,
  type Transform,
  type TransformContext,
  type TransformResult,
} from '../../../src/mapping/transform.ts';

export interface Applied {
  readonly result: TransformResult;
  readonly reports: readonly string[];
  readonly confidence: Confidence;
}

/** Binds a value transform with what a mapping would write and applies it to one value. */
function applyTransform(transform: Transform, { value, args, lang }: Omit<Row, 'gives'>): Applied {
  if (transform.kind !== 'value') throw new Error(`${transform.name} works on lists`);
  const reports: string[] = [];
  let confidence: Confidence = 'certain';
  const context: TransformContext = {
    lang,
    report: (code) => void reports.push(code),
    confidence: (level) => {
      confidence = level;
    },
  };
  const bound = transform.bind(transform.arguments.parse(args));
  return { result: bound(value as never, context), reports, confidence };
}

/** One row of a transform's documentation: a value, what becomes of it, and what is reported. */
export interface Row {
  readonly value: string;
  /** A result, {@link NOT_MINE}, or the code of a `Bad` as `{ bad: code }`. */
  readonly gives: unknown;
  readonly args?: unknown;
  /** The language declared for the value. */
  readonly lang?: string;
  readonly reports?: readonly string[];
  readonly confidence?: Confidence;
}

/** Runs a table: each row is a test, named by what it shows. */
export function describeTransform(
  transform: Transform,
  rows: Readonly<Record<string, readonly Row[]>>,
): void {
  describe(`the transform "${transform.name}"`, () => {
    for (const [behaviour, cases] of Object.entries(rows)) {
      test.each(cases)(`${behaviour}: $value`, ({ gives, reports = [], confidence, ...given }) => {
        const applied = applyTransform(transform, given);
        expect(plain(applied.result)).toEqual(gives);
        expect(applied.reports).toEqual(reports);
        if (confidence !== undefined) expect(applied.confidence).toBe(confidence);
      });
    }
  });
}

/** Every string is answered: nothing is thrown, no result holds an empty text, long hostile values come back at once. */
export function describeRobustness(
  transforms: readonly Transform[],
  args: Readonly<Record<string, unknown>> = {},
): void {
  describe.each(transforms.map((transform) => ({ name: transform.name, transform })))(
    '$name',
    ({ name, transform }) => {
      test('answers any string and never gives an empty text', () => {
        fc.assert(
          fc.property(anyValue, (value) => {
            expectUsable(applyTransform(transform, { value, args: args[name] }).result, transform);
          }),
          { numRuns: 300 },
        );
      });

      test.each(HOSTILE)('answers 200 kB of %j', (piece) => {
        for (const [head, tail] of FRAMES) {
          const value = head + piece.repeat(Math.ceil(200_000 / piece.length)) + tail;
          expectUsable(applyTransform(transform, { value, args: args[name] }).result, transform);
        }
      });
    },
  );
}

const fragments = fc.constantFrom(
  'doi:', '10.1234/', 'https://doi.org/', 'ISBN ', '978-86-7403-147-6', 'ISSN ', '1234-5679', 'http://', 'www.', 'urn:',
  'hdl:', 'info:eu-repo/semantics/', 'info:eu-repo/grantAgreement/', 'altIdentifier/', 'CC BY', '4.0', 'Creative Commons ',
  '© ', '2010', 'Vol. 18', 'No. 2', '(2010)', ': ', ' ; ', ' : ', '147-158', 'pp. ', 'Book: ', 'embargo until ', '2030-12-31',
  'IsPartOf: ', 'start=', 'westlimit=', 'east=', 'constructor', '__proto__', '(', ')', '%', '%3C', '\u0000', '\uD800', ' ',
  'toString:', 'application/', '12 str.', 'Text.', '::', 'manuscript',
); // prettier-ignore

const anyValue = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.array(fc.oneof(fragments, fc.string({ maxLength: 4 })), { maxLength: 8 }).map((parts) => parts.join('')),
);

const HOSTILE = [
  'a',
  ' ',
  '1',
  '(',
  ')',
  '1-',
  '. ',
  '; ',
  '%25',
  'http://',
  'vol. 1 ',
  '10.1234/',
  'А ',
  '()',
  'a.',
  'a;',
  'Smith, A; b c; ',
];
const FRAMES = [
  ['', ''],
  ['doi:10.1234/', ')'],
  ['http://a.example/', ''],
  ['© 2010 ', '!'],
  ['Book: ', ';'],
] as const;

function expectUsable(result: TransformResult, transform: Transform): void {
  if (result === NOT_MINE) expect(transform.kind === 'value' && transform.recogniser).toBe(true);
  else if (result instanceof Bad) expect(result.code).toMatch(/^[a-z-]+\.[a-z-]+$/);
  else expect(emptyTexts(result)).toEqual([]);
}

function emptyTexts(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [path] : [];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => emptyTexts(inner, `${path}/${key}`));
}

function plain(result: TransformResult): unknown {
  return result instanceof Bad ? { bad: result.code } : result;
}
