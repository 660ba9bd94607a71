/** Takes windows from the ledger, or adds them: what failed before comes first and goes on where it stopped. */
import { coarsen, granularityOf, type Granularity } from '../model/datestamp.ts';
import type { HarvestWindow, WindowKind } from '../model/harvest.ts';
import type { WindowContext } from './harvest-window.ts';
import { nextFrom, type Selection } from './plan-windows.ts';

export interface WindowWish {
  readonly kind: WindowKind;
  readonly set?: string;
  readonly granularity: Granularity;
  readonly selection: Selection;
}

/**
 * The window to harvest for a set: an unfinished one of an earlier run, from its checkpoint or, when it has none
 * or the format is another now, from its beginning; else a new one.
 */
export async function openWindow(wish: WindowWish, context: WindowContext): Promise<HarvestWindow> {
  const { deps, job, normalise, runId } = context;
  if (wish.kind === 'incremental') {
    const open = (await deps.storage.listOpenWindows(job.name)).find((window) => isFor(window, wish));
    if (open !== undefined) {
      const restart = open.resumptionToken === undefined || open.metadataPrefix !== normalise.metadataPrefix;
      if (open.metadataPrefix === normalise.metadataPrefix)
        return deps.storage.reopenWindow(open.id, runId, { restart });
      await deps.storage.finishWindow(open.id, { state: 'complete', error: `given up: the job harvests ${normalise.metadataPrefix} now` }); // prettier-ignore
    }
  }
  return deps.storage.addWindow({
    job: job.name,
    runId,
    kind: wish.kind,
    metadataPrefix: normalise.metadataPrefix,
    ...(wish.set === undefined ? {} : { set: wish.set }),
    ...(await boundsOf(wish, context)),
  });
}

/** A whole harvest covers what older unfinished windows of its set wanted: they are not asked for again. */
export async function closeCovered(window: HarvestWindow, context: WindowContext): Promise<void> {
  if (window.kind !== 'full' || window.state !== 'complete') return;
  const { storage } = context.deps;
  for (const open of await storage.listOpenWindows(context.job.name)) {
    if (open.id < window.id && open.set === window.set) {
      await storage.finishWindow(open.id, {
        state: 'complete',
        error: `covered by the full harvest of window ${window.id}`,
      });
    }
  }
}

function isFor(window: HarvestWindow, wish: WindowWish): boolean {
  return window.kind !== 'selective' && window.set === wish.set;
}

async function boundsOf(
  wish: WindowWish,
  context: WindowContext,
): Promise<{ from?: string; until?: string }> {
  const { deps, job, normalise } = context;
  if (wish.kind === 'full') return {};
  if (wish.kind === 'selective') return inGranularity(wish.selection, wish.granularity);
  const last = await deps.storage.findLastComplete(job.name, wish.set);
  const { metadataPrefix } = normalise;
  const from = nextFrom(last, {
    metadataPrefix,
    granularity: wish.granularity,
    overlapMs: job.windows.overlap,
  });
  return from === undefined ? {} : { from };
}

/** Both bounds in one granularity, and in none finer than the repository's (protocol §3.3.1). */
function inGranularity(
  { from, until }: Selection,
  granularity: Granularity,
): { from?: string; until?: string } {
  const given = [from, until].filter((bound) => bound !== undefined);
  const days = granularity === 'YYYY-MM-DD' || given.some((bound) => granularityOf(bound) === 'YYYY-MM-DD');
  const cut = (bound: string): string => (days ? coarsen(bound, 'YYYY-MM-DD') : bound);
  return {
    ...(from === undefined ? {} : { from: cut(from) }),
    ...(until === undefined ? {} : { until: cut(until) }),
  };
}
