/** Decompression of a response, with a limit, by what the bytes are rather than by what the header says. */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';

type Decoder = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const gzip: Decoder = promisify(gunzip);
const zlibDeflate: Decoder = promisify(inflate);
const rawDeflate: Decoder = promisify(inflateRaw);
const brotli: Decoder = promisify(brotliDecompress);

/**
 * Undoes the compression of a whole body. Repositories announce gzip and send plain text, and the other way round
 * (F39), and `deflate` means two things (F40): so the bytes decide, and the header only where they cannot.
 *
 * @returns `too-large` when the result would exceed `limit` bytes, `broken` when a compressed body cannot be read to its end.
 */
export async function decompress(
  bytes: Uint8Array,
  contentEncoding: string,
  limit: number,
): Promise<Uint8Array | 'too-large' | 'broken'> {
  const decode = decoderOf(bytes, contentEncoding.trim().toLowerCase());
  if (decode === undefined) return bytes;
  try {
    return await decode(bytes, { maxOutputLength: limit });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      return 'too-large';
    return startsLikeMarkup(bytes) ? bytes : 'broken';
  }
}

function decoderOf(bytes: Uint8Array, encoding: string): Decoder | undefined {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gzip;
  if (bytes.length === 0) return undefined;
  if (encoding === 'deflate') return hasZlibHeader(bytes) ? zlibDeflate : rawDeflate;
  return encoding === 'br' ? brotli : undefined;
}

/** RFC 1950 §2.2: method 8, and the two bytes are a multiple of 31. */
function hasZlibHeader(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}

function startsLikeMarkup(bytes: Uint8Array): boolean {
  return /^\u{feff}?\s*</u.test(new TextDecoder().decode(bytes.subarray(0, 256)));
}
