/** The syntax of paths into MARC records: `245$a$b`, `264[ind2=1]$b`, `008/07-10`, `/leader/06`, read into a small tree. */
import { PathSyntaxError } from './path-syntax-error.ts';
import { COMPARISONS, regexOf, type Comparison } from './predicates.ts';

/** One alternative of a path. Without `absolute` it begins at the context: a record, or one of its fields. */
export interface MarcPath {
  readonly absolute: boolean;
  readonly step: MarcStep;
  readonly predicates: readonly MarcPredicate[];
  readonly read: MarcRead;
}

export type MarcStep =
  | { readonly kind: 'self' }
  | { readonly kind: 'leader' }
  /** The records of the payload: one, or those of a `collection`. */
  | { readonly kind: 'record' }
  /** `X` in a tag is any digit; `linked` is the tag that an 880 stands for: `880-245`. */
  | { readonly kind: 'field'; readonly tag: string; readonly linked?: string };

export type MarcRead =
  | { readonly kind: 'field' }
  /** `codes` is `*` for every letter; digits are control subfields. `position` counts within the field, from 1. */
  | { readonly kind: 'subfields'; readonly codes: string; readonly position?: number }
  | { readonly kind: 'attribute'; readonly name: MarcAttribute }
  /** Character positions from 0, both included. */
  | { readonly kind: 'positions'; readonly from: number; readonly to: number };

/** The attributes of MARCXML: https://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd */
const ATTRIBUTES = ['ind1', 'ind2', 'tag', 'code', 'type', 'id', 'format'] as const;

export type MarcAttribute = (typeof ATTRIBUTES)[number];

export type MarcPredicate =
  | { readonly kind: 'position'; readonly operator: Comparison; readonly position: number }
  | { readonly kind: 'exists'; readonly read: MarcRead }
  | { readonly kind: 'matches'; readonly read: MarcRead; readonly regex: RegExp }
  | {
      readonly kind: 'compare';
      readonly read: MarcRead;
      readonly equal: boolean;
      readonly literal: string;
    }
  | { readonly kind: 'not'; readonly of: MarcPredicate }
  | { readonly kind: 'and' | 'or'; readonly left: MarcPredicate; readonly right: MarcPredicate };

const MAX_DEPTH = 20;

/** Reads a path's text: alternatives divided by `|`. Throws a {@link PathSyntaxError} that names the character. */
export function parseMarcPath(text: string): readonly MarcPath[] {
  const reader: Reader = { text, position: 0, depth: 0 };
  const alternatives = [readAlternative(reader)];
  while (accept(reader, '|')) alternatives.push(readAlternative(reader));
  if (reader.position < text.length) fail(reader, 'nothing more is expected');
  return alternatives;
}

interface Reader {
  readonly text: string;
  position: number;
  depth: number;
}

function readAlternative(reader: Reader): MarcPath {
  skipBlanks(reader);
  const absolute = accept(reader, '/');
  const step = readStep(reader);
  const predicates = readPredicates(reader);
  const read = readRead(reader, step);
  if (absolute && step.kind === 'self') fail(reader, 'a tag is expected after "/"');
  if (step.kind === 'self' && predicates.length > 0) fail(reader, 'a predicate needs a field before it');
  skipBlanks(reader);
  return { absolute, step, predicates, read };
}

const TAG = /[0-9A-Z]{3}(?![0-9A-Za-z])/y;
const WORD = /(?:leader|record)(?![0-9A-Za-z])/y;

function readStep(reader: Reader): MarcStep {
  const word = take(reader, WORD);
  if (word !== undefined) return { kind: word === 'leader' ? 'leader' : 'record' };
  const tag = take(reader, TAG);
  if (tag !== undefined) {
    if (!accept(reader, '-')) return { kind: 'field', tag };
    const linked = take(reader, TAG) ?? fail(reader, 'a tag is expected after "-"');
    return { kind: 'field', tag, linked };
  }
  const next = reader.text.charAt(reader.position);
  if (next === '.') reader.position += 1;
  else if (next !== '$' && next !== '@')
    fail(reader, 'a tag, "$" and a subfield code, "@" or "." is expected');
  return { kind: 'self' };
}

const POSITIONS = /(\d{1,2})(?:-(\d{1,2}))?(?![\d-])/y;

function readRead(reader: Reader, step: MarcStep): MarcRead {
  const isControl = step.kind === 'leader' || (step.kind === 'field' && step.tag.startsWith('00'));
  if (accept(reader, '/')) {
    if (!isControl) fail(reader, 'only the leader and fields 00X have character positions');
    return readPositions(reader);
  }
  const read = readSubfields(reader) ?? readAttribute(reader) ?? { kind: 'field' };
  if (isControl && read.kind === 'subfields') fail(reader, 'the leader and fields 00X have no subfields');
  return read;
}

function readPositions(reader: Reader): MarcRead {
  const positions = take(reader, POSITIONS);
  if (positions === undefined) fail(reader, 'character positions are expected, such as 07-10');
  const [first = '', last = first] = positions.split('-');
  const [from, to] = [Number(first), Number(last)];
  if (to < from) fail(reader, `the positions ${positions} run backwards`);
  return { kind: 'positions', from, to };
}

