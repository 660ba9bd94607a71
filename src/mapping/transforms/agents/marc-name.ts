import type { Agent } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { splitName } from './split-name.ts';

/**
 * The name of a person or family as MARC writes it (X00 $a, without its punctuation at the end) → part of an Agent.
 * The first indicator says the form: `0` a forename (`Pius`), `1` a surname first (`Popović, Nikola B.`), `3` a family.
 */
export const marcName = valueTransform({
  name: 'marc_name',
  summary: 'Reads a personal name of MARC by its first indicator.',
  arguments: z.string().optional(),
  takes: 'text',
  gives: 'Agent',
  bind:
    (indicator) =>
    (value: string): Partial<Agent> | undefined => {
      const text = value.trim();
      if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
      if (indicator === '0' || indicator === '3' || !text.includes(',')) return { name: text };
      const { parts } = splitName(text, 'inverted');
      return parts;
    },
});
