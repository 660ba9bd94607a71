import { migrate, openStorage } from '../../storage/open-storage.ts';
import { loadConfig } from '../../config/load-config.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { json, type CommonOptions, type Terminal } from '../terminal.ts';

/** `garner db migrate`: brings the store's schema up to date. */
export async function dbMigrate(_: string[], options: CommonOptions, terminal: Terminal): Promise<ExitCode> {
  const { from, to } = await migrate(await storeOf(options));
  const done =
    from === to
      ? `The schema is up to date (version ${to}).`
      : `The schema went from version ${from} to ${to}.`;
  terminal.out(options.json === true ? json({ from, to }) : done);
  return EXIT.complete;
}

/** `garner db check`: a full check of integrity; problems end it with exit code 1. */
export async function dbCheck(_: string[], options: CommonOptions, terminal: Terminal): Promise<ExitCode> {
  const storage = await openStorage(await storeOf(options));
  try {
    const problems = await storage.check();
    if (options.json === true) terminal.out(json({ problems }));
    else terminal.out(problems.length === 0 ? 'The store is in order.' : problems.join('\n'));
    return problems.length === 0 ? EXIT.complete : EXIT.failed;
  } finally {
    await storage.close();
  }
}

/** `garner db backup FILE`: a consistent copy, while the store is in use. */
export async function dbBackup(
  [file]: string[],
  options: CommonOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const storage = await openStorage(await storeOf(options));
  try {
    await storage.backup(file!);
    terminal.out(options.json === true ? json({ file }) : `The store was copied to ${file}.`);
    return EXIT.complete;
  } finally {
    await storage.close();
  }
}

async function storeOf(options: CommonOptions): Promise<string> {
  const file = options.config ?? process.env['GARNER_CONFIG'];
  const config = await loadConfig({ ...(file === undefined ? {} : { file }), environment: process.env });
  return config.store;
}
