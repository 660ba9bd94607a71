/** What a record is after its way through MODS: the declared losses of `docs/losses.md`, applied to the original. */
import { altRepGroups } from '../../../src/mapping/transforms/lists/alt-rep-groups.ts';
import { readDate } from '../../../src/mapping/transforms/dates/read-date.ts';
import { scriptOf } from '../../../src/mapping/transforms/language/script-of.ts';
import { geoText } from '../../../src/mapping/transforms/output/geo-text.ts';
import { originEvents } from '../../../src/mapping/transforms/output/origin-events.ts';
import { titleForms } from '../../../src/mapping/transforms/output/title-forms.ts';
import type { CanonicalRecord, DateValue, Description, Geo, Host } from '../../../src/model/canonical.ts';
import { applyInLanguage, applyToList } from '../transforms/apply-in-context.ts';
import { isProject } from './is-project.ts';

type Values = Record<string, unknown>;
type Beside = Partial<Pick<Host, 'host' | 'series' | 'relations'>>;
type Own = Omit<Description, keyof Beside>;
type Described = { readonly [Name in keyof Own]?: Own[Name] | undefined };

/** The description that comes back from MODS, without empty values. */
export function afterMods(record: CanonicalRecord): unknown {
  const { recordInfo, source } = record;
  return pruned({
    ...described(record, true),
    ...beside(record),
    recordInfo: { contentSource: source.name, ...recordInfo },
  });
}

/** What a work stands beside, each with what that stands beside. */
function beside({ host, series, relations }: Beside): Values {
  return {
    host: host && container(host),
    series: series?.map(container),
    relations: relations?.map(({ type, title, text, identifiers, item = {} }) => {
      // Title and identifiers stand once, in the item's description.
      const ids = item.identifiers?.length ? item.identifiers : identifiers;
      const titles = item.titles?.length ? item.titles : title === undefined ? [] : [mainTitle(title)];
      const inside = described({ ...item, titles, identifiers: ids });
      return { type, text, title: citationTitle(inside['titles']), item: { ...inside, ...beside(item) } };
    }),
  };
}

