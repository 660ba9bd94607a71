import type { Transform } from '../../transform.ts';

export const AGENTS: readonly Transform[] = [];
