import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { RELATOR_CODES } from '../../vocab/relators.ts';

/** MARC relator code → its English term; a code that MARC does not have is omitted. */
export const relatorLabel = valueTransform({
  name: 'relator_label',
  summary: 'Gives the term for a relator code.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  bind: () => (code: string) => RELATOR_CODES.get(code),
});
