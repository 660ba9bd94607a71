import { describe, expect, test } from 'vitest';
import { renderRecord } from '../../../src/mapping/emit/render.ts';
import { canonicalRecordSchema } from '../../../src/model/canonical.ts';
import { formatFileIssue } from '../../../src/yaml/read-yaml.ts';
import { loadOutputText, outputMapping } from '../../support/output-mappings.ts';
import { SEED } from '../../support/seed-record.ts';

const HEAD = `mapping: out/test
title: test
from: canonical/1
to: { format: xml, root: 'mods:mods', attrs: { version: '3.8' }, schema: mods-3-8.xsd }
ns: { mods: 'http://www.loc.gov/mods/v3', xlink: 'http://www.w3.org/1999/xlink' }
tables: { kinds: { inline: { main: alternativ, translated: translated }, onMiss: omit } }
emit:
`;

describe('an output mapping is refused with place and suggestion', () => {
  test.each([
    ['an unknown element', `  - { el: mods:titelInfo, children: [] }`, '8:11', 'output.element', 'did you mean "mods:titleInfo"?'],
    ['an element in the wrong place', `  - { el: mods:title, from: id }`, '8:11', 'output.element', 'has no "mods:title" here'],
    ['an unknown attribute', `  - { el: mods:genre, from: citation, attrs: { typ: { const: x } } }`, '8:48', 'output.attribute', 'did you mean "type"?'],
    ['a value outside the list', `  - { el: mods:titleInfo, attrs: { usage: { const: main } }, children: [] }`, '8:52', 'output.value', '"primary"'],
    ['a table value outside the list', `  - { el: mods:titleInfo, each: titles, attrs: { type: { from: kind, use: { lookup: kinds } } }, children: [{ el: mods:title, from: title }] }`, '8:75', 'output.value', 'did you mean "alternative"?'],
    ['an unknown canonical field', `  - { el: mods:genre, from: citaton }`, '8:29', 'path.unknown', 'did you mean "citation"?'],
    ['a field of a plain value', `  - { el: mods:genre, from: citation.x }`, '8:29', 'path.unknown', 'no "x"'],
    ['a filter that never holds', `  - { el: mods:genre, from: 'titles[kind=mian].title' }`, '8:29', 'path.literal', 'did you mean "main"?'],
    ['a comparison that never holds', `  - { el: mods:genre, each: titles, from: title, when: { equals: [kind, mian] } }`, '8:73', 'path.literal', 'did you mean "main"?'],
    ['an object where a text belongs', `  - { el: mods:genre, from: titles }`, '8:29', 'output.not-text', 'this gives Title'],
    ['a transform of another type', `  - { el: mods:genre, from: titles, use: name_inverted }`, '8:42', 'transform.type', 'takes Agent'],
    ['an unknown variable', `  - { el: mods:genre, from: $source.nam }`, '8:29', 'path.variable', 'did you mean "$source.name"?'],
    ['children in the wrong order', `  - { el: mods:location, each: holdings, children: [{ el: mods:shelfLocator, from: shelfmark }, { el: mods:physicalLocation, from: place }] }`, '8:103', 'output.order', 'must stand before "mods:shelfLocator"'],
    ['a required child without a rule', `  - { el: mods:language, each: languages, children: [{ el: mods:scriptTerm, from: script }] }`, '8:60', 'output.required', 'mods:languageTerm'],
    ['children that exclude each other', `  - { el: mods:name, children: [{ el: mods:etal, const: et al. }, { el: mods:namePart, const: x }] }`, '8:73', 'output.company', 'may not stand beside "mods:etal"'],
    ['an unknown group', `  - { el: mods:originInfo, children: [{ group: mods_date, from: dates }] }`, '8:48', 'output.group', 'did you mean "mods_dates"?'],
    ['a group in the wrong place', `  - { group: mods_dates, from: dates }`, '8:14', 'output.element', 'mods:dateIssued'],
    ['an unknown block', `  - { apply: descripton }`, '8:14', 'block.unknown', 'no block "descripton"'],
    ['an undeclared prefix', `  - { el: mod:genre, from: citation }`, '8:11', 'prefix.unknown', 'did you mean "mods"?'],
    ['an unknown key', `  - { el: mods:genre, form: citation }`, '8:23', 'schema', 'did you mean "from"?'],
    ['text for an element that has children', `  - { el: mods:titleInfo, from: citation }`, '8:5', 'output.shape', 'has children, not text'],
  ])('%s', (_, rule, place, code, message) => {
    const { output, issues } = loadOutputText(HEAD + rule, 'out/test.yaml');
    expect(output).toBeUndefined();
    const lines = issues.filter((issue) => issue.severity === 'error').map(formatFileIssue);
    expect(lines[0]).toContain(`out/test.yaml:${place} error ${code}: `);
    expect(lines[0]).toContain(message);
  }); // prettier-ignore

  test.each([
    ['another root', `'mods:mods'`, `'mods:genre'`, 'output.root'],
    ['an unknown schema', 'mods-3-8.xsd', 'mods-3-7.xsd', 'output.schema'],
    ['an illegal version', `'3.8'`, `'4.0'`, 'output.value'],
  ])('%s', (_, from, to, code) => {
    const { issues } = loadOutputText(`${HEAD}  - { el: mods:genre, from: citation }`.replace(from, to));
    expect(issues.map((issue) => issue.code)).toContain(code);
  });

  test('an unused table is only a warning', () => {
    const { output, issues } = loadOutputText(`${HEAD}  - { el: mods:genre, from: citation }`);
    expect(output).toBeDefined();
    expect(issues.map(({ severity, code }) => [severity, code])).toEqual([['warn', 'table.unused']]);
  });
});

