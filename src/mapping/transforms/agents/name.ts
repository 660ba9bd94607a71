import type { Agent } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { valueTransform, type TransformContext } from '../../transform.ts';
import { ET_AL } from '../../vocab/names.ts';
import { agentKind } from './agent-kind.ts';
import { hasValidCheckDigit, orcidIdentifier } from './check-digit.ts';
import { looksLikeNameList } from './name-list.ts';
import { peelName, type PeeledName } from './peel-name.ts';
import { splitName, type NameOrder } from './split-name.ts';

/**
 * Text → part of an Agent: kind, the parts of the name, `displayForm` as the source wrote it, and what stood with the
 * name: dates, ORCID iD, affiliations (`Smith, John; University of Belgrade`). Roles are left to `role_in_text`.
 * `et al.` names nobody and is dropped. A wrong check digit loses the iD, never the person (`orcid.checksum`).
 */
export const name = valueTransform({
  name: 'name',
  summary: 'Reads the name of a person or organisation.',
  arguments: z.strictObject({ order: z.enum(['inverted', 'direct', 'auto']).default('auto') }).prefault({}),
  takes: 'text',
  gives: 'Agent',
  bind: (args: { readonly order: NameOrder }) => (value: string, context) => {
    const displayForm = value.trim();
    const peeled = peelName(displayForm);
    const bare = peeled.name.replace(/^\[(.*)\]$/, '$1').trim();
    if (!/[\p{L}\p{N}]/u.test(bare) || ET_AL.test(bare)) return undefined;
    if (peeled.concatenated) {
      context.report('name.concatenated', 'subfields without separators; the name was taken apart', 'warn');
    }
    const agent = named(bare, args.order, context);
    agent.displayForm = displayForm;
    addPeeled(agent, peeled, context);
    return agent;
  },
});

/** What is longer is no name but prose, and is kept as it is. */
const LONGEST_NAME = 500;

/** An agent in the making. */
type AgentParts = { -readonly [Key in keyof Agent]?: Agent[Key] };

function named(bare: string, order: NameOrder, context: TransformContext): AgentParts {
  const kind = bare.length > LONGEST_NAME ? undefined : agentKind(bare);
  if (kind !== undefined) {
    context.confidence('likely');
    return { kind, name: bare };
  }
  if (bare.length > LONGEST_NAME || looksLikeNameList(bare) || (!bare.includes(',') && isUnspaced(bare))) {
    context.confidence('guess');
    return { kind: 'unknown', name: bare };
  }
  const { parts, guessed } = splitName(bare, order);
  context.confidence(guessed ? 'guess' : 'likely');
  return { kind: parts.family === undefined ? 'unknown' : 'person', ...parts };
}

/** Scripts that write family and given name without anything between them. */
function isUnspaced(text: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}・·\s]+$/u.test(text);
}

function addPeeled(
  agent: AgentParts,
  { dates, orcids, affiliations }: PeeledName,
  context: TransformContext,
): void {
  if (dates !== undefined) agent.dates = dates;
  const valid = orcids.filter(hasValidCheckDigit);
  if (valid.length < orcids.length) {
    context.report('orcid.checksum', 'the check digit of the ORCID iD is wrong; the iD is left out', 'warn');
  }
  if (valid.length > 0) agent.identifiers = valid.slice(0, 1).map(orcidIdentifier);
  if (affiliations.length > 0) agent.affiliations = affiliations.map((text) => ({ name: text }));
}
