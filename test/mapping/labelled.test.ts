import { expect, test } from 'vitest';
import type { XmlElement } from '../../src/xml/element.ts';
import { readLabelled } from '../../src/mapping/labelled.ts';
import { textInside } from '../../src/mapping/paths/scope.ts';
import { loadFiles } from './mapping-folder.ts';

const LABELS = String.raw`'^-? ?([A-Z][A-Za-z()/ -]{2,30}):\s*(.*)$'`;

async function fieldsOf(text: string, continuation = true): Promise<[string, string][]> {
  const file = `mapping: l\nfrom: { format: labelled, labels: ${LABELS}, continuation: ${continuation} }\nto: canonical/1\n`;
  const { inputs } = await loadFiles({ 'l.yaml': file });
  const root = readLabelled(text, inputs.get('l')!);
  return (root.children as XmlElement[]).map((field) => [field.name, textInside(field)]);
}

test.each([
  [
    'unlabelled leading lines',
    'A\nB\n',
    [
      ['line', 'A'],
      ['line', 'B'],
    ],
  ],
  [
    'labels with brackets, slashes and values',
    'Author(s): N\nSummary/Abstract: S: t',
    [
      ['Author(s)', 'N'],
      ['Summary/Abstract', 'S: t'],
    ],
  ],
  ['bullets as labels', '- Page Range: 147-158', [['Page Range', '147-158']]],
  [
    'a bullet without a value is a label that is there',
    'Book: B\n- Language: sr\n- Content File-PDF',
    [
      ['Book', 'B'],
      ['Language', 'sr'],
      ['Content File-PDF', ''],
    ],
  ],
  [
    'a bullet inside prose stays prose',
    'Summary/Abstract: a\n- the second point, which is a whole sentence of its own',
    [['Summary/Abstract', 'a\n- the second point, which is a whole sentence of its own']],
  ],
  ['continued lines, blank ones left out', 'Keywords: a;\r\n\r\nb', [['Keywords', 'a;\nb']]],
  ['a label whose value begins on the next line', 'Keywords:\nb', [['Keywords', 'b']]],
  [
    'a repeated label',
    'Book: a\nBook: b',
    [
      ['Book', 'a'],
      ['Book', 'b'],
    ],
  ],
  ['nothing', '\n', []],
])('labelled text: %s', async (_name, text, fields) => {
  expect(await fieldsOf(text)).toEqual(fields);
});

test('without continuation a later line without a label is a line of its own', async () => {
  expect(await fieldsOf('Book: a\nb', false)).toEqual([
    ['Book', 'a'],
    ['line', 'b'],
  ]);
});
