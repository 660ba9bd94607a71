import type { Agent } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { listTransform } from '../../transform.ts';
import { agentKind } from '../agents/agent-kind.ts';
import { splitName, type NameOrder } from '../agents/split-name.ts';

/** An agent of a mapping's list; what it lacks is not there yet. */
type Item = Partial<Agent>;

/**
 * Agents with a whole name → agents whose personal names are split. A name is a person's when the source says so
 * (`kind`), or when a comma divides it and no word in it tells an organisation. In a format that writes names
 * `inverted`, one without a comma stays whole: nothing tells which word is the family name. Beside the parts that the
 * source gave, the name becomes the `displayForm`.
 */
export const splitNames = listTransform({
  name: 'split_names',
  summary: 'Splits the names of persons that the source gives whole.',
  arguments: z
    .strictObject({ order: z.enum(['inverted', 'direct', 'auto']).default('inverted') })
    .prefault({}),
  takes: 'any',
  gives: 'any',
  bind:
    ({ order }) =>
    (values) =>
      (values as readonly Item[]).map((agent) => withParts(agent, order)),
});

function withParts(agent: Item, order: NameOrder): Item {
  const { name, ...rest } = agent;
  if (name === undefined) return agent;
  if (agent.family !== undefined) return { kind: 'person', ...rest, displayForm: agent.displayForm ?? name };
  const told = agentKind(name);
  const hasComma = /\p{L}[^,]*,\s*\p{L}/u.test(name);
  const isPerson = agent.kind === 'person' || (isOpen(agent) && told === undefined && hasComma);
  if (!isPerson) return isOpen(agent) && told !== undefined ? { ...agent, kind: told } : agent;
  if (order === 'inverted' && !hasComma) return agent;
  const { parts } = splitName(name, order);
  return { ...rest, ...parts, ...given(rest), kind: 'person', displayForm: agent.displayForm ?? name };
}

function isOpen({ kind }: Item): boolean {
  return kind === undefined || kind === 'unknown';
}

/** What the source says of the given name goes before what was split off. */
function given({ given: own }: Item): Pick<Item, 'given'> {
  return own === undefined ? {} : { given: own };
}
