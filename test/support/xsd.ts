/** Validation against the official schemas, without a network. Needs `SHARED`: ask `hasShared` first. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlLibError,
  xmlRegisterInputProvider,
  XsdValidator,
} from 'libxml2-wasm';
import { SHARED } from './shared.ts';

/** What is wrong with an OAI-PMH response, payloads included: one line each, none when it is valid. */
export function validateResponse(xml: string): string[] {
  return validate(xml, 'OAI-PMH');
}

/** What is wrong with one `mods` or `modsCollection` element under MODS 3.8. */
export function validateMods(xml: string): string[] {
  return validate(xml, 'mods', 'modsCollection');
}

/** What is wrong with one `oai_dc:dc` element. */
export function validateOaiDc(xml: string): string[] {
  return validate(xml, 'dc');
}

/** What is wrong with one document that any of the schemas below describes (`provenance`, `friends` …). */
export function validateXml(xml: string): string[] {
  return validate(xml);
}

/** The schemas, by target namespace: the address they are imported from and our copy of them. */
const SCHEMAS: readonly { namespace: string; url: string; file: string }[] = [
  { namespace: 'http://www.openarchives.org/OAI/2.0/', url: 'http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd', file: 'oai/OAI-PMH.xsd' },
  { namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/', url: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd', file: 'oai/oai_dc.xsd' },
  { namespace: 'http://purl.org/dc/elements/1.1/', url: 'http://dublincore.org/schemas/xmls/simpledc20021212.xsd', file: 'dc/simpledc20021212.xsd' },
  { namespace: 'http://www.loc.gov/mods/v3', url: 'http://www.loc.gov/standards/mods/v3/mods-3-8.xsd', file: 'mods/mods-3-8.xsd' },
  { namespace: 'http://www.w3.org/1999/xlink', url: 'http://www.loc.gov/standards/xlink/xlink.xsd', file: 'mods/xlink.xsd' },
  { namespace: 'http://www.openarchives.org/OAI/2.0/provenance', url: 'http://www.openarchives.org/OAI/2.0/provenance.xsd', file: 'oai/provenance.xsd' },
  { namespace: 'http://www.openarchives.org/OAI/2.0/oai-identifier', url: 'http://www.openarchives.org/OAI/2.0/oai-identifier.xsd', file: 'oai/oai-identifier.xsd' },
  { namespace: 'http://www.openarchives.org/OAI/2.0/friends/', url: 'http://www.openarchives.org/OAI/2.0/friends.xsd', file: 'oai/friends.xsd' },
  { namespace: 'http://www.openarchives.org/OAI/2.0/branding/', url: 'http://www.openarchives.org/OAI/2.0/branding.xsd', file: 'oai/branding.xsd' },
  { namespace: 'http://www.openarchives.org/OAI/2.0/gateway/', url: 'http://www.openarchives.org/OAI/2.0/gateway.xsd', file: 'oai/gateway.xsd' },
  { namespace: 'http://www.openarchives.org/OAI/2.0/rights/', url: 'http://www.openarchives.org/OAI/2.0/rightsManifest.xsd', file: 'oai/rightsManifest.xsd' },
  { namespace: 'http://www.openarchives.org/OAI/1.1/eprints', url: 'http://www.openarchives.org/OAI/1.1/eprints.xsd', file: 'oai/eprints.xsd' },
]; // prettier-ignore

/** libxml2 takes one schema per namespace: every address of xml.xsd must be the same file under one name. */
const XML_XSD = 'http://www.w3.org/2001/xml.xsd';
const XML_XSD_ADDRESSES = ['http://www.w3.org/2001/03/xml.xsd', 'http://www.loc.gov/mods/xml.xsd'];

const RIGHTS_XSD = 'http://www.openarchives.org/OAI/2.0/rights.xsd';

let validator: XsdValidator | undefined;

function validate(xml: string, ...roots: readonly string[]): string[] {
  validator ??= compile();
  let document: XmlDocument | undefined;
  try {
    document = XmlDocument.fromString(xml);
    const root = document.root.name;
    if (roots.length > 0 && !roots.includes(root)) return [`root is ${root}, not ${roots.join(' or ')}`];
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    const lines = error.details.map((detail) => `line ${detail.line}: ${detail.message.trim()}`);
    return lines.length > 0 ? lines : [error.message];
  } finally {
    document?.dispose();
  }
}

function compile(): XsdValidator {
  const buffers: Record<string, Buffer> = { [XML_XSD]: readFileSync(join(SHARED, 'schemas/w3c/xml.xsd')) };
  buffers[RIGHTS_XSD] = readFileSync(join(SHARED, 'schemas/oai/rights.xsd')); // included by rightsManifest.xsd
  for (const { url, file } of SCHEMAS) buffers[url] = Buffer.from(readSchema(file));
  xmlRegisterInputProvider(new XmlBufferInputProvider(buffers));
  const imports = SCHEMAS.map(
    ({ namespace, url }) => `<xs:import namespace="${namespace}" schemaLocation="${url}"/>`,
  );
  const driver = XmlDocument.fromString(
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`,
  );
  try {
    return XsdValidator.fromDoc(driver);
  } finally {
    driver.dispose();
  }
}

function readSchema(file: string): string {
  const text = readFileSync(join(SHARED, 'schemas', file), 'utf8');
  return XML_XSD_ADDRESSES.reduce(
    (schema, address) => schema.replaceAll(`"${address}"`, `"${XML_XSD}"`),
    text,
  );
}
