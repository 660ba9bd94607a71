/**
 * Writes docs/corpus.md: what becomes of the neighbouring corpus of recorded responses on the whole line, in numbers.
 * The same corpus and the same mappings give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createCoverage, type Coverage, type CoverageReport } from '../src/mapping/coverage.ts';
import { loadMappings } from '../src/mapping/load-mappings.ts';
import { mapRecord } from '../src/mapping/map-record.ts';
import type { InputMapping } from '../src/mapping/mapping.ts';
import type { Issue } from '../src/model/canonical.ts';
import type { RecordDetail } from '../src/storage/storage.ts';
import { readPayloadWithRepair } from '../src/xml/read-payload.ts';
import {
  countEach,
  harvestSource,
  heldBy,
  openCorpusLine,
  type HarvestedSource,
} from '../test/support/corpus-line.ts';
import {
  bareRecords,
  brokenBodies,
  recordedLists,
  type CorpusSource,
} from '../test/support/corpus-sources.ts';

import {
  MAPPINGS,
  measureFormats,
  type FormatMeasure,
  type FormatMeasures,
} from '../test/support/format-measures.ts';

interface Measured {
  readonly source: CorpusSource;
  readonly harvested: HarvestedSource;
}

interface Measurement {
  readonly sources: readonly Measured[];
  /** Of the records that are served. */
  readonly issues: readonly Issue[];
  readonly coverage: CoverageReport;
  readonly formats: FormatMeasures;
}

const TOP = 40;
const TOP_OF_FORMAT = 5;
const REPAIR = 'repair.';
const CLOCK = '2026-01-02T00:00:00Z';

writeFileSync(fileURLToPath(new URL('corpus.md', import.meta.url)), documentOf(await measure()));

async function measure(): Promise<Measurement> {
  const line = await openCorpusLine();
  try {
    const mapping = line.world.mappings.inputs.get('oai_dc');
    if (mapping === undefined) throw new Error('mappings/oai_dc.yaml is missing');
    const coverage = createCoverage(mapping);
    const sources: Measured[] = [];
    const issues: Issue[] = [];
    for (const source of [...recordedLists(), bareRecords(), ...brokenBodies()]) {
      const harvested = await harvestSource(line, source);
      sources.push({ source, harvested });
      for (const detail of activeOf(harvested)) {
        issues.push(...(detail.canonical?.issues ?? []));
        cover(detail, { mapping, coverage });
      }
    }
    const formats = measureFormats(await loadMappings(MAPPINGS));
    return { sources, issues, coverage: coverage.report(), formats };
  } finally {
    await line.close();
  }
}

function activeOf({ kept }: HarvestedSource): RecordDetail[] {
  return kept.flatMap(({ detail }) => (detail?.state === 'active' ? [detail] : []));
}

/** Maps a stored record once more, with coverage on. */
function cover(
  { key, raw, originDatestamp, originSets }: RecordDetail,
  { mapping, coverage }: { mapping: InputMapping; coverage: Coverage },
): void {
  if (raw?.metadata === undefined) return;
  const { root } = readPayloadWithRepair(raw.metadata);
  const header = {
    identifier: key.identifier,
    datestamp: originDatestamp,
    sets: originSets,
    metadataPrefix: 'oai_dc',
  };
  const source = { id: key.job, name: key.job, url: 'http://127.0.0.1/oai' };
  mapRecord({ root, header, source, runDate: CLOCK }, mapping, { coverage });
}

function documentOf({ sources, issues, coverage, formats }: Measurement): string {
  return `# The corpus in numbers

Every recorded \`oai_dc\` source of the neighbouring corpus of recorded responses goes through the whole line: it is
played as a repository, harvested, mapped, stored and served. \`npm run corpus\` writes this page; \`test/corpus.test.ts\`
asserts what it says: no crash, every record accounted for, all metadata kept byte for byte, all responses valid.

${totalsOf(sources)}

## By source

\`records\` are those that were sent, repeated ones too; \`stored\` and \`deleted\` are what is served of them. Held back are
records that were quarantined or rejected: their raw form is kept, with the reason. Repairs are counted by record.

${table(['Source', 'Files', 'Records', 'Outcome', 'Stored', 'Deleted', 'Held back', 'Repairs'], sources.map(sourceRow))}

## Why harvests did not end complete

${sources.flatMap(errorLine).join('\n')}

## Issues of the records that are served

What could not be used, or was only guessed, is kept raw and reported with the record.

${table(['Code', 'Severity', 'Rule', 'Issues'], issueRows(issues))}

## What the mapping does not read

Over ${coverage.records} mapped records.

${table(
  ['Path', 'Occurrences', 'Records'],
  coverage.unmapped.slice(0, TOP).map(({ path, occurrences, records }) => [code(path), occurrences, records]),
)}

Rules that made nothing: ${coverage.neverFired.map(code).join(', ') || 'none'}.

## Values that a table does not know

${table(['Table', 'Values', 'Different ones', 'Most frequent'], missRows(coverage))}

## All formats

Every sound record of the corpus goes through the mapping that reads it, and through both outputs;
\`test/mapping/corpus-formats.test.ts\` asserts that they are valid, that at least 99 % of what they say is mapped or knowingly
ignored, and that no rule or route case never fires. \`occurrences\` are elements with text and attributes, of mapped records;
what is ignored stands in the mapping with its reason.

${table(['Mapping', 'Records', 'Outcomes', 'Occurrences', 'Mapped %', 'Ignored %', 'Unmapped %', 'Most frequent unmapped', 'Issues'], [...formats.formats.values()].map(formatRow).sort(byName))}

Records of formats without a mapping: ${listOf(formats.unmapped)}. Metadata that are not one XML element: ${formats.unreadable.length}.
`;
}

