import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { REPORT_CODES } from '../../../src/mapping/load/checks/report-codes.ts';
import { AUTHORITIES } from '../../../src/mapping/vocab/authorities.ts';
import { HEAD, problemsOf } from '../mapping-folder.ts';

const RULES = `guards:
  - { id: odd, when: { missing: dc:title }, action: warn, code: record.odd }
  - { id: plain, when: { missing: dc:date }, action: warn }
  - { id: out, when: { missing: dc:rights }, action: reject, code: record.out }
blocks:
  core: [{ id: b, from: dc:subject, to: subjects, warn: subject.seen }]
rules:
  - { id: a, from: dc:language, use: lang, to: languages, onBad: { warn: language.odd, to: notes } }
  - { id: r, each: dc:identifier, route: [{ id: o, else: true, to: toc, warn: identifier.odd }] }
  - { apply: core }
`;

test('a code that something reports may be given a severity', async () => {
  const severity = ['record.odd', 'plain', 'subject.seen', 'language.odd', 'identifier.odd', 'language.unknown', 'table.miss', 'viaf.malformed']; // prettier-ignore
  const lines = severity.map((code) => `  ${code}: info`).join('\n');
  expect(await problemsOf({ 'dc.yaml': `${HEAD}${RULES}severity:\n${lines}\n` })).toEqual([]);
});

test('a code that nothing reports is a warning', async () => {
  const severity = `severity:
  date.unparsable: info
  identifier.ood: info
  record.out: info
`;
  expect(await problemsOf({ 'dc.yaml': `${HEAD}${RULES}${severity}` })).toEqual([
    '16:3 severity.unknown: nothing reports "date.unparsable" (did you mean "date.unparseable"?)',
    '17:3 severity.unknown: nothing reports "identifier.ood" (did you mean "identifier.odd"?)',
    '18:3 severity.unknown: nothing reports "record.out" (did you mean "record.odd"?)',
  ]);
});

test('a code under severity may be reported by a mapping that inherits it', async () => {
  const files = {
    'dc.yaml': `${HEAD}rules: [{ id: a, from: dc:type, to: toc }]\nseverity: { type.odd: info, type.oud: info }\n`,
    'sources/x.yaml': 'mapping: sources/x\nextends: dc\noverride: { a: { warn: type.odd } }\n',
  };
  expect(await problemsOf(files)).toEqual(['6:29 severity.unknown: nothing reports "type.oud"']);
});

/** Where a code is no literal, since it was given by a mapping or comes from elsewhere in the source. */
const PASSED_ON: ReadonlySet<string> = new Set(['code', 'warn', 'code: string']);
/** Calls of other functions of that name. */
const NO_CODES: ReadonlySet<string> = new Set(['', 'description', 'description: object']);
/** Chosen before it is handed over. */
const CHOSEN = ['value.unrecognised'];

test('the list has all codes that the engine and the transforms report, and no others', () => {
  const reported = new Set(CHOSEN);
  const strange: string[] = [];
  for (const code of sourcesOfMapping().flatMap(firstArguments)) {
    const scheme = /^`\$\{scheme\}\.(malformed|checksum)`$/.exec(code);
    const literal = /^'([^']+)'$/.exec(code)?.[1];
    if (literal !== undefined) reported.add(literal);
    else if (scheme?.[1] === 'malformed') AUTHORITIES.forEach(({ scheme: name }) => reported.add(`${name}.malformed`));
    else if (scheme?.[1] === 'checksum') ['orcid', 'isni', 'ror'].forEach((name) => reported.add(`${name}.checksum`));
    else if (!PASSED_ON.has(code) && !NO_CODES.has(code)) strange.push(code);
  }
  expect(strange).toEqual([]);
  expect([...REPORT_CODES].sort()).toEqual([...reported].sort());
}); // prettier-ignore

/** The texts of the part's source that map records; loading and rendering report to others. */
function sourcesOfMapping(): readonly string[] {
  const root = fileURLToPath(new URL('../../../src/mapping', import.meta.url));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/^(?:load|emit)[\\/]/.test(file))
    .map((file) => readFileSync(join(root, file), 'utf8'));
}

function firstArguments(source: string): readonly string[] {
  return [...source.matchAll(/\b(?:report|refuse|Bad)\(\s*([^,()]*)/g)].map(([, first]) => first!.trim());
}
