/**
 * Registries of persons and organisations: how each writes its identifiers, and the URI it gives them. The forms are
 * those of the registries' own documentation; the names are what DataCite (nameIdentifierScheme,
 * affiliationIdentifierScheme, funderIdentifierType), JATS (contrib-id-type, institution-id-type), MODS and OpenAIRE
 * records call them, folded to lower case.
 */

export interface Authority {
  readonly scheme: string;
  /** Other names of the scheme, in lower case. */
  readonly names: readonly string[];
  /** The web address, with the identifier as its group. */
  readonly address: RegExp;
  /** The identifier by itself. */
  readonly bare: RegExp;
  /** The bare form is like no other, so that it needs no name of the scheme. */
  readonly unmistakable?: true;
  readonly uri: string;
}

export const AUTHORITIES: readonly Authority[] = [
  { scheme: 'orcid', names: ['orcid id', 'orcid.org'], address: /^(?:https?:\/\/)?(?:(?:www|sandbox)\.)?orcid\.org\/([\dX -]{16,19})\/?$/i, bare: /^(?:\(?orcid\)?:?\s?)?(\d{4}[- ]?\d{4}[- ]?\d{4}[- ]?\d{3}[\dX])$/i, uri: 'https://orcid.org/' },
  { scheme: 'isni', names: ['isni.org'], address: /^(?:https?:\/\/)?(?:www\.)?isni\.org\/(?:isni\/)?([\dX -]{16,19})\/?$/i, bare: /^(?:\(?isni\)?:?\s?)?(\d{4}[- ]?\d{4}[- ]?\d{4}[- ]?\d{3}[\dX])$/i, uri: 'https://isni.org/isni/' },
  { scheme: 'ror', names: ['ror id'], address: /^(?:https?:\/\/)?(?:www\.)?ror\.org\/(0[a-z0-9]{8})\/?$/i, bare: /^(0[a-z0-9]{8})$/i, uri: 'https://ror.org/', unmistakable: true },
  { scheme: 'funder', names: ['crossref funder id', 'crossref funder', 'crossreffunderid', 'open funder registry', 'fundref', 'doi'], address: /^(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:\s?)(10\.13039\/\d{5,15})\/?$/i, bare: /^(10\.13039\/\d{5,15})$/, uri: 'https://doi.org/', unmistakable: true },
  { scheme: 'grid', names: ['grid id'], address: /^(?:https?:\/\/)?(?:www\.)?grid\.ac\/institutes\/(grid\.\d{1,8}\.[0-9a-f]{1,4})\/?$/i, bare: /^(grid\.\d{1,8}\.[0-9a-f]{1,4})$/i, uri: 'https://www.grid.ac/institutes/', unmistakable: true },
  { scheme: 'viaf', names: [], address: /^(?:https?:\/\/)?(?:www\.)?viaf\.org\/viaf\/(\d{1,22})\/?$/i, bare: /^(\d{1,22})$/, uri: 'http://viaf.org/viaf/' },
  { scheme: 'gnd', names: ['dnb', 'gnd id'], address: /^(?:https?:\/\/)?d-nb\.info\/gnd\/([\dX-]{3,12})\/?$/i, bare: /^(?:\(de-588\)\s?)?([\dX-]{3,12})$/i, uri: 'https://d-nb.info/gnd/' },
  { scheme: 'wikidata', names: [], address: /^(?:https?:\/\/)?(?:www\.)?wikidata\.org\/(?:wiki|entity)\/(Q\d{1,12})\/?$/i, bare: /^(Q\d{1,12})$/i, uri: 'http://www.wikidata.org/entity/' },
  { scheme: 'ulan', names: [], address: /^(?:https?:\/\/)?(?:www\.)?(?:vocab\.getty\.edu|getty\.edu\/vow)\/(?:page\/)?ulan\/(\d{9})\/?$/i, bare: /^(\d{9})$/, uri: 'http://vocab.getty.edu/ulan/' },
  { scheme: 'idref', names: [], address: /^(?:https?:\/\/)?(?:www\.)?idref\.fr\/(\d{8}[\dX])(?:\/id)?$/i, bare: /^(\d{8}[\dX])$/i, uri: 'https://www.idref.fr/' },
  { scheme: 'lcnaf', names: ['lccn', 'naf', 'lc'], address: /^(?:https?:\/\/)?id\.loc\.gov\/authorities\/names\/(n[a-z]{0,2}\d{8,10})\/?$/i, bare: /^(n[a-z]{0,2}\d{8,10})$/i, uri: 'http://id.loc.gov/authorities/names/' },
]; // prettier-ignore
