import type { DateValue } from '../../../model/canonical.ts';
import { readPoint, type DateReading } from './date-point.ts';
import { readDateText, saysUndated, type DateText } from './date-text.ts';
import { pointBounds, type Edtf } from './edtf.ts';
import { readEdtfSet } from './edtf-set.ts';

/** No date is longer; whatever is, is prose. */
const LONGEST = 120;

/** Most dates: nothing stands around the year, month and day. */
const PLAIN = /^\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.]+Z?)?)?)?$/;

/** A date as read: without its `type`, unless the text says it. */
export type ReadDate = Omit<DateValue, 'type'> & { readonly type?: DateValue['type'] };

/**
 * A date statement → its meaning, or `undefined` when it cannot be read. The result is never more precise than
 * the text. Several dates in one statement (`1974, 2005`) are several results.
 */
export function readDate(value: string, reading: DateReading): readonly ReadDate[] | undefined {
  const raw = value.trim();
  if (raw === '' || raw.length > LONGEST) return undefined;
  const plain = PLAIN.test(raw) ? readPoint(raw, reading) : undefined;
  if (plain !== undefined) return [toDate(raw, AS_WRITTEN, { kind: 'point', point: plain })];
  if (saysUndated(raw)) return [{ raw, qualifiers: [], undated: true }];
  const set = readEdtfSet(raw, reading);
  const statement = set === undefined ? readDateText(raw) : AS_WRITTEN;
  const edtf = set ?? readExpression(statement.text, reading);
  if (edtf === undefined) return undefined;
  const approximate = statement.qualifiers.has('approximate');
  if (edtf.kind !== 'list') return [toDate(raw, statement, approximate ? circa(edtf) : edtf)];
  return edtf.points.map((point) => toDate(raw, statement, { kind: 'point', point }));
}

/** Nothing is said of the date beside it; the brackets of a set say nothing of who supplied it. */
const AS_WRITTEN: DateText = { text: '', qualifiers: new Set(), copyright: false };

type Single = Exclude<Edtf, { kind: 'list' }>;

function readExpression(text: string, reading: DateReading): Edtf | undefined {
  const point = readPoint(text, reading);
  if (point !== undefined) return { kind: 'point', point };
  return (
    readOpen(text, reading) ??
    readBetween(text, reading) ??
    readRange(text, reading) ??
    readList(text, reading)
  );
}

/** `after 1700`, `before 1850`, `1950-`. */
function readOpen(text: string, reading: DateReading): Edtf | undefined {
  const before =
    /^(?:before|bef\.|not after|vor|avant|antes de|prije|pre|пре|прије|до|do|to|until|til|-|\.\.\/)[ ]?(.*\d.*)$/iu.exec(
      text,
    )?.[1];
  const after =
    /^(?:after|aft\.|not before|nach|après|despu[ée]s de|posle|poslije|nakon|после|након|since|from|od|од|с|seit|depuis|ab)[ ](.*\d.*)$/iu.exec(
      text,
    )?.[1];
  const since =
    /^(.*\d[?~]?) ?(?:-|\/|\/\.\.|- ?(?:present|today|heute|ongoing|danas|данас|н\.в\.|now|actualidad)|\+)$/iu.exec(
      text,
    )?.[1];
  if (before !== undefined) return interval('..', readPoint(before, reading));
  return interval(readPoint(after ?? since ?? '', reading), '..');
}

/** `between 1920 and 1930`, `1998 or 1999`: one of them, and not the time from the one to the other. */
function readBetween(text: string, reading: DateReading): Edtf | undefined {
  const [, first, second] =
    /^(?:between|zwischen|entre|između|између|между)(?: the years)? (.+?) (?:and|und|et|y|e|i|и)(?: the)? (.+)$/iu.exec(
      text,
    ) ??
    /^(.+?) (?:or|oder|ou|o|ili|или|nebo|lub) (.+)$/iu.exec(text) ??
    /^\[(.+?)\.\.(.+)\]$/.exec(text) ??
    [];
  if (first === undefined || second === undefined) return undefined;
  const marks = /[?~]+$/.exec(second)?.[0] ?? '';
  const from = readPoint(first, reading);
  const to = readPoint(second.slice(0, second.length - marks.length), reading);
  return from === undefined || to === undefined ? undefined : { kind: 'oneOf', from, to };
}

const RANGE = /^(.*?\S)(?: ?--? ?| ?\/ ?| (?:to|bis|do|до|à|a|al|até|and|und|&) )(\S.*)$/iu;

function readRange(text: string, reading: DateReading): Edtf | undefined {
  const academic = /^(\d{4}) ?[/-] ?(\d{1,2})([?~]?)$/.exec(text);
  if (academic !== null) return shortRange(academic[1] ?? '', academic[2] ?? '', academic[3] ?? '');
  for (const [from = '', to = ''] of divisions(text)) {
    const [start, end] = [readPoint(completed(from, to), reading), readPoint(to, reading)];
    if (start !== undefined && end !== undefined) return ordered(start, end);
  }
  return undefined;
}

