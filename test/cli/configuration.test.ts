import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configKeys, type ConfigKey } from '../../src/config/config-keys.ts';
import { someRecords, startSmallRepository, type SmallRepository } from '../support/small-repository.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

let workshop: Workshop;
let repository: SmallRepository;

beforeEach(async () => {
  workshop = openWorkshop();
  repository = await startSmallRepository(someRecords(3));
  workshop.job('small', repository.url);
});

afterEach(async () => {
  await repository.close();
  await workshop.close();
});

/** A value for each key that is not its default, as it is written in a variable. */
const OTHER_VALUES: Readonly<Record<string, string>> = {
  store: 'sqlite:elsewhere/garner.db',
  'http.host': '0.0.0.0',
  'http.port': '9123',
  'http.publicUrl': 'https://oai.example.org',
  'provider.path': '/request',
  'provider.repositoryName': 'Our library’s aggregator',
  'provider.repositoryIdentifier': 'library.example.org',
  'provider.adminEmail': 'one@example.org, two@example.org',
  'provider.pageSize': '7',
  'provider.tokenLifetime': '90m',
  'provider.sets': 'other-sets.yaml',
  jobs: 'other-jobs',
  mappings: 'other-mappings',
  concurrency: '9',
  'log.level': 'error',
};

const valueAt = (config: unknown, { path }: ConfigKey): unknown =>
  path.reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], config);

describe('garner config', () => {
  it.each(configKeys().map((key) => [key.variable, key] as const))(
    '%s overrides its key',
    async (variable, key) => {
      const text = OTHER_VALUES[key.path.join('.')];
      expect(text, `${key.path.join('.')} has no value in this test`).toBeDefined();
      workshop.environment[variable] = text!;
      const { code, value } = await workshop.json('config');
      expect(code).toBe(0);
      const found = valueAt(value, key);
      expect(Array.isArray(found) ? found.join(', ') : String(found)).toBe(text);
      expect((await workshop.run('config')).out).toMatch(
        new RegExp(`^${key.path.join('\\.')} +${text} +${variable}$`, 'm'),
      );
    },
  );

  it('has values that differ from the defaults, so that an override can be seen', () => {
    for (const key of configKeys()) expect(OTHER_VALUES[key.path.join('.')]).not.toBe(String(key.default));
  });

  it('lets a variable win over the file, and the file over the default', async () => {
    workshop.write('garner.yaml', 'http: { port: 1111 }\nprovider: { pageSize: 11 }\n');
    workshop.environment['GARNER_HTTP_PORT'] = '2222';
    expect((await workshop.json('config')).value).toMatchObject({ http: { port: 2222, host: '127.0.0.1' }, provider: { pageSize: 11, tokenLifetime: '24h' } }); // prettier-ignore
  });

  it('reads the file that --config or GARNER_CONFIG names', async () => {
    workshop.write('a.yaml', 'http: { port: 1001 }');
    workshop.write('b.yaml', 'http: { port: 1002 }');
    workshop.environment['GARNER_CONFIG'] = 'a.yaml';
    expect((await workshop.json('config')).value).toMatchObject({ http: { port: 1001 } });
    expect((await workshop.json('config', '--config', 'b.yaml')).value).toMatchObject({
      http: { port: 1002 },
    });
    expect((await workshop.json('--config', 'b.yaml', 'config')).value).toMatchObject({
      http: { port: 1002 },
    });
    const missing = await workshop.run('config', '--config', 'c.yaml');
    expect(missing).toMatchObject({ code: 2, out: '' });
    expect(missing.err).toMatch(/c\.yaml.*there is no such file/);
  });

  it('never shows a password', async () => {
    workshop.write('garner.yaml', 'store: postgres://garner:${SECRET}@db.example.org/garner\n');
    workshop.environment['SECRET'] = 'sesame';
    const { out } = await workshop.run('config');
    expect(out).toContain('postgres://garner:***@db.example.org/garner');
    expect(out).not.toContain('sesame');
  });

  it('never shows what a job’s variables stand for, wherever it comes up', async () => {
    workshop.job('secret', 'http://127.0.0.1:1/oai?key=${API_KEY}', 'politeness: { retries: 0 }');
    workshop.environment['API_KEY'] = 'open sesame/1';
    const { code, out, err } = await workshop.run('harvest', 'secret', '--json');
    expect(code).toBe(1);
    expect(out).toContain('?key=***');
    expect(`${out}${err}`).not.toMatch(/sesame/);
  });

  it('names a variable that is no key', async () => {
    workshop.environment['GARNER_HTTP_PROT'] = '1';
    const { code, err } = await workshop.run('config');
    expect(code).toBe(2);
    expect(err).toMatch(/GARNER_HTTP_PROT is not the name of any key/);
  });
});

