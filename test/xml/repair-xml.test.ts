import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLegalXml } from '../../src/xml/characters.ts';
import { repairXml } from '../../src/xml/repair-xml.ts';

describe('a repair', () => {
  test.each([
    { repair: 'control-character', from: 'a\u001Ab\u0000\uFFFEc\td', to: 'abc\td' },
    { repair: 'lone-surrogate', from: 'a\uD83Db\uDE00c\u{1F600}', to: 'abc\u{1F600}' },
    { repair: 'numeric-reference', from: 'a&#x1A;&#0;&#xFFFE;b&#233;', to: 'ab&#233;' },
    { repair: 'numeric-reference', from: '&#55357;&#56832;', to: '\u{1F600}' },
    { repair: 'numeric-reference', from: '&#xD83D;&#xDE00; &#xD83D;', to: '\u{1F600} ' },
    { repair: 'numeric-reference', from: '&#99999999999;', to: '' },
    { repair: 'named-entity', from: 'K&ouml;ln&nbsp;&AMP;', to: 'K\u00f6ln\u00a0&amp;' },
    { repair: 'bare-ampersand', from: 'a?b=1&c=2 & d &bogus; &#xZ; &amp; &#xE9;', to: 'a?b=1&amp;c=2 &amp; d &amp;bogus; &amp;#xZ; &amp; &#xE9;' },
    { repair: 'bare-less-than', from: '<a>P < 0.01, x <5</a>', to: '<a>P &lt; 0.01, x &lt;5</a>' },
    { repair: 'xml-declaration-inside', from: '<?xml version="1.0"?><a><?xml version="1.0"?><b/></a>', to: '<?xml version="1.0"?><a> <b/></a>' },
  ])('named $repair mends $from', ({ repair, from, to }) => {
    expect(repairXml(from)).toEqual({ text: to, repairs: [repair] });
  });

  test('is named once, however often it was needed', () => {
    expect(repairXml('& & & \u0001\u0002').repairs).toEqual(['control-character', 'bare-ampersand']);
  });

  test('leaves CDATA alone, except for forbidden characters', () => {
    expect(repairXml('<a><![CDATA[x & &nbsp; \u0001< 5]]> & </a>').text).toBe('<a><![CDATA[x & &nbsp; < 5]]> &amp; </a>');
  });

  test('of a fragment takes a declaration at its start away', () => {
    expect(repairXml('<?xml version="1.0"?><a/>', { fragment: true }).text).toBe(' <a/>');
  });

  test('of sound XML changes nothing', () => {
    const sound = '<a b="&quot;&#10;">&lt;&#x1F600;<!-- c --><?p i?></a>';
    expect(repairXml(sound)).toEqual({ text: sound, repairs: [] });
  });

  const HOSTILE = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('&', '&#', '&#x', ';', '<![CDATA[', ']]>', '<?xml ', '?>', '<', '\uD800', '\uDC00', '\u0000', '&#0;', '&amp;', '&nbsp;', 'x1A'),
    ),
    { maxLength: 30 },
  ).map((parts) => parts.join(''));

  test('leaves only legal characters, and repairing again changes nothing', () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        const { text: once } = repairXml(text);
        expect(isLegalXml(once)).toBe(true);
        expect(repairXml(once).text).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  test.each(['&', '<', '<?xml ', '<![CDATA[', '&#1', '&a', '\uD800', ']]>'])(
    'of a text that repeats %j a hundred thousand times ends',
    (part) => {
      expect(isLegalXml(repairXml(part.repeat(100_000)).text)).toBe(true);
    },
  );
}); // prettier-ignore
