import type { Transform } from '../../transform.ts';

export const LANGUAGE: readonly Transform[] = [];
