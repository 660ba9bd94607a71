import { describe, expect, test } from 'vitest';
import { renderProvenance } from '../../src/formats/provenance.ts';
import type { RawXml } from '../../src/model/record.ts';
import { PROVENANCE } from '../../src/oai/namespaces.ts';
import { childNamed, textOf } from '../../src/xml/look.ts';
import type { XmlElement } from '../../src/xml/element.ts';
import { readXml } from '../../src/xml/read-payload.ts';
import { hasShared } from '../support/shared.ts';
import { validateXml } from '../support/xsd.ts';

const ORIGIN = {
  baseUrl: 'https://repository.example.org/oai',
  identifier: 'oai:repository.example.org:1',
  datestamp: '2010-02-03',
  metadataNamespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  harvestDate: '2024-06-01T12:00:00Z',
  altered: true,
} as const;

const LINK = `<p:originDescription harvestDate="2002-02-08T08:55:46Z" altered="true">
  <p:baseURL>http://odd.oa.org</p:baseURL><p:identifier>oai:odd.oa.org:z1x2y3</p:identifier>
  <p:datestamp>1999-08-07T06:05:04Z</p:datestamp><p:metadataNamespace>http://odd.oa.org/odd_fmt</p:metadataNamespace>
</p:originDescription>`;

describe('provenance', () => {
  test('names the origin, in its granularity', () => {
    const xml = render([]);
    expect(chainOf(xml)).toEqual([
      [
        'https://repository.example.org/oai',
        'oai:repository.example.org:1',
        '2010-02-03',
        'http://www.openarchives.org/OAI/2.0/oai_dc/',
      ],
    ]);
    expect(xml).toContain('<originDescription harvestDate="2024-06-01T12:00:00Z" altered="true">');
    expect(xml).toContain(`xsi:schemaLocation="${PROVENANCE.namespace} ${PROVENANCE.schema}"`);
    expect(errorsOf(xml)).toEqual([]);
  });

  test('nests the chain that a record arrived with, whatever its prefixes', () => {
    const xml = render([about(`<p:provenance>${LINK}</p:provenance>`, { p: PROVENANCE.namespace })]);
    expect(chainOf(xml)).toEqual([
      [
        'https://repository.example.org/oai',
        'oai:repository.example.org:1',
        '2010-02-03',
        'http://www.openarchives.org/OAI/2.0/oai_dc/',
      ],
      ['http://odd.oa.org', 'oai:odd.oa.org:z1x2y3', '1999-08-07T06:05:04Z', 'http://odd.oa.org/odd_fmt'],
    ]);
    expect(errorsOf(xml)).toEqual([]);
  });

  test('nests a chain of several links', () => {
    const inner = LINK.replaceAll('odd', 'old');
    const two = LINK.replace('</p:originDescription>', `${inner}</p:originDescription>`);
    const xml = render([about(`<p:provenance xmlns:p="${PROVENANCE.namespace}">${two}</p:provenance>`)]);
    expect(chainOf(xml).map(([baseUrl]) => baseUrl)).toEqual([
      ORIGIN.baseUrl,
      'http://odd.oa.org',
      'http://old.oa.org',
    ]);
    expect(errorsOf(xml)).toEqual([]);
  });

  test.each([
    ['rights', `<rights xmlns="http://www.openarchives.org/OAI/2.0/rights/">originDescription</rights>`],
    [
      'a provenance of another namespace',
      `<p:provenance xmlns:p="http://example.org/">${LINK}</p:provenance>`,
    ],
    ['one that is not well-formed', `<p:provenance xmlns:p="${PROVENANCE.namespace}">${LINK}`],
    ['one with a date that does not exist', provenance(LINK.replace('1999-08-07T06:05:04Z', '1999-02-30'))],
    ['one without a harvest date', provenance(LINK.replace(/harvestDate="[^"]*"/, ''))],
    ['one without a namespace of metadata', provenance(LINK.replace(/<p:metadataNamespace>.*?>\s*/, ''))],
    ['one with a base URL that is none', provenance(LINK.replace('http://odd.oa.org<', 'http://odd oa<'))],
    ['one with "altered" in words', provenance(LINK.replace('altered="true"', 'altered="yes"'))],
  ])('leaves out %s', (_, xml) => {
    const rendered = render([about(xml)]);
    expect(chainOf(rendered)).toHaveLength(1);
    expect(errorsOf(rendered)).toEqual([]);
  });

  test.each([
    ['an identifier with blanks', { identifier: 'oai:x:a b%[1]' }],
    ['an identifier with forbidden characters', { identifier: 'oai:x:\u0001\ud800&<' }],
    ['an identifier that looks like a scheme', { identifier: '1:2' }],
    ['metadata without a namespace', { metadataNamespace: '' }],
  ])('is valid for %s', (_, change) => {
    expect(errorsOf(renderProvenance({ ...ORIGIN, ...change, about: [] }))).toEqual([]);
  });
});

function render(containers: readonly RawXml[]): string {
  return renderProvenance({ ...ORIGIN, about: containers });
}

function about(xml: string, namespaces: Readonly<Record<string, string>> = {}): RawXml {
  return { xml, namespaces };
}

function provenance(content: string): string {
  return `<p:provenance xmlns:p="${PROVENANCE.namespace}">${content}</p:provenance>`;
}

function errorsOf(xml: string): string[] {
  return hasShared() ? validateXml(xml) : [];
}

function chainOf(xml: string): (string | undefined)[][] {
  const chain: (string | undefined)[][] = [];
  let link: XmlElement | undefined = childNamed(readXml(xml), PROVENANCE.namespace, 'originDescription');
  while (link !== undefined) {
    const at: XmlElement = link;
    const text = (name: string): string | undefined => {
      const child = childNamed(at, PROVENANCE.namespace, name);
      return child && textOf(child);
    };
    chain.push(['baseURL', 'identifier', 'datestamp', 'metadataNamespace'].map(text));
    link = childNamed(at, PROVENANCE.namespace, 'originDescription');
  }
  return chain;
}
