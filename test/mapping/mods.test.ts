import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { createCoverage } from '../../src/mapping/coverage.ts';
import { loadMappings } from '../../src/mapping/load-mappings.ts';
import { mapRecord } from '../../src/mapping/map-record.ts';
import type { InputMapping } from '../../src/mapping/mapping.ts';
import { testMapping, testRecord } from '../../src/mapping/test-mapping.ts';
import type { Description } from '../../src/model/canonical.ts';

let mapping: InputMapping;
beforeAll(async () => {
  const { inputs } = await loadMappings(fileURLToPath(new URL('../../mappings', import.meta.url)));
  mapping = inputs.get('mods')!;
});

test('every inline test of the MODS mapping passes', () => {
  expect(testMapping(mapping).filter(({ ok }) => !ok)).toEqual([]);
});

function mapped(inside: string): { description: Description; unmapped: readonly string[] } {
  const xml = `<mods xmlns="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink">
    <titleInfo><title>Chronicle</title></titleInfo>${inside}</mods>`;
  const coverage = createCoverage(mapping);
  const result = mapRecord(testRecord(xml, mapping), mapping, { coverage });
  if (result.kind !== 'mapped') throw new Error(result.message);
  return { description: result.description, unmapped: coverage.report().unmapped.map(({ path }) => path) };
}

describe('an article before a title', () => {
  test.each([
    ['The', 'The '],
    ['The ', 'The '],
    ['L’', 'L’'],
    ["L'", "L'"],
    ['al-', 'al-'],
  ])('"%s" is kept as "%s"', (written, nonSort) => {
    const { description } = mapped(
      `<titleInfo type="alternative"><nonSort>${written}</nonSort><title>A</title></titleInfo>`,
    );
    expect(description.titles[1]!.nonSort).toBe(nonSort);
  });
});

describe('an event without a type', () => {
  test.each([
    ['publication', '<publisher>Prosveta</publisher>'],
    ['publication', '<place><placeTerm>Beograd</placeTerm></place><dateIssued>1999</dateIssued>'],
    ['creation', '<place><placeTerm>Beograd</placeTerm></place><dateCreated>1999</dateCreated>'],
    ['capture', '<place><placeTerm>Beograd</placeTerm></place><dateCaptured>1999</dateCaptured>'],
    ['other', '<place><placeTerm>Beograd</placeTerm></place>'],
  ])('is a %s by its elements: %s', (type, inside) => {
    expect(mapped(`<originInfo>${inside}</originInfo>`).description.events).toMatchObject([{ type }]);
  });
});

test('a second host is a relation, not mixed into the first', () => {
  const host = (title: string): string =>
    `<relatedItem type="host"><titleInfo><title>${title}</title></titleInfo></relatedItem>`;
  const { description } = mapped(host('First') + host('Second'));
  expect(description.host?.title).toBe('First');
  expect(description.relations).toMatchObject([{ type: 'IsPartOf', title: 'Second' }]);
});

test('the language of a part that the model does not know is no language of the work', () => {
  const { description } = mapped(
    '<language objectPart="libretto"><languageTerm type="code">ita</languageTerm></language>',
  );
  expect(description.languages).toEqual([]);
  expect(description.notes).toEqual([{ value: 'ita', type: 'language of libretto' }]);
});

test('a code in place of a URI is kept as an identifier of its own scheme', () => {
  const { description, unmapped } = mapped(
    '<name type="personal" authority="kth" xlink:href="janem"><namePart type="family">Olsson</namePart></name>',
  );
  expect(description.agents[0]!.identifiers).toMatchObject([{ scheme: 'kth', value: 'janem' }]);
  expect(description.agents[0]!.uri).toBeUndefined();
  expect(unmapped).toEqual([]);
});
