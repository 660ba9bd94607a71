/** Templates of output mappings: `{funder}[, {programme}]`. */

/** A field, a text, or a part in brackets. */
type Piece<Path> = string | { readonly path: Path } | { readonly optional: readonly Piece<Path>[] };

export interface Template<Path> {
  readonly pieces: readonly Piece<Path>[];
}

/** Reads a template; `compile` makes a path of the text between braces. Brackets do not nest. */
export function parseTemplate<Path>(text: string, compile: (path: string) => Path): Template<Path> {
  const pieces: Piece<Path>[] = [];
  for (const [part] of text.matchAll(/\[[^[\]]*\]|\{[^{}]*\}|[^[{]+|[[{]/g)) {
    if (part.length > 2 && part.startsWith('[') && part.endsWith(']')) {
      pieces.push({ optional: parseTemplate(part.slice(1, -1), compile).pieces });
    } else if (part.length > 2 && part.startsWith('{') && part.endsWith('}')) {
      pieces.push({ path: compile(part.slice(1, -1)) });
    } else {
      pieces.push(part);
    }
  }
  return { pieces };
}

/**
 * Fills a template. A part in brackets vanishes when a field of it is missing; a field missing elsewhere, or no field
 * at all, gives `undefined`.
 */
export function fillTemplate<Path>(
  template: Template<Path>,
  read: (path: Path) => string | undefined,
): string | undefined {
  return fill(template.pieces, read)?.trim();
}

function fill<Path>(
  pieces: readonly Piece<Path>[],
  read: (path: Path) => string | undefined,
): string | undefined {
  let text = '';
  let any = false;
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
    } else if ('path' in piece) {
      const value = read(piece.path);
      if (value === undefined) return undefined;
      text += value;
      any = true;
    } else {
      const inner = fill(piece.optional, read);
      if (inner === undefined) continue;
      text += inner;
      any = true;
    }
  }
  return any ? text : undefined;
}
