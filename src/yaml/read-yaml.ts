/** YAML files that people edit: values with positions. The only home of the yaml package. */
import {
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
} from 'yaml';

/** One problem in a file; `line` and `column` count from 1. */
export interface FileIssue {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warn';
  /** A stable code, for example `transform.unknown`. */
  readonly code: string;
  readonly message: string;
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A YAML file that was read: its value, and where each part of it stands. */
export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** Where the value at a path stands, or the nearest enclosing one that exists. */
  locate(path: readonly (string | number)[]): Position;
  /** Where the key at a path stands. */
  locateKey(path: readonly (string | number)[]): Position;
}

/** Reads YAML 1.2 (core schema, duplicate keys and aliases refused). Problems of syntax come back as issues. */
export function readYaml(text: string, file: string): { yaml: YamlFile; issues: FileIssue[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    uniqueKeys: true,
  });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const issues = document.errors.map((error): FileIssue => {
    return {
      file,
      ...at(error.pos[0]),
      severity: 'error',
      code: 'yaml.syntax',
      message: firstLine(error.message),
    };
  });
  visit(document, {
    Alias(_key, { source, range }) {
      const message = `"*${source}" stands for another part of the file, which is not read; write that part out`;
      issues.push({ file, ...at(range?.[0] ?? 0), severity: 'error', code: 'yaml.alias', message });
    },
  });
  const value: unknown = issues.length === 0 ? document.toJS({ maxAliasCount: 0 }) : undefined;
  const yaml: YamlFile = {
    file,
    value,
    locate: (path) => at(startOf(nodeAt(document, path))),
    locateKey: (path) => at(keyOffset(document, path)),
  };
  return { yaml, issues };
}

/** An issue as one line: `file:line:column error code: message`. */
export function formatFileIssue(issue: FileIssue): string {
  return `${issue.file}:${issue.line}:${issue.column} ${issue.severity} ${issue.code}: ${issue.message}`;
}

function nodeAt(document: Document, path: readonly (string | number)[]): Node | null {
  let node: unknown = document.contents;
  for (const step of path) {
    const child: unknown = isMap(node)
      ? node.get(step, true)
      : isSeq(node)
        ? node.get(Number(step), true)
        : undefined;
    if (!isNode(child)) break;
    node = child;
  }
  return isNode(node) ? node : null;
}

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}

function keyOffset(document: Document, path: readonly (string | number)[]): number {
  const parent = nodeAt(document, path.slice(0, -1));
  if (isMap(parent)) {
    const pair = parent.items.find(
      (item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1),
    );
    if (pair && isNode(pair.key)) return startOf(pair.key);
  }
  return startOf(nodeAt(document, path));
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]!.replace(/ at line \d+, column \d+:?$/, '');
}
