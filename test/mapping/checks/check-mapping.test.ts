import { describe, expect, test } from 'vitest';
import { HEAD, problemsOf } from '../mapping-folder.ts';

type Case = readonly [name: string, text: string, ...report: string[]];

/** Loads what is written after the head (lines 1 to 4); wrong: the whole report; right: none. */
function wrong(cases: readonly Case[]): void {
  test.each(cases)('reported: %s', async (_name, text, ...report) => {
    expect(await problemsOf({ 'dc.yaml': `${HEAD}${text}\n` })).toEqual(report);
  });
}

function right(cases: readonly (readonly [name: string, text: string])[]): void {
  test.each(cases)('in order: %s', async (_name, text) => {
    expect(await problemsOf({ 'dc.yaml': `${HEAD}${text}\n` })).toEqual([]);
  });
}

describe('a case of a route that is never reached', () => {
  const route = (cases: string): string => `rules:\n  - id: a\n    each: dc:identifier\n    route:\n${cases}`;
  wrong([
    [
      'the recogniser of one before it',
      route(
        '      - { id: doi, use: doi, to: identifiers }\n      - { id: again, use: doi, to: relations }\n      - { id: rest, else: true, to: notes }',
      ),
      'mappings/dc.yaml:10:9 error route.unreachable: the case "again" is never reached: "doi" at mappings/dc.yaml:9:9 takes all that it would take; put it first, or give one of them a condition',
    ],
    [
      'a recogniser that begins with the steps of one before it',
      route(
        "      - { id: x, use: [trim, { extract: { re: '^x(.*)' } }], to: toc }\n      - { id: y, use: [trim, { extract: { re: '^x(.*)' } }, upper], to: citation }\n      - { id: rest, else: true, to: notes }",
      ),
      'mappings/dc.yaml:10:9 error route.unreachable: the case "y" is never reached: "x" at mappings/dc.yaml:9:9 takes all that it would take; put it first, or give one of them a condition',
    ],
    [
      'the same condition as an "else" before it',
      route(
        "      - { id: x, when: { exists: '@type' }, else: true, to: toc }\n      - { id: y, when: { exists: '@type' }, use: doi, to: identifiers }\n      - { id: rest, else: true, to: notes }",
      ),
      'mappings/dc.yaml:10:9 error route.unreachable: the case "y" is never reached: "x" at mappings/dc.yaml:9:9 takes all that it would take; put it first, or give one of them a condition',
    ],
  ]);
  right([
    [
      'the same recogniser with other arguments',
      route(
        '      - { id: print, use: { alt_identifier: { only: [issn] } }, to: identifiers }\n      - { id: any, use: alt_identifier, to: identifiers }\n      - { id: rest, else: true, to: notes }',
      ),
    ],
    [
      'the same recogniser under another condition, and then without one',
      route(
        '      - { id: first, when: { index: 0 }, use: doi, to: identifiers }\n      - { id: second, when: { index: 1 }, use: doi, to: host.identifiers }\n      - { id: more, use: doi, to: identifiers }\n      - { id: rest, else: true, to: notes }',
      ),
    ],
    [
      'the same recogniser of another path',
      route(
        "      - { id: own, use: doi, to: identifiers }\n      - { id: typed, from: '@type', use: doi, to: identifiers }\n      - { id: rest, else: true, to: notes }",
      ),
    ],
  ]);
});

describe('a branch or an alternative that is never reached', () => {
  wrong([
    [
      'the condition of a branch before it, its keys in another order',
      'rules:\n  - id: a\n    case:\n      - { when: { exists: dc:date, missing: dc:type }, then: x }\n      - { when: { missing: dc:type, exists: dc:date }, then: y }\n    to: citation',
      'mappings/dc.yaml:9:9 error case.duplicate: this branch has the condition of the one at mappings/dc.yaml:8:9 and is never reached',
    ],
    [
      'the same member of "first"',
      'rules:\n  - { id: a, first: [{ from: dc:source }, { from: dc:relation }, { from: dc:source }], to: citation }',
      'mappings/dc.yaml:6:66 error first.duplicate: this says again what is said at mappings/dc.yaml:6:22, and gives nothing either',
    ],
  ]);
  right([
    [
      'conditions that only look alike',
      'rules:\n  - id: a\n    case:\n      - { when: { equals: [dc:type, a] }, then: x }\n      - { when: { equals: [dc:type, b] }, then: x }\n      - { else: z }\n    to: citation',
    ],
    [
      'one path with other steps',
      'rules:\n  - { id: a, first: [{ from: dc:source, use: doi }, { from: dc:source }], to: citation }',
    ],
  ]);
});

