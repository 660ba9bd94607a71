import type { DateValue } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { Bad, valueTransform } from '../../transform.ts';

const QUALIFIERS: ReadonlyMap<string, DateValue['qualifiers'][number]> = new Map([
  ['approximate', 'approximate'],
  ['questionable', 'uncertain'],
  ['inferred', 'inferred'],
]);

/** MODS `@qualifier` → part of a DateValue, to be merged with what the date itself says. Bad: `date.qualifier`. */
export const modsQualifier = valueTransform({
  name: 'mods_qualifier',
  summary: 'Reads the qualifier of a MODS date.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'DateValue',
  bind: () => (text: string) => {
    const qualifier = QUALIFIERS.get(text.trim().toLowerCase());
    return qualifier === undefined
      ? new Bad('date.qualifier', 'is no qualifier of a date that MODS has')
      : { qualifiers: [qualifier] };
  },
});
