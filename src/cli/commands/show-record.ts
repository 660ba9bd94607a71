import type { App } from '../../app.ts';
import { parseOurIdentifier, type RecordKey } from '../../model/identifier.ts';
import type { RecordDetail } from '../../storage/storage.ts';
import { standalone } from '../../xml/standalone.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { UsageError } from '../explain-error.ts';
import { explainDetail, explainLines } from '../explain-record.ts';
import { withApp } from '../open.ts';
import { json, type CommonOptions, type Terminal } from '../terminal.ts';

type XmlForm = 'raw' | 'oai_dc' | 'mods';
type Form = XmlForm | 'canonical' | 'explain';

/** `garner records show ID`: one record in one of its forms; with `--json`, XML stands in a JSON object. */
export async function showRecord(
  [identifier]: string[],
  options: CommonOptions & { as: Form },
  terminal: Terminal,
): Promise<ExitCode> {
  const text = await withApp(options, terminal, async (app) => {
    const detail = await findDetail(app, identifier!);
    const asJson = options.json === true;
    if (options.as === 'canonical') return json(detail.canonical ?? missing(detail, 'canonical'));
    if (options.as === 'explain') {
      const result = explainDetail(detail, app);
      return asJson ? json(result) : explainLines(result).join('\n');
    }
    const xml = xmlOf(detail, options.as);
    return asJson ? json({ identifier, as: options.as, xml }) : xml;
  });
  terminal.out(text);
  return EXIT.complete;
}

async function findDetail(app: App, identifier: string): Promise<RecordDetail> {
  for (const key of keysFor(app, identifier)) {
    const detail = await app.storage.findDetail(key);
    if (detail !== undefined) return detail;
  }
  throw new UsageError(`there is no record "${identifier}"; garner records list names those there are`);
}

/** What people write: our identifier, `JOB/ORIGIN-IDENTIFIER`, or the origin's identifier alone. */
function keysFor(app: App, text: string): RecordKey[] {
  const ours = parseOurIdentifier(app.config.provider.repositoryIdentifier, text);
  const slash = text.indexOf('/');
  return [
    ...(ours === undefined ? [] : [ours]),
    ...(slash > 0 ? [{ job: text.slice(0, slash), identifier: text.slice(slash + 1) }] : []),
    ...app.jobs.map(({ name }) => ({ job: name, identifier: text })),
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