describe('folders and stores named by variables', () => {
  it('are those that are used', async () => {
    workshop.write('other-jobs/moved.yaml', `baseUrl: ${repository.url}\n`);
    Object.assign(workshop.environment, { GARNER_JOBS: 'other-jobs', GARNER_STORE: 'sqlite:other/store.db' });
    expect((await workshop.run('harvest', 'moved')).code).toBe(0);
    expect(workshop.has('other/store.db')).toBe(true);
    expect(workshop.has('data')).toBe(false);
  });

  it('must be there when they are not the usual ones', async () => {
    Object.assign(workshop.environment, { GARNER_JOBS: 'jobz', GARNER_MAPPINGS: 'mapz' });
    const { code, err } = await workshop.run('jobs');
    expect(code).toBe(2);
    expect(err).toMatch(/jobs: there is no folder jobz[\s\S]*mappings: there is no folder mapz/);
  });
});

describe('files with errors', () => {
  beforeEach(() => {
    workshop.write('garner.yaml', 'http:\n  prot: 8080\nconcurrency: many\n');
    workshop.write(
      'jobs/broken.yaml',
      'title: Broken\nbaseURL: http://example.org/oai\nschedule: "61 * * * *"\n',
    );
    workshop.write('jobs/syntax.yaml', 'title: [open\n');
    workshop.write('mappings/oai_dc.yaml', 'mapping: oai_dc\ntitel: Dublin Core\n');
  });

  it.each([[['start']], [['harvest', '--all']], [['jobs', 'check']], [['map', 'check']], [['remap']]])(
    'are told all at once by %j, with their places, before anything is started',
    async (argv) => {
      const { code, out, err } = await workshop.run(...argv);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(err).toMatch(/^garner\.yaml:2:3 error schema: http: .*"?prot"?.*did you mean "port"\?/m);
      expect(err).toMatch(/^garner\.yaml:3:14 error schema: concurrency: /m);
      expect(err).toMatch(/^jobs\/broken\.yaml:2:1 error schema: .*did you mean "baseUrl"\?/m);
      expect(err).toMatch(/^jobs\/syntax\.yaml:\d+:\d+ error yaml\.syntax: /m);
      expect(err).toMatch(/^mappings\/oai_dc\.yaml:2:1 error schema: .*did you mean "title"\?/m);
      expect(err).toMatch(/^garner: \d+ problems; nothing was started\.$/m);
      expect(repository.requests).toHaveLength(0);
      expect(readdirSync(workshop.folder).sort()).toEqual(['garner.yaml', 'jobs', 'mappings']);
    },
  );

  it.each([[['jobs', 'check']], [['map', 'check']]])('are one JSON document for %j --json', async (argv) => {
    const { code, value } = await workshop.json<{ errors: { file: string; line: number }[] }>(...argv);
    expect(code).toBe(2);
    expect(value.errors).toContainEqual(expect.objectContaining({ file: 'garner.yaml', line: 2, column: 3 }));
  });
});

