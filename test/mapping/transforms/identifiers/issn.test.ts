import { describe, expect, test } from 'vitest';
import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { issn } from '../../../../src/mapping/transforms/identifiers/issn.ts';
import { applyInLanguage } from '../apply-in-context.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(issn, {
  'reads a labelled or hyphenated number': [
    { value: 'ISSN 1234-5679', gives: { scheme: 'issn', value: '1234-5679' } },
    { value: '1234-5679', gives: { scheme: 'issn', value: '1234-5679' } },
    { value: 'ISSN: 12345679', gives: { scheme: 'issn', value: '1234-5679' } },
    { value: 'urn:ISSN:2434-561x', gives: { scheme: 'issn', value: '2434-561X' } },
    {
      value: 'https://portal.issn.org/resource/ISSN/1234-5679',
      gives: { scheme: 'issn', value: '1234-5679' },
    },
  ],
  'tells the medium as qualifier': [
    { value: 'eISSN 1234-5679', gives: { scheme: 'issn', value: '1234-5679', qualifier: 'online' } },
    { value: 'p-ISSN: 1234-5679', gives: { scheme: 'issn', value: '1234-5679', qualifier: 'print' } },
    { value: '1234-5679 (Online)', gives: { scheme: 'issn', value: '1234-5679', qualifier: 'Online' } },
  ],
  'does not take a wrong check digit for an ISSN, and says so': [
    { value: '1234-5678', gives: NOT_MINE, reports: ['issn.invalid'] },
    { value: 'ISSN 1234-5678', gives: NOT_MINE, reports: ['issn.invalid'] },
  ],
  'leaves eight bare digits and other values to others': [
    { value: '12345679', gives: NOT_MINE },
    { value: 'Tokovi istorije', gives: NOT_MINE },
  ],
});

describe('eight bare digits', () => {
  test.each([
    ['03702693', { scheme: 'issn', value: '0370-2693' }],
    ['2434561x', { scheme: 'issn', value: '2434-561X' }],
    ['03702694', NOT_MINE],
    // The check digit is right, but it is a day.
    ['20100112', NOT_MINE],
    ['1234-5679', { scheme: 'issn', value: '1234-5679' }],
  ])('are an ISSN where the mapping takes them for one: %s', (value, expected) => {
    expect(applyInLanguage(issn, value, { args: { bare: true } })).toEqual(expected);
  });
});
