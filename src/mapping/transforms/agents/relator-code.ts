import { readLanguage } from '../language/read-language.ts';
import { RELATOR_CODES, relatorMeanings } from '../../vocab/relators.ts';

const RELATOR_URI =
  /^https?:\/\/(?:www\.)?(?:id\.loc\.gov\/vocabulary\/relators|loc\.gov\/loc\.terms\/relators)\/([A-Za-z]{3})$/i;

const LONGEST = 100;

/**
 * The MARC relator code of a code, URI or text; `undefined` for anything else. A text that means different roles in
 * different languages (`dir.`, `compositor`) needs `lang`, the declared language: without it, `'ambiguous'`.
 */
export function relatorCode(value: string, lang: string | undefined): string | undefined {
  const text = value.trim();
  if (text.length > LONGEST) return undefined;
  const code = (RELATOR_URI.exec(text)?.[1] ?? text).toLowerCase();
  return RELATOR_CODES.has(code) ? code : codeOfText(text, lang);
}

function codeOfText(text: string, lang: string | undefined): string | undefined {
  const meanings = relatorMeanings(text);
  const [only, ...others] = meanings?.keys() ?? [];
  if (meanings === undefined || others.length === 0) return only;
  const language = lang === undefined ? undefined : readLanguage(lang)?.bcp47.split('-')[0];
  const inLanguage = [...meanings].filter(([, languages]) => languages.has(norwegian(language)));
  return inLanguage.length === 1 ? inLanguage[0]?.[0] : 'ambiguous';
}

/** Both written forms of Norwegian are one here. */
function norwegian(language: string | undefined): string {
  return language === 'nb' || language === 'nn' ? 'no' : (language ?? '');
}

/** Whether a text names a role, whichever. Bare codes do not: `res` in a name is no role. */
export function isRoleText(text: string): boolean {
  return relatorMeanings(text) !== undefined;
}

/** Whether a text can name the role of that code. */
export function isTextOfRole(text: string, code: string): boolean {
  return relatorMeanings(text)?.has(code) === true;
}
