import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../src/mapping/json.ts';
import { compileJsonPath } from '../../src/mapping/paths/json-path.ts';
import { textOf } from '../../src/mapping/paths/xpath.ts';
import type { XmlElement } from '../../src/xml/element.ts';

const RECORD = readJson(`{
  "id": 12345678901234567890, "price": 1.50, "open": true, "none": null, "empty": "",
  "titles": [{"kind": "main", "title": "A"}, {"kind": "sub title", "title": "B", "tags": ["x", "y"]}],
  "half": "a\\ud800", "dc.title": {"@value": "C"}, "box": [[1, 2], [3, 4]], "name": "D", "deep": {"name": "E", "list": [{"name": "F"}]}
}`);

function select(path: string, root: XmlElement = RECORD, from: XmlElement = root): string[] {
  const run = { root, mark: () => undefined };
  return compileJsonPath(path)(from, run).map(textOf);
}

describe('a path into JSON', () => {
  test.each([
    ['titles.title', ['A', 'B']],
    ['titles[*].title', ['A', 'B']],
    ['titles[0].title', ['A']],
    ['titles[2].title', []],
    ['titles[kind=main].title', ['A']],
    ["titles[kind='sub title'].title", ['B']],
    ['titles[kind=sub title].title', ['B']],
    ['titles[kind!=main].title', ['B']],
    ['titles[tags].title', ['B']],
    ['titles[tags][0].title', ['B']],
    ['titles[tags][1].title', []],
    ['titles.tags[1]', ['y']],
    ["'dc.title'.@value", ['C']],
    ['box[1]', ['34']],
    ['box[1][0]', ['3']],
    ['box[*][1]', ['2', '4']],
    ['name | deep.name', ['D', 'E']],
    ['deep.name|name', ['D', 'E']],
    ['deep.*', ['E', 'F']],
    ['deep.list.name', ['F']],
    ['id', ['12345678901234567890']],
    ['price', ['1.50']],
    ['open', ['true']],
    ['none', []],
    ['empty', ['']],
    ['nothing.at.all', []],
    ['half', ['a\uFFFD']],
  ])('%s gives %j', (path, texts) => {
    expect(select(path)).toEqual(texts);
  });

  test('leads up and to the root from inside', () => {
    const [deep] = compileJsonPath('deep.list')(RECORD, {
      root: RECORD,
      mark: () => undefined,
    }) as XmlElement[];
    expect(select('name', RECORD, deep)).toEqual(['F']);
    expect(select('../name', RECORD, deep)).toEqual(['E']);
    expect(select('../../name', RECORD, deep)).toEqual(['D']);
    expect(select('/name', RECORD, deep)).toEqual(['D']);
  });

  test('begins in the list that is the whole text', () => {
    expect(select('[*].a', readJson('[{"a":1},{"a":2}]'))).toEqual(['1', '2']);
    expect(select('[1].a', readJson('[{"a":1},{"a":2}]'))).toEqual(['2']);
  });

  test.each([
    ['a.', 'at its end: a key is expected'],
    ['a[', 'at its end: a place, "*", or a key is expected'],
    ['a[0', 'at its end: "]" is expected'],
    ['a b', 'at character 2: nothing more is expected'],
    ['a[b=]', 'at character 5: a value is expected'],
    ['', 'at its end: a key is expected'],
  ])('that is wrong is refused: %s', (path, message) => {
    expect(() => compileJsonPath(path)).toThrow(message);
  });
});

describe('a JSON text', () => {
  test.each([
    ['', 'a value is expected (line 1, column 1)'],
    ['{"a": 1', '"," or "}" is expected (line 1, column 8)'],
    ['{"a" 1}', '":" is expected'],
    ['{a: 1}', 'a key in double quotes is expected'],
    ["{'a': 1}", 'a key in double quotes is expected'],
    ['[1,]', 'a value is expected'],
    ['[1 2]', '"," or "]" is expected'],
    ['{"a": 01}', 'a value is expected'],
    ['{"a": NaN}', 'a value is expected'],
    ['{"a": "x', 'this text never ends'],
    ['{"a": "x\\"}', 'this text never ends'],
    ['{"a": "\\x"}', 'unknown escape'],
    ['{"a": "\n"}', 'control character'],
    ['{}\n x', 'nothing more is expected (line 2, column 2)'],
    ['['.repeat(201) + ']'.repeat(201), 'values are nested deeper than 200'],
    ['['.repeat(1_000_000), 'values are nested deeper than 200'],
  ])('that is none is refused: %j', (text, message) => {
    expect(() => readJson(text)).toThrow(message);
  });

  test('is read with a byte order mark, escapes and blanks', () => {
    expect(select('a', readJson('\uFEFF { "a" : "\\u0416\\n\\\\" } '))).toEqual(['Ж\n\\']);
  });

  test('has in its tree what JSON.parse finds', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(leavesOf(readJson(text))).toEqual(leavesIn(JSON.parse(text)));
      }),
    );
  });

  test('that is not sound is never read as something else', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, cut) => {
        const broken = text.slice(0, cut % text.length);
        expect(outcome(() => void readJson(broken))).toBe(outcome(() => void JSON.parse(broken)));
      }),
    );
  });
});

function outcome(read: () => void): 'read' | 'refused' {
  try {
    read();
    return 'read';
  } catch {
    return 'refused';
  }
}

function leavesOf({ children }: XmlElement): string[] {
  return children.flatMap((child) => (typeof child === 'string' ? [child] : leavesOf(child)));
}

function leavesIn(value: unknown): string[] {
  if (value === null || value === '') return [];
  return typeof value === 'object' ? Object.values(value).flatMap(leavesIn) : [written(value)];
}

/** Numbers in a tree are as they were written, which for `fc.json` is as JavaScript writes them. */
function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
