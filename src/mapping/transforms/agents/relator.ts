import { z } from '../../../schema/index.ts';
import { Bad, valueTransform, type TransformContext } from '../../transform.ts';
import { relatorCode } from './relator-code.ts';

/**
 * Text → a MARC relator code. Nothing is assumed: what we do not know is bad, `relator.unknown`, and so is a text that
 * means different roles in different languages where no language is declared, `relator.ambiguous`.
 */
export const relator = valueTransform({
  name: 'relator',
  summary: 'Reads a relator code, URI, DataCite contributor type or the word for a role in many languages.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  bind: () => (value: string, context: TransformContext) => {
    if (value.trim() === '') return undefined;
    const code = relatorCode(value, context.lang);
    if (code === 'ambiguous') {
      return new Bad(
        'relator.ambiguous',
        'means different roles in different languages, and no language is declared',
      );
    }
    return code ?? new Bad('relator.unknown', 'is no relator that we know');
  },
});
