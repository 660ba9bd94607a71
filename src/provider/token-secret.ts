/** The secret that signs resumption tokens: one for all processes on a store, kept in it. */
import type { Storage } from '../storage/storage.ts';

const SECRET_BYTES = 32;

/** The store's secret; the first process to ask makes one from `randomBytes`. Tokens of another store are refused. */
export async function loadTokenSecret(
  storage: Pick<Storage, 'saveSettingOnce'>,
  randomBytes: (count: number) => Buffer,
): Promise<string> {
  return storage.saveSettingOnce('token-secret', randomBytes(SECRET_BYTES).toString('base64url'));
}
