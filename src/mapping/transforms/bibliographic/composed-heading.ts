import type { Subject } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';

type Heading = Partial<Subject>;

const SEPARATOR = ' -- ';

/**
 * A subject with parts and no label → a whole one: its label is its parts, joined as catalogues print them (`Serbia
 * -- History`). The only part of a subject is the subject itself; what it says of its own (URI, scheme, language)
 * goes before what the whole says.
 */
export const composedHeading = valueTransform({
  name: 'composed_heading',
  summary: 'Gives a subject heading the label that its parts make.',
  arguments: z.undefined(),
  takes: 'any',
  gives: 'Subject',
  bind: () => (subject: Heading) => {
    const { parts = [] } = subject;
    const [only] = parts;
    if (only === undefined || subject.label !== undefined) return subject;
    if (parts.length === 1) return { ...subject, ...only, parts: [] };
    return { ...subject, label: parts.map(({ label }) => label).join(SEPARATOR) };
  },
});
