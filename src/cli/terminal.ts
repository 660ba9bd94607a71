/** What a command writes to: results to stdout, everything else to stderr. */
import Table from 'cli-table3';

export interface Terminal {
  /** Results. */
  out(text: string): void;
  /** Progress, notes, errors. */
  note(text: string): void;
  readonly isTerminal: boolean;
}

/** The options that every command has. */
export interface CommonOptions {
  readonly config?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

export const PROCESS_TERMINAL: Terminal = {
  out: (text) => void process.stdout.write(`${text}\n`),
  note: (text) => void process.stderr.write(`${text}\n`),
  isTerminal: process.stderr.isTTY === true,
};

/** Rows under a head, aligned, without borders. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const plain = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' }; // prettier-ignore
  const shown = new Table({
    chars: plain,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  });
  shown.push(head.map(String), ...rows.map((row) => row.map(String)));
  return shown
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** A value as JSON for machines: one document, indented. */
export function json(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}
