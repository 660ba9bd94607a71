/** All migrations, oldest first. They only go forward; one that was released is never changed. */
import { INITIAL } from './0001-initial.ts';
import { WINDOW_COUNTS } from './0002-window-counts.ts';
import { SKIPPED_RECORDS } from './0003-skipped-records.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'initial', sql: INITIAL },
  { version: 2, name: 'window counts', sql: WINDOW_COUNTS },
  { version: 3, name: 'skipped records', sql: SKIPPED_RECORDS },
];
