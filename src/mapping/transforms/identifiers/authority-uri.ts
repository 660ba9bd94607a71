import { z } from '../../../schema/index.ts';
import { NOT_MINE, valueTransform } from '../../transform.ts';

/** MARC organisation code or source code in brackets → the URI of the record (MARC 21, control subfield $0). */
const PREFIXED = /^\(([\w-]{2,20})\)\s?(\S{1,200})$/;

const BY_PREFIX: ReadonlyMap<string, (id: string) => string | undefined> = new Map(
  Object.entries({
    'de-588': (id) => matching(/^[\dX-]{3,12}$/i, id, `https://d-nb.info/gnd/${id}`),
    gnd: (id) => matching(/^[\dX-]{3,12}$/i, id, `https://d-nb.info/gnd/${id}`),
    viaf: (id) => matching(/^\d{1,22}$/, id, `http://viaf.org/viaf/${id}`),
    fast: (id) => fast(id),
    ocolc: (id) => (/^fst/i.test(id) ? fast(id) : undefined),
    dlc: (id) => libraryOfCongress(id),
    lccn: (id) => libraryOfCongress(id),
    idref: (id) => matching(/^\d{8}[\dX]$/i, id, `https://www.idref.fr/${id.toUpperCase()}`),
    orcid: (id) => matching(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/i, id, `https://orcid.org/${id.toUpperCase()}`),
    isni: (id) => matching(/^\d{15}[\dX]$/i, id, `https://isni.org/isni/${id.toUpperCase()}`),
    wikidata: (id) => matching(/^Q\d{1,12}$/i, id, `http://www.wikidata.org/entity/${id.toUpperCase()}`),
    ror: (id) => matching(/^0[a-z0-9]{8}$/i, id, `https://ror.org/${id.toLowerCase()}`),
    dnlm: (id) => matching(/^D\d{6,9}$/i, id, `http://id.nlm.nih.gov/mesh/${id.toUpperCase()}`),
    uri: (id) => authorityUriOf(id),
  }),
);

/** URIs of authority files, as they are. */
const KNOWN =
  /^https?:\/\/(?:d-nb\.info\/gnd\/[\dX-]+|(?:www\.)?viaf\.org\/viaf\/\d+|id\.loc\.gov\/(?:authorities|vocabulary|rwo)\/\S+|id\.worldcat\.org\/fast\/\d+|(?:www\.)?wikidata\.org\/(?:entity|wiki)\/Q\d+|vocab\.getty\.edu\/(?:aat|tgn|ulan)\/\d+|id\.nlm\.nih\.gov\/mesh\/\w+|(?:www\.)?idref\.fr\/\d{8}[\dX]|data\.bnf\.fr\/ark:\/\S+|eurovoc\.europa\.eu\/\d+|aims\.fao\.org\/aos\/agrovoc\/\w+|(?:www\.)?geonames\.org\/\d+\S*|sws\.geonames\.org\/\d+\/?|ror\.org\/0\w+|(?:www\.)?isni\.org\/\S+|orcid\.org\/[\dX-]+|zbw\.eu\/stw\/\S+|www\.yso\.fi\/onto\/\S+)$/i;

export const authorityUri = valueTransform({
  name: 'authority_uri',
  summary:
    'Gives the URI of an authority record, from a prefixed number such as `(DE-588)118540238` or as it is.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  recogniser: true,
  bind: () => (text: string) => {
    const trimmed = text.length > 300 ? '' : text.trim();
    const match = PREFIXED.exec(trimmed);
    const uri =
      match === null ? authorityUriOf(trimmed) : BY_PREFIX.get(match[1]!.toLowerCase())?.(match[2]!);
    return uri ?? NOT_MINE;
  },
});

function authorityUriOf(text: string): string | undefined {
  return matching(KNOWN, text, text);
}

function fast(id: string): string | undefined {
  const digits = /^(?:fst)?0*(\d{1,9})$/i.exec(id)?.[1];
  return digits === undefined ? undefined : `http://id.worldcat.org/fast/${digits}`;
}

function libraryOfCongress(id: string): string | undefined {
  const lccn = id.toLowerCase();
  if (/^sh\d{8,10}$/.test(lccn)) return `http://id.loc.gov/authorities/subjects/${lccn}`;
  return matching(/^n[bor]?\d{8,10}$/, lccn, `http://id.loc.gov/authorities/names/${lccn}`);
}

function matching(form: RegExp, text: string, uri: string): string | undefined {
  return form.test(text) ? uri : undefined;
}