function readSubfields(reader: Reader): MarcRead | undefined {
  let codes = '';
  while (accept(reader, '$')) {
    const code = take(reader, /[a-z0-9*]/y) ?? fail(reader, 'a subfield code is expected after "$"');
    codes += code;
  }
  if (codes === '') return undefined;
  const position = take(reader, /\[\d{1,3}\]/y);
  if (position === undefined) return { kind: 'subfields', codes };
  return { kind: 'subfields', codes, position: Number(position.slice(1, -1)) };
}

function readAttribute(reader: Reader): MarcRead | undefined {
  if (!accept(reader, '@')) return undefined;
  const word = take(reader, /[a-z0-9]+/y);
  const name = ATTRIBUTES.find((known) => known === word);
  return name === undefined
    ? fail(reader, `one of ${ATTRIBUTES.join(', ')} is expected after "@"`)
    : { kind: 'attribute', name };
}

function readPredicates(reader: Reader): readonly MarcPredicate[] {
  const predicates: MarcPredicate[] = [];
  while (accept(reader, '[')) {
    predicates.push(readOr(reader));
    expect(reader, ']');
  }
  return predicates;
}

function readOr(reader: Reader): MarcPredicate {
  reader.depth += 1;
  if (reader.depth > MAX_DEPTH) fail(reader, 'its predicates are nested too deeply');
  let left = readAnd(reader);
  while (acceptWord(reader, 'or')) left = { kind: 'or', left, right: readAnd(reader) };
  reader.depth -= 1;
  return left;
}

function readAnd(reader: Reader): MarcPredicate {
  let left = readTest(reader);
  while (acceptWord(reader, 'and')) left = { kind: 'and', left, right: readTest(reader) };
  return left;
}

function readTest(reader: Reader): MarcPredicate {
  skipBlanks(reader);
  const position = take(reader, /\d{1,3}(?![\w])/y);
  if (position !== undefined) return { kind: 'position', operator: '=', position: Number(position) };
  if (accept(reader, 'position()')) return readPosition(reader);
  if (accept(reader, 'matches(')) return readMatches(reader);
  const negated = take(reader, /not(?=\s*\()/y) !== undefined;
  if (negated) skipBlanks(reader);
  if (accept(reader, '(')) {
    const inner = readOr(reader);
    expect(reader, ')');
    return negated ? { kind: 'not', of: inner } : inner;
  }
  return readComparison(reader);
}

/** `position()>1` */
function readPosition(reader: Reader): MarcPredicate {
  skipBlanks(reader);
  const operator = COMPARISONS.find((known) => accept(reader, known));
  if (operator === undefined) fail(reader, `one of ${COMPARISONS.join(' ')} is expected`);
  skipBlanks(reader);
  const position = take(reader, /\d{1,3}(?![\w])/y) ?? fail(reader, 'a number is expected');
  return { kind: 'position', operator, position: Number(position) };
}

/** `matches($a, '^x')` */
function readMatches(reader: Reader): MarcPredicate {
  skipBlanks(reader);
  const read = readOperand(reader);
  expect(reader, ',');
  skipBlanks(reader);
  const pattern = take(reader, /'[^']*'|"[^"]*"/y) ?? fail(reader, 'a quoted pattern is expected');
  expect(reader, ')');
  return { kind: 'matches', read, regex: regexOf(pattern.slice(1, -1)) };
}

/** What predicates look at: an indicator, or subfields. */
function readOperand(reader: Reader): MarcRead {
  const indicator = take(reader, /@?ind[12]/y);
  if (indicator !== undefined) return { kind: 'attribute', name: indicator.endsWith('1') ? 'ind1' : 'ind2' };
  const expected = 'ind1, ind2, "$" and a code, a number or not(…) is expected';
  return readSubfields(reader) ?? fail(reader, expected);
}

function readComparison(reader: Reader): MarcPredicate {
  const read = readOperand(reader);
  skipBlanks(reader);
  const equal = accept(reader, '=');
  if (!equal && !accept(reader, '!=')) return { kind: 'exists', read };
  skipBlanks(reader);
  return { kind: 'compare', read, equal, literal: readLiteral(reader) };
}

/** `#` is the blank, as the MARC documentation writes it. */
function readLiteral(reader: Reader): string {
  const literal = take(reader, /'[^']*'|"[^"]*"|[\w.-]+|#/y);
  if (literal === undefined) fail(reader, 'a value is expected; quote it if it has blanks');
  if (literal === '#') return ' ';
  return /^['"]/.test(literal) ? literal.slice(1, -1) : literal;
}

function accept(reader: Reader, token: string): boolean {
  if (!reader.text.startsWith(token, reader.position)) return false;
  reader.position += token.length;
  return true;
}

function acceptWord(reader: Reader, word: string): boolean {
  skipBlanks(reader);
  const found = take(reader, /(?:and|or)(?=[\s(])/y);
  if (found === word) return true;
  if (found !== undefined) reader.position -= found.length;
  return false;
}

function expect(reader: Reader, token: string): void {
  skipBlanks(reader);
  if (!accept(reader, token)) fail(reader, `"${token}" is expected`);
}

function skipBlanks(reader: Reader): void {
  while (reader.text.charAt(reader.position) === ' ') reader.position += 1;
}

/** Takes what a sticky pattern matches here. */
function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.position;
  const found = pattern.exec(reader.text)?.[0];
  if (found !== undefined) reader.position += found.length;
  return found;
}

function fail(reader: Reader, why: string): never {
  const { text, position } = reader;
  const at = position < text.length ? `at character ${position + 1}` : 'at its end';
  throw new PathSyntaxError('path.syntax', `the path "${text}" is wrong ${at}: ${why}`);
}
