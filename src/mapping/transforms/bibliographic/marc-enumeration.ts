import type { Part } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';

/** `18:2<147-158`: up to three levels divided by colons, then the first page. */
const ENUMERATION =
  /^([^:<]{1,40})?(?::([^:<]{1,40}))?(?::([^:<]{1,40}))?(?:<\s?([^<:\s-]{1,12})(?:\s?[-–]\s?([^<:\s-]{1,12}))?)?$/u;

/** Text → Part. MARC 21 names the levels nowhere; they are volume, issue and number. Other text is kept as `text`. */
export const marcEnumeration = valueTransform({
  name: 'marc_enumeration',
  summary: 'Reads "enumeration and first page" of MARC field 773 $q.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Part',
  bind:
    () =>
    (value: string): Part | undefined => {
      const text = value.trim();
      if (text === '') return undefined;
      const [, volume, issue, number, start, end] = ENUMERATION.exec(text) ?? [];
      const levels = [volume, issue, number];
      if (levels.some((level) => level?.trim() === '')) return { text };
      if (volume === undefined && start === undefined) return { text };
      return {
        ...(volume !== undefined && { volume: volume.trim() }),
        ...(issue !== undefined && { issue: issue.trim() }),
        ...(number !== undefined && { number: number.trim() }),
        ...(start !== undefined && { pages: { start, ...(end !== undefined && { end }) } }),
      };
    },
});
