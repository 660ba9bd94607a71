import { MODS_3_8_SCHEMA } from '../../../emit/schemas/mods-3-8.ts';
import type { SourceElement, SourceSchema } from './source-schema.ts';

/** Types into which any element may be put (`xs:any` in the schema). */
const OPEN: ReadonlySet<string> = new Set(['extension', 'accessCondition']);

/** MODS 3.8, which has every element and attribute of the versions before it: the table that our own MODS is checked by. */
export const MODS: SourceSchema = {
  title: 'MODS 3.8',
  namespaces: [MODS_3_8_SCHEMA.namespace],
  roots: { mods: 'mods', modsCollection: 'modsCollection' },
  types: { ...sourceTypes(), modsCollection: { children: { mods: 'mods' }, attributes: ['version'] } },
};

function sourceTypes(): Readonly<Record<string, SourceElement>> {
  return Object.fromEntries(
    Object.entries(MODS_3_8_SCHEMA.types).map(([name, { children, attributes }]): [string, SourceElement] => [
      name,
      { ...(!OPEN.has(name) && { children: children ?? {} }), attributes: Object.keys(attributes) },
    ]),
  );
}
