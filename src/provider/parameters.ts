/** The arguments of a request, decoded from `application/x-www-form-urlencoded`: exactly once, repeats kept. */
import { isLegalXml } from '../xml/characters.ts';

/** `undefined` where the bytes are no text: broken percent-encoding, no UTF-8, or characters illegal in XML. */
export interface Parameter {
  readonly name: string | undefined;
  readonly value: string | undefined;
}

/** No request has so many arguments: among the first hundred some are repeated or unknown, which is answer enough. */
const MOST_PARAMETERS = 100;
const NOTHING_ENCODED = /^[!-$&-*,-~]*$/;
const BROKEN_ESCAPE = /%(?![0-9A-Fa-f]{2})/;

/**
 * Splits a query string or a form body. Both come as they were received, one character per byte, so that text
 * sent as raw UTF-8 and text sent percent-encoded are read alike. Empty pieces (`a=1&&b=2`) are no arguments.
 */
export function parseParameters(encoded: string): Parameter[] {
  return encoded
    .split('&', MOST_PARAMETERS)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const equals = piece.indexOf('=');
      if (equals === -1) return { name: decode(piece), value: '' };
      return { name: decode(piece.slice(0, equals)), value: decode(piece.slice(equals + 1)) };
    });
}

function decode(encoded: string): string | undefined {
  if (NOTHING_ENCODED.test(encoded)) return encoded;
  if (BROKEN_ESCAPE.test(encoded)) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytesOf(encoded));
    return isLegalXml(text) ? text : undefined;
  } catch {
    return undefined; // not UTF-8
  }
}

function bytesOf(encoded: string): Buffer {
  const spaced = encoded.replaceAll('+', ' ');
  return Buffer.from(
    spaced.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
}
