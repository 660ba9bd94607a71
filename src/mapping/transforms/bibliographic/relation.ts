import { RELATION_TYPES, type Relation } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { foldTerm } from '../../vocab/fold-term.ts';
import { DCMI_RELATIONS, type RelationType } from '../../vocab/relation-types.ts';
import { Bad, NOT_MINE, valueTransform, type TransformContext } from '../../transform.ts';
import { readAny } from '../identifiers/identify.ts';

const BY_NAME: ReadonlyMap<string, RelationType> = new Map([
  ...RELATION_TYPES.map((type) => [foldTerm(type), type] as const),
  ...DCMI_RELATIONS,
]);

/** With a colon any spelling counts ("Is part of: X"); without one only the joined name ("isPartOf X"), which no sentence begins with. */
const WITH_COLON = /^(?:dcterms:|dc:|datacite:)?([a-z]+(?: [a-z]+){0,3})\s{0,3}:\s{0,3}(?=\S)/i;
const JOINED = /^(?:dcterms:)?((?:is|has)[A-Z][A-Za-z]{2,25})\s{1,3}(?=\S)/i;
const LONGEST_RELATION = 2000;

export const relation = valueTransform({
  name: 'relation',
  summary: 'Reads "IsPartOf: …", "hasVersion …" and the other DCMI and DataCite names into a typed relation.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Relation',
  recogniser: true,
  bind: () => (text: string, context: TransformContext) => {
    const value = text.length > LONGEST_RELATION ? '' : text.trim();
    const match = JOINED.exec(value) ?? WITH_COLON.exec(value);
    const type = match === null ? undefined : BY_NAME.get(foldTerm(match[1]!));
    if (match === null || type === undefined) return NOT_MINE;
    return relationTo(type, value.slice(match[0].length).trim(), context);
  },
});

function relationTo(type: RelationType, target: string, context: TransformContext): Relation {
  const identifier = readAny(target, context);
  if (identifier === undefined || identifier instanceof Bad || identifier.scheme === 'other') {
    return { type, identifiers: [], title: target };
  }
  return { type, identifiers: [identifier] };
}
