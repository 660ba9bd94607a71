import { readFile } from 'node:fs/promises';
import type { House } from '../../app.ts';
import { mappingHashOf, type NormaliseContext } from '../../harvest/normalise-record.ts';
import type { InputMapping } from '../../mapping/mapping.ts';
import type { CanonicalRecord } from '../../model/canonical.ts';
import { formatDatestamp } from '../../model/datestamp.ts';
import { XmlError } from '../../xml/xml-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { UsageError } from '../explain-error.ts';
import { explainRecord, mappingNamed } from '../explain-record.ts';
import { mapFileRecord, readFileRecords, sourceOf, type FileRecord } from '../map-file.ts';
import { readHouse } from '../open.ts';
import { json, type CommonOptions, type Terminal } from '../terminal.ts';

type Form = 'canonical' | 'oai_dc' | 'mods' | 'explain';

/**
 * `garner map run FILE --mapping M`: every record of the file through the mapping. One record prints as an object or
 * an element, several as a JSON array or one XML document. Records that cannot be mapped are told on stderr.
 */
export async function mapRun(
  [file]: string[],
  options: CommonOptions & { mapping: string; as: Form },
  terminal: Terminal,
): Promise<ExitCode> {
  const house = await readHouse(options, terminal);
  const mapping = mappingNamed(house, options.mapping);
  const records = await readRecords(file!, mapping);
  const context = contextOf(house, mapping);
  if (options.as === 'explain') return explainAll(records, { context, options, terminal });

  const mapped = records.map((record) => mapFileRecord(record, context));
  const lost = mapped.flatMap((record) =>
    'problem' in record ? [`${file}: ${record.identifier}: ${record.problem}`] : [],
  );
  const canonical = mapped.flatMap((record) => ('canonical' in record ? [record.canonical] : []));
  lost.forEach((line) => terminal.note(line));
  if (canonical.length > 0)
    terminal.out(options.as === 'canonical' ? asJson(canonical) : asXml(canonical, options.as, house));
  if (canonical.length === 0) return EXIT.failed;
  return lost.length > 0 ? EXIT.losses : EXIT.complete;
}

async function readRecords(file: string, mapping: InputMapping): Promise<FileRecord[]> {
  try {
    return readFileRecords(await readFile(file), file, mapping);
  } catch (error) {
    if (error instanceof XmlError) throw new UsageError(`${file}: ${error.message}`);
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new UsageError(`${file}: there is no such file`);
    throw error;
  }
}

function contextOf(house: House, mapping: InputMapping): NormaliseContext {
  return {
    job: { name: 'file', title: 'file', baseUrl: '' },
    metadataPrefix: mapping.prefixes[0] ?? mapping.id,
    mapping,
    formats: house.formats,
    mappingHash: mappingHashOf(mapping, house.formats),
    repositoryIdentifier: house.config.provider.repositoryIdentifier,
    runDate: formatDatestamp(new Date()),
  };
}

function explainAll(
  records: readonly FileRecord[],
  { context, options, terminal }: { context: NormaliseContext; options: CommonOptions; terminal: Terminal },
): ExitCode {
  for (const record of records) {
    if (!('root' in record)) continue;
    const source = sourceOf(record.header, record.root, context);
    terminal.out(explainRecord(source, context.mapping, { json: options.json === true }));
  }
  return EXIT.complete;
}

function asJson(records: readonly CanonicalRecord[]): string {
  return json(records.length === 1 ? records[0] : records);
}

/** What several records are wrapped in; MODS has a collection of its own. */
const COLLECTIONS = {
  mods: ['<modsCollection xmlns="http://www.loc.gov/mods/v3">', '</modsCollection>'],
  oai_dc: ['<records>', '</records>'],
} as const;

function asXml(records: readonly CanonicalRecord[], prefix: 'oai_dc' | 'mods', house: House): string {
  const format = house.formats.find((candidate) => candidate.metadataPrefix === prefix)!;
  const rendered = records.map((record) => {
    const result = format.render(record);
    if (result.ok) return result.xml;
    throw new UsageError(
      `${record.source.oaiIdentifier}: ${result.issues.map((issue) => issue.message).join('; ')}`,
    );
  });
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
  if (rendered.length === 1) return [declaration, rendered[0]].join('\n');
  const [open, close] = COLLECTIONS[prefix];
  return [declaration, open, ...rendered, close].join('\n');
}
