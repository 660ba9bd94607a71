import type { Rendering } from '../rendering.ts';

/** Writes elements of its own choice inside the element where a mapping puts it. */
export interface OutputGroup {
  readonly name: string;
  /** The type of its values in the canonical model. */
  readonly takes: string;
  /** Every element it may write there, as the schema's table names them. */
  readonly writes: readonly string[];
  /** `written` gives a name of the table as the mapping writes it. */
  bind(written: (key: string) => string): (values: readonly unknown[], rendering: Rendering) => boolean;
}
