import type { Rights } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { CC_VERSIONS, LICENCE_PAGES, SPDX_IDS, SPDX_NAMESPACE } from '../../vocab/licences.ts';
import { RIGHTS_STATEMENT_NAMESPACE, RIGHTS_STATEMENTS } from '../../vocab/rights-statements.ts';
import { Bad, NOT_MINE, valueTransform } from '../../transform.ts';
import { readLicenceName } from './licence-name.ts';

const CC_URL =
  /https?:\/\/(?:www\.)?creativecommons\.org\/(licen[sc]es|publicdomain)\/([a-z+-]{1,12})(?:\/(\d\.\d))?(?:\/([a-z]{2,8})(?![a-z]))?(?:[/.][^\s<>"]{0,60})?/i;
const RIGHTS_STATEMENT_URL =
  /^https?:\/\/(?:www\.)?rightsstatements\.org\/(?:vocab|page)\/([a-z-]{2,10})(?:\/1\.0)?\/?(?:[?#]\S{0,30})?$/i;
const SPDX_URL =
  /^(?:https?:\/\/(?:www\.)?spdx\.org\/licenses\/|spdx:\s?)([\w.+-]{2,60}?)(?:\.html|\.json)?\/?$/i;
const LONGEST_STATEMENT = 5000;

export const licence = valueTransform({
  name: 'licence',
  summary: 'Gives the canonical URI and SPDX identifier of a licence from its URL, deed, short or long name.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Rights',
  recogniser: true,
  bind: () => readLicence,
});

/**
 * Creative Commons by URL and name, RightsStatements.org, SPDX. A Creative Commons licence without version is not
 * completed: 1.0 to 4.0 differ legally. A URL inside a longer statement is taken, and the statement is kept beside it.
 */
function readLicence(text: string): Rights | typeof NOT_MINE | Bad {
  if (text.length > LONGEST_STATEMENT) return NOT_MINE;
  const value = text.trim();
  const url = CC_URL.exec(value);
  if (url !== null) return fromCreativeCommonsUrl(url, value);
  const statement = RIGHTS_STATEMENT_URL.exec(value)?.[1];
  if (statement !== undefined) return fromRightsStatement(statement);
  const named = readLicenceName(value);
  if (named !== undefined) return named instanceof Bad ? named : creativeCommons(named);
  return fromSpdx(value) ?? NOT_MINE;
}

function fromCreativeCommonsUrl(match: RegExpExecArray, statement: string): Rights | typeof NOT_MINE | Bad {
  const [whole, branch, code, version, port] = match;
  if (version === undefined) {
    return new Bad('licence.version-missing', `"${whole}" does not say which version of the licence`);
  }
  const rights = creativeCommons({
    code:
      branch!.toLowerCase() === 'publicdomain' ? `publicdomain/${code!.toLowerCase()}` : code!.toLowerCase(),
    version,
    port: port?.toLowerCase(),
  });
  if (rights instanceof Bad || statement === whole) return rights;
  return { ...rights, text: statement };
}

interface CcLicence {
  /** `by-nc`, `publicdomain/zero`, `publicdomain/mark`. */
  readonly code: string;
  readonly version: string;
  readonly port: string | undefined;
}

function creativeCommons({ code, version, port }: CcLicence): Rights | Bad {
  const path = `${code.startsWith('publicdomain/') ? code : `licenses/${code}`}/${version}`;
  const known = CC_VERSIONS.get(path);
  if (known === undefined)
    return new Bad('licence.unknown', `Creative Commons has no licence ${code} ${version}`);
  const uri = `https://creativecommons.org/${path}/`;
  const publicDomain = PUBLIC_DOMAIN.get(code);
  if (publicDomain !== undefined) return withSpdx({ uri, kind: 'licence' }, publicDomain);
  // A port that this version does not have is no more than the language of a page.
  if (port === undefined || !known.ports.has(port)) {
    if (!known.unported)
      return new Bad('licence.unknown', `${code} ${version} was published for jurisdictions only`);
    return withSpdx({ uri, kind: 'licence' }, `cc-${code}-${version}`);
  }
  return withSpdx({ uri: `${uri}${port}/`, kind: 'licence' }, `cc-${code}-${version}-${port}`);
}

const PUBLIC_DOMAIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'publicdomain/zero': 'cc0-1.0',
    'publicdomain/mark': 'cc-pdm-1.0',
  }),
);

function withSpdx(rights: Rights, id: string): Rights {
  const spdx = SPDX_IDS.get(id);
  return spdx === undefined ? rights : { ...rights, spdx };
}

function fromRightsStatement(code: string): Rights | Bad {
  const known = [...RIGHTS_STATEMENTS].find((statement) => statement.toLowerCase() === code.toLowerCase());
  if (known === undefined)
    return new Bad('licence.unknown', `RightsStatements.org has no statement "${code}"`);
  return { uri: `${RIGHTS_STATEMENT_NAMESPACE}${known}/1.0/`, kind: 'statement' };
}

/** A bare SPDX identifier counts only when it has a version: "MIT" and "Intel" are also holders of rights. */
function fromSpdx(value: string): Rights | undefined {
  const page = value.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
  const named =
    (page === value ? undefined : LICENCE_PAGES.get(page.toLowerCase())) ??
    SPDX_URL.exec(value)?.[1] ??
    /^(mit|isc) licen[sc]e$/i.exec(value)?.[1] ??
    (/^[a-z][\w.+]*-[\w.+-]*\d/i.test(value) ? value : undefined);
  const spdx = named === undefined ? undefined : SPDX_IDS.get(named.toLowerCase());
  return spdx === undefined ? undefined : { uri: SPDX_NAMESPACE + spdx, spdx, kind: 'licence' };
}
