import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeBody } from '../../src/xml/decode-body.ts';
import type { EnvelopeElement, RawXml } from '../../src/xml/element.ts';
import { readEnvelope } from '../../src/xml/read-envelope.ts';
import { readPayload, readPayloadWithRepair, readXml } from '../../src/xml/read-payload.ts';
import { standalone } from '../../src/xml/standalone.ts';
import { XmlError } from '../../src/xml/xml-error.ts';
import { hasShared, SHARED } from '../support/shared.ts';

const CORPUS = join(SHARED, 'corpus/oai');

/** Each broken body: what the envelope needs or fails with, and what its payloads do. */
const BROKEN: readonly { file: string; envelope: string; payloads: readonly string[] }[] = [
  { file: 'arxiv-http503-retry-after', envelope: 'html', payloads: [] },
  { file: 'arxiv.adsabs-arxiv_multi_20230125_header', envelope: 'malformed', payloads: [] },
  { file: 'chalmers-cpl-chalmers', envelope: '', payloads: ['named-entity'] },
  { file: 'chalmers-cpl-doi_error', envelope: '', payloads: ['bare-less-than'] },
  { file: 'chalmers-cpl-invalid_issn', envelope: '', payloads: ['named-entity'] },
  { file: 'chalmers-cpl-validatable', envelope: '', payloads: ['named-entity'] },
  {
    file: 'dlibra.psnc-oaiListIdentifiersIncorrectMetadataPrefix',
    envelope: 'text-before-root',
    payloads: [],
  },
  { file: 'dspace.eur-fake3-00001', envelope: 'malformed', payloads: [] },
  { file: 'dspace.eur-fake4-00001', envelope: 'bare-ampersand', payloads: [] },
  { file: 'dspace.mit-http500-empty-body', envelope: 'empty', payloads: [] },
  { file: 'kata-ida-ida_invalid', envelope: '', payloads: ['malformed'] },
  { file: 'manuscriptorium-manuscriptorium', envelope: '', payloads: ['unbound-prefix'] },
  { file: 'omeka-raw-http-response', envelope: 'text-before-root', payloads: [] },
  { file: 'pucrio-maxwell.pcurio', envelope: '', payloads: ['control-character'] },
];

describe.runIf(hasShared())('recorded responses', () => {
  test('that are well-formed are read whole, every payload equal to its source', () => {
    const files = filesUnder(CORPUS).filter((file) => !file.startsWith('broken/'));
    expect(files).toHaveLength(370);
    for (const file of files) {
      const { text } = decodeBody(readFileSync(join(CORPUS, file)), undefined);
      const { root, repairs } = readEnvelope(text);
      expect(repairs, file).toEqual([]);
      let at = 0;
      for (const raw of rawsOf(root)) {
        at = text.indexOf(`>${raw.xml}</`, at);
        if (raw.xml !== '') expect(at, `${file}: a payload is not in the source`).toBeGreaterThan(0);
        if (raw.xml.trim() !== '') expect(readXml(standalone(raw)), file).toEqual(readPayload(raw));
        at = Math.max(at, 0);
      }
    }
  }, 120_000);

  test('have as many payloads as their text has containers', () => {
    for (const file of filesUnder(CORPUS).filter((name) => !name.startsWith('broken/'))) {
      const { text } = decodeBody(readFileSync(join(CORPUS, file)), undefined);
      const containers =
        text.match(/<(?:[\w.-]+:)?record(?:\s[^<>]*)?>\s*<(?:[\w.-]+:)?header[\s>]/g)?.length ?? 0;
      const deleted = text.match(/<(?:[\w.-]+:)?header[^<>]*status\s*=\s*["']deleted/g)?.length ?? 0;
      if (!/<(?:[\w.-]+:)?metadata[\s>]/.test(text)) continue;
      const { root } = readEnvelope(text);
      expect(recordsOf(root), file).toBe(containers);
      expect(rawsOf(root).length, file).toBeGreaterThanOrEqual(containers - deleted);
    }
  }, 60_000);

  test.each(BROKEN)('that are broken: $file', ({ file, envelope, payloads }) => {
    const { text } = decodeBody(readFileSync(join(CORPUS, 'broken', `${file}.xml`)), undefined);
    expect(outcomeOf(text)).toEqual({ envelope, payloads });
  });

  test('that are broken are all named here', () => {
    expect(readdirSync(join(CORPUS, 'broken')).sort()).toEqual(
      BROKEN.map(({ file }) => `${file}.xml`).sort(),
    );
  });
});

function outcomeOf(text: string): { envelope: string; payloads: string[] } {
  try {
    const { root, repairs } = readEnvelope(text);
    const found = rawsOf(root).flatMap((raw) => payloadOutcome(raw));
    return { envelope: repairs.join(), payloads: [...new Set(found)] };
  } catch (error) {
    if (error instanceof XmlError) return { envelope: error.kind, payloads: [] };
    throw error;
  }
}

function payloadOutcome(raw: RawXml): string[] {
  try {
    return readPayloadWithRepair(raw).repairs;
  } catch (error) {
    if (error instanceof XmlError) return [error.kind];
    throw error;
  }
}

function rawsOf(element: EnvelopeElement): RawXml[] {
  return element.raw === undefined ? element.children.flatMap(rawsOf) : [element.raw];
}

function recordsOf(element: EnvelopeElement): number {
  const inside = element.children.reduce((count, child) => count + recordsOf(child), 0);
  return (
    inside + (element.name === 'record' && element.children.some(({ name }) => name === 'header') ? 1 : 0)
  );
}

function filesUnder(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below)).flatMap((name) => {
    const path = below === '' ? name : `${below}/${name}`;
    if (statSync(join(folder, path)).isDirectory()) return filesUnder(folder, path);
    return path.endsWith('.xml') ? [path] : [];
  });
}
