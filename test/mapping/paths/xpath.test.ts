import { expect, test } from 'vitest';
import type { XmlAttribute, XmlElement } from '../../../src/xml/element.ts';
import { compileLabelledPath } from '../../../src/mapping/paths/labelled-path.ts';
import { inputPath } from '../../../src/mapping/paths/input-path.ts';
import { compileXPath, textOf, type Select } from '../../../src/mapping/paths/xpath.ts';
import { readXml } from '../../../src/xml/read-payload.ts';

const RECORD = readXml(
  '<r xmlns="urn:a" xmlns:b="urn:b"><x k="1">one</x><b:x>two</b:x><x k="2" xml:lang="en">three<y>four</y></x><z><x>five</x></z><plain xmlns=""/></r>',
);
const NAMESPACES = { declared: { a: 'urn:a', b: 'urn:b', c: 'urn:c' }, alsoIn: { c: ['urn:a', ''] } };

function select(compiled: Select, from: XmlElement): { texts: string[]; marked: number[] } {
  const marked: number[] = [];
  const run = { root: RECORD, mark: (node: { index: number }) => void marked.push(node.index) };
  return { texts: compiled(from, run).map(textOf), marked };
}

test.each([
  ['a:x', ['one', 'threefour']],
  ['a:x/a:y', ['four']],
  ['//a:x', ['one', 'threefour', 'five']],
  ['*', ['one', 'two', 'threefour', 'five', '']],
  ['b:*', ['two']],
  ['b:x|a:x', ['one', 'two', 'threefour']],
  ['(a:z | a:x[2])', ['threefour', 'five']],
  ['a:x[1]', ['one']],
  ['a:x[3]', []],
  ['a:x/@k', ['1', '2']],
  ['a:x/@xml:lang', ['en']],
  ["a:x[@k='2']", ['threefour']],
  ["a:x[@k!='2']", ['one']],
  ['a:x[not(@xml:lang)]', ['one']],
  ['a:x[a:y]', ['threefour']],
  ["a:x[@k='1' or @k='2']", ['one', 'threefour']],
  ["a:x[@k='2' and @xml:lang='en']", ['threefour']],
  ["a:x[not(@k='1' or @k='2')]", []],
  ["a:x[.='one']", ['one']],
  ['a:z/a:x/..', ['five']],
  ['.', ['onetwothreefourfive']],
  ['/a:z/a:x', ['five']],
  ['/a:r/a:z/a:x', ['five']],
  ['/b:r/a:z/a:x', []],
  ['*/name()', ['x', 'x', 'x', 'z', 'plain']],
  ['a:z/string()', ['five']],
  ['plain', ['']],
  ['x', []],
  ['c:plain|c:z', ['five', '']],
  ['c:x/@c:k', ['1', '2']],
  ['text()', []],
  ['a:x/text()', ['one', 'three']],
  ['a:z/text()', []],
  ['a:z//text()', ['five']],
  ['//@k', ['1', '2']],
  ['a:x//@xml:lang', ['en']],
  ['//@*', ['1', '2', 'en']],
  ['a:z//.', ['five', 'five']],
  ['a:x[position()>1]', ['threefour']],
  ['*[position()!=1][position()<=2]', ['two', 'threefour']],
  ['*[position() >= 4]', ['five', '']],
  ['*[position()<2 or position()=4]', ['one', 'five']],
  ["*[matches(., '^t.*o$')]", ['two']],
  ["*[matches(@k, '[2-9]') and not(matches(a:y, 'x'))]", ['threefour']],
])('the path %s selects in document order', (path, texts) => {
  expect(select(compileXPath(path, NAMESPACES), RECORD).texts).toEqual(texts);
});

test('a leading slash begins at the root of the record wherever the context is', () => {
  const inner = RECORD.children.find(
    (child): child is XmlElement => typeof child !== 'string' && child.name === 'z',
  )!;
  expect(select(compileXPath('/a:x[1]/@k', NAMESPACES), inner).texts).toEqual(['1']);
});

test('an attribute that a predicate decides by counts as used', () => {
  expect(select(compileXPath("a:x[@k='2']", NAMESPACES), RECORD).marked).toHaveLength(2);
});

test('the input path of a node has its places among siblings of one name', () => {
  const run = { root: RECORD, mark: () => undefined };
  const [first] = compileXPath('a:x[2]/a:y', NAMESPACES)(RECORD, run) as XmlElement[];
  const [attribute] = compileXPath('a:x[2]/@k', NAMESPACES)(RECORD, run) as XmlAttribute[];
  expect(inputPath(first!, RECORD)).toBe('/r/x[2]/y[1]');
  expect(inputPath(attribute!, RECORD)).toBe('/r/x[2]/@k');
});

test.each([
  ['a:x[', 'the path "a:x[" is wrong: it ends too early'],
  ['a:x[0]', 'the path "a:x[0]" is wrong: places count from 1'],
  ['a:x]', 'the path "a:x]" is wrong: nothing more is expected before "]"'],
  ['a:x[@k=1]', 'the path "a:x[@k=1]" is wrong: a quoted text is expected instead of "1"'],
  ['d:x', 'the prefix "d" in "d:x" is not declared under ns (did you mean "a"?)'],
  ["a:x[matches(., '(a+)+b')]", 'the pattern (a+)+b'],
  ["a:x[matches(., '(')]", 'the pattern does not compile'],
  ["a:x[matches('x')]", 'a name is expected before "\'x\'"'],
  ['a:x[position()>a]', 'a number is expected instead of "a"'],
  ['a:x[position()]', 'one of = != <= < >= > is expected before "]"'],
  ['a:x#', 'the path "a:x#" is wrong: "#" cannot be read'],
  ['child::x', 'the path "child::x" is wrong: "::x" cannot be read'],
  [`${'a:x['.repeat(50)}1`, /nested too deeply/],
])('the path %s is refused', (path, message) => {
  expect(() => compileXPath(path, NAMESPACES)).toThrow(message);
});

test.each([
  ['line[1]', ['first']],
  ['line[2]|line[1]', ['first', 'second']],
  ['line[position()>1]', ['second']],
  ['Author(s)[position() > 2]', []],
  ['Published by', ['P']],
  ['Summary/Abstract', ['S']],
  ['Author(s)', ['A', 'B']],
  ['/Published by', ['P']],
  ['Nothing', []],
])('the labelled path %s names a label as it is written', (path, texts) => {
  const fields = [['line', 'first'], ['line', 'second'], ['Author(s)', 'A'], ['Published by', 'P'], ['Author(s)', 'B'], ['Summary/Abstract', 'S']] as const; // prettier-ignore
  const children: XmlElement[] = [];
  const root: XmlElement = {
    name: 'record',
    namespace: '',
    attributes: [],
    children,
    parent: undefined,
    index: 0,
  };
  fields.forEach(([name, value], i) => {
    children.push({ name, namespace: '', attributes: [], children: [value], parent: root, index: i + 1 });
  });
  const selected = compileLabelledPath(path)(root, { root, mark: () => undefined });
  expect(selected.map(textOf)).toEqual(texts);
});
