import { CORPORATE_QUALIFIER, FIRM } from '../../vocab/names.ts';
import { ORGANISATION, hasListedWord } from '../../vocab/organisation-words.ts';
import { foldText } from '../../vocab/fold-text.ts';
import { lifeDates } from './life-dates.ts';
import { isRoleText, isTextOfRole } from './relator-code.ts';

/** A name as written, taken apart: the bare name, and what was glued to it. */
export interface PeeledName {
  readonly name: string;
  /** As the text says them; `relator` knows each. */
  readonly roles: readonly string[];
  readonly affiliations: readonly string[];
  /** ORCID iDs and ISNIs, sixteen characters each, not yet checked. */
  readonly orcids: readonly string[];
  readonly dates?: string;
  /** The subfields of a MARC field stood together without anything between them. */
  readonly concatenated: boolean;
}

/** No name of a person or organisation with all its additions is longer. */
const LONGEST = 500;

let last: { readonly value: string; readonly peeled: PeeledName } | undefined;

/** Takes roles, affiliations, identifiers and dates off a name. The name and the role are asked for one after the other. */
export function peelName(value: string): PeeledName {
  if (last?.value !== value) last = { value, peeled: peel(value.trim()) };
  return last.peeled;
}

function peel(text: string): PeeledName {
  const isLong = text.length > LONGEST;
  if (isLong || isBare(text)) {
    const name = isLong ? text : withoutEndPunctuation(text);
    return { name, roles: [], affiliations: [], orcids: [], concatenated: false };
  }
  const { rest: withoutIds, orcids } = takeOrcids(text);
  const glued = takeGlued(withoutIds);
  const [head = '', ...tail] = glued.rest.split(/[;|]/).map((part) => part.trim());
  const prefixed = takeRolePrefix(head);
  const { rest, roles, dates, affiliations } = takeTail(prefixed.rest);
  return {
    name: withoutEndPunctuation(rest),
    roles: [...prefixed.roles, ...glued.roles, ...roles],
    affiliations: [...affiliations, ...tail.filter((part) => /\p{L}{2}/u.test(part))],
    orcids,
    concatenated: glued.concatenated,
    ...((glued.dates ?? dates) !== undefined && { dates: glued.dates ?? dates ?? '' }),
  };
}

