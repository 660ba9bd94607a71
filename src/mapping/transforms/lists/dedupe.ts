import { z } from '../../../schema/index.ts';
import { listTransform } from '../../transform.ts';
import { foldText } from '../../vocab/fold-text.ts';

/**
 * A list → the list without repetitions; the first of equals stays. `by` compares one field of objects (whole
 * objects otherwise); `fold` compares without case, diacritics and punctuation.
 */
export const dedupe = listTransform({
  name: 'dedupe',
  summary: 'Drops repeated values.',
  arguments: z
    .strictObject({ by: z.string().min(1).optional(), fold: z.boolean().default(false) })
    .prefault({}),
  takes: 'any',
  gives: 'any',
  bind: (args) => (values) => {
    const seen = new Set<string>();
    return values.filter((value) => {
      const key = keyOf(value, args);
      if (key === undefined) return true;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  },
});

/** `undefined` for an object without the compared field: it equals nothing. */
function keyOf(
  value: unknown,
  args: { readonly by?: string | undefined; readonly fold: boolean },
): string | undefined {
  const compared = args.by !== undefined && typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[args.by]
    : value; // prettier-ignore
  if (compared === undefined) return undefined;
  const key = typeof compared === 'string' ? compared : JSON.stringify(compared);
  // A value of nothing but punctuation folds to nothing and is compared as it is.
  return args.fold ? foldText(key) || key : key;
}
