/** The sets that people declare by rules over canonical records, beside the set that each job has. */
import type { CanonicalRecord } from '../model/canonical.ts';

export interface DeclaredSets {
  /** Over all that decides which records are in which sets; names and descriptions do not count. */
  readonly hash: string;
  /** What ListSets says of them, in the order of the file. */
  readonly declared: readonly DeclaredSet[];
  /** The setSpecs of the sets whose conditions a record fulfils, in alphabetical order. */
  setsOf(record: CanonicalRecord): readonly string[];
}

export interface DeclaredSet {
  readonly setSpec: string;
  readonly setName: string;
  readonly description?: string;
}
