import type { Identifier } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { valueTransform, type TransformContext } from '../../transform.ts';
import { AUTHORITIES, type Authority } from '../../vocab/authorities.ts';
import { hasValidCheckDigit, isniIdentifier, orcidIdentifier } from './check-digit.ts';
import { hasValidRorChecksum } from './ror.ts';

const LONGEST = 300;

/**
 * Text → Identifier of a person or organisation, with its URI where the registry gives one. The form of a web address
 * decides; otherwise the named scheme does. What cannot be an identifier of its scheme stays as it is, marked
 * `invalid` and reported (`orcid.checksum`, `ror.malformed` …); a scheme that is not listed keeps its name.
 */
export const nameIdentifier = valueTransform({
  name: 'name_identifier',
  summary: 'Reads an ORCID iD, ISNI, ROR, funder or authority identifier by its address or its named scheme.',
  arguments: z
    .strictObject({ scheme: z.string().optional().describe('`ORCID`, `ROR` … as the source calls it') })
    .optional(),
  takes: 'text',
  gives: 'Identifier',
  bind: (args) => {
    const named = args?.scheme?.trim().toLowerCase() || undefined;
    const authority = named === undefined ? undefined : BY_NAME.get(named);
    return (text: string, context: TransformContext) => {
      const value = text.trim();
      if (value === '') return undefined;
      return byAddress(value, context) ?? byScheme(value, { authority, named, context });
    };
  },
});

const BY_NAME: ReadonlyMap<string, Authority> = new Map(
  AUTHORITIES.flatMap((authority) =>
    [authority.scheme, ...authority.names].map((name) => [name, authority] as const),
  ),
);

function byAddress(value: string, context: TransformContext): Identifier | undefined {
  if (value.length > LONGEST) return undefined;
  for (const authority of AUTHORITIES) {
    const id = authority.address.exec(value)?.[1];
    if (id !== undefined) return checked(id, authority, context);
  }
  return undefined;
}

interface Named {
  readonly authority: Authority | undefined;
  /** The scheme as the source calls it, in lower case. */
  readonly named: string | undefined;
  readonly context: TransformContext;
}

function byScheme(value: string, { authority, named, context }: Named): Identifier {
  const uri = /^https?:\/\/[^\s/]+\/\S*$/.test(value) ? { uri: value } : {};
  if (authority === undefined) {
    const shown = named === undefined ? byForm(value) : undefined;
    return shown ?? { scheme: named ?? ('uri' in uri ? 'uri' : 'other'), value, ...uri };
  }
  const id = value.length > LONGEST ? undefined : authority.bare.exec(value)?.[1];
  if (id !== undefined) return checked(id, authority, context);
  const { scheme } = authority;
  context.report(`${scheme}.malformed`, `is no identifier of the kind "${scheme}"; it is kept as invalid`);
  return { scheme, value, invalid: true };
}

/** Of a scheme that nobody named, but whose identifiers look like no others. */
function byForm(value: string): Identifier | undefined {
  if (value.length > LONGEST) return undefined;
  for (const { scheme, bare, uri, unmistakable } of AUTHORITIES) {
    const id = unmistakable === true ? bare.exec(value)?.[1]?.toLowerCase() : undefined;
    if (id !== undefined && (scheme !== 'ror' || hasValidRorChecksum(id)))
      return { scheme, value: id, uri: uri + id };
  }
  return undefined;
}

/** Both registries number by ISO 7064 MOD 11-2; so does ROR in its own way. */
function checked(id: string, { scheme, uri }: Authority, context: TransformContext): Identifier {
  if (scheme === 'orcid' || scheme === 'isni') {
    const characters = id.replace(/[ -]/g, '').toUpperCase();
    if (!hasValidCheckDigit(characters)) return wrongCheckDigit(id, scheme, context);
    return scheme === 'orcid' ? orcidIdentifier(characters) : isniIdentifier(characters);
  }
  if (scheme === 'ror') {
    const value = id.toLowerCase();
    return hasValidRorChecksum(value)
      ? { scheme, value, uri: uri + value }
      : wrongCheckDigit(id, scheme, context);
  }
  const value = scheme === 'wikidata' ? id.toUpperCase() : id;
  return { scheme, value, uri: uri + value };
}

function wrongCheckDigit(value: string, scheme: string, context: TransformContext): Identifier {
  context.report(
    `${scheme}.checksum`,
    `the check digit of the identifier (${scheme}) is wrong; it is kept as invalid`,
  );
  return { scheme, value, invalid: true };
}
