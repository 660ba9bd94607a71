/** The state of one record being rendered. */
import type { CanonicalRecord, Issue } from '../../model/canonical.ts';
import type { StepHooks } from '../steps.ts';
import { Bad } from '../transform.ts';
import type { Scope } from './canonical-path.ts';
import { createElementWriter, type ElementWriter } from './element-writer.ts';
import { fitsType, type ValueType } from './schemas/element-schema.ts';

/** A rule as issues name it. */
export interface RulePlace {
  /** The element or attribute it writes. */
  readonly rule: string;
  /** `file:line:column`. */
  readonly at: string;
}

export interface Rendering {
  readonly writer: ElementWriter;
  readonly issues: Issue[];
  readonly hooks: StepHooks;
  /** The texts that were written, by element, where the mapping removes duplicates. */
  readonly seen: Map<string, Set<string>>;
  /** The rule at work, for issues. */
  place: RulePlace;
  /** How many blocks are open. */
  depth: number;
  /** Which description is being written: 0 is the record itself, the others are numbered as they come. */
  description: number;
  descriptions: number;
}

/** Writes the elements of one rule; false when it wrote none. */
export type Emit = (scope: Scope, rendering: Rendering) => boolean;

const NOWHERE: RulePlace = { rule: '', at: '' };
const VALUE_LENGTH = 200;

export function createRendering(): Rendering {
  const rendering: Rendering = {
    writer: createElementWriter(),
    issues: [],
    seen: new Map(),
    place: NOWHERE,
    depth: 0,
    description: 0,
    descriptions: 0,
    hooks: {
      transform: {
        lang: undefined,
        report: (code, message, severity = 'info') => reportIssue(rendering, { code, severity, message }),
        confidence: () => undefined,
      },
      unusable: (raw, why) => {
        reportLoss(rendering, raw, why instanceof Bad ? why.message : undefined);
        return undefined;
      },
      missed: (table, key) => {
        if (table.onMiss === 'warn') reportLoss(rendering, key, `the table "${table.name}" does not know it`);
        return false;
      },
    },
  };
  return rendering;
}

/** The scope of a whole record. */
export function recordScope(record: CanonicalRecord): Scope {
  return { value: record, parent: undefined, index: 0, record };
}

/** Notes that the format has no way to say a value, which is left out. */
export function reportLoss(rendering: Rendering, value: unknown, message?: string): void {
  reportIssue(rendering, {
    code: 'output.not-expressible',
    severity: 'info',
    ...(typeof value === 'string' && value !== '' && { value: value.slice(0, VALUE_LENGTH) }),
    ...(message !== undefined && { message }),
  });
}

export function reportIssue(rendering: Rendering, issue: Omit<Issue, 'rule' | 'at'>): void {
  rendering.issues.push({ ...issue, ...rendering.place });
}

/** Writes an attribute whose value must be of a type; another value is reported and left out. */
export function writeTyped(
  rendering: Rendering,
  attribute: { readonly name: string; readonly type: ValueType },
  value: string | undefined,
): void {
  if (value === undefined) return;
  if (fitsType(attribute.type, value)) rendering.writer.attribute(attribute.name, value);
  else reportLoss(rendering, value, `not a value of ${attribute.name}`);
}
