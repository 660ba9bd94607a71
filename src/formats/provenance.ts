/** The provenance of a record that we disseminate (guideline "Provenance", and `provenance.xsd`). */
import { createElementWriter, type ElementWriter } from '../mapping/emit/element-writer.ts';
import { fitsType } from '../mapping/emit/schemas/element-schema.ts';
import type { RawXml } from '../model/record.ts';
import { PROVENANCE, XSI } from '../oai/namespaces.ts';
import type { XmlElement } from '../xml/element.ts';
import { attributeOf, childNamed, textOf } from '../xml/look.ts';
import { readPayload } from '../xml/read-payload.ts';
import { XmlError } from '../xml/xml-error.ts';

/** Where a record came from; all of it is the origin's, nothing is ours. */
export interface Origin {
  readonly baseUrl: string;
  readonly identifier: string;
  /** A legal datestamp, in the origin's granularity, which is kept. */
  readonly datestamp: string;
  /** The namespace of the metadata as harvested; `''` when they had none. */
  readonly metadataNamespace: string;
  /** The responseDate of the page the record came from. */
  readonly harvestDate: string;
  readonly altered: boolean;
}

/**
 * The content of one `about`: a `provenance` element with the origin, and inside it the origin's own chain when the
 * record arrived with one. The chain is written anew in one namespace, so that it does not matter which prefixes it
 * came with; from the first link that is broken on, it is left out, and so is an `about` of another kind.
 */
export function renderProvenance(record: Origin & { readonly about: readonly RawXml[] }): string {
  const writer = createElementWriter();
  writer.start('provenance', ROOT_ATTRIBUTES);
  writeOrigins(writer, [uriSafe(record), ...arrivedChain(record.about)]);
  writer.end();
  return writer.xml();
}

const ROOT_ATTRIBUTES = ` xmlns="${PROVENANCE.namespace}" xmlns:xsi="${XSI}" xsi:schemaLocation="${PROVENANCE.namespace} ${PROVENANCE.schema}"`;

/** More links than this are no chain of harvesters. */
const MAX_CHAIN = 20;

function writeOrigins(writer: ElementWriter, [origin, ...earlier]: readonly Origin[]): void {
  if (origin === undefined) return;
  writer.start('originDescription');
  writer.attribute('harvestDate', origin.harvestDate);
  writer.attribute('altered', String(origin.altered));
  writeText(writer, 'baseURL', origin.baseUrl);
  writeText(writer, 'identifier', origin.identifier);
  writeText(writer, 'datestamp', origin.datestamp);
  writeText(writer, 'metadataNamespace', origin.metadataNamespace);
  writeOrigins(writer, earlier);
  writer.end();
}

/** The schema wants all four elements, be they empty: records without a namespace exist. */
function writeText(writer: ElementWriter, name: string, text: string): void {
  writer.start(name);
  writer.text(text);
  writer.end({ keepEmpty: true });
}

/** Repositories use identifiers that are no URIs; the schema wants URIs, so what may not stand in one is escaped. */
function uriSafe(origin: Origin): Origin {
  return {
    ...origin,
    baseUrl: asUri(origin.baseUrl),
    identifier: asUri(origin.identifier),
    metadataNamespace: asUri(origin.metadataNamespace),
  };
}

function asUri(text: string): string {
  if (fitsType('anyURI', text)) return text;
  const escaped = encodeURI(text.toWellFormed());
  return fitsType('anyURI', escaped) ? escaped : encodeURIComponent(text.toWellFormed());
}

/** The origins that a record arrived with, latest first. */
function arrivedChain(about: readonly RawXml[]): readonly Origin[] {
  for (const container of about) {
    const root = readAbout(container);
    if (root?.name !== 'provenance' || root.namespace !== PROVENANCE.namespace) continue;
    const chain: Origin[] = [];
    let description = childNamed(root, PROVENANCE.namespace, 'originDescription');
    while (description !== undefined && chain.length < MAX_CHAIN) {
      const origin = readOrigin(description);
      if (origin === undefined) break;
      chain.push(origin);
      description = childNamed(description, PROVENANCE.namespace, 'originDescription');
    }
    if (chain.length > 0) return chain;
  }
  return [];
}

function readAbout(about: RawXml): XmlElement | undefined {
  // Most containers are of another kind; reading them costs more than looking for the word.
  if (!about.xml.includes('originDescription')) return undefined;
  try {
    return readPayload(about);
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
}

/** One link of a chain, or `undefined` when it would not be valid. */
function readOrigin(description: XmlElement): Origin | undefined {
  const text = (name: string): string | undefined => {
    const child = childNamed(description, PROVENANCE.namespace, name);
    return child === undefined ? undefined : textOf(child).trim();
  };
  const baseUrl = text('baseURL');
  const identifier = text('identifier');
  const metadataNamespace = text('metadataNamespace');
  const datestamp = text('datestamp');
  const harvestDate = attributeOf(description, '', 'harvestDate')?.trim();
  const altered = BOOLEANS.get(attributeOf(description, '', 'altered')?.trim() ?? '');
  if (!isUri(baseUrl) || !isUri(identifier) || !isUri(metadataNamespace)) return undefined;
  if (!isDate(datestamp) || !isDate(harvestDate) || altered === undefined) return undefined;
  return { baseUrl, identifier, datestamp, metadataNamespace, harvestDate, altered };
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

function isUri(text: string | undefined): text is string {
  return text !== undefined && fitsType('anyURI', text);
}

/** `xs:date` or `xs:dateTime`, kept as they came. */
const DATE =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)?$/;

function isDate(text: string | undefined): text is string {
  const match = DATE.exec(text ?? '');
  if (match === null) return false;
  const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number];
  return year > 0 && day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}
