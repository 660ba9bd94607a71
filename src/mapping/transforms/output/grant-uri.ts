import type { Funding } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';

/**
 * A grant → `info:eu-repo/grantAgreement/Funder/Programme/Award[/Jurisdiction/Title/Acronym]` (OpenAIRE guidelines
 * 3.0, project identifier). Without funder, programme and award the award's own URI; otherwise omitted.
 */
export const grantUri = valueTransform({
  name: 'grant_uri',
  summary: 'Writes a grant as a URI.',
  arguments: z.undefined(),
  takes: 'Funding',
  gives: 'text',
  bind: () => (funding: Funding) => {
    const { funder, programme, award, jurisdiction, title, acronym } = funding;
    if (funder === undefined || programme === undefined || award === undefined) return funding.awardUri;
    const parts = [funder, programme, award, jurisdiction, title, acronym];
    while (parts.at(-1) === undefined) parts.pop();
    return `info:eu-repo/grantAgreement/${parts.map(encoded).join('/')}`;
  },
});

function encoded(part: string | undefined): string {
  return encodeURIComponent((part ?? '').toWellFormed());
}
