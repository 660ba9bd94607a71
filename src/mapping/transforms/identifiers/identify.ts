import type { Identifier } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { Bad, NOT_MINE, valueTransform, type TransformContext } from '../../transform.ts';
import { readArk } from './ark.ts';
import { readArxiv } from './arxiv.ts';
import { readDoi } from './doi.ts';
import { readHandle } from './hdl.ts';
import { readIsbn } from './isbn.ts';
import { readIssn } from './issn.ts';
import { readOaiId } from './oai-id.ts';
import { readPmcid } from './pmcid.ts';
import { readPmid } from './pmid.ts';
import type { IdentifierReader } from './reader.ts';
import { readUrl } from './url.ts';
import { readUrn } from './urn.ts';

const readUri: IdentifierReader = (text, context) => {
  const location = readUrl(text, context);
  if (location === NOT_MINE || location instanceof Bad) return location;
  return { scheme: 'uri', value: location.value };
};

/** The readers in the order in which an unnamed value is offered to them: the surest first. */
const READERS: ReadonlyMap<string, IdentifierReader> = new Map([
  ['doi', readDoi],
  ['hdl', readHandle],
  ['isbn', readIsbn],
  ['issn', readIssn],
  ['arxiv', readArxiv],
  ['pmid', readPmid],
  ['pmcid', readPmcid],
  ['urn', readUrn],
  ['ark', readArk],
  ['oai', readOaiId],
  ['uri', readUri],
]);

/** Other names of the schemes, in lower case: DataCite identifier types, MODS identifier types, OpenAIRE's list. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    handle: 'hdl',
    'http://hdl.handle.net': 'hdl',
    eissn: 'issn',
    pissn: 'issn',
    lissn: 'issn',
    'issn-l': 'issn',
    purl: 'uri',
    url: 'uri',
    pubmed: 'pmid',
    pmc: 'pmcid',
    'oai-pmh': 'oai',
  }),
);

/** Labels that a bare value of a scheme lacks; its reader does not claim it without one. */
const LABELS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    doi: 'doi:',
    hdl: 'hdl:',
    isbn: 'ISBN ',
    issn: 'ISSN ',
    arxiv: 'arXiv:',
    pmid: 'PMID:',
    pmcid: 'PMC',
    ark: 'ark:/',
  }),
);

export const identify = valueTransform({
  name: 'identify',
  summary: 'Reads an identifier of the named scheme, or of whichever scheme its form shows.',
  arguments: z
    .strictObject({
      scheme: z.string().optional().describe('`doi`, `isbn`, `Handle` … as the source calls it'),
    })
    .optional(),
  takes: 'text',
  gives: 'Identifier',
  bind: (args) => (text: string, context: TransformContext) => {
    const scheme = args?.scheme?.trim().toLowerCase();
    return scheme === undefined || scheme === '' ? readAny(text, context) : readAs(scheme, text, context);
  },
});

/** Reads a value whose scheme the source names. What its reader does not know is kept as it is. */
export function readAs(named: string, text: string, context: TransformContext): Identifier | Bad | undefined {
  const value = text.trim();
  if (value === '') return undefined;
  const scheme = ALIASES.get(named) ?? named;
  const reader = READERS.get(scheme);
  if (reader === undefined) return { scheme, value };
  const once = reportingOnce(context);
  const direct = reader(value, once);
  const label = LABELS.get(scheme);
  const result = direct === NOT_MINE && label !== undefined ? reader(label + value, once) : direct;
  // A reader may find an identifier of its scheme's neighbour, such as a DOI among handles; the form decides.
  return result === NOT_MINE ? readOther(scheme, value, once) : result;
}

/** A value goes through several readers, and one through the same reader more than once: each says a thing once. */
function reportingOnce(context: TransformContext): TransformContext {
  const said = new Set<string>();
  return {
    lang: context.lang,
    confidence: context.confidence,
    report(code, message, severity) {
      if (said.has(`${code} ${message}`)) return;
      said.add(`${code} ${message}`);
      context.report(code, message, severity);
    },
  };
}

/** Reads a value by its form alone; `other` when nothing knows it. */
export function readAny(text: string, context: TransformContext): Identifier | Bad | undefined {
  const value = text.trim();
  if (value === '') return undefined;
  for (const reader of READERS.values()) {
    const result = reader(value, context);
    if (result !== NOT_MINE) return result;
  }
  return { scheme: 'other', value };
}

/** A value that is not of the scheme it is said to be: its form may show another; else it stays under its name. */
function readOther(scheme: string, value: string, context: TransformContext): Identifier | Bad | undefined {
  const found = readAny(value, context);
  if (found === undefined || found instanceof Bad || found.scheme !== 'other') return found;
  return { scheme, value };
}
