import { z } from '../../../schema/index.ts';
import { NOT_MINE, valueTransform } from '../../transform.ts';
import type { IdentifierReader } from './reader.ts';

/** https://info.arxiv.org/help/arxiv_identifier.html: since April 2007 `YYMM.number`, before `archive/YYMMnnn`. */
const LABEL = /^(?:https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/|arxiv:\s{0,3})/i;
/** A label, or the archive and number of the old style. */
const SIGN = /arxiv|^\s*[a-z-]+(?:\.[a-z]{2})?\/\d/i;
const NEW_STYLE = /^\d{4}\.\d{4,5}(?:v\d{1,3})?$/i;
const OLD_STYLE = /^([a-z-]{2,9})(\.[a-z]{2})?\/(\d{7})(v\d{1,3})?$/i;

/** The archives of the old style: with them even a bare `hep-th/9901001` cannot be anything else. */
const ARCHIVES: ReadonlySet<string> = new Set([
  'acc-phys', 'adap-org', 'alg-geom', 'ao-sci', 'astro-ph', 'atom-ph', 'bayes-an', 'chao-dyn', 'chem-ph', 'cmp-lg',
  'comp-gas', 'cond-mat', 'cs', 'dg-ga', 'funct-an', 'gr-qc', 'hep-ex', 'hep-lat', 'hep-ph', 'hep-th', 'math', 'math-ph',
  'mtrl-th', 'nlin', 'nucl-ex', 'nucl-th', 'patt-sol', 'physics', 'plasm-ph', 'q-alg', 'q-bio', 'quant-ph', 'solv-int',
  'supr-con',
]); // prettier-ignore

export const arxiv = valueTransform({
  name: 'arxiv',
  summary: 'Reads an arXiv identifier with its version, without the `arXiv:` label.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Identifier',
  recogniser: true,
  bind: () => readArxiv,
});

export const readArxiv: IdentifierReader = (text) => {
  if (text.length > 200 || !SIGN.test(text)) return NOT_MINE;
  const trimmed = text.trim();
  const label = LABEL.exec(trimmed)?.[0] ?? '';
  const id = trimmed
    .slice(label.length)
    .replace(/\s{0,3}\[[\w.-]{1,20}\]$/, '')
    .replace(/\.pdf$/i, '');
  if (label !== '' && NEW_STYLE.test(id)) return { scheme: 'arxiv', value: id.toLowerCase() };
  const old = OLD_STYLE.exec(id);
  if (old === null || !ARCHIVES.has(old[1]!.toLowerCase())) return NOT_MINE;
  const [, archive, subject, number, version] = old;
  return {
    scheme: 'arxiv',
    value: `${archive!.toLowerCase()}${subject?.toUpperCase() ?? ''}/${number!}${version?.toLowerCase() ?? ''}`,
  };
};
