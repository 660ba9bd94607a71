import type { Identifier } from '../../../model/canonical.ts';
import type { Bad, NOT_MINE, TransformContext } from '../../transform.ts';

/** Reads one scheme's identifiers: the identifier, "not mine", or "mine, but unusable". */
export type IdentifierReader = (
  text: string,
  context: TransformContext,
) => Identifier | typeof NOT_MINE | Bad;

/** No identifier is longer; a longer value is prose and is not looked at. */
export const LONGEST_IDENTIFIER = 2048;
