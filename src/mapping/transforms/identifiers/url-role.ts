import type { LOCATION_ROLES } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';

type LocationRole = (typeof LOCATION_ROLES)[number];

/** Forms of URLs by platform; the first that fits decides. */
const ROLES: readonly (readonly [form: RegExp, role: LocationRole])[] = [
  // DSpace derives `thesis.pdf.jpg` (thumbnail) and `thesis.pdf.txt` (extracted text) from a file.
  [/\.(?:pdf|docx?|pptx?|tiff?|jpe?g|png)\.jpe?g(?:$|[?#])/i, 'thumbnail'],
  [/\/(?:thumbnails?|thumbs?|article_covers)\/|[/_.-]thumb(?:nail)?\.\w{3,4}(?:$|[?#])/i, 'thumbnail'],
  // OJS: supplementary files; galleys are `view/ARTICLE/GALLEY`, the article's own page is `view/ARTICLE`.
  [/\/article\/download(?:SuppFile|Supp)\//i, 'related'],
  [/\/article\/(?:view|download)\/[^/?#]+\/[^/?#]+/i, 'fulltext'],
  [/\/article\/view\/[^/?#]+\/?(?:$|[?#])/i, 'landing'],
  // DSpace bitstreams, EPrints and Invenio files, Digital Commons, arXiv.
  [/\/bitstreams?\/|\/retrieve\/\d|\/files\/[^?#]+\/?download|\/viewcontent\.cgi/i, 'fulltext'],
  [/arxiv\.org\/pdf\//i, 'fulltext'],
  [/\.(?:pdf|epub|djvu|docx?|odt|rtf|ps|mobi)(?:\.gz)?(?:$|[?#])/i, 'fulltext'],
  [/\/\/(?:dx\.|www\.)?doi\.org\/10\.|\/\/hdl\.handle\.net\/|\/\/n2t\.net\/ark:/i, 'landing'],
  [/\/handle\/[\w.]+\/[^/?#]+\/?(?:$|[?#])|\/items\/[0-9a-f-]{36}/i, 'landing'],
  // Digital Commons: `theses/1338` on hosts whose names tell, and `vol4/iss1/1` anywhere.
  [/\/vol\d+\/iss\d+\/\d+\/?(?:$|[?#])/i, 'landing'],
  [
    /^https?:\/\/(?:[\w-]+\.)*\w*(?:digitalcommons|scholar\w*|works\.bepress)\.[\w.-]+\/\w+(?:\/\d{4}\/\w+)?\/(?:\d+|AAI\d+)\/?$/i,
    'landing',
  ],
  [/arxiv\.org\/abs\/|\/id\/eprint\/\d+|\/records?\/\d+\/?(?:$|[?#])|\/detail\.jsp\?/i, 'landing'],
];

export const urlRole = valueTransform({
  name: 'url_role',
  summary:
    'Tells from the form of a URL what it leads to: landing page, full text, thumbnail, related or unknown.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  bind: () => (text: string) => roleOfUrl(text.trim()),
});

/** The role of a location as far as its URL shows it. */
export function roleOfUrl(value: string): LocationRole {
  const head = value.slice(0, 2000);
  return ROLES.find(([form]) => form.test(head))?.[1] ?? 'unknown';
}
