/**
 * Writes the generated documents: the configuration and job references, and the JSON Schemas. `--check` writes
 * nothing and fails when one of them is not current.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configKeys } from '../src/config/config-keys.ts';
import { configSchema } from '../src/config/config.ts';
import { outputFileSchema } from '../src/mapping/emit/output-file.ts';
import { mappingFileSchema } from '../src/mapping/load/mapping-file.ts';
import type { Transform } from '../src/mapping/transform.ts';
import { TRANSFORM_GROUPS } from '../src/mapping/transforms/index.ts';
import { canonicalRecordSchema } from '../src/model/canonical.ts';
import { jobSchema } from '../src/model/job.ts';
import { jsonSchemaOf } from '../src/schema/index.ts';
import { setFileSchema } from '../src/sets/set-file.ts';
import { lossReference } from './measure-losses.ts';
import { vocabularyReference } from './vocabulary-reference.ts';

const DOCUMENTS: Readonly<Record<string, () => string>> = {
  'configuration.md': configurationReference,
  'jobs.md': jobReference,
  'losses.md': lossReference,
  'sets.md': setReference,
  'transforms.md': transformReference,
  'vocabularies.md': vocabularyReference,
  'schemas/canonical-1.schema.json': () =>
    schemaText('Garner canonical record, canonical/1', canonicalRecordSchema),
  'schemas/config.schema.json': () => schemaText('garner.yaml', configSchema),
  'schemas/job.schema.json': () => schemaText('jobs/NAME.yaml', jobSchema),
  'schemas/mapping.schema.json': () => schemaText('mappings/NAME.yaml', mappingFileSchema),
  'schemas/output-mapping.schema.json': () => schemaText('mappings/out/NAME.yaml', outputFileSchema),
  'schemas/sets.schema.json': () => schemaText('sets.yaml', setFileSchema),
};

/** The generated documents that are not what they should be; writes them unless `check`. */
export function generateDocuments(options: { check: boolean }): string[] {
  return Object.entries(DOCUMENTS).flatMap(([name, make]) => {
    const path = fileURLToPath(new URL(name, import.meta.url));
    const wanted = make();
    if (read(path) === wanted) return [];
    if (!options.check) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, wanted);
    }
    return [`docs/${name}`];
  });
}

function configurationReference(): string {
  const rows = configKeys().map(
    (key) =>
      `| \`${key.path.join('.')}\` | \`${key.variable}\` | ${shown(key.default)} | ${key.description} |`,
  );
  return `# Configuration

\`garner.yaml\` in the working folder, or the file named by \`--config\`. Every key is optional, and every key can be
set by an environment variable, which wins. Lists in variables are separated by commas. \`\${NAME}\` in a text of the file
is replaced by the environment variable of that name. \`garner config\` prints what is in force.

| Key | Variable | Default | Meaning |
| --- | --- | --- | --- |
${rows.join('\n')}

Lengths of time are written \`90s\`, \`15m\`, \`26h\`, \`2d\`. \`docs/schemas/config.schema.json\` gives completion in editors.
`;
}

interface Property {
  readonly type?: string;
  readonly default?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Property>>;
}

