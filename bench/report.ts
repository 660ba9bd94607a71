/** The tables that are printed: Markdown, so that they can stand in docs/benchmarks.md as they are. */
import { cpus } from 'node:os';
import { median } from './median.ts';
import type { Sample } from './measurements.ts';
import { cpuPer100k, measuredOf, type Result } from './summary.ts';
import { TARGETS } from './targets.ts';

/** Where and how the figures came about. */
export interface Circumstances {
  readonly date: string;
  readonly node: string;
  readonly machine: string;
  readonly command: string;
}

export function circumstances(argv: readonly string[]): Circumstances {
  const [cpu] = cpus();
  return {
    date: new Date().toISOString(),
    node: process.version,
    machine: `${cpus().length} × ${cpu?.model ?? 'unknown CPU'}, ${process.platform}`,
    command: ['npm run bench', ...(argv.length === 0 ? [] : ['--', ...argv])].join(' '),
  };
}

/** Cost, targets, then what was measured beside the cost. */
export function formatReport(results: readonly Result[], around: Circumstances): string {
  const { date, machine, node, command } = around;
  return [
    `${date} · ${machine} · Node ${node} · \`${command}\``,
    costTable(results),
    targetTable(results),
    figureTable(results),
  ].join('\n\n');
}

function costTable(results: readonly Result[]): string {
  const rows = results
    .filter(({ samples }) => samples.some(({ cpuSeconds }) => cpuSeconds > 0))
    .map(({ name, what, samples }) => [
      name,
      what,
      perSecond(samples),
      spread(samples.map(cpuPer100k)),
      spread(samples.map(({ wallSeconds }) => wallSeconds)),
      Math.round(Math.max(...samples.map(({ peakMb }) => peakMb))).toString(),
    ]);
  return table(
    [
      'measurement',
      'what',
      'rec/s, median',
      'CPU s per 100,000: median (min–max)',
      'wall s: median (min–max)',
      'peak MB',
    ],
    rows,
  );
}

function perSecond(samples: readonly Sample[]): string {
  return Math.round(median(samples.map(({ records, wallSeconds }) => records / wallSeconds))).toLocaleString(
    'en',
  );
}

function spread(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return `${median(values).toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}

function targetTable(results: readonly Result[]): string {
  const measured = measuredOf(results);
  const rows = TARGETS.map(({ what, limit, judge }) => {
    const verdict = judge(measured);
    return [
      what,
      limit,
      verdict?.figure ?? 'not measured',
      verdict === undefined ? '–' : verdict.holds ? 'yes' : 'no',
    ];
  });
  return table(['target', 'limit', 'measured', 'holds'], rows);
}

function figureTable(results: readonly Result[]): string {
  const measured = measuredOf(results);
  const rows = results.flatMap(({ name, samples }) =>
    Object.keys(samples[0]?.figures ?? {}).map((figure) => [
      name,
      figure,
      (measured.figure(name, figure) ?? 0).toFixed(2),
    ]),
  );
  return table(['measurement', 'figure', 'median'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