describe('the vocabulary of output mappings', () => {
  const head = HEAD.replace(/tables: .*\n/, '');

  test.each([
    ['first takes one of several values', `  - { el: mods:genre, from: titles.title, first: true }`, '<mods:genre>Први Титов сусрет са Стаљином</mods:genre>'],
    ['of several paths the first that gives something', `  - { el: mods:genre, from: [citation, $source.name] }`, '<mods:genre>CEEOL</mods:genre>'],
    ['a part of a template in brackets vanishes', `  - { el: mods:genre, template: '{$source.id}[ {citation}]!' }`, '<mods:genre>ceeol!</mods:genre>'],
    ['a template without a field that it needs gives nothing', `  - { el: mods:genre, template: '{$source.id} {citation}', orElse: { el: mods:genre, const: none } }`, '<mods:genre>none</mods:genre>'],
    ['wrap puts the text into a child', `  - { el: mods:part, children: [{ el: mods:detail, attrs: { type: { const: volume } }, from: $source.id, wrap: mods:number }] }`, '<mods:part><mods:detail type="volume"><mods:number>ceeol</mods:number></mods:detail></mods:part>'],
    ['space is preserved where that is asked for', `  - { el: mods:titleInfo, children: [{ el: mods:nonSort, const: 'The ', space: preserve }] }`, '<mods:nonSort xml:space="preserve">The </mods:nonSort>'],
    ['an element without a required child is left out', `  - { el: mods:titleInfo, children: [{ el: mods:title, from: citation, required: true }, { el: mods:subTitle, const: x }], orElse: { el: mods:genre, const: none } }`, '<mods:genre>none</mods:genre>'],
    ['index and parent can be asked for', `  - { el: mods:note, each: titles, from: title, when: { index: 1 }, attrs: { type: { from: ../status2 } } }`.replace(", attrs: { type: { from: ../status2 } }", ''), '<mods:note>Tito’s First Meeting With Stalin</mods:note>'],
    ['pre shapes the items, and attributes are read from what it made', `  - { el: mods:note, each: titles, pre: { limit: 1 }, use: isbd_title, attrs: { type: { from: kind } } }`, '<mods:note type="main">Први Титов сусрет са Стаљином</mods:note>'],
    ['orElse stands in for the item of each that gives nothing', `  - { el: mods:note, each: titles, from: title, when: { equals: [kind, main] }, orElse: { el: mods:genre, from: kind } }`, '<mods:note>Први Титов сусрет са Стаљином</mods:note><mods:genre>translated</mods:genre>'],
    ['unless turns a condition round', `  - { el: mods:note, each: titles, from: title, unless: { equals: [kind, main] } }`, '<mods:note>Tito’s First Meeting With Stalin</mods:note>'],
  ])('%s', (_, rule, expected) => {
    const { output, issues } = loadOutputText(head + rule);
    expect(issues).toEqual([]);
    const result = renderRecord(output!, SEED);
    expect(result.ok && result.xml.replace(/^<mods:mods[^>]*>|<\/mods:mods>$/g, '')).toContain(expected);
  }); // prettier-ignore

  test('a block may use itself, to a limit', () => {
    const blocks = `blocks: { loop: [{ el: mods:note, const: x }, { el: mods:relatedItem, each: ., apply: loop }] }\nemit:\n`;
    const { output, issues } = loadOutputText(`${head.replace('emit:\n', blocks)}  - apply: loop`);
    expect(issues).toEqual([]);
    const result = renderRecord(output!, SEED);
    expect(result.ok && result.xml.match(/<mods:note>/g)).toHaveLength(24);
    expect(result.ok && result.issues?.map((issue) => issue.code)).toEqual(['output.too-deep']);
  });

  test('a value that the schema refuses is left out and reported with its rule', () => {
    const { output } = loadOutputText(
      `${head}  - { el: mods:note, const: x }\n  - el: mods:location\n    children: [{ el: mods:url, from: titles.title }]`,
    );
    const result = renderRecord(output!, SEED);
    expect(result.ok && result.xml).not.toContain('mods:url');
    expect(result.ok && result.issues?.[0]).toMatchObject({
      code: 'output.not-expressible',
      rule: 'mods:url',
      at: 'out/test.yaml:9:16',
    });
  });

  test('what orElse says in place of a value is no loss; what nothing says is one', () => {
    const { output } = loadOutputText(
      `${head}  - { el: mods:note, each: relations, use: relation_uri, orElse: { el: mods:genre, use: relation_text } }`,
    );
    const relations = [
      { type: 'related', title: 'A', identifiers: [] },
      { type: 'related', identifiers: [{ scheme: 'doi', value: '10.1234/b' }] },
      { type: 'related', identifiers: [] },
    ] as const;
    const result = renderRecord(output!, canonicalRecordSchema.parse({ ...SEED, relations }));
    expect(result.ok && result.xml).toContain(
      '<mods:genre>A</mods:genre><mods:note>https://doi.org/10.1234/b</mods:note>',
    );
    expect(result.ok && result.issues?.map(({ code, rule }) => [code, rule])).toEqual([
      ['output.not-expressible', 'relation_uri'],
      ['output.not-expressible', 'relation_text'],
    ]);
  });

  test('equal files have equal hashes, changed ones do not', () => {
    const hashOf = (text: string): string | undefined => loadOutputText(text).output?.hash;
    const text = `${head}  - { el: mods:genre, from: citation }`;
    expect(hashOf(text)).toBe(hashOf(`${text} # a comment`));
    expect(hashOf(text)).not.toBe(hashOf(text.replace('citation', 'edition')));
    expect(outputMapping('mods').hash).toMatch(/^[0-9a-f]{16}$/);
  });
});
