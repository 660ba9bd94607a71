import type { Transform } from '../../transform.ts';

export const VOCABULARIES: readonly Transform[] = [];
