import { describe, expect, it } from 'vitest';
import { parseRecordsPage, type RecordsPage } from '../../src/client/parse-page.ts';
import { readEnvelope } from '../../src/xml/read-envelope.ts';
import { oai, record, RESPONSE_DATE } from './responses.ts';

describe('a record', () => {
  it('has its header, its metadata as sent, and its about containers', () => {
    const page = parse(`<record>
      <header><identifier>oai:x:1</identifier><datestamp>2026-01-01</datestamp><setSpec>a</setSpec><setSpec>b:c</setSpec></header>
      <metadata><d:dc xmlns:d="urn:d"><d:title>A &amp; B</d:title></d:dc></metadata>
      <about><p xmlns="urn:p"/></about><about><q xmlns="urn:q"/></about></record>`);
    const [only] = page.records;
    expect(only?.header).toEqual({
      identifier: 'oai:x:1',
      datestamp: '2026-01-01',
      setSpecs: ['a', 'b:c'],
      deleted: false,
    });
    expect(only?.metadata?.xml.trim()).toBe('<d:dc xmlns:d="urn:d"><d:title>A &amp; B</d:title></d:dc>');
    expect(only?.metadata?.namespaces).toMatchObject({ '': 'http://www.openarchives.org/OAI/2.0/' });
    expect(only?.about.map(({ xml }) => xml)).toEqual(['<p xmlns="urn:p"/>', '<q xmlns="urn:q"/>']);
  });

  it('has its identifier, datestamp and sets without the blanks around, and each set once', () => {
    const page = parse(`<record><header><identifier>
      oai:x:1 </identifier><datestamp> 2026-01-01
      </datestamp><setSpec> a </setSpec><setSpec>a</setSpec><setSpec/></header></record>`);
    expect(page.records[0]?.header).toMatchObject({
      identifier: 'oai:x:1',
      datestamp: '2026-01-01',
      setSpecs: ['a'],
    });
  });

  it.each(['deleted', 'Deleted', ' DELETED '])(
    'with status "%s" is deleted, and has no metadata',
    (status) => {
      const header = `<header status="${status}"><identifier>oai:x:1</identifier><datestamp>2026-01-01</datestamp></header>`;
      const page = parse(`<record>${header}<metadata><dc/></metadata></record>`);
      expect(page.records[0]?.header.deleted).toBe(true);
      expect(page.records[0]).not.toHaveProperty('metadata');
      expect(page.records[0]?.repairs).toEqual(['metadata-of-deleted-record']);
    },
  );

  it.each(['', '<metadata/>', '<metadata>  </metadata>'])(
    'that lives without metadata is there: "%s"',
    (metadata) => {
      const header = '<header><identifier>oai:x:1</identifier><datestamp>2026-01-01</datestamp></header>';
      const page = parse(`<record>${header}${metadata}</record>`);
      expect(page.records[0]?.header).toMatchObject({ identifier: 'oai:x:1', deleted: false });
      expect(page.records[0]).not.toHaveProperty('metadata');
    },
  );

  it.each([
    { case: 'no header', broken: '<record><metadata><dc/></metadata></record>' },
    { case: 'an empty header', broken: '<record><header/><metadata><dc/></metadata></record>' },
    {
      case: 'no identifier',
      broken: '<record><header><datestamp>x</datestamp></header><metadata><dc/></metadata></record>',
    },
    { case: 'nothing', broken: '<record/>' },
  ])('with $case is there without identifier, and costs its page nothing', ({ broken }) => {
    const page = parse(`${record('oai:x:1')}${broken}${record('oai:x:3')}`);
    expect(page.records.map(({ header }) => header.identifier)).toEqual(['oai:x:1', '', 'oai:x:3']);
  });

  it('is found under a prefix, and in no namespace (F99)', () => {
    const prefixed = `<o:OAI-PMH xmlns:o="http://www.openarchives.org/OAI/2.0/"><o:ListRecords><o:record><o:header>
      <o:identifier>a</o:identifier></o:header></o:record></o:ListRecords></o:OAI-PMH>`;
    const bare = `<OAI-PMH><ListRecords><record><header><identifier>a</identifier></header></record></ListRecords></OAI-PMH>`;
    for (const text of [prefixed, bare]) {
      expect(parseText(text).records.map(({ header }) => header.identifier)).toEqual(['a']);
    }
  });
});

describe('a page', () => {
  it('has the clock of the repository and its token with what that says', () => {
    const page = parse(
      `${record('a')}<resumptionToken cursor="100" completeListSize="835" expirationDate="2026-03-02T00:00:00Z">t</resumptionToken>`,
    );
    expect(page.responseDate).toBe(RESPONSE_DATE);
    expect(page.resumptionToken).toEqual({
      text: 't',
      cursor: 100,
      completeListSize: 835,
      expirationDate: '2026-03-02T00:00:00Z',
    });
    expect(page.completeListSize).toBe(835);
  });

  it('still says the size of the list when it is the last', () => {
    const page = parse(`${record('a')}<resumptionToken cursor="800" completeListSize="835"/>`);
    expect(page).not.toHaveProperty('resumptionToken');
    expect(page.completeListSize).toBe(835);
  });

  it.each(['', '-1', 'many', '1.5'])(
    'leaves out a cursor and a size that are no numbers: "%s" (F75, F76)',
    (number) => {
      const page = parse(
        `<resumptionToken cursor="${number}" completeListSize="${number}">t</resumptionToken>`,
      );
      expect(page.resumptionToken).toEqual({ text: 't' });
    },
  );

  it('has a token whose references are resolved once, and no more (F68)', () => {
    const page = parse('<resumptionToken>a%253D&amp;amp;b</resumptionToken>');
    expect(page.resumptionToken?.text).toBe('a%253D&amp;b');
  });

  it('may be without a clock (F93)', () => {
    expect(parseText('<OAI-PMH><ListRecords/></OAI-PMH>').responseDate).toBe('');
  });
});

function parse(content: string): RecordsPage {
  return parseText(oai(`<ListRecords>${content}</ListRecords>`));
}

function parseText(text: string): RecordsPage {
  return parseRecordsPage({ url: 'http://example.org/oai', ...readEnvelope(text) });
}
