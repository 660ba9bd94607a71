import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MONTH_LANGUAGES } from '../src/mapping/vocab/months.ts';
import { DISPLAY_LANGUAGES } from '../src/mapping/vocab/languages.ts';
import { BUILTIN_TABLES, VOCABULARY_NAMES } from '../src/mapping/vocab/index.ts';
import { parseVocabulary } from '../src/mapping/vocab/read-vocabulary.ts';

const FOLDER = fileURLToPath(new URL('../src/mapping/vocab/data/', import.meta.url));

/** What reads each file: transforms, builtin tables and the vocabularies of `check:`. */
const USED_BY: Readonly<Record<string, string>> = {
  articles: '`split_title`',
  'coar-access-rights': '`access_right`, tables `eurepo-access`, `coar-access-label`, check `access-right`',
  'coar-resource-type-names': '`coar_type`',
  'coar-resource-types':
    '`coar_type`, tables `coar-type-label`, `coar-to-dcmi`, `eurepo-type`, check `coar-type`',
  'coar-version-types': '`coar_version`, tables `eurepo-version`, `coar-version-label`, check `coar-version`',
  'creative-commons': '`licence`',
  'creative-commons-words': '`licence`',
  datacite: 'checks `datacite-…`',
  'dcmi-relations': '`relation`',
  'dcmi-types': '`dcmi_type`, table `mods-type-of-resource`',
  'eu-repo': 'checks `eurepo-type`, `eurepo-version`, `eurepo-access`',
  'iso-15924': '`lang`, `lang_tag`, check `script`',
  'iso-3166-1': 'check `country`',
  'iso-639-3-additions': '`lang`, `lang_tag`, check `language`',
  'language-names': '`lang`, `lang_tag`',
  'licence-pages': '`licence`',
  'marc-countries': 'table and check `marc-country`',
  'marc-source-codes': 'checks `marc-…`',
  'media-types': '`media_type`',
  months: '`date_edtf` and the other transforms of dates',
  'organisation-words': '`name`, `split_agents`',
  'relator-texts': '`relator`, `role_in_text`, `name`',
  relators: '`relator`, `relator_label`, table `relator-label`, check `relator`',
  'replaced-language-codes': '`lang`, `lang_tag`',
  'rights-statements': '`licence`, check `rights-statement`',
  seasons: '`date_edtf` and the other transforms of dates',
};

/** `docs/vocabularies.md`: every vocabulary with its size, source, version, licence and users. */
export function vocabularyReference(): string {
  const rows = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .map((name) => rowOf(name.slice(0, -'.tsv'.length)));
  return `# Vocabularies

Each vocabulary is a file of tab-separated values in \`src/mapping/vocab/data/\`. Its head says what it is called, where it is
from, in which version, and under which licence; where the publisher states no version, it says of which year the state is.
To add a term, add a line and run \`npm run docs\`; the tests say when a key stands twice or a target is not in its vocabulary.

| File | Title | Entries | Source | Version | Licence | Used by |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

## From packages

| Vocabulary | Package | Version | Licence | Used by |
| --- | --- | --- | --- | --- |
${packageRow('ISO 639-1, 639-2/B, 639-2/T, 639-3', 'iso-639-3', '`lang`, `lang_tag`, check `language`')}
${packageRow('SPDX License List', 'spdx-license-ids', '`licence`')}

Names of languages in ${DISPLAY_LANGUAGES.length} languages and of months in ${MONTH_LANGUAGES.length} languages are from Unicode CLDR, in the version that Node.js brings.

## Names for mappings

A table may be looked up without being declared: ${list([...BUILTIN_TABLES.keys()])}.

The values of a table may be checked against a vocabulary, \`check: NAME\`: ${list(VOCABULARY_NAMES)}.
`;
}

function rowOf(name: string): string {
  const text = readFileSync(`${FOLDER}${name}.tsv`, 'utf8');
  const { title, source, version, licence, rows } = parseVocabulary(text, `${name}.tsv`, []);
  const user = USED_BY[name];
  if (user === undefined) throw new Error(`docs/vocabulary-reference.ts does not say what uses ${name}.tsv`);
  const cells = [`\`${name}\``, title, String(rows.length), source, version, licence, user];
  return `| ${cells.join(' | ')} |`;
}

function packageRow(title: string, name: string, user: string): string {
  const path = fileURLToPath(new URL(`../node_modules/${name}/package.json`, import.meta.url));
  const { version, license } = JSON.parse(readFileSync(path, 'utf8')) as { version: string; license: string };
  return `| ${title} | ${name} | ${version} | ${license} | ${user} |`;
}

function list(names: readonly string[]): string {
  return [...names]
    .sort()
    .map((name) => `\`${name}\``)
    .join(', ');
}
