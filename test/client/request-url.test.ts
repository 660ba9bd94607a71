import { describe, expect, it } from 'vitest';
import { encodeArguments, withQuery } from '../../src/client/request-url.ts';

describe('the arguments of a request', () => {
  it('begin with the verb and keep their order, whatever order they are given in (F49)', () => {
    const values = { set: 's', until: '2026-02-01', from: '2026-01-01', metadataPrefix: 'oai_dc' };
    expect(encodeArguments({ ...values, verb: 'ListRecords' })).toBe(
      'verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-02-01&set=s',
    );
  });

  it('are left out when they are empty (F49)', () => {
    expect(encodeArguments({ verb: 'ListRecords', set: '', from: undefined })).toBe('verb=ListRecords');
  });

  it('keep the colons and slashes of datestamps, sets and identifiers (F50)', () => {
    const values = {
      verb: 'GetRecord',
      identifier: 'oai:example.org:a/b c&d',
      from: '2026-01-01T00:00:00Z',
    } as const;
    expect(encodeArguments(values)).toBe(
      'verb=GetRecord&identifier=oai:example.org:a/b%20c%26d&from=2026-01-01T00:00:00Z',
    );
  });

  it.each([
    { token: 'a+b/c=d&e%f#g;h i!', encoded: 'a%2Bb%2Fc%3Dd%26e%25f%23g%3Bh%20i%21' },
    { token: 'metadataPrefix%3Doai_dc%253D', encoded: 'metadataPrefix%253Doai_dc%25253D' },
    { token: 'verb=x&from=1', encoded: 'verb%3Dx%26from%3D1' },
    { token: '😀é', encoded: '%F0%9F%98%80%C3%A9' },
    { token: '\ud800', encoded: '%EF%BF%BD' },
  ])('encode the token $token exactly once (F66, F68)', ({ token, encoded }) => {
    const query = encodeArguments({ verb: 'ListRecords', resumptionToken: token });
    expect(query).toBe(`verb=ListRecords&resumptionToken=${encoded}`);
  });

  it('can hold the token as it came, with only what no URL may hold encoded (F67)', () => {
    const query = encodeArguments(
      { verb: 'ListRecords', resumptionToken: 'a:b/c=d%3D#é ' },
      { rawToken: true },
    );
    expect(query).toBe('verb=ListRecords&resumptionToken=a:b/c=d%3D%23%C3%A9%20');
  });
});

describe('a base URL', () => {
  it.each([
    { url: 'http://example.org/oai', full: 'http://example.org/oai?verb=Identify' },
    { url: 'http://example.org/oai/', full: 'http://example.org/oai/?verb=Identify' },
    { url: 'http://example.org/a//b/%7Ex', full: 'http://example.org/a//b/%7Ex?verb=Identify' },
    { url: 'http://example.org/oai.php?db=x', full: 'http://example.org/oai.php?db=x&verb=Identify' },
    { url: 'http://example.org/oai?', full: 'http://example.org/oai?verb=Identify' },
    { url: 'http://example.org/oai?db=x&', full: 'http://example.org/oai?db=x&verb=Identify' },
    { url: 'http://example.org/oai#top', full: 'http://example.org/oai?verb=Identify' },
  ])('keeps its path and its own query: $url (F48)', ({ url, full }) => {
    expect(withQuery(url, 'verb=Identify')).toBe(full);
  });
});