describe('a guard that is never asked', () => {
  wrong([
    [
      'the condition of one that decides before it',
      'guards:\n  - { id: a, when: { missing: dc:title }, action: skip }\n  - { id: b, when: { missing: dc:title }, action: reject }',
      'mappings/dc.yaml:7:5 error guard.unreachable: the guard "b" is never asked: "a" at mappings/dc.yaml:6:5 has the same condition and decides first',
    ],
  ]);
  right([
    [
      'the condition of one that only warns',
      'guards:\n  - { id: a, when: { missing: dc:title }, action: warn }\n  - { id: b, when: { missing: dc:title }, action: reject }',
    ],
    [
      'the opposite condition',
      'guards:\n  - { id: a, when: { missing: dc:title }, action: skip }\n  - { id: b, unless: { missing: dc:title }, action: reject }',
    ],
  ]);
});

describe('a prefix that stands in no path', () => {
  test('is doubtful where it is declared', async () => {
    const files = {
      'a.yaml': `mapping: a\nfrom: { format: xml, root: 'x:r', prefixes: [a] }\nns: { x: 'urn:x', y: 'urn:y', z: 'urn:z' }\n`,
      'b.yaml': `mapping: b\nextends: a\nfrom: { prefixes: [b] }\nrules: [{ id: y, from: 'y:title', to: toc }]\n`,
    };
    expect(await problemsOf(files)).toEqual([
      '3:31 prefix.unused: the prefix "z" stands in no path; take it out, or see whether a path lacks it',
    ]);
  });
});

describe('a condition that a source makes constant', () => {
  test('is doubtful, not wrong: the source may mean it', async () => {
    const base = `${HEAD}rules:\n  - { id: a, each: dc:type, when: { equals: [., Article] }, to: notes }\n`;
    const source = 'mapping: sources/x\nextends: dc\noverride: { a: { pre: casefold } }\n';
    expect(await problemsOf({ 'dc.yaml': base, 'sources/x.yaml': source })).toEqual([
      '6:49 condition.constant: this never holds: "casefold" leaves no text like "Article"; write "article"',
    ]);
  });
});

describe('a condition whose answer is known', () => {
  const branch = (pre: string, when: string): string =>
    `pipes: { small: [trim, casefold] }\nrules:\n  - id: a\n    each: dc:type\n    pre: ${pre}\n    when: ${when}\n    to: notes\n    set: { value: { from: . }, type: { from: ., use: { pipe: small } } }`;
  wrong([
    [
      'a capital after casefold',
      branch('[trim, casefold]', '{ equals: [., Article] }'),
      'mappings/dc.yaml:10:25 error condition.constant: this never holds: "casefold" leaves no text like "Article"; write "article"',
    ],
    [
      'a capital after casefold in a pipe, in one member of a list',
      branch('{ pipe: small }', '{ in: [., [book, Thesis]] }'),
      'mappings/dc.yaml:10:28 error condition.constant: this never holds: "casefold" leaves no text like "Thesis"; write "thesis"',
    ],
    [
      'a small letter after upper',
      branch('upper', '{ not: { equals: [., pdf] } }'),
      'mappings/dc.yaml:10:32 error condition.constant: this never holds: "upper" leaves no text like "pdf"; write "PDF"',
    ],
    [
      'a blank at the end after trim',
      branch('trim', "{ equals: [., 'book '] }"),
      'mappings/dc.yaml:10:25 error condition.constant: this never holds: "trim" leaves no text like "book "; write "book"',
    ],
    [
      'a pattern with capitals after lower',
      branch('lower', "{ matches: [., '^(?:Thesis|Diss[a-z]+)$'] }"),
      'mappings/dc.yaml:10:26 error condition.constant: this never holds: "lower" leaves no text that ^(?:Thesis|Diss[a-z]+)$ matches; write its letters as that step leaves them',
    ],
    [
      'a list with nothing in it',
      'rules:\n  - { id: a, when: { in: [dc:type, []] }, from: dc:type, to: toc }',
      'mappings/dc.yaml:6:36 error condition.constant: a list with nothing in it: this never holds',
    ],
    [
      'a status that the protocol does not have',
      'guards:\n  - { id: g, when: { equals: [$header.status, active] }, action: reject }',
      'mappings/dc.yaml:6:47 error condition.constant: the status of a header is "deleted" or not there, so this never holds; ask for { missing: $header.status } to know a record that is not deleted',
    ],
    [
      'an index below the first',
      'rules:\n  - { id: a, each: dc:type, when: { index: -1 }, use: trim, to: toc }',
      'mappings/dc.yaml:6:44 error schema: rules.0.when.index: too small: expected number to be >=0',
    ],
    [
      'a variable that no mapping changes',
      'vars: { strict: false }\nrules:\n  - { id: a, when: { equals: [$vars.strict, true] }, from: dc:type, to: toc }',
      '7:30 condition.constant: no mapping gives $vars.strict a value for which this is different: it never holds',
    ],
  ]);
  right([
    ['a small letter after casefold', branch('casefold', '{ in: [., [article, ß]] }').replace(', ß', '')],
    ['a capital where the text is as it came', branch('trim', '{ equals: [., Article] }')],
    [
      'a capital after a step that may bring one back',
      branch("[casefold, { replace: { re: '^a', with: A } }]", '{ equals: [., Article] }'),
    ],
    ['a capital of another path', branch('casefold', '{ equals: [/dc:type, Article] }')],
    [
      'a pattern with a branch that can match',
      branch('casefold', "{ matches: [., 'Thesis|thesis|[A-Za-z]x'] }"),
    ],
    [
      'a pattern with classes and escapes',
      branch('casefold', String.raw`{ matches: [., '^\p{L}+\S?[A-Z]*$'] }`),
    ],
    ['a blank inside after trim', branch('trim', "{ equals: [., 'conference paper'] }")],
    [
      'the status of a deleted record',
      'guards:\n  - { id: g, when: { equals: [$header.status, deleted] }, action: delete }',
    ],
  ]);

  test('a variable that a source changes is a switch', async () => {
    const base = `${HEAD}vars: { strict: false }\nrules:\n  - { id: a, when: { equals: [$vars.strict, true] }, from: dc:type, to: toc }\n`;
    const source = 'mapping: sources/x\nextends: dc\nvars: { strict: true }\n';
    expect(await problemsOf({ 'dc.yaml': base, 'sources/x.yaml': source })).toEqual([]);
  });
});

