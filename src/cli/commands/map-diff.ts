import { EXIT, type ExitCode } from '../exit-codes.ts';
import { jobNamed, mappingNamed } from '../names.ts';
import { findChanges, type ChangeExample, type ChangeKind, type MappingChanges } from '../mapping-changes.ts';
import { loadOlderMapping } from '../older-mapping.ts';
import { withApp } from '../open.ts';
import { shorten } from '../table.ts';
import { json, plain, type CommonOptions, type Terminal } from '../terminal.ts';

interface DiffOptions extends CommonOptions {
  readonly against?: string;
  readonly job?: string;
  readonly limit?: number;
}

/** `garner map diff M`: what today's mapping makes other than the store holds, or than an older mapping makes. */
export async function mapDiff([name]: string[], options: DiffOptions, terminal: Terminal): Promise<ExitCode> {
  const found = await withApp(options, terminal, async (app) => {
    const mapping = mappingNamed(app.mappings, name!);
    const { against } = options;
    const older = against === undefined ? undefined : await loadOlderMapping({ folder: app.mappingsFolder, id: mapping.id, against }); // prettier-ignore
    const jobs = options.job === undefined ? app.jobs : [jobNamed(app.jobs, options.job)];
    const onProgress = (job: string, done: number): void => {
      if (options.quiet !== true && done % 10_000 === 0) terminal.note(`${job}: ${done} records compared`);
    };
    return findChanges(app, { jobs, mapping, older, limit: options.limit, onProgress });
  });
  const head = { mapping: name!, against: options.against ?? 'store' };
  terminal.out(options.json === true ? json({ ...head, ...found }) : linesOf(found, head).join('\n'));
  return EXIT.complete;
}

function linesOf(
  found: MappingChanges,
  { mapping, against }: { mapping: string; against: string },
): string[] {
  const { records, changed, unchanged, newlyRejected, newlyAccepted, stillRejected } = found;
  if (records === 0) return [`${mapping}: no stored record is mapped by it.`];
  const other = against === 'store' ? 'what the store holds' : against;
  const held = [
    ...(newlyRejected > 0 ? [`${newlyRejected} newly rejected`] : []),
    ...(newlyAccepted > 0 ? [`${newlyAccepted} newly accepted`] : []),
    ...(stillRejected > 0 ? [`${stillRejected} rejected as before`] : []),
  ];
  const counts = [`${changed} changed`, `${unchanged} unchanged`, ...held].join(', ');
  return [
    `${mapping} against ${other}: ${records} records: ${counts}`,
    ...found.changes.flatMap(changeLines),
  ];
}

function changeLines({ path, kind, count, records, examples }: ChangeKind): string[] {
  const times = count === records ? '' : `${count} times `;
  return [`  ${kind}: ${plain(path)} (${times}in ${records} record${records === 1 ? '' : 's'})`, ...examples.flatMap(exampleLines)]; // prettier-ignore
}

function exampleLines(example: ChangeExample): string[] {
  const sides = (['before', 'after'] as const).filter((side) => side in example);
  const marks = { before: '-', after: '+' };
  return [
    `    ${plain(example.identifier)}`,
    ...sides.map((side) => `      ${marks[side]} ${shorten(plain(JSON.stringify(example[side])), 200)}`),
  ];
}
