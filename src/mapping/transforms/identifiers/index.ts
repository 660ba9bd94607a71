import type { Transform } from '../../transform.ts';

export const IDENTIFIERS: readonly Transform[] = [];
