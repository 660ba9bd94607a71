import { RELATOR_CODES, RELATOR_TEXTS } from '../../vocab/relators.ts';
import { foldText } from '../text/fold-text.ts';

const RELATOR_URI =
  /^https?:\/\/(?:www\.)?(?:id\.loc\.gov\/vocabulary\/relators|loc\.gov\/loc\.terms\/relators)\/([A-Za-z]{3})$/i;

const BY_TEXT: ReadonlyMap<string, string> = new Map(
  // The first meaning of a text wins: English terms before words of other languages.
  [...RELATOR_TEXTS].reverse().map(([text, code]) => [foldText(text), code]),
);

/** The MARC relator code of a code, URI or text; `undefined` for anything else. */
export function relatorCode(value: string): string | undefined {
  const text = value.trim();
  if (text.length > 100) return undefined;
  const code = (RELATOR_URI.exec(text)?.[1] ?? text).toLowerCase();
  return RELATOR_CODES.has(code) ? code : roleTextCode(text);
}

/** The same without bare codes: `res` in a name is no role. */
export function roleTextCode(text: string): string | undefined {
  const key = foldText(text);
  return key === '' ? undefined : BY_TEXT.get(key);
}
