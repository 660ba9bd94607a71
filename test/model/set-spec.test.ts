import { expect, test } from 'vitest';
import { ancestorsOf, isSameSets, SET_SPEC, withoutAncestors } from '../../src/model/set-spec.ts';

test.each([
  ['a', []],
  ['a:b', ['a']],
  ['a:b:c', ['a', 'a:b']],
])('above %s are %j', (setSpec, ancestors) => {
  expect(ancestorsOf(setSpec)).toEqual(ancestors);
});

test.each([
  [
    ['a', 'a:b', 'ab'],
    ['a:b', 'ab'],
  ],
  [['a:b', 'a', 'a'], ['a:b']],
  [['a:b:c', 'a', 'a:b'], ['a:b:c']],
  [
    ['b', 'a'],
    ['b', 'a'],
  ],
])('of %j the deepest are %j', (sets, deepest) => {
  expect(withoutAncestors(sets)).toEqual(deepest);
});

test.each([
  [['a', 'b'], ['b', 'a'], true],
  [['a'], ['a', 'b'], false],
  [['a', 'b'], ['a', 'c'], false],
  [[], [], true],
])('%j and %j are the same sets: %s', (left, right, same) => {
  expect(isSameSets(left, right)).toBe(same);
});

test.each([
  ['a', true],
  ["A-z_9.!~*'():b", true],
  ['', false],
  ['a:', false],
  [':a', false],
  ['a::b', false],
  ['a b', false],
  ['a/b', false],
  ['č', false],
])('%j is a setSpec: %s', (text, is) => {
  expect(SET_SPEC.test(text)).toBe(is);
});