function jobReference(): string {
  const rows = propertiesOf(jsonSchemaOf(jobSchema) as Property, []).map(
    ({ path, property }) =>
      `| \`${path.join('.')}\` | ${shown(property.default)} | ${property.description ?? ''} |`,
  );
  return `# Job files

One repository to be harvested is one file, \`jobs/NAME.yaml\`. The file's name is the job's name: it becomes part of the
identifiers under which its records are served, and the name of their set. \`garner jobs check\` checks all files.

| Key | Default | Meaning |
| --- | --- | --- |
${rows.join('\n')}

Secrets come from the environment: \`Authorization: 'Bearer \${TOKEN}'\`. \`docs/schemas/job.schema.json\` gives
completion in editors.

Unqualified Dublin Core looks different by software: DSpace prints citations among the identifiers, OJS the files of an
article among the relations, CONTENTdm all values of a field in one. \`mapping: flavours/dspace\` (or \`ojs\`, \`eprints\`,
\`opus\`, \`contentdm\`) reads \`oai_dc\` with what is known of that software; a flavour is never chosen by itself.

A job's \`title\`, \`baseUrl\` and \`software\` are part of what its records are made of: after a change of one of them
\`garner remap\` maps the records of that job again (\`--dry-run\` counts first), and a harvest those that it meets. Only
records whose output changes get a new datestamp.

## What becomes of records

Each record received counts as one of these, in the summary of a harvest, in \`garner runs --json\` and in the windows:

| It is | When | A loss |
| --- | --- | --- |
| new, changed, unchanged | it is served; what is served of it has changed, or not | no |
| deleted | the repository, or a guard, says so | no |
| quarantined | it could not be read or rendered, or a guard says so | yes |
| rejected | a guard of the mapping refuses it (\`action: reject\`) | yes |
| skipped | a guard leaves it out on purpose (\`action: skip\`) | no |

Quarantined, rejected and skipped records are *held*: not served, kept with their raw form and the reason, tried again by
every run that meets them and by \`garner remap\` when the mapping has changed. An older version that is served stays as it
is. \`garner records list --status held\` lists all three, \`--status skipped\` one of them. \`garner jobs\` and
\`garner runs\` count all three as HELD, and those of them that are skipped as SKIPPED. A run with losses ends as
\`complete-with-losses\`, exit code 4; one that only skips ends as \`complete\`, exit code 0.

## When a run stops by itself

\`\`\`yaml
abort: { rejectedShare: 20%, min: 100, emptyRuleDrop: [title, creator] }
\`\`\`

A provider that changes its format must not empty what is served. After \`min\` records of a run, over all its sets:

- \`rejectedShare\`: more than this share (\`20%\` or 0.2) of the records received is rejected or quarantined. What a guard
  skips as out of scope does not count. Records that are held back leave the version that is served as it is.
- \`emptyRuleDrop\`: one of these rules of the mapping (\`title\`, or a case of a route, \`identifier/doi\`) has made nothing
  of any record that was mapped, though it makes something of at least half of the records stored before the run (200 of
  them are mapped again to know). The run stops before it saves those records: with \`min\` not above the number of records
  in a page, nothing is overwritten; otherwise the pages before stay as they were saved.

The run ends as \`failed\` (nothing was saved) or \`incomplete\`, its error says which rule and which file, and nothing is
deleted. The next run goes on from the same page. A mapping may have an \`abort\` of its own with the same keys (also
\`rejectedRatio: 0.2\`); then both hold, and the first that is reached stops the run. A mapping that extends another one
takes its \`abort\`, or replaces it whole.
`;
}

function setReference(): string {
  const { properties } = jsonSchemaOf(setFileSchema) as { properties: { sets: { items: Property } } };
  const rows = Object.entries(properties.sets.items.properties ?? {}).map(
    ([key, { description = '' }]) => `| \`${key}\` | ${description} |`,
  );
  const example = readFileSync(new URL('../sets.yaml', import.meta.url), 'utf8');
  return `# Declared sets

Each job has a set under its name, in which all its records are. Further sets are declared in a file that \`provider.sets\`
of \`garner.yaml\` names (\`provider: { sets: sets.yaml }\`): rules over canonical records, whatever repository they come from.
The file that comes with Garner, \`sets.yaml\`:

\`\`\`yaml
${example}\`\`\`

| Key of a set | Meaning |
| --- | --- |
${rows.join('\n')}

\`garner jobs check\` checks the file with all others; \`docs/schemas/sets.schema.json\` gives completion in editors.

## Conditions

They are those of output mappings: \`exists\`, \`missing\`, \`equals\`, \`in\`, \`matches\`, \`differs\`, \`missingIn\` with a table that
comes with Garner, combined by \`all\`, \`any\` and \`not\`. Several keys of one condition must all hold. Paths are those of the
canonical record (\`docs/schemas/canonical-1.schema.json\`): \`languages.iso639_3\`, \`titles[kind=main].title\`, and
\`$source.id\`, \`$source.name\`, \`$header.identifier\`, \`$header.metadataPrefix\`. A path that leads to several values holds when
one of them does. A field or a word that the model does not know is refused when the file is read.

\`source: { id: [JOB], set: [SPEC] }\` asks for the job and for the sets in which the origin has the record: as its header names
them, so that \`a\` does not stand for \`a:b\`.

## Hierarchies

A record of \`type:thesis\` is also in \`type\`, and its header names the deepest set only. A set above others that is not
declared is listed under its setSpec; \`garner\` says so, because it may be a misspelling. A setSpec may not be the name of a
job. One below the name of a job (\`demo:theses\`) is part of the job's set: give it \`source: { id: [demo] }\`, or records of
other jobs are listed in the set \`demo\`, too.

## When records come and go

- A record is sorted when it is stored: by a harvest, or by \`garner remap\`. Sets are part of what we disseminate, so a record
  that is in other sets than before gets a new datestamp; no other record does.
- After a change of the file, \`garner remap\` sorts the stored records again. Nothing is mapped or rendered for it, names and
  descriptions need no remap at all, and \`garner remap --dry-run\` counts first. Until then a harvest sorts what it meets.
- A deleted record keeps the sets in which it was last, so that those who harvest a set learn of the deletion. For its sake
  a set that is not declared any more is listed as long as there is such a record in it.
- **A record that leaves a set is not reported there.** The protocol has no word for it: the record exists, with a new
  datestamp, and whoever harvests everything sees its new header. A tombstone in the set would be false, because deletion
  is of the record and not of a query. Who harvests a set alone and needs to know harvests without \`set\` and sorts by
  \`setSpec\`, or lists the set's identifiers anew from time to time.
`;
}

