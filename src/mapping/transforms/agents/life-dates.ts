import { edtfYear } from '../dates/edtf.ts';

const YEAR = '(?:ca?\\.? ?|oko |um )?\\d{3,4}\\??';
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
  const digits = edtfYear(Number(/\d+/.exec(text)?.[0] ?? 0));
  const [approximate, uncertain] = [/^[cou]/iu.test(text), text.endsWith('?')];
  return `${digits}${approximate && uncertain ? '%' : approximate ? '~' : uncertain ? '?' : ''}`;
}
