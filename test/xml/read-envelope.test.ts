import { describe, expect, test } from 'vitest';
import type { EnvelopeElement } from '../../src/xml/element.ts';
import { envelopeChild, envelopeChildren } from '../../src/xml/look.ts';
import { readEnvelope } from '../../src/xml/read-envelope.ts';
import { readPayloadWithRepair } from '../../src/xml/read-payload.ts';

const OAI = 'http://www.openarchives.org/OAI/2.0/';
const HEADER = '<header status="deleted"><identifier>oai:a&amp;b</identifier></header>';

const page = (records: string): string =>
  `<?xml version="1.0"?>\n<OAI-PMH xmlns="${OAI}" xmlns:x="urn:x"><ListRecords>${records}<resumptionToken cursor="0"> t&#49; </resumptionToken></ListRecords></OAI-PMH>`;
const record = (payload: string): string => `<record>${HEADER}<metadata>${payload}</metadata></record>`;

function list(text: string): EnvelopeElement {
  return (
    envelopeChild(readEnvelope(text).root, 'ListRecords') ?? {
      name: '',
      namespace: '',
      attributes: {},
      text: '',
      children: [],
    }
  );
}

function payloads(text: string): string[] {
  return envelopeChildren(list(text), 'record').flatMap((element) =>
    element.children.flatMap(({ raw }) => (raw === undefined ? [] : [raw.xml])),
  );
}

describe('a response', () => {
  test('has its names expanded, attributes as written and references resolved', () => {
    const { root, repairs } = readEnvelope(page(record('<a/>')));
    expect(repairs).toEqual([]);
    expect([root.name, root.namespace, root.attributes['xmlns:x']]).toEqual(['OAI-PMH', OAI, 'urn:x']);
    const header = envelopeChild(envelopeChildren(list(page(record('<a/>'))), 'record')[0] ?? root, 'header');
    expect(header?.attributes).toEqual({ status: 'deleted' });
    expect(header && envelopeChild(header, 'identifier')?.text).toBe('oai:a&b');
    expect(envelopeChild(list(page('')), 'resumptionToken')?.text).toBe(' t1 ');
  });

  test.each([
    ['0012', '0012'],
    ['1e5', '1e5'],
    ['2024.0', '2024.0'],
    ['0x1F', '0x1F'],
    ['true', 'true'],
    [' \n t ', ' \n t '],
    ['&#233;&#xE9;&#38;amp;', 'éé&amp;'],
    ['<![CDATA[<&>]]>x', '<&>x'],
    ['a<!-- b -->c', 'ac'],
    ['x\r\ny', 'x\ny'],
  ])('has the token text %j as %j', (written, text) => {
    const { root, repairs } = readEnvelope(
      `<OAI-PMH xmlns="${OAI}"><resumptionToken>${written}</resumptionToken></OAI-PMH>`,
    );
    expect(envelopeChild(root, 'resumptionToken')?.text).toBe(text);
    expect(repairs).toEqual([]);
  });

  test('has HTML names resolved, and says so (F12)', () => {
    const { root, repairs } = readEnvelope(
      `<OAI-PMH xmlns="${OAI}"><error code="a&eacute;">&ndash;&thinsp;&lang;&amp;ndash;</error></OAI-PMH>`,
    );
    expect(envelopeChild(root, 'error')).toMatchObject({
      text: '–\u2009\u27e8&ndash;',
      attributes: { code: 'aé' },
    });
    expect(repairs).toEqual(['named-entity']);
  });

  test('with names of object members is read as it is', () => {
    const { root } = readEnvelope(
      `<OAI-PMH xmlns="${OAI}"><toString hasOwnProperty="1">x</toString></OAI-PMH>`,
    );
    expect(root.children).toMatchObject([
      { name: 'toString', text: 'x', attributes: { hasOwnProperty: '1' } },
    ]);
  });

  test('has blanks in attributes as spaces', () => {
    expect(readEnvelope(`<OAI-PMH a="x\n\ty"/>`).root.attributes['a']).toBe('x  y');
  });

  test.each([
    [
      'under a prefix',
      `<oai:OAI-PMH xmlns:oai="${OAI}"><oai:ListRecords><oai:record><oai:metadata><a/></oai:metadata></oai:record></oai:ListRecords></oai:OAI-PMH>`,
    ],
    [
      'with records under their own prefix',
      `<OAI-PMH xmlns="${OAI}"><ListRecords><o:record xmlns:o="${OAI}"><o:metadata><a/></o:metadata></o:record></ListRecords></OAI-PMH>`,
    ],
    [
      'in no namespace (F99)',
      '<OAI-PMH><ListRecords><record><metadata><a/></metadata></record></ListRecords></OAI-PMH>',
    ],
  ])('%s gives the same records', (_, text) => {
    expect(payloads(text)).toEqual(['<a/>']);
  });

  test('prefers a child in the namespace of the protocol to one that only has its name (F80)', () => {
    const { root } = readEnvelope(
      `<OAI-PMH xmlns="${OAI}"><error xmlns="urn:x">no</error><error>yes</error></OAI-PMH>`,
    );
    expect(envelopeChild(root, 'error')?.text).toBe('yes');
    expect(envelopeChildren(root, 'error')).toHaveLength(1);
  });
});

