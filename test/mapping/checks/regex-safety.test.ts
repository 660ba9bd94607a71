import { expect, test } from 'vitest';
import { REGEX_INPUT_LIMIT, regexProblem } from '../../../src/mapping/load/regex/safety.ts';

const DOUBLES = 'its time doubles with each character';
const FASTER = 'its time grows faster than the square';

const HOSTILE: readonly (readonly [pattern: string, why: string])[] = [
  ['(a+)+$', DOUBLES],
  ['(a*)*', DOUBLES],
  ['(.*)*', DOUBLES],
  ['(?:a|a)*$', DOUBLES],
  [String.raw`(\w|\d)+$`, DOUBLES],
  [String.raw`(?:\p{L}|[a-z])*!`, DOUBLES],
  ['(?:a|b|ab)*c', DOUBLES],
  [String.raw`^(\w+\s?)*$`, DOUBLES],
  ['(a+b?)+$', DOUBLES],
  ['(x+x+)+y', 'one repetition twice in a row'],
  [String.raw`(?:\s*,\s*)*$`, DOUBLES],
  [String.raw`(\d{1,3})+x`, DOUBLES],
  ['(a{1,30}){1,30}', DOUBLES],
  ['(?:a?){30}x', DOUBLES],
  ['(?:a?b?){0,30}x', DOUBLES],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', DOUBLES],
  ['(?=(a+)+$)x', DOUBLES],
  ['.*.*x', 'one repetition twice in a row'],
  [String.raw`\s*\s*$`, 'one repetition twice in a row'],
  [String.raw`^\s*\s*$`, 'one repetition twice in a row'],
  [String.raw`\s*[ \t]*$`, FASTER],
  ['a.*b.*c', FASTER],
  [String.raw`^.*?(\d+).*?(\d+)$`, FASTER],
  [String.raw`.{0,500}\s{0,500}$`, FASTER],
  [String.raw`(?:(?=.*x)a)*`, 'repeats a lookahead that repeats something itself'],
  ['(?<=a)b', 'a lookbehind'],
  ['(?<!a)b', 'a lookbehind'],
  [String.raw`(a)\1`, 'a backreference'],
  [String.raw`(?<x>a)\k<x>`, 'a backreference'],
  [
    '(?i)doi',
    'has the flags (?i), which patterns do not take here; for "i" write both letters, as in [Dd][Oo][Ii]',
  ],
  ['^(?i:doi|hdl):', 'write both letters, as in [Dd][Oo][Ii]'],
  [
    '(?s-m:a.b)',
    'for "s" write [^] for any character, line breaks too; for "m" write (?:^|\\n) and (?:\\n|$)',
  ],
  ['(?L)x', 'has the flags (?L), which patterns do not take here'],
  ['(', 'does not compile'],
  [String.raw`\y`, 'does not compile'],
];

test.each(HOSTILE)('the pattern %s is refused', (pattern, why) => {
  expect(regexProblem(pattern)?.message).toContain(why);
});

const HONEST: readonly string[] = [
  String.raw`^\s*|\s+$`,
  String.raw`\s*[*†‡]+$`,
  '^(.+)$',
  '^[^;]*;[^;]*;',
  String.raw`^([A-Z][A-Za-z ]{2,30}):\s*(.*)$`,
  String.raw`^([^;]{2,300}?)\s{0,3};\s{0,3}([^;]{1,40})$`,
  String.raw`^https?://.*/resource_types?/[\w-]+/?$`,
  String.raw`^(?:[^"\\]|\\.)*$`,
  '^(?:foo|bar|foobar)$',
  String.raw`\(?i: [(?i)]`,
  '([a]?i)',
  '(?:ab|a)+$',
  String.raw`(?:.|\n)*x`,
  String.raw`\w+@\w+\.\w+`,
  String.raw`(\d{4}-\d{4}-\d{4}-\d{3}[\dX])`,
  String.raw`^\d{13}$`,
  String.raw`(?:\.\d{1,3}){0,4}`,
  String.raw`^26\d-(?!00)`,
  String.raw`(?:[\[(][^\])]{0,40}[\])])?$`,
  String.raw`\u{1F600}+x`,
  '((a*)b)*',
];

test.each(HONEST)('the pattern %s is taken', (pattern) => {
  expect(regexProblem(pattern)).toBeUndefined();
});

test.each(HONEST)('the pattern %s is soon done with long and hostile values', (pattern) => {
  const regex = new RegExp(pattern, 'u');
  const length = REGEX_INPUT_LIMIT / 4;
  const run = (text: string): string => text.repeat(Math.ceil(length / text.length)).slice(0, length);
  // The runner's limit of time is the measure: an explosion would never come back.
  for (const text of ['a', ' ', '1', ';', 'a;', 'ab', '\\', 'A a:', 'http://', '1.', '*', '\u{1F600}']) {
    regex.test(`${run(text)}\n`);
  }
});
