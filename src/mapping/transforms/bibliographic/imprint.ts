import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';

/** ISBD area 4: places divided by " ; ", then " : " and the publisher, then a comma and the date. */
const DATE = /,\s{0,3}([[(]?(?:c|ca\.? |cop\.? |©\s?)?(?:1[4-9]|20)\d[\d?-][\])?.]{0,3})$/i;
const PLAIN_YEAR = /^(?:1[4-9]|20)\d\d\.?$/;
const UNKNOWN = /^[[(]?\s?s\.\s?[ln]\.?\s?[\])]?$/i;
const LONGEST_IMPRINT = 500;

export const imprint = valueTransform({
  name: 'imprint',
  summary:
    'Reads "Place : Publisher, date" into places, publisher and date; other text is the publisher as a whole.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Event',
  bind: () => (text: string) => {
    const value = text.trim();
    if (value === '') return undefined;
    const at = value.length > LONGEST_IMPRINT ? -1 : value.indexOf(' : ');
    return at < 1
      ? { agents: [{ name: value }] }
      : readImprint(value.slice(0, at), value.slice(at + 3).trim());
  },
});

interface Imprint {
  places?: { label: string }[];
  agents?: { name: string }[];
  dates?: { raw: string; type: 'issued'; edtf?: string; qualifiers: never[] }[];
}

function readImprint(before: string, after: string): Imprint | undefined {
  const raw = DATE.exec(after);
  const name = (raw === null ? after : after.slice(0, raw.index)).trim();
  const places = before
    .split(' ; ')
    .map((place) => place.trim())
    .filter((place) => place !== '' && !UNKNOWN.test(place));
  const imprint: Imprint = {
    ...(places.length === 0 ? {} : { places: places.map((label) => ({ label })) }),
    ...(name === '' || UNKNOWN.test(name) ? {} : { agents: [{ name }] }),
    ...(raw === null ? {} : { dates: [dateOf(raw[1]!)] }),
  };
  return Object.keys(imprint).length === 0 ? undefined : imprint;
}

/** Only a plain year is sure; anything else stays as written. */
function dateOf(raw: string): NonNullable<Imprint['dates']>[number] {
  const edtf = PLAIN_YEAR.test(raw) ? raw.slice(0, 4) : undefined;
  return { raw, type: 'issued', ...(edtf === undefined ? {} : { edtf }), qualifiers: [] };
}