describe('a job', () => {
  it('that names a mapping which is not there is found before it runs', async () => {
    workshop.job('small', repository.url, 'mapping: oai_cd');
    const { code, err } = await workshop.run('jobs', 'check');
    expect(code).toBe(2);
    expect(err).toMatch(
      /^jobs\/small\.yaml:\d+:\d+ error job\.mapping: mapping: there is no mapping "oai_cd"/m,
    );
  });

  it('that is doubtful is told of, and runs', async () => {
    workshop.job('small', repository.url, 'schedule: "0 3 1 * 1"');
    const { code, out, err } = await workshop.run('jobs', 'check');
    expect(code).toBe(0);
    expect(out).toMatch(/^In order: 1 jobs, \d+ mappings\.\n$/);
    expect(err).toMatch(/jobs\/small\.yaml:2:11 warn schedule\.both-days/);
    expect((await workshop.run('jobs', 'check', '--quiet')).err).toBe('');
  });
});

describe('the command line', () => {
  it('--help shows every command, examples and exit codes, on stdout', async () => {
    const { code, out, err } = await workshop.run('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const command of [
      'start',
      'serve',
      'work',
      'harvest',
      'jobs',
      'runs',
      'gaps',
      'records',
      'map',
      'remap',
      'db',
      'config',
    ])
      expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(out).toMatch(/Examples:\n  garner start/);
    expect(out).toMatch(/Exit codes: 0 complete, 1 failed, 2 usage/);
    expect(out).not.toMatch(/fixtures/);
  });

  it.each([[['harvest']], [['records', 'show']], [['map', 'run']], [['db', 'backup']]])(
    '%j --help gives examples',
    async (command) => {
      const { code, out } = await workshop.run(...command, '--help');
      expect(code).toBe(0);
      expect(out).toContain(`\nExamples:\n  garner ${command.join(' ')} `);
    },
  );

  it('--version prints the version', async () => {
    expect(await workshop.run('--version')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
    });
  });

  it.each([
    [[], /Usage: garner/],
    [['harvst'], /unknown command 'harvst'\n\(Did you mean harvest\?\)/],
    [['jobs', 'chek'], /.+/],
    [['records'], /Usage: garner records/],
    [['records', 'list', '--limit', 'many'], /--limit <n>.*'many' is invalid\. A whole number is expected/],
    [
      ['records', 'list', '--status', 'hold'],
      /Allowed choices are active, deleted, quarantined, rejected, skipped, held/,
    ],
    [['records', 'show'], /missing required argument 'identifier'/],
    [['map', 'run', 'x.xml'], /required option '--mapping <mapping>' not specified/],
    [['config', '--jsn'], /unknown option '--jsn'\n\(Did you mean --json\?\)/],
  ])('%j ends with exit code 2 and says on stderr what is meant', async (argv, message) => {
    const { code, out, err } = await workshop.run(...argv);
    expect(err).toMatch(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it.each([
    [['config']],
    [['jobs']],
    [['jobs', 'check']],
    [['runs']],
    [['gaps']],
    [['records', 'list']],
    [['records', 'list', '--status', 'held']],
    [['records', 'show', 'small/oai:small.example.org:r1']],
    [['records', 'show', 'small/oai:small.example.org:r1', '--as', 'mods']],
    [['records', 'show', 'small/oai:small.example.org:r1', '--as', 'raw']],
    [['records', 'show', 'small/oai:small.example.org:r1', '--as', 'explain']],
    [['map', 'check']],
    [['map', 'test']],
    [['remap']],
    [['remap', '--dry-run']],
    [['harvest', 'small']],
    [['harvest', 'small', '--dry-run']],
    [['db', 'check']],
    [['db', 'migrate']],
    [['db', 'backup', 'copy.db']],
  ])('%j --json prints exactly one JSON document', async (argv) => {
    await workshop.run('harvest', 'small');
    const { code } = await workshop.json(...argv);
    expect(code).toBe(0);
  });
});
