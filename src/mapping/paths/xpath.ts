/** Paths over trees, compiled once to closures. The result is in document order and holds each node once. */
import type { XmlAttribute, XmlElement } from '../../xml/element.ts';
import { COMPARE, matchesIn } from './predicates.ts';
import { isElement, ownText, textInside, type InputNode } from './scope.ts';
import {
  parseXPath,
  type LocationPath,
  type Name,
  type PathNamespaces,
  type PathStep,
  type Predicate,
  type ReadFunction,
} from './xpath-syntax.ts';

/** Selects nodes from a context node. */
export type Select = (node: InputNode, run: SelectRun) => readonly InputNode[];

export interface SelectRun {
  /** Where a path with a leading `/` begins. */
  readonly root: XmlElement;
  /** Told of attributes that a predicate decided by: they were used. */
  mark(node: XmlElement | XmlAttribute): void;
}

/** Compiles a path. Throws a `PathSyntaxError`. */
export function compileXPath(text: string, namespaces: PathNamespaces): Select {
  const alternatives = parseXPath(text, namespaces).map(compileLocationPath);
  if (alternatives.length === 1) return alternatives[0]!;
  return (node, run) => inDocumentOrder(alternatives.flatMap((select) => select(node, run)));
}

function compileLocationPath(path: LocationPath): Select {
  const steps = path.steps.map(compileStep);
  const { absolute, read } = path;
  const [first] = steps;
  if (steps.length === 1 && !absolute && read === undefined) return first!;
  // Only these axes reach one node from several others.
  const repeats = path.steps.some(({ axis }) => axis.startsWith('descendant') || axis === 'parent');
  if (absolute && first !== undefined) steps[0] = orRoot(first, path.steps[0]!);
  return (node, run) => {
    let nodes: readonly InputNode[] = [absolute ? run.root : node];
    for (const step of steps) nodes = nodes.length === 1 ? step(nodes[0]!, run) : stepFromAll(step, nodes, run); // prettier-ignore
    if (repeats && steps.length > 1) nodes = inDocumentOrder(nodes);
    return read === undefined ? nodes : READS[read](nodes, run);
  };
}

/** `/` is the record's root; who knows XPath may name it once more: `/oai_dc:dc/dc:title`. */
function orRoot(step: Select, { axis, name, predicates }: PathStep): Select {
  if (axis !== 'child' || name.name === undefined || predicates.length > 0) return step;
  return (root, run) => (isElement(root) && isNamed(root, name) ? [root] : step(root, run));
}

const READS: Readonly<Record<ReadFunction, (nodes: readonly InputNode[], run: SelectRun) => string[]>> = {
  name: (nodes) => nodes.map(nameOf),
  string: (nodes) => nodes.map(textOf),
  text: (nodes, run) => {
    const texts: string[] = [];
    for (const node of nodes) {
      const text = isElement(node) ? ownText(node) : '';
      if (text.trim() === '' || !isElement(node)) continue;
      // A string has no place of its own: the element it is cut from was used.
      run.mark(node);
      texts.push(text);
    }
    return texts;
  },
};

function stepFromAll(step: Select, nodes: readonly InputNode[], run: SelectRun): readonly InputNode[] {
  const found: InputNode[] = [];
  for (const node of nodes) for (const next of step(node, run)) found.push(next);
  return found;
}

function compileStep(step: PathStep): Select {
  const select = AXES[step.axis](step.name, enoughFor(step.predicates[0]));
  if (step.predicates.length === 0) return select;
  const filters = step.predicates.map(compilePredicate);
  return (node, run) => {
    let nodes = select(node, run);
    for (const filter of filters) nodes = nodes.filter((candidate, i) => filter(candidate, run, i));
    return nodes;
  };
}

/** How many nodes a first predicate can let pass: `dc:title[1]` need not look at thousands. */
function enoughFor(predicate: Predicate | undefined): number {
  if (predicate?.kind !== 'position') return Infinity;
  return predicate.operator === '=' || predicate.operator === '<=' ? predicate.position : Infinity;
}

