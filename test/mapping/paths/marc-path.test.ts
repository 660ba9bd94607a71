import { describe, expect, test } from 'vitest';
import type { XmlElement } from '../../../src/xml/element.ts';
import { createMarcDialect, isSubfieldPath } from '../../../src/mapping/paths/marc-path.ts';
import { textOf } from '../../../src/mapping/paths/xpath.ts';
import { PathSyntaxError } from '../../../src/mapping/paths/path-syntax-error.ts';
import { readXml } from '../../../src/xml/read-payload.ts';

const FIELDS = `
  <leader>00000cam a2200000 a 4500</leader>
  <controlfield tag="001">ocm1</controlfield>
  <controlfield tag="008">100101s2010    rb            000 0 srp d</controlfield>
  <datafield tag="100" ind1="1" ind2=" "><subfield code="6">880-01</subfield><subfield code="a">Popović, N.</subfield></datafield>
  <datafield tag="245" ind1="1" ind2="4"><subfield code="6">880-02</subfield><subfield code="b">second</subfield><subfield code="a">first</subfield><subfield code="b">third</subfield></datafield>
  <datafield tag="264" ind1=" " ind2="1"><subfield code="b">Prosveta</subfield></datafield>
  <datafield tag="264" ind1=" " ind2="4"><subfield code="c">©2010</subfield></datafield>
  <datafield tag="500" ind1=" " ind2=" "><subfield code="a">note</subfield></datafield>
  <datafield tag="700" ind1="1" ind2=" "><subfield code="a">Tito</subfield><subfield code="t">Letters</subfield></datafield>
  <datafield tag="700" ind1="1" ind2=" "><subfield code="a">Stalin</subfield><subfield code="4">edt</subfield></datafield>
  <datafield tag="880" ind1="1" ind2=" "><subfield code="6">100-01/(N</subfield><subfield code="a">Поповић, Н.</subfield></datafield>
  <datafield tag="880" ind1="1" ind2="0"><subfield code="6">245-02/(N</subfield><subfield code="a">први</subfield></datafield>
  <datafield tag="880" ind1=" " ind2=" "><subfield code="6">500-00/(N</subfield><subfield code="a">напомена</subfield></datafield>
  <datafield tag="999" ind1=" " ind2=" "><subfield code="a">local</subfield></datafield>`;

const RECORD = record(FIELDS);
const DIALECT = createMarcDialect({ script: '880', via: '6' });

function record(inside: string, namespace = 'http://www.loc.gov/MARC21/slim'): XmlElement {
  return readXml(`<record xmlns="${namespace}">${inside}</record>`);
}

function select(path: string, root = RECORD, from: XmlElement = root): string[] {
  const run = { root, mark: () => undefined };
  return DIALECT.compile(path)(from, run).map(textOf);
}

function field(path: string, root = RECORD): XmlElement {
  const [found] = DIALECT.compile(path)(root, { root, mark: () => undefined });
  return found as XmlElement;
}

describe('from the record', () => {
  test.each([
    ['245$a', ['first']],
    ['245$a$b', ['second', 'first', 'third']],
    ['245$b[2]', ['third']],
    ['245$*', ['second', 'first', 'third']],
    ['245@ind2', ['4']],
    ['100$a|700$a', ['Popović, N.', 'Tito', 'Stalin']],
    ['700$a|100$a', ['Popović, N.', 'Tito', 'Stalin']],
    ['264[ind2=1]$b', ['Prosveta']],
    ['264[ind2!=1]$c', ['©2010']],
    ['264[2]$c', ['©2010']],
    ['264[not(1)]$c', ['©2010']],
    ['700[position()>1]$a', ['Stalin']],
    ['264[position() <= 1]$b', ['Prosveta']],
    ["700[matches($a, '^T')]$a", ['Tito']],
    ["264[not(matches(ind2, '[1-3]'))]$c", ['©2010']],
    ['700[not($t)]$a', ['Stalin']],
    ['700[$t]$a', ['Tito']],
    ["700[$4=edt or $t='Letters']$a", ['Tito', 'Stalin']],
    ['700[$4=edt and $t]$a', []],
    ['100[ind2=#]$a', ['Popović, N.']],
    ['001', ['ocm1']],
    ['008/07-10', ['2010']],
    ['008/35-37', ['srp']],
    ['leader/06', ['a']],
    ['leader/30', []],
    ['9XX$a', ['local']],
    ['700@tag', ['700', '700']],
    ['record[2]', []],
    ['650$a', []],
  ])('%s gives %j', (path, texts) => {
    expect(select(path)).toEqual(texts);
  });
});

describe('inside a field', () => {
  test.each([
    ['$a', ['first']],
    ['$a$b', ['second', 'first', 'third']],
    ['@ind1', ['1']],
    ['.', ['880-02secondfirstthird']],
    ['.|$b', ['880-02secondfirstthird', 'second', 'third']],
    ['/008/35-37', ['srp']],
    ['/100$a', ['Popović, N.']],
    ['leader/07', ['m']],
    ['100$a', []],
    ['880$a', ['први']],
  ])('%s gives %j', (path, texts) => {
    expect(select(path, RECORD, field('245'))).toEqual(texts);
  });

  test('a subfield knows its code', () => {
    expect(select('@code', RECORD, field('245$b'))).toEqual(['b']);
  });
});