describe('a payload in a response', () => {
  test.each([
    '\n <a b="x>y">\r\n<!-- </metadata> --><![CDATA[</metadata></record>]]> &amp; \u{1F600}</a>\r\n',
    '<metadata><metadata/>x</metadata>',
    '',
    ' ',
    '<a><error code="badVerb"/><resumptionToken>no</resumptionToken></a>',
    '<__proto__/><constructor/>',
    '<a>'.repeat(300) + '</a>'.repeat(300),
  ])('is the source, byte for byte: %j', (payload) => {
    expect(payloads(page(record(payload) + record('<next/>')))).toEqual([payload, '<next/>']);
  });

  test('of an empty element is empty', () => {
    expect(payloads(page('<record><metadata/><about/><about></about></record>'))).toEqual(['', '', '']);
  });

  test('has the declarations in scope, those of its container included', () => {
    const text = page('<record xmlns:y="urn:y"><metadata xmlns="" xmlns:x="urn:z"><a/></metadata></record>');
    expect(list(text).children[0]?.children[0]?.raw?.namespaces).toEqual({ x: 'urn:z', y: 'urn:y' });
  });

  test.each([
    ['an unclosed element', '<a><b></a>'],
    ['an unclosed quotation mark', '<a b="c>x</a>'],
    ['an unclosed comment', '<a><!-- x</a>'],
    ['an unclosed CDATA section', '<a><![CDATA[ x</a>'],
    ['a damaged start tag', '<a code="c"System<b>x</a>'],
    ['a bare <', '<a>P < 0.01</a>'],
    ['a control character', '<a>\u000B</a>'],
    ['an unknown reference', '<a>&bogus; & </a>'],
    ['an unclosed instruction', '<a><?p </a>'],
  ])('that is broken by %s leaves the records around it whole', (_, broken) => {
    const text = page(record('<first/>') + record(broken) + record('<last b="1"/>'));
    expect(readEnvelope(text).repairs).toEqual([]);
    expect(payloads(text)).toEqual(['<first/>', broken, '<last b="1"/>']);
  });

  test('that is broken beside two abouts leaves each in its place', () => {
    const text = page(
      `<record>${HEADER}<metadata><a b="</metadata><about><x/></about><about><y/></about></record>${record('<z/>')}`,
    );
    expect(payloads(text)).toEqual(['<a b="', '<x/>', '<y/>', '<z/>']);
  });

  test('cannot put a record into the list by markup inside CDATA', () => {
    const hostile = `<a><![CDATA[</metadata></record>${record('<injected/>')}]]></a>`;
    expect(payloads(page(record(hostile)))).toEqual([hostile]);
  });
});

describe('a response that ends too early', () => {
  const whole = page(record('<a>some text</a>') + record('<b c="d">more</b>'));

  test('is truncated wherever it is cut', () => {
    const root = whole.indexOf('<OAI-PMH');
    for (let length = root + 1; length < whole.length; length += 1) {
      expect(() => readEnvelope(whole.slice(0, length)), whole.slice(0, length)).toThrow(
        expect.objectContaining({ kind: 'truncated' }),
      );
    }
  });
});

