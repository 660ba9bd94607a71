import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ourIdentifier, parseOurIdentifier } from '../../src/model/identifier.ts';

const OURS = 'aggregator.example.org';
/** The pattern of oai-identifier.xsd. */
const OAI_IDENTIFIER =
  /^oai:[a-zA-Z][a-zA-Z0-9-]*(\.[a-zA-Z][a-zA-Z0-9-]+)+:[a-zA-Z0-9\-_.!~*'();/?:@&=+$,%]+$/;

describe('ourIdentifier', () => {
  it.each([
    ['oai:arXiv.org:cs/0112017', 'oai:aggregator.example.org:arxiv/oai:arXiv.org:cs/0112017'],
    ['10.1000/x<y>', 'oai:aggregator.example.org:arxiv/10.1000/x%3Cy%3E'],
    ['a b%20c', 'oai:aggregator.example.org:arxiv/a%20b%2520c'],
    ['запис', 'oai:aggregator.example.org:arxiv/%D0%B7%D0%B0%D0%BF%D0%B8%D1%81'],
  ])('escapes %j by the rules of the guideline', (identifier, expected) => {
    expect(ourIdentifier(OURS, { job: 'arxiv', identifier })).toBe(expected);
  });

  it('can be read back, whatever the repository calls its records', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (identifier) => {
        const key = { job: 'a-job', identifier: identifier.toWellFormed() };
        const ours = ourIdentifier(OURS, key);
        expect(ours).toMatch(OAI_IDENTIFIER);
        expect(parseOurIdentifier(OURS, ours)).toEqual(key);
      }),
    );
  });

  it.each([
    'oai:aggregator.example.org:arxiv',
    'oai:aggregator.example.org:arxiv/',
    'oai:aggregator.example.org:/x',
    'oai:other.example.org:arxiv/x',
    'oai:aggregator.example.org:arxiv/x%zz',
    'oai:aggregator.example.org:arxiv/x%3c',
    'oai:aggregator.example.org:arxiv/%61',
    'oai:aggregator.example.org:arxiv/x y',
    '',
  ])('does not know %j, which it would not have made', (identifier) => {
    expect(parseOurIdentifier(OURS, identifier)).toBeUndefined();
  });
});
