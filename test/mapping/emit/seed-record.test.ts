import { describe, expect, test } from 'vitest';
import { renderRecord } from '../../../src/mapping/emit/render.ts';
import { canonicalRecordSchema, type CanonicalRecord } from '../../../src/model/canonical.ts';
import { attributeOf, childNamed, childrenNamed, textOf } from '../../../src/xml/look.ts';
import type { XmlElement } from '../../../src/xml/element.ts';
import { readXml } from '../../../src/xml/read-payload.ts';
import { outputMapping } from '../../support/output-mappings.ts';
import { hasShared } from '../../support/shared.ts';
import { validateMods, validateOaiDc } from '../../support/xsd.ts';
import { SEED } from '../../support/seed-record.ts';

const MODS = 'http://www.loc.gov/mods/v3';
const DC = 'http://purl.org/dc/elements/1.1/';

describe('the seed record as MODS', () => {
  const xml = rendered('mods', SEED);
  const mods = readXml(xml);

  test.skipIf(!hasShared())('is valid', () => {
    expect(validateMods(xml)).toEqual([]);
  });

  test('has both titles, each in its script, in one group', () => {
    const titles = childrenNamed(mods, MODS, 'titleInfo');
    expect(
      titles.map((title) => [textAt(title, 'title'), attribute(title, 'script'), attribute(title, 'lang')]),
    ).toEqual([
      ['Први Титов сусрет са Стаљином', 'Cyrl', 'srp'],
      ['Tito’s First Meeting With Stalin', 'Latn', 'eng'],
    ]);
    expect(new Set(titles.map((title) => attribute(title, 'altRepGroup')))).toEqual(new Set(['t1']));
    expect(titles.map((title) => attribute(title, 'type'))).toEqual([undefined, 'translated']);
  });

  test('says nothing of identifiers, rights, access or a place', () => {
    for (const name of ['identifier', 'accessCondition', 'place']) expect(xml).not.toContain(`<mods:${name}`);
  });

  test('has the host with the dot of its ordinal and the extent in pages', () => {
    const host = childrenNamed(mods, MODS, 'relatedItem').find((item) => attribute(item, 'type') === 'host')!;
    expect(textAt(host, 'titleInfo/title')).toBe('Ослобођење Београда 1944.');
    const extent = at(host, 'part/extent')!;
    expect(attribute(extent, 'unit')).toBe('pages');
    expect([textAt(extent, 'start'), textAt(extent, 'end'), textAt(extent, 'total')]).toEqual([
      '147',
      '158',
      '12',
    ]);
  });

  test('has the author with parts of the name, role as code and term, and the form as printed', () => {
    const name = childNamed(mods, MODS, 'name')!;
    expect(
      childrenNamed(name, MODS, 'namePart').map((part) => [attribute(part, 'type'), textOf(part)]),
    ).toEqual([
      ['family', 'Popović'],
      ['given', 'Nikola B.'],
    ]);
    expect(childrenNamed(at(name, 'role')!, MODS, 'roleTerm').map(textOf)).toEqual(['aut', 'author']);
    expect(textAt(name, 'displayForm')).toBe('Nikola B. Popović');
  });

  test('has publisher and key date of one publication', () => {
    const origins = childrenNamed(mods, MODS, 'originInfo');
    expect(origins).toHaveLength(1);
    expect(textAt(origins[0]!, 'publisher')).toBe('Institut za noviju istoriju Srbije');
    const date = at(origins[0]!, 'dateIssued')!;
    expect([textOf(date), attribute(date, 'encoding'), attribute(date, 'keyDate')]).toEqual([
      '2010',
      'edtf',
      'yes',
    ]);
  });

  test('has the period heading as label and interval of one subject', () => {
    const subject = childrenNamed(mods, MODS, 'subject').find((one) => childNamed(one, MODS, 'temporal'))!;
    expect(attribute(subject, 'authority')).toBe('ceeol');
    expect(
      childrenNamed(subject, MODS, 'temporal').map((one) => [textOf(one), attribute(one, 'encoding')]),
    ).toEqual([
      ['WW II and following years', undefined],
      ['1940/1949', 'edtf'],
    ]);
  });

  test('has its language in both code lists, its genre with URI, and its type', () => {
    expect(childrenNamed(at(mods, 'language')!, MODS, 'languageTerm').map(textOf)).toEqual(['srp', 'sr']);
    const genre = at(mods, 'genre')!;
    expect([textOf(genre), attribute(genre, 'valueURI')]).toEqual([
      'book part',
      'http://purl.org/coar/resource_type/c_3248',
    ]);
    expect(textAt(mods, 'typeOfResource')).toBe('text');
  });

  test('says where the description came from and nothing that changes by itself', () => {
    const info = at(mods, 'recordInfo')!;
    expect(info.children.map((child) => [(child as XmlElement).name, textOf(child as XmlElement)])).toEqual([
      ['recordContentSource', 'CEEOL'],
      ['recordIdentifier', 'oai:ceeol.com:1'],
      ['recordOrigin', 'Mapped from oai_dc by sources/ceeol'],
    ]);
    const later: CanonicalRecord = {
      ...SEED,
      source: {
        ...SEED.source,
        datestamp: '2030-01-01',
        harvestedAt: '2030-01-02T00:00:00Z',
        rawHash: 'b',
        mappingHash: 'c',
      },
    };
    expect(rendered('mods', later)).toBe(xml);
    expect(rendered('oai_dc', later)).toBe(rendered('oai_dc', SEED));
  });
});

