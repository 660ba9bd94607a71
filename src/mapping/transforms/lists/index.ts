import type { Transform } from '../../transform.ts';
import { altRepGroups } from './alt-rep-groups.ts';
import { dedupe } from './dedupe.ts';
import { dedupeDates } from './dedupe-dates.ts';
import { first } from './first.ts';
import { foldSubtitle } from './fold-subtitle.ts';
import { groupTranslations } from './group-translations.ts';
import { join } from './join.ts';
import { last } from './last.ts';
import { limit } from './limit.ts';
import { mergeVariants } from './merge-variants.ts';
import { pickIssued } from './pick-issued.ts';
import { resolveReferences } from './resolve-references.ts';
import { split } from './split.ts';
import { splitAgents } from './split-agents.ts';
import { splitLanguages } from './split-languages.ts';
import { splitNames } from './split-names.ts';
import { splitPath } from './split-path.ts';
import { splitTitle } from './split-title.ts';
import { splitUrls } from './split-urls.ts';

export const LISTS: readonly Transform[] = [
  split,
  join,
  first,
  last,
  limit,
  dedupe,
  dedupeDates,
  foldSubtitle,
  groupTranslations,
  splitAgents,
  splitLanguages,
  splitNames,
  splitPath,
  splitTitle,
  splitUrls,
  mergeVariants,
  pickIssued,
  resolveReferences,
  altRepGroups,
];
