/** The records of one page, normalised: what `savePage` saves. */
import type { RecordsPage } from '../client/parse-page.ts';
import type { OaiRecord, RecordHeader } from '../model/record.ts';
import { isSameSets } from '../model/set-spec.ts';
import type { KnownVersion, RawRecord, RecordOutcome } from '../model/stored-record.ts';
import { normaliseRecord, rawHashOf, type NormaliseContext } from './normalise-record.ts';
import { versionHashOf } from './stored-version.ts';

/**
 * What became of each record of a page, in its order. A record whose raw form and mapping are the same as last
 * time costs only its hash; one that was held back is tried again, so that every run counts it.
 */
export function ingestPage(
  page: Pick<RecordsPage, 'records' | 'repairs'>,
  known: ReadonlyMap<string, KnownVersion>,
  around: { readonly context: NormaliseContext; readonly harvestedAt: string },
): RecordOutcome[] {
  return page.records.map((record) => {
    const raw = rawRecordOf(record, page.repairs);
    const rawHash = rawHashOf(raw);
    const version = known.get(record.header.identifier);
    if (
      !record.header.deleted &&
      version !== undefined &&
      isSame(version, rawHash, around.context) &&
      isInSameSets(version, record.header)
    ) {
      const { identifier, datestamp, setSpecs } = record.header;
      return { kind: 'unchanged', identifier, datestamp, originSets: setSpecs };
    }
    const { context, harvestedAt } = around;
    return normaliseRecord({ header: record.header, raw, rawHash, harvestedAt }, context);
  });
}

function rawRecordOf(record: OaiRecord, pageRepairs: readonly string[]): RawRecord {
  return {
    ...(record.metadata === undefined ? {} : { metadata: record.metadata }),
    about: record.about,
    repairs: [...pageRepairs, ...record.repairs],
  };
}

function isSame(version: KnownVersion, rawHash: string, context: NormaliseContext): boolean {
  return (
    !version.deleted &&
    !version.held &&
    version.rawHash === rawHash &&
    version.mappingHash === versionHashOf(context)
  );
}

/** Declared sets may ask for the origin's, which can change without the rest; without any, nobody asked for them. */
function isInSameSets({ originSets }: KnownVersion, { setSpecs }: RecordHeader): boolean {
  return originSets === undefined || isSameSets(originSets, setSpecs);
}
