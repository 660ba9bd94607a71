/** The large values of a record, as the parts of a pack. */
import type { CanonicalRecord } from '../../model/canonical.ts';
import type { RawRecord, RenderedForms } from '../../model/stored-record.ts';
import type { Parts } from './packs.ts';

const RAW = 'raw';
const CANONICAL = 'canonical';
const METADATA = 'metadata:';
/** Everything inside the about elements, each wrapped; between two stands U+0000, which XML cannot hold. */
const ABOUT = 'about';
const ABOUT_START = '<about>';
const ABOUT_END = '</about>';
const ABOUT_BORDER = '\0';

export interface Values {
  readonly raw?: RawRecord;
  readonly canonical?: CanonicalRecord;
  readonly rendered?: RenderedForms;
}

/** The name of the part that holds a form. */
export function metadataPart(metadataPrefix: string): string {
  return METADATA + metadataPrefix;
}

export function toParts({ raw, canonical, rendered }: Values): Parts {
  const parts = new Map<string, string>();
  if (raw) parts.set(RAW, JSON.stringify(raw));
  if (canonical) parts.set(CANONICAL, JSON.stringify(canonical));
  for (const [prefix, xml] of Object.entries(rendered?.metadata ?? {})) parts.set(metadataPart(prefix), xml);
  const about = rendered?.about.map((xml) => ABOUT_START + xml + ABOUT_END).join(ABOUT_BORDER) ?? '';
  if (about !== '') parts.set(ABOUT, about);
  return parts;
}

/** Whether a part belongs to one of these values. */
export function belongsTo(part: string, values: readonly (keyof Values)[]): boolean {
  const name = part === RAW ? 'raw' : part === CANONICAL ? 'canonical' : 'rendered';
  return values.includes(name);
}

export function fromParts(parts: ReadonlyMap<string, Buffer>): Values {
  const raw = parts.get(RAW);
  const canonical = parts.get(CANONICAL);
  const rendered = renderedFrom(parts);
  return {
    ...(raw && { raw: JSON.parse(raw.toString()) as RawRecord }),
    ...(canonical && { canonical: JSON.parse(canonical.toString()) as CanonicalRecord }),
    ...(rendered && { rendered }),
  };
}

/** The about part as it is served. */
export function servedAbout(about: Buffer): Buffer {
  if (!about.includes(0)) return about;
  return Buffer.from(about.filter((byte) => byte !== 0));
}

export { ABOUT as ABOUT_PART, CANONICAL as CANONICAL_PART, RAW as RAW_PART };

function renderedFrom(parts: ReadonlyMap<string, Buffer>): RenderedForms | undefined {
  const metadata = [...parts].filter(([part]) => part.startsWith(METADATA));
  const about = parts.get(ABOUT)?.toString();
  if (metadata.length === 0 && about === undefined) return undefined;
  return {
    metadata: Object.fromEntries(
      metadata.map(([part, xml]) => [part.slice(METADATA.length), xml.toString()]),
    ),
    about: about?.split(ABOUT_BORDER).map((xml) => xml.slice(ABOUT_START.length, -ABOUT_END.length)) ?? [],
  };
}
