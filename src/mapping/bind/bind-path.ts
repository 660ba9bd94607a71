/** Paths of rules: the dialect of the source format, and variables. */
import { didYouMean } from '../../yaml/did-you-mean.ts';
import type { Spot } from '../load/spot.ts';
import type { ResolvedMapping } from '../load/resolve-mappings.ts';
import type { InputMapping } from '../mapping.ts';
import { compileJsonPath } from '../paths/json-path.ts';
import { compileLabelledPath } from '../paths/labelled-path.ts';
import { createMarcDialect, isSubfieldPath, type MarcDialect } from '../paths/marc-path.ts';
import { isElement, type InputNode } from '../paths/scope.ts';
import { compileVariable } from '../paths/variables.ts';
import { compileXPath, textOf, type Select } from '../paths/xpath.ts';
import type { PathNamespaces } from '../paths/xpath-syntax.ts';
import { PathSyntaxError } from '../paths/path-syntax-error.ts';
import { isObjectType, type Field, type ObjectType } from '../target/target-table.ts';
import { NO_VALUES, type InputBinding, type InputPath, type RuleScope } from './context.ts';

/** What the paths of one mapping are compiled with. */
export interface PathNames {
  readonly format: InputMapping['format'];
  readonly namespaces: PathNamespaces;
  /** The paths of `marcxml`, with how its fields are linked. */
  readonly marc: MarcDialect;
}

type Dialect = (text: string, names: PathNames) => Select;

/** How each source format writes its paths. */
const DIALECTS: Readonly<Record<InputMapping['format'], Dialect>> = {
  xml: (text, { namespaces }) => compileXPath(text, namespaces),
  json: (text) => compileJsonPath(text),
  labelled: (text) => compileLabelledPath(text),
  marcxml: (text, { marc }) => marc.compile(text),
};

const NONE = /(?!)/;

/** Paths that certainly find nothing but what stands in the context node. */
const INSIDE: Readonly<Record<InputMapping['format'], RegExp>> = {
  xml: /^(?!\/)(?:(?!\.\.|parent::|[[(|=,\s]\/)[^$])+$/,
  json: NONE,
  labelled: NONE,
  // Subfields and indicators; a predicate may lead to the fields that are linked.
  marcxml: /^(?:\$[a-z\d](?![\w.])|@ind[12]$)(?:\$[a-z\d](?![\w.])|\[\d\])*$/,
};

export function namesOf(mapping: ResolvedMapping): PathNames {
  const declared = Object.fromEntries([...mapping.ns].map(([prefix, { value }]) => [prefix, value]));
  const namespaces = { declared, alsoIn: mapping.from.namespaces ?? {} };
  const { linked } = mapping;
  const marc = createMarcDialect(linked && { script: linked.script, via: linked.via.slice(1) });
  return { format: mapping.from.format ?? 'xml', namespaces, marc };
}

export interface PathPlace {
  readonly binding: InputBinding;
  /** What is being made where the path stands: the type of `$item`. */
  readonly item?: ObjectType;
}

/** Compiles a path; what is wrong with it is reported, and the path is empty then. */
export function bindPath(spot: Spot<string>, names: PathNames, place: PathPlace): InputPath {
  try {
    return compile(spot, names, place);
  } catch (error) {
    if (!(error instanceof PathSyntaxError)) throw error;
    place.binding.report.error(spot, error.code, error.message);
    return { text: spot.value, staysInside: true, nodes: () => NO_VALUES, values: () => NO_VALUES };
  }
}

function compile(spot: Spot<string>, names: PathNames, { binding, item }: PathPlace): InputPath {
  const text = spot.value;
  if (text.startsWith('$vars.')) return variablePath(spot, binding);
  if (text.startsWith(ITEM)) checkItemField(text, item);
  if (text.startsWith('$') && !(names.format === 'marcxml' && isSubfieldPath(text))) {
    const read = compileVariable(text);
    return { text, staysInside: text.startsWith(ITEM), nodes: read, values: read };
  }
  if (text === '.') return CONTEXT;
  const select = DIALECTS[names.format](text, names);
  return {
    text,
    staysInside: INSIDE[names.format].test(text),
    nodes: ({ node, run }) => select(node, run),
    values: (scope) => valuesOf(select(scope.node, scope.run), scope),
  };
}

const ITEM = '$item.';

/** `$item.a.b` reads what the object that is being made has by now: its fields, and those of single objects in it. */
function checkItemField(text: string, item: ObjectType | undefined): void {
  const fail = (message: string): never => {
    throw new PathSyntaxError('var.unknown', message);
  };
  if (item === undefined)
    return fail(
      `"${text}" reads the object that is being made: it stands inside "set" and "merge", not here`,
    );
  let owner: Field = { name: item.name, many: false, type: item };
  for (const name of text.slice(ITEM.length).split('.')) {
    if (owner.many) return fail(`"${text}" looks into "${owner.name}", which is a list`);
    const fields = isObjectType(owner.type) ? owner.type.fields : NO_FIELDS;
    const field = fields.get(name);
    if (field === undefined)
      return fail(`"${owner.name}" has no "${name}" at "${text}"${didYouMean(name, [...fields.keys()])}`);
    owner = field;
  }
}

const NO_FIELDS: ReadonlyMap<string, Field> = new Map();

/** `.`: what `pre` or a step made of the node, or the node. */
const CONTEXT: InputPath = {
  text: '.',
  staysInside: true,
  nodes: ({ node, value }) => [value ?? node],
  values: (scope) => (scope.value === undefined ? valuesOf([scope.node], scope) : [scope.value]),
};

/** The texts that conditions and arguments look at. An attribute that decides is used; an element is not yet. */
function valuesOf(nodes: readonly InputNode[], { run }: RuleScope): readonly unknown[] {
  if (nodes.length === 0) return NO_VALUES;
  const values: string[] = [];
  for (const node of nodes) {
    if (typeof node === 'object' && !isElement(node)) run.mark(node);
    const text = textOf(node);
    if (text.trim() !== '') values.push(text);
  }
  return values;
}

function variablePath(spot: Spot<string>, binding: InputBinding): InputPath {
  const name = spot.value.slice('$vars.'.length);
  const found = binding.vars.get(name);
  if (found === undefined) {
    const hint = didYouMean(name, [...binding.vars.keys()]);
    throw new PathSyntaxError('var.unknown', `no variable "$vars.${name}"${hint}`);
  }
  binding.used('var', name);
  const values = [found.value].flat().filter((value) => value !== null && value !== undefined);
  return { text: spot.value, staysInside: true, nodes: () => values, values: () => values };
}
