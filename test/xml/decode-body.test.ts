import { describe, expect, test } from 'vitest';
import { decodeBody } from '../../src/xml/decode-body.ts';

const UTF8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const LATIN1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const UTF16LE = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'));

const DECLARED = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>`;

describe('the encoding of a body', () => {
  test.each([
    { what: 'plain UTF-8', bytes: UTF8('<a>\u00e9</a>'), header: 'text/xml', text: '<a>\u00e9</a>', encoding: 'utf-8' },
    { what: 'a byte order mark, which is not text', bytes: UTF8('\uFEFF<a>\u00e9</a>'), header: undefined, text: '<a>\u00e9</a>', encoding: 'utf-8' },
    { what: 'valid UTF-8 under a header that says Latin-1 (F7)', bytes: UTF8('<a>\u00e9</a>'), header: 'text/xml; charset=ISO-8859-1', text: '<a>\u00e9</a>', encoding: 'utf-8' },
    { what: 'Latin-1 as the header says', bytes: LATIN1('<a>\u00e9</a>'), header: 'text/xml;charset="iso-8859-1"', text: '<a>\u00e9</a>', encoding: 'windows-1252' },
    { what: 'Latin-1 as the declaration says', bytes: LATIN1(`${DECLARED('ISO-8859-1')}<a>\u00e9</a>`), header: undefined, text: `${DECLARED('ISO-8859-1')}<a>\u00e9</a>`, encoding: 'windows-1252' },
    { what: 'the declaration where the header is proven wrong', bytes: LATIN1(`${DECLARED('ISO-8859-1')}<a>\u00e9</a>`), header: 'text/xml; charset=utf-8', text: `${DECLARED('ISO-8859-1')}<a>\u00e9</a>`, encoding: 'windows-1252' },
    { what: 'Windows-1252 quotation marks under a Latin-1 header', bytes: Uint8Array.of(0x93, 0x61, 0x94), header: 'text/xml; charset=ISO-8859-1', text: '\u201ca\u201d', encoding: 'windows-1252' },
    { what: 'Cyrillic in windows-1251', bytes: Uint8Array.of(0x3c, 0x61, 0x3e, 0xcf, 0xf0, 0x3c, 0x2f, 0x61, 0x3e), header: 'text/xml; charset=windows-1251', text: '<a>\u041f\u0440</a>', encoding: 'windows-1251' },
    { what: 'UTF-16 by its mark', bytes: UTF16LE('\uFEFF<a>\u00e9</a>'), header: 'text/xml', text: '<a>\u00e9</a>', encoding: 'utf-16le' },
    { what: 'UTF-16 without a mark', bytes: UTF16LE('<a>\u00e9</a>'), header: 'text/xml', text: '<a>\u00e9</a>', encoding: 'utf-16le' },
    { what: 'characters beyond the first plane (F10)', bytes: UTF8('<a>\u{1F600}\u{20000}</a>'), header: 'text/xml', text: '<a>\u{1F600}\u{20000}</a>', encoding: 'utf-8' },
    { what: 'a charset nobody knows', bytes: UTF8('<a/>'), header: 'text/xml; charset=bogus', text: '<a/>', encoding: 'utf-8' },
    { what: 'nothing', bytes: new Uint8Array(), header: undefined, text: '', encoding: 'utf-8' },
  ])('is read from $what', ({ bytes, header, text, encoding }) => {
    expect(decodeBody(bytes, header)).toEqual({ text, encoding, repairs: [] });
  });

  test('is reported when the declaration contradicts the bytes', () => {
    const text = `${DECLARED('ISO-8859-1')}<a>\u0159</a>`;
    expect(decodeBody(UTF8(text), undefined)).toEqual({ text, encoding: 'utf-8', repairs: ['encoding-mismatch'] });
  });
}); // prettier-ignore

describe('UTF-8 that is not valid', () => {
  const STRAY = [
    { what: 'stray Latin-1 bytes among valid sequences (F4)', bytes: [...UTF8('\u0159 caf'), 0xe9, 0x20], text: '\u0159 caf\u00e9 ' },
    { what: 'quotation marks of Windows-1252', bytes: [0x93, 0x61, 0x94], text: '\u201ca\u201d' },
    { what: 'a sequence cut at the end (F5)', bytes: [0x61, 0xc5], text: 'a\u00c5' },
    { what: 'an overlong sequence', bytes: [0xc0, 0xaf], text: '\u00c0\u00af' },
    { what: 'a surrogate pair in three bytes each (F9)', bytes: [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80], text: '\u{1F600}' },
    { what: 'a byte that Windows-1252 leaves open', bytes: [0x81], text: '\u0081' },
  ];
  test.each(STRAY)('keeps every byte: $what', ({ bytes, text }) => {
    expect(decodeBody(Uint8Array.from(bytes), undefined)).toEqual({ text, encoding: 'utf-8', repairs: ['invalid-utf-8'] });
  });

  test('under a Latin-1 header stays UTF-8 with stray bytes when the document claims UTF-8', () => {
    const bytes = Uint8Array.from([...UTF8(`${DECLARED('UTF-8')}\u0159`), 0xe9]);
    const { text, repairs } = decodeBody(bytes, 'text/xml; charset=ISO-8859-1');
    expect(text).toBe(`${DECLARED('UTF-8')}\u0159\u00e9`);
    expect(repairs).toEqual(['invalid-utf-8']);
  });

  test('in another multi-byte encoding is shown and reported', () => {
    const { text, repairs } = decodeBody(Uint8Array.of(0x61, 0xff, 0x62), 'text/xml; charset=shift_jis');
    expect(text).toBe('a\uFFFDb');
    expect(repairs).toEqual(['undecodable-bytes']);
  });
}); // prettier-ignore
