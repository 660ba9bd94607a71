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
import { vocabulariesHash } from '../vocab/read-vocabulary.ts';

/** Raised whenever a transform gives something else than before. */
const CATALOGUE_VERSION = 2;

/** The state of the transforms and their vocabularies: mappings' hashes change with it. */
export function catalogueState(): string {
  return `${CATALOGUE_VERSION} ${vocabulariesHash()}`;
}

/** By group, each a folder of its own. */
export const TRANSFORM_GROUPS: Readonly<Record<string, readonly Transform[]>> = {
  text: TEXT,
  lists: LISTS,
  language: LANGUAGE,
  dates: DATES,
  agents: AGENTS,
  identifiers: IDENTIFIERS,
  vocabularies: VOCABULARIES,
  bibliographic: BIBLIOGRAPHIC,
  output: OUTPUT,
};

export const TRANSFORMS: ReadonlyMap<string, Transform> = new Map(
  Object.values(TRANSFORM_GROUPS)
    .flat()
    .map((transform) => [transform.name, transform]),
);
