/**
 * One part (raw, canonical, a form …) of all records of a pack, as bytes: the number of slots, the end of each
 * slot (unsigned 32-bit, little-endian), then the values one after the other; the whole compressed with brotli, and
 * before it its length uncompressed, so that it comes out in one piece.
 */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

export interface UnpackedPart {
  readonly bytes: Buffer;
}

/** Quality 1 is faster and smaller than gzip -1 on such data (decision 0001). */
const QUALITY = 1;
const WORD = 4;

/** Compresses the values of a part, in the order of the slots; an absent value takes no room. */
export function packPart(values: readonly (Buffer | undefined)[]): Buffer {
  const head = Buffer.allocUnsafe(WORD * (values.length + 1));
  head.writeUInt32LE(values.length, 0);
  let end = 0;
  for (const [slot, value] of values.entries()) {
    end += value?.length ?? 0;
    head.writeUInt32LE(end, WORD * (slot + 1));
  }
  const bytes = Buffer.concat([head, ...values.filter((value) => value !== undefined)]);
  const size = Buffer.allocUnsafe(WORD);
  size.writeUInt32LE(bytes.length);
  const compressed = brotliCompressSync(bytes, {
    chunkSize: Math.max(1024, bytes.length >> 2),
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  return Buffer.concat([size, compressed]);
}

export function unpackPart(content: Buffer): UnpackedPart {
  // A chunk of the right size: the default one costs more than the decompression itself.
  const chunkSize = content.readUInt32LE(0) + 64;
  return { bytes: brotliDecompressSync(content.subarray(WORD), { chunkSize }) };
}

/** The value in a slot, without copying; `undefined` when it is absent or there is no such slot. */
export function valueAt({ bytes }: UnpackedPart, slot: number): Buffer | undefined {
  const slots = bytes.readUInt32LE(0);
  if (slot >= slots) return undefined;
  const values = WORD * (slots + 1);
  const start = slot === 0 ? 0 : bytes.readUInt32LE(WORD * slot);
  const end = bytes.readUInt32LE(WORD * (slot + 1));
  return start === end ? undefined : bytes.subarray(values + start, values + end);
}
