/** The syntax of paths over canonical values: `titles[kind=main].title`, `host.part.pages`, `../type`, `.`. */
import { didYouMean } from '../../yaml/did-you-mean.ts';
import { isObjectType, type Field, type ObjectType, type TargetType } from '../target/target-table.ts';
import { PathSyntaxError } from './xpath-syntax.ts';

export interface CanonicalStep {
  readonly name: string;
  /** `[kind=main]`, `[2]`. */
  readonly filter?: { readonly field: string; readonly value: string } | { readonly position: number };
}

export interface CanonicalPath {
  readonly text: string;
  /** How many enclosing items it goes up before it goes down. */
  readonly up: number;
  readonly steps: readonly CanonicalStep[];
}

const STEP = /^([A-Za-z_][\w]*)(?:\[(?:(\d+)|([A-Za-z_]\w*)=('[^']*'|"[^"]*"|[^\]]+))\])?$/;

/** Reads a path's text. Throws a {@link PathSyntaxError}. */
export function parseCanonicalPath(text: string): CanonicalPath {
  let rest = text.trim();
  let up = 0;
  while (rest === '..' || rest.startsWith('../')) {
    up += 1;
    rest = rest.slice(3);
  }
  if (rest === '.' || (rest === '' && up > 0)) return { text, up, steps: [] };
  return { text, up, steps: splitSteps(rest).map((step) => parseStep(step, text)) };
}

/** What a path leads to from a type. Throws a {@link PathSyntaxError} for a field that is not in the model. */
export function typeAt(path: CanonicalPath, from: ObjectType): TargetType {
  let type: TargetType = from;
  for (const step of path.steps) {
    const names: readonly string[] = isObjectType(type) ? [...type.fields.keys()] : [];
    const field: Field | undefined = isObjectType(type) ? type.fields.get(step.name) : undefined;
    if (field === undefined) {
      const hint = didYouMean(step.name, names);
      const message = `no "${step.name}" in the canonical model at "${path.text}"${hint}`;
      throw new PathSyntaxError('target.unknown', message);
    }
    type = field.type;
    if (step.filter !== undefined && 'field' in step.filter) checkFilter(step.filter.field, type, path.text);
  }
  return type;
}

/** Dots separate steps, except inside a filter. */
function splitSteps(text: string): string[] {
  return text.match(/(?:[^.[]|\[[^\]]*\]?)+|\.(?=\.|$)/g) ?? [''];
}

function parseStep(step: string, whole: string): CanonicalStep {
  const match = STEP.exec(step);
  if (match === null) throw new PathSyntaxError('path.syntax', `the path "${whole}" is wrong at "${step}"`);
  const [, name = '', position, field, value = ''] = match;
  if (position !== undefined) return { name, filter: { position: Number(position) } };
  if (field !== undefined) return { name, filter: { field, value: value.replace(/^(['"])(.*)\1$/, '$2') } };
  return { name };
}

function checkFilter(field: string, type: TargetType, text: string): void {
  if (isObjectType(type) && type.fields.has(field)) return;
  const hint = didYouMean(field, isObjectType(type) ? [...type.fields.keys()] : []);
  throw new PathSyntaxError('target.unknown', `no "${field}" to filter by in "${text}"${hint}`);
}
