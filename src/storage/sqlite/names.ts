/** Texts that many rows share (names of jobs, hashes of mappings, lists of sets), each kept once under a number. */
import { LRUCache } from 'lru-cache';
import type { Connection } from './connection.ts';

const REMEMBERED = 10_000;

export interface Names {
  /** The number of a text; gives it one when it has none (only inside a write). */
  idOf(text: string): number;
  /** The number of a text, or `undefined` when it never got one. */
  find(text: string): number | undefined;
  /** The text of a number that a row holds. */
  textOf(id: number): string;
}

/** The names kept in one column of one table. */
export function openNames(connection: Connection, table: string, column: string): Names {
  const ids = new LRUCache<string, number>({ max: REMEMBERED });
  const texts = new LRUCache<number, string>({ max: REMEMBERED });
  connection.onRollback(() => {
    ids.clear();
    texts.clear();
  });
  const selectId = `SELECT id FROM ${table} WHERE ${column} = ?`;
  const selectText = `SELECT ${column} AS text FROM ${table} WHERE id = ?`;
  const insert = `INSERT INTO ${table} (${column}) VALUES (?)`;

  function find(text: string): number | undefined {
    const known = ids.get(text) ?? connection.get<{ id: number }>(selectId, text)?.id;
    if (known !== undefined) ids.set(text, known);
    return known;
  }
  function idOf(text: string): number {
    const known = find(text);
    if (known !== undefined) return known;
    const { id } = connection.run(insert, text);
    ids.set(text, id);
    return id;
  }
  function textOf(id: number): string {
    const text = texts.get(id) ?? connection.get<{ text: string }>(selectText, id)?.text;
    if (text === undefined) throw new Error(`${connection.file}: ${table} has no row ${id}`);
    texts.set(id, text);
    return text;
  }
  return { idOf, find, textOf };
}
