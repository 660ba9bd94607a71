/**
 * What a transform is: one named, pure, synchronous step of a mapping. The catalogue is closed
 * (`transforms/index.ts`); each transform is one file under `transforms/<group>/`, and its table test is its
 * documentation.
 */
import type { z } from '../schema/index.ts';

/** As a recogniser in `route`: "this value is not mine, offer it to the next case". */
export const NOT_MINE = Symbol('not mine');

/** "Mine, but unusable": the value is claimed and reported, and kept raw where the mapping says so. */
export class Bad {
  readonly code: string;
  readonly message: string;

  /** `code` is a stable issue code such as `date.unparseable`. */
  constructor(code: string, message: string) {
    this.code = code;
    this.message = message;
  }
}

export type Severity = 'info' | 'warn' | 'error';
export type Confidence = 'certain' | 'likely' | 'guess' | 'defaulted';

/** What a transform may know and say besides its value. */
export interface TransformContext {
  /** The language declared for the value (`xml:lang` on it or on an ancestor), as written. */
  readonly lang: string | undefined;
  /** Reports something about the value, which is kept. */
  report(code: string, message: string, severity?: Severity): void;
  /** Lowers the confidence of the value being made; it starts as `certain`. */
  confidence(level: Confidence): void;
}

/**
 * What comes of one value: `undefined` drops it silently (it was blank), an array makes many of it, a string or
 * an object takes its place. Objects are parts of canonical values: `{ scheme: 'doi', value: '10.1234/abc' }`.
 */
export type TransformResult = undefined | string | number | boolean | object | typeof NOT_MINE | Bad;

/**
 * The kinds of values that flow between steps and into targets. The capitalised ones are (parts of) the
 * canonical objects of the same name; `any` is whatever came in.
 */
export type ValueType =
  | 'any' | 'text' | 'integer' | 'boolean'
  | 'Title' | 'Agent' | 'Identifier' | 'Language' | 'DateValue' | 'Event' | 'Subject' | 'Concept' | 'Classification'
  | 'Host' | 'Part' | 'Pages' | 'Physical' | 'Funding' | 'Relation' | 'Rights' | 'Access' | 'Location' | 'Place'
  | 'Period' | 'Geo' | 'Text' | 'Note'; // prettier-ignore

interface TransformBase<Arguments> {
  readonly name: string;
  /** One sentence, in the third person. */
  readonly summary: string;
  /**
   * The arguments as a mapping writes them: `- trim` gives `undefined`, `- { split: { on: ';' } }` the object,
   * `- { lookup: types }` the scalar. The schema gives defaults.
   */
  readonly arguments: z.ZodType<Arguments>;
  readonly takes: ValueType;
  readonly gives: ValueType;
}

/** A transform with its arguments: what a mapping calls. */
export type BoundValueTransform = (value: never, context: TransformContext) => TransformResult;
export type BoundListTransform = (
  values: readonly unknown[],
  context: TransformContext,
) => readonly unknown[];

/** Works on one value at a time. */
export interface ValueTransform<Arguments = unknown> extends TransformBase<Arguments> {
  readonly kind: 'value';
  /** True when it may answer {@link NOT_MINE}, and so can stand in a `route`. */
  readonly recogniser: boolean;
  /**
   * What a text must hold for the transform to change, drop or report it: where this finds nothing, the text is left as
   * it is and `bind`'s function is not called. Most values are clean, and most steps have nothing to do.
   */
  readonly alters?: RegExp;
  /** Called once, when the mapping is bound: regexes and tables are built here. */
  bind(args: Arguments): BoundValueTransform;
}

/** Works on the whole list of values; used in `use` and in `after`. */
export interface ListTransform<Arguments = unknown> extends TransformBase<Arguments> {
  readonly kind: 'list';
  bind(args: Arguments): BoundListTransform;
}

// A catalogue holds transforms of many argument types; `never` lets each of them in without `any`.
export type Transform = ValueTransform<never> | ListTransform<never>;

/** Declares a transform on single values with its argument and value types inferred. */
export function valueTransform<Arguments, Input>(
  transform: Omit<ValueTransform<Arguments>, 'kind' | 'recogniser' | 'bind'> & {
    readonly recogniser?: boolean;
    bind(args: Arguments): (value: Input, context: TransformContext) => TransformResult;
  },
): Transform {
  return { recogniser: false, ...transform, kind: 'value' } as unknown as Transform;
}

/** Declares a transform on lists. */
export function listTransform<Arguments>(transform: Omit<ListTransform<Arguments>, 'kind'>): Transform {
  return { ...transform, kind: 'list' } as unknown as Transform;
}
