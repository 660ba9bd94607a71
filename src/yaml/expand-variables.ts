/** `${NAME}` in the texts of a file, replaced from the environment: secrets stay out of files. */

export interface Expanded {
  readonly value: unknown;
  /** References to variables that the environment does not have, with the path of the text. */
  readonly missing: readonly Reference[];
  /** References that were replaced, and by what. */
  readonly found: readonly (Reference & { readonly text: string })[];
}

interface Reference {
  readonly path: readonly (string | number)[];
  readonly name: string;
}

const REFERENCE = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** Replaces every `${NAME}` in every text of a value; a value without references comes back as it is. */
export function expandVariables(
  value: unknown,
  environment: Readonly<Record<string, string | undefined>>,
): Expanded {
  const missing: Reference[] = [];
  const found: (Reference & { text: string })[] = [];
  return { value: expand(value, []), missing, found };

  function expand(node: unknown, path: readonly (string | number)[]): unknown {
    if (typeof node === 'string') {
      return node.replace(REFERENCE, (reference, name: string) => {
        const text = environment[name];
        if (text === undefined) missing.push({ path, name });
        else found.push({ path, name, text });
        return text ?? reference;
      });
    }
    if (Array.isArray(node)) return node.map((item, index) => expand(item, [...path, index]));
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, child]) => [key, expand(child, [...path, key])]),
    );
  }
}
