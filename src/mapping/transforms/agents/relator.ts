import { z } from '../../../schema/index.ts';
import { Bad, valueTransform } from '../../transform.ts';
import { relatorCode } from './relator-code.ts';

/** Text → a MARC relator code. Nothing is assumed: what we do not know is bad, `relator.unknown`. */
export const relator = valueTransform({
  name: 'relator',
  summary: 'Reads a relator code, URI, DataCite contributor type or the word for a role in many languages.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  bind: () => (value: string) => {
    if (value.trim() === '') return undefined;
    return relatorCode(value) ?? new Bad('relator.unknown', 'is no relator that we know');
  },
});