describe('a key of a table that is never looked up', () => {
  const table = (key: string, use: string): string =>
    `tables: { t: { inline: { Article: x, book: y }, key: ${key} } }\nrules:\n  - { id: a, from: dc:type, use: ${use}, to: toc }`;
  wrong([
    [
      'a capital after casefold',
      table('exact', '[casefold, { lookup: t }]'),
      '5:26 table.unreachable: the key "Article" is never looked up: "casefold" leaves no text like "Article"; write "article", or give the table "key: casefold"',
    ],
  ]);
  right([
    ['a table that folds its keys', table('casefold', '[casefold, { lookup: t }]')],
    ['a value as it came', table('exact', '{ lookup: t }')],
    [
      'another lookup of the value as it came',
      `${table('exact', '[casefold, { lookup: t }]')}\n  - { id: b, from: dc:format, use: { lookup: t }, to: citation }`,
    ],
  ]);
});

describe('an object that can never be whole', () => {
  wrong([
    [
      'an identifier without its value',
      'rules:\n  - { id: a, each: dc:identifier, to: identifiers, set: { scheme: { const: doi } } }',
      'mappings/dc.yaml:6:39 error target.required: what this makes for "identifiers" can never have "value", without which it is left out; give it under "set"',
    ],
    [
      'a title of which only the language is set',
      "rules:\n  - { id: a, each: dc:title, to: titles, set: { lang: { from: '@xml:lang', use: lang_tag } } }",
      'mappings/dc.yaml:6:34 error target.required: what this makes for "titles" can never have "title", without which it is left out; give it under "set"',
    ],
  ]);
  right([
    [
      'the value set',
      'rules:\n  - { id: a, each: dc:identifier, to: identifiers, set: { value: { from: . } }, as: { scheme: other } }',
    ],
    [
      'the text of the value',
      'rules:\n  - { id: a, each: dc:identifier, use: trim, to: identifiers, as: { scheme: other } }',
    ],
    ['an object of a transform', 'rules:\n  - { id: a, from: dc:identifier, use: doi, to: identifiers }'],
    [
      'the value merged',
      'rules:\n  - { id: a, each: dc:title, to: titles, merge: [{ from: ., use: split_title }] }',
    ],
    [
      'a whole identifier recognised for its value',
      'rules:\n  - { id: a, each: dc:identifier, to: identifiers, set: { value: { from: ., use: doi } } }',
    ],
    [
      'a part of what there is only one of',
      'rules:\n  - { id: a, each: dc:source, to: host, set: { lang: { from: "@xml:lang", use: lang_tag } } }',
    ],
  ]);
});
