/** What a known source format may hold, so that a path to what it never has is found before the first record. */

export interface SourceElement {
  /** Its children by name, each with the name of its type. Absent: anything may stand in it. */
  readonly children?: Readonly<Record<string, string>>;
  /** Its attributes, with the prefix `xlink` or `xml` where they have one. Absent: not checked. */
  readonly attributes?: readonly string[];
}

export interface SourceSchema {
  /** As messages call it. */
  readonly title: string;
  /** The same elements in any of these. */
  readonly namespaces: readonly string[];
  /** The elements that can stand at the top, each with the name of its type. */
  readonly roots: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, SourceElement>>;
}

/** A vocabulary of elements that may stand anywhere; `content` is what each may hold of the same vocabulary. */
export function flatSchema(
  title: string,
  namespaces: readonly string[],
  { names, content }: { readonly names: string; readonly content: SourceElement },
): SourceSchema {
  const roots = Object.fromEntries(names.split(/\s+/).map((name) => [name, 'content']));
  return { title, namespaces, roots, types: { content } };
}
