import type { Transform } from '../../transform.ts';

export const OUTPUT: readonly Transform[] = [];
