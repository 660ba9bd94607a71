/** A part of a mapping file together with its place, so that every later stage can say file, line and column. */
import type { FileIssue, YamlFile } from '../../yaml/read-yaml.ts';

export interface Spot<T = unknown> {
  readonly value: T;
  readonly yaml: YamlFile;
  readonly path: readonly (string | number)[];
  /** Parts that another file put in place of this one's (`override`), by key; of a list, by index. */
  readonly overlay?: ReadonlyMap<string, Spot>;
}

/** Collects what is wrong with a file; `atKey` points at the key of a spot instead of at its value. */
export interface Reporter {
  readonly issues: FileIssue[];
  error(spot: Spot, code: string, message: string, place?: { readonly atKey: boolean }): void;
  warn(spot: Spot, code: string, message: string, place?: { readonly atKey: boolean }): void;
}

export function createReporter(): Reporter {
  const issues: FileIssue[] = [];
  const add =
    (severity: FileIssue['severity']): Reporter['error'] =>
    (spot, code, message, place) => {
      issues.push({ file: spot.yaml.file, ...positionOf(spot, place?.atKey), severity, code, message });
    };
  return { issues, error: add('error'), warn: add('warn') };
}

/** The spot of a whole file. */
export function spotOf<T>(yaml: YamlFile, value: T): Spot<T> {
  return { value, yaml, path: [] };
}

/** The spot of a key's value; `undefined` when the key is absent. */
export function part<T, K extends keyof T & (string | number)>(
  spot: Spot<T>,
  key: K,
): Spot<NonNullable<T[K]>> | undefined {
  const replaced = spot.overlay?.get(String(key));
  if (replaced !== undefined) return replaced as Spot<NonNullable<T[K]>>;
  const value = spot.value[key];
  if (value === undefined) return undefined;
  return { value: value as NonNullable<T[K]>, yaml: spot.yaml, path: [...spot.path, key] };
}

/** The spots of a list's members; a single value counts as a list of one. */
export function parts<T>(spot: Spot<T | readonly T[]>): Spot<T>[] {
  const { value } = spot;
  if (!Array.isArray(value)) return [spot as Spot<T>];
  return (value as readonly T[]).map((member, index) => {
    const replaced = spot.overlay?.get(String(index));
    if (replaced !== undefined) return replaced as Spot<T>;
    return { value: member, yaml: spot.yaml, path: [...spot.path, index] };
  });
}

/** A list with other members, each of which keeps its own place. */
export function withMembers<T>(list: Spot<readonly T[]>, members: readonly Spot<T>[]): Spot<readonly T[]> {
  const overlay = new Map(members.map((member, index) => [String(index), member]));
  return { ...list, value: members.map(({ value }) => value), overlay };
}

/** The spots of a map's values, with their keys. */
export function entries<T>(spot: Spot<Readonly<Record<string, T>>> | undefined): [string, Spot<T>][] {
  if (spot === undefined) return [];
  return Object.entries(spot.value).map(([key, value]) => [
    key,
    { value, yaml: spot.yaml, path: [...spot.path, key] },
  ]);
}

/** `file:line:column`, as issues and provenance name a rule. */
export function placeOf(spot: Spot): string {
  const { line, column } = positionOf(spot);
  return `${spot.yaml.file}:${line}:${column}`;
}

/** The same for the same place of a file, and only for it. */
export function keyOf(spot: Spot): string {
  return `${spot.yaml.file}\u0000${spot.path.join('\u0000')}`;
}

function positionOf(spot: Spot, atKey = false): { readonly line: number; readonly column: number } {
  return atKey ? spot.yaml.locateKey(spot.path) : spot.yaml.locate(spot.path);
}
