/** The catalogue of transforms: the closed list of named steps that a mapping may use. */
import type { Transform } from '../transform.ts';
import { AGENTS } from './agents/index.ts';
import { BIBLIOGRAPHIC } from './bibliographic/index.ts';
import { DATES } from './dates/index.ts';
import { IDENTIFIERS } from './identifiers/index.ts';
import { LANGUAGE } from './language/index.ts';
import { LISTS } from './lists/index.ts';
import { OUTPUT } from './output/index.ts';
import { TEXT } from './text/index.ts';
import { VOCABULARIES } from './vocabularies/index.ts';

/** Raised whenever a transform gives something else than before: mappings' hashes change with it. */
export const CATALOGUE_VERSION = 1;

export const TRANSFORMS: ReadonlyMap<string, Transform> = new Map(
  [TEXT, LISTS, LANGUAGE, DATES, AGENTS, IDENTIFIERS, VOCABULARIES, BIBLIOGRAPHIC, OUTPUT]
    .flat()
    .map((transform) => [transform.name, transform]),
);
