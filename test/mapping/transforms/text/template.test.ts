import { describe, expect, test } from 'vitest';
import { template } from '../../../../src/mapping/transforms/text/template.ts';

describe('the transform "template"', () => {
  test.each([
    ['{family}[, {given}]', { family: 'Popović', given: 'Nikola' }, 'Popović, Nikola'],
    ['{family}[, {given}]', { family: 'Popović' }, 'Popović'],
    ['{family}[, {given}]', {}, undefined],
    ['[{part.volume}][({part.issue})]', { part: { volume: '18', issue: '2' } }, '18(2)'],
    ['doi:{.}', '10.1234/a', 'doi:10.1234/a'],
    ['p. {n}', { n: 5 }, 'p. 5'],
  ])('%s of %j is %j', (pattern, value, expected) => {
    if (template.kind !== 'value') throw new Error('a value transform is expected');
    const fill = template.bind(template.arguments.parse(pattern)) as (value: unknown) => unknown;
    expect(fill(value)).toBe(expected);
  });
});
