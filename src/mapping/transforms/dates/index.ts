import type { Transform } from '../../transform.ts';

export const DATES: readonly Transform[] = [];