function transformReference(): string {
  const groups = Object.entries(TRANSFORM_GROUPS).map(([group, transforms]) => {
    const rows = transforms.toSorted((a, b) => a.name.localeCompare(b.name, 'en')).map(transformRow);
    return `## ${group}

| Name | Does | Takes | Gives | Arguments |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
  });
  return `# Transforms

The closed list of steps that a mapping may use in \`use\`, \`pre\` and \`after\`. Each is pure: what it gives depends on the
value, its arguments and the language declared for the value. What a transform cannot use is kept raw or dropped with a
named issue; nothing is thrown, and nothing is made up.

A transform marked ◆ is a recogniser: it can say "not mine", and so can stand in a \`route\`. One that takes a list works on
all values at once. Examples are the rows of the tests in \`test/mapping/transforms/GROUP/\`.

${groups.join('\n')}`;
}

function transformRow(transform: Transform): string {
  const { name, summary, kind, takes, gives } = transform;
  const mark = kind === 'value' && transform.recogniser ? ' ◆' : '';
  const list = kind === 'list' ? ' list' : '';
  return `| \`${name}\`${mark} | ${summary} | ${takes}${list} | ${gives}${list} | ${argumentsOf(transform)} |`;
}

/** Arguments as a mapping writes them: names with their defaults, or the kind of the one value. */
function argumentsOf({ arguments: schema }: Transform): string {
  const node = jsonSchemaOf(schema) as Property & { enum?: unknown; anyOf?: readonly Property[] };
  const object = node.properties ? node : node.anyOf?.find(({ properties }) => properties);
  if (object?.properties) {
    return Object.entries(object.properties)
      .map(([name, { default: value }]) => `\`${name}\`${value === undefined ? '' : ` = ${shown(value)}`}`)
      .join(', ');
  }
  return node.type === undefined || node.type === 'null' ? '' : node.type;
}

function propertiesOf(
  node: Property,
  path: readonly string[],
): { path: readonly string[]; property: Property }[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, child]) => {
    const here = [...path, name];
    return child.properties ? propertiesOf(child, here) : [{ path: here, property: child }];
  });
}

function shown(value: unknown): string {
  return value === undefined ? '' : `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

function schemaText(title: string, schema: Parameters<typeof jsonSchemaOf>[0]): string {
  return `${JSON.stringify({ title, ...jsonSchemaOf(schema, { shared: true }) }, undefined, 2)}\n`;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  const stale = generateDocuments({ check });
  for (const name of stale)
    console.log(check ? `not current: ${name} (run npm run docs)` : `written: ${name}`);
  if (check && stale.length > 0) process.exitCode = 1;
}
