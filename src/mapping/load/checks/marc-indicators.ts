/** Indicators that are compared with what MARC 21 does not define for their field. */
import type { MarcPath, MarcPredicate, MarcRead } from '../../paths/marc-syntax.ts';
import { MARC_21_INDICATORS } from './source-schemas/marc21-indicators.ts';
import { marcTags } from './source-schemas/marc21.ts';

/** What is wrong with the indicators in the predicates of a path. */
export function unknownIndicators({ step, predicates }: MarcPath): readonly string[] {
  if (step.kind !== 'field') return [];
  const tag = step.linked ?? step.tag;
  return predicates
    .flatMap(comparisons)
    .flatMap(({ indicator, literal }) => unknownIndicator(tag, indicator, literal) ?? []);
}

export type Indicator = 'ind1' | 'ind2';

/** The indicator that is read; `undefined` when something else is. */
export function indicatorIn(read: MarcRead): Indicator | undefined {
  const isIndicator = read.kind === 'attribute' && (read.name === 'ind1' || read.name === 'ind2');
  return isIndicator ? read.name : undefined;
}

/** Says so when no field of a tag (`X` is any digit) has a value in an indicator; nothing when that is not known. */
export function unknownIndicator(tag: string, indicator: Indicator, literal: string): string | undefined {
  const values = marcTags(tag).map(
    (known) => MARC_21_INDICATORS.get(known)?.[indicator === 'ind1' ? 0 : 1] ?? ANY,
  );
  if (values.length === 0 || values.includes(ANY)) return undefined;
  const defined = [...new Set(values.join(''))].sort();
  if (defined.includes(literal)) return undefined;
  const has = defined.map((value) => (value === ' ' ? 'a blank' : value)).join(', ');
  return `MARC 21 has no ${indicator} "${literal}" in ${tag}; it has ${has}`;
}

const ANY = '*';

interface Comparison {
  readonly indicator: Indicator;
  readonly literal: string;
}

function comparisons(predicate: MarcPredicate): readonly Comparison[] {
  switch (predicate.kind) {
    case 'compare': {
      const indicator = indicatorIn(predicate.read);
      return indicator === undefined ? [] : [{ indicator, literal: predicate.literal }];
    }
    case 'not':
      return comparisons(predicate.of);
    case 'and':
    case 'or':
      return [...comparisons(predicate.left), ...comparisons(predicate.right)];
    default:
      return [];
  }
}
