import { describe, expect, test } from 'vitest';
import { DCMI_TYPES } from '../../../src/model/canonical.ts';
import { BUILTIN_TABLES, VOCABULARY_NAMES, vocabularyOf } from '../../../src/mapping/vocab/index.ts';
import { COAR_TYPE_SYNONYMS, EUREPO_INPUT_TYPES } from '../../../src/mapping/vocab/coar-type-synonyms.ts';
import { COAR_TYPES } from '../../../src/mapping/vocab/coar-types.ts';
import { CC_PORTS, CC_VERSIONS, LICENCE_PAGES, SPDX_IDS } from '../../../src/mapping/vocab/licences.ts';
import { findTerm, foldTerm, termIndex } from '../../../src/mapping/vocab/fold-term.ts';

const LABELS = new Set(COAR_TYPES.map(({ label }) => label));

describe('the COAR resource types', () => {
  test('have one URI and one label each', () => {
    expect(new Set(COAR_TYPES.map(({ uri }) => uri)).size).toBe(COAR_TYPES.length);
    expect(LABELS.size).toBe(COAR_TYPES.length);
  });

  test('are what every synonym stands for', () => {
    expect(Object.keys(COAR_TYPE_SYNONYMS).filter((label) => !LABELS.has(label))).toEqual([]);
    expect([...EUREPO_INPUT_TYPES.values()].filter((label) => !LABELS.has(label))).toEqual([]);
  });

  test('share no synonym', () => {
    const owners = new Map<string, string>();
    const shared: string[] = [];
    for (const [label, names] of Object.entries(COAR_TYPE_SYNONYMS)) {
      for (const name of [label, ...names.split('|')]) {
        const owner = owners.get(foldTerm(name)) ?? label;
        if (owner !== label) shared.push(`${name}: ${owner}, ${label}`);
        owners.set(foldTerm(name), owner);
      }
    }
    expect(shared).toEqual([]);
  });
});

describe('builtin tables', () => {
  test('lead from URIs of the vocabulary they translate', () => {
    const types = vocabularyOf('coar-type')!;
    for (const name of ['coar-type-label', 'coar-to-dcmi', 'eurepo-type']) {
      expect([...BUILTIN_TABLES.get(name)!.keys()].filter((uri) => !types.has(uri))).toEqual([]);
    }
  });

  test('lead to DCMI types and back out of them', () => {
    const dcmi = new Set<string>(DCMI_TYPES);
    // What has no DCMI type by design stands for nothing.
    const types = [...BUILTIN_TABLES.get('coar-to-dcmi')!.values()].filter((type) => type !== '');
    expect(types.filter((type) => !dcmi.has(type))).toEqual([]);
    expect(
      [...BUILTIN_TABLES.get('mods-type-of-resource')!.keys()].filter((type) => !dcmi.has(type)),
    ).toEqual([]);
  });

  test.each([
    ['coar-type-label', 'http://purl.org/coar/resource_type/c_3248', 'book part'],
    ['coar-to-dcmi', 'http://purl.org/coar/resource_type/c_3248', 'Text'],
    ['coar-to-dcmi', 'http://purl.org/coar/resource_type/c_1843', ''],
    ['eurepo-type', 'http://purl.org/coar/resource_type/c_3248', 'info:eu-repo/semantics/bookPart'],
    ['eurepo-type', 'http://purl.org/coar/resource_type/c_46ec', undefined],
    [
      'eurepo-version',
      'http://purl.org/coar/version/c_970fb48d4fbd8a85',
      'info:eu-repo/semantics/publishedVersion',
    ],
    ['eurepo-access', 'http://purl.org/coar/access_right/c_14cb', 'info:eu-repo/semantics/closedAccess'],
    ['coar-access-label', 'http://purl.org/coar/access_right/c_abf2', 'open access'],
    ['mods-type-of-resource', 'StillImage', 'still image'],
    ['mods-type-of-resource', 'Image', undefined],
    ['mods-url-access', 'landing', 'object in context'],
    ['mods-url-access', 'unknown', undefined],
    ['relator-label', 'aut', 'author'],
  ])('%s: %s is %s', (table, key, value) => {
    expect(BUILTIN_TABLES.get(table)!.get(key)).toBe(value);
  });
});

describe('licences', () => {
  test('of other publishers are SPDX identifiers', () => {
    expect([...LICENCE_PAGES.values()].filter((id) => SPDX_IDS.get(id.toLowerCase()) !== id)).toEqual([]);
  });

  test('of the six Creative Commons kinds have every version from 1.0 to 4.0', () => {
    const kinds = ['by', 'by-nc', 'by-nc-nd', 'by-nc-sa', 'by-nd', 'by-sa'];
    const versions = ['1.0', '2.0', '2.1', '2.5', '3.0', '4.0'];
    const paths = kinds.flatMap((kind) => versions.map((version) => `licenses/${kind}/${version}`));
    expect(paths.filter((path) => !CC_VERSIONS.has(path))).toEqual([]);
  });

  test('of Creative Commons have each port that SPDX knows', () => {
    const ported = [...SPDX_IDS.keys()].flatMap((id) => {
      const [, code, version, port] = /^cc-(by[a-z-]*)-(\d\.\d)-([a-z]+)$/.exec(id) ?? [];
      return port === undefined ? [] : [{ path: `licenses/${code}/${version}`, port }];
    });
    expect(ported.length).toBeGreaterThan(15);
    expect(ported.filter(({ path, port }) => CC_VERSIONS.get(path)?.ports.has(port) !== true)).toEqual([]);
  });

  test('of Creative Commons have no port in version 4.0', () => {
    expect(CC_VERSIONS.get('licenses/by/4.0')?.ports.size).toBe(0);
    expect(CC_PORTS.has('igo')).toBe(true);
  });
});

test('every vocabulary for the values of tables has values', () => {
  expect(VOCABULARY_NAMES.filter((name) => (vocabularyOf(name)?.size ?? 0) < 3)).toEqual([]);
});

describe('MARC source codes', () => {
  test.each([
    ['marc-subject', 'agrovoc'],
    ['marc-subject', 'lcdgt'],
    ['marc-subject', 'itis'],
    ['marc-genre', 'aat'],
    ['marc-genre', 'lcgft'],
    ['marc-classification', 'ubtkl/2'],
    ['marc-identifier', 'doi'],
    ['marc-name', 'cantic'],
    ['marc-carrier', 'rdacarrier'],
    ['marc-relator-source', 'marcrelator'],
  ])('%s has %s', (list, code) => {
    expect(vocabularyOf(list)!.has(code)).toBe(true);
  });

  test.each([
    ['marc-subject', 'lcgft'],
    ['marc-classification', 'lcsh'],
    ['marc-name', 'orcid'],
  ])('%s has no %s', (list, code) => {
    expect(vocabularyOf(list)!.has(code)).toBe(false);
  });
});

describe('terms', () => {
  test.each([
    ['conferenceObject', 'Conference object'],
    ['Thèse de doctorat', 'these de doctorat'],
    ['ЧЛАНАК', 'чланак'],
  ])('"%s" and "%s" are one', (one, other) => {
    expect(foldTerm(one)).toBe(foldTerm(other));
  });

  test('belong to the first that claims them, and prose is none', () => {
    const index = termIndex([
      [1, 'a|b'],
      [2, 'b|c|'],
    ]);
    expect([
      findTerm(index, 'B'),
      findTerm(index, 'c'),
      findTerm(index, ''),
      findTerm(index, 'a'.repeat(200)),
    ]).toEqual([1, 2, undefined, undefined]);
  });
});
