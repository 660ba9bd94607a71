import { expect, it } from 'vitest';
import { readYaml } from '../../src/yaml/read-yaml.ts';
import { writeYaml } from '../../src/yaml/write-yaml.ts';

const VALUE = {
  mapping: 'sources/x',
  tables: { yes: { inline: { no: 'false', '020': 'isbn', 'a: b': "it's # not a comment" } } },
  rules: [
    { id: 'title', from: 'dc:title', use: [{ split: { on: [';', '|'] } }, 'trim'], to: 'titles' },
    { id: 'long', first: Array.from({ length: 8 }, (_, i) => ({ from: `dc:a-rather-long-name-${i}` })) },
  ],
};

it('writes what reads back as the same value', () => {
  const { yaml, issues } = readYaml(writeYaml(VALUE), 'x.yaml');
  expect(issues).toEqual([]);
  expect(yaml.value).toEqual(VALUE);
});

it('writes short parts on one line, and comments before the parts they belong to', () => {
  const text = writeYaml(VALUE, (path) => (path.join('.') === 'rules.0' ? 'from a.yaml:3' : undefined));
  expect(text).toContain(
    '  # from a.yaml:3\n  - id: title\n    from: dc:title\n    use: [ { split: { on: [ ;, "|" ] } }, trim ]\n',
  );
});
