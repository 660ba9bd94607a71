import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of recorded responses and official schemas that may lie beside the project. */
export const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));

/**
 * Whether the neighbouring folder is there. Without it the tests that need it are left out and say so; in CI its
 * absence is a failure.
 */
export function hasShared(): boolean {
  if (existsSync(SHARED)) return true;
  if (process.env['CI'] === 'true') throw new Error(`${SHARED} is missing: CI runs every test`);
  console.warn(`left out: ${SHARED} is missing (recorded responses and official schemas)`);
  return false;
}
