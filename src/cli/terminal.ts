/** Where a command runs: results to stdout, everything else to stderr, and the environment it was started in. */
import type { Environment } from '../app.ts';
import { createRedactor, type Redactor } from '../ops/redactor.ts';

/** Where a command's output goes, and what it is started with. */
export interface Outlet {
  /** Results. */
  out(text: string): void;
  /** Progress, notes, errors. */
  note(text: string): void;
  /** Whether somebody looks at the notes. */
  readonly isTerminal: boolean;
  readonly environment: Environment;
}

/** An outlet that shows no secret it was told of. */
export interface Terminal extends Outlet, Redactor {}

export function createTerminal(outlet: Outlet): Terminal {
  const redactor = createRedactor();
  return {
    ...outlet,
    ...redactor,
    out: (text) => outlet.out(redactor.redact(text)),
    note: (text) => outlet.note(redactor.redact(text)),
  };
}

/** The options that every command has. */
export interface CommonOptions {
  readonly config?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

export const PROCESS_OUTLET: Outlet = {
  out: (text) => void process.stdout.write(`${text}\n`),
  note: (text) => void process.stderr.write(`${text}\n`),
  isTerminal: process.stderr.isTTY === true,
  environment: process.env,
};

/** A value as JSON for machines: one document, indented. */
export function json(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}

/** Text of unknown origin as one line that a terminal only shows: no control character, no change of direction. */
export function plain(text: string): string {
  return text.replace(UNSAFE, ' ').trim();
}

const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g;
