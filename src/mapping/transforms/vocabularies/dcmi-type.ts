import { DCMI_TYPES } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import type { DcmiType } from '../../vocab/coar-types.ts';
import { DCMI_TYPE_NAMESPACE, DCMI_TYPE_SYNONYMS } from '../../vocab/dcmi-types.ts';
import { findTerm, LONGEST_TERM, termIndex } from '../../vocab/fold-term.ts';
import { NOT_MINE, valueTransform } from '../../transform.ts';

const BY_TERM = termIndex<DcmiType>(
  DCMI_TYPES.map((type) => [type, `${type}|${DCMI_TYPE_SYNONYMS.get(type) ?? ''}`]),
);

/** The Library of Congress's MARC → DC stylesheet prints these words in front of the type without a blank. */
const FLAG = /^(manuscript|collection)\s?/i;

export const dcmiType = valueTransform({
  name: 'dcmi_type',
  summary:
    'Gives the DCMI type for its name, its URI, a MODS type of resource or its name in another language.',
  arguments: z
    .strictObject({
      as: z
        .enum(['text', 'type'])
        .describe('`type` gives `{ dcmi, manuscript, collection }` for the target `type`'),
    })
    .optional(),
  takes: 'text',
  gives: 'any',
  recogniser: true,
  bind: (args) => (text: string) => {
    const found = readDcmiType(text);
    if (found === undefined) return NOT_MINE;
    return args?.as === 'type' ? found : found.dcmi;
  },
});

interface FlaggedType {
  dcmi: DcmiType;
  manuscript?: true;
  collection?: true;
}

function readDcmiType(text: string): FlaggedType | undefined {
  if (text.length > LONGEST_TERM) return undefined;
  let value = text.trim();
  if (value.startsWith(DCMI_TYPE_NAMESPACE)) value = value.slice(DCMI_TYPE_NAMESPACE.length);
  const whole = findTerm(BY_TERM, value);
  if (whole !== undefined) return { dcmi: whole };
  const flags: Partial<FlaggedType> = {};
  for (let flag = FLAG.exec(value); flag !== null; flag = FLAG.exec(value)) {
    flags[flag[1]!.toLowerCase() as 'manuscript' | 'collection'] = true;
    value = value.slice(flag[0].length);
  }
  const dcmi = findTerm(BY_TERM, value);
  return dcmi === undefined ? undefined : { dcmi, ...flags };
}
