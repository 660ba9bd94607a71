/**
 * One record from its raw form to what is stored and served: read strictly, mapped, rendered. Pure and
 * synchronous: the same code serves harvesting and mapping again from the store.
 */
import { createHash } from 'node:crypto';
import { renderProvenance } from '../formats/provenance.ts';
import type { CoverageSink } from '../mapping/coverage.ts';
import { mapRecord } from '../mapping/map-record.ts';
import type { InputMapping, MetadataFormat, SourceRecord } from '../mapping/mapping.ts';
import { isUnreadable, readMetadata } from '../mapping/payload.ts';
import { CANONICAL_SCHEMA, type CanonicalRecord, type Description, type Issue } from '../model/canonical.ts';
import { parseLenientDatestamp } from '../model/datestamp.ts';
import { ourIdentifier } from '../model/identifier.ts';
import type { Job } from '../model/job.ts';
import type { RawXml, RecordHeader } from '../model/record.ts';
import { withoutAncestors } from '../model/set-spec.ts';
import type { HeldOutcome, RawRecord, RecordOutcome, RenderedForms } from '../model/stored-record.ts';
import type { DeclaredSets } from '../sets/declared-sets.ts';
import type { XmlElement } from '../xml/element.ts';
import { versionHashOf } from './stored-version.ts';

/** Everything around a record that its normalisation needs; the same for all records of a run. */
export interface NormaliseContext {
  readonly job: {
    readonly name: string;
    readonly title: string;
    readonly baseUrl: string;
    readonly software?: string;
  };
  readonly metadataPrefix: string;
  readonly mapping: InputMapping;
  readonly formats: readonly MetadataFormat[];
  /** {@link mappingHashOf} the mapping, the job and the formats. */
  readonly mappingHash: string;
  /** Absent when there are none. */
  readonly sets?: DeclaredSets;
  readonly repositoryIdentifier: string;
  /** UTC, one instant for the whole run. */
  readonly runDate: string;
  readonly coverage?: CoverageSink;
}

/** Completes what the records of one run, or of one file, are normalised with. */
export function normaliseContext(
  of: Pick<NormaliseContext, 'job' | 'metadataPrefix' | 'mapping' | 'runDate'>,
  { formats, repositoryIdentifier, sets }: NormaliseDeps,
): NormaliseContext {
  const mappingHash = mappingHashOf(of, formats);
  return { ...of, formats, repositoryIdentifier, mappingHash, ...(sets !== undefined && { sets }) };
}

/** What the normalisation of all records shares, whatever their job. */
export interface NormaliseDeps {
  readonly formats: readonly MetadataFormat[];
  readonly repositoryIdentifier: string;
  readonly sets?: DeclaredSets | undefined;
}

/** A record as it came, with when. */
export interface ReceivedRecord {
  readonly header: RecordHeader;
  readonly raw: RawRecord;
  readonly rawHash: string;
  /** responseDate of the response it came in, or our clock. */
  readonly harvestedAt: string;
}

type Normalised = Exclude<RecordOutcome, { kind: 'unchanged' }>;

/** Maps and renders one record. Never throws for what a record holds: what cannot be served comes back as held. */
export function normaliseRecord(received: ReceivedRecord, context: NormaliseContext): Normalised {
  const { header, raw } = received;
  if (header.identifier === '') return hold(received, context, held('header.identifier-missing', 'the header has no identifier')); // prettier-ignore
  if (header.deleted) return deleted(header, context);
  if (raw.metadata === undefined) return hold(received, context, held('metadata.missing', 'the record has no metadata and is not deleted')); // prettier-ignore

  const payload = readRoot(raw.metadata, context.mapping);
  if ('issue' in payload) return hold(received, context, payload.issue);

  const result = mapRecord(
    sourceRecordOf(header, payload.root, context),
    context.mapping,
    mapOptions(context),
  );
  if (result.kind === 'deleted') return deleted(header, context);
  if (result.kind !== 'mapped') {
    // What is only out of scope is no error.
    const severity = result.kind === 'skipped' ? 'info' : 'error';
    const reason: Issue = {
      ...held(result.code, result.message),
      severity,
      rule: 'guard',
      at: context.mapping.id,
    };
    return { ...hold(received, context, reason), kind: result.kind, issues: [reason, ...result.issues] };
  }
  const repairs = [...raw.repairs, ...payload.repairs].map(repairIssue);
  const canonical = canonicalRecord(received, result.description, context, [...repairs, ...result.issues]);
  return render(received, canonical, { context, root: payload.root });
}

