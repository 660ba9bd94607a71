import { z } from '../../../schema/index.ts';
import { Bad, NOT_MINE, valueTransform, type TransformContext } from '../../transform.ts';
import { readAs } from './identify.ts';
import { LONGEST_IDENTIFIER } from './reader.ts';
import { percentDecoded } from './spelling.ts';

/** OpenAIRE guidelines 3.0, `dc:relation`: info:eu-repo/semantics/altIdentifier/<scheme>/<identifier>. */
const ALTERNATIVE = /^(?:info:eu-repo\/semantics\/altIdentifier\/)([a-z][\w-]{0,30})\/(\S.*)$/i;
/** The same without its prefix, as LibreCat and hand-made exports write it; only for schemes that are known. */
const SHORT = /^(ark|arxiv|doi|eissn|hdl|isbn|isbn-host|issn|pissn|pmcid|pmid|urn|wos)\/(\S+)$/i;

/** The print or online edition that a scheme's name tells. */
const QUALIFIERS: ReadonlyMap<string, string> = new Map(Object.entries({ eissn: 'online', pissn: 'print' }));

export const altIdentifier = valueTransform({
  name: 'alt_identifier',
  summary: 'Reads an alternative identifier in the form of the OpenAIRE guidelines.',
  arguments: z
    .strictObject({
      only: z.array(z.string()).optional().describe('Schemes to take; `issn` includes `eissn` and `pissn`.'),
    })
    .optional(),
  takes: 'text',
  gives: 'Identifier',
  recogniser: true,
  bind: (args) => {
    const only =
      args?.only === undefined ? undefined : new Set(args.only.map((scheme) => scheme.toLowerCase()));
    return (text: string, context: TransformContext) => {
      const trimmed = text.length > LONGEST_IDENTIFIER ? '' : text.trim();
      const match = ALTERNATIVE.exec(trimmed) ?? SHORT.exec(trimmed);
      if (match === null) return NOT_MINE;
      const named = match[1]!.toLowerCase();
      if (only !== undefined && !only.has(named) && !only.has(familyOf(named))) return NOT_MINE;
      const identifier = readAs(familyOf(named), percentDecoded(match[2]!), context);
      if (identifier === undefined || identifier instanceof Bad) return identifier;
      const qualifier = identifier.qualifier ?? QUALIFIERS.get(named);
      return qualifier === undefined ? identifier : { ...identifier, qualifier };
    };
  },
});

function familyOf(scheme: string): string {
  if (scheme === 'isbn-host') return 'isbn';
  return scheme === 'eissn' || scheme === 'pissn' ? 'issn' : scheme;
}
