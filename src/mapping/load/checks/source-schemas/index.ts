/** The source formats whose elements are known. */
import { DATACITE } from './datacite.ts';
import { DCMI_TERMS, DUBLIN_CORE } from './dublin-core.ts';
import { MODS } from './mods.ts';
import type { SourceSchema } from './source-schema.ts';

const ALL: readonly SourceSchema[] = [DUBLIN_CORE, DCMI_TERMS, MODS, DATACITE];

/** By namespace. */
export const SOURCE_SCHEMAS: ReadonlyMap<string, SourceSchema> = new Map(
  ALL.flatMap((schema) => schema.namespaces.map((namespace): [string, SourceSchema] => [namespace, schema])),
);
