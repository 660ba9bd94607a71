/**
 * Paths over labelled text: a label as written (`Published by`), `line[1]`, `line[position()>1]`, `|` between them, `/`
 * for the root.
 */
import type { XmlElement } from '../../xml/element.ts';
import { isElement, type InputNode } from './scope.ts';
import type { Select } from './xpath.ts';
import { PathSyntaxError } from './path-syntax-error.ts';

const INDEXED = /^(.*)\[(?:(\d+)|position\(\)\s*>\s*(\d+))\]$/;

/** Compiles a path. Labels hold blanks, slashes and brackets, so nothing in them is an operator. */
export function compileLabelledPath(text: string): Select {
  const alternatives = text.split('|').map((label) => compileLabel(label.trim(), text));
  if (alternatives.length === 1) return alternatives[0]!;
  return (node, run) => {
    const found = alternatives.flatMap((select) => select(node, run)) as XmlElement[];
    return [...new Set(found)].sort((left, right) => left.index - right.index);
  };
}

function compileLabel(text: string, whole: string): Select {
  if (text === '.') return (node) => [node];
  const absolute = text.startsWith('/');
  const indexed = INDEXED.exec(text);
  const label = (indexed?.[1] ?? text).slice(absolute ? 1 : 0);
  if (label === '') throw new PathSyntaxError('path.syntax', `the path "${whole}" names no label`);
  const [, , position, after] = indexed ?? [];
  const from = position === undefined ? Number(after ?? 0) : Number(position) - 1;
  const to = position === undefined ? undefined : from + 1;
  return (node, run) => {
    const fields = childrenNamed(absolute ? run.root : node, label);
    return indexed === null ? fields : fields.slice(from, to);
  };
}

function childrenNamed(node: InputNode, name: string): XmlElement[] {
  if (!isElement(node)) return [];
  return node.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}
