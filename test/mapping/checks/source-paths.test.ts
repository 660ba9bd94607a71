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
  ['an element in a predicate', DC, 'bibo:part[dc:langage]', 'the Dublin Core element set 1.1 has no element "langage" (did you mean "language"?)'],
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

/** Rules that make a note of each thing, with one path inside. */
function inside(head: string, each: string, path: string): Readonly<Record<string, string>> {
  const rule = `  - { id: a, each: ${JSON.stringify(each)}, to: notes, set: { value: { from: ${JSON.stringify(path)} } } }`;
  return { 'x.yaml': `mapping: x\n${head}rules:\n${rule}\n` };
}

const LABELLED = "from: { format: labelled, labels: '^(\\w+): (.*)$' }\nvars: { none: 1 }\n";
const TEXT = 'its text is ".", and a path that counts from the record begins with "/"';

test.each([
  ['an element of Dublin Core in another', DC, 'dc:creator', 'dc:title', `the Dublin Core element set 1.1 has no "title" in "creator"; ${TEXT}`],
  ['what "each" gives, once more', DC, 'dc:creator', 'dc:creator', `the Dublin Core element set 1.1 has no "creator" in "creator"; ${TEXT}`],
  ['an element in an attribute', DC, 'bibo:part/@role', 'bibo:name', `nothing stands in "@role"; ${TEXT}`],
  ['an element in a text', DC, 'bibo:part/text()', 'bibo:name', `nothing stands in "text()"; ${TEXT}`],
  ['a field of MARC in another', MARC, '100|700', '245$a', 'field 245 does not stand inside field 100; begin the path with "/" to read it from the record'],
  ['a field of MARC in a subfield', MARC, '700$a', '100$a', 'field 100 does not stand inside a subfield; begin the path with "/" to read it from the record'],
  ['a subfield in a subfield', MARC, '700$a', '$b', 'no subfield stands inside a subfield; "." is its text'],
  ['an indicator of a subfield', MARC, '700$a', '@ind1', 'a subfield has no indicators'],
  ['a subfield that the field does not have', MARC, '022', '$x', 'MARC 21 has no subfield $x in 022; it has $a $b $c $l $m $y $z'],
  ['a subfield in a field without subfields', MARC, '008', '$a', 'MARC 21 has no subfield $a in 008; it has none'],
  ['a field of labelled text in another', LABELLED, 'Author', 'Title|Book', `no field stands inside another; ${TEXT}`],
])('a path inside "each" that never finds anything is a warning: %s', async (_name, head, each, path, message) => {
  const column = 48 + JSON.stringify(each).length + 7;
  const problems = await unknownIn(inside(head, each, path));
  expect(problems.filter((line) => !line.includes('unused'))).toEqual([`5:${column} source.unknown: ${message}`]);
}); // prettier-ignore

test.each([
  ['the element itself, its attributes and what repositories put into it', DC, 'dc:creator', ['.', '@role', './.', 'bibo:name', '..', '/dc:title']],
  ['what MODS has there', MODS, 'm:name', ['m:namePart', '@type', '../m:titleInfo']],
  ['the subfields of a field, its indicators, and what counts from the record', MARC, '245', ['$a', '$a$q', '@ind1', '/100$a', 'leader/06', '$a|100$a']],
  ['the subfields that one of several fields has', MARC, '022|245', ['$n', '$l']],
  ['the code of a subfield', MARC, '700$a$b', ['.', '@code', '/700$c']],
  ['positions', MARC, '008/06-14', ['.', '245$a']],
  ['fields of local use', MARC, '590', ['$q']],
  ['labelled text', LABELLED, 'Author', ['.', '/Title', 'Title|/Book']],
])('a path inside "each" that can find something is none: %s', async (_name, head, each, paths) => {
  for (const path of paths) {
    const problems = await unknownIn(inside(head, each, path));
    expect(problems.filter((line) => !line.includes('unused'))).toEqual([]);
  }
}); // prettier-ignore

