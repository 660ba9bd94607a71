/** What must hold, as data; docs/benchmarks.md says the same in words. */
import { HARVEST } from './measurements.ts';
import { LXML, SICKLE, XSLTPROC } from './peers.ts';
import type { Measured } from './summary.ts';

export interface Target {
  readonly what: string;
  readonly limit: string;
  /** The measured figure as text, and whether it is within the limit; `undefined` when a part was not measured. */
  judge(measured: Measured): { readonly figure: string; readonly holds: boolean } | undefined;
}

export const TARGETS: readonly Target[] = [
  {
    what: 'whole harvest, CPU against Sickle (fetch and parse only)',
    limit: '≤ 1.0 ×',
    judge: (measured) => ratio(measured.cpu(HARVEST), measured.cpu(SICKLE), 1),
  },
  {
    what: 'whole harvest, CPU against a requests + lxml client (fetch and parse only)',
    limit: '≤ 1.0 ×',
    judge: (measured) => ratio(measured.cpu(HARVEST), measured.cpu(LXML), 1),
  },
  {
    what: 'whole harvest, records a second',
    limit: '≥ 8,000',
    judge: (measured) => atLeast(measured.figure(HARVEST, 'recordsPerSecond'), 8000),
  },
  {
    what: 'unchanged harvest, CPU against the first harvest',
    limit: '≤ 0.5 ×',
    judge: (measured) => ratio(measured.cpu('unchanged'), measured.cpu(HARVEST), 0.5),
  },
  {
    what: 'remap of the store with coverage, CPU against xsltproc (DC → MODS only)',
    limit: '≤ 1.2 ×',
    judge: (measured) => ratio(measured.cpu('remap'), measured.cpu(XSLTPROC), 1.2),
  },
  {
    what: 'remap of MARCXML with coverage, CPU s per 100,000',
    limit: "≤ 24.6 (an eighth of xsltproc's with LOC's MARC → MODS on the reference machine)",
    judge: (measured) => atMost(measured.cpu('remap marcxml'), 24.6),
  },
  ...['oai_dc', 'mods'].flatMap((prefix): Target[] => [
    {
      what: `walk of all ${prefix}, records a second`,
      limit: '≥ 60,760 (10 × pyoai on the reference machine)',
      judge: (measured) => atLeast(measured.figure(`walk ${prefix}`, 'recordsPerSecond'), 60_760),
    },
    {
      what: `walk of all ${prefix}, server CPU s per 100,000`,
      limit: '≤ 1.0',
      judge: (measured) => atMost(measured.cpu(`walk ${prefix}`), 1),
    },
  ]),
  ...['all', 'set', 'from', 'set and from'].map((filter): Target => ({
    what: `page time, last ÷ second page, filter: ${filter}`,
    limit: '≤ 1.5',
    judge: (measured) => atMost(measured.figure('page times', `${filter}: last ÷ second`), 1.5),
  })),
  {
    what: 'peak memory of the harvest, MB',
    limit: '≤ 300',
    judge: (measured) => atMost(measured.peak(HARVEST), 300),
  },
  {
    what: 'peak memory, one page of 100 MB read, MB',
    limit: '≤ 600',
    judge: (measured) => atMost(measured.peak('page of 100 MB'), 600),
  },
  {
    what: 'peak memory, one page of 100 MB harvested, MB',
    limit: '≤ 600',
    judge: (measured) => atMost(measured.peak('harvest of 100 MB pages'), 600),
  },
  {
    what: 'store, bytes per record',
    limit: '≤ 3,500',
    judge: (measured) => atMost(measured.figure('store', 'bytesPerRecord'), 3500),
  },
  {
    what: 'garner --help, seconds',
    limit: '≤ 0.3',
    judge: (measured) => atMost(measured.wall('help'), 0.3),
  },
];

function ratio(ours: number | undefined, theirs: number | undefined, limit: number) {
  if (ours === undefined || theirs === undefined) return undefined;
  return {
    figure: `${(ours / theirs).toFixed(2)} × (${ours.toFixed(1)} against ${theirs.toFixed(1)} s)`,
    holds: ours / theirs <= limit,
  };
}

function atMost(figure: number | undefined, limit: number) {
  return figure === undefined ? undefined : { figure: format(figure), holds: figure <= limit };
}

function atLeast(figure: number | undefined, limit: number) {
  return figure === undefined ? undefined : { figure: format(figure), holds: figure >= limit };
}

function format(figure: number): string {
  return figure >= 100 ? Math.round(figure).toLocaleString('en') : figure.toFixed(2);
}
