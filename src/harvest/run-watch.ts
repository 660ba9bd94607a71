/**
 * Stops a run that goes wrong as a whole: most records rejected, or a rule that made something of most records makes
 * nothing any more, because the provider changed a namespace or an element. Whatever the job and the mapping say, the
 * first that is reached stops the run.
 */
import { countFiring, unknownRule, type Firing } from '../mapping/firing.ts';
import type { CoverageSink } from '../mapping/coverage.ts';
import type { Job, Thresholds } from '../model/job.ts';
import type { RecordOutcome } from '../model/stored-record.ts';
import type { RecordDetail } from '../storage/storage.ts';
import type { HarvestStorage } from './deps.ts';
import { JobError } from './expected-errors.ts';
import { normaliseRecord, rawHashOf, type NormaliseContext } from './normalise-record.ts';

/** Watches one run, over all its windows. */
export interface RunWatch {
  /** To be told what the mapping does; absent when no rule is watched. */
  readonly coverage: CoverageSink | undefined;
  /** Counts what became of records that are about to be saved. Answers why they must not be: a rule fell silent. */
  before(outcomes: readonly RecordOutcome[]): Promise<string | undefined>;
  /** Why the run must stop after what was saved: too many records are quarantined or rejected. */
  after(): string | undefined;
  /** True once the run was told to stop. */
  readonly stopped: boolean;
}

export interface WatchedRun {
  readonly job: Job;
  readonly context: NormaliseContext;
  readonly storage: Pick<HarvestStorage, 'listDetails'>;
  /** Our clock when the run began, in seconds. */
  readonly startedAt: string;
}

/** Throws a {@link JobError} when the job names a rule that the mapping does not have. */
export function watchRun(run: WatchedRun): RunWatch {
  const { job, context } = run;
  const limits = limitsOf(job, context);
  const rules = [...new Set(limits.flatMap(({ emptyRuleDrop }) => emptyRuleDrop))];
  const firing = rules.length === 0 ? undefined : countFiring(rules);
  const silent = firing && watchRules(run, limits, firing);
  const tally = { received: 0, lost: 0 };
  let stopped = false;
  const stop = (why: string | undefined): string | undefined => {
    stopped ||= why !== undefined;
    return why;
  };
  return {
    coverage: firing,
    async before(outcomes) {
      tally.received += outcomes.length;
      tally.lost += outcomes.filter(isLost).length;
      return stop(await silent?.());
    },
    after: () =>
      stop(limits.map((limit) => tooManyLost(tally, limit, job.name)).find((why) => why !== undefined)),
    get stopped() {
      return stopped;
    },
  };
}

interface Limit extends Thresholds {
  /** Where it is written. */
  readonly at: string;
}

function limitsOf(job: Job, { mapping }: NormaliseContext): readonly Limit[] {
  for (const rule of job.abort.emptyRuleDrop) {
    const why = unknownRule(mapping, rule);
    if (why !== undefined) throw new JobError(`${job.name}: abort.emptyRuleDrop: ${why}`);
  }
  const own = { ...job.abort, at: `"abort" of the job ${job.name}` };
  return mapping.abort === undefined ? [own] : [own, { ...mapping.abort, at: `"abort" of the mapping ${mapping.id}` }]; // prettier-ignore
}

/** A record that a guard skips is out of scope; nothing is wrong with it. */
function isLost({ kind }: RecordOutcome): boolean {
  return kind === 'quarantined' || kind === 'rejected';
}

function tooManyLost(
  { received, lost }: { readonly received: number; readonly lost: number },
  { rejectedShare, min, at }: Limit,
  job: string,
): string | undefined {
  if (rejectedShare === undefined || received < min || lost / received <= rejectedShare) return undefined;
  return `stopped: ${lost} of ${received} records were rejected or quarantined, more than ${at} allows; see "garner records list --job ${job} --status held"`;
}

/** A rule that made something of at least this share of what is stored has fallen silent when it makes nothing. */
const USUAL_SHARE = 0.5;

/** Answers which rule has fallen silent. The store is only asked when one looks as if it had, and once for each rule. */
function watchRules(
  run: WatchedRun,
  limits: readonly Limit[],
  firing: Firing,
): () => Promise<string | undefined> {
  const judged = new Set<string>();
  let usual: Promise<Firing> | undefined;
  return async () => {
    for (const { emptyRuleDrop, min, at } of limits) {
      for (const rule of emptyRuleDrop) {
        const records = firing.records();
        if (records < min || firing.recordsOf(rule) > 0 || judged.has(rule)) continue;
        judged.add(rule);
        const before = await (usual ??= firingInStore(run, firing.rules));
        const share = before.records() === 0 ? 0 : before.recordsOf(rule) / before.records();
        if (share < USUAL_SHARE) continue;
        return `stopped: the rule "${rule}" makes nothing of any of ${records} records, though it does of ${Math.round(share * 100)}% of those stored before (emptyRuleDrop in ${at}); the repository may have changed its format: compare a record of it with "garner records show ID --as raw"`;
      }
    }
    return undefined;
  };
}

const SAMPLE = 200;

/** How often the rules fire for records of the store from before the run, mapped anew with the mapping of today. */
async function firingInStore(run: WatchedRun, rules: readonly string[]): Promise<Firing> {
  const firing = countFiring(rules);
  const context = { ...run.context, formats: [], coverage: firing };
  const details = await run.storage.listDetails({
    job: run.job.name,
    until: secondBefore(run.startedAt),
    limit: SAMPLE,
    parts: ['raw', 'canonical'],
  });
  for (const detail of details) {
    if (detail.canonical?.source.metadataPrefix === context.metadataPrefix) mapAgain(detail, context);
  }
  return firing;
}

function mapAgain(
  { key, raw, originDatestamp, originSets, harvestedAt }: RecordDetail,
  context: NormaliseContext,
): void {
  if (raw === undefined) return;
  const header = {
    identifier: key.identifier,
    datestamp: originDatestamp,
    setSpecs: originSets,
    deleted: false,
  };
  normaliseRecord({ header, raw, rawHash: rawHashOf(raw), harvestedAt }, context);
}

function secondBefore(datestamp: string): string {
  return `${new Date(Date.parse(datestamp) - 1000).toISOString().slice(0, 19)}Z`;
}
