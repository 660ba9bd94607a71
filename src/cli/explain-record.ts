/** Records that are explained: those of the store, and those of files. */
import type { App } from '../app.ts';
import { createContexts, receivedOf } from '../harvest/stored-records.ts';
import { sourceRecordOf } from '../harvest/normalise-record.ts';
import type { InputMapping, SourceRecord } from '../mapping/mapping.ts';
import { readMetadata } from '../mapping/payload.ts';
import type { RecordDetail } from '../storage/storage.ts';
import { UsageError } from './explain-error.ts';
import { jobNamed } from './names.ts';
import { contextDeps } from './survey.ts';

/** A stored record as its mapping sees it, with that mapping. */
export function storedSourceRecord(
  detail: RecordDetail,
  app: App,
): { readonly record: SourceRecord; readonly mapping: InputMapping } {
  const received = receivedOf(detail);
  const metadata = received?.raw.metadata;
  if (metadata === undefined) throw new UsageError('this record has no raw form to explain');
  const context = createContexts(jobNamed(app.jobs, detail.key.job), contextDeps(app))(detail);
  const { mapping } = context;
  const around = { ...context, runDate: detail.harvestedAt };
  const record = sourceRecordOf(received!.header, readMetadata(metadata, mapping).root, around);
  return { record, mapping };
}
