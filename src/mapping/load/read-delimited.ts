export interface Delimited {
  readonly rows: readonly DelimitedRow[];
  /** The line, from 1, of a quote that is never closed: all that follows it is in its cell. */
  readonly openQuote?: number;
}

export interface DelimitedRow {
  /** As many as the row has: a row may be shorter than the first one. */
  readonly cells: readonly string[];
  /** The line, from 1, on which the row begins. */
  readonly line: number;
}

/** The rows of a CSV or TSV file (RFC 4180: quotes, doubled quotes, line breaks inside quotes); `#` lines are left out. */
export function readDelimited(text: string, separator: ',' | '\t'): Delimited {
  const rows: DelimitedRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let begins = 1;
  let quoted = false;
  let quotedFrom = 1;
  const endRow = (): void => {
    cells.push(cell.trim());
    if (cells.some((value) => value !== '') && !cells[0]!.startsWith('#')) rows.push({ cells, line: begins });
    cells = [];
    cell = '';
    begins = line;
  };
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  for (let i = 0; i < source.length; i += 1) {
    const char = source[i]!;
    if (char === '\n') line += 1;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (source[i + 1] === '"') cell += source[(i += 1)]!;
      else quoted = false;
    } else if (char === '"' && cell.trim() === '') {
      quoted = true;
      quotedFrom = line;
    } else if (char === separator) {
      cells.push(cell.trim());
      cell = '';
    } else if (char === '\n') endRow();
    else if (char !== '\r') cell += char;
  }
  endRow();
  return quoted ? { rows, openQuote: quotedFrom } : { rows };
}
