/** What people ask an explanation for: a value (`titles[0].subtitle`), or a node of the record (`dc:identifier[3]`, `245$a`). */
import type { Explanation, NodeFate } from '../mapping/explain-record.ts';
import type { MapResult } from '../mapping/mapping.ts';
import { didYouMean } from '../yaml/did-you-mean.ts';
import { UsageError } from './explain-error.ts';

/** What `--as explain` prints for machines: what came of a record, with where each value is from. */
export function explainedResult({ result, values }: Explanation): MapResult {
  return result.kind === 'mapped' ? { ...result, provenance: values } : result;
}

/** `/titles/0/subtitle` as `titles[0].subtitle`. */
export function canonicalPath(pointer: string): string {
  return stepsOf(pointer).reduce(
    (path, step) => (/^\d+$/.test(step) ? `${path}[${step}]` : path === '' ? step : `${path}.${step}`),
    '',
  );
}

/** The value at a JSON pointer. */
export function valueAt(value: unknown, pointer: string): unknown {
  return stepsOf(pointer).reduce(
    (node, step) => (node as Record<string, unknown> | undefined)?.[step],
    value,
  );
}

/**
 * The pointers of the values at a path, and inside what it leads to. Without places (`titles.title`) all members are
 * meant. A UsageError, with the path that was meant, when nothing stands there.
 */
export function pointersAt(path: string, { values }: Explanation): string[] {
  const wanted = path.startsWith('/') ? canonicalPath(path) : path;
  const pointers = Object.keys(values);
  const found = pointers.filter((pointer) => {
    const at = canonicalPath(pointer);
    return isWithin(wanted, at) || isWithin(wanted, withoutPlaces(at));
  });
  if (found.length > 0) return found;
  const known = pointers.map(canonicalPath);
  const parents = known.map((one) => one.replace(/[.[][^.[]*$/, ''));
  throw new UsageError(`this record has no value at "${path}"${didYouMean(wanted, [...new Set([...known, ...parents])])}; it has ${known.join(', ') || 'none'}`); // prettier-ignore
}

function isWithin(wanted: string, path: string): boolean {
  return path === wanted || path.startsWith(`${wanted}.`) || path.startsWith(`${wanted}[`);
}

function withoutPlaces(path: string): string {
  return path.replace(/\[\d+\]/g, '');
}

/**
 * The nodes that a query names, and those inside them that say something: a path as explanations and issues print it,
 * its end (`identifier[3]`, with or without prefix), or a path of MARC (`245`, `700[2]$a`). A UsageError when there is none.
 */
export function nodesAt(query: string, { nodes }: Explanation): NodeFate[] {
  const unquoted = query.replace(/^(['"])(.*)\1$/, '$2');
  const marc = MARC.exec(unquoted);
  const named = marc === null ? [] : marcNodes(marc.groups as unknown as MarcQuery, nodes);
  const found = named.length > 0 ? named : nodes.filter(({ path }) => endsWith(path, unquoted));
  if (found.length === 0) throw new UsageError(unknownNode(query, unquoted, nodes));
  const chosen = new Set(found);
  const inside = nodes.filter((node) => found.some(({ path }) => node.path.startsWith(`${path}/`)));
  const telling = nodes.filter(
    (node) => (chosen.has(node) && speaks(node)) || (inside.includes(node) && node.says),
  );
  return telling.length > 0 ? telling : found;
}

/** A node that only holds others is told of itself when a rule read it. */
function speaks({ says, outputs, readers, issues }: NodeFate): boolean {
  return says || outputs.length + readers.length + issues.length > 0;
}

const MARC =
  /^(?<tag>\w{3}|leader)(?:\[(?<place>\d+)\])?(?:\$(?<code>\w)(?:\[(?<nth>\d+)\])?|@(?<attribute>\w+))?$/;

interface MarcQuery {
  readonly tag: string;
  readonly place?: string;
  readonly code?: string;
  readonly nth?: string;
  readonly attribute?: string;
}

function marcNodes({ tag, place, code, nth, attribute }: MarcQuery, nodes: readonly NodeFate[]): NodeFate[] {
  const fields = atPlace(nodes.filter(({ name }) => name === tag), place); // prettier-ignore
  if (code === undefined && attribute === undefined) return fields;
  const name = code === undefined ? `${tag}@${attribute!}` : `${tag}$${code}`;
  return fields.flatMap((field) =>
    atPlace(nodes.filter((node) => node.name === name && node.path.startsWith(`${field.path}/`)), nth),
  ); // prettier-ignore
}

/** The member at a place that counts from 1; all of them without one. */
function atPlace<T>(members: readonly T[], place: string | undefined): T[] {
  return place === undefined ? [...members] : members.slice(Number(place) - 1, Number(place));
}

/** Prefixes are the mapping's own; paths are printed without them. */
function endsWith(path: string, query: string): boolean {
  const steps = path.split('/').slice(1);
  const wanted = query.split('/').map((step) => step.replace(/^(@?)[\w.-]+:(?=\S)/, '$1'));
  if (wanted[0] === '') {
    wanted.shift();
    if (wanted.length !== steps.length) return false;
  }
  const end = steps.slice(-wanted.length);
  return end.length === wanted.length && end.every((step, i) => isStep(step, wanted[i]!));
}

function isStep(step: string, wanted: string): boolean {
  return step === wanted || step.replace(/\[\d+\]$/, '') === wanted;
}

function unknownNode(query: string, unquoted: string, nodes: readonly NodeFate[]): string {
  const bare = unquoted.replace(/^[\w.-]+:/, '');
  const names = nodes.flatMap(({ name, path }) => [
    name,
    path
      .split('/')
      .at(-1)!
      .replace(/\[\d+\]$/, ''),
  ]);
  const hint = didYouMean(bare, [...new Set(names)]);
  return `nothing in this record is at "${query}"${hint}; it has ${[...new Set(nodes.filter(({ says }) => says).map(({ name }) => name))].join(', ')}`;
}

function stepsOf(pointer: string): string[] {
  return pointer.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')); // prettier-ignore
}
