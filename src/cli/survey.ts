/** Coverage of mappings over many records: those of the store, or of files. One record is in memory at a time. */
import type { App, House } from '../app.ts';
import { sourceRecordOf, type NormaliseContext } from '../harvest/normalise-record.ts';
import { createContexts, receivedOf, storedRecords } from '../harvest/stored-records.ts';
import { createCoverage, type Coverage } from '../mapping/coverage.ts';
import { mapRecord } from '../mapping/map-record.ts';
import type { InputMapping, MapResult } from '../mapping/mapping.ts';
import { isUnreadable, readMetadata } from '../mapping/payload.ts';
import type { Job } from '../model/job.ts';
import type { RecordHeader } from '../model/record.ts';
import type { RecordDetail } from '../storage/storage.ts';
import type { XmlElement } from '../xml/element.ts';
import { UsageError } from './explain-error.ts';
import { fileContext, readRecords } from './read-records.ts';

/** What one mapping made of the records that it was given. */
export interface Survey {
  readonly mapping: InputMapping;
  readonly coverage: Coverage;
  /** Records that were not mapped, by why: a guard's decision, or `unreadable`. */
  readonly notMapped: Map<NotMappedKind, number>;
}

export type NotMappedKind = Exclude<MapResult['kind'], 'mapped'> | 'unreadable';

export interface StoreSurvey {
  readonly jobs: readonly Job[];
  /** Only records that these mappings map. */
  readonly mappings: ReadonlySet<string>;
  readonly onProgress: (job: string, done: number) => void;
}

/** Maps the stored records of some jobs, each by the mapping that its job and format choose; nothing is saved. */
export async function surveyStore(app: App, { jobs, mappings, onProgress }: StoreSurvey): Promise<Survey[]> {
  const surveys = new Map<string, Survey>();
  const deps = contextDeps(app);
  for (const job of jobs) {
    const contexts = createContexts(job, deps);
    let done = 0;
    for await (const batch of storedRecords(job.name, app.storage, { parts: ['raw', 'canonical'] })) {
      for (const detail of batch) {
        const context = contexts(detail);
        if (mappings.has(context.mapping.id))
          surveyStored(detail, context, surveyOf(context.mapping, surveys));
      }
      done += batch.length;
      onProgress(job.name, done);
    }
  }
  return [...surveys.values()];
}

/** What the contexts of stored records need of the house. */
export function contextDeps(house: House) {
  return {
    mappings: house.mappings.inputs,
    formats: house.formats,
    sets: house.sets,
    repositoryIdentifier: house.config.provider.repositoryIdentifier,
    now: () => new Date(),
  };
}

export interface FileSurvey {
  readonly house: House;
  readonly mapping: InputMapping;
  /** Told of each file or record that cannot be read. */
  readonly onProblem: (problem: string) => void;
}

/** Maps every record of some files by one mapping. */
export async function surveyFiles(files: readonly string[], options: FileSurvey): Promise<Survey> {
  const { house, mapping, onProblem } = options;
  const survey = newSurvey(mapping);
  const context = fileContext(house, mapping);
  for (const file of files) {
    try {
      for (const record of await readRecords(file, mapping)) {
        if ('root' in record) surveyRecord(record, context, survey);
        else if ('deleted' in record) count(survey, 'deleted');
        else {
          count(survey, 'unreadable');
          onProblem(`${file}: ${record.header.identifier}: ${record.problem}`);
        }
      }
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      count(survey, 'unreadable');
      onProblem(error.message);
    }
  }
  return survey;
}

function surveyOf(mapping: InputMapping, surveys: Map<string, Survey>): Survey {
  const known = surveys.get(mapping.id);
  if (known !== undefined) return known;
  const survey = newSurvey(mapping);
  surveys.set(mapping.id, survey);
  return survey;
}

function newSurvey(mapping: InputMapping): Survey {
  return { mapping, coverage: createCoverage(mapping, { detailed: true }), notMapped: new Map() };
}

function surveyStored(detail: RecordDetail, context: NormaliseContext, survey: Survey): void {
  const received = receivedOf(detail);
  if (received === undefined) return;
  const { metadata } = received.raw;
  if (metadata === undefined) return count(survey, 'unreadable');
  try {
    const { root } = readMetadata(metadata, context.mapping);
    surveyRecord({ header: received.header, root }, context, survey);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    count(survey, 'unreadable');
  }
}

function surveyRecord(
  { header, root }: { readonly header: RecordHeader; readonly root: XmlElement },
  context: NormaliseContext,
  survey: Survey,
): void {
  const { mapping, coverage } = survey;
  const { kind } = mapRecord(sourceRecordOf(header, root, context), mapping, { coverage });
  if (kind !== 'mapped') count(survey, kind);
}

function count({ notMapped }: Survey, kind: NotMappedKind): void {
  notMapped.set(kind, (notMapped.get(kind) ?? 0) + 1);
}
