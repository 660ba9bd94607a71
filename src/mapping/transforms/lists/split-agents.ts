import { z } from '../../../schema/index.ts';
import { valueTransform, type TransformContext } from '../../transform.ts';
import { CONNECTING, hasListedWord, ORGANISATION } from '../../vocab/organisation-words.ts';
import { ET_AL } from '../../vocab/names.ts';
import { looksLikeNameList } from '../agents/name-list.ts';
import { foldText } from '../../vocab/fold-text.ts';
import { trimText } from '../text/trim-text.ts';

/**
 * Text → texts, one for each agent, which `name` reads. Splits at `;`, `|`, ` and `, ` & ` and their like between
 * names, and PubMed lists (`Smith J, Brown K`). `et al.` goes. A list that may be names or parts of one name stays
 * whole and is reported as `agents.ambiguous`.
 *
 * `Smith, John; University of Belgrade` is a person with an affiliation: so writes OJS. What stands in that place and
 * does not name an organisation (`Smith, John; Madonna`) is one too where the source is known to write so, which
 * `affiliations` says; elsewhere it is an agent, and reported as `agents.ambiguous`.
 */
export const splitAgents = valueTransform({
  name: 'split_agents',
  summary: 'Splits a value that names several persons or organisations.',
  arguments: z
    .strictObject({
      affiliations: z
        .boolean()
        .default(false)
        .describe('whatever follows `Family, Given;` without a comma is where that person works'),
    })
    .prefault({}),
  takes: 'text',
  gives: 'text',
  bind: (args: SplitAgents) => (value: string, context) => {
    const agents = atSemicolons(value, args, context)
      .flatMap(atConjunctions)
      .flatMap(atInitials)
      .map(withoutEtAl);
    const named = agents.map(trimText).filter((agent) => agent !== undefined);
    if (named.some(looksLikeNameList)) {
      context.report('agents.ambiguous', 'may be a list of names; kept whole', 'info');
    }
    return named;
  },
});

interface SplitAgents {
  readonly affiliations: boolean;
}

/** Joins again what belongs to the name before it: identifiers, and affiliations where the source writes them so. */
function atSemicolons(
  value: string,
  { affiliations }: SplitAgents,
  context: TransformContext,
): readonly string[] {
  const agents: Agent[] = [];
  for (const part of value.split(/[;|]/)) {
    const text = part.trim();
    const previous = agents.at(-1);
    if (text === '') continue;
    const identifies = isIdentifier(text);
    const place = identifies || previous?.hasComma !== true ? 'none' : affiliationIn(text);
    if (
      previous !== undefined &&
      (identifies || place === 'named' || (place === 'possible' && affiliations))
    ) {
      previous.parts.push(text);
      previous.hasComma ||= text.includes(',');
      continue;
    }
    if (place === 'possible') {
      context.report('agents.ambiguous', 'may be where the person before it works; kept as an agent', 'info');
    }
    agents.push({ parts: [text], hasComma: text.includes(',') });
  }
  return agents.map(({ parts }) => parts.join('; '));
}

/** A name, and what belongs to it. */
interface Agent {
  readonly parts: string[];
  hasComma: boolean;
}

function isIdentifier(text: string): boolean {
  return !/\p{L}{2}/u.test(text) || /^(?:https?:\/\/)?orcid/i.test(text);
}

/** Behind `Family, Given`: an organisation by its words, or what has no comma and may be one. */
function affiliationIn(text: string): 'named' | 'possible' | 'none' {
  if (ET_AL.test(text)) return 'none';
  const words = foldText(text.slice(0, 200)).split(' ');
  if (hasListedWord(text.includes(',') ? words.slice(0, 2) : words, ORGANISATION)) return 'named';
  return text.includes(',') ? 'none' : 'possible';
}

const CONJUNCTION = /\s+(?:and|&|und|et|и|i)\s+|,\s*(?:and|und|et|и|i)\s+/u;

/** Only between whole names: `Johnson & Johnson` and `José Ortega y Gasset` are one. */
function atConjunctions(text: string): readonly string[] {
  if (text.length > 2_000 || text.includes(';')) return [text];
  const parts = text.split(CONJUNCTION);
  if (parts.length < 2 || ET_AL.test(lastWords(text))) return [text];
  const words = foldText(text).split(' ');
  const connecting = text.split(/\s+/).filter((word) => /^(?:of|for|the|für|pour|para|za|за)$/iu.test(word));
  if (hasListedWord(words, ORGANISATION) || hasListedWord(connecting, CONNECTING)) return [text];
  const [first = '', ...others] = parts;
  // `A. Smith, B. Jones and C. Brown` is a list whose commas divide names too.
  const listed =
    others.length === 1 && !/,/.test(others[0] ?? '') && /,/.test(first) ? first.split(',') : [first];
  const names = [...listed, ...others];
  return names.every(isWholeName) ? names : [text];
}

function lastWords(text: string): string {
  return text.split(/\s+/).slice(-2).join(' ');
}

function isWholeName(text: string): boolean {
  return /\S,\s*\S/.test(text) || /\p{L}\.?\s+\p{L}/u.test(text.trim());
}

const FAMILY_AND_INITIALS = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)? (?:\p{Lu}\.?-?){1,3}$/u;

/** `Smith J, Brown KA`. */
function atInitials(text: string): readonly string[] {
  const parts = text.split(/,\s*/);
  return parts.length > 1 && parts.every((part) => FAMILY_AND_INITIALS.test(part)) ? parts : [text];
}

const ET_AL_AT_END = /[\s,;]+[[(]?(?:et\.? ?al(?:ii|ia)?|and others|u\. ?a|i dr|и др|и соавт)\.?[\])]?\.?$/iu;

function withoutEtAl(text: string): string {
  if (ET_AL.test(text)) return '';
  const start = Math.max(0, text.length - 30);
  return text.slice(0, start) + text.slice(start).replace(ET_AL_AT_END, '');
}
