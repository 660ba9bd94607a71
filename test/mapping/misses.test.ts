import { expect, test } from 'vitest';
import { createCoverage } from '../../src/mapping/coverage.ts';
import { missesAsCsv, suggestMisses } from '../../src/mapping/misses.ts';
import { dc, loadDc, mapTree } from './mapping-folder.ts';

const RULES = `tables:
  kinds: { inline: { Dissertation: thesis, Journal article: article }, key: casefold, onMiss: warn }
  more: { inline: { buch: book }, onMiss: drop }
  chain: { inline: { x: y }, onMiss: { table: more } }
  codes: { inline: { '0': lcsh }, onMiss: drop }
rules:
  - { id: kind, from: dc:type, use: { lookup: kinds }, to: toc }
  - { id: chain, from: dc:format, use: { lookup: chain }, to: audience }
  - { id: code, from: dc:source, use: { lookup: codes }, to: frequency }
`;

async function missesOf(...records: readonly string[]): Promise<ReturnType<typeof suggestMisses>> {
  const mapping = await loadDc(RULES);
  const coverage = createCoverage(mapping);
  for (const record of records) mapTree(dc(record), mapping, { coverage });
  return suggestMisses(coverage.report(), mapping);
}

test('each value that a table does not know is told once, with how often, where first, and what is near', async () => {
  const type = (text: string): string => `<dc:type>${text}</dc:type>`;
  expect(
    await missesOf(type('Disertation') + type('Film'), type('Disertation'), type('dissertation')),
  ).toEqual([
    {
      table: 'kinds',
      key: 'Disertation',
      count: 2,
      identifier: 'oai:example.org:1',
      suggestion: { key: 'dissertation', value: 'thesis' },
    },
    { table: 'kinds', key: 'Film', count: 1, identifier: 'oai:example.org:1' },
  ]);
});

test('a value is missed by the table that a table sends it on to', async () => {
  expect(await missesOf('<dc:format>bucg</dc:format><dc:format>buch</dc:format>')).toEqual([
    {
      table: 'more',
      key: 'bucg',
      count: 1,
      identifier: 'oai:example.org:1',
      suggestion: { key: 'buch', value: 'book' },
    },
  ]);
});

test.each([
  ['is much too long to compare', 'type', 'dissertation'.repeat(1000)],
  ['is a short code, as near to any other', 'source', '4'],
])('a value that %s is told without a suggestion', async (_, element, value) => {
  const [miss] = await missesOf(`<dc:${element}>${value}</dc:${element}>`);
  expect(miss).toMatchObject({ count: 1 });
  expect(miss).not.toHaveProperty('suggestion');
});

test('misses are written as CSV in which nothing runs', () => {
  const base = { table: 'kinds', count: 1, identifier: 'oai:x:1' };
  expect(
    missesAsCsv([
      { ...base, key: '=HYPERLINK("http://x")', suggestion: { key: 'link', value: true } },
      { ...base, key: 'a, b' },
    ]),
  ).toBe(
    `table,value,count,first record,nearest key,its value\r\nkinds,"'=HYPERLINK(""http://x"")",1,oai:x:1,link,true\r\nkinds,"a, b",1,oai:x:1,,\r\n`,
  );
});
