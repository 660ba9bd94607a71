/** Rows for people. `--json` is the form for machines. */
import Table from 'cli-table3';
import { plain } from './terminal.ts';

export type Cell = string | number;

/** Rows under a head, aligned, without borders; numbers to the right. Each row is one line, whatever a cell holds. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const shown = new Table({
    chars: NO_BORDERS,
    colAligns: head.map((_, column) => (isNumeric(rows, column) ? 'right' : 'left')),
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  });
  shown.push([...head], ...rows.map((row) => row.map((cell) => plain(String(cell)))));
  return shown.toString().replace(/ +$/gm, '');
}

/** The beginning of a long text. */
export function shorten(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

function isNumeric(rows: readonly (readonly Cell[])[], column: number): boolean {
  return rows.length > 0 && rows.every((row) => typeof row[column] === 'number');
}

const NO_BORDERS = {
  top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '',
  'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ',
}; // prettier-ignore
