import type { Transform } from '../../transform.ts';

export const BIBLIOGRAPHIC: readonly Transform[] = [];
