/** Paths over trees, compiled once to closures. The result is in document order and holds each node once. */
import type { XmlAttribute, XmlElement } from '../../xml/element.ts';
import { isElement, textInside, type InputNode } from './scope.ts';
import { parseXPath, type LocationPath, type Name, type PathStep, type Predicate } from './xpath-syntax.ts';

/** Selects nodes from a context node. */
export type Select = (node: InputNode, run: SelectRun) => readonly InputNode[];

export interface SelectRun {
  /** Where a path with a leading `/` begins. */
  readonly root: XmlElement;
  /** Told of attributes that a predicate decided by: they were used. */
  mark(node: XmlElement | XmlAttribute): void;
}

/** Compiles a path. Throws a `PathSyntaxError`. */
export function compileXPath(text: string, namespaces: Readonly<Record<string, string>>): Select {
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
  const repeats = path.steps.some(({ axis }) => axis === 'descendant' || axis === 'parent');
  return (node, run) => {
    let nodes: readonly InputNode[] = [absolute ? run.root : node];
    for (const step of steps) nodes = nodes.length === 1 ? step(nodes[0]!, run) : stepFromAll(step, nodes, run); // prettier-ignore
    if (repeats && steps.length > 1) nodes = inDocumentOrder(nodes);
    return read === undefined ? nodes : nodes.map(read === 'name' ? nameOf : textOf);
  };
}

function stepFromAll(step: Select, nodes: readonly InputNode[], run: SelectRun): readonly InputNode[] {
  const found: InputNode[] = [];
  for (const node of nodes) for (const next of step(node, run)) found.push(next);
  return found;
}

function compileStep(step: PathStep): Select {
  const select = AXES[step.axis](step.name);
  if (step.predicates.length === 0) return select;
  const filters = step.predicates.map(compilePredicate);
  return (node, run) => {
    let nodes = select(node, run);
    for (const filter of filters) nodes = nodes.filter((candidate, i) => filter(candidate, run, i));
    return nodes;
  };
}

const NONE: readonly InputNode[] = [];

const AXES: Readonly<Record<PathStep['axis'], (name: Name) => Select>> = {
  child: (name) => (node) => {
    if (!isElement(node)) return NONE;
    let found: XmlElement[] | undefined;
    for (const child of node.children) {
      if (typeof child !== 'string' && isNamed(child, name)) (found ??= []).push(child);
    }
    return found ?? NONE;
  },
  descendant: (name) => (node) => {
    const found: XmlElement[] = [];
    const open: XmlElement[] = isElement(node) ? [node] : [];
    while (open.length > 0) {
      const element = open.pop()!;
      if (element !== node && isNamed(element, name)) found.push(element);
      for (let i = element.children.length - 1; i >= 0; i -= 1) {
        const child = element.children[i]!;
        if (typeof child !== 'string') open.push(child);
      }
    }
    return found;
  },
  attribute: (name) => (node) =>
    isElement(node) ? node.attributes.filter((attribute) => isNamed(attribute, name)) : NONE,
  self: () => (node) => [node],
  parent: () => (node) => (isElement(node) && node.parent !== undefined ? [node.parent] : NONE),
};

function isNamed(node: XmlElement | XmlAttribute, { namespace, name }: Name): boolean {
  return (
    (name === undefined || node.name === name) && (namespace === undefined || node.namespace === namespace)
  );
}

type Filter = (node: InputNode, run: SelectRun, index: number) => boolean;

function compilePredicate(predicate: Predicate): Filter {
  switch (predicate.kind) {
    case 'position':
      return (_node, _run, index) => index === predicate.position - 1;
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
