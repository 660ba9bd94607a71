import { z } from '../../../schema/index.ts';
import { Bad, NOT_MINE, valueTransform } from '../../transform.ts';
import { hasValidCheckDigit, isniIdentifier } from './check-digit.ts';

const ISNI =
  /^(?:(?:https?:\/\/)?(?:www\.)?isni\.org\/(?:isni\/)?|\(?isni\)?:?\s*)?(\d{4})[ -]?(\d{4})[ -]?(\d{4})[ -]?(\d{3}[\dX])$/i;

/** Text → Identifier `{ scheme: 'isni', value, uri }`. A wrong check digit is bad: `isni.checksum`. */
export const isni = valueTransform({
  name: 'isni',
  summary: 'Recognises an ISNI.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Identifier',
  recogniser: true,
  bind: () => (value: string) => {
    const match = value.length > 100 ? null : ISNI.exec(value.trim());
    if (match === null) return NOT_MINE;
    const characters = match.slice(1).join('').toUpperCase();
    if (!hasValidCheckDigit(characters))
      return new Bad('isni.checksum', 'the check digit of the ISNI is wrong');
    return isniIdentifier(characters);
  },
});
