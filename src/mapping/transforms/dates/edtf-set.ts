import { readPoint, type DateReading } from './date-point.ts';
import { pointBounds, type Edtf } from './edtf.ts';

const RANGE = /^([[{])([^\s.,[\]{}]{4,11})?\.\.([^\s.,[\]{}]{4,11})?[\]}]$/;
const ALL_OF = /^\{([^[\]{}]{4,100})\}$/;

/**
 * A set of ISO 8601-2 level 2: `[1998..1999]` is one of them, `{1960,1961}` and `{1998..2000}` are all of them, an open end
 * (`[..1998]`, `[1998..]`) is the time before or after. `[1960,1961]` is none: cataloguers bracket what they supply.
 */
export function readEdtfSet(text: string, reading: DateReading): Edtf | undefined {
  const range = RANGE.exec(text);
  if (range !== null) return rangeOf(range, reading);
  const points = ALL_OF.exec(text)?.[1]
    ?.split(',')
    .map((part) => readPoint(part.trim(), reading));
  if (points === undefined || points.includes(undefined)) return undefined;
  return { kind: 'list', points: points.filter((point) => point !== undefined) };
}

function rangeOf([, bracket, first, last]: RegExpExecArray, reading: DateReading): Edtf | undefined {
  const from = first === undefined ? '..' : readPoint(first, reading);
  const to = last === undefined ? '..' : readPoint(last, reading);
  if (from === undefined || to === undefined) return undefined;
  const [start, end] = [pointBounds(from)?.start, pointBounds(to)?.end];
  if (from === to || (start !== undefined && end !== undefined && start > end && !from.startsWith('-')))
    return undefined;
  const isOneOf = bracket === '[' && first !== undefined && last !== undefined;
  return { kind: isOneOf ? 'oneOf' : 'interval', from, to };
}
