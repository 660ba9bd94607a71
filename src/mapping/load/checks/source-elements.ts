/** Elements and attributes that a known XML format does not have where a path looks for them. */
import { XML_NAMESPACE } from '../../../xml/element.ts';
import { didYouMean } from '../../../yaml/did-you-mean.ts';
import {
  parseXPath,
  type LocationPath,
  type PathNamespaces,
  type PathStep,
  type Predicate,
} from '../../paths/xpath-syntax.ts';
import { SOURCE_SCHEMAS } from './source-schemas/index.ts';
import type { SourceElement, SourceSchema } from './source-schemas/source-schema.ts';

/** The elements that a path may have come to, with the schema that says what is in them; `undefined` is anything. */
export type Context = readonly Known[] | undefined;

export interface Known {
  readonly schema: SourceSchema;
  readonly name: string;
  readonly element: SourceElement;
}

export interface Root {
  readonly namespace: string;
  readonly name: string;
}

/** Where the paths of a mapping begin. */
export function rootContext(roots: readonly Root[]): Context {
  const known = roots.map(({ namespace, name }) => {
    const schema = SOURCE_SCHEMAS.get(namespace);
    const type = schema === undefined ? undefined : typeAt(schema.roots, name);
    return type === undefined ? undefined : knownOf(schema!, name, type);
  });
  return known.length === 0 || known.includes(undefined) ? undefined : known.flatMap((root) => root ?? []);
}

/** An attribute or a string: nothing stands in it, whatever the schema. */
function leaf(name: string): Known {
  return { schema: NO_SCHEMA, name, element: { children: {}, attributes: [] } };
}

const NO_SCHEMA: SourceSchema = { title: 'XML', namespaces: [], roots: {}, types: {} };

function areLeaves(context: Context): boolean {
  return context !== undefined && context.length > 0 && context.every(({ schema }) => schema === NO_SCHEMA);
}

function knownOf(schema: SourceSchema, name: string, type: string): Known {
  return { schema, name, element: schema.types[type] ?? {} };
}

export interface PathSurroundings {
  readonly namespaces: PathNamespaces;
  readonly root: Context;
  readonly context: Context;
}

/** Where a path leads, and what it names on the way that is not there. Throws a `PathSyntaxError`. */
export function followPath(
  text: string,
  { namespaces, root, context }: PathSurroundings,
): { readonly context: Context; readonly unknown: readonly string[] } {
  if (text === '.') return { context, unknown: [] };
  const ends = parseXPath(text, namespaces).map((path): End => {
    const unknown: string[] = [];
    const end = followLocation(path, context, { root, unknown: (message) => unknown.push(message) });
    const given = path.read === undefined ? end : [leaf(`${path.read}()`)];
    return { context: given, name: path.steps.at(-1)?.name.name, unknown };
  });
  return {
    context: ends.some((end) => end.context === undefined) ? undefined : ends.flatMap((end) => end.context!),
    unknown: ends.flatMap((end) => (isSpareSpelling(end, ends) ? [] : end.unknown)),
  };
}

interface End {
  readonly context: Context;
  readonly name: string | undefined;
  readonly unknown: readonly string[];
}

/** `dcterms:issued|dc:issued`: what repositories write instead stands beside what the standard says. */
function isSpareSpelling(end: End, ends: readonly End[]): boolean {
  return ends.some((other) => other !== end && other.name === end.name && other.unknown.length === 0);
}

interface Walk {
  readonly root: Context;
  unknown(message: string): void;
}

function followLocation(path: LocationPath, from: Context, walk: Walk): Context {
  let context = path.absolute ? walk.root : from;
  for (const step of path.steps) {
    context = followStep(step, context, walk);
    for (const predicate of step.predicates) followPredicate(predicate, context, walk);
  }
  return context;
}

function followPredicate(predicate: Predicate, context: Context, walk: Walk): void {
  switch (predicate.kind) {
    case 'exists':
    case 'compare':
    case 'matches':
      followLocation(predicate.path, context, walk);
      break;
    case 'not':
      followPredicate(predicate.of, context, walk);
      break;
    case 'and':
    case 'or':
      followPredicate(predicate.left, context, walk);
      followPredicate(predicate.right, context, walk);
      break;
    case 'position':
  }
}

