/** Where each value of a canonical record comes from: rule, place, source path, steps. */
import type { App, House } from '../app.ts';
import { chooseMapping } from '../harvest/repository-facts.ts';
import { mapRecord } from '../mapping/map-record.ts';
import type { InputMapping, MapResult, SourceRecord } from '../mapping/mapping.ts';
import type { RecordDetail } from '../storage/storage.ts';
import { readPayloadWithRepair } from '../xml/read-payload.ts';
import { UsageError } from './explain-error.ts';
import { jobNamed } from './open.ts';
import { json } from './terminal.ts';

/** Maps a stored record again from its raw form, with provenance. */
export function explainDetail(detail: RecordDetail, app: App, options: { json: boolean }): string {
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
  return explainRecord(record, chooseMapping(job, metadataPrefix, app.mappings.inputs), options);
}

/** Maps a record with provenance and tells it, as JSON or as one paragraph per value. */
export function explainRecord(
  record: SourceRecord,
  mapping: InputMapping,
  options: { json: boolean },
): string {
  const result = mapRecord(record, mapping, { explain: true });
  if (options.json) return json(result);
  if (result.kind !== 'mapped') return `${result.kind}: ${result.code}: ${result.message}`;
  return [...valueLines(result), ...issueLines(result)].join('\n');
}

/** The mapping of a name, or a usage error that lists what there is. */
export function mappingNamed(house: House, name: string): InputMapping {
  const mapping = house.mappings.inputs.get(name);
  if (mapping !== undefined) return mapping;
  throw new UsageError(
    `there is no mapping "${name}"; there are ${[...house.mappings.inputs.keys()].join(', ')}`,
  );
}

function valueLines(result: Extract<MapResult, { kind: 'mapped' }>): string[] {
  return Object.entries(result.provenance ?? {}).flatMap(([pointer, origin]) => [
    `${pointer}: ${JSON.stringify(valueAt(result.description, pointer))}`,
    `  from ${origin.in.join(', ') || '(constant)'} by rule "${origin.rule}" (${origin.at})`,
    `  ${[JSON.stringify(origin.raw), ...origin.steps].join(' → ')}, ${origin.confidence}`,
  ]);
}

function issueLines(result: MapResult): string[] {
  return result.issues.map(
    (issue) => `${issue.severity} ${issue.code}: ${issue.message ?? ''} ${JSON.stringify(issue.value ?? '')} (${issue.inputPath ?? ''}, rule "${issue.rule}" ${issue.at})`, // prettier-ignore
  );
}

function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')], value); // prettier-ignore
}
