import type { Transform } from '../../transform.ts';
import { dedupe } from './dedupe.ts';
import { first } from './first.ts';
import { join } from './join.ts';
import { last } from './last.ts';
import { limit } from './limit.ts';
import { mergeVariants } from './merge-variants.ts';
import { pickIssued } from './pick-issued.ts';
import { split } from './split.ts';
import { splitAgents } from './split-agents.ts';
import { splitLanguages } from './split-languages.ts';
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
  splitAgents,
  splitLanguages,
  splitPath,
  splitTitle,
  splitUrls,
  mergeVariants,
  pickIssued,
];
