/** Where in a MARC record paths are read from, and what is never found from there. */
import { parseMarcPath, type MarcPath } from '../../paths/marc-syntax.ts';
import { unknownFields, unknownSubfields } from './marc-fields.ts';
import { indicatorIn, unknownIndicator, unknownIndicators, type Indicator } from './marc-indicators.ts';

/** What `each` gives; `other` is a position, an attribute or the leader. */
export type MarcPlace =
  | { readonly kind: 'record' | 'subfield' | 'other' }
  /** `X` in a tag is any digit. */
  | { readonly kind: 'field'; readonly tag: string };

export const RECORD: MarcPlace = { kind: 'record' };

/** Where a path leads from any of these places. Throws a `PathSyntaxError`. */
export function placesAfter(text: string, from: readonly MarcPlace[]): readonly MarcPlace[] {
  return text === '.' ? from : parseMarcPath(text).flatMap((path) => placesOf(path, from));
}

function placesOf({ step, read }: MarcPath, from: readonly MarcPlace[]): readonly MarcPlace[] {
  if (read.kind === 'subfields') return [{ kind: 'subfield' }];
  if (read.kind !== 'field' || step.kind === 'leader') return [{ kind: 'other' }];
  if (step.kind === 'self') return from;
  return step.kind === 'record' ? [RECORD] : [{ kind: 'field', tag: step.linked ?? step.tag }];
}

/**
 * What a path names that MARC 21 does not have, and why it finds nothing from any of these places; `script` is the tag of
 * the fields that stand for others in another script. Throws a `PathSyntaxError`.
 */
export function unknownInMarc(
  text: string,
  from: readonly MarcPlace[],
  script: string | undefined,
): readonly string[] {
  const paths = parseMarcPath(text);
  const never = paths.map((path) => neverFound(path, from, script));
  return [
    ...paths.flatMap((path) => [...unknownFields(path), ...unknownIndicators(path)]),
    // Of several spellings, one that is never found does no harm.
    ...(never.every((reasons) => reasons.length > 0) ? never.flat() : []),
  ];
}

function neverFound(
  path: MarcPath,
  from: readonly MarcPlace[],
  script: string | undefined,
): readonly string[] {
  const reasons = from.map((place) => neverFoundAt(path, place, script));
  return reasons.every((found) => found.length > 0) ? (reasons[0] ?? []) : [];
}

function neverFoundAt(path: MarcPath, place: MarcPlace, script: string | undefined): readonly string[] {
  const { absolute, step, read } = path;
  if (place.kind !== 'field' && place.kind !== 'subfield') return [];
  const here = place.kind === 'field' ? `field ${place.tag}` : 'a subfield';
  if (step.kind === 'field') {
    const isBeside = absolute || step.linked !== undefined || (place.kind === 'field' && step.tag === script);
    if (isBeside) return [];
    return [
      `field ${step.tag} does not stand inside ${here}; begin the path with "/" to read it from the record`,
    ];
  }
  if (step.kind !== 'self') return [];
  if (place.kind === 'field') {
    // A rule for many fields may read the subfields that any of them has.
    const unknown = unknownSubfields(place.tag, path);
    return read.kind === 'subfields' && unknown.length === read.codes.length ? unknown : [];
  }
  if (read.kind === 'subfields') return ['no subfield stands inside a subfield; "." is its text'];
  return indicatorIn(read) === undefined ? [] : ['a subfield has no indicators'];
}

const INDICATOR = /^@(ind[12])$/;

/** What is wrong with a value that a path is compared with: an indicator that is not defined for any of these places. */
export function unknownValue(path: string, literal: string, from: readonly MarcPlace[]): readonly string[] {
  const indicator = INDICATOR.exec(path)?.[1] as Indicator | undefined;
  if (indicator === undefined) return [];
  const wrong = from.map((place) =>
    place.kind === 'field' ? unknownIndicator(place.tag, indicator, literal) : undefined,
  );
  return wrong.every((why) => why !== undefined) ? wrong.slice(0, 1) : [];
}
