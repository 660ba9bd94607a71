/** All migrations, oldest first. They only go forward; one that was released is never changed. */
import { INITIAL } from './0001-initial.ts';
import { WINDOW_COUNTS } from './0002-window-counts.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'initial', sql: INITIAL },
  { version: 2, name: 'window counts', sql: WINDOW_COUNTS },
];
