import type { Funding } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { Bad, NOT_MINE, valueTransform } from '../../transform.ts';
import { percentDecoded } from '../identifiers/spelling.ts';

const PREFIX = /^(?:https?:\/\/purl\.org\/)?info:eu-repo\/grantAgreement\/+/i;
const FIELDS = ['funder', 'programme', 'award', 'jurisdiction', 'title', 'acronym'] as const;
const LONGEST_GRANT = 2000;

export const grant = valueTransform({
  name: 'grant',
  summary: 'Reads info:eu-repo/grantAgreement/Funder/Programme/Number/Jurisdiction/Title/Acronym.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Funding',
  recogniser: true,
  bind: () => (text: string) => {
    const value = text.length > LONGEST_GRANT ? '' : text.trim();
    const prefix = PREFIX.exec(value)?.[0];
    if (prefix === undefined) return NOT_MINE;
    const funding = readGrant(value.slice(prefix.length).split('/'));
    if (funding.funder !== undefined || funding.award !== undefined) return funding;
    return new Bad('grant.incomplete', `"${value}" names neither funder nor grant number`);
  },
});

/** OpenAIRE guidelines 3.0, Project Identifier. Parts are percent-encoded and may be empty. */
function readGrant(segments: readonly string[]): Funding {
  const parts = segments.length > FIELDS.length ? joinAward(segments) : segments;
  const funding: Funding = {};
  for (const [index, field] of FIELDS.entries()) {
    const part = percentDecoded(parts[index] ?? '').trim();
    if (part !== '') funding[field] = part;
  }
  return funding;
}

/** Portuguese grant numbers contain unescaped slashes (`UID/HIS/04666/2013`): they reach to the jurisdiction's code. */
function joinAward(segments: readonly string[]): readonly string[] {
  const jurisdiction = segments.findIndex((part, index) => index > 3 && /^[A-Z]{2}$/.test(part));
  if (jurisdiction < 0) return [...segments.slice(0, 2), segments.slice(2).join('/')];
  return [
    ...segments.slice(0, 2),
    segments.slice(2, jurisdiction).join('/'),
    ...segments.slice(jurisdiction),
  ];
}
