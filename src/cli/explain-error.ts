/** What a person is told when a command cannot do its work; never a stack trace for what people can mend. */
import { ConfigError } from '../config/load-config.ts';
import { JobError } from '../harvest/expected-errors.ts';
import { StorageError } from '../storage/storage.ts';
import { XmlError } from '../xml/xml-error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** The command was used wrongly; the message says how it is meant. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Prints an error and gives the exit code that belongs to it. */
export function explain(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof ConfigError) {
    const count = error.issues.length;
    terminal.note(error.message);
    terminal.note(`garner: ${count} problem${count === 1 ? '' : 's'}; nothing was started.`);
    return EXIT.usage;
  }
  if (error instanceof UsageError) {
    terminal.note(`garner: ${error.message}`);
    return EXIT.usage;
  }
  if (isMendable(error)) {
    terminal.note(`garner: ${systemHint(error) ?? error.message}`);
    return EXIT.failed;
  }
  terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  terminal.note('garner: this is a fault in Garner itself; please report it with the lines above.');
  return EXIT.failed;
}

function isMendable(error: unknown): error is Error {
  if ([StorageError, JobError, XmlError].some((kind) => error instanceof kind)) return true;
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';
}

function systemHint(error: Error): string | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  const advice = code === undefined ? undefined : ADVICE[code];
  return advice === undefined ? undefined : `${message}. ${advice}`;
}

const ADVICE: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'Another process listens there: stop it, or set another http.port (GARNER_HTTP_PORT; 0 takes a free one).',
  EADDRNOTAVAIL: 'This machine does not have that address; set another http.host (GARNER_HTTP_HOST).',
  EACCES: 'This user may not do that; choose another port or folder.',
  ENOENT: 'Check the path.',
  EISDIR: 'A file is expected here, not a folder.',
  ENOTDIR: 'A folder is expected here, not a file.',
  ENOSPC: 'Make room, and run it again.',
};
