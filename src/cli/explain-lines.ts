/** Explanations in words: where values come from, and where what a record says went. */
import type { Drop, Explained } from '../mapping/explain.ts';
import type { Explanation, NodeFate } from '../mapping/explain-record.ts';
import type { MapResult } from '../mapping/mapping.ts';
import type { RuleName } from '../mapping/run.ts';
import type { Issue } from '../model/canonical.ts';
import { canonicalPath, valueAt } from './explain-query.ts';
import { shorten } from './table.ts';
import { plain } from './terminal.ts';

/** What came of a record: a paragraph per value, then what is doubtful. */
export function explainLines({ result, values }: Explanation): string[] {
  if (result.kind !== 'mapped') return [decisionLine(result)];
  const pointers = Object.keys(values);
  return [...pointers.flatMap((pointer) => valueLines(pointer, { result, values })), ...result.issues.map(issueLine)]; // prettier-ignore
}

/** Where one value comes from: rule, place, input, and what each step gave. */
export function valueLines(
  pointer: string,
  { result, values }: Pick<Explanation, 'result' | 'values'>,
): string[] {
  const made = values[pointer]!;
  const description = result.kind === 'mapped' ? result.description : {};
  const inputs = made.in.length === 0 ? '(constant)' : plain(made.in.join(', '));
  return [
    `${plain(canonicalPath(pointer))}: ${quoted(valueAt(description, pointer))}`,
    `  from ${inputs} by rule "${made.rule}" (${made.at}), ${made.confidence}`,
    ...chainLines(made),
  ];
}

/** The steps one below the other; those that changed nothing stand together. */
function chainLines({ raw, chain, steps, in: inputs }: Explained): string[] {
  if (inputs.length === 0 && chain.length === 0) return [];
  const lines = [quoted(raw)];
  let before: unknown = raw;
  let idle: string[] = [];
  const endIdle = (): void => {
    if (idle.length > 0) lines.push(`→ ${idle.join(', ')}: unchanged`);
    idle = [];
  };
  for (const { step, value } of chain) {
    if (value === before) idle.push(step);
    else {
      endIdle();
      lines.push(`→ ${step}: ${quoted(value)}`);
    }
    before = value;
  }
  endIdle();
  if (chain.length === 0 && steps.length > 0) lines.push(`→ ${steps.join(', ')}`);
  return lines.map((line) => `    ${line}`);
}

/** Where one node of the record went: what it became, or why it became nothing. */
export function fateLines(node: NodeFate, explanation: Explanation): string[] {
  return [
    `${plain(node.path)}: ${quoted(node.text)}`,
    ...endings(node, explanation).map((line) => `  ${line}`),
  ];
}

function endings(node: NodeFate, { result, values, guards }: Explanation): string[] {
  if (result.kind !== 'mapped') {
    const guard = guards.at(-1);
    return [`${decisionLine(result)}${guard === undefined ? '' : ` (guard ${named(guard)})`}`];
  }
  const { outputs, drops, issues, ignoredAt, used } = node;
  const readers = node.readers.filter(({ id }) => !outputs.some((pointer) => isMadeBy(values[pointer]!, id)));
  const found = [
    ...outputs.map((pointer) => outputLine(pointer, result.description, values[pointer]!)),
    ...drops.map(dropLine),
    ...issues.map(issueLine),
    ...readers.map((rule) => `read by rule ${named(rule)}, which wrote nothing of it`),
  ];
  if (found.length > 0) return found;
  if (ignoredAt !== undefined) return [`ignored on purpose: "ignore" names it at ${ignoredAt}`];
  return [used ? 'a rule looks at it, but takes no value of it' : 'no rule reads it'];
}

function isMadeBy({ rule }: Explained, id: string): boolean {
  return rule === id || rule.startsWith(`${id}/`);
}

function outputLine(pointer: string, description: unknown, { rule, at, confidence }: Explained): string {
  const value = quoted(valueAt(description, pointer));
  return `→ ${plain(canonicalPath(pointer))}: ${value} by rule "${rule}" (${at}), ${confidence}`;
}

function dropLine({ rule, step, value }: Drop): string {
  return `dropped by step "${step}" of rule ${named(rule)}: ${quoted(value)}`;
}

function named({ id, at }: RuleName): string {
  return `"${id}" (${at})`;
}

function decisionLine({ kind, code, message }: Exclude<MapResult, { kind: 'mapped' }>): string {
  return plain(`${kind}: ${code}: ${message}`);
}

function issueLine({ severity, code, message, value, inputPath, rule, at }: Issue): string {
  const what = [message, value === undefined ? undefined : quoted(value)].filter(
    (part) => part !== undefined,
  );
  return `${severity} ${code}: ${plain(what.join(' '))} (${inputPath ?? '-'}, rule "${rule}" ${at})`;
}

const MAX_VALUE = 300;

/** A value as JSON that a terminal only shows. */
function quoted(value: unknown): string {
  return shorten(plain(JSON.stringify(value) ?? 'nothing'), MAX_VALUE);
}
