/** What the readers and writers rely on in the packages below them: a change of version that breaks it fails here. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { create } from 'xmlbuilder2';
import { parseEnvelope, placeOf } from '../../src/xml/envelope-parser.ts';

describe('fast-xml-parser', () => {
  test.each(['<a><b>', '<a><b></c></a>', 'Service unavailable', '', '<a/>junk', '<a>\u000B</a>'])(
    'accepts %j by itself, so that we must check',
    (text) => {
      expect(() => new XMLParser({ preserveOrder: true }).parse(text) as unknown).not.toThrow();
    },
  );

  test.each(['<a><__proto__/></a>', `${'<a>'.repeat(150)}${'</a>'.repeat(150)}`, '<a><b'])(
    'throws for %s',
    (text) => {
      expect(() => parseEnvelope(text)).toThrow();
    },
  );

  test.each(['<a b="x & y"/>', '<a>&bogus;</a>', '<p:a/>', '<a b="<"/>'])(
    'has a validator that lets %s pass',
    (text) => {
      expect(XMLValidator.validate(text)).toBe(true);
    },
  );

  test.each([
    ['<a>\n<b></c></a>', 2],
    ['<a b="1"\nb="2"/>', 2],
    ['<a>\n\nx & y</a>', 3],
    ['<a b=c/>', 1],
    ['<a><b>', 1],
  ])('has a validator that finds the fault in %j', (text, line) => {
    expect(XMLValidator.validate(text)).toMatchObject({ err: { line } });
  });

  test('gives exact offsets over CRLF and characters beyond the first plane', () => {
    const text = '<a>\r\n\u{1F600}<b>\r\n</b>\r\n</a>';
    const { start, end } = placeOf(
      (parseEnvelope(text).nodes[0]?.['a'] as Parameters<typeof placeOf>[0][])[1] ?? {},
    );
    expect(text.slice(start, end)).toBe('<b>\r\n</b>');
  });

  test('hands a stop node on as text, nested elements of its name included', () => {
    const { nodes } = parseEnvelope(
      '<x><record><o:metadata><o:metadata>&amp;</o:metadata></o:metadata></record></x>',
    );
    expect(JSON.stringify(nodes)).toBe(
      '[{"x":[{"record":[{"metadata":[{"#text":"<o:metadata>&amp;</o:metadata>"}]}]}]}]',
    );
  });
});

describe('xmlbuilder2', () => {
  const text = (options: object, form: object): string => create(options).ele('a').txt('x\u0001').end(form);

  test('removes forbidden characters only with both settings', () => {
    expect(text({}, {})).toContain('x\u0001');
    expect(() => text({}, { wellFormed: true })).toThrow();
    expect(text({ invalidCharReplacement: '' }, { wellFormed: true })).toContain('<a>x</a>');
  });

  test('writes a prefix unbound when no namespace is given, so that we always give one', () => {
    expect(create().ele('p:a').end()).toContain('<p:a/>');
  });
}); // prettier-ignore
