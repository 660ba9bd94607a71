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

/** A value as it is stored, UTF-8: texts are encoded where they come to lie, and only once. */
export type Value = string | Buffer;

/** Compresses the values of a part, in the order of the slots; an absent value takes no room. */
export function packPart(values: readonly (Value | undefined)[]): Buffer {
  const bytes = layOut(values);
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

function layOut(values: readonly (Value | undefined)[]): Buffer {
  const head = WORD * (values.length + 1);
  const room = values.reduce((sum, value) => sum + lengthOf(value), head);
  const bytes = Buffer.allocUnsafe(room);
  bytes.writeUInt32LE(values.length, 0);
  let end = head;
  for (const [slot, value] of values.entries()) {
    if (value !== undefined)
      end += typeof value === 'string' ? bytes.write(value, end) : value.copy(bytes, end);
    bytes.writeUInt32LE(end - head, WORD * (slot + 1));
  }
  return bytes;
}

function lengthOf(value: Value | undefined): number {
  return typeof value === 'string' ? Buffer.byteLength(value) : (value?.length ?? 0);
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
