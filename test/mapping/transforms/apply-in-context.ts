import type { Transform, TransformContext } from '../../../src/mapping/transform.ts';

export interface ContextOptions {
  readonly args?: unknown;
  /** The language declared for the value. */
  readonly lang?: string;
}

/** Applies a value transform to a value whose language is declared. */
export function applyInLanguage(transform: Transform, value: unknown, options: ContextOptions = {}): unknown {
  if (transform.kind !== 'value') throw new Error(`${transform.name} works on lists`);
  return transform.bind(transform.arguments.parse(options.args))(value as never, contextOf(options, []));
}

/** Applies a list transform, and answers its list and the codes it reported. */
export function applyToList(
  transform: Transform,
  values: readonly unknown[],
  options: ContextOptions = {},
): { readonly values: readonly unknown[]; readonly reports: readonly string[] } {
  if (transform.kind !== 'list') throw new Error(`${transform.name} works on single values`);
  const reports: string[] = [];
  const bound = transform.bind(transform.arguments.parse(options.args));
  return { values: bound(values, contextOf(options, reports)), reports };
}

function contextOf({ lang }: ContextOptions, reports: string[]): TransformContext {
  return { lang, report: (code) => void reports.push(code), confidence: () => undefined };
}
