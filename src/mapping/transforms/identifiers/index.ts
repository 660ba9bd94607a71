import type { Transform } from '../../transform.ts';
import { altIdentifier } from './alt-identifier.ts';
import { ark } from './ark.ts';
import { arxiv } from './arxiv.ts';
import { authorityUri } from './authority-uri.ts';
import { doi } from './doi.ts';
import { hdl } from './hdl.ts';
import { identify } from './identify.ts';
import { isbn } from './isbn.ts';
import { issn } from './issn.ts';
import { oaiId } from './oai-id.ts';
import { pmcid } from './pmcid.ts';
import { pmid } from './pmid.ts';
import { urlRole } from './url-role.ts';
import { url } from './url.ts';
import { urn } from './urn.ts';

export const IDENTIFIERS: readonly Transform[] = [
  altIdentifier, ark, arxiv, authorityUri, doi, hdl, identify, isbn, issn, oaiId, pmcid, pmid, url, urlRole, urn,
]; // prettier-ignore
