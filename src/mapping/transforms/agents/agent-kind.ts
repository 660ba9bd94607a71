import type { Agent } from '../../../model/canonical.ts';
import { CONNECTING, hasListedWord, MEETING, ORGANISATION } from '../../vocab/organisation-words.ts';
import { CORPORATE_QUALIFIER, FIRM } from '../../vocab/names.ts';
import { foldText } from '../../vocab/fold-text.ts';

/**
 * What a bare name names, by its words: `undefined` when nothing speaks against a person. A comma between two
 * parts is the sign of a person, unless an organisation word stands before it.
 */
export function agentKind(name: string): Exclude<Agent['kind'], 'person' | 'unknown'> | undefined {
  const comma = name.indexOf(',');
  const words = foldText(comma < 0 ? name : name.slice(0, comma)).split(' ');
  if (/\(conference\)|\(congress\)/i.test(name) || (comma < 0 && hasListedWord(words, MEETING)))
    return 'meeting';
  if (hasListedWord(words, ORGANISATION)) {
    // `Bank, Josef` and `Church, Alonzo` are persons: one word before the comma and no such word behind it.
    const single = comma > 0 && !/\s/.test(name.slice(0, comma).trim());
    if (!single || hasListedWord(foldText(name.slice(comma)).split(' '), ORGANISATION)) return 'organization';
  }
  if (FIRM.test(name) || CORPORATE_QUALIFIER.test(lastBracket(name))) return 'organization';
  if (comma < 0 && /\s(?:family|obitelj|porodica|familie)$/iu.test(name)) return 'family';
  if (comma < 0 && (/\s&\s/.test(name) || hasListedWord(smallWords(name), CONNECTING))) return 'organization';
  return undefined;
}

function lastBracket(name: string): string {
  return /[([]([^()[\]]{1,40})[)\]]$/.exec(name)?.[1]?.trim() ?? '';
}

function smallWords(name: string): readonly string[] {
  return name.split(/\s+/).filter((word) => /^\p{Ll}/u.test(word)).map(foldText); // prettier-ignore
}
