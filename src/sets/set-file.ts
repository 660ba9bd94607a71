/** The anatomy of a set file, as people write it. The JSON Schema of set files is generated from here. */
import { conditionSchema } from '../mapping/load/mapping-file.ts';
import { SET_SPEC } from '../model/set-spec.ts';
import { z } from '../schema/index.ts';

const words = z.string({ error: 'a text is expected; quote numbers' }).regex(/\S/, 'it is blank');

const declaredSet = z.strictObject({
  spec: z
    .string({ error: 'a setSpec is expected; quote numbers' })
    .regex(
      SET_SPEC,
      'a setSpec is letters, digits and any of - _ . ! ~ * \' ( ), with a colon before each level below: "type:thesis"',
    )
    .describe('The setSpec: `theses`, or `type:thesis` below `type`. Harvesters keep it; do not change it.'),
  name: words.describe('What people call the set: setName in ListSets.'),
  description: words.optional().describe('What is in it and why: setDescription in ListSets.'),
  when: conditionSchema.optional().describe('The records that are in the set.'),
  unless: conditionSchema.optional().describe('Records that are not, though `when` holds.'),
});

/** Declared sets: what each is called, and which records are in it. */
export const setFileSchema = z.strictObject({
  sets: z
    .array(declaredSet)
    .min(1, 'at least one set is expected; to have none, leave out provider.sets')
    .describe('In any order. A set without a condition holds what the sets below it hold.'),
});

export type SetSpec = z.output<typeof declaredSet>;
