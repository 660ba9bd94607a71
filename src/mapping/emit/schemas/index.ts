import type { FormatSchema } from './element-schema.ts';
import { MODS_3_8_SCHEMA } from './mods-3-8.ts';
import { OAI_DC_SCHEMA } from './oai-dc.ts';

/** The formats that an output mapping can be written for, by the schema's file name. */
export const FORMAT_SCHEMAS: ReadonlyMap<string, FormatSchema> = new Map(
  [OAI_DC_SCHEMA, MODS_3_8_SCHEMA].map((schema) => [schema.file, schema]),
);