const NONE: readonly InputNode[] = [];

const AXES: Readonly<Record<PathStep['axis'], (name: Name, enough: number) => Select>> = {
  child: (name, enough) => (node) => {
    if (!isElement(node)) return NONE;
    let found: XmlElement[] | undefined;
    for (const child of node.children) {
      if (typeof child === 'string' || !isNamed(child, name)) continue;
      (found ??= []).push(child);
      if (found.length === enough) break;
    }
    return found ?? NONE;
  },
  descendant: (name) => (node) => within(node, name).filter((element) => element !== node),
  'descendant-or-self': (name) => (node) => within(node, name),
  attribute: (name) => (node) =>
    isElement(node) ? node.attributes.filter((attribute) => isNamed(attribute, name)) : NONE,
  self: () => (node) => [node],
  parent: () => (node) => (isElement(node) && node.parent !== undefined ? [node.parent] : NONE),
};

/** The elements of a name from a node down, in document order. Iterative: hostile records nest without end. */
function within(node: InputNode, name: Name): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const open: XmlElement[] = isElement(node) ? [node] : [];
  while (open.length > 0) {
    const element = open.pop()!;
    if (isNamed(element, name)) found.push(element);
    for (let i = element.children.length - 1; i >= 0; i -= 1) {
      const child = element.children[i]!;
      if (typeof child !== 'string') open.push(child);
    }
  }
  return found;
}

function isNamed(node: XmlElement | XmlAttribute, { namespace, name, alsoIn }: Name): boolean {
  if (name !== undefined && node.name !== name) return false;
  if (namespace === undefined || node.namespace === namespace) return true;
  return alsoIn?.includes(node.namespace) === true;
}

type Filter = (node: InputNode, run: SelectRun, index: number) => boolean;

function compilePredicate(predicate: Predicate): Filter {
  switch (predicate.kind) {
    case 'position': {
      const holds = COMPARE[predicate.operator];
      const { position } = predicate;
      return (_node, _run, index) => holds(index + 1, position);
    }
    case 'matches': {
      const select = compileLocationPath(predicate.path);
      const { regex } = predicate;
      return (node, run) => tested(select(node, run), run).some((found) => matchesIn(textOf(found), regex));
    }
    case 'exists': {
      const select = compileLocationPath(predicate.path);
      return (node, run) => tested(select(node, run), run).length > 0;
    }
    case 'compare': {
      const select = compileLocationPath(predicate.path);
      const { equal, literal } = predicate;
      return (node, run) =>
        tested(select(node, run), run).some((found) => (textOf(found) === literal) === equal);
    }
    case 'not': {
      const inner = compilePredicate(predicate.of);
      return (node, run, index) => !inner(node, run, index);
    }
    case 'and':
    case 'or': {
      const left = compilePredicate(predicate.left);
      const right = compilePredicate(predicate.right);
      return predicate.kind === 'and'
        ? (node, run, index) => left(node, run, index) && right(node, run, index)
        : (node, run, index) => left(node, run, index) || right(node, run, index);
    }
  }
}

/** An attribute that decides is used, even when nothing of it is written. */
function tested(nodes: readonly InputNode[], run: SelectRun): readonly InputNode[] {
  for (const node of nodes) if (typeof node === 'object' && !isElement(node)) run.mark(node);
  return nodes;
}

/** The text of a node: an attribute's value, or all text inside an element. */
export function textOf(node: InputNode): string {
  if (typeof node === 'string') return node;
  return isElement(node) ? textInside(node) : node.value;
}

function nameOf(node: InputNode): string {
  return typeof node === 'string' ? node : node.name;
}

function inDocumentOrder(nodes: readonly InputNode[]): readonly InputNode[] {
  if (nodes.length < 2) return nodes;
  const unique = [...new Set(nodes)];
  if (unique.some((node) => typeof node === 'string')) return unique;
  return (unique as (XmlElement | XmlAttribute)[]).sort((left, right) => left.index - right.index);
}
