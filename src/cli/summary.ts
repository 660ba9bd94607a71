/** What a harvest came to, in words. */
import type { HarvestSummary } from '../harvest/outcome.ts';
import { HELD_STATES } from '../model/stored-record.ts';
import { plain } from './terminal.ts';

/** A few lines for people; `--json` prints the summary itself. */
export function summaryLines(
  summary: HarvestSummary,
  { name, dryRun = false }: { readonly name: string; readonly dryRun?: boolean },
): string[] {
  const { job, outcome, received, seconds, requests } = summary;
  const head = received === 0 ? 'No records came' : `${plural(received, 'record')} received: ${countsOf(summary)}`; // prettier-ignore
  const size = `(${plural(requests, 'request')}, ${seconds} s)`;
  const lines = [
    `${name}: ${outcome}. ${isNothingNew(summary) ? 'Nothing new. ' : ''}${head} ${size}.`,
    ...summary.errors.map((error) => `  ${plain(error)}`),
  ];
  if (dryRun && outcome !== 'skipped') lines.push('  This was a dry run: nothing was stored.');
  else lines.push(...heldLines(summary));
  if (outcome === 'incomplete')
    lines.push(`  What was stored stays; garner harvest ${job} goes on from there.`);
  return lines;
}

function isNothingNew(summary: HarvestSummary): boolean {
  const { outcome } = summary;
  const ended = outcome === 'complete' || outcome === 'complete-with-losses';
  return ended && summary.new + summary.changed + summary.deleted === 0;
}

function countsOf(summary: HarvestSummary): string {
  const parts = (['new', 'changed', 'unchanged', 'deleted', ...HELD_STATES] as const)
    .filter((key) => summary[key] > 0)
    .map((key) => `${summary[key]} ${key}`);
  return parts.join(', ');
}

/** Where to see what is held, in the narrowest list that has all of it. */
function heldLines(summary: HarvestSummary): string[] {
  const states = HELD_STATES.filter((state) => summary[state] > 0);
  if (states.length === 0) return [];
  const held = states.reduce((sum, state) => sum + summary[state], 0);
  const status = states.length === 1 ? states[0] : 'held';
  return [`  Held back with their raw form: ${held}. To see why: garner records list --job ${summary.job} --status ${status}`]; // prettier-ignore
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
