/** Inheritance: what a mapping says together with everything it extends. */
import { didYouMean } from '../../yaml/did-you-mean.ts';
import { editGuards } from './edit-guards.ts';
import { editRules } from './edit-rules.ts';
import { hashOf } from './hash-mapping.ts';
import type { GuardSpec, MappingFile, RuleSpec, StepsSpec, TableSpec } from './mapping-file.ts';
import { entries, part, parts, type Reporter, type Spot } from './spot.ts';
import type { Severity } from '../transform.ts';

/** A mapping with all it inherits. */
export interface ResolvedMapping {
  readonly id: string;
  readonly title: string;
  readonly hash: string;
  readonly abstract: boolean;
  /** Its own file; what is not inherited is read from there. */
  readonly file: Spot<MappingFile>;
  readonly from: NonNullable<MappingFile['from']>;
  readonly fromSpot: Spot<NonNullable<MappingFile['from']>> | undefined;
  readonly ns: ReadonlyMap<string, Spot<string>>;
  readonly vars: ReadonlyMap<string, Spot>;
  readonly pipes: ReadonlyMap<string, Spot<StepsSpec>>;
  readonly tables: ReadonlyMap<string, Spot<TableSpec>>;
  readonly blocks: ReadonlyMap<string, Spot<readonly RuleSpec[]>>;
  readonly limits: NonNullable<MappingFile['limits']>;
  readonly severity: ReadonlyMap<string, Spot<Severity>>;
  readonly guards: readonly Spot<GuardSpec>[];
  readonly abort: Spot<NonNullable<MappingFile['abort']>> | undefined;
  readonly rules: readonly Spot<RuleSpec>[];
  readonly linked: NonNullable<MappingFile['linked']> | undefined;
  readonly ignore: readonly Spot<string>[];
}

export interface ResolveOptions {
  readonly report: Reporter;
  readonly tableFiles: ReadonlyMap<string, string>;
}

/** Resolves every mapping; one whose bases are unknown or lead back to it is left out and reported. */
export function resolveMappings(
  files: ReadonlyMap<string, Spot<MappingFile>>,
  options: ResolveOptions,
): ReadonlyMap<string, ResolvedMapping> {
  const resolved = new Map<string, ResolvedMapping>();
  for (const id of files.keys()) resolve(id, [], { files, options, resolved });
  return resolved;
}

interface Resolution {
  readonly files: ReadonlyMap<string, Spot<MappingFile>>;
  readonly options: ResolveOptions;
  readonly resolved: Map<string, ResolvedMapping>;
}

function resolve(id: string, open: readonly string[], resolution: Resolution): ResolvedMapping | undefined {
  const known = resolution.resolved.get(id);
  if (known !== undefined) return known;
  const file = resolution.files.get(id)!;
  const bases = basesOf(file, [...open, id], resolution);
  if (bases === undefined) return undefined;
  const mapping = merge(id, file, { bases, options: resolution.options });
  resolution.resolved.set(id, mapping);
  return mapping;
}

function basesOf(
  file: Spot<MappingFile>,
  open: readonly string[],
  resolution: Resolution,
): readonly ResolvedMapping[] | undefined {
  const spot = part(file, 'extends');
  const { report } = resolution.options;
  const bases: ResolvedMapping[] = [];
  for (const base of spot === undefined ? [] : parts<string>(spot)) {
    if (open.includes(base.value)) {
      report.error(
        base,
        'extends.cycle',
        `"${base.value}" extends itself: ${[...open, base.value].join(' → ')}`,
      );
      return undefined;
    }
    if (!resolution.files.has(base.value)) {
      const hint = didYouMean(base.value, [...resolution.files.keys()]);
      report.error(base, 'extends.unknown', `no mapping "${base.value}"${hint}`);
      return undefined;
    }
    const resolved = resolve(base.value, open, resolution);
    if (resolved === undefined) return undefined;
    bases.push(resolved);
  }
  return bases;
}

interface Merging {
  readonly bases: readonly ResolvedMapping[];
  readonly options: ResolveOptions;
}

function merge(id: string, file: Spot<MappingFile>, { bases, options }: Merging): ResolvedMapping {
  const own = file.value;
  // A rule that reaches the mapping through two of its bases is one rule.
  const inherited = [...new Set(bases.flatMap(({ rules }) => rules))];
  const from = mergeFrom(file, bases);
  const content = {
    from: from?.value ?? {},
    ns: mergeByKey(bases.map(({ ns }) => ns), entries(part(file, 'ns'))),
    vars: mergeByKey(bases.map(({ vars }) => vars), entries(part(file, 'vars'))),
    pipes: mergeByKey(bases.map(({ pipes }) => pipes), entries(part(file, 'pipes'))),
    tables: mergeByKey(bases.map(({ tables }) => tables), entries(part(file, 'tables'))),
    blocks: mergeByKey(bases.map(({ blocks }) => blocks), entries<readonly RuleSpec[]>(part(file, 'blocks'))),
    limits: Object.assign({}, ...bases.map(({ limits }) => limits), own.limits) as ResolvedMapping['limits'],
    severity: mergeByKey(bases.map(({ severity }) => severity), entries<Severity>(part(file, 'severity'))),
    guards: editGuards(bases.map(({ guards }) => guards), file, options.report),
    rules: editRules(inherited, file, { report: options.report, guards: guardIdsOf(bases) }),
    linked: own.linked ?? bases.map(({ linked }) => linked).findLast((linked) => linked !== undefined),
    ignore: [...bases.flatMap(({ ignore }) => ignore), ...listOf<string>(part(file, 'ignore'))],
  }; // prettier-ignore
  return {
    ...content,
    id,
    title: own.title ?? id,
    // When a run stops changes nothing of what is made of a record, so it is no part of the hash.
    abort: part(file, 'abort') ?? bases.findLast(({ abort }) => abort !== undefined)?.abort,
    abstract: own.abstract === true,
    file,
    fromSpot: from,
    hash: hashOf(content, options.tableFiles),
  };
}

/**
 * `from` is inherited key by key, and its `namespaces` prefix by prefix, except `prefixes`: a source's mapping is chosen
 * by its job.
 */
function mergeFrom(file: Spot<MappingFile>, bases: readonly ResolvedMapping[]): ResolvedMapping['fromSpot'] {
  const own = part(file, 'from');
  const base = bases.findLast(({ fromSpot }) => fromSpot !== undefined)?.fromSpot;
  if (base === undefined || own === undefined) return own ?? base;
  const overlay = new Map<string, Spot>(base.overlay);
  for (const key of Object.keys(own.value) as (keyof typeof own.value)[]) overlay.set(key, part(own, key)!);
  const value = { ...base.value, ...own.value };
  if (own.value.namespaces !== undefined)
    value.namespaces = { ...base.value.namespaces, ...own.value.namespaces };
  return { ...base, value, overlay };
}

function guardIdsOf(bases: readonly ResolvedMapping[]): readonly string[] {
  return bases.flatMap(({ guards }) => guards.map(({ value }) => value.id));
}

function mergeByKey<T>(
  bases: readonly ReadonlyMap<string, Spot<T>>[],
  own: readonly [string, Spot<T>][],
): ReadonlyMap<string, Spot<T>> {
  return new Map([...bases.flatMap((base) => [...base]), ...own]);
}

function listOf<T>(spot: Spot<readonly T[]> | undefined): Spot<T>[] {
  return spot === undefined ? [] : parts<T>(spot);
}