/** Most names: nothing in them can be an addition, so that none has to be looked for. */
function isBare(text: string): boolean {
  if (/[;|([\d:]|\bby\s|\.[a-z]{3}$/i.test(text)) return false;
  const comma = text.indexOf(',');
  return comma < 0 || (!text.includes(',', comma + 1) && !/\s/.test(text.slice(0, comma).trim()));
}

function withoutEndPunctuation(text: string): string {
  return text.replace(/[\s,;|:]+$/, '');
}

const ORCID =
  /[([]?(?:\(?orcid\)?:?\s*)?(?:https?:\/\/)?(?:orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])(?!\d)[)\]]?/gi;

function takeOrcids(text: string): { rest: string; orcids: readonly string[] } {
  if (!/\d{4}-\d{4}-\d{4}/.test(text)) return { rest: text, orcids: [] };
  const orcids = [...text.matchAll(ORCID)].map((match) => (match[1] ?? '').replaceAll('-', '').toUpperCase());
  return { rest: text.replace(ORCID, ' ').trim(), orcids };
}

/** What LOC's MARC21slim2OAIDC.xsl prints for field 100: `880-01Popović, Nikola B.,1950-author.aut`. */
const GLUED = /^(.+?),?\s*(\d{4}-(?:\d{4})?)?(\p{Ll}[\p{Ll} ]{2,30})\.([a-z]{3})$/u;

function takeGlued(text: string): {
  rest: string;
  roles: readonly string[];
  dates?: string;
  concatenated: boolean;
} {
  const linked = /^880-\d\d(?=\p{L})/u.exec(text);
  const rest = linked === null ? text : text.slice(linked[0].length);
  const [, name, dates, term, code] = GLUED.exec(rest) ?? [];
  if (name === undefined || term === undefined || code === undefined || !isTextOfRole(term, code)) {
    return { rest, roles: [], concatenated: linked !== null };
  }
  const life = dates === undefined ? undefined : lifeDates(dates);
  return { rest: name, roles: [code], concatenated: true, ...(life !== undefined && { dates: life }) };
}

/** `Mentor: X`, `edited by X`, `by X`. */
function takeRolePrefix(text: string): { rest: string; roles: readonly string[] } {
  const labelled = /^([^:,()]{2,40}):\s+(\S.*)$/u.exec(text);
  if (labelled !== null && isRoleText(labelled[1] ?? '')) {
    return { rest: labelled[2] ?? '', roles: [labelled[1] ?? ''] };
  }
  const by = /^(?:(edited|translated|written|compiled|illustrated) )?by\s+(\S.*)$/iu.exec(text);
  if (by?.[2] === undefined) return { rest: text, roles: [] };
  const role = by[1] === undefined ? undefined : BY_ROLES[by[1].toLowerCase()];
  return { rest: by[2], roles: role === undefined ? [] : [role] };
}

const BY_ROLES: Readonly<Record<string, string>> = {
  edited: 'edt',
  translated: 'trl',
  written: 'aut',
  compiled: 'com',
  illustrated: 'ill',
};

interface Tail {
  readonly rest: string;
  readonly roles: readonly string[];
  readonly affiliations: readonly string[];
  readonly dates?: string;
}

/** Takes brackets and comma parts off the end, as long as each is a role, dates or an affiliation. */
function takeTail(text: string): Tail {
  let rest = text;
  const roles: string[] = [];
  const affiliations: string[] = [];
  let dates: string | undefined;
  for (let turn = 0; turn < 6; turn += 1) {
    const piece = lastPiece(rest);
    if (piece === undefined) break;
    const life = lifeDates(piece.text);
    if (isRoleText(piece.text) && piece.isAddition) roles.unshift(piece.text);
    else if (life !== undefined) dates ??= life;
    else if (piece.isAddition && isAffiliation(piece)) affiliations.unshift(piece.text);
    else break;
    rest = piece.before;
  }
  return { rest, roles, affiliations, ...(dates !== undefined && { dates }) };
}

interface Piece {
  readonly before: string;
  readonly text: string;
  readonly bracketed: boolean;
  /** More than a name in inverted order needs: a bracket, or a part after `Family, Given`. */
  readonly isAddition: boolean;
}

function lastPiece(text: string): Piece | undefined {
  const bracketed = /^(.*\S)\s*[([]([^()[\]]+)[)\]]\.?$/u.exec(text);
  if (bracketed !== null) {
    return {
      before: bracketed[1] ?? '',
      text: (bracketed[2] ?? '').trim(),
      bracketed: true,
      isAddition: true,
    };
  }
  const spaced = /^(.*\p{L}\.?) (\d{4} ?- ?(?:\d{4})?)$/u.exec(text);
  if (spaced !== null)
    return { before: spaced[1] ?? '', text: spaced[2] ?? '', bracketed: false, isAddition: true };
  const comma = text.lastIndexOf(',');
  if (comma <= 0) return undefined;
  const before = text.slice(0, comma).trimEnd();
  const piece = text.slice(comma + 1).trim();
  // After a single comma stands the given name, unless the text in front is several words: `Ana Petrović, urednik`.
  const isAddition = before.includes(',') || (/\s/.test(before) && isRoleText(piece));
  return piece === '' ? undefined : { before, text: piece, bracketed: false, isAddition };
}

function isAffiliation(piece: Piece): boolean {
  if (!piece.bracketed && !piece.before.includes(',')) return false;
  // `Herberger Woodwind Quintet (Ensemble)` says what it is, and `Hardy, F. A., & Co` is one firm.
  const isOneWord = /^\p{L}+$/u.test(piece.text);
  if (isOneWord && !piece.before.includes(',')) return false;
  if (FIRM.test(` ${piece.text}`) || CORPORATE_QUALIFIER.test(piece.text)) return false;
  const before = foldText(piece.before).split(' ');
  return isOrganisationText(piece.text) && !hasListedWord(before, ORGANISATION);
}

function isOrganisationText(text: string): boolean {
  return hasListedWord(foldText(text).split(' '), ORGANISATION);
}
