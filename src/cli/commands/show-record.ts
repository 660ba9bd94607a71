import type { App, Ledger } from '../../app.ts';
import { parseOurIdentifier, type RecordKey } from '../../model/identifier.ts';
import type { RecordDetail } from '../../storage/storage.ts';
import { standalone } from '../../xml/standalone.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { UsageError } from '../explain-error.ts';
import { explainDetail, explainLines } from '../explain-record.ts';
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
  const result = explainDetail(await findDetail(app, identifier), app);
  return options.json === true ? json(result) : explainLines(result).join('\n');
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

async function findDetail(ledger: Ledger, identifier: string): Promise<RecordDetail> {
  for (const key of keysFor(ledger, identifier)) {
    const detail = await ledger.storage.findDetail(key);
    if (detail !== undefined) return detail;
  }
  throw new UsageError(`there is no record "${identifier}"; garner records list names those there are`);
}

/** What people write: our identifier, `JOB/ORIGIN-IDENTIFIER`, or the origin's identifier alone. */
function keysFor({ config, jobs }: Ledger, text: string): RecordKey[] {
  const ours = parseOurIdentifier(config.provider.repositoryIdentifier, text);
  const slash = text.indexOf('/');
  return [
    ...(ours === undefined ? [] : [ours]),
    ...(slash > 0 ? [{ job: text.slice(0, slash), identifier: text.slice(slash + 1) }] : []),
    ...jobs.map(({ name }) => ({ job: name, identifier: text })),
  ];
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
