import type { Description } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { NOT_MINE, valueTransform } from '../../transform.ts';

/** Names of classification schemes, in lower case → codes of the MARC source list (id.loc.gov/vocabulary/classSchemes). */
const SCHEMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    acm: 'acmccs',
    acmccs: 'acmccs',
    bbk: 'rubbk',
    bkl: 'bkl',
    ddc: 'ddc',
    dewey: 'ddc',
    ddk: 'ddc',
    jel: 'jelc',
    lcc: 'lcc',
    msc: 'msc',
    mesh: 'mesh',
    nlm: 'nlm',
    pacs: 'pacs',
    rvk: 'rvk',
    sdnb: 'sdnb',
    udc: 'udc',
    udk: 'udc',
    cdu: 'udc',
    dk: 'udc',
    удк: 'udc',
    ббк: 'rubbk',
  }),
);

type Classification = Description['classifications'][number];

const EUREPO = /^info:eu-repo\/classification\/([a-z]{2,20})\/(\S.{0,200})$/i;
const LABELLED = /^([\p{L}]{2,6})(?: classification| codes?)?\s{0,3}::?\s{0,3}(\S.{0,200})$/iu;
/** `УДК 94(497.1)`: without a colon the notation must begin with a digit. */
const SPACED = /^(udc|udk|удк|ddc|cdu|ббк)\s{1,3}(\d.{0,200})$/iu;
const DEWEY_URI = /^https?:\/\/dewey\.info\/class\/(\d[\d.]{0,20})(?:\/\S{0,40})?$/i;

export const classification = valueTransform({
  name: 'classification',
  summary:
    'Reads a class number with its scheme: `ddc:949.7`, `УДК 94(497)`, `info:eu-repo/classification/…`.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Classification',
  recogniser: true,
  bind: () => (text: string) => {
    const value = text.length > 300 ? '' : text.trim();
    const dewey = DEWEY_URI.exec(value)?.[1];
    if (dewey !== undefined)
      return { scheme: 'ddc', value: dewey.replace(/\.$/, ''), uri: value } satisfies Classification;
    const eurepo = EUREPO.exec(value);
    // eu-repo names the scheme itself, so an unlisted one is taken at its word.
    if (eurepo !== null)
      return classified(SCHEMES.get(eurepo[1]!.toLowerCase()) ?? eurepo[1]!.toLowerCase(), eurepo[2]!);
    const match = LABELLED.exec(value) ?? SPACED.exec(value);
    const scheme = match === null ? undefined : SCHEMES.get(match[1]!.toLowerCase());
    return scheme === undefined ? NOT_MINE : classified(scheme, match![2]!);
  },
});

function classified(scheme: string, value: string): Classification {
  return { scheme, value: value.trim() };
}
