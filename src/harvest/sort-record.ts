/**
 * Sorts stored records into the declared sets again after the set file has changed: what was mapped and rendered stays,
 * so that only their membership is worked out, from the canonical record.
 */
import type { CanonicalRecord } from '../model/canonical.ts';
import { isSameSets } from '../model/set-spec.ts';
import type { RecordDetail, SortedRecord, Storage } from '../storage/storage.ts';
import { disseminationHashOf, setsOf, type NormaliseContext } from './normalise-record.ts';
import { mappingPartOf, versionHashOf } from './stored-version.ts';

/** Whether a record is as today's mapping and job make it, so that sorting is all that there is to do. */
export function needsOnlySorting(detail: RecordDetail, context: NormaliseContext): boolean {
  const { state, canonical, mappingHash = '' } = detail;
  return state === 'active' && canonical !== undefined && mappingPartOf(mappingHash) === context.mappingHash;
}

/** The sets in which a stored record is today; `undefined` when the record has changed meanwhile. */
export async function sortRecord(
  detail: RecordDetail,
  context: NormaliseContext,
  storage: Pick<Storage, 'findDetail'>,
): Promise<SortedRecord | undefined> {
  const { rawHash = '', mappingHash = '' } = detail;
  const sets = setsOf(asOfToday(detail), context);
  const sorted = {
    kind: 'sorted',
    before: { rawHash, mappingHash },
    mappingHash: versionHashOf(context),
  } as const;
  if (isSameSets(sets, detail.sets)) return sorted;
  const rendered = (await storage.findDetail(detail.key))?.rendered?.metadata;
  if (rendered === undefined) return undefined;
  const metadata = Object.fromEntries(
    context.formats.map(({ metadataPrefix }) => [metadataPrefix, rendered[metadataPrefix] ?? '']),
  );
  return { ...sorted, moved: { sets, disseminationHash: disseminationHashOf(metadata, sets) } };
}

/** The canonical record, with the sets in which its repository has it by now: they may change without the rest. */
function asOfToday({ canonical, originSets }: RecordDetail): CanonicalRecord {
  return { ...canonical!, source: { ...canonical!.source, sets: [...originSets] } };
}
