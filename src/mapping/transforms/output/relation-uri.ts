import type { Relation } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { identifierUri } from './id-as-uri.ts';

/** A relation → the URI of the related work; relations without a valid identifier are omitted. */
export const relationUri = valueTransform({
  name: 'relation_uri',
  summary: 'Gives the URI of a related work.',
  arguments: z.undefined(),
  takes: 'Relation',
  gives: 'text',
  bind: () => (relation: Relation) => {
    const identifiers = [...relation.identifiers, ...(relation.item?.identifiers ?? [])];
    return (
      identifiers.map(identifierUri).find((uri) => uri !== undefined) ?? relation.item?.locations?.[0]?.value
    );
  },
});