describe('the seed record as oai_dc', () => {
  const xml = rendered('oai_dc', SEED);
  const dc = readXml(xml);

  test.skipIf(!hasShared())('is valid', () => {
    expect(validateOaiDc(xml)).toEqual([]);
  });

  test('reads as described', () => {
    const lines = dc.children.map((child) => `${(child as XmlElement).name}: ${textOf(child as XmlElement)}`);
    expect(lines).toEqual([
      'title: Први Титов сусрет са Стаљином',
      'title: Tito’s First Meeting With Stalin',
      'creator: Popović, Nikola B.',
      'subject: Diplomatic history',
      'subject: WW II and following years',
      'subject: NOP of Yugoslavia',
      'description: Tito met Stalin for the first time.',
      'publisher: Institut za noviju istoriju Srbije',
      'date: 2010',
      'type: info:eu-repo/semantics/bookPart',
      'type: http://purl.org/coar/resource_type/c_3248',
      'type: Text',
      'format: application/pdf',
      'source: Ослобођење Београда 1944.; 147-158',
      'language: srp',
    ]);
  });

  test('keeps the language of titles, subjects, descriptions and the source', () => {
    const tagged = childrenNamed(dc, DC, 'title').map((one) =>
      attributeOf(one, 'http://www.w3.org/XML/1998/namespace', 'lang'),
    );
    expect(tagged).toEqual(['sr', 'en']);
  });
});