function followStep(step: PathStep, context: Context, walk: Walk): Context {
  const { namespace, name } = step.name;
  if (step.axis === 'self') return context;
  if (step.axis === 'parent' || step.axis === 'descendant-or-self') return undefined;
  if (areLeaves(context)) {
    walk.unknown(`nothing stands in "${namesOf(context!)}"; ${INSTEAD}`);
    return [];
  }
  if (step.axis === 'attribute') {
    if (name !== undefined) checkAttribute(namespace ?? '', name, { context, walk });
    return [leaf(`@${name ?? '*'}`)];
  }
  if (name === undefined) return undefined;
  const schema = SOURCE_SCHEMAS.get(namespace ?? '');
  if (schema === undefined) return undefined;
  const within = step.axis === 'child' ? context?.filter((known) => known.schema === schema) : undefined;
  const isOpen = within?.some(({ element }) => element.children === undefined) === true;
  if (within === undefined || within.length < context!.length || isOpen) return anywhere(schema, name, walk);
  const found = within.flatMap(({ element }) => typeAt(element.children!, name) ?? []);
  if (found.length === 0) sayUnknown({ schema, name, within }, walk);
  return [...new Set(found)].map((type) => knownOf(schema, name, type));
}

/** An element of a schema wherever it may stand. */
function anywhere(schema: SourceSchema, name: string, walk: Walk): Context {
  const places = [schema.roots, ...Object.values(schema.types).map(({ children }) => children ?? {})];
  const types = new Set(places.flatMap((names) => typeAt(names, name) ?? []));
  if (types.size === 0) {
    const hint = didYouMean(name, [...new Set(places.flatMap((names) => Object.keys(names)))]);
    walk.unknown(`${schema.title} has no element "${name}"${hint}`);
    return undefined;
  }
  return [...types].map((type) => knownOf(schema, name, type));
}

function typeAt(names: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined;
}

interface Missing {
  readonly schema: SourceSchema;
  readonly name: string;
  readonly within: readonly Known[];
}

function sayUnknown({ schema, name, within }: Missing, walk: Walk): void {
  // What cannot be there was reported where the path comes to it.
  if (within.length === 0) return;
  const children = new Set(within.flatMap(({ element }) => Object.keys(element.children ?? {})));
  const hint = didYouMean(name, [...children]);
  const has = [...children].slice(0, MAX_LISTED).join(', ');
  const more = children.size > MAX_LISTED ? ', …' : '';
  const inside = children.size === 0 ? INSTEAD : `in it stands ${has}${more}`;
  const where = hint === '' ? `; ${inside}` : '';
  walk.unknown(`${schema.title} has no "${name}" in "${namesOf(within)}"${hint}${where}`);
}

/** What was meant by a path into what holds text alone. */
export const INSTEAD = 'its text is ".", and a path that counts from the record begins with "/"';

const MAX_LISTED = 12;

function namesOf(within: readonly Known[]): string {
  return [...new Set(within.map(({ name }) => name))].join('" or "');
}

const ATTRIBUTE_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['', ''],
  [XML_NAMESPACE, 'xml:'],
  ['http://www.w3.org/1999/xlink', 'xlink:'],
]);

function checkAttribute(
  namespace: string,
  name: string,
  { context, walk }: { readonly context: Context; readonly walk: Walk },
): void {
  const prefix = ATTRIBUTE_PREFIXES.get(namespace);
  if (prefix === undefined || context === undefined || context.length === 0) return;
  if (context.some(({ element }) => element.attributes === undefined)) return;
  const known = [...new Set(context.flatMap(({ element }) => element.attributes!))];
  const written = `${prefix}${name}`;
  if (known.includes(written)) return;
  const { schema } = context[0]!;
  const hint = didYouMean(written, known);
  walk.unknown(`${schema.title} has no attribute "${written}" on "${namesOf(context)}"${hint}`);
}
