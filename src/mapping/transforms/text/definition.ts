import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { DEFINITION_MARK } from '../../vocab/definition-mark.ts';

/** The address that a format declares (`@id`, `@rdf:about`) → the same, marked, for `resolve_references`. */
export const definition = valueTransform({
  name: 'definition',
  summary: 'Marks an item as the definition of what others refer to; resolve_references reads it.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  bind: () => (text: string) => (text.trim() === '' ? undefined : DEFINITION_MARK + text.trim()),
});
