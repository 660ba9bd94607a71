import { expect, test } from 'vitest';
import { explainRecord, type Explanation } from '../../src/mapping/explain-record.ts';
import { testRecord } from '../../src/mapping/test-mapping.ts';
import { loadDc, loadFiles } from './mapping-folder.ts';

const RECORD =
  '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">';

async function explainDc(rules: string, inside: string): Promise<Explanation> {
  const mapping = await loadDc(rules);
  return explainRecord(testRecord(`${RECORD}${inside}</oai_dc:dc>`, mapping), mapping);
}

const fateOf = ({ nodes }: Explanation, path: string) => nodes.find((node) => node.path === path);

test('each value comes from its own node, also when texts are equal', async () => {
  const explanation = await explainDc(
    'rules:\n  - { id: t, each: dc:title, to: titles, set: { title: { from: ., use: trim } } }\n',
    '<dc:title>A</dc:title><dc:title>A</dc:title>',
  );
  expect(explanation.values['/titles/0/title']?.in).toEqual(['/dc/title[1]']);
  expect(explanation.values['/titles/1/title']?.in).toEqual(['/dc/title[2]']);
});

test('the pieces of a value keep the steps that cut it, through list steps', async () => {
  const explanation = await explainDc(
    "rules:\n  - { id: s, from: dc:subject, use: [{ split: { on: ';' } }, trim, dedupe, upper], to: toc }\n",
    '<dc:subject>a; b; a</dc:subject>',
  );
  expect(explanation.values['/toc/1']).toMatchObject({
    in: ['/dc/subject[1]'],
    raw: 'a; b; a',
    steps: ['split', 'trim', 'dedupe', 'upper'],
  });
  expect(explanation.values['/toc/1']?.chain.at(-1)).toEqual({ step: 'upper', value: 'B' });
});

test('a constant comes from nowhere, also when the record says the same', async () => {
  const { values } = await explainDc(
    'rules:\n  - { id: f, from: dc:format, to: audience }\n  - { id: k, const: pdf, to: toc }\n',
    '<dc:format>pdf</dc:format>',
  );
  expect(values['/audience/0']?.in).toEqual(['/dc/format[1]']);
  expect(values['/toc/0']).toMatchObject({ in: [], raw: '' });
});

test('a case that leaves a value to the next one does not drop it', async () => {
  const explanation = await explainDc(
    'rules:\n  - id: i\n    each: dc:identifier\n    route:\n      - { id: doi, use: doi, to: identifiers }\n      - { id: rest, else: true, to: identifiers, as: { scheme: other } }\n',
    '<dc:identifier>x1</dc:identifier>',
  );
  expect(fateOf(explanation, '/dc/identifier[1]')).toMatchObject({
    outputs: ['/identifiers/0/value'],
    drops: [],
  });
});

test('what is cut out of a MARC control field comes from that field', async () => {
  const { inputs } = await loadFiles({
    'm.yaml':
      'mapping: m\nfrom: { format: marcxml, prefixes: [m] }\nto: canonical/1\nrules:\n  - { id: place, from: 008/15-17, use: trim, to: toc }\n',
  });
  const mapping = inputs.get('m')!;
  const xml =
    '<record xmlns="http://www.loc.gov/MARC21/slim"><controlfield tag="008">190301t20192018rb ab</controlfield></record>';
  const explanation = explainRecord(testRecord(xml, mapping), mapping);
  expect(explanation.values['/toc/0']).toMatchObject({ in: ['/record/controlfield[1]'], raw: 'rb ' });
  expect(fateOf(explanation, '/record/controlfield[1]')).toMatchObject({ name: '008', outputs: ['/toc/0'] });
});
