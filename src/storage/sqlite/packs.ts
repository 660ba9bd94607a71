/**
 * Packs: the large values of records that are saved together lie together, compressed once. A record points to
 * its pack and slot. A changed record goes to a new pack and its old slot is dead; what is left of a pack that is
 * mostly dead moves into the pack being written, so that dead room never outgrows the living (decision 0001).
 */
import { packPart, unpackPart, valueAt, type UnpackedPart, type Value } from './pack-part.ts';
import type { Store } from './store.ts';

/** The values of one record by part: `raw`, `canonical`, `about`, `metadata:<prefix>`. */
export type Parts = ReadonlyMap<string, Value>;

export interface Address {
  readonly pack: number;
  readonly slot: number;
}

/** Adds and releases slots within one write. */
export interface PackWriter {
  add(parts: Parts): Address;
  /** The value at this address is no longer pointed to. */
  release(address: Address): void;
  /** Writes what is still in memory and tidies the packs that lost slots; the last act of a write. */
  finish(): void;
}

/** A harvest page of 100 records fits into one pack (decision 0001). */
const SLOTS = 128;
const PACK_BYTES = 4 * 1024 * 1024;
/** A pack with fewer living slots than this share is emptied. */
const LIVE_SHARE = 0.25;

export function openPackWriter(store: Store): PackWriter {
  const { connection } = store;
  const touched = new Set<number>();
  let open: OpenPack | undefined;

  function add(parts: Parts): Address {
    open ??= { id: connection.run(INSERT_PACK).id, values: [], bytes: 0 };
    const address = { pack: open.id, slot: open.values.length };
    open.values.push(parts);
    for (const value of parts.values()) open.bytes += value.length;
    if (open.values.length === SLOTS || open.bytes >= PACK_BYTES) close();
    return address;
  }
  function close(): void {
    if (open) writePack(store, open);
    open = undefined;
  }
  function release({ pack }: Address): void {
    connection.run(RELEASE_SLOT, pack);
    touched.add(pack);
  }
  function finish(): void {
    for (const pack of touched) if (pack !== open?.id) tidyPack(store, pack, add);
    close();
  }
  return { add, release, finish };
}

const INSERT_PACK = 'INSERT INTO packs DEFAULT VALUES';
const RELEASE_SLOT = 'UPDATE packs SET live = live - 1 WHERE id = ?';

interface OpenPack {
  readonly id: number;
  readonly values: Parts[];
  bytes: number;
}

/** The value of one part at an address; call it in the same read as the row that holds the address. */
export function readValue(store: Store, { pack, slot }: Address, part: string): Buffer | undefined {
  const key = `${pack}/${part}`;
  let unpacked = store.parts.get(key);
  if (!unpacked) {
    unpacked = readPart(store, pack, part);
    if (!unpacked) return undefined;
    store.parts.set(key, unpacked);
  }
  return valueAt(unpacked, slot);
}

/** The values at an address: all, or those of the parts that are wanted. */
export function readValues(
  store: Store,
  address: Address,
  isWanted: (part: string) => boolean = () => true,
): Map<string, Buffer> {
  const values = new Map<string, Buffer>();
  for (const part of partsOf(store, address.pack)) {
    if (!isWanted(part)) continue;
    const value = readValue(store, address, part);
    if (value) values.set(part, value);
  }
  return values;
}

/** The address that a row holds, if it has one. */
export function addressOf(row: {
  readonly pack: number | null;
  readonly slot: number | null;
}): Address | undefined {
  return row.pack === null || row.slot === null ? undefined : { pack: row.pack, slot: row.slot };
}

function writePack(store: Store, pack: OpenPack): void {
  const names = new Set(pack.values.flatMap((parts) => [...parts.keys()]));
  for (const part of names) {
    const content = packPart(pack.values.map((parts) => parts.get(part)));
    store.connection.run(
      'INSERT INTO pack_parts (pack, part, content) VALUES (?, ?, ?)',
      pack.id,
      part,
      content,
    );
  }
  // `live` may have fallen below zero already: a page can hold an identifier twice.
  const slots = pack.values.length;
  store.connection.run('UPDATE packs SET slots = ?, live = live + ? WHERE id = ?', slots, slots, pack.id);
}

function tidyPack(store: Store, pack: number, add: (parts: Parts) => Address): void {
  const row = store.connection.get<{ slots: number; live: number }>(
    'SELECT slots, live FROM packs WHERE id = ?',
    pack,
  );
  if (!row || row.live > row.slots * LIVE_SHARE) return;
  if (row.live > 0) moveSlots(store, pack, add);
  store.connection.run('DELETE FROM packs WHERE id = ?', pack);
}

/** Everything that may point to a slot. */
const OWNERS = [
  {
    select: 'SELECT stamp AS id, slot FROM records WHERE pack = ?',
    update: 'UPDATE records SET pack = ?, slot = ? WHERE stamp = ?',
  },
  {
    select: 'SELECT id, slot FROM held WHERE pack = ?',
    update: 'UPDATE held SET pack = ?, slot = ? WHERE id = ?',
  },
] as const;

function moveSlots(store: Store, pack: number, add: (parts: Parts) => Address): void {
  // Not through the cache: what it holds must not depend on a write that may still be undone.
  const parts = partsOf(store, pack).map((part) => [part, readPart(store, pack, part)] as const);
  for (const { select, update } of OWNERS) {
    for (const { id, slot } of store.connection.all<{ id: number; slot: number }>(select, pack)) {
      const values = new Map<string, Buffer>();
      for (const [part, unpacked] of parts) {
        const value = unpacked && valueAt(unpacked, slot);
        if (value) values.set(part, value);
      }
      const address = add(values);
      store.connection.run(update, address.pack, address.slot, id);
    }
  }
}

function partsOf(store: Store, pack: number): string[] {
  return store.connection
    .all<{ part: string }>('SELECT part FROM pack_parts WHERE pack = ? ORDER BY part', pack)
    .map(({ part }) => part);
}

function readPart(store: Store, pack: number, part: string): UnpackedPart | undefined {
  const row = store.connection.get<{ content: Buffer }>(
    'SELECT content FROM pack_parts WHERE pack = ? AND part = ?',
    pack,
    part,
  );
  return row && unpackPart(row.content);
}
