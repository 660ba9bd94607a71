import { z } from '../../../schema/index.ts';
import { COAR_TYPE_SYNONYMS, EUREPO_INPUT_TYPES } from '../../vocab/coar-type-synonyms.ts';
import { COAR_TYPES } from '../../vocab/coar-types.ts';
import { eurepoTerm } from '../../vocab/eu-repo.ts';
import { findTerm, LONGEST_TERM, termIndex } from '../../vocab/fold-term.ts';
import { NOT_MINE, valueTransform } from '../../transform.ts';

const COAR_URI =
  /^https?:\/\/(?:purl\.org\/coar\/resource_type|vocabularies\.coar-repositories\.org\/resource_types)\/([\w-]{4,12})\/?$/i;
/** DINI (`doc-type:bookPart`) and the eprint types (`http://purl.org/eprint/type/JournalArticle`). */
const PREFIX = /^(?:doc-type:|https?:\/\/purl\.org\/eprint\/type\/)/i;

/** Concepts that DCMI types say as well: left to `dcmi_type`, so that "Text" does not stand in the way of "article". */
const GENERIC: ReadonlySet<string> = new Set(['text', 'image', 'moving image', 'still image', 'sound', 'interactive resource']); // prettier-ignore

const BY_ID = new Map(
  COAR_TYPES.map((type) => [type.uri.slice(type.uri.lastIndexOf('/') + 1).toLowerCase(), type]),
);
const BY_LABEL = new Map(COAR_TYPES.map((type) => [type.label, type]));
const BY_TERM = termIndex(
  COAR_TYPES.filter((type) => !GENERIC.has(type.label)).map((type) => [
    type.uri,
    `${type.label}|${COAR_TYPE_SYNONYMS[type.label] ?? ''}`,
  ]),
);

export const coarType = valueTransform({
  name: 'coar_type',
  summary:
    'Gives the COAR resource type URI for a term of eu-repo, COAR, DINI, EPrints, OJS, DSpace or a language.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  recogniser: true,
  bind: () => (text: string) => coarTypeOf(text.trim()) ?? NOT_MINE,
});

function coarTypeOf(value: string): string | undefined {
  if (value.length > LONGEST_TERM) return undefined;
  const id = COAR_URI.exec(value)?.[1];
  if (id !== undefined) return BY_ID.get(id.toLowerCase())?.uri;
  const term = eurepoTerm(value);
  if (term !== undefined) {
    const label = EUREPO_INPUT_TYPES.get(term);
    return label === undefined ? findTerm(BY_TERM, term) : BY_LABEL.get(label)?.uri;
  }
  return findTerm(BY_TERM, value.replace(PREFIX, '')) ?? typeOfPath(value);
}

/**
 * Paths: the dotted structure of the Dublin Core type drafts (`Text.Serial.Journal`, `Text.Thesis.Doctoral`) and
 * DSpace's hierarchical vocabularies (`…::text::periodical::journal`). The last step decides, with its parent when
 * only both together are a term (`Thesis.Doctoral` is a doctoral thesis).
 */
function typeOfPath(value: string): string | undefined {
  const steps = value.includes('::')
    ? value.split('::')
    : /^[a-z]+(?:\.[a-z -]+)+$/i.test(value)
      ? value.split('.')
      : [];
  const last = steps.at(-1);
  const parent = steps.at(-2);
  if (last === undefined || parent === undefined) return undefined;
  return findTerm(BY_TERM, `${last} ${parent}`) ?? findTerm(BY_TERM, last);
}
