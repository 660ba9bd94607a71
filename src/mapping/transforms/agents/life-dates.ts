import { edtfYear } from '../dates/edtf.ts';

const YEAR = '(?:ca?\\.? ?|oko |um )?\\d{3,4}\\??(?: (?:or|oder|ou|o|ili|или) \\d{3,4})?';
const CENTURY = /^(?:active |fl\.? ?|floruit |act\.? )?(\d{1,2})(?:st|nd|rd|th)? (?:cent(?:\.|ury)?|c\.)$/iu;
const SPAN = new RegExp(`^(${YEAR})? ?[-–—/] ?(${YEAR})?$`, 'iu');
const BORN = new RegExp(
  `^(?:b\\.?|born|geb\\.?|n\\.|né en|née en|r\\.|rođ\\.?|рођ\\.?|род\\.?|\\*) ?(${YEAR})$`,
  'iu',
);
const DIED = new RegExp(`^(?:d\\.?|died|gest\\.?|m\\.|u\\.|umro|умро|†) ?(${YEAR})$`, 'iu');
const ACTIVE = new RegExp(`^(?:active|fl\\.?|floruit|act\\.?) ?(${YEAR})(?: ?[-–—/] ?(${YEAR}))?$`, 'iu');

/** Dates of a life or of activity as EDTF: an interval, or (active in one year) a year. `undefined` for other text. */
export function lifeDates(value: string): string | undefined {
  const text = value.trim().replace(/^[([]|[\])]$|\.$/g, '').trim(); // prettier-ignore
  if (text.length > 40) return undefined;
  const century = Number(CENTURY.exec(text)?.[1] ?? 0);
  if (century > 0) return `${String(century - 1).padStart(2, '0')}XX`;
  const born = BORN.exec(text)?.[1];
  if (born !== undefined) return `${year(born)}/..`;
  const died = DIED.exec(text)?.[1];
  if (died !== undefined) return `../${year(died)}`;
  const [, from, to] = ACTIVE.exec(text) ?? SPAN.exec(text) ?? [];
  if (from === undefined && to === undefined) return undefined;
  if (to === undefined && ACTIVE.test(text)) return year(from ?? '');
  return `${from === undefined ? '..' : year(from)}/${to === undefined ? '..' : year(to)}`;
}

function year(text: string): string {
  const [first = '0', second] = text.match(/\d{3,4}/g) ?? [];
  if (second !== undefined) return eitherYear(edtfYear(Number(first)), edtfYear(Number(second)));
  const digits = edtfYear(Number(first));
  const [approximate, uncertain] = [/^[cou]/iu.test(text), text.endsWith('?')];
  return `${digits}${approximate && uncertain ? '%' : approximate ? '~' : uncertain ? '?' : ''}`;
}

/** `1983 or 1984`: an end of an interval cannot be a set, so it is what both years share, `198X`. */
function eitherYear(first: string, second: string): string {
  const differs = [...first].findIndex((digit, index) => digit !== second[index]);
  return differs < 0 ? first : first.slice(0, differs).padEnd(4, 'X');
}
