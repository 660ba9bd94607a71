/** What the files of this folder work on: the connection, and what is remembered in memory beside it. */
import { LRUCache } from 'lru-cache';
import type { Connection } from './connection.ts';
import { openNames, type Names } from './names.ts';
import type { UnpackedPart } from './pack-part.ts';

export interface Store {
  readonly connection: Connection;
  readonly jobs: Names;
  readonly mappingHashes: Names;
  /** Lists of setSpecs, as JSON. */
  readonly setLists: Names;
  readonly sets: Names;
  readonly formats: Names;
  /** Unpacked parts that were read lately, by `pack/part`. */
  readonly parts: LRUCache<string, UnpackedPart>;
  readonly clock: Clock;
}

/** What this process knows of time. */
export interface Clock {
  /** The wall clock, in UTC seconds; without one, the times that callers give are trusted. */
  readonly now: (() => string) | undefined;
  /** The latest horizon that this process gave out: nothing is written before it, even if the clock goes back. */
  horizon: string;
}

/** Some thirty parts: a page and the next one. More would only hold memory and cost garbage collection. */
const PARTS_BYTES = 16 * 1024 * 1024;

export function openStore(connection: Connection, now: (() => string) | undefined): Store {
  return {
    connection,
    jobs: openNames(connection, 'jobs', 'name'),
    mappingHashes: openNames(connection, 'mapping_hashes', 'hash'),
    setLists: openNames(connection, 'set_lists', 'set_specs'),
    sets: openNames(connection, 'sets', 'set_spec'),
    formats: openNames(connection, 'formats', 'prefix'),
    parts: new LRUCache({ maxSize: PARTS_BYTES, sizeCalculation: ({ bytes }) => bytes.length + 1 }),
    clock: { now, horizon: '' },
  };
}