function formatRow({ mapping, records, outcomes, issues, coverage }: FormatMeasure): Cell[] {
  const { details, unmapped } = coverage.report();
  const total = details?.total ?? { mapped: 0, ignored: 0, unmapped: 0 };
  const all = total.mapped + total.ignored + total.unmapped;
  const share = (count: number): string => (all === 0 ? '' : ((100 * count) / all).toFixed(2));
  const most = unmapped
    .slice(0, TOP_OF_FORMAT)
    .map(({ path, occurrences }) => `${code(path)} ${occurrences}`);
  return [
    code(mapping.id),
    records,
    listOf(outcomes),
    all,
    share(total.mapped),
    share(total.ignored),
    share(total.unmapped),
    most.join(', '),
    listOf(issues),
  ];
}

function byName(left: readonly Cell[], right: readonly Cell[]): number {
  return String(left[0]) < String(right[0]) ? -1 : 1;
}

function totalsOf(sources: readonly Measured[]): string {
  const summaries = sources.map(({ harvested }) => harvested.summary);
  const total = (count: (summary: (typeof summaries)[number]) => number): number =>
    summaries.reduce((sum, summary) => sum + count(summary), 0);
  const states = countEach(
    sources.flatMap(({ harvested }) => harvested.kept.map(({ detail }) => detail?.state ?? 'none')),
  );
  const outcomes = countEach(summaries.map(({ outcome }) => outcome));
  const sent = sources.reduce((sum, { harvested }) => sum + harvested.recorded.length, 0);
  const received = total((summary) => summary.received);
  const rows = [
    ['Sources', sources.length],
    ['Files', sources.reduce((sum, { source }) => sum + source.files, 0)],
    ['Records sent', sent],
    ['Records received', received],
    ['In responses that cannot be read', sent - received],
    ['Different records served', states['active'] ?? 0],
    ['Different records deleted', states['deleted'] ?? 0],
    ['Quarantined', total(({ quarantined }) => quarantined)],
    ['Rejected', total(({ rejected }) => rejected)],
    ['Skipped', total(({ skipped }) => skipped)],
    ['Outcomes', listOf(outcomes)],
  ] as const;
  return table(['', 'Total'], rows);
}

function sourceRow({ source, harvested }: Measured): Cell[] {
  const states = countEach(harvested.kept.map(({ detail }) => detail?.state ?? 'none'));
  return [
    source.name,
    source.files,
    harvested.recorded.length,
    harvested.summary.outcome,
    states['active'] ?? 0,
    states['deleted'] ?? 0,
    listOf(heldBy(harvested)),
    listOf(countEach(harvested.kept.flatMap(({ detail }) => repairsOf(detail)))),
  ];
}

/** A served record tells all its repairs among its issues; of others only those of the response are known. */
function repairsOf(detail: RecordDetail | undefined): readonly string[] {
  if (detail?.canonical === undefined) return detail?.raw?.repairs ?? [];
  const codes = detail.canonical.issues.map((issue) => issue.code);
  return codes.filter((name) => name.startsWith(REPAIR)).map((name) => name.slice(REPAIR.length));
}

/** The first error of a harvest, without the address and the advice, which differ from run to run. */
function errorLine({ source, harvested }: Measured): string[] {
  const [error] = harvested.summary.errors;
  if (error === undefined) return [];
  const reason = error
    .replace(/^http:\S+: /, '')
    .replace(/ ?\((?:after \d|line|to reproduce).*$|; (?:no retries|trying again).*$/s, '');
  return [`- ${source.name}: ${reason}`];
}

function issueRows(issues: readonly Issue[]): Cell[][] {
  const kinds = countEach(issues.map(({ code: name, severity, rule }) => [name, severity, rule].join('\t')));
  return sorted(kinds).map(([kind, count]) => {
    const [name = '', severity = '', rule = ''] = kind.split('\t');
    return [code(name), severity, code(rule), count];
  });
}

function missRows({ misses }: CoverageReport): Cell[][] {
  const tables = [...new Set(misses.map((miss) => miss.table))].sort();
  return tables.map((name) => {
    const own = misses.filter((miss) => miss.table === name);
    const values = own.reduce((sum, { count }) => sum + count, 0);
    const counts = Object.fromEntries(own.map(({ key, count }) => [code(key.slice(0, 60)), count]));
    return [
      code(name),
      values,
      own.length,
      sorted(counts)
        .slice(0, 15)
        .map(([key, count]) => `${key} ${count}`)
        .join(', '),
    ];
  });
}

type Cell = string | number;

function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return 'None.';
  const line = (cells: readonly Cell[]): string =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function listOf(counts: Readonly<Record<string, number>>): string {
  return sorted(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

/** The largest first; equal ones by name. */
function sorted(counts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(counts).sort(([left, many], [right, more]) => more - many || (left < right ? -1 : 1));
}

function code(text: string): string {
  return `\`${text.replace(/[`\s]+/g, ' ').trim()}\``;
}
