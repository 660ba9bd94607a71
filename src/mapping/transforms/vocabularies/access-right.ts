import { z } from '../../../schema/index.ts';
import { ACCESS_RIGHTS } from '../../vocab/access-rights.ts';
import { eurepoTerm } from '../../vocab/eu-repo.ts';
import { findTerm, foldTerm, LONGEST_TERM, termIndex } from '../../vocab/fold-term.ts';
import { NOT_MINE, valueTransform } from '../../transform.ts';

const COAR_URI = /^https?:\/\/purl\.org\/coar\/access_right\/(c_\w{4})\/?$/i;
/** "Embargo until 2030-12-31", "Embargoed access (2030-12-31)", "Embargo bis 31.12.2030". */
const EMBARGO_UNTIL =
  /^(?:under\s|sous\s)?(?:embargo(?:ed)?|embargado)(?:\speriod|\saccess)?(?:\s(?:until|till|ends|bis|hasta|até|jusqu.au|fino\sal?|do))?\s?[:(]?\s?(\d[\d./-]{6,9}\d)\.?\)?$/i;

const BY_ID = new Map(ACCESS_RIGHTS.map(({ uri }) => [uri.slice(uri.lastIndexOf('/') + 1), uri]));
const BY_TERM = termIndex(ACCESS_RIGHTS.map(({ uri, label, synonyms }) => [uri, `${label}|${synonyms}`]));
const BY_EUREPO = new Map(ACCESS_RIGHTS.map(({ uri, eurepo }) => [foldTerm(eurepo), uri]));
const EMBARGOED = BY_EUREPO.get(foldTerm('embargoedAccess'))!;

export const accessRight = valueTransform({
  name: 'access_right',
  summary:
    'Gives the COAR access right, and the end of an embargo, for a term of eu-repo, COAR or a language.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Access',
  recogniser: true,
  bind: () => (text: string) => {
    if (text.length > LONGEST_TERM) return NOT_MINE;
    const value = text.trim().replace(/\s{1,10}/g, ' ');
    const embargo = EMBARGO_UNTIL.exec(value)?.[1];
    if (embargo !== undefined) return embargoUntil(embargo, value);
    const uri = accessRightOf(value);
    return uri === undefined ? NOT_MINE : { uri };
  },
});

function accessRightOf(value: string): string | undefined {
  const id = COAR_URI.exec(value)?.[1];
  if (id !== undefined) return BY_ID.get(id.toLowerCase());
  const term = eurepoTerm(value);
  return term === undefined ? findTerm(BY_TERM, value) : BY_EUREPO.get(foldTerm(term));
}

/** A date that cannot be read leaves the phrase as text, beside the access right it states. */
function embargoUntil(date: string, phrase: string): object {
  const embargoEnd = isoDay(date);
  return embargoEnd === undefined ? { uri: EMBARGOED, text: phrase } : { uri: EMBARGOED, embargoEnd };
}

/** ISO dates and `D.M.YYYY`. With slashes, day and month cannot be told apart. */
function isoDay(date: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(date);
  const [year, month, day] = iso?.slice(1) ?? dotted?.slice(1).reverse() ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? undefined : text;
}
