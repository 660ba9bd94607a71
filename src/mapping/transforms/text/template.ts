import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { unlessBlank } from './unless-blank.ts';

type Piece = { readonly text: string } | { readonly field: string } | { readonly optional: readonly Piece[] };

/**
 * An object (or text, as `{.}`) → text. `'{family}[, {given}]'`: a part in square brackets vanishes when
 * a field in it is empty; the value is dropped when every field is. `{a.b}` looks into `a`.
 */
export const template = valueTransform({
  name: 'template',
  summary: 'Fills a template such as "{family}[, {given}]".',
  arguments: z.string().min(1),
  takes: 'any',
  gives: 'text',
  bind: (args: string) => {
    const pieces = parse(args);
    return (value: unknown) => {
      const filled = fill(pieces, value);
      return filled.any ? unlessBlank(filled.text) : undefined;
    };
  },
});

function parse(pattern: string): readonly Piece[] {
  const stack: Piece[][] = [[]];
  for (const [token] of pattern.matchAll(/\{[^{}]*\}|[[\]]|[^[\]{}]+|[{}]/g)) {
    if (token === '[') {
      stack.push([]);
    } else if (token === ']' && stack.length > 1) {
      const optional = stack.pop() ?? [];
      stack.at(-1)?.push({ optional });
    } else if (token.startsWith('{') && token.endsWith('}')) {
      stack.at(-1)?.push({ field: token.slice(1, -1).trim() });
    } else {
      stack.at(-1)?.push({ text: token });
    }
  }
  return stack.flat();
}

interface Filled {
  readonly text: string;
  /** At least one field had a value; all had. */
  readonly any: boolean;
  readonly all: boolean;
}

function fill(pieces: readonly Piece[], value: unknown): Filled {
  let text = '';
  let any = false;
  let all = true;
  for (const piece of pieces) {
    if ('text' in piece) {
      text += piece.text;
    } else if ('field' in piece) {
      const field = fieldText(value, piece.field);
      text += field;
      any ||= field !== '';
      all &&= field !== '';
    } else {
      const inner = fill(piece.optional, value);
      if (inner.all) text += inner.text;
      any ||= inner.all && inner.any;
    }
  }
  return { text, any, all };
}

function fieldText(value: unknown, path: string): string {
  let node = value;
  for (const step of path === '.' ? [] : path.split('.')) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return '';
    node = (node as Record<string, unknown>)[step];
  }
  return typeof node === 'string' || typeof node === 'number' ? String(node) : '';
}
