import { expect, it } from 'vitest';
import { didYouMean } from '../../src/yaml/did-you-mean.ts';

it.each([
  ['coar_tpye', ['coar_type', 'dcmi_type'], ' (did you mean "coar_type"?)'],
  ['requierd', ['required', 'from'], ' (did you mean "required"?)'],
  ['Trim', ['trim'], ' (did you mean "trim"?)'],
  ['xyz', ['trim', 'split'], ''],
  ['a', [], ''],
])('suggests for %j of %j: %j', (word, known, suggestion) => {
  expect(didYouMean(word, known)).toBe(suggestion);
});
