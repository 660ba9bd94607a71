import { describe, expect, test } from 'vitest';
import type { XmlElement } from '../../src/xml/element.ts';
import { attributeOf, childNamed, childrenNamed, textOf } from '../../src/xml/look.ts';
import {
  readPayload,
  readPayloadWithRepair,
  readXml,
  readXmlWithRepair,
} from '../../src/xml/read-payload.ts';

const DC = 'http://purl.org/dc/elements/1.1/';
const read = (xml: string, namespaces: Record<string, string> = {}): XmlElement =>
  readPayload({ xml, namespaces });

describe('a payload', () => {
  test('has names expanded by the declarations in scope and its own', () => {
    const root = read(
      '<r xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title xml:lang="sr">x</dc:title><p:y p:q="1" q="2"/></r>',
      { '': 'urn:d', p: 'urn:p' },
    );
    expect(root.namespace).toBe('urn:d');
    const title = childNamed(root, DC, 'title');
    expect(title && attributeOf(title, 'http://www.w3.org/XML/1998/namespace', 'lang')).toBe('sr');
    const y = childNamed(root, 'urn:p', 'y');
    expect(y && attributeOf(y, 'urn:p', 'q')).toBe('1');
    expect(y && attributeOf(y, '', 'q')).toBe('2');
  });

  test('keeps elements and text in order, joins text over CDATA and comments, and drops comments and instructions', () => {
    const root = read('<p>See <i>one</i> and <![CDATA[<b>]]><!-- c -->!<?p i?></p>');
    expect(root.children.map((node) => (typeof node === 'string' ? node : node.name))).toEqual([
      'See ',
      'i',
      ' and <b>!',
    ]);
    expect(textOf(root)).toBe('See one and <b>!');
  });

  test('is numbered in document order over elements and attributes', () => {
    const root = read('<a b="1" xmlns:p="urn:p" c="2"><d e="3"/><f/></a>');
    const indexes: number[] = [];
    (function collect(element: XmlElement): void {
      indexes.push(element.index, ...element.attributes.map((attribute) => attribute.index));
      for (const child of element.children) if (typeof child !== 'string') collect(child);
    })(root);
    expect(indexes).toEqual([0, 1, 2, 3, 4, 5]);
    expect(root.attributes.map((attribute) => attribute.name)).toEqual(['b', 'c']);
  });

  test('knows the parent of each element', () => {
    const root = read('<a><b/></a>');
    expect(childrenNamed(root, '', 'b')[0]?.parent).toBe(root);
    expect(root.parent).toBeUndefined();
  });

  test.each([
    ['numbers stay text', '<a>0012 1e5 2024.0 0x1F true</a>', '0012 1e5 2024.0 0x1F true'],
    ['blanks stay', '<a> \n x </a>', ' \n x '],
    ['references are resolved once', '<a>&#233;&#xE9;&#38;lt;&amp;ndash;&quot;</a>', 'é\u00e9&lt;&ndash;"'],
    ['line ends are normalised', '<a>x\r\ny\rz&#13;</a>', 'x\ny\nz\r'],
    [
      'names of object members are names',
      '<a><__proto__>1</__proto__><constructor>2</constructor><toString>3</toString></a>',
      '123',
    ],
    ['characters beyond the first plane', '<a>\u{1F600}&#x20000;</a>', '\u{1F600}\u{20000}'],
  ])('%s', (_, xml, text) => {
    expect(textOf(read(xml))).toBe(text);
  });

  test('has blanks in attribute values as spaces', () => {
    expect(attributeOf(read('<a b="x\n\ty&#10;z"/>'), '', 'b')).toBe('x  y\nz');
  });

  test('that cannot be read says why, where, and shows the place', () => {
    const lines = `<a>\n${'x'.repeat(500)}<b></c></a>`;
    expect(() => read(lines)).toThrow(expect.objectContaining({ kind: 'malformed', line: 2, column: 508 }));
    try {
      read(lines);
    } catch (error) {
      expect((error as { excerpt: string }).excerpt).toMatch(/^x{1,240}<b><\/c><\/a>$/);
    }
  });

  const DEEP = '<a>'.repeat(201) + '</a>'.repeat(201);
  test.each([
    ['malformed', '<a><b></a>'],
    ['malformed', '<a/><b/>'],
    ['malformed', '<a>&nbsp;</a>'],
    ['malformed', '<a b="1" b="2"/>'],
    ['malformed', '<a b="<"/>'],
    ['malformed', '<a>\u000B</a>'],
    ['malformed', '<a>&#0;</a>'],
    ['malformed', '<p:a/>'],
    ['malformed', '<a>x & y</a>'],
    ['malformed', 'text'],
    ['malformed', '<a><b>'],
    ['malformed', '<1 bad/>'],
    ['malformed', '<?xml version="1.0"?><a/>'],
    ['empty', ' \n '],
    ['empty', ''],
    ['too-deep', DEEP],
    ['doctype', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['doctype', '<!DOCTYPE a [<!ENTITY b "bbbbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'],
  ])('is refused as %s: %s', (kind, xml) => {
    expect(() => read(xml)).toThrow(expect.objectContaining({ name: 'XmlError', kind }));
  });

  test('under an ancestor that binds a reserved prefix wrongly is malformed, not a crash', () => {
    expect(() => read('<a/>', { xml: 'urn:wrong' })).toThrow(expect.objectContaining({ kind: 'malformed' }));
  });
});

describe('a payload that is not well-formed', () => {
  test.each([
    ['control-character', '<a>x\u000By</a>', 'xy'],
    ['named-entity', '<a>K&ouml;ln</a>', 'Köln'],
    ['bare-ampersand', '<a>x & y</a>', 'x & y'],
    ['numeric-reference', '<a>x&#0;y</a>', 'xy'],
    ['bare-less-than', '<a>P < 0.01</a>', 'P < 0.01'],
    ['xml-declaration-inside', '<?xml version="1.0" encoding="UTF-8"?><a>x</a>', 'x'],
    ['xml-declaration-inside', '\n<?xml version="1.0"?>\n<a>x</a>', 'x'],
    ['unbound-prefix', '<a xsi:type="b">x</a>', 'x'],
  ])('is read after the repair %s', (repair, xml, text) => {
    const { root, repairs } = readPayloadWithRepair({ xml, namespaces: {} });
    expect(textOf(root)).toBe(text);
    expect(repairs).toEqual([repair]);
  });

  test('and is not mended by a repair keeps the reason of the strict reading', () => {
    expect(() => readPayloadWithRepair({ xml: '<a>\n&<b></a>', namespaces: {} })).toThrow(
      expect.objectContaining({ kind: 'malformed', line: 2 }),
    );
    expect(() => readPayloadWithRepair({ xml: '<unknown:a/>', namespaces: {} })).toThrow(
      /unbound namespace prefix/,
    );
  });

  test('is not repaired when nothing is wrong', () => {
    expect(readPayloadWithRepair({ xml: '<a/>', namespaces: {} }).repairs).toEqual([]);
  });
});

test('a whole document may have a declaration, a byte order mark and instructions', () => {
  expect(readXml('\uFEFF<?xml version="1.0"?>\n<?xml-stylesheet href="a"?><!-- c --><a/>\n').name).toBe('a');
}); // prettier-ignore

describe('a whole document that is not well-formed', () => {
  test('is repaired as a payload is, and keeps its declaration', () => {
    const { root, repairs } = readXmlWithRepair('\uFEFF<?xml version="1.0"?>\n<dc:a>x&#x0; &nbsp;</dc:a>');
    expect(textOf(root)).toBe('x \u00a0');
    expect(root.namespace).toBe(DC);
    expect(repairs).toEqual(['numeric-reference', 'named-entity', 'unbound-prefix']);
  });

  test('is not repaired when nothing is wrong', () => {
    expect(readXmlWithRepair('<?xml version="1.0"?><a/>').repairs).toEqual([]);
  });

  test.each([
    ['malformed', '<a><b></a>'],
    ['empty', ' '],
    ['doctype', '<!DOCTYPE a><a/>'],
  ])('is refused as %s when no repair helps', (kind, xml) => {
    expect(() => readXmlWithRepair(xml)).toThrow(expect.objectContaining({ kind }));
  });
});
