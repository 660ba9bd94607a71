/** Licences: those of Creative Commons with their versions and ports, pages of others, SPDX identifiers. */
import spdxIds from 'spdx-license-ids/index.json' with { type: 'json' };
import { readVocabulary } from './read-vocabulary.ts';

/** A version of a licence or public domain tool of Creative Commons. */
interface CcVersion {
  /** Whether it was published without a port. */
  readonly unported: boolean;
  /** Jurisdictions for which it was ported. */
  readonly ports: ReadonlySet<string>;
}

/** By path: `licenses/by-nc/3.0`, `publicdomain/zero/1.0`. */
export const CC_VERSIONS: ReadonlyMap<string, CcVersion> = new Map(
  readVocabulary('creative-commons', ['path', 'unported', 'ports']).rows.map(({ path, unported, ports }) => [
    path,
    { unported: unported === 'yes', ports: new Set(ports === '' ? [] : ports.split(' ')) },
  ]),
);

/** Jurisdictions with ported licences, of whatever version. */
export const CC_PORTS: ReadonlySet<string> = new Set(
  [...CC_VERSIONS.values()].flatMap(({ ports }) => [...ports]),
);

export type CcElement = 'by' | 'nc' | 'nd' | 'sa';

const WORDS = new Map(
  readVocabulary('creative-commons-words', ['element', 'names']).rows.map(({ element, names }) => [
    element,
    names,
  ]),
);

/** The names of the elements in many languages, divided by `|`. */
export const CC_ELEMENT_NAMES: Readonly<Record<CcElement, string>> = {
  by: WORDS.get('by') ?? '',
  nc: WORDS.get('nc') ?? '',
  nd: WORDS.get('nd') ?? '',
  sa: WORDS.get('sa') ?? '',
};

/** Words around a licence's name that add nothing to it, divided by `|`. */
export const CC_FILLERS = WORDS.get('filler') ?? '';

/** Pages of other licences, without scheme and closing slash → SPDX identifier. */
export const LICENCE_PAGES: ReadonlyMap<string, string> = new Map(
  readVocabulary('licence-pages', ['page', 'spdx']).rows.map(({ page, spdx }) => [page, spdx]),
);

export const SPDX_NAMESPACE = 'https://spdx.org/licenses/';

/** SPDX identifiers by their lower-case form. */
export const SPDX_IDS: ReadonlyMap<string, string> = new Map(spdxIds.map((id) => [id.toLowerCase(), id]));
