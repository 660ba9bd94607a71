/** What a harvest came to, in words. */
import type { HarvestSummary } from '../harvest/outcome.ts';

/** A few lines for people; `--json` prints the summary itself. */
export function summaryLines(summary: HarvestSummary, name: string): string[] {
  const { outcome, received, seconds, requests } = summary;
  const size = `${requests} requests, ${seconds} s`;
  const head = received === 0 ? `nothing received` : `${received} records received: ${countsOf(summary)}`;
  const nothingNew =
    summary.new + summary.changed + summary.deleted === 0 && outcome !== 'failed' && outcome !== 'skipped';
  const lines = [`${name}: ${outcome}. ${nothingNew ? 'Nothing new. ' : ''}${capital(head)} (${size}).`];
  if (summary.quarantined + summary.rejected > 0) {
    const { job } = summary;
    lines.push(
      `  Held back records are kept: garner records list --job ${job} --status quarantined (or rejected)`,
    );
  }
  return [...lines, ...summary.errors.map((error) => `  ${error}`)];
}

function countsOf(summary: HarvestSummary): string {
  const parts = (['new', 'changed', 'unchanged', 'deleted', 'quarantined', 'rejected'] as const)
    .filter((key) => summary[key] > 0)
    .map((key) => `${summary[key]} ${key}`);
  return parts.join(', ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
