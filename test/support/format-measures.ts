/** What every mapping makes of the recorded records that it reads, from the metadata to both served formats. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFormats } from '../../src/formats/formats.ts';
import type { BoundInputMapping } from '../../src/mapping/bind/bind-input.ts';
import { createCoverage, type Coverage } from '../../src/mapping/coverage.ts';
import type { TestSpec } from '../../src/mapping/load/mapping-file.ts';
import { parts } from '../../src/mapping/load/spot.ts';
import { mapRecord } from '../../src/mapping/map-record.ts';
import type { InputMapping, MappingSet, MetadataFormat, SourceRecord } from '../../src/mapping/mapping.ts';
import { testRecord } from '../../src/mapping/test-mapping.ts';
import type { CanonicalRecord, Description } from '../../src/model/canonical.ts';
import { XmlError } from '../../src/xml/xml-error.ts';
import { corpusRecords, mappingFor, sourceRecordOf, type CorpusRecord } from './corpus-formats.ts';

export const MAPPINGS = fileURLToPath(new URL('../../mappings', import.meta.url));

export interface FormatMeasure {
  readonly mapping: InputMapping;
  readonly coverage: Coverage;
  records: number;
  /** `mapped`, or what a guard decided with its code. */
  readonly outcomes: Record<string, number>;
  /** Issues by code and severity. */
  readonly issues: Record<string, number>;
}

export interface FormatMeasures {
  /** By the mapping's id. */
  readonly formats: ReadonlyMap<string, FormatMeasure>;
  /** How many records of which format nobody maps. */
  readonly unmapped: Readonly<Record<string, number>>;
  /** Records that cannot be read. */
  readonly unreadable: readonly string[];
}

/** What a record became: the mapping that read it, the format served, and the XML. */
export interface Rendered {
  readonly name: string;
  readonly mapping: string;
  readonly metadataPrefix: string;
  readonly xml: string;
}

export type OnRendered = (rendered: Rendered) => void;

/** Maps and renders the whole corpus. What cannot be rendered is an error. */
export function measureFormats(
  mappings: MappingSet,
  onRendered: OnRendered = () => undefined,
): FormatMeasures {
  const formats = new Map<string, FormatMeasure>();
  const unmapped: Record<string, number> = {};
  const unreadable: string[] = [];
  const served = createFormats(mappings);
  for (const recorded of corpusRecords()) {
    const record = readOrUndefined(recorded);
    if (record === undefined) unreadable.push(recorded.name);
    const mapping = record && mappingFor(record, mappings.inputs);
    if (record === undefined || mapping === undefined) {
      if (record !== undefined) add(unmapped, recorded.format);
      continue;
    }
    const measure = formats.get(mapping.id) ?? measureOf(mapping);
    formats.set(mapping.id, measure);
    const description = mapInto(measure, record);
    if (description !== undefined) render(record, { mapping: mapping.id, description, served, onRendered });
  }
  return { formats, unmapped, unreadable };
}

function readOrUndefined(recorded: CorpusRecord): SourceRecord | undefined {
  try {
    return sourceRecordOf(recorded);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return undefined;
  }
}

function measureOf(mapping: InputMapping): FormatMeasure {
  const coverage = createCoverage(mapping, { detailed: true });
  return { mapping, coverage, records: 0, outcomes: {}, issues: {} };
}

function mapInto(measure: FormatMeasure, record: SourceRecord): Description | undefined {
  const result = mapRecord(record, measure.mapping, { coverage: measure.coverage });
  measure.records += 1;
  add(measure.outcomes, result.kind === 'mapped' ? 'mapped' : `${result.kind}: ${result.code}`);
  if (result.kind !== 'mapped') return undefined;
  for (const { code, severity } of result.issues) add(measure.issues, `${code} (${severity})`);
  return result.description;
}

interface Rendering {
  readonly mapping: string;
  readonly description: Description;
  readonly served: readonly MetadataFormat[];
  readonly onRendered: OnRendered;
}

function render({ header }: SourceRecord, { mapping, description, served, onRendered }: Rendering): void {
  for (const format of served) {
    const { identifier: name } = header;
    const result = format.render(recordOf(description, name));
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.issues)}`);
    onRendered({ name, mapping, metadataPrefix: format.metadataPrefix, xml: result.xml });
  }
}

function recordOf(description: Description, name: string): CanonicalRecord {
  const source = {
    id: 'corpus', name: 'Corpus', oaiIdentifier: name, datestamp: '2020-01-01', sets: [], metadataPrefix: 'oai_dc',
    harvestedAt: '2026-01-02T00:00:00Z', rawHash: '0', mappingId: 'oai_dc', mappingHash: '0',
  }; // prettier-ignore
  return { schema: 'canonical/1', id: `oai:example.org:${name}`, source, status: 'active', ...description, issues: [] };
} // prettier-ignore

/** The rules and route cases that nothing makes fire: no record of the corpus, no golden record and no inline test. */
export function neverFired({ inputs }: MappingSet, { formats }: FormatMeasures): string[] {
  const tested = [...inputs.values()].map((mapping) => {
    const coverage = formats.get(mapping.id)?.coverage ?? createCoverage(mapping);
    for (const record of ownRecords(mapping)) mapRecord(record, mapping, { coverage });
    const never = new Set(coverage.report().neverFired);
    return {
      id: mapping.id,
      family: familyOf(mapping.id),
      ids: (mapping as BoundInputMapping).ruleIds,
      never,
    };
  });
  return tested.flatMap(({ id, family, never }) =>
    [...never]
      .filter(
        (rule) =>
          !tested.some(
            (other) => other.family === family && other.ids.includes(rule) && !other.never.has(rule),
          ),
      ) // prettier-ignore
      .map((rule) => `${id}: ${rule}`),
  );
}

/** The records of a mapping's golden folder and of its inline tests. */
function ownRecords(mapping: InputMapping): SourceRecord[] {
  const { tests } = mapping as BoundInputMapping;
  const given = (tests === undefined ? [] : parts<TestSpec>(tests)).flatMap(({ value }) => ('given' in value ? [value] : [])); // prettier-ignore
  const golden = filesIn(join(MAPPINGS, 'golden', mapping.id)).filter((name) => /\.(?:xml|txt)$/.test(name));
  return [
    ...golden.map((name) => testRecord(readFileSync(name, 'utf8'), mapping)),
    ...given.map(
      ({ given: text, header }) =>
      testRecord(typeof text === 'string' ? text : readFileSync(join(MAPPINGS, text.file), 'utf8'), mapping, header), // prettier-ignore
    ),
  ];
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Mappings that extend each other share rules: what fires in one of them is alive. */
function familyOf(id: string): string {
  const base = /^extends: (\S+)/m.exec(readFileSync(join(MAPPINGS, `${fileOf(id)}.yaml`), 'utf8'))?.[1];
  return base === undefined || base === 'base/common' ? id : familyOf(base);
}

function fileOf(id: string): string {
  return id.replace(/^base\//, '');
}

function add(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
