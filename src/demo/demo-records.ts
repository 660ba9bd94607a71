/** The records of the demonstration repository, cut out of its files as text: some are broken on purpose. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

export interface DemoRecord {
  readonly xml: string;
  readonly header: string;
  readonly identifier: string;
  readonly datestamp: string;
  readonly set: string;
}

/** By metadataPrefix. */
export type DemoFormats = ReadonlyMap<
  string,
  { readonly namespace: string; readonly schema: string; readonly records: readonly DemoRecord[] }
>;

/** What ListMetadataFormats says of each format. */
const KNOWN_FORMATS: Readonly<Record<string, readonly [namespace: string, schema: string]>> = {
  oai_dc: ['http://www.openarchives.org/OAI/2.0/oai_dc/', 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd'],
  oai_qdc: [
    'http://dspace.org/qualifieddc/',
    'http://dublincore.org/schemas/xmls/qdc/2008/02/11/qualifieddc.xsd',
  ],
  mods: ['http://www.loc.gov/mods/v3', 'http://www.loc.gov/standards/mods/v3/mods-3-8.xsd'],
  marc21: ['http://www.loc.gov/MARC21/slim', 'http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd'],
  oai_datacite: [
    'http://datacite.org/schema/kernel-4',
    'http://schema.datacite.org/meta/kernel-4/metadata.xsd',
  ],
};

/** Reads `PREFIX.xml` for each format that a folder has. */
export async function readDemoFormats(folder: string): Promise<DemoFormats> {
  const formats = new Map<string, { namespace: string; schema: string; records: DemoRecord[] }>();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.xml')).sort()) {
    const prefix = basename(file, '.xml');
    const [namespace, schema] = KNOWN_FORMATS[prefix] ?? ['', ''];
    formats.set(prefix, {
      namespace,
      schema,
      records: recordsIn(await readFile(join(folder, file), 'utf8')),
    });
  }
  return formats;
}

function recordsIn(text: string): DemoRecord[] {
  return [...text.matchAll(/<record><header[\s\S]*?<\/record>\n/g)].map(([xml]) => {
    const header = xml.slice(xml.indexOf('<header'), xml.indexOf('</header>') + '</header>'.length);
    const part = (name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(header)?.[1] ?? '';
    return {
      xml,
      header,
      identifier: part('identifier'),
      datestamp: part('datestamp'),
      set: part('setSpec'),
    };
  });
}
