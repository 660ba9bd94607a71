/** How the XML schema of a served format is told as a table, so that an output mapping can be checked on loading. */

/** A built-in type of XML Schema, or the list of the values allowed. */
export type ValueType =
  'string' | 'anyURI' | 'language' | 'integer' | 'positiveInteger' | 'ID' | readonly string[];

export interface ElementType {
  /** What its text must be; absent when it has none. */
  readonly text?: ValueType;
  /** Its children by name, with the name of each one's type in the table. */
  readonly children?: Readonly<Record<string, string>>;
  /** The children must stand in the order in which the table lists them; otherwise any order will do. */
  readonly ordered?: true;
  /** Children that may occur at most once. */
  readonly once?: readonly string[];
  /** Children without which the element is invalid. */
  readonly required?: readonly string[];
  /** A child that, when it occurs, stands first and shuts these siblings out. */
  readonly excludes?: Readonly<Record<string, readonly string[]>>;
  readonly attributes: Readonly<Record<string, ValueType>>;
}

/**
 * A served format. Names carry the prefixes of `namespaces`; an output mapping may use other prefixes for the
 * same namespaces.
 */
export interface FormatSchema {
  /** The schema's file name, by which an output mapping refers to it. */
  readonly file: string;
  /** Its official address, and the namespace that goes with it in `xsi:schemaLocation`. */
  readonly location: string;
  readonly namespace: string;
  readonly namespaces: Readonly<Record<string, string>>;
  readonly root: string;
  readonly rootType: string;
  readonly types: Readonly<Record<string, ElementType>>;
}

const INTEGER = /^[+-]?\d{1,40}$/;
const POSITIVE = /^\+?0*[1-9]\d{0,39}$/;
const LANGUAGE = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,12}$/;
const ID = /^[A-Za-z_][\w.-]*$/;

/**
 * `xs:anyURI` in its 1.0 sense: RFC 3986 as far as its delimiters go, with every other character allowed where data
 * may stand. Parts: scheme, authority, path.
 */
const URI =
  /^([A-Za-z][A-Za-z0-9+.-]*:)?(?:\/\/([^\s/?#]*))?((?:[^\s%?#[\]]|%[\dA-Fa-f]{2})*)(?:\?(?:[^\s%#[\]]|%[\dA-Fa-f]{2})*)?(?:#(?:[^\s%#[\]]|%[\dA-Fa-f]{2})*)?$/;
const AUTHORITY =
  /^(?:(?:[^@%[\]]|%[\dA-Fa-f]{2})*@)?(?:\[[\dA-Fa-f:.]+\]|(?:[^@:%[\]]|%[\dA-Fa-f]{2})*)(?::\d{0,5})?$/;

/** Whether a text is a value of a type; the table decides, not the writer. */
export function fitsType(type: ValueType, text: string): boolean {
  switch (type) {
    case 'string':
      return true;
    case 'anyURI':
      return isAnyUri(text);
    case 'language':
      return LANGUAGE.test(text);
    case 'integer':
      return INTEGER.test(text);
    case 'positiveInteger':
      return POSITIVE.test(text);
    case 'ID':
      return ID.test(text);
    default:
      return type.includes(text);
  }
}

function isAnyUri(text: string): boolean {
  const match = URI.exec(text);
  if (match === null) return false;
  const [, scheme, authority, path] = match;
  if (authority !== undefined) return AUTHORITY.test(authority);
  return scheme !== undefined || !path!.split('/', 1)[0]!.includes(':');
}
