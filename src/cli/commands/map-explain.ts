import { explainRecord, type Explanation } from '../../mapping/explain-record.ts';
import type { InputMapping, SourceRecord } from '../../mapping/mapping.ts';
import { sourceRecordOf } from '../../harvest/normalise-record.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { UsageError } from '../explain-error.ts';
import { explainLines, fateLines, valueLines } from '../explain-lines.ts';
import { canonicalPath, nodesAt, pointersAt, valueAt } from '../explain-query.ts';
import { storedSourceRecord } from '../explain-record.ts';
import { findDetail } from '../find-detail.ts';
import { mappingNamed } from '../names.ts';
import { readMappings, withApp } from '../open.ts';
import { fileContext, noteRepairs, readRecords } from '../read-records.ts';
import { json, plain, type CommonOptions, type Terminal } from '../terminal.ts';

interface ExplainOptions extends CommonOptions {
  readonly record?: string;
  readonly mapping?: string;
  readonly path?: string;
  readonly input?: string;
}

/**
 * `garner map explain (--record ID | FILE --mapping M)`: where each value comes from, step by step; with `--path` only
 * that value, with `--input` the other way: where a node of the record went. With a file, `--record` chooses one of
 * its records.
 */
export async function mapExplain(
  [file]: string[],
  options: ExplainOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (options.path !== undefined && options.input !== undefined)
    throw new UsageError('--path asks for a value, --input for what is in the record; choose one');
  const explained =
    file === undefined ? await ofStore(options, terminal) : await ofFile(file, options, terminal);
  if (options.json === true) {
    const found = explained.map(({ explanation, identifier }) => ({ record: identifier, ...answer(explanation, options) }));
    terminal.out(json(found.length === 1 ? found[0] : found));
    return EXIT.complete;
  } // prettier-ignore
  const paragraphs = explained.map(({ explanation, identifier }) => {
    const head = explained.length > 1 ? [`${plain(identifier)}:`] : [];
    return [...head, ...linesOf(explanation, options)].join('\n');
  });
  terminal.out(paragraphs.join('\n\n'));
  return EXIT.complete;
}

interface Explained {
  readonly identifier: string;
  readonly explanation: Explanation;
}

async function ofStore({ record, ...options }: ExplainOptions, terminal: Terminal): Promise<Explained[]> {
  if (record === undefined) throw new UsageError('name what to explain: --record ID, or FILE --mapping M');
  return withApp(options, terminal, async (app) => {
    const stored = storedSourceRecord(await findDetail(app, record), app);
    return [explained(stored.record, stored.mapping)];
  });
}

async function ofFile(file: string, options: ExplainOptions, terminal: Terminal): Promise<Explained[]> {
  if (options.mapping === undefined) throw new UsageError(`which mapping is ${file} for? add --mapping M`);
  const house = await readMappings(options, terminal);
  const mapping = mappingNamed(house.mappings, options.mapping);
  const context = fileContext(house, mapping);
  const records = (await readRecords(file, mapping)).filter(
    ({ header }) => options.record === undefined || header.identifier === options.record,
  );
  noteRepairs(records, file, terminal);
  const readable = records.flatMap((record) => ('root' in record ? [record] : []));
  for (const record of records)
    if ('problem' in record) terminal.note(plain(`${file}: ${record.header.identifier}: ${record.problem}`));
  if (readable.length === 0) {
    const which = options.record === undefined ? 'record that can be read' : `record "${options.record}"`;
    throw new UsageError(`${file}: there is no ${which}`);
  }
  return readable.map(({ header, root }) => explained(sourceRecordOf(header, root, context), mapping));
}

function explained(record: SourceRecord, mapping: InputMapping): Explained {
  return { identifier: record.header.identifier, explanation: explainRecord(record, mapping) };
}

function linesOf(explanation: Explanation, { path, input }: ExplainOptions): string[] {
  if (input !== undefined) return nodesAt(input, explanation).flatMap((node) => fateLines(node, explanation));
  if (path === undefined || explanation.result.kind !== 'mapped') return explainLines(explanation);
  return pointersAt(path, explanation).flatMap((pointer) => valueLines(pointer, explanation));
}

function answer(explanation: Explanation, { path, input }: ExplainOptions): object {
  const { result, values, guards } = explanation;
  const decision = result.kind === 'mapped' ? {} : { code: result.code, message: result.message, guard: guards.at(-1) };
  const head = { kind: result.kind, ...decision };
  if (input !== undefined) return { ...head, nodes: nodesAt(input, explanation) };
  if (result.kind !== 'mapped') return { ...head, issues: result.issues };
  const pointers = path === undefined ? Object.keys(values) : pointersAt(path, explanation);
  const found = pointers.map((pointer) => ({
    path: canonicalPath(pointer),
    value: valueAt(result.description, pointer),
    ...values[pointer],
  }));
  return { ...head, values: found, issues: result.issues };
} // prettier-ignore
