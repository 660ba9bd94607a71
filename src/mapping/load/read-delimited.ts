export interface Delimited {
  readonly rows: readonly (readonly string[])[];
  /** The line, from 1, of a quote that is never closed: all that follows it is in its cell. */
  readonly openQuote?: number;
}

/** The rows of a CSV or TSV file (RFC 4180: quotes, doubled quotes, line breaks inside quotes); `#` lines are left out. */
export function readDelimited(text: string, separator: ',' | '\t'): Delimited {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  let quotedFrom = 0;
  const endRow = (): void => {
    row.push(cell.trim());
    if (row.some((value) => value !== '') && !row[0]!.startsWith('#')) rows.push(row);
    row = [];
    cell = '';
  };
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  for (let i = 0; i < source.length; i += 1) {
    const char = source[i]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (source[i + 1] === '"') cell += source[(i += 1)]!;
      else quoted = false;
    } else if (char === '"' && cell.trim() === '') {
      quoted = true;
      quotedFrom = i;
    } else if (char === separator) {
      row.push(cell.trim());
      cell = '';
    } else if (char === '\n') endRow();
    else if (char !== '\r') cell += char;
  }
  endRow();
  return quoted ? { rows, openQuote: source.slice(0, quotedFrom).split('\n').length } : { rows };
}
