import type { App, Ledger } from '../../app.ts';
import type { RecordDetail } from '../../storage/storage.ts';
import { standalone } from '../../xml/standalone.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { UsageError } from '../explain-error.ts';
import { explainRecord } from '../../mapping/explain-record.ts';
import { explainLines } from '../explain-lines.ts';
import { storedSourceRecord } from '../explain-record.ts';
import { explainedResult } from '../explain-query.ts';
import { findDetail } from '../find-detail.ts';
import { withApp, withLedger } from '../open.ts';
import { json, type CommonOptions, type Terminal } from '../terminal.ts';

type XmlForm = 'raw' | 'oai_dc' | 'mods';
type Form = XmlForm | 'canonical' | 'explain';

/** `garner records show ID`: one record in one of its forms; with `--json`, XML stands in a JSON object. */
export async function showRecord(
  [identifier]: string[],
  options: CommonOptions & { as: Form },
  terminal: Terminal,
): Promise<ExitCode> {
  const { as } = options;
  const text =
    as === 'explain'
      ? await withApp(options, terminal, (app) => explained(identifier!, app, options))
      : await withLedger(options, terminal, (ledger) => shown(identifier!, ledger, { ...options, as }));
  terminal.out(text);
  return EXIT.complete;
}

async function explained(identifier: string, app: App, options: CommonOptions): Promise<string> {
  const { record, mapping } = storedSourceRecord(await findDetail(app, identifier), app);
  const explanation = explainRecord(record, mapping);
  return options.json === true ? json(explainedResult(explanation)) : explainLines(explanation).join('\n');
}

async function shown(
  identifier: string,
  ledger: Ledger,
  { as, json: asJson }: CommonOptions & { readonly as: Exclude<Form, 'explain'> },
): Promise<string> {
  const detail = await findDetail(ledger, identifier);
  if (as === 'canonical') return json(detail.canonical ?? missing(detail, 'canonical'));
  const xml = xmlOf(detail, as);
  return asJson === true ? json({ identifier, as, xml }) : xml;
}

function xmlOf(detail: RecordDetail, form: XmlForm): string {
  if (form !== 'raw') return detail.rendered?.metadata[form] ?? missing(detail, form);
  return detail.raw?.metadata === undefined ? missing(detail, form) : standalone(detail.raw.metadata);
}

function missing({ state, issues, raw }: RecordDetail, form: string): never {
  const why = issues.map((issue) => `${issue.code}: ${issue.message ?? ''}`).join('; ');
  const reasons = why === '' ? '' : ` (${why})`;
  const advice = raw?.metadata === undefined || form === 'raw' ? '' : '; --as raw shows what was received';
  throw new UsageError(`this record is ${state} and has no ${form} form${reasons}${advice}`);
}
