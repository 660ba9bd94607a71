/** A record of the store, by any of the identifiers that people write. */
import type { Ledger } from '../app.ts';
import { parseOurIdentifier, type RecordKey } from '../model/identifier.ts';
import type { RecordDetail } from '../storage/storage.ts';
import { UsageError } from './explain-error.ts';

/** The record; a UsageError when there is none. */
export async function findDetail(ledger: Ledger, identifier: string): Promise<RecordDetail> {
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
