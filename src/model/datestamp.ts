/**
 * UTC datestamps and granularity (protocol §3.3). Datestamps are strings in one of the two legal forms, so
 * that they compare as text; no function here knows of local time.
 */

export const GRANULARITIES = ['YYYY-MM-DD', 'YYYY-MM-DDThh:mm:ssZ'] as const;
export type Granularity = (typeof GRANULARITIES)[number];

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const SECOND = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})Z$/;
const LENIENT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** The granularity of a legal datestamp, or `undefined` when the text is not one (also `2020-02-30`, `T24:00:00Z`). */
export function granularityOf(datestamp: string): Granularity | undefined {
  const day = DAY.exec(datestamp);
  if (day) return isCalendarDate(day) ? 'YYYY-MM-DD' : undefined;
  const second = SECOND.exec(datestamp);
  if (!second || !isCalendarDate(second)) return undefined;
  const [hours, minutes, seconds] = second.slice(4, 7).map(Number) as [number, number, number];
  return hours < 24 && minutes < 60 && seconds < 60 ? 'YYYY-MM-DDThh:mm:ssZ' : undefined;
}

/**
 * Reads the datestamps that repositories really send: offsets, fractions, a blank instead of `T`, a missing
 * `Z`, blanks around (harvesters F93, F110, F111). Gives UTC seconds, or the day when only a day was given;
 * `undefined` when no date can be read.
 */
export function parseLenientDatestamp(text: string): string | undefined {
  const match = LENIENT.exec(text.trim());
  if (!match || !isCalendarDate(match)) return undefined;
  const [, year, month, day, hours, minutes, seconds, zone] = match;
  if (hours === undefined || minutes === undefined) return `${year}-${month}-${day}`;
  const utc = `${year}-${month}-${day}T${hours}:${minutes}:${seconds ?? '00'}Z`;
  if (granularityOf(utc) === undefined) return undefined;
  return zone === undefined || zone.toUpperCase() === 'Z' ? utc : addSeconds(utc, -offsetSeconds(zone));
}

/** Writes an instant in the given granularity, in UTC, without fractions. */
export function formatDatestamp(instant: Date, granularity: Granularity = 'YYYY-MM-DDThh:mm:ssZ'): string {
  const iso = instant.toISOString();
  return granularity === 'YYYY-MM-DD' ? iso.slice(0, 10) : `${iso.slice(0, 19)}Z`;
}

/** The instant at which a legal datestamp begins, in milliseconds; a day begins at midnight UTC. */
export function instantOf(datestamp: string): number {
  return Date.parse(datestamp.length === 10 ? `${datestamp}T00:00:00Z` : datestamp);
}

/** Cuts a datestamp to a granularity; a day asked for seconds becomes its first second. */
export function coarsen(datestamp: string, granularity: Granularity): string {
  return formatDatestamp(new Date(instantOf(datestamp)), granularity);
}

/** The last second that an inclusive `until` covers: a day ends at 23:59:59 (protocol §2.7.1). */
export function lastSecondOf(datestamp: string): string {
  return datestamp.length === 10 ? `${datestamp}T23:59:59Z` : datestamp;
}

/** A datestamp moved by some seconds, in its own granularity. */
export function addSeconds(datestamp: string, seconds: number): string {
  const moved = new Date(instantOf(datestamp) + seconds * 1000);
  return formatDatestamp(moved, datestamp.length === 10 ? 'YYYY-MM-DD' : 'YYYY-MM-DDThh:mm:ssZ');
}

/** The granularity an Identify response means, whatever its case; days when it cannot be told (F103). */
export function parseGranularity(text: string): Granularity {
  return /^YYYY-MM-DDThh:mm/i.test(text.trim()) ? 'YYYY-MM-DDThh:mm:ssZ' : 'YYYY-MM-DD';
}

function isCalendarDate(match: RegExpExecArray): boolean {
  const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function offsetSeconds(zone: string): number {
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.replace(/[^\d]/g, '');
  return sign * (Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2, 4)) * 60);
}
