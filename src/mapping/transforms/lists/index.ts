import type { Transform } from '../../transform.ts';

export const LISTS: readonly Transform[] = [];
