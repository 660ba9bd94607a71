import type { DateValue } from '../../../model/canonical.ts';
import type { Rendering } from '../rendering.ts';
import type { OutputGroup } from './output-group.ts';

/** The elements of `originInfo`; other types of dates become `dateOther`. */
const ELEMENTS: Readonly<Partial<Record<DateValue['type'], string>>> = {
  issued: 'dateIssued',
  created: 'dateCreated',
  captured: 'dateCaptured',
  valid: 'dateValid',
  updated: 'dateModified',
  copyright: 'copyrightDate',
};

/** MODS has one qualifier a date; "inferred" has no sign in EDTF, so it goes first. */
const QUALIFIERS = [
  ['inferred', 'inferred'],
  ['approximate', 'approximate'],
  ['uncertain', 'questionable'],
] as const;

const CLOSED_INTERVAL = /^([^./][^/]*)\/([^./][^/]*)$/;

/**
 * Dates → `dateIssued`, `dateCreated` … as EDTF, a closed interval as a pair of start and end. A date without EDTF
 * stands as the source wrote it; one that the source wrote differently also has a `displayDate`, when it is the only
 * one. Only the record itself has a key date.
 */
export const modsDates: OutputGroup = {
  name: 'mods_dates',
  takes: 'DateValue',
  writes: [...Object.values(ELEMENTS), 'dateOther', 'displayDate'],
  bind(written) {
    const names = new Map(Object.entries(ELEMENTS).map(([type, key]) => [type, written(key)]));
    const other = written('dateOther');
    const display = written('displayDate');
    return (values, rendering) => {
      const dates = values as readonly DateValue[];
      for (const date of dates) writeDate(date, names.get(date.type) ?? other, rendering);
      const [only] = dates;
      if (dates.length === 1 && only?.edtf !== undefined && only.edtf !== only.raw) {
        rendering.writer.start(display);
        rendering.writer.text(only.raw);
        rendering.writer.end();
      }
      return dates.length > 0;
    };
  },
};

function writeDate(date: DateValue, name: string, rendering: Rendering): void {
  const type = ELEMENTS[date.type] === undefined ? date.type : undefined;
  const key = date.keyDate === true && rendering.description === 0;
  if (date.edtf === undefined) return writeElement({ date, name, type, key, text: date.raw }, rendering);
  const interval = CLOSED_INTERVAL.exec(date.edtf);
  if (interval === null) {
    writeElement({ date, name, type, key, text: date.edtf, encoded: true }, rendering);
    return;
  }
  const [, start, end] = interval as unknown as [string, string, string];
  writeElement({ date, name, type, key, text: start, encoded: true, point: 'start' }, rendering);
  writeElement({ date, name, type, key: false, text: end, encoded: true, point: 'end' }, rendering);
}

interface DateElement {
  readonly date: DateValue;
  readonly name: string;
  readonly type: string | undefined;
  readonly key: boolean;
  readonly text: string;
  readonly encoded?: true;
  readonly point?: 'start' | 'end';
}

function writeElement(element: DateElement, { writer }: Rendering): void {
  const { date, type, point } = element;
  writer.start(element.name, element.encoded ? ' encoding="edtf"' : '');
  if (element.key) writer.attribute('keyDate', 'yes');
  if (point !== undefined) writer.attribute('point', point);
  const qualifier = QUALIFIERS.find(([ours]) => date.qualifiers.includes(ours))?.[1];
  if (qualifier !== undefined) writer.attribute('qualifier', qualifier);
  if (date.calendar !== undefined) writer.attribute('calendar', date.calendar);
  if (type !== undefined) writer.attribute('type', type);
  writer.text(element.text);
  writer.end();
}
