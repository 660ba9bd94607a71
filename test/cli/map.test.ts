import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dc } from '../support/small-repository.ts';
import { copyMappings, openWorkshop, type Workshop } from './workshop.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

let workshop: Workshop;

beforeEach(() => {
  workshop = openWorkshop();
});

afterEach(() => workshop.close());

const record = (number: number, content: string | undefined): string => {
  const status = content === undefined ? ' status="deleted"' : '';
  const metadata = content === undefined ? '' : `<metadata>${content}</metadata>`;
  return `<record><header${status}><identifier>oai:x.example.org:${number}</identifier><datestamp>2024-01-01</datestamp></header>${metadata}</record>`;
};

const response = (content: string): string =>
  `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2024-01-01T00:00:00Z</responseDate><request>http://x.example.org/oai</request>${content}</OAI-PMH>`;

const mapRun = (file: string, ...more: string[]) =>
  workshop.run('map', 'run', file, '--mapping', 'oai_dc', ...more);

describe('garner map run', () => {
  it('maps a bare record to one object', async () => {
    workshop.write('one.xml', dc('Na Drini ćuprija'));
    const { code, out, err } = await mapRun('one.xml');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ titles: [{ title: 'Na Drini ćuprija' }] });
    expect(workshop.has('data')).toBe(false);
  });

  it('maps a GetRecord response to one element', async () => {
    workshop.write('get.xml', response(`<GetRecord>${record(1, dc('One'))}</GetRecord>`));
    const { out } = await mapRun('get.xml', '--as', 'mods');
    expect(out).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<mods:mods [\s\S]*<mods:title>One<\/mods:title>[\s\S]*<\/mods:mods>\n$/,
    );
  });

  it('maps a ListRecords response to an array, or to one XML document', async () => {
    workshop.write(
      'list.xml',
      response(`<ListRecords>${record(1, dc('One'))}${record(2, dc('Two'))}</ListRecords>`),
    );
    const canonical = JSON.parse((await mapRun('list.xml')).out) as object[];
    expect(canonical).toMatchObject([{ titles: [{ title: 'One' }] }, { titles: [{ title: 'Two' }] }]);
    expect((await mapRun('list.xml', '--as', 'mods')).out).toMatch(
      /<modsCollection [\s\S]*One[\s\S]*Two[\s\S]*<\/modsCollection>\n$/,
    );
    expect((await mapRun('list.xml', '--as', 'oai_dc')).out).toMatch(
      /<records>[\s\S]*One[\s\S]*Two[\s\S]*<\/records>\n$/,
    );
  });

  it('repairs a bare record as a harvest would, and says so', async () => {
    workshop.write('broken.xml', `<?xml version="1.0"?>\n${dc('Salt &#x0;&amp; Pepper &eacute; & more')}`);
    const { code, out, err } = await mapRun('broken.xml');
    expect(code).toBe(0);
    expect(err).toBe(
      'broken.xml: broken.xml: repaired to be read: numeric-reference, named-entity, bare-ampersand\n',
    );
    expect(JSON.parse(out)).toMatchObject({
      titles: [{ title: 'Salt & Pepper é & more' }],
      issues: [
        { code: 'repair.numeric-reference', severity: 'warn' },
        { code: 'repair.named-entity' },
        { code: 'repair.bare-ampersand' },
      ],
    });
    expect((await mapRun('broken.xml', '--as', 'explain')).err).toBe(err);
    const explained = await workshop.run('map', 'explain', 'broken.xml', '--mapping', 'oai_dc');
    expect(explained).toMatchObject({ code: 0, err });
  });

  it('repairs a bare record in the encoding that it is in', async () => {
    workshop.write('latin.xml', Buffer.from(dc('Fa\u00e7ade'), 'latin1'));
    const { code, out, err } = await mapRun('latin.xml');
    expect({ code, err }).toEqual({
      code: 0,
      err: 'latin.xml: latin.xml: repaired to be read: invalid-utf-8\n',
    });
    expect(JSON.parse(out)).toMatchObject({ titles: [{ title: 'Façade' }] });
  });

  it('tells of the repairs of a response and of the records in it', async () => {
    const records = `${record(1, dc('One &nbsp;'))}${record(2, dc('Two'))}`;
    workshop.write('list.xml', `\n${response(`<ListRecords>${records}</ListRecords>`)}`);
    const { code, out, err } = await mapRun('list.xml');
    expect(code).toBe(0);
    expect(err).toBe('list.xml: oai:x.example.org:1: repaired to be read: named-entity\n');
    expect(JSON.parse(out)).toMatchObject([{ issues: [{ code: 'repair.named-entity' }] }, { issues: [] }]);
  });

  it('does not map what repairs cannot help', async () => {
    workshop.write('broken.xml', '<a><b></a>');
    const { code, out, err } = await mapRun('broken.xml');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe('garner: broken.xml: unexpected close tag (line 1, column 11)\n');
  });

  it('names on stderr each record that cannot be mapped, and ends with exit code 4', async () => {
    const records = [record(1, dc('One')), record(2, dc('')), record(3, '<a></b>'), record(4, undefined)];
    workshop.write('mixed.xml', response(`<ListRecords>${records.join('')}</ListRecords>`));
    const { code, out, err } = await mapRun('mixed.xml');
    expect(code).toBe(4);
    expect(JSON.parse(out)).toMatchObject({ titles: [{ title: 'One' }] });
    expect(err).toMatch(
      /^mixed\.xml: oai:x\.example\.org:2: rejected: title\.missing: the record has no dc:title$/m,
    );
    expect(err).toMatch(/^mixed\.xml: oai:x\.example\.org:3: .+$/m);
    expect(err).toMatch(/^mixed\.xml: oai:x\.example\.org:4: the record is deleted$/m);
  });

  it('ends with exit code 1 and an empty array when nothing can be mapped', async () => {
    workshop.write('none.xml', dc(''));
    expect(await mapRun('none.xml')).toMatchObject({ code: 1, out: '' });
    expect(await mapRun('none.xml', '--json')).toMatchObject({ code: 1, out: '[]\n' });
  });

  it('takes a deleted record for no loss', async () => {
    workshop.write(
      'list.xml',
      response(`<ListRecords>${record(1, dc('One'))}${record(2, undefined)}</ListRecords>`),
    );
    expect(await mapRun('list.xml')).toMatchObject({
      code: 0,
      err: 'list.xml: oai:x.example.org:2: the record is deleted\n',
    });
  });

  it('needs no job to be in order', async () => {
    workshop.write('jobs/broken.yaml', 'baseURL: x\n');
    workshop.write('one.xml', dc('One'));
    expect(await mapRun('one.xml')).toMatchObject({ code: 0 });
  });

  it('explains every record, as text or as one JSON document', async () => {
    workshop.write(
      'list.xml',
      response(`<ListRecords>${record(1, dc('One'))}${record(2, dc('Two'))}</ListRecords>`),
    );
    const { out } = await mapRun('list.xml', '--as', 'explain');
    expect(out).toMatch(/^titles\[0\]\.title: "One"\n {2}from [\s\S]*^titles\[0\]\.title: "Two"$/m);
    expect(JSON.parse((await mapRun('list.xml', '--as', 'explain', '--json')).out)).toHaveLength(2);
  });

  it('prints XML in a JSON object with --json', async () => {
    workshop.write('one.xml', dc('One'));
    const { out } = await mapRun('one.xml', '--as', 'oai_dc', '--json');
    expect(JSON.parse(out)).toEqual({ as: 'oai_dc', xml: expect.stringContaining('One') as string });
  });

  it('reads labelled text', async () => {
    workshop.write('record.txt', readFileSync(`${FIXTURES}ceeol/record.txt`, 'utf8'));
    const { code, out } = await workshop.run('map', 'run', 'record.txt', '--mapping', 'ceeol');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      titles: [{ title: 'Први Титов сусрет са Стаљином' }, { title: 'Tito’s First Meeting With Stalin' }],
    });
  });

  const API =
    'mapping: api\nfrom: { format: json }\nto: canonical/1\nrules: [{ id: t, each: titles, to: titles, set: { title: { from: . }, kind: { const: main } } }]\n';
  const mapJson = (file: string) => workshop.run('map', 'run', file, '--mapping', 'api');

  it('reads JSON, and JSON in the metadata of a response', async () => {
    copyMappings(workshop, {});
    workshop.write('mappings/api.yaml', API);
    workshop.write('one.json', '{"titles": ["Seobe"]}');
    expect(JSON.parse((await mapJson('one.json')).out)).toMatchObject({ titles: [{ title: 'Seobe' }] });
    const [good, bad] = [record(1, '{"titles": ["A &amp; B"]}'), record(2, '{"titles": [')];
    workshop.write('list.xml', response(`<ListRecords>${good}${bad}</ListRecords>`));
    const { code, out, err } = await mapJson('list.xml');
    expect(JSON.parse(out)).toMatchObject({ titles: [{ title: 'A & B' }] });
    expect(err).toMatch(/oai:x\.example\.org:2: no JSON: a value is expected \(line 1, column 13\)/);
    expect(code).toBe(4);
  });

  it('refuses a file that is no JSON with exit code 2', async () => {
    copyMappings(workshop, {});
    workshop.write('mappings/api.yaml', API);
    workshop.write('one.json', '{"titles": ["Seobe"}');
    const { code, err } = await mapJson('one.json');
    expect(err).toBe('garner: one.json: no JSON: "," or "]" is expected (line 1, column 20)\n');
    expect(code).toBe(2);
  });

  it('names the mapping that reads what the chosen one does not', async () => {
    copyMappings(workshop, {});
    workshop.write(
      'mappings/leaflet.yaml',
      API.replace('api', 'leaflet').replace('format: json', 'root: leaflet'),
    );
    workshop.write('leaflet.xml', '<leaflet><titles>A</titles></leaflet>');
    const { code, err } = await mapRun('leaflet.xml');
    expect(err).toContain('quarantined: metadata.unexpected-root: the metadata is {}leaflet; ');
    expect(err).toContain('for that there is "leaflet"');
    expect(code).toBe(1);
  });

  it.each([
    ['a file that is not there', 'gone.xml', undefined, /gone\.xml: there is no such file/],
    [
      'an error of the protocol',
      'e.xml',
      response('<error code="noRecordsMatch">none</error>'),
      /e\.xml: this OAI-PMH response holds no records: the error noRecordsMatch/,
    ],
    [
      'a response of another verb',
      'i.xml',
      response('<Identify><repositoryName>x</repositoryName></Identify>'),
      /holds no records: it is no ListRecords or GetRecord response/,
    ],
    ['a web page', 'p.xml', '<!DOCTYPE html><html><head><title>x</title><meta></head>', /p\.xml: .+/],
    ['text that is no XML', 't.xml', 'Dear librarian', /t\.xml: .+/],
    ['nothing', 'n.xml', '', /n\.xml: .+/],
  ])('refuses %s with exit code 2', async (_, file, text, message) => {
    if (text !== undefined) workshop.write(file, text);
    const { code, out, err } = await mapRun(file);
    expect(err).toMatch(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('says that XML is no labelled text', async () => {
    workshop.write('one.xml', dc('One'));
    const { code, err } = await workshop.run('map', 'run', 'one.xml', '--mapping', 'ceeol');
    expect(code).toBe(2);
    expect(err).toBe('garner: one.xml: this is XML, and the mapping ceeol reads labelled text\n');
  });

  it('refuses a folder in plain words', async () => {
    workshop.write('folder/x', '');
    const { code, err } = await mapRun('folder');
    expect(code).toBe(2);
    expect(err).toBe('garner: folder: this is a folder; a file is expected\n');
  });

  it('suggests the mapping that was meant', async () => {
    workshop.write('one.xml', dc('One'));
    const { code, err } = await workshop.run('map', 'run', 'one.xml', '--mapping', 'oai_cd');
    expect(code).toBe(2);
    expect(err).toMatch(/there is no mapping "oai_cd" \(did you mean "oai_dc"\?\); there are .*oai_dc/);
  });
});

describe('garner map check and test', () => {
  it('check all mappings of the package, or those named', async () => {
    expect((await workshop.run('map', 'check')).out).toMatch(/^oai_dc: in order$/m);
    expect(await workshop.run('map', 'check', 'out/mods')).toMatchObject({
      code: 0,
      out: 'out/mods: in order\n',
    });
    const unknown = await workshop.run('map', 'check', 'out/mod');
    expect(unknown).toMatchObject({ code: 2 });
    expect(unknown.err).toMatch(/did you mean "out\/mods"\?/);
  });

  it('run the tests that stand in mapping files', async () => {
    const { code, out } = await workshop.run('map', 'test');
    expect(code).toBe(0);
    expect(out).toMatch(/^ok +oai_dc: .+$/m);
    expect(out).toMatch(/^[1-9]\d* passed, 0 failed$/m);
  });

  it('show what is not as a test expects, and end with exit code 1', async () => {
    const wrong = `tests:\n  - name: a wrong expectation\n    given: '${dc('Seobe')}'\n    expect: { titles: [{ title: Migrations }] }\n`;
    copyMappings(workshop, {
      'oai_dc.yaml': (text) => `${text.replace(/^tests:[\s\S]*/m, '')}\n${wrong}`,
    });
    const { code, out } = await workshop.run('map', 'test', 'oai_dc');
    expect(code).toBe(1);
    expect(out).toMatch(
      /^FAILED +oai_dc: a wrong expectation \(mappings\/oai_dc\.yaml:\d+:\d+\)\n +titles\[0\]\.title: expected "Migrations", got "Seobe"\n0 passed, 1 failed\n$/,
    );
  });

  it('compare golden records to the last field, and write them anew with --update', async () => {
    copyMappings(workshop, {});
    workshop.write('mappings/golden/oai_dc/novel.xml', dc('Seobe'));
    const test = async (...more: string[]) => workshop.run('map', 'test', 'oai_dc', ...more);

    const first = await test();
    expect(first.code).toBe(1);
    expect(first.out).toContain('there is no novel.json to compare with; --update writes it');
    expect(await test('--update')).toMatchObject({ code: 0 });
    expect((await test()).out).toMatch(/^ok +oai_dc: golden\/novel\.xml$/m);

    workshop.write('mappings/golden/oai_dc/novel.xml', dc('Seobe : roman'));
    const changed = await test();
    expect(changed.code).toBe(1);
    expect(changed.out).toContain('description.titles[0].subtitle: expected nothing, got "roman"');
  });
});
