import { expect, test } from 'vitest';
import { HEAD, problemsOf } from './mapping-folder.ts';

/** What is written after the head (lines 1 to 4), and the whole report. */
const CASES: readonly (readonly [name: string, text: string, ...report: string[]])[] = [
  [
    'unknown key',
    'rulez: []',
    'mappings/dc.yaml:5:1 error schema: unknown key "rulez" (did you mean "rules"?)',
  ],
  [
    'a wrong rule, a wrong guard and an unknown key beside rules that are wrong in another way',
    'guards:\n  - { id: g, action: drop }\nrules:\n  - { id: a, form: dc:title, to: toc }\n  - { id: b, from: dc:type, use: tirm, to: toc }\n  - { id: c, from: dc:type, to: tok }\nextnds: x',
    'mappings/dc.yaml:6:22 error schema: guards.0.action: invalid option: expected one of "reject"|"skip"|"delete"|"quarantine"|"warn"',
    'mappings/dc.yaml:8:14 error schema: rules.0: unknown key "form" (did you mean "from"?)',
    'mappings/dc.yaml:11:1 error schema: unknown key "extnds" (did you mean "extends"?)',
    'mappings/dc.yaml:9:34 error transform.unknown: no transform "tirm" (did you mean "trim"?)',
    'mappings/dc.yaml:10:33 error target.unknown: no "tok" in the canonical model at "tok" (did you mean "toc"?)',
  ],
  [
    'unknown key of a rule',
    'rules:\n  - { id: a, form: dc:title, to: toc }',
    'mappings/dc.yaml:6:14 error schema: rules.0: unknown key "form" (did you mean "from"?)',
  ],
  [
    'unquoted MARC tag',
    'rules:\n  - { id: a, from: 245, to: toc }',
    'mappings/dc.yaml:6:20 error schema: rules.0.from: a path is expected; quote MARC tags',
  ],
  [
    'yaml syntax',
    'rules: [',
    'mappings/dc.yaml:6:1 error yaml.syntax: Flow sequence in block collection must be sufficiently indented and end with a ]',
  ],
  [
    'unknown transform',
    'rules:\n  - { id: a, from: dc:type, use: [trim, coar_tpye], to: type.coar }',
    'mappings/dc.yaml:6:41 error transform.unknown: no transform "coar_tpye" (did you mean "coar_type"?)',
  ],
  [
    'wrong argument',
    'rules:\n  - { id: a, from: dc:type, use: { split: { onn: [x] } }, to: toc }',
    'mappings/dc.yaml:6:45 error transform.argument: "split": unknown key "onn" (did you mean "on"?)',
    'mappings/dc.yaml:6:43 error transform.argument: "split": needs either "on" or "every"',
  ],
  [
    'unknown pipe',
    'pipes: { clean: [trim] }\nrules:\n  - { id: a, from: dc:type, use: { pipe: claen }, to: toc }',
    'mappings/dc.yaml:7:42 error pipe.unknown: no pipe "claen" (did you mean "clean"?)',
    'mappings/dc.yaml:5:10 warn pipe.unused: the pipe "clean" is never used',
  ],
  [
    'pipe cycle',
    'pipes: { p: [{ pipe: q }], q: [{ pipe: p }] }\nrules:\n  - { id: a, from: dc:type, use: { pipe: p }, to: toc }',
    'mappings/dc.yaml:5:40 error pipe.cycle: the pipe "p" uses itself',
  ],
  [
    'unknown table',
    'tables: { kinds: { inline: { a: b } } }\nrules:\n  - { id: a, from: dc:type, use: { lookup: kind }, to: toc }',
    'mappings/dc.yaml:7:44 error table.unknown: no table "kind" (did you mean "kinds"?)',
    'mappings/dc.yaml:5:11 warn table.unused: the table "kinds" is never used',
  ],
  [
    'unknown variable',
    'rules:\n  - { id: a, from: $vars.x, to: toc }\n  - { id: b, from: my:a, use: { split: { on: $vars.on } }, to: toc }',
    'mappings/dc.yaml:6:20 error var.unknown: no variable "$vars.x"',
    'mappings/dc.yaml:7:46 error var.unknown: no variable "$vars.on"',
  ],
  [
    'unknown context variable',
    'rules:\n  - { id: a, from: $source.nme, to: toc }',
    'mappings/dc.yaml:6:20 error var.unknown: no variable "$source.nme" (did you mean "$source.name"?)',
  ],
  [
    'undeclared prefix',
    'rules:\n  - { id: a, from: dcc:title, to: toc }',
    'mappings/dc.yaml:6:20 error prefix.undeclared: the prefix "dcc" in "dcc:title" is not declared under ns (did you mean "dc"?)',
  ],
  [
    'path syntax',
    "rules:\n  - { id: a, from: 'dc:title[', to: toc }\n  - { id: b, from: 'my:a//', to: toc }\n  - { id: c, from: 'my:a = 1', to: toc }",
    'mappings/dc.yaml:6:20 error path.syntax: the path "dc:title[" is wrong: it ends too early',
    'mappings/dc.yaml:7:20 error path.syntax: the path "my:a//" is wrong: it ends too early',
    'mappings/dc.yaml:8:20 error path.syntax: the path "my:a = 1" is wrong: nothing more is expected before "="',
  ],
  [
    'target not in the model',
    'rules:\n  - { id: a, from: dc:title, to: titels }',
    'mappings/dc.yaml:6:34 error target.unknown: no "titels" in the canonical model at "titels" (did you mean "titles"?)',
  ],
  [
    'set key not in the model',
    'rules:\n  - { id: a, each: dc:creator, to: agents, set: { role: { const: aut } } }',
    'mappings/dc.yaml:6:51 error target.unknown: Agent has no "role" (did you mean "roles"?)',
  ],
  [
    'literal outside its vocabulary',
    'rules:\n  - { id: a, each: dc:title, to: titles, set: { kind: { const: mian } } }',
    'mappings/dc.yaml:6:64 error target.enum: "mian" is not one of main, parallel, translated, alternative, abbreviated, uniform, key, running, former, cover, other (did you mean "main"?)',
    'mappings/dc.yaml:6:34 error target.required: what this makes for "titles" can never have "title", without which it is left out; give it under "set"',
  ],
  [
    'type of a transform',
    'rules:\n  - { id: a, from: dc:language, use: lang, to: titles }',
    'mappings/dc.yaml:6:48 error target.type: "titles" takes Title, but gets Language',
  ],
  [
    'text into an integer',
    'rules:\n  - { id: a, from: my:x, to: physical.pageCount }',
    'mappings/dc.yaml:6:30 error target.type: "pageCount" takes integer, but gets text',
  ],
  [
    'transforms that do not fit',
    'rules:\n  - { id: a, from: my:x, use: [lang, date_edtf], to: dates }',
    'mappings/dc.yaml:6:38 error transform.type: "date_edtf" takes text, but what comes in is Language',
  ],
  [
    'list in a target',
    'rules:\n  - { id: a, from: my:x, to: events.places }',
    'mappings/dc.yaml:6:30 error target.list: "events" is a list: say which member with "mergeInto", or make the objects with "each" and "set"',
  ],
  [
    'duplicate rule',
    'rules:\n  - { id: a, from: my:x, to: toc }\n  - { id: a, from: my:y, to: toc }',
    'mappings/dc.yaml:7:11 error rule.duplicate: a second rule with the id "a"; an inherited rule is changed with "override"',
  ],
  [
    'case after else',
    'rules:\n  - { id: a, each: my:x, route: [{ id: r, else: true, to: toc }, { id: s, use: doi, to: identifiers }] }',
    'mappings/dc.yaml:6:66 error route.unreachable: the case "s" stands after "else"',
  ],
  [
    'non-recogniser in a route',
    'rules:\n  - { id: a, each: my:x, route: [{ id: r, use: trim, to: toc }, { id: s, use: doi, to: identifiers }] }',
    'mappings/dc.yaml:6:48 error route.recogniser: no step of the case "r" recognises anything: it claims every value; write "else: true"',
  ],
  [
    'unsafe regex',
    "rules:\n  - { id: a, const: x, when: { matches: [my:x, '(a+)+$'] }, to: toc }\n  - { id: b, const: x, when: { matches: [my:x, '('] }, to: toc }",
    'mappings/dc.yaml:6:48 error regex.unsafe: the pattern (a+)+$ repeats what repeats or overlaps inside (as in (a+)+ and (a|a)*): its time doubles with each character; let only one of them repeat, and begin alternatives differently',
    'mappings/dc.yaml:7:48 error regex.syntax: the pattern does not compile: Invalid regular expression: /(/u: Unterminated group',
  ],
  [
    'default before the end',
    'rules:\n  - { id: a, first: [{ default: x }, { from: my:x }], to: citation }',
    'mappings/dc.yaml:6:22 error default.position: "default" can only be the last of "first"',
  ],
  [
    'two sources',
    'rules:\n  - { id: a, from: my:x, const: y, to: citation }\n  - { id: b, to: citation }',
    'mappings/dc.yaml:6:5 error expression.source: only one of from, const can be the source',
    'mappings/dc.yaml:7:5 error expression.source: no source: one of from, const, default, first, case, each is needed',
  ],
  [
    'duplicate key of a table',
    'tables: { t: { inline: { Ab: x, ab: y }, key: casefold } }\nrules:\n  - { id: a, from: my:x, use: { lookup: t }, to: toc }',
    'mappings/dc.yaml:5:37 error table.duplicate: the key "ab" stands for both "x" and "y"',
  ],
  [
    'table file',
    'tables: { t: { file: tables/a.csv } }\nrules:\n  - { id: a, from: my:x, use: { lookup: t }, to: toc }',
    'mappings/dc.yaml:5:22 error table.file: no file "tables/a.csv" among the mappings',
  ],
  ['unknown base', 'extends: comon', 'mappings/dc.yaml:5:10 error extends.unknown: no mapping "comon"'],
  [
    'circular extends',
    'extends: dc',
    'mappings/dc.yaml:5:10 error extends.cycle: "dc" extends itself: dc → dc',
  ],
  [
    'unused names',
    'vars: { a: 1 }\npipes: { p: [trim] }\ntables: { t: { inline: { a: b } } }\nblocks: { b: [] }',
    '7:11 table.unused: the table "t" is never used',
    '6:10 pipe.unused: the pipe "p" is never used',
    '5:9 variable.unused: the variable "a" is never used',
    '8:11 block.unused: the block "b" is never used',
  ],
  [
    'guard without condition',
    'guards:\n  - { id: g, action: reject }',
    'mappings/dc.yaml:6:5 error guard.condition: a guard needs "when" or "unless"',
  ],
  [
    'unknown block',
    'rules:\n  - { apply: core }',
    'mappings/dc.yaml:6:14 error block.unknown: no block "core"',
  ],
  [
    'disable of an unknown rule',
    'disable: [titel]',
    'mappings/dc.yaml:5:11 error rule.unknown: no rule and no guard "titel" is inherited',
  ],
  [
    'block that applies itself',
    'blocks: { core: [{ apply: core }] }\nrules:\n  - { apply: core }',
    'mappings/dc.yaml:5:27 error block.cycle: the block "core" applies itself to Description',
  ],
  [
    'tables that lead back to each other',
    'tables: { one: { inline: { a: b }, onMiss: { table: two } }, two: { inline: { c: d }, onMiss: { table: one } } }\nrules:\n  - { id: a, from: dc:type, use: { lookup: one }, to: toc }',
    'mappings/dc.yaml:5:44 error table.cycle: the tables after "two" lead back to it',
    'mappings/dc.yaml:5:95 error table.cycle: the tables after "one" lead back to it',
  ],
  [
    'a part of the file that stands for another',
    'vars: { a: &a [x], b: *a }\nrules: []',
    'mappings/dc.yaml:5:23 error yaml.alias: "*a" stands for another part of the file, which is not read; write that part out',
  ],
  [
    'a variable where a literal is written',
    'vars: { place: Belgrade }\nrules:\n  - { id: a, const: $vars.place, to: toc }\n  - { id: b, from: dc:title, to: titles, as: { lang: $source.name } }\n  - { id: c, first: [{ from: $vars.place }, { default: $run.date }], to: toc }',
    'mappings/dc.yaml:7:21 error const.variable: "$vars.place" would be written as it stands; a variable is read with "from"',
    'mappings/dc.yaml:8:54 error const.variable: "$source.name" would be written as it stands; a variable is read with "from"',
    'mappings/dc.yaml:9:56 error const.variable: "$run.date" would be written as it stands; a variable is read with "from"',
  ],
  [
    'mergeInto for a target that leads through no list',
    'rules:\n  - { id: a, each: dc:publisher, to: events, set: { type: { const: publication }, agents: { from: . } }, mergeInto: { type: publication } }',
    'mappings/dc.yaml:6:117 error target.list: "mergeInto" says which member of a list "to" leads through; "events" leads through none',
  ],
  [
    'variables that are somewhere else',
    'rules:\n  - { id: a, from: $source.set, to: toc }\n  - { id: b, from: $source.repositorySoftware, to: toc }\n  - { id: c, from: $source.language, to: toc }',
    'mappings/dc.yaml:6:20 error var.unknown: no variable "$source.set"; the sets of a record are in $header.sets',
    'mappings/dc.yaml:7:20 error var.unknown: no variable "$source.repositorySoftware"; it is $source.software',
    'mappings/dc.yaml:8:20 error var.unknown: no variable "$source.language"; what only one source has stands under "vars" of its own mapping: $vars.language',
  ],
  [
    'conditions with nothing in them',
    'rules:\n  - { id: a, from: dc:title, when: { all: [] }, to: toc }\n  - { id: b, from: dc:title, when: { any: [] }, to: toc }\n  - { id: c, from: dc:title, when: { source: {} }, to: toc }',
    'mappings/dc.yaml:6:43 error condition.constant: "all" with nothing in it: this always holds',
    'mappings/dc.yaml:7:43 error condition.constant: "any" with nothing in it: this never holds',
    'mappings/dc.yaml:8:46 error condition.constant: "source" with nothing in it: this always holds',
  ],
  [
    'fields that the object which is being made does not have',
    'rules:\n  - id: a\n    each: dc:identifier\n    to: identifiers\n    set:\n      value: { from: . }\n      scheme: { first: [{ from: $item.shceme }, { const: other }] }\n      source: { from: ., use: { identify: { scheme: $item.schema } }, when: { exists: $item.value.x } }',
    'mappings/dc.yaml:11:33 error var.unknown: "Identifier" has no "shceme" at "$item.shceme" (did you mean "scheme"?)',
    'mappings/dc.yaml:12:53 error var.unknown: "Identifier" has no "schema" at "$item.schema" (did you mean "scheme"?)',
    'mappings/dc.yaml:12:87 error var.unknown: "value" has no "x" at "$item.value.x"',
  ],
  [
    'fields of objects in the object that is being made, and of lists',
    'rules:\n  - id: a\n    each: dc:title\n    to: titles\n    set:\n      title: { from: . }\n      displayLabel: { from: $item.authority.labl }\n      group: { from: $item.variants.title }',
    'mappings/dc.yaml:11:29 error var.unknown: "authority" has no "labl" at "$item.authority.labl" (did you mean "label"?)',
    'mappings/dc.yaml:12:22 error var.unknown: "$item.variants.title" looks into "variants", which is a list',
  ],
  [
    'the object that is being made, where none is',
    'rules:\n  - { id: a, each: dc:title, when: { exists: $item.title }, to: titles }',
    'mappings/dc.yaml:6:46 error var.unknown: "$item.title" reads the object that is being made: it stands inside "set" and "merge", not here',
  ],
  [
    'raw values where only some have a place',
    'rules:\n  - { id: a, from: dc:type, use: coar_type, to: type.coar, onBad: keep_raw }\n  - { id: b, from: dc:type, use: dcmi_type, to: type.dcmi, onBad: keep_raw }\n  - { id: c, from: my:x, use: int, to: physical.pageCount, onBad: keep_raw }\n  - { id: d, each: dc:title, to: titles, set: { title: { from: . }, lang: { from: my:x, use: lang_tag, onBad: keep_raw } } }\n  - { id: e, from: my:x, use: url, to: locations, onBad: keep_raw }\n  - { id: f, from: dc:date, use: date_edtf, to: dates, onBad: { to: version } }\n  - { id: g, from: dc:type, use: { dcmi_type: { as: type } }, to: type, onBad: keep_raw }\n  - { id: h, from: dc:date, use: date_edtf, to: dates, onBad: keep_raw }',
    'mappings/dc.yaml:6:67 error onBad.keep_raw: the target takes what looks like ^http:\\/\\/purl\\.org\\/coar\\/resource_type\\/[\\w-]+$: a value that no step could use cannot stand there; use { to: notes }',
    'mappings/dc.yaml:7:67 error onBad.keep_raw: the target takes one of Collection, Dataset, Event, Image, InteractiveResource, MovingImage, PhysicalObject, Service, Software, Sound, StillImage, Text: a value that no step could use cannot stand there; use { to: notes }',
    'mappings/dc.yaml:8:67 error onBad.keep_raw: the target takes an integer: a value that no step could use cannot stand there; use { to: notes }',
    'mappings/dc.yaml:9:111 error onBad.keep_raw: the target takes a BCP 47 language tag: a value that no step could use cannot stand there; use { to: notes }',
    'mappings/dc.yaml:10:58 error onBad.keep_raw: the target takes an absolute URI: a value that no step could use cannot stand there; use { to: notes }',
    'mappings/dc.yaml:11:69 error onBad.keep_raw: the target takes what looks like ^http:\\/\\/purl\\.org\\/coar\\/version\\/[\\w-]+$: a value that no step could use cannot stand there; use { to: notes }',
    'mappings/dc.yaml:12:80 error onBad.keep_raw: ResourceType has no field for a raw value; use { to: notes }',
  ],
  [
    'a literal that its field never takes',
    'rules:\n  - { id: a, const: article, to: type.coar }',
    'mappings/dc.yaml:6:21 error target.pattern: "article" does not look like ^http:\\/\\/purl\\.org\\/coar\\/resource_type\\/[\\w-]+$',
  ],
];

