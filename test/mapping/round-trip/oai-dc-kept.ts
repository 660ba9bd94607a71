/** What Dublin Core keeps of a record: a little of each field, as `docs/losses.md` says. */
import { geoText } from '../../../src/mapping/transforms/output/geo-text.ts';
import { grantUri } from '../../../src/mapping/transforms/output/grant-uri.ts';
import { idAsUri } from '../../../src/mapping/transforms/output/id-as-uri.ts';
import { isbdTitle } from '../../../src/mapping/transforms/output/isbd-title.ts';
import { nameInverted } from '../../../src/mapping/transforms/output/name-inverted.ts';
import { titleForms } from '../../../src/mapping/transforms/output/title-forms.ts';
import { COAR_TYPES } from '../../../src/mapping/vocab/coar-types.ts';
import type { Description } from '../../../src/model/canonical.ts';
import { applyInLanguage, applyToList } from '../transforms/apply-in-context.ts';
import { isProject } from './is-project.ts';

const CREATORS = ['cre', 'aut', 'cmp', 'art', 'pht', 'dis'];

/** Each list without repetitions and in one order: the same value said twice is said once, wherever it stood. */
export function keptByOaiDc(record: Description): Record<string, unknown> {
  const isCreator = ({ roles }: Description['agents'][number]): boolean =>
    roles.some((role) => CREATORS.includes(role));
  const { type, physical, access } = record;
  return {
    titles: distinct(
      applyToList(titleForms, record.titles).values.map((title) => applyInLanguage(isbdTitle, title)),
    ),
    creators: distinct(record.agents.filter(isCreator).map((agent) => nameOf(agent))),
    contributors: distinct(record.agents.filter((agent) => !isCreator(agent)).map((agent) => nameOf(agent))),
    publishers: distinct(
      record.events
        .filter((event) => event.type === 'publication')
        .flatMap((event) => event.agents.map((agent) => agent.name)),
    ),
    subjects: distinct(record.subjects.map((subject) => subject.label)),
    descriptions: distinct([
      ...record.abstracts.map((text) => text.value),
      ...record.toc,
      ...record.notes.filter((note) => note.type === undefined).map((note) => note.value),
    ]),
    type: typeOf(type),
    genres: distinct(type.genres.map((genre) => genre.label)),
    mediaTypes: distinct(physical?.mediaTypes ?? []),
    languages: distinct(
      record.languages
        .filter(({ part }) => part === undefined || part === 'text')
        .map((language) => language.iso639_3),
    ),
    identifiers: distinct(
      record.identifiers.filter(({ scheme }) => scheme === 'doi').map((id) => applyInLanguage(idAsUri, id)),
    ),
    grants: distinct(record.funding.filter(isProject).map((grant) => applyInLanguage(grantUri, grant))),
    coverage: distinct([
      ...record.spatial.map(({ label, country }) => label ?? country),
      ...record.spatial
        .map(({ point, box }) => point ?? box)
        .map((geo) => geo && applyInLanguage(geoText, geo)),
      ...record.temporal.map(({ edtf, label }) => edtf ?? label),
    ]),
    access: { uri: access?.uri, embargoEnd: access?.embargoEnd },
    licences: distinct(record.rights.map((right) => right.uri)),
  };
}

/** Without a comma nobody knows where the family name begins: the words are the same, their order is guessed. */
function nameOf(agent: Description['agents'][number]): string {
  return String(applyInLanguage(nameInverted, agent)).replaceAll(',', '').split(' ').sort().join(' ');
}

/** A COAR type implies a DCMI type where none is said; "Software" and "Dataset" are read as COAR types first. */
function typeOf({ coar, dcmi }: Description['type']): unknown {
  const own = dcmi === 'Software' || dcmi === 'Dataset' ? COAR_BY_LABEL.get(dcmi.toLowerCase()) : undefined;
  const implied = COAR_TYPES.find(({ uri }) => uri === (coar ?? own))?.dcmi;
  return { coar: coar ?? own, dcmi: own === undefined ? (dcmi ?? implied) : implied };
}

const COAR_BY_LABEL = new Map(COAR_TYPES.map(({ label, uri }) => [label, uri]));

function distinct(values: readonly unknown[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined).map(String))].sort();
}