/** A value without what is `undefined`, empty or has only empty members. */
export function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(pruned);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, member]): [string, unknown] => [key, pruned(member)])
    .filter(([, member]) => member !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** A host or series has a title in its description; the number of a title that stands alone is its part number. */
function container({ title, lang, script, kind, number, ...host }: Host): Values {
  const alone: Values = { ...mainTitle(title ?? ''), lang, script, partNumber: number };
  const titles = host.titles?.length ? host.titles : title === undefined ? [] : [alone];
  const inside = described({ ...host, titles } as Described);
  const [first] = inside.titles as (Values | undefined)[];
  return {
    ...inside,
    ...beside(host),
    title: citationTitle(inside.titles),
    lang: first?.['lang'],
    script: first?.['script'],
    kind,
    number: number ?? first?.['partNumber'],
  };
}

function mainTitle(title: string): Values & { title: string; kind: 'main'; variants: [] } {
  return { title, kind: 'main', variants: [] };
}

function citationTitle(titles: unknown): string | undefined {
  const [first] = titles as { readonly title: string; readonly nonSort?: string }[];
  return first && [first.nonSort?.trim(), first.title].filter(Boolean).join(' ');
}

function described(description: Described, isRecord = false): Values {
  const { type, edition, issuance, frequency, physical, citation, access } = description;
  const { events, dates } = published(description, isRecord);
  const { subjects, notes, funding } = description;
  const genre = type?.dcmi === undefined || ['Image', 'Event', 'Service'].includes(type.dcmi);
  return {
    type: { ...type, ...(genre && { manuscript: undefined, collection: undefined }), genres: concepts(type?.genres) },
    titles: titlesOf(description),
    agents: applyToList(altRepGroups, (description.agents ?? []).map(agent)).values,
    etAl: description.etAl,
    events,
    dates,
    edition: events.map((event) => event['edition']).find(Boolean) ?? edition,
    issuance,
    frequency,
    versionLabel: description.versionLabel,
    languages: description.languages?.map(({ raw: _, ...language }) => language),
    abstracts: description.abstracts?.map((text) => ({ ...text, script: scriptOf(text.value) })),
    toc: [...new Set(description.toc)],
    notes: [...(notes ?? []), ...(funding ?? []).filter((grant) => !isProject(grant)).map((grant) => ({ type: 'funding', value: fundingText(grant) }))],
    audience: [...new Set(description.audience)],
    subjects: subjects?.map(subject),
    classifications: description.classifications,
    spatial: description.spatial?.map(({ supplied: _, ...place }) => placed(place)),
    temporal: description.temporal,
    identifiers: identifiers(description.identifiers),
    locations: description.locations?.map(({ mediaType: _m, version: _v, licence: _l, ...location }) => location),
    holdings: description.holdings,
    physical: physical && { ...physical, forms: concepts(physical.forms) },
    part: description.part,
    funding: funding?.filter(isProject).map(({ funderId: _f, awardUri: _a, ...grant }) => grant),
    access,
    rights: rightsOf(description.rights),
    version: description.version,
    peerReviewed: description.peerReviewed,
    citation,
  };
} // prettier-ignore

/** Variants and titles of one kind in one group are the same thing in MODS; an authority has no label of its own. */
function titlesOf({ titles = [] }: Described): readonly unknown[] {
  const forms = applyToList(titleForms, titles).values as readonly Description['titles'][number][];
  const written = forms.map(({ authority, ...form }) => ({
    ...form,
    script: scriptOf(form.title),
    authority: authority && (authority.scheme ?? authority.uri) && { label: form.title, scheme: authority.scheme, uri: authority.uri, schemeUri: authority.schemeUri },
  }));
  return applyToList(altRepGroups, written.map((form) => pruned({ ...form, variants: undefined }))).values;
} // prettier-ignore

function agent(value: Description['agents'][number]): unknown {
  const { place: _, particle, given, roles, roleText, ...others } = value;
  const names = [given, particle].filter(Boolean).join(' ');
  return pruned({
    ...others,
    given: names || undefined,
    roles,
    roleText: roles.length > 0 ? [] : roleText,
    identifiers: identifiers(value.identifiers, true),
  });
}

function identifiers(values: Description['identifiers'] = [], named = false): unknown[] {
  return values.map(({ source: _, uri, ...value }) => (named && value.scheme === 'orcid' ? { ...value, uri } : value)); // prettier-ignore
}

/** A copyright in parts gets the words of a notice, and stands after the statements in words. */
function rightsOf(values: Description['rights'] = []): unknown[] {
  const isNotice = ({ text, uri, spdx }: Description['rights'][number]): boolean => !(text ?? uri ?? spdx);
  const notices = values.filter(isNotice).map((right) => ({
    ...right,
    text: ['©', right.copyright?.year, right.copyright?.holder].filter(Boolean).join(' '),
  }));
  return [...values.filter((right) => !isNotice(right)), ...notices];
}

/** Dates stand with events, and with what there is of them once more together: dates of issue first. */
function published(description: Described, isRecord: boolean): { events: Values[]; dates: unknown[] } {
  const origins = (applyInLanguage(originEvents, description) ?? []) as Described['events'] & {};
  const events = origins.map((origin, index) => ({
    ...origin,
    edition: origin.edition ?? (index === 0 ? description.edition : undefined),
    places: origin.places.map(placed),
    dates: issuedFirst(origin.dates.map((value) => date(value, { alone: origin.dates.length === 1, isRecord }))),
  })); // prettier-ignore
  return {
    events: events.filter((event) => event.type !== undefined),
    dates: issuedFirst(events.flatMap((event) => event.dates)),
  };
}

function issuedFirst(dates: readonly Values[]): Values[] {
  const isIssued = (value: Values): boolean => value['type'] === 'issued';
  return [...dates.filter(isIssued), ...dates.filter((value) => !isIssued(value))];
}

/** The words of the source stand beside its EDTF only where a date is alone; MODS has one qualifier. */
function date(value: DateValue, place: { readonly alone: boolean; readonly isRecord: boolean }): Values {
  const { note: _, keyDate, ...others } = value;
  const { edtf, qualifiers } = value;
  const signs = edtf === undefined ? [] : (readDate(edtf, { dayFirst: undefined, lang: undefined, report: () => undefined })?.[0]?.qualifiers ?? []);
  const said = (['inferred', 'approximate', 'uncertain'] as const).find((one) => qualifiers.includes(one));
  return {
    ...others,
    raw: place.alone ? value.raw : (edtf ?? value.raw),
    qualifiers: (['approximate', 'uncertain', 'inferred'] as const).filter((one) => one === said || signs.includes(one)),
    keyDate: place.isRecord ? keyDate : undefined,
  };
} // prettier-ignore

function concepts(values: Description['type']['genres'] = []): unknown[] {
  return values.map(({ notation: _, ...concept }) => concept);
}

/** Keywords are topics, a path is a heading of topics, and a heading of parts has the label they make. */
function subject({ notation: _, ...value }: Description['subjects'][number]): Values {
  const { path, parts, kind, label } = value;
  const steps = path.length === 0 || path.at(-1) === label ? path : [...path, label];
  const written = [
    ...parts.map(({ notation: _n, lang: _l, ...part }) => ({ ...part, kind: topical(part.kind) })),
    ...steps.map((step) => ({ kind: 'topic', label: step })),
  ];
  const whole = { ...value, path: [], coordinates: value.coordinates && geo(value.coordinates) };
  if (written.length < 2) return { ...whole, kind: topical(kind), parts: [] };
  return { ...whole, kind: undefined, parts: written, label: written.map((part) => part.label).join(' -- ') };
}

function topical(kind: string | undefined): string {
  return kind === undefined || kind === 'keyword' ? 'topic' : kind;
}

function placed({ point, box, ...place }: Description['spatial'][number]): Values {
  return { ...place, point: point && geo(point), box: box && geo(box) };
}

/** Coordinates are text, north first. */
function geo(value: Geo): Values {
  const lat = value.type === 'box' ? value.lat.toSorted((left, right) => right - left) : value.lat;
  return { ...value, lat, text: applyInLanguage(geoText, value) };
}

function fundingText({ funder, acronym, title }: Description['funding'][number]): string {
  return `${funder}${acronym === undefined ? '' : ` (${acronym})`}${title === undefined ? '' : `: ${title}`}`;
}