test.each(CASES)('a file with an error: %s', async (_name, text, ...report) => {
  expect(await problemsOf({ 'dc.yaml': `${HEAD}${text}\n` })).toEqual(report);
});

test.each([
  [
    'a quote that is never closed',
    'key,value\na,1\n"b,2\nc,3\n',
    'a quote in line 3 of "tables/x.csv" is never closed: what follows would be one cell',
  ],
  [
    'a row without its value',
    '# types\n\nkey,value\n"a\nb",1\nc\nd,\n',
    'tables/x.csv:6: the row "c" has no cell in the column "value"; for an empty value leave the cell empty, but keep its separator',
  ],
  [
    'one column where two are needed',
    'key\na\n',
    'tables/x.csv:2: the row "a" has no cell in the column of values; for an empty value leave the cell empty, but keep its separator',
  ],
  ['no line at all', '\n', '"tables/x.csv" is empty: its first line names the columns'],
])('a table file with %s', async (_name, csv, message) => {
  const mapping = `${HEAD}tables: { x: { file: tables/x.csv } }\nrules: [{ id: a, from: dc:type, use: { lookup: x }, to: toc }]`;
  const problems = await problemsOf({ 'dc.yaml': mapping, 'tables/x.csv': csv });
  expect(problems).toEqual([`mappings/dc.yaml:5:22 error table.file: ${message}`]);
});

test('a table file in YAML that is no map of plain values', async () => {
  const mapping = `${HEAD}tables: { x: { file: tables/x.yaml } }\nrules: [{ id: a, from: dc:type, use: { lookup: x }, to: toc }]`;
  expect(await problemsOf({ 'dc.yaml': mapping, 'tables/x.yaml': 'a: 1\nb: [2]\n' })).toEqual([
    'mappings/dc.yaml:5:22 error table.file: "tables/x.yaml" is not what a table in YAML is: keys, each with one plain value',
  ]);
});
