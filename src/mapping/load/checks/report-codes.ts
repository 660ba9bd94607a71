/** The codes of the issues that the engine and the transforms report, whatever a mapping says. */
import { AUTHORITIES } from '../../vocab/authorities.ts';

const ENGINE = [
  'check.count', 'limit.depth', 'limit.value-length', 'limit.values', 'record.several', 'route.unclaimed', 'table.miss',
  'target.boolean', 'target.conflict', 'target.enum', 'target.field', 'target.incomplete', 'target.number',
  'target.pattern', 'target.type', 'value.unrecognised',
] as const; // prettier-ignore

const TRANSFORMS = [
  'agents.ambiguous', 'date.ambiguous', 'date.marc-coded', 'date.order', 'date.qualifier', 'date.reversed',
  'date.several', 'date.unparseable', 'date.zero-padded', 'doi.incomplete', 'doi.malformed', 'geo.malformed',
  'geo.marc-coordinates', 'geo.range', 'grant.incomplete', 'hdl.placeholder', 'integer.invalid', 'isbn.invalid',
  'isbn.malformed', 'isni.checksum', 'issn.invalid', 'language.unknown', 'licence.unknown', 'licence.version-missing',
  'media-type.url', 'name-dates.unparseable', 'name.concatenated', 'orcid.checksum', 'period.unparseable',
  'reference.unresolved', 'relator.ambiguous', 'relator.unknown', 'ror.checksum', 'text.mojibake', 'text.replacement',
  'text.too-long', 'title.nonfiling', 'url.credentials', 'url.glued', 'url.local', 'url.malformed', 'values.limited',
  'variants.doubtful',
] as const; // prettier-ignore

/** What `name_identifier` says of the identifiers of each registry. */
const OF_AUTHORITIES = AUTHORITIES.map(({ scheme }) => `${scheme}.malformed`);

export const REPORT_CODES: readonly string[] = [...ENGINE, ...TRANSFORMS, ...OF_AUTHORITIES];