describe('what is no response', () => {
  test.each([
    ['empty', ''],
    ['empty', ' \n\t'],
    ['html', '<!DOCTYPE html>\n<html><head><title>Down for\n maintenance</title></head></html>'],
    ['html', '\n<html><body>OAI-PMH</body></html>'],
    ['not-oai', 'Service unavailable'],
    ['not-oai', '<?xml version="1.0"?><rss><channel/></rss>'],
    ['not-oai', '<ListRecords xmlns="http://www.openarchives.org/OAI/1.1/OAI_ListRecords"></ListRecords>'],
    ['malformed', '<OAI-PMH><a></b></OAI-PMH>'],
    ['malformed', '<OAI-PMH><header status=deleted></header></OAI-PMH>'],
    ['malformed', '<OAI-PMH><header status="a" status="b"/></OAI-PMH>'],
    ['malformed', '<OAI-PMH></OAI-PMH><OAI-PMH></OAI-PMH>'],
    ['malformed', '<OAI-PMH><ListRecords></OAI-PMH>'],
    ['malformed', '<OAI-PMH><__proto__/></OAI-PMH>'],
    ['malformed', `<OAI-PMH>${'<a>'.repeat(150)}${'</a>'.repeat(150)}</OAI-PMH>`],
  ])('is refused as %s: %j', (kind, text) => {
    expect(() => readEnvelope(text)).toThrow(expect.objectContaining({ name: 'XmlError', kind }));
  });

  test('shows the title of a web page (F19)', () => {
    expect(() => readEnvelope('<html><title> Down for\n maintenance</title></html>')).toThrow(
      '"Down for maintenance"',
    );
  });

  test('and is malformed says where, payloads counted', () => {
    const text = page(`${record('<a>\n\n</a>')}\n<oops></wrong>`);
    expect(() => readEnvelope(text)).toThrow(expect.objectContaining({ line: 5 }));
  });
});

describe('a response that needs a repair', () => {
  const BODY = `<OAI-PMH xmlns="${OAI}"><error code="badVerb">x</error></OAI-PMH>`;
  test.each([
    ['text-after-root', `${BODY}\n<br />Notice: x`], ['text-after-root', `${BODY}</body>`],
    ['text-before-root', `\n<?xml version="1.0"?>${BODY}`], ['text-before-root', `\uFEFF${BODY}`],
    ['text-before-root', `<br />\n<b>Warning</b>: foo() in x.php\n<?xml version="1.0"?>${BODY}`], ['text-before-root', `HTTP/1.1 200 OK\n\n${BODY}`],
    ['control-character', BODY.replace('>x<', '>\u001A<')], ['bare-ampersand', BODY.replace('>x<', '>a & b<')], ['bare-ampersand', BODY.replace('>x<', '>&bogus;<')],
    ['numeric-reference', BODY.replace('>x<', '>&#0;<')], ['bare-ampersand', BODY.replace('badVerb', 'a?b&c')],
  ])('is accepted with %s: %j', (repair, text) => {
    const { root, repairs } = readEnvelope(text);
    expect(repairs).toEqual([repair]);
    expect(envelopeChild(root, 'error')).toBeDefined();
  });

  test.each([`<?xml version="1.0"?>\n<!-- <OAI-PMH> -->\n<?p i?>${BODY}\n<!-- end -->\n`, BODY, `\n${BODY}`, `<!DOCTYPE a [<!ENTITY b "x">]>${BODY}`])(
    'is not claimed to need one: %j',
    (text) => {
      expect(readEnvelope(text).repairs).toEqual([]);
    },
  );

  test('never expands what a document type declares (F22)', () => {
    const text = `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd"><!ENTITY c "cc">]>${BODY.replace('>x<', '>&b;&c;<')}`;
    expect(envelopeChild(readEnvelope(text).root, 'error')?.text).toBe('&b;&c;');
  });

  test('is repaired around its payloads, which stay as sent', () => {
    const sent = '<a>R&D &ouml; \u000B</a>';
    const text = page(record(sent)).replace('oai:a&amp;b', 'oai:a&b');
    expect(readEnvelope(text).repairs).toEqual(['bare-ampersand']);
    expect(payloads(text)).toEqual([sent]);
  });

  test('keeps its payloads readable', () => {
    const text = page(record('<a>x &amp; y</a>')).replace('oai:a&amp;b', 'oai:a&b');
    const [raw] = payloads(text);
    expect(readPayloadWithRepair({ xml: raw ?? '', namespaces: {} }).repairs).toEqual([]);
  });
}); // prettier-ignore