/** Every way to cut a text at one dash or slash; separators with blanks around them first. */
function divisions(text: string): readonly (readonly string[])[] {
  const cuts = [
    ' -- ',
    ' - ',
    ' / ',
    '/',
    '--',
    ' to ',
    ' bis ',
    ' do ',
    ' до ',
    ' and ',
    ' à ',
    '-',
  ].flatMap((separator) => {
    const parts = text.split(separator);
    const half = parts.length / 2;
    if (parts.length < 2 || parts.length > 6 || !Number.isInteger(half)) return [];
    return [[parts.slice(0, half).join(separator).trim(), parts.slice(half).join(separator).trim()]];
  });
  const whole = RANGE.exec(text);
  return whole === null ? cuts : [...cuts, whole.slice(1)];
}

/** `March-April 2010`, `18.-19. Jh.`: what only the second part says holds for the first. */
function completed(from: string, to: string): string {
  if (/^\p{L}+\.?$/u.test(from)) return `${from} ${/\d{4}[?~]?$/.exec(to)?.[0] ?? ''}`.trim();
  if (/^(?:\d{1,2}(?:st|nd|rd|th|\.)?|[IVX]+\.?)$/i.test(from)) {
    const unit = /^(?:\d{1,2}(?:st|nd|rd|th|\.)?|[IVX]+\.?)(.*)$/i.exec(to)?.[1];
    return `${from}${unit ?? ''}`;
  }
  return from;
}

/** `1998-99`, `1998/9`: the second year is cut. `2001/02` (which may be a month) never comes here. */
function shortRange(first: string, second: string, mark: string): Edtf | undefined {
  const end = `${first.slice(0, 4 - second.length)}${second}`;
  return Number(end) > Number(first)
    ? { kind: 'interval', from: `${first}${mark}`, to: `${end}${mark}` }
    : undefined;
}

function ordered(start: string, end: string): Edtf | undefined {
  if (start === end) return { kind: 'point', point: start };
  const [from, to] = [pointBounds(start), pointBounds(end)];
  if (from === undefined || to === undefined || (from.start > to.end && !start.startsWith('-')))
    return undefined;
  return { kind: 'interval', from: start, to: end };
}

/** `1974, 2005`, `1970 1970`. */
function readList(text: string, reading: DateReading): Edtf | undefined {
  const parts = /[,;]/.test(text) ? text.split(/[,;]/) : text.split(' ');
  if (parts.length < 2 || parts.length > 12) return undefined;
  const points = parts.map((part) => readPoint(part.trim(), reading));
  if (points.some((point) => point === undefined)) return undefined;
  const distinct = [...new Set(points.filter((point) => point !== undefined))];
  return distinct.length === 1
    ? { kind: 'point', point: distinct[0] ?? '' }
    : { kind: 'list', points: distinct };
}

function interval(from: string | undefined, to: string | undefined): Edtf | undefined {
  return from === undefined || to === undefined ? undefined : { kind: 'interval', from, to };
}

/** "Circa" before a range holds for both ends. */
function circa(edtf: Single): Single {
  const mark = (point: string): string =>
    point === '..' || /[~%]$/.test(point)
      ? point
      : point.endsWith('?')
        ? `${point.slice(0, -1)}%`
        : `${point}~`;
  if (edtf.kind === 'point') return { kind: 'point', point: mark(edtf.point) };
  return { ...edtf, from: mark(edtf.from), to: mark(edtf.to) };
}

function toDate(raw: string, statement: DateText, edtf: Single): ReadDate {
  const written = write(edtf);
  const [first, last] = edtf.kind === 'point' ? [edtf.point, edtf.point] : [edtf.from, edtf.to];
  const start = pointBounds(first)?.start;
  const end = pointBounds(last)?.end;
  const qualifiers = new Set(statement.qualifiers);
  if (/[?%]/.test(written) || (edtf.kind === 'oneOf' && raw.includes('?'))) qualifiers.add('uncertain');
  if (/[~%]/.test(written)) qualifiers.add('approximate');
  return {
    edtf: written,
    raw,
    qualifiers: (['approximate', 'uncertain', 'inferred'] as const).filter((name) => qualifiers.has(name)),
    ...(statement.copyright && { type: 'copyright' as const }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(statement.note !== undefined && { note: statement.note }),
  };
}

function write(edtf: Single): string {
  if (edtf.kind === 'point') return edtf.point;
  return edtf.kind === 'interval' ? `${edtf.from}/${edtf.to}` : `[${edtf.from}..${edtf.to}]`;
}
