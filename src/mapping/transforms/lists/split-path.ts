import type { Subject } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { NOT_MINE, valueTransform } from '../../transform.ts';
import { trimText } from '../text/trim-text.ts';

/** What divides the subdivisions of one pre-coordinated heading (LCSH), rather than the levels of a hierarchy. */
const HEADING_SEPARATOR = '--';

/**
 * Text → Subject. `--` makes one heading with `parts` whose label stays whole; any other separator makes a
 * hierarchy: `path`, with its last level as label. The first separator of `on` that is there decides. Without
 * one, or with fewer than two levels: not mine.
 */
export const splitPath = valueTransform({
  name: 'split_path',
  summary: 'Reads a hierarchical or pre-coordinated subject string.',
  arguments: z
    .strictObject({ on: z.array(z.string().min(1)).min(1).default(['--', '::', ' > ']) })
    .prefault({}),
  takes: 'text',
  gives: 'Subject',
  recogniser: true,
  bind: (args) => (value: string) => {
    const separator = args.on.find((candidate) => value.includes(candidate));
    const text = trimText(value);
    if (separator === undefined || text === undefined) return NOT_MINE;
    const levels = value.split(separator).map(trimText).filter((level) => level !== undefined); // prettier-ignore
    // `1939--1945` is a range of years.
    if (levels.length < 2 || levels.every((level) => /^\d+$/.test(level))) return NOT_MINE;
    return separator === HEADING_SEPARATOR ? heading(levels) : hierarchy(levels);
  },
});

function heading(levels: readonly string[]): Pick<Subject, 'label' | 'parts'> {
  const parts = levels.map((label) => ({ label, kind: 'topic' as const }));
  return { label: levels.join(HEADING_SEPARATOR), parts };
}

function hierarchy(levels: readonly string[]): Pick<Subject, 'label' | 'path'> {
  return { label: levels.at(-1) ?? '', path: [...levels] };
}
