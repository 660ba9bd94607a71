import type { CanonicalRecord } from '../../model/canonical.ts';
import type { OutputMapping, RenderResult } from '../mapping.ts';
import type { BoundOutput } from './bind-output.ts';
import { createRendering, recordScope, reportIssue } from './rendering.ts';

/**
 * Renders a canonical record as one element, without a declaration and with `xsi:schemaLocation` on the root. The
 * result is valid in the format's schema. Values that the format cannot say are left out and reported; a record of
 * which nothing can be said, or not what the format requires, is not rendered: `output.empty`.
 */
export function renderRecord(output: OutputMapping, record: CanonicalRecord): RenderResult {
  const bound = output as BoundOutput;
  const rendering = createRendering();
  const written = bound.emit(recordScope(record), rendering);
  rendering.place = bound.place;
  const { writer, issues } = rendering;
  if (!written) {
    const message = 'the record says nothing that this format can say';
    reportIssue(rendering, { code: 'output.empty', severity: 'error', message });
    return { ok: false, issues };
  }
  if (writer.illegal() > 0) {
    const message = `${writer.illegal()} values held characters that XML 1.0 forbids; they were removed`;
    reportIssue(rendering, { code: 'output.illegal-character', severity: 'warn', message });
  }
  return issues.length === 0 ? { ok: true, xml: writer.xml() } : { ok: true, xml: writer.xml(), issues };
}

/** The official address of the schema that an output is written for. */
export function schemaLocation(output: OutputMapping): string {
  return (output as BoundOutput).schema.location;
}
