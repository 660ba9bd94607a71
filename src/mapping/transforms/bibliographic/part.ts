import type { Part } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { readPartStatement } from './part-statement.ts';

/** CEEOL's "Issue Year": `XII/2010`, `58/2010`. */
const VOLUME_AND_YEAR = /^([IVXLC]{1,8}|\d{1,4})\s?\/\s?((?:1[5-9]|20)\d\d)$/;
const YEAR = /^(?:1[5-9]|20)\d\d$/;

export const part = valueTransform({
  name: 'part',
  summary:
    'Reads "Vol. 1, no. 2 (2010), p. 147-158" or "Godina 5/2010" into a part; other text is kept as `text`.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Part',
  bind:
    () =>
    (text: string): Part | undefined => {
      const value = text.trim();
      if (value === '') return undefined;
      if (YEAR.test(value)) return { year: value };
      const pair = VOLUME_AND_YEAR.exec(value);
      if (pair !== null) return { volume: pair[1]!, year: pair[2]! };
      const statement = readPartStatement(value);
      if (statement === undefined) return { text: value };
      const head = value.slice(0, statement.start);
      return /[\p{L}\p{N}]/u.test(head) ? { ...statement.part, text: value } : statement.part;
    },
});
