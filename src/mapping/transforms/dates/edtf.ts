/** An EDTF expression of ours, from its parts. All are ISO 8601-2 level 1, or the level 2 set `[a..b]`. */
export type Edtf =
  | { readonly kind: 'point'; readonly point: string }
  /** `..` stands for an open end. */
  | { readonly kind: 'interval'; readonly from: string; readonly to: string }
  | { readonly kind: 'oneOf'; readonly from: string; readonly to: string }
  | { readonly kind: 'list'; readonly points: readonly string[] };

/** A year from its number: `0044`, `-0043`. */
export function edtfYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return year < 0 ? `-${digits}` : digits;
}

/** A day when it exists, else `undefined`: 2010-02-30 does not. */
export function edtfDay(year: string, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(Number(year), month)) return undefined;
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** A month when it exists. */
export function edtfMonth(year: string, month: number): string | undefined {
  return month >= 1 && month <= 12 ? `${year}-${pad(month)}` : undefined;
}

/** The first and the last day that a point may mean, for sorting. */
export function pointBounds(point: string): { readonly start: string; readonly end: string } | undefined {
  const match = /^(-?)(\d{4}|\d{1,3}X{1,3})(?:-(\d\d))?(?:-(\d\d))?[?~%]?$/.exec(point);
  const year = match?.[2];
  if (match === null || year === undefined) return undefined;
  const [first, last] = [
    `${match[1]}${year.replaceAll('X', '0')}`,
    `${match[1]}${year.replaceAll('X', '9')}`,
  ];
  const month = Number(match[3] ?? 0);
  const day = match[4];
  // Seasons lie differently north and south; their year is what is sure.
  if (month < 1 || month > 12) return { start: `${first}-01-01`, end: `${last}-12-31` };
  if (day !== undefined)
    return { start: `${first}-${pad(month)}-${day}`, end: `${last}-${pad(month)}-${day}` };
  return { start: `${first}-${pad(month)}-01`, end: `${last}-${pad(month)}-${daysIn(Number(last), month)}` };
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
