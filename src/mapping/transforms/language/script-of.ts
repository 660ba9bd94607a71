/** First and last code point of the blocks that matter, in order, and their ISO 15924 code. */
const RANGES: readonly (readonly [number, number, string])[] = [
  [0x0041, 0x024f, 'Latn'], [0x0250, 0x02af, 'Latn'], [0x0370, 0x03ff, 'Grek'], [0x0400, 0x052f, 'Cyrl'], [0x0531, 0x058f, 'Armn'],
  [0x0591, 0x05f4, 'Hebr'], [0x0600, 0x06ff, 'Arab'], [0x0700, 0x074f, 'Syrc'], [0x0750, 0x077f, 'Arab'], [0x0780, 0x07bf, 'Thaa'],
  [0x08a0, 0x08ff, 'Arab'], [0x0900, 0x097f, 'Deva'], [0x0980, 0x09ff, 'Beng'], [0x0a00, 0x0a7f, 'Guru'], [0x0a80, 0x0aff, 'Gujr'],
  [0x0b00, 0x0b7f, 'Orya'], [0x0b80, 0x0bff, 'Taml'], [0x0c00, 0x0c7f, 'Telu'], [0x0c80, 0x0cff, 'Knda'], [0x0d00, 0x0d7f, 'Mlym'],
  [0x0d80, 0x0dff, 'Sinh'], [0x0e00, 0x0e7f, 'Thai'], [0x0e80, 0x0eff, 'Laoo'], [0x0f00, 0x0fff, 'Tibt'], [0x1000, 0x109f, 'Mymr'],
  [0x10a0, 0x10ff, 'Geor'], [0x1100, 0x11ff, 'Hang'], [0x1200, 0x139f, 'Ethi'], [0x13a0, 0x13ff, 'Cher'], [0x1400, 0x167f, 'Cans'],
  [0x1780, 0x17ff, 'Khmr'], [0x1800, 0x18af, 'Mong'], [0x1c90, 0x1cbf, 'Geor'], [0x1e00, 0x1eff, 'Latn'], [0x1f00, 0x1fff, 'Grek'],
  [0x2c00, 0x2c5f, 'Glag'], [0x2c60, 0x2c7f, 'Latn'], [0x2c80, 0x2cff, 'Copt'], [0x2de0, 0x2dff, 'Cyrl'], [0x3041, 0x309f, 'Hira'],
  [0x30a0, 0x30ff, 'Kana'], [0x3100, 0x312f, 'Bopo'], [0x3130, 0x318f, 'Hang'], [0x3400, 0x9fff, 'Hani'], [0xa640, 0xa69f, 'Cyrl'],
  [0xa720, 0xa7ff, 'Latn'], [0xac00, 0xd7af, 'Hang'], [0xf900, 0xfaff, 'Hani'], [0xfb1d, 0xfb4f, 'Hebr'], [0xfb50, 0xfdff, 'Arab'],
  [0xfe70, 0xfeff, 'Arab'], [0xff21, 0xff5a, 'Latn'], [0xff66, 0xff9d, 'Kana'], [0x20000, 0x323af, 'Hani'],
]; // prettier-ignore

const FEWEST_LETTERS = 3;
/** The script of a long text shows at its start. */
const SAMPLE = 2_000;
const NOT_ASCII = /[^\x00-\x7F]/;
const THREE_LATIN = /[A-Za-z][^A-Za-z]*[A-Za-z][^A-Za-z]*[A-Za-z]/;

/**
 * The ISO 15924 code of the script that most letters of a text are in; `undefined` below three letters. Japanese
 * is `Jpan` as soon as kana stand among ideographs, Korean `Kore` when ideographs stand among hangul.
 */
export function scriptOf(text: string): string | undefined {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  if (!NOT_ASCII.test(sample)) return THREE_LATIN.test(sample) ? 'Latn' : undefined;
  const counts = countScripts(sample);
  let total = 0;
  for (const count of counts.values()) total += count;
  if (total < FEWEST_LETTERS) return undefined;
  for (const [script, count] of counts) if (count * 2 > total) return script;
  return undefined;
}

function countScripts(sample: string): ReadonlyMap<string, number> {
  const byNumber = new Uint16Array(SCRIPTS.length);
  for (let i = 0; i < sample.length; i += 1) {
    const code = sample.codePointAt(i)!;
    if (code > 0xffff) i += 1;
    byNumber[scriptNumberOf(code)]! += 1;
  }
  const counts = new Map<string, number>();
  for (let i = 1; i < SCRIPTS.length; i += 1) if (byNumber[i]! > 0) counts.set(SCRIPTS[i]!, byNumber[i]!);
  const merge = (into: string, parts: readonly string[]): void => {
    counts.set(into, parts.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0)); // prettier-ignore
    parts.forEach((part) => counts.delete(part));
  };
  if (counts.has('Hira') || (counts.has('Kana') && counts.has('Hani')))
    merge('Jpan', ['Hira', 'Kana', 'Hani']);
  else if (counts.has('Hang') && counts.has('Hani')) merge('Kore', ['Hang', 'Hani']);
  return counts;
}

/** The scripts by number; 0 is what is no letter, or a letter of no script that matters. */
const SCRIPTS: readonly string[] = ['', ...new Set(RANGES.map(([, , script]) => script))];
const UNSEEN = 0xff;
const LETTER = /\p{L}/u;

/** The script numbers of the characters that have been asked for: a property of Unicode, found out once for each. */
const scriptNumbers = new Uint8Array(0x10000).fill(UNSEEN);

function scriptNumberOf(code: number): number {
  const known = code > 0xffff ? UNSEEN : scriptNumbers[code]!;
  if (known !== UNSEEN) return known;
  const script = LETTER.test(String.fromCodePoint(code)) ? scriptOfLetter(code) : undefined;
  const number = script === undefined ? 0 : SCRIPTS.indexOf(script);
  if (code <= 0xffff) scriptNumbers[code] = number;
  return number;
}

function scriptOfLetter(code: number): string | undefined {
  let low = 0;
  let high = RANGES.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = RANGES[middle];
    if (range === undefined) return undefined;
    if (code < range[0]) high = middle - 1;
    else if (code > range[1]) low = middle + 1;
    else return range[2];
  }
  return undefined;
}
