import { expect, test } from 'vitest';
import { problemsOf } from '../mapping-folder.ts';

const DC =
  "from: { format: xml, root: 'oai_dc:dc', prefixes: [oai_dc] }\nns: { oai_dc: 'http://www.openarchives.org/OAI/2.0/oai_dc/', dc: 'http://purl.org/dc/elements/1.1/', dcterms: 'http://purl.org/dc/terms/', bibo: 'http://purl.org/ontology/bibo/' }\n";
const MODS =
  "from: { format: xml, root: 'm:mods', prefixes: [mods] }\nns: { m: 'http://www.loc.gov/mods/v3', xlink: 'http://www.w3.org/1999/xlink' }\n";
const MARC =
  "from: { format: marcxml, root: 'marc:record', prefixes: [marcxml] }\nns: { marc: 'http://www.loc.gov/MARC21/slim' }\n";
const DATACITE =
  "from: { format: xml, root: 'd:resource', prefixes: [datacite] }\nns: { d: 'http://datacite.org/schema/kernel-4' }\n";

/** What is unknown; the heads declare more prefixes than each test needs. */
async function unknownIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await problemsOf(files)).filter((line) => !line.includes('prefix.unused'));
}

/** The rules of a mapping, each of one path. */
function file(head: string, ...paths: readonly string[]): Readonly<Record<string, string>> {
  const rules = paths.map((path, i) => `  - { id: r${i}, from: ${JSON.stringify(path)}, to: toc }`);
  return { 'x.yaml': `mapping: x\n${head}rules:\n${rules.join('\n')}\n` };
}

test.each([
  ['an element that Dublin Core does not have', DC, 'dc:titel', 'the Dublin Core element set 1.1 has no element "titel" (did you mean "title"?)'],
  ['a term that DCMI does not have', DC, 'dcterms:isPartof', 'DCMI Metadata Terms has no element "isPartof" (did you mean "isPartOf"?)'],
  ['an element in a predicate', DC, 'dc:title[dc:langage]', 'the Dublin Core element set 1.1 has no element "langage" (did you mean "language"?)'],
  ['a child that MODS has elsewhere', MODS, 'm:titleInfo/m:namePart', 'MODS 3.8 has no "namePart" in "titleInfo"; in it stands title, subTitle, partNumber, partName, nonSort'],
  ['a child that is misspelt', MODS, 'm:name/m:rol/m:roleTerm', 'MODS 3.8 has no "rol" in "name" (did you mean "role"?)'],
  ['an attribute', MODS, 'm:name/@typ', 'MODS 3.8 has no attribute "typ" on "name" (did you mean "type"?)'],
  ['an attribute in a predicate', MODS, "m:name[@kind='personal']/m:namePart", 'MODS 3.8 has no attribute "kind" on "name"'],
  ['an element anywhere below', MODS, './/m:tittle', 'MODS 3.8 has no element "tittle" (did you mean "title"?)'],
  ['a field', MARC, '012$a', 'MARC 21 has no field 012 (did you mean "002"?)'],
  ['a subfield', MARC, '245$a$x', 'MARC 21 has no subfield $x in 245; it has $a $b $c $d $e $f $g $h $k $n $p $r $s'],
  ['a subfield in a predicate', MARC, '022[$d]$a', 'MARC 21 has no subfield $d in 022; it has $a $b $c $l $m $y $z'],
  ['an element of DataCite', DATACITE, 'd:creators/d:creatorName', 'DataCite metadata has no "creatorName" in "creators"; in it stands creator'],
  ['an attribute of DataCite', DATACITE, 'd:titles/d:title/@type', 'DataCite metadata has no attribute "type" on "title"'],
])('a path to what the source never has is a warning: %s', async (_name, head, path, message) => {
  expect(await unknownIn(file(head, path))).toEqual([`5:21 source.unknown: ${message}`]);
}); // prettier-ignore

test.each([
  ['every element of Dublin Core', DC, ['dc:title', 'dc:rights/@xml:lang', "dc:identifier[@scheme='x']"]],
  ['a term beside its other spelling', DC, ['dcterms:issued|dc:issued']],
  ['elements of vocabularies that nobody listed', DC, ['bibo:issn', 'title']],
  ['MODS inside MODS', MODS, ['m:relatedItem/m:titleInfo/m:title', 'm:name/m:role/m:roleTerm[@type]']],
  ['what may be anything', MODS, ['m:extension/anything', 'm:accessCondition/*', 'm:name/@xlink:href', '../m:part']],
  ['what a name has where it is a subject', MODS, ["m:subject/m:name/m:namePart[@type='date']"]],
  ['fields of local use', MARC, ['900$a', '590$q', '9XX', 'CAT$a', '035$9']],
  ['what one field of several has', MARC, ['6XX$x', '100|700', '880-245$a', 'leader/06', '008/07-10']],
  ['what only older kernels have', DATACITE, ['@metadataVersionNumber', 'd:geoLocations/d:geoLocation/d:geoLocationPoint']],
])('a path to what the source can have is none: %s', async (_name, head, paths) => {
  expect(await unknownIn(file(head, ...paths))).toEqual([]);
}); // prettier-ignore

test('a path is followed from where "each" leads', async () => {
  const rules = `rules:
  - each: m:name
    id: a
    to: agents
    set: { name: { from: m:namePart }, roles: { from: m:title } }
`;
  expect(await unknownIn({ 'x.yaml': `mapping: x\n${MODS}${rules}` })).toEqual([
    '8:55 source.unknown: MODS 3.8 has no "title" in "name"; in it stands namePart, displayForm, affiliation, role, description, nameIdentifier, alternativeName, etal',
  ]);
});

test('a path of a block is wrong when it is wrong wherever the block is applied', async () => {
  const rules = `blocks: { core: [{ id: link, from: '@otherType', to: toc }, { id: lost, from: '@nothing', to: citation }] }
rules:
  - { apply: core }
  - { id: related, each: m:relatedItem, to: relations, set: { type: { const: related } }, apply: core }
`;
  expect(await unknownIn({ 'x.yaml': `mapping: x\n${MODS}${rules}` })).toEqual([
    '4:79 source.unknown: MODS 3.8 has no attribute "nothing" on "mods"',
  ]);
});

test('a path is right when a mapping that inherits it looks into a format that has it', async () => {
  const files = {
    'base.yaml': `mapping: base\nabstract: true\nrules:\n  - { id: a, from: 's:title', to: toc }\n`,
    'x.yaml': `mapping: x\nextends: base\nfrom: { format: xml, root: 's:mods', prefixes: [x] }\nns: { s: 'http://www.loc.gov/mods/v3' }\n`,
    'y.yaml': `mapping: y\nextends: base\nfrom: { format: xml, root: 's:dc', prefixes: [y] }\nns: { s: 'http://purl.org/dc/elements/1.1/' }\n`,
  };
  expect(await unknownIn(files)).toEqual([]);
});

test('what is ignored, and what a guard looks for that should not be there, is not asked for', async () => {
  const rules = `guards:
  - { id: unimarc, when: { exists: '200$a' }, action: reject }
ignore: ['012', '245$z']
`;
  expect(await unknownIn({ 'x.yaml': `mapping: x\n${MARC}${rules}` })).toEqual([]);
});

test('what a guard misses is asked for', async () => {
  const rules = `guards:\n  - { id: no-title, when: { missing: dc:titel }, action: reject }\n`;
  expect(await unknownIn({ 'x.yaml': `mapping: x\n${DC}${rules}` })).toEqual([
    '5:38 source.unknown: the Dublin Core element set 1.1 has no element "titel" (did you mean "title"?)',
  ]);
});