test('what stands in another script is found inside the field it is linked to', async () => {
  const linked = `${MARC}linked: { script: '880', via: $6 }\n`;
  expect(await unknownIn(inside(linked, '245', '880$a'))).toEqual([]);
  expect(await unknownIn(inside(MARC, '245', '880$a'))).toHaveLength(1);
});

test('a block is read from where it is applied', async () => {
  const rules = `blocks: { core: [{ id: a, from: '245$a', to: toc }] }
rules:
  - { apply: core }
  - { id: related, each: '787', to: relations, set: { type: { const: related } }, apply: core }
`;
  expect(await unknownIn({ 'x.yaml': `mapping: x\n${MARC}${rules}` })).toEqual([]);
});

test('what is read of each item is read inside it', async () => {
  const rule =
    "  - { id: a, each: '700', to: agents, set: { name: { each: $a, from: $b }, roleText: { each: $e, from: . } } }";
  expect(await unknownIn({ 'x.yaml': `mapping: x\n${MARC}rules:\n${rule}\n` })).toEqual([
    '5:70 source.unknown: no subfield stands inside a subfield; "." is its text',
  ]);
});

test.each([
  ['a type of title', "246[ind2=9]$a", 'MARC 21 has no ind2 "9" in 246; it has a blank, 0, 1, 2, 3, 4, 5, 6, 7, 8'],
  ['a function of a publisher', "264[ind2='#']$b", 'MARC 21 has no ind2 "#" in 264; it has 0, 1, 2, 3, 4'],
  ['what is not', "856[ind1!=9 and ind2=2]$u", 'MARC 21 has no ind1 "9" in 856; it has a blank, 0, 1, 2, 3, 4, 7'],
  ['of several fields, none', '100|700[ind1=7]$a', 'MARC 21 has no ind1 "7" in 700; it has 0, 1, 2, 3'],
  ['a field in another script', '880-245[not(ind1=5)]$a', 'MARC 21 has no ind1 "5" in 245; it has 0, 1'],
  ['all fields of a kind', '77X[ind1=3]$a', 'MARC 21 has no ind1 "3" in 77X; it has 0, 1'],
])('an indicator that MARC 21 does not define for the field is a warning: %s', async (_name, path, message) => {
  expect(await unknownIn(file(MARC, path))).toEqual([`5:21 source.unknown: ${message}`]);
}); // prettier-ignore

test('an indicator that MARC 21 has, had, or does not say is none', async () => {
  const paths = ['245[ind2=4]$a', '264[ind2=1]$b', '700[ind1=2]$a', '260[ind1=0]$a', '490[ind1=1]$a', '520[ind1=#]$a', '590[ind1=7]$a', '9XX[ind2=8]$a', '6XX[ind2=8]$a', '245[$a=9]$b', '082[ind2=3]$a']; // prettier-ignore
  expect(await unknownIn(file(MARC, ...paths))).toEqual([]);
});

test('a condition on an indicator is looked at where it is asked', async () => {
  const rule = `  - id: a
    each: '856'
    to: notes
    when: { any: [{ equals: ['@ind1', 4] }, { in: ['@ind2', ['0', '7', '#', ' ']] }] }
    set: { value: { case: [{ when: { equals: ['@ind1', x] }, then: { from: $u } }] } }
  - { id: b, each: '590|856', to: toc, when: { equals: ['@ind1', '9'] }, use: trim }
`;
  expect(await unknownIn({ 'x.yaml': `mapping: x\n${MARC}rules:\n${rule}` })).toEqual([
    '8:67 source.unknown: MARC 21 has no ind2 "7" in 856; it has a blank, 0, 1, 2, 3, 4, 8',
    '8:72 source.unknown: MARC 21 has no ind2 "#" in 856; it has a blank, 0, 1, 2, 3, 4, 8',
    '9:56 source.unknown: MARC 21 has no ind1 "x" in 856; it has a blank, 0, 1, 2, 3, 4, 7',
  ]);
});
