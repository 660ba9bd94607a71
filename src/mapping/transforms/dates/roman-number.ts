const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
const CANONICAL = /^M{0,3}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})$/;

/** The value of a Roman numeral in either case, `undefined` for anything else. Early printers' `IIII` counts. */
export function romanNumber(text: string): number | undefined {
  const letters = text.toUpperCase();
  if (letters === '' || !CANONICAL.test(letters)) return undefined;
  const values = [...letters].map((letter) => VALUES[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
