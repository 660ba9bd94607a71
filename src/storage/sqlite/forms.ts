/** Which forms a record has, as bits: a list in a form is a test of one bit. */
import type { RenderedForms } from '../../model/stored-record.ts';
import type { Store } from './store.ts';

/** Every record has a header. */
export const HEADER = 1;
/** A deleted record is listed in every form, whatever it had. */
const DELETED = 1 << 31;

/** The bits of a record's forms; a new form gets the next bit (only inside a write). */
export function formsOf(store: Store, rendered: RenderedForms): number {
  let forms = HEADER;
  for (const prefix of Object.keys(rendered.metadata)) forms |= 1 << store.formats.idOf(prefix);
  return forms;
}

export function asDeleted(forms: number): number {
  return forms | DELETED;
}

export function asActive(forms: number): number {
  return forms & ~DELETED;
}

/** The prefixes of the forms that a record has, or had when it was deleted. */
export function prefixesOf(store: Store, forms: number): string[] {
  const ids = Array.from({ length: 30 }, (_, index) => index + 1);
  return ids.filter((id) => (forms & (1 << id)) !== 0).map((id) => store.formats.textOf(id));
}

/** The bits of which a record must have one to be in a list in this form, or of headers only. */
export function listedForms(store: Store, metadataPrefix: string | undefined): number {
  if (metadataPrefix === undefined) return HEADER;
  const id = store.formats.find(metadataPrefix);
  return id === undefined ? DELETED : DELETED | (1 << id);
}