/** What a stored record's forms depend on besides its raw form: the mapping, its job, and every served format. */
export function mappingHashOf(
  { mapping, job }: Pick<NormaliseContext, 'mapping' | 'job'>,
  formats: readonly MetadataFormat[],
): string {
  const parts = [
    CANONICAL_SCHEMA,
    mapping.hash,
    // Records take nothing from their job but what mappings are told of it.
    JSON.stringify(sourceOf(job)),
    ...formats.map((format) => `${format.metadataPrefix}=${format.hash}`),
  ];
  return sha256(parts.join('\n')).slice(0, 32);
}

/** Over everything the repository sent for the record but its header: equal means that nothing changed. */
export function rawHashOf(raw: Pick<RawRecord, 'metadata' | 'about'>): string {
  const hash = createHash('sha256');
  for (const part of [raw.metadata, ...raw.about]) {
    hash.update(part === undefined ? '-' : `${scopeOf(part)}\n${part.xml}\n`);
  }
  return hash.digest('hex').slice(0, 32);
}

/** The job's set, in which all its records are served, and the declared sets that a record belongs to. */
export function setsOf(
  canonical: CanonicalRecord,
  { job, sets }: Pick<NormaliseContext, 'job' | 'sets'>,
): readonly string[] {
  return sets === undefined ? [job.name] : withoutAncestors([job.name, ...sets.setsOf(canonical)]);
}

function scopeOf(raw: RawXml): string {
  return Object.entries(raw.namespaces)
    .map(([prefix, uri]) => `${prefix}=${uri}`)
    .sort()
    .join(' ');
}

function originOf(header: RecordHeader): {
  identifier: string;
  datestamp: string;
  originSets: readonly string[];
} {
  return { identifier: header.identifier, datestamp: header.datestamp, originSets: header.setSpecs };
}

function deleted(header: RecordHeader, { job }: NormaliseContext): Normalised {
  return { ...originOf(header), kind: 'deleted', sets: [job.name] };
}

function hold(received: ReceivedRecord, context: NormaliseContext, issue: Issue): HeldOutcome {
  const { header, raw, rawHash } = received;
  // Without an identifier of its own the record is kept under its content, so that it is kept once.
  const identifier = header.identifier === '' ? `missing-identifier:${rawHash}` : header.identifier;
  return {
    ...originOf({ ...header, identifier }),
    kind: 'quarantined',
    raw,
    rawHash,
    mappingHash: context.mappingHash,
    issues: [issue],
  };
}

function held(code: string, message: string): Issue {
  return { code, severity: 'error', rule: 'read', at: '', message };
}

function readRoot(
  metadata: RawXml,
  mapping: InputMapping,
): { root: XmlElement; repairs: readonly string[] } | { issue: Issue } {
  try {
    return readMetadata(metadata, mapping);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return { issue: { ...held('metadata.malformed', error.message), value: error.excerpt.slice(0, 200) } };
  }
}

/** What the mapping is told of a record. */
export function sourceRecordOf(
  header: RecordHeader,
  root: XmlElement,
  context: NormaliseContext,
): SourceRecord {
  const { job, metadataPrefix, runDate } = context;
  return {
    root,
    header: {
      identifier: header.identifier,
      datestamp: header.datestamp,
      sets: header.setSpecs,
      metadataPrefix,
    },
    source: sourceOf(job),
    runDate,
  };
}

