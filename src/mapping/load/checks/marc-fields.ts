/** Fields and subfields that MARC 21 does not have. */
import { didYouMean } from '../../../yaml/did-you-mean.ts';
import type { MarcPath, MarcPredicate, MarcRead } from '../../paths/marc-syntax.ts';
import { MARC_21, marcTags } from './source-schemas/marc21.ts';

/** Tags of local use: any with a 9, and those that are no numbers (`CAT`, `LDR`). */
const LOCAL = /9|[^\dX]/;

/** What a path names and MARC 21 does not have. */
export function unknownFields(path: MarcPath): readonly string[] {
  if (path.step.kind !== 'field') return [];
  const { tag, linked } = path.step;
  return [tag, ...(linked === undefined ? [] : [linked])].flatMap((one) => unknownSubfields(one, path));
}

/** The subfields that a path reads or asks for and a field does not have, or that there is no such field. */
export function unknownSubfields(tag: string, path: MarcPath): readonly string[] {
  if (LOCAL.test(tag)) return [];
  const tags = marcTags(tag);
  if (tags.length === 0) return [`MARC 21 has no field ${tag}${didYouMean(tag, [...MARC_21.keys()])}`];
  const codes = new Set(tags.flatMap((known) => [...MARC_21.get(known)!]));
  if (codes.has('*')) return [];
  const known = [...codes].map((code) => `$${code}`).join(' ');
  return codesOf(path)
    .filter((code) => !/[\d*]/.test(code) && !codes.has(code))
    .map((code) => `MARC 21 has no subfield $${code} in ${tag}; it has ${known === '' ? 'none' : known}`);
}

function codesOf({ read, predicates }: MarcPath): readonly string[] {
  return [...codesRead(read), ...predicates.flatMap(codesTested)];
}

function codesRead(read: MarcRead): readonly string[] {
  return read.kind === 'subfields' ? [...read.codes] : [];
}

function codesTested(predicate: MarcPredicate): readonly string[] {
  switch (predicate.kind) {
    case 'exists':
    case 'compare':
    case 'matches':
      return codesRead(predicate.read);
    case 'not':
      return codesTested(predicate.of);
    case 'and':
    case 'or':
      return [...codesTested(predicate.left), ...codesTested(predicate.right)];
    default:
      return [];
  }
}
