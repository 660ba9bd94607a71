import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createCoverage, type Coverage } from '../../src/mapping/coverage.ts';
import { loadMappings } from '../../src/mapping/load-mappings.ts';
import { mapRecord, type MapOptions } from '../../src/mapping/map-record.ts';
import {
  MappingError,
  type InputMapping,
  type MappingSet,
  type MapResult,
} from '../../src/mapping/mapping.ts';
import type { XmlElement } from '../../src/xml/element.ts';
import { readXml } from '../../src/xml/read-payload.ts';

/** The head of a small Dublin Core mapping, none of whose prefixes is unused whatever rules follow. */
export const HEAD = `mapping: dc
from: { format: xml, root: 'oai_dc:dc', prefixes: [oai_dc], namespaces: { dc: [], my: [] } }
to: canonical/1
ns: { oai_dc: 'http://www.openarchives.org/OAI/2.0/oai_dc/', dc: 'http://purl.org/dc/elements/1.1/', my: 'http://example.org/my' }
`;

/** Loads mapping files from a folder of their own. */
export async function loadFiles(files: Readonly<Record<string, string>>): Promise<MappingSet> {
  const parent = await mkdtemp(join(tmpdir(), 'garner-mappings-'));
  const folder = join(parent, 'mappings');
  try {
    await mkdir(folder);
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    return await loadMappings(folder);
  } finally {
    await rm(parent, { recursive: true });
  }
}

/** The lines of the error that loading ends with; none when it loads. */
export async function problemsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  try {
    const { warnings } = await loadFiles(files);
    return warnings.map(({ line, column, code, message }) => `${line}:${column} ${code}: ${message}`);
  } catch (error) {
    if (error instanceof MappingError) return error.message.split('\n');
    throw error;
  }
}

export async function loadDc(rules: string): Promise<InputMapping> {
  const { inputs } = await loadFiles({ 'dc.yaml': HEAD + rules });
  return inputs.get('dc')!;
}

/** A Dublin Core record with these elements inside. */
export function dc(inside: string): XmlElement {
  const namespaces =
    'xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  return readXml(`<oai_dc:dc ${namespaces}>${inside}</oai_dc:dc>`);
}

export function mapTree(
  root: XmlElement,
  mapping: InputMapping,
  options: MapOptions & { deleted?: true; sets?: string[] } = {},
): MapResult {
  const { deleted, sets = [], ...rest } = options;
  const header = { identifier: 'oai:example.org:1', datestamp: '2020-01-01', sets, metadataPrefix: 'oai_dc' };
  return mapRecord(
    {
      root,
      header: deleted === true ? { ...header, status: 'deleted' } : header,
      source: { id: 'example', name: 'Example', url: 'https://example.org/oai' },
      runDate: '2026-01-01T00:00:00Z',
    },
    mapping,
    rest,
  );
}

/** Maps a record that no guard stops: what is not empty of the description, and `code value` of each issue. */
export async function mapDc(
  rules: string,
  inside: string,
): Promise<{ description: Record<string, unknown>; issues: string[]; coverage: Coverage }> {
  const mapping = await loadDc(rules);
  const coverage = createCoverage(mapping);
  const result = mapTree(dc(inside), mapping, { coverage });
  if (result.kind !== 'mapped') throw new Error(`the record was ${result.kind}`);
  return {
    description: withoutEmpty(result.description) as Record<string, unknown>,
    issues: result.issues.map(({ code, value }) => (value === undefined ? code : `${code} ${value}`)),
    coverage,
  };
}

/** Leaves out empty lists and objects, so that expectations show what was said. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]): [string, unknown] => [
    key,
    withoutEmpty(member),
  ]);
  return Object.fromEntries(entries.filter(([, member]) => !isEmpty(member)));
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