describe('records that would mislead', () => {
  const base = canonicalRecordSchema.parse({ ...SEED, titles: [{ title: 'T', kind: 'main' }], agents: [] });

  test('one person in two scripts is one creator', () => {
    const agents = canonicalRecordSchema.parse({
      ...base,
      agents: [
        {
          kind: 'person',
          family: 'Popović',
          given: 'Nikola',
          roles: ['aut'],
          variants: [{ family: 'Поповић', script: 'Cyrl' }],
        },
      ],
    }).agents;
    expect(texts('oai_dc', { ...base, agents }, 'creator')).toEqual(['Popović, Nikola']);
    expect(rendered('mods', { ...base, agents })).toContain(
      '<mods:alternativeName altType="alternative script" script="Cyrl">',
    );
  });

  test('of several dates oai_dc has one, of publication', () => {
    const { dates } = canonicalRecordSchema.parse({
      ...base,
      dates: [
        { edtf: '2012-01-01', raw: '2012-01-01', type: 'available' },
        { edtf: '2010', raw: '2010', type: 'issued' },
        { edtf: '2009', raw: '2009', type: 'created' },
      ],
    });
    expect(texts('oai_dc', { ...base, dates }, 'date')).toEqual(['2010']);
    const mods = rendered('mods', { ...base, dates });
    expect(mods.match(/keyDate="yes"/g)).toHaveLength(1);
    expect(mods).toContain('<mods:dateIssued encoding="edtf" keyDate="yes">2010</mods:dateIssued>');
  });

  test('embargoed access is only claimed together with its end', () => {
    const uri = 'http://purl.org/coar/access_right/c_f1cf';
    expect(texts('oai_dc', { ...base, access: { uri } }, 'rights')).toEqual([uri]);
    const access = { uri, embargoEnd: '2030-01-01' };
    expect(texts('oai_dc', { ...base, access }, 'rights')).toEqual([
      'info:eu-repo/semantics/embargoedAccess',
      uri,
    ]);
    expect(texts('oai_dc', { ...base, access }, 'date')).toContain('info:eu-repo/date/embargoEnd/2030-01-01');
  });

  test('an invalid identifier is not in oai_dc, and marked in MODS', () => {
    const identifiers = [{ scheme: 'isbn', value: '978-0', invalid: true as const }];
    expect(texts('oai_dc', { ...base, identifiers }, 'identifier')).toEqual([]);
    expect(rendered('mods', { ...base, identifiers })).toContain(
      '<mods:identifier type="isbn" invalid="yes">978-0<',
    );
  });

  test('the host’s group of titles is not the record’s', () => {
    const host = canonicalRecordSchema.parse({
      ...base,
      host: { titles: [{ title: 'H', kind: 'main', group: '1', variants: [] }] },
      titles: [{ title: 'T', kind: 'main', group: '1' }],
    });
    const groups = [...rendered('mods', host).matchAll(/altRepGroup="([^"]+)"/g)].map(([, group]) => group);
    expect(new Set(groups).size).toBe(2);
  });

  test('only relations that MODS has a word for get a type', () => {
    const { relations } = canonicalRecordSchema.parse({
      ...base,
      relations: [
        { type: 'Continues', title: 'A' },
        { type: 'IsSupplementTo', title: 'B' },
        { type: 'related', title: 'C' },
      ],
    });
    const mods = rendered('mods', { ...base, relations });
    expect(mods).toContain('<mods:relatedItem type="preceding"><mods:titleInfo><mods:title>A<');
    expect(mods).toContain(
      '<mods:relatedItem otherType="IsSupplementTo" otherTypeAuth="datacite"><mods:titleInfo>',
    );
    expect(mods).toContain('<mods:relatedItem><mods:titleInfo><mods:title>C<');
  });

  test('forbidden characters are removed and reported', () => {
    const titles = canonicalRecordSchema.parse({
      ...base,
      titles: [{ title: 'a\u0000\ud800b', kind: 'main' }],
    }).titles;
    const result = renderRecord(outputMapping('mods'), { ...base, titles });
    expect(result.ok && result.xml).toContain('<mods:title>ab</mods:title>');
    expect(result.ok && result.issues?.map((issue) => issue.code)).toContain('output.illegal-character');
  });

  test('a record that says nothing is no empty oai_dc', () => {
    const nothing = canonicalRecordSchema.parse({
      schema: SEED.schema,
      id: SEED.id,
      source: SEED.source,
      status: 'active',
    });
    const result = renderRecord(outputMapping('oai_dc'), nothing);
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toEqual(['output.empty']);
  });
});

function rendered(prefix: 'mods' | 'oai_dc', record: CanonicalRecord): string {
  const result = renderRecord(outputMapping(prefix), record);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.xml;
}

function texts(prefix: 'oai_dc', record: CanonicalRecord, name: string): string[] {
  return childrenNamed(readXml(rendered(prefix, record)), DC, name).map(textOf);
}

function at(element: XmlElement, path: string): XmlElement | undefined {
  let found: XmlElement | undefined = element;
  for (const name of path.split('/')) found = found && childNamed(found, MODS, name);
  return found;
}

function textAt(element: XmlElement, path: string): string | undefined {
  const found = at(element, path);
  return found && textOf(found);
}

function attribute(element: XmlElement, name: string): string | undefined {
  return attributeOf(element, '', name);
}
