import { describe, expect, test } from 'vitest';
import { attributeOf, textOf } from '../../src/xml/look.ts';
import { readXml } from '../../src/xml/read-payload.ts';
import {
  schemaLocation,
  SPLICE,
  writeDocument,
  writeDocumentAround,
  writeFragment,
} from '../../src/xml/write-document.ts';

const OAI = 'http://www.openarchives.org/OAI/2.0/';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

describe('a written document', () => {
  test('has its declaration, and namespaces declared where they are needed', () => {
    const xml = writeDocument({
      name: 'OAI-PMH',
      namespace: OAI,
      attributes: [schemaLocation({ namespace: OAI, schema: 'urn:schema' })],
      children: [
        { name: 'p:x', namespace: 'urn:p', attributes: { q: '1' }, children: ['a'] },
        { name: 'y', namespace: OAI },
      ],
    });
    expect(xml).toBe(
      `${DECLARATION}<OAI-PMH xmlns="${OAI}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${OAI} urn:schema">` +
        '<p:x xmlns:p="urn:p" q="1">a</p:x><y/></OAI-PMH>',
    );
  });

  test.each([
    ['markup is escaped', '<b>&"]]>', '<b>&"]]>', '<b>&"]]>'],
    ['forbidden characters are left out', 'a\u0000\u000B\uD800b\u{1F600}', 'ab\u{1F600}', 'ab\u{1F600}'],
    ['line ends and tabs mean what a reader makes of them', 'a\r\nb\rc\td', 'a\nb\nc\td', 'a  b c d'],
  ])('%s', (_, value, text, attribute) => {
    const root = readXml(
      writeDocument({ name: 'a', namespace: '', attributes: { b: value }, children: [value] }),
    );
    expect(textOf(root)).toBe(text);
    expect(attributeOf(root, '', 'b')).toBe(attribute);
  });

  test.each(['1 bad', 'a b', 'a>'])('refuses the name %j', (name) => {
    expect(() => writeDocument({ name, namespace: 'urn:a' })).toThrow();
  });

  test('as a fragment has no declaration and stands alone', () => {
    expect(
      writeFragment({
        name: 'p:a',
        namespace: 'urn:p',
        children: [{ name: 'p:b', namespace: 'urn:p', children: ['x'] }],
      }),
    ).toBe('<p:a xmlns:p="urn:p"><p:b>x</p:b></p:a>');
  });
});

describe('a document around stored fragments', () => {
  const around = { name: 'a', namespace: OAI, children: [{ name: 'b', namespace: OAI, children: [SPLICE, 'after'] }] } as const;

  test('comes in two halves that the fragments join', () => {
    const { head, tail } = writeDocumentAround(around);
    expect([head, tail]).toEqual([`${DECLARATION}<a xmlns="${OAI}"><b>`, 'after</b></a>']);
  });

  test('cannot be split by text that looks like the mark', () => {
    const { head } = writeDocumentAround({ name: 'a', namespace: '', children: ['<!--splice-->', SPLICE] });
    expect(head).toBe(`${DECLARATION}<a>&lt;!--splice--&gt;`);
  });

  test('must hold exactly one splice', () => {
    expect(() => writeDocument(around)).toThrow(/writeDocumentAround/);
    expect(() => writeDocumentAround({ name: 'a', namespace: '' })).toThrow(/no SPLICE/);
    expect(() => writeDocumentAround({ name: 'a', namespace: '', children: [SPLICE, SPLICE] })).toThrow(/only one/);
  });
}); // prettier-ignore

describe('text that looks like a reference', () => {
  test.each(['&#0;', '&x;', '&amp;', '&lt;b&gt;', 'a & b', '&#x1F600;'])(
    '%s is written as the text it is',
    (text) => {
      const xml = writeDocument({ name: 'a', namespace: 'urn:x', attributes: { b: text }, children: [text] });
      const root = readXml(xml);
      expect(textOf(root)).toBe(text);
      expect(root.attributes[0]?.value).toBe(text);
    },
  );
});
