/** What the benchmark is asked to do. */
import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Records in the synthetic source, deleted ones included. */
  readonly records: number;
  /** Rounds; each harvests into a store of its own. */
  readonly runs: number;
  /** Names of the measurements wanted; empty for all. */
  readonly only: readonly string[];
  /** Where the figures go as JSON. */
  readonly json: string | undefined;
  /** Whether `dist/` is built first. */
  readonly build: boolean;
}

/** Reads the command line of `npm run bench -- …`. Throws on what is unknown or no number. */
export function readOptions(argv: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      records: { type: 'string', default: '100000' },
      runs: { type: 'string', default: '3' },
      only: { type: 'string', default: '' },
      json: { type: 'string' },
      'no-build': { type: 'boolean', default: false },
    },
  });
  return {
    records: wholeNumber('records', values.records),
    runs: wholeNumber('runs', values.runs),
    only: values.only.split(',').filter((name) => name !== ''),
    json: values.json,
    build: !values['no-build'],
  };
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new Error(`--${name} ${text}: a whole number above 0 is expected`);
}
