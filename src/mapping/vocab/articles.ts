/** Leading articles by language (ISO 639-1), after the Library of Congress list for nonfiling characters. */
const ARTICLES: Readonly<Record<string, string>> = {
  af: "die 'n",
  ca: 'el la els les un una l’ l\'',
  da: 'den det de en et',
  de: 'der die das dem den des ein eine einem einen einer eines',
  en: 'the a an',
  es: 'el la lo los las un una unos unas',
  fr: "le la les un une l’ l'",
  gl: 'o a os as un unha',
  hu: 'a az egy',
  it: "il lo la i gli le un uno una l’ l' un’ un'",
  nb: 'den det de en et ei',
  nl: "de het een 't 'n",
  nn: 'den det dei ein ei eit',
  no: 'den det de dei en et ei ein eit',
  pt: 'o a os as um uma uns umas',
  sv: 'den det de en ett',
}; // prettier-ignore

const LONGEST = 6;

const BY_LANGUAGE: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(ARTICLES).map(([language, articles]) => [language, new Set(articles.split(' '))]),
);

/**
 * The number of characters of the leading article with its blank, 0 without one. `lang` is the declared language;
 * undeclared, nothing is an article: `Die` may be English.
 */
export function articleLength(title: string, lang: string | undefined): number {
  const articles = BY_LANGUAGE.get(lang?.split(/[-_]/)[0]?.toLowerCase() ?? '');
  if (articles === undefined) return 0;
  const head = title.slice(0, LONGEST + 1).toLowerCase();
  const word = /^(?:\S{1,6}?['’](?=\S)|\S{1,6}\s+(?=\S))/u.exec(`${head}x`)?.[0];
  if (word === undefined || !articles.has(word.trim())) return 0;
  return word.length < title.length ? word.length : 0;
}
