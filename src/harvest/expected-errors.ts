import { ListError, PageError } from '../client/client-error.ts';
import { OaiError } from '../oai/oai-error.ts';
import { LeaseLostError, StorageError } from '../storage/storage.ts';

/** Something is not as the job file says: no mapping, no such format. The message says what to change. */
export class JobError extends Error {
  override readonly name = 'JobError';
}

/**
 * Whether an error is something that a harvest must expect of repositories, job files and disks, and that ends
 * in its summary. Anything else is a bug and is thrown.
 */
export function isExpected(error: unknown): error is Error {
  return [PageError, ListError, OaiError, JobError, StorageError, LeaseLostError].some(
    (kind) => error instanceof kind,
  );
}
