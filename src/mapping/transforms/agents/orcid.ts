import { z } from '../../../schema/index.ts';
import { Bad, NOT_MINE, valueTransform } from '../../transform.ts';
import { hasValidCheckDigit, orcidIdentifier } from './check-digit.ts';

const ORCID =
  /^(?:(?:https?:\/\/)?(?:www\.|sandbox\.)?orcid\.org\/|\(?orcid\)?:?\s*)?(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])\/?$/i;

/** Text → Identifier `{ scheme: 'orcid', value, uri }`. A wrong check digit is bad: `orcid.checksum`. */
export const orcid = valueTransform({
  name: 'orcid',
  summary: 'Recognises an ORCID iD.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Identifier',
  recogniser: true,
  bind: () => (value: string) => {
    const match = value.length > 100 ? null : ORCID.exec(value.trim());
    if (match === null) return NOT_MINE;
    const characters = match.slice(1).join('').toUpperCase();
    if (!hasValidCheckDigit(characters))
      return new Bad('orcid.checksum', 'the check digit of the ORCID iD is wrong');
    return orcidIdentifier(characters);
  },
});