describe('fields in another script', () => {
  test('stand beside the field they are linked to', () => {
    expect(select('880-245$a')).toEqual(['први']);
    expect(select('880$a', RECORD, field('100'))).toEqual(['Поповић, Н.']);
  });

  test('with occurrence 00 are fields of the tag they are linked to', () => {
    expect(select('500$a')).toEqual(['note', 'напомена']);
    expect(select('880-500$a')).toEqual([]);
    expect(DIALECT.tagOf(field('500[2]'))).toBe('500');
    expect(select('500[2]@tag')).toEqual(['500']);
  });

  test('whose link leads nowhere are fields of that tag too', () => {
    const root = record(
      '<datafield tag="880"><subfield code="6">246-05/$1</subfield><subfield code="a">題</subfield></datafield>',
    );
    expect(select('246$a', root)).toEqual(['題']);
  });

  test('are matched by their tag alone when the only field of it has no link', () => {
    const root = record(
      '<datafield tag="245"><subfield code="a">Ti</subfield></datafield><datafield tag="880"><subfield code="6">245-01/$1</subfield><subfield code="a">題</subfield></datafield>',
    );
    expect(select('245$a', root)).toEqual(['Ti']);
    expect(select('880-245$a', root)).toEqual(['題']);
  });

  test('are nothing special where a mapping declares no links', () => {
    const plain = createMarcDialect();
    const run = { root: RECORD, mark: () => undefined };
    expect(plain.compile('500$a')(RECORD, run).map(textOf)).toEqual(['note']);
    expect(plain.compile('880$a')(RECORD, run)).toHaveLength(3);
  });
});

describe('records as they come', () => {
  test.each([
    ['without a namespace', ''],
    ['in the namespace of MarcXchange', 'info:lc/xmlns/marcxchange-v1'],
  ])('%s are read alike', (_name, namespace) => {
    expect(select('245$a', record(FIELDS, namespace))).toEqual(['first']);
  });

  test('inside a collection: the first is read, and another can be asked for', () => {
    const root = readXml(
      '<collection><record><datafield tag="245"><subfield code="a">one</subfield></datafield></record><record/></collection>',
    );
    expect(select('245$a', root)).toEqual(['one']);
    expect(select('record[2]', root)).toEqual(['']);
  });

  test('without a leader give nothing for it', () => {
    expect(select('leader/06', record('<controlfield tag="001">1</controlfield>'))).toEqual([]);
  });

  test('with a leader among the control fields', () => {
    const root = record('<controlfield tag="LDR">00000nas a22</controlfield>');
    expect(select('leader/07', root)).toEqual(['s']);
  });

  test('with subfields without a code keep the others', () => {
    const root = record(
      '<datafield tag="245"><subfield>x</subfield><subfield code="a">y</subfield></datafield>',
    );
    expect(select('245$*', root)).toEqual(['y']);
  });
});

test('what decides counts as used: an indicator, and the field that characters are cut from', () => {
  const marked: number[] = [];
  const run = { root: RECORD, mark: (node: { index: number }) => void marked.push(node.index) };
  DIALECT.compile('264[ind2=1]$b')(RECORD, run);
  DIALECT.compile('008/07-10')(RECORD, run);
  expect(marked).toHaveLength(3);
});

test.each([
  ['24', 'at character 1: a tag, "$" and a subfield code, "@" or "." is expected'],
  ['245$', 'at its end: a subfield code is expected after "$"'],
  ['245/07', 'at character 5: only the leader and fields 00X have character positions'],
  ['008/10-07', 'at its end: the positions 10-07 run backwards'],
  ['008$a', 'at its end: the leader and fields 00X have no subfields'],
  ['245@lang', 'at its end: one of ind1, ind2, tag, code, type, id, format is expected after "@"'],
  ['264[ind2=', 'at its end: a value is expected; quote it if it has blanks'],
  ['264[ind2=1', 'at its end: "]" is expected'],
  ['264[a]', 'at character 5: ind1, ind2, "$" and a code, a number or not(…) is expected'],
  ['245$a b', 'at character 7: nothing more is expected'],
  ['880-$a', 'at character 5: a tag is expected after "-"'],
  ['/$a', 'at its end: a tag is expected after "/"'],
  [`245[${'('.repeat(30)}`, 'its predicates are nested too deeply'],
])('the path %s is refused, and the place is named', (path, message) => {
  const compile = (): unknown => DIALECT.compile(path);
  expect(compile).toThrow(PathSyntaxError);
  expect(compile).toThrow(message);
});

test.each([
  ['$a', true],
  ['$a$b', true],
  ['$0', true],
  ['$*', true],
  ['$a[1]', true],
  ['$vars.dayFirst', false],
  ['$item.scheme', false],
  ['$header.sets', false],
])('%s: a path of subfields is %s', (path, expected) => {
  expect(isSubfieldPath(path)).toBe(expected);
});