/** What mappings are told of a job. */
export function sourceOf({
  name,
  title,
  baseUrl,
  software,
}: NormaliseContext['job']): SourceRecord['source'] {
  return { id: name, name: title, url: baseUrl, ...(software !== undefined && { software }) };
}

/** What of a job its records' normalisation needs. */
export function jobFacts({ name, title, baseUrl, software }: Job): NormaliseContext['job'] {
  return { name, title: title ?? name, baseUrl, ...(software !== undefined && { software }) };
}

function mapOptions(context: NormaliseContext): { coverage?: CoverageSink } {
  return context.coverage === undefined ? {} : { coverage: context.coverage };
}

/** What is kept with a record of which something had to be repaired to be read. */
export function repairIssue(name: string): Issue {
  const message = 'the XML as received was not well-formed; it was repaired to be read';
  return { code: `repair.${name}`, severity: 'warn', rule: 'read', at: '', message };
}

/** The canonical record of a description: what the mapping said, and where it comes from. */
export function canonicalRecord(
  received: Pick<ReceivedRecord, 'header' | 'rawHash' | 'harvestedAt'>,
  description: Description,
  context: NormaliseContext,
  issues: readonly Issue[],
): CanonicalRecord {
  const { header, rawHash, harvestedAt } = received;
  return {
    schema: CANONICAL_SCHEMA,
    id: ourIdentifier(context.repositoryIdentifier, { job: context.job.name, identifier: header.identifier }),
    source: {
      id: context.job.name,
      name: context.job.title,
      oaiIdentifier: header.identifier,
      datestamp: header.datestamp === '' ? harvestedAt : header.datestamp,
      sets: [...header.setSpecs],
      metadataPrefix: context.metadataPrefix,
      harvestedAt,
      rawHash,
      mappingId: context.mapping.id,
      mappingHash: context.mappingHash,
    },
    status: 'active',
    ...description,
    issues: [...issues],
  };
}

function render(
  received: ReceivedRecord,
  canonical: CanonicalRecord,
  { context, root }: { context: NormaliseContext; root: XmlElement },
): Normalised {
  const metadata: Record<string, string> = {};
  for (const format of context.formats) {
    const result = format.render(canonical);
    if (!result.ok)
      return {
        ...hold(received, context, held('render', format.metadataPrefix)),
        issues: [...result.issues],
      };
    metadata[format.metadataPrefix] = result.xml;
  }
  const sets = setsOf(canonical, context);
  return {
    ...originOf(received.header),
    kind: 'mapped',
    raw: received.raw,
    rawHash: received.rawHash,
    mappingHash: versionHashOf(context),
    disseminationHash: disseminationHashOf(metadata, sets),
    canonical,
    rendered: { metadata, about: [provenanceOf(received, { context, root })] } satisfies RenderedForms,
    sets,
  };
}

/** Provenance is left out: it tells of the harvest, and a harvest that finds the same record changes nothing. */
export function disseminationHashOf(
  metadata: Readonly<Record<string, string>>,
  sets: readonly string[],
): string {
  const hash = createHash('sha256').update(sets.join('\n'));
  for (const [prefix, xml] of Object.entries(metadata)) hash.update(`\n${prefix}\n`).update(xml);
  return hash.digest('hex').slice(0, 32);
}

function provenanceOf(
  { header, raw, harvestedAt }: ReceivedRecord,
  { context, root }: { context: NormaliseContext; root: XmlElement },
): string {
  return renderProvenance({
    baseUrl: context.job.baseUrl,
    identifier: header.identifier,
    datestamp: parseLenientDatestamp(header.datestamp) ?? harvestedAt,
    metadataNamespace: root.namespace,
    harvestDate: harvestedAt,
    altered: true,
    about: raw.about,
  });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
