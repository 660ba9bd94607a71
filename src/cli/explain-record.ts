/** Where each value of a canonical record comes from: rule, place, source path, steps. */
import type { App } from '../app.ts';
import { chooseMapping } from '../harvest/repository-facts.ts';
import { mapRecord } from '../mapping/map-record.ts';
import type { InputMapping, MapResult, SourceRecord } from '../mapping/mapping.ts';
import type { RecordDetail } from '../storage/storage.ts';
import { readPayloadWithRepair } from '../xml/read-payload.ts';
import { UsageError } from './explain-error.ts';
import { jobNamed } from './names.ts';
import { plain } from './terminal.ts';

/** Maps a stored record again from its raw form, with provenance. */
export function explainDetail(detail: RecordDetail, app: App): MapResult {
  const metadata = detail.raw?.metadata;
  if (metadata === undefined) throw new UsageError('this record has no raw form to explain');
  const job = jobNamed(app.jobs, detail.key.job);
  const metadataPrefix = detail.canonical?.source.metadataPrefix ?? job.metadataPrefix[0]!;
  const record: SourceRecord = {
    root: readPayloadWithRepair(metadata).root,
    header: {
      identifier: detail.key.identifier,
      datestamp: detail.originDatestamp,
      sets: detail.originSets,
      metadataPrefix,
    },
    source: { id: job.name, name: job.title ?? job.name, url: job.baseUrl },
    runDate: detail.harvestedAt,
  };
  return explainResult(record, chooseMapping(job, metadataPrefix, app.mappings.inputs));
}

/** Maps a record with provenance: what came of it, for `--json`. */
export function explainResult(record: SourceRecord, mapping: InputMapping): MapResult {
  return mapRecord(record, mapping, { explain: true });
}

/** What came of a record in words: a paragraph per value, then what is doubtful. */
export function explainLines(result: MapResult): string[] {
  if (result.kind === 'mapped') return [...valueLines(result), ...issueLines(result)];
  return [plain(`${result.kind}: ${result.code}: ${result.message}`)];
}

function valueLines(result: Extract<MapResult, { kind: 'mapped' }>): string[] {
  return Object.entries(result.provenance ?? {}).flatMap(([pointer, origin]) => [
    `${plain(pointer)}: ${quoted(valueAt(result.description, pointer))}`,
    `  from ${plain(origin.in.join(', ')) || '(constant)'} by rule "${origin.rule}" (${origin.at})`,
    `  ${[quoted(origin.raw), ...origin.steps].join(' → ')}, ${origin.confidence}`,
  ]);
}

function issueLines(result: MapResult): string[] {
  return result.issues.map(({ severity, code, message, value, inputPath, rule, at }) => {
    const what = [message, value === undefined ? undefined : quoted(value)].filter(
      (part) => part !== undefined,
    );
    return `${severity} ${code}: ${plain(what.join(' '))} (${inputPath ?? '-'}, rule "${rule}" ${at})`;
  });
}

/** A value as JSON that a terminal only shows. */
function quoted(value: unknown): string {
  return plain(JSON.stringify(value) ?? '');
}

function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')], value); // prettier-ignore
}
