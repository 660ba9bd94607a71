import { afterEach, beforeEach, expect, it } from 'vitest';
import { copyMappings, openWorkshop, type Workshop } from './workshop.ts';

let workshop: Workshop;

beforeEach(() => {
  workshop = openWorkshop();
});

afterEach(() => workshop.close());

const DOUBTFUL = `mapping: doubtful
from: { format: xml, root: 'oai_dc:dc', prefixes: [doubtful] }
ns: { oai_dc: 'http://www.openarchives.org/OAI/2.0/oai_dc/', dc: 'http://purl.org/dc/elements/1.1/' }
rules:
  - { id: title, each: dc:titel, to: titles, set: { title: { from: . } } }
`;

const WARNING = 'the Dublin Core element set 1.1 has no element "titel" (did you mean "title"?)';

it('garner map check tells what is doubtful, with its place, and is content', async () => {
  copyMappings(workshop, {});
  workshop.write('mappings/doubtful.yaml', DOUBTFUL);
  const { code, out, err } = await workshop.run('map', 'check', 'doubtful');
  expect({ code, out: out.trim() }).toEqual({ code: 0, out: 'doubtful: in order' });
  expect(err).toContain(`mappings/doubtful.yaml:5:24 warn source.unknown: ${WARNING}`);
});

it('garner map check --json has what is doubtful', async () => {
  copyMappings(workshop, {});
  workshop.write('mappings/doubtful.yaml', DOUBTFUL);
  const { code, value } = await workshop.json<{ warnings: object[] }>('map', 'check', 'doubtful');
  expect(code).toBe(0);
  expect(value.warnings).toEqual([
    {
      file: 'mappings/doubtful.yaml',
      line: 5,
      column: 24,
      severity: 'warn',
      code: 'source.unknown',
      message: WARNING,
    },
  ]);
});
