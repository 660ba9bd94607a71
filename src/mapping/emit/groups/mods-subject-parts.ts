import type { Subject } from '../../../model/canonical.ts';
import { writeTyped, type Rendering } from '../rendering.ts';
import type { OutputGroup } from './output-group.ts';

type Part = Pick<Subject, 'label' | 'kind'> & Partial<Pick<Subject, 'scheme' | 'schemeUri' | 'uri'>>;
type Kind = NonNullable<Subject['kind']>;

/** The element for a kind of heading; the inner one holds the text, where there is one. */
const ELEMENTS: Readonly<Record<Kind, { key: string; fixed?: string; inner?: string }>> = {
  topic: { key: 'topic' },
  keyword: { key: 'topic' },
  place: { key: 'geographic' },
  period: { key: 'temporal' },
  genre: { key: 'genre' },
  occupation: { key: 'occupation' },
  title: { key: 'titleInfo', inner: 'title' },
  person: { key: 'name', fixed: ' type="personal"', inner: 'namePart' },
  organization: { key: 'name', fixed: ' type="corporate"', inner: 'namePart' },
  meeting: { key: 'name', fixed: ' type="conference"', inner: 'namePart' },
  family: { key: 'name', fixed: ' type="family"', inner: 'namePart' },
};

interface BoundElement {
  readonly name: string;
  readonly fixed: string;
  readonly inner: string | undefined;
}

/**
 * A subject → the elements inside one MODS `subject`: each part of a composed heading by its kind; a hierarchical one
 * as a row of topics; a simple one as one element.
 */
export const modsSubjectParts: OutputGroup = {
  name: 'mods_subject_parts',
  takes: 'Subject',
  writes: [...new Set(Object.values(ELEMENTS).map(({ key }) => key))],
  bind(written) {
    const elements = new Map<Kind, BoundElement>(
      Object.entries(ELEMENTS).map(([kind, { key, fixed = '', inner }]) => [
        kind as Kind,
        { name: written(key), fixed, inner: inner === undefined ? undefined : written(inner) },
      ]),
    );
    return (values, rendering) => {
      for (const subject of values as readonly Subject[]) {
        for (const part of partsOf(subject)) writePart(part, elements.get(part.kind ?? 'topic')!, rendering);
      }
      return values.length > 0;
    };
  },
};

/** What the `subject` element itself says (scheme, URI) is not repeated on its only part. */
function partsOf(subject: Subject): readonly Part[] {
  if (subject.parts.length > 0) return subject.parts;
  const { label, kind, path } = subject;
  const last: Part = { label, kind };
  if (path.length === 0) return [last];
  const steps = path.map((step): Part => ({ label: step, kind: 'topic' }));
  return path.at(-1) === label ? steps : [...steps, last];
}

function writePart(part: Part, element: BoundElement, rendering: Rendering): void {
  const { writer } = rendering;
  writer.start(element.name, element.fixed);
  if (part.scheme !== undefined) writer.attribute('authority', part.scheme);
  writeTyped(rendering, { name: 'authorityURI', type: 'anyURI' }, part.schemeUri);
  writeTyped(rendering, { name: 'valueURI', type: 'anyURI' }, part.uri);
  if (element.inner !== undefined) writer.start(element.inner);
  writer.text(part.label);
  if (element.inner !== undefined) writer.end();
  writer.end();
}
