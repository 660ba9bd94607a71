import type { House } from '../../app.ts';
import { sourceRecordOf, type NormaliseContext } from '../../harvest/normalise-record.ts';
import { explainRecord } from '../../mapping/explain-record.ts';
import type { InputMapping, MetadataFormat } from '../../mapping/mapping.ts';
import type { CanonicalRecord } from '../../model/canonical.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { explainLines } from '../explain-lines.ts';
import { explainedResult } from '../explain-query.ts';
import { mapFileRecord, notMapped, type FileRecord, type NotMapped } from '../map-file.ts';
import { mappingNamed } from '../names.ts';
import { readMappings } from '../open.ts';
import { fileContext, noteRepairs, readRecords } from '../read-records.ts';
import { json, plain, type CommonOptions, type Terminal } from '../terminal.ts';

type Form = 'canonical' | 'oai_dc' | 'mods' | 'explain';

/**
 * `garner map run FILE --mapping M`: every record of the file through the mapping. One record prints as an object or
 * an element, several as a JSON array or one XML document. Records that cannot be mapped, and those that had to be
 * repaired to be read, are told on stderr.
 */
export async function mapRun(
  [file]: string[],
  options: CommonOptions & { mapping: string; as: Form },
  terminal: Terminal,
): Promise<ExitCode> {
  const house = await readMappings(options, terminal);
  const mapping = mappingNamed(house.mappings, options.mapping);
  const records = await readRecords(file!, mapping);
  noteRepairs(records, file!, terminal);
  const { text, done, absent } = printed(records, { house, mapping, options });
  for (const { identifier, problem } of absent) terminal.note(plain(`${file}: ${identifier}: ${problem}`));
  if (done > 0 || options.json === true) terminal.out(text);
  if (absent.every(({ isLoss }) => !isLoss)) return EXIT.complete;
  return done === 0 ? EXIT.failed : EXIT.losses;
}

interface Around {
  readonly house: House;
  readonly mapping: InputMapping;
  readonly options: CommonOptions & { readonly as: Form };
}

interface Printed {
  readonly text: string;
  /** How many records are in the text. */
  readonly done: number;
  readonly absent: readonly NotMapped[];
}

function printed(records: readonly FileRecord[], { house, mapping, options }: Around): Printed {
  const context = fileContext(house, mapping);
  if (options.as === 'explain') return explained(records, context, options);
  const mapped = records.map((record) => mapFileRecord(record, context));
  const absent = mapped.filter((record) => 'problem' in record);
  const canonical = mapped.flatMap((record) => ('canonical' in record ? [record.canonical] : []));
  if (options.as === 'canonical') return { text: oneOrAll(canonical), done: canonical.length, absent };
  const format = house.formats.find(({ metadataPrefix }) => metadataPrefix === options.as)!;
  const rendered = canonical.map((record) => render(record, format));
  const xml = rendered.flatMap((result) => ('xml' in result ? [result.xml] : []));
  const text = options.json === true ? json({ as: options.as, xml: asXml(xml, options.as) }) : asXml(xml, options.as); // prettier-ignore
  return { text, done: xml.length, absent: [...absent, ...rendered.filter((result) => 'problem' in result)] };
}

function explained(
  records: readonly FileRecord[],
  context: NormaliseContext,
  options: CommonOptions,
): Printed {
  const results = records.flatMap((record) =>
    'root' in record
      ? [explainRecord(sourceRecordOf(record.header, record.root, context), context.mapping)]
      : [],
  );
  const absent = records.flatMap((record) => ('root' in record ? [] : [notMapped(record)]));
  const words = results.map((result) => explainLines(result).join('\n')).join('\n\n');
  return {
    text: options.json === true ? oneOrAll(results.map(explainedResult)) : words,
    done: results.length,
    absent,
  };
}

function oneOrAll(values: readonly unknown[]): string {
  return json(values.length === 1 ? values[0] : values);
}

function render(record: CanonicalRecord, format: MetadataFormat): { xml: string } | NotMapped {
  const result = format.render(record);
  if (result.ok) return { xml: result.xml };
  const problem = result.issues.map((issue) => issue.message ?? issue.code).join('; ');
  return { identifier: record.source.oaiIdentifier, problem, isLoss: true };
}

/** What several records are wrapped in; MODS has a collection of its own. */
const COLLECTIONS = {
  mods: ['<modsCollection xmlns="http://www.loc.gov/mods/v3">', '</modsCollection>'],
  oai_dc: ['<records>', '</records>'],
} as const;

function asXml(elements: readonly string[], prefix: 'oai_dc' | 'mods'): string {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
  if (elements.length === 1) return [declaration, elements[0]].join('\n');
  const [open, close] = COLLECTIONS[prefix];
  return [declaration, open, ...elements, close].join('\n');
}
