/** What a harvest came to, in words. */
import type { HarvestSummary } from '../harvest/outcome.ts';
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
  const held = summary.quarantined + summary.rejected;
  if (dryRun && outcome !== 'skipped') lines.push('  This was a dry run: nothing was stored.');
  else if (held > 0) {
    lines.push(
      `  Held back with their raw form: ${held}. To see why: garner records list --job ${job} --status held`,
    );
  }
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
  const parts = (['new', 'changed', 'unchanged', 'deleted', 'quarantined', 'rejected'] as const)
    .filter((key) => summary[key] > 0)
    .map((key) => `${summary[key]} ${key}`);
  return parts.join(', ');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
