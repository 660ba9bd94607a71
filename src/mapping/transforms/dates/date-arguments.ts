import { z } from '../../../schema/index.ts';

/** `dayFirst`: whether `05/06/2010` is the fifth of June; `null` (unknown) keeps the year only. */
export const dateArguments = z.strictObject({ dayFirst: z.boolean().nullable().default(null) }).prefault({});
