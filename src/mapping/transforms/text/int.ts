import { z } from '../../../schema/index.ts';
import { Bad, valueTransform } from '../../transform.ts';

/** Text → integer. Anything else is bad: `integer.invalid`. */
export const int = valueTransform({
  name: 'int',
  summary: 'Reads an integer.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'integer',
  bind: () => (value: string) => {
    const text = value.trim();
    if (text === '') return undefined;
    return /^[-+]?\d{1,15}$/.test(text) ? Number(text) : new Bad('integer.invalid', 'is not an integer');
  },
});
