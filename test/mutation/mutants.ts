/** What can be taken out of a mapping file, one thing at a time. */
import type { OutputFile, OutputRuleSpec } from '../../src/mapping/emit/output-file.ts';
import type { MappingFile } from '../../src/mapping/load/mapping-file.ts';

export type MutantKind =
  'rule' | 'route case' | 'case branch' | 'guard' | 'table entry' | 'element' | 'attribute';

/** One thing that can be taken out. */
export interface Mutant {
  readonly kind: MutantKind;
  /** How people find it again: `identifier/doi`, `types: article`. */
  readonly name: string;
  /** Where it stands in the file. */
  readonly path: Path;
}

type Path = readonly (string | number)[];

/** Every rule, route case, case branch, guard and inline table entry of a file, in the order of the file. */
export function mutantsOf({ guards, tables, blocks, rules, override, before, after }: MappingFile): Mutant[] {
  return [
    ...membersOf('guard', guards, ['guards']),
    ...Object.entries(tables ?? {}).flatMap(([table, { inline }]) => entriesOf(table, inline)),
    ...rulesIn(rules, ['rules']),
    ...[{ blocks }, { before }, { after }].flatMap((lists) =>
      Object.entries(lists).flatMap(([key, named]) =>
        Object.entries(named ?? {}).flatMap(([name, list]) => membersAt(name, list, [key, name])),
      ),
    ),
    ...Object.entries(override ?? {}).flatMap(([id, rule]) => [
      { kind: kindOf(id), name: id, path: ['override', id] },
      ...insideOf(rule, id, ['override', id]),
    ]),
  ];
}

/** Every element, attribute and inline table entry of an output mapping, in the order of the file. */
export function outputMutantsOf({ tables, blocks, emit }: OutputFile): Mutant[] {
  return [
    ...Object.entries(tables ?? {}).flatMap(([table, { inline }]) => entriesOf(table, inline)),
    ...Object.entries(blocks ?? {}).flatMap(([block, rules]) => elementsIn(rules, block, ['blocks', block])),
    ...elementsIn(emit, 'emit', ['emit']),
  ];
}

/** A file's value without one thing; everything else is as it was. */
export function without<T>(file: T, { path }: Mutant): T {
  return removed(file, path);
}

function elementsIn(rules: readonly OutputRuleSpec[], owner: string, path: Path): Mutant[] {
  return rules.flatMap((rule, i) => elementsOf(rule, owner, [...path, i]));
}

function elementsOf(rule: OutputRuleSpec, owner: string, path: Path): Mutant[] {
  const name = `${owner}/${rule.el ?? rule.group ?? rule.apply ?? ''}`;
  return [
    { kind: 'element', name, path },
    ...Object.keys(rule.attrs ?? {}).map((attribute): Mutant => {
      return { kind: 'attribute', name: `${name}/@${attribute}`, path: [...path, 'attrs', attribute] };
    }),
    ...elementsIn(rule.children ?? [], name, [...path, 'children']),
    ...(rule.orElse === undefined ? [] : elementsOf(rule.orElse, `${name} (else)`, [...path, 'orElse'])),
  ];
}

/** What is put before or after a rule, or a case that is named as `rule/case`. */
function membersAt(
  name: string,
  list: readonly { readonly id?: string | undefined }[],
  path: Path,
): Mutant[] {
  if (kindOf(name) === 'rule') return rulesIn(list, path);
  const owner = name.slice(0, name.indexOf('/'));
  return [...membersOf('route case', list, path, owner), ...insideOf(list, owner, path)];
}

function kindOf(id: string): 'rule' | 'route case' {
  return id.includes('/') ? 'route case' : 'rule';
}

function rulesIn(rules: readonly { readonly id?: string | undefined }[] | undefined, path: Path): Mutant[] {
  return (rules ?? []).flatMap((rule, i) => {
    const name = rule.id ?? [...path, i].join('.');
    return [{ kind: 'rule' as const, name, path: [...path, i] }, ...insideOf(rule, name, [...path, i])];
  });
}

/** The route cases and case branches at any depth of a rule. */
function insideOf(value: unknown, name: string, path: Path): Mutant[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    const list = Array.isArray(member) ? (member as readonly unknown[]) : [];
    const own =
      key === 'route' ? membersOf('route case', list, at, name)
      : key === 'case' ? membersOf('case branch', list, at, name)
      : []; // prettier-ignore
    return [...own, ...insideOf(member, name, at)];
  });
}

function membersOf(
  kind: MutantKind,
  members: readonly unknown[] | undefined,
  path: Path,
  owner?: string,
): Mutant[] {
  return (members ?? []).map((member, i) => {
    const { id = String(i + 1) } = member as { readonly id?: string };
    return { kind, name: owner === undefined ? id : `${owner}/${id}`, path: [...path, i] };
  });
}

function entriesOf(table: string, inline: Readonly<Record<string, unknown>> | undefined): Mutant[] {
  return Object.keys(inline ?? {}).map((key) => ({
    kind: 'table entry',
    name: `${table}: ${key}`,
    path: ['tables', table, 'inline', key],
  }));
}

function removed<T>(value: T, [step, ...rest]: Path): T {
  if (step === undefined) return value;
  if (Array.isArray(value)) {
    const list = value as unknown[];
    return (
      rest.length === 0
        ? list.toSpliced(Number(step), 1)
        : list.with(Number(step), removed(list[Number(step)], rest))
    ) as T;
  }
  const copy = { ...value } as Record<string | number, unknown>;
  if (rest.length === 0) delete copy[step];
  else copy[step] = removed(copy[step], rest);
  return copy as T;
}
