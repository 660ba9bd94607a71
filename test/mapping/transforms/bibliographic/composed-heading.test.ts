import { describe, expect, test } from 'vitest';
import { composedHeading } from '../../../../src/mapping/transforms/bibliographic/composed-heading.ts';

const CONTEXT = { lang: undefined, report: () => undefined, confidence: () => undefined };
const composed = (subject: object): unknown => {
  if (composedHeading.kind !== 'value') throw new Error('it works on values');
  return composedHeading.bind(undefined as never)(subject as never, CONTEXT);
};

describe('the transform "composed_heading"', () => {
  test('makes the label of the parts', () => {
    const parts = [
      { label: 'Serbia', kind: 'place' },
      { label: 'History', kind: 'topic' },
    ];
    expect(composed({ scheme: 'lcsh', parts })).toEqual({
      scheme: 'lcsh',
      parts,
      label: 'Serbia -- History',
    });
  });

  test('makes the only part the subject itself, whose own scheme goes first', () => {
    const parts = [{ label: 'Serbia', kind: 'place', scheme: 'gnd' }];
    expect(composed({ scheme: 'lcsh', lang: 'en', parts })).toEqual({
      label: 'Serbia',
      kind: 'place',
      scheme: 'gnd',
      lang: 'en',
      parts: [],
    });
  });

  test('leaves a subject that has a label, or no parts', () => {
    const whole = { label: 'Bridges', parts: [{ label: 'Bridges', kind: 'topic' }] };
    expect(composed(whole)).toBe(whole);
    expect(composed({ uri: 'https://example.org/1' })).toEqual({ uri: 'https://example.org/1' });
  });
});
