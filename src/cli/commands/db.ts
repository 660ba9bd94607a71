import { existsSync } from 'node:fs';
import { migrate, openStorage } from '../../storage/open-storage.ts';
import { StorageError, type Storage } from '../../storage/storage.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readConfig } from '../open.ts';
import { json, type CommonOptions, type Terminal } from '../terminal.ts';

/** `garner db migrate`: brings the store's schema up to date, and makes the store when there is none. */
export async function dbMigrate(_: string[], options: CommonOptions, terminal: Terminal): Promise<ExitCode> {
  const { store } = (await readConfig(options, terminal)).config;
  const { from, to } = await migrate(store);
  const done =
    from === to
      ? `${store}: the schema is up to date (version ${to}).`
      : `${store}: the schema went from version ${from} to ${to}.`;
  terminal.out(options.json === true ? json({ from, to }) : done);
  return EXIT.complete;
}

/** `garner db check`: a full check of integrity; problems end it with exit code 1. */
export async function dbCheck(_: string[], options: CommonOptions, terminal: Terminal): Promise<ExitCode> {
  const problems = await withExistingStore(options, terminal, (storage) => storage.check());
  if (options.json === true) terminal.out(json({ problems }));
  else terminal.out(problems.length === 0 ? 'The store is in order.' : problems.join('\n'));
  return problems.length === 0 ? EXIT.complete : EXIT.failed;
}

/** `garner db backup FILE`: a consistent copy, while the store is in use. */
export async function dbBackup(
  [file]: string[],
  options: CommonOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  await withExistingStore(options, terminal, (storage) => storage.backup(file!));
  terminal.out(options.json === true ? json({ file }) : `The store was copied to ${file}.`);
  return EXIT.complete;
}

/** A store that is looked after is not made by the way: a wrong path would be "in order". */
async function withExistingStore<T>(
  options: CommonOptions,
  terminal: Terminal,
  work: (storage: Storage) => Promise<T>,
): Promise<T> {
  const { store } = (await readConfig(options, terminal)).config;
  const file = /^sqlite:(?!\/\/)(.+)$/s.exec(store)?.[1];
  if (file !== undefined && !existsSync(file)) {
    throw new StorageError('unreachable', `${file}: there is no store here; check "store" in garner.yaml (GARNER_STORE), or make one with garner db migrate`); // prettier-ignore
  }
  const storage = await openStorage(store);
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}
