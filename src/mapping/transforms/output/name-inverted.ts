import type { Agent } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';

/**
 * An agent → `Family, Given`, with particle and suffix where catalogues put them (`Beethoven, Ludwig van`, `King,
 * Martin Luther, Jr.`); an unsplit name as it is.
 */
export const nameInverted = valueTransform({
  name: 'name_inverted',
  summary: 'Writes a name with the family name first.',
  arguments: z.undefined(),
  takes: 'Agent',
  gives: 'text',
  bind: () => (agent: Agent) => {
    const { family, given, particle, suffix, name, number, titles, displayForm } = agent;
    if (family === undefined) {
      const first = name ?? given ?? displayForm;
      if (first === undefined) return undefined;
      return joined([joined([first, number], ' '), titles, suffix], ', ');
    }
    return joined([family, joined([given, particle], ' '), suffix], ', ');
  },
});

function joined(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}
