import type { Transform } from '../../transform.ts';

export const TEXT: readonly Transform[] = [];
