import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseUrlOf, shownValue } from '../../src/config/describe-config.ts';
import { ConfigError, loadConfig } from '../../src/config/load-config.ts';

function configFile(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'garner-config-')), 'garner.yaml');
  writeFileSync(file, text);
  return file;
}

async function problemsOf(text: string, environment: Record<string, string> = {}): Promise<string[]> {
  const file = configFile(text);
  try {
    await loadConfig({ file, environment });
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n').map((line) => line.replace(file, 'garner.yaml'));
  }
}

describe('loadConfig', () => {
  it('has a default for every key', async () => {
    const { config } = await loadConfig({ environment: {} });
    expect(config.store).toBe('sqlite:data/garner.db');
    expect(config.http.port).toBe(8080);
    expect(config.provider).toMatchObject({ path: '/oai', pageSize: 100, tokenLifetime: 86_400_000 });
    expect(baseUrlOf(config)).toBe('http://127.0.0.1:8080/oai');
  });

  it('lets a variable named after the key win over the file', async () => {
    const file = configFile('store: sqlite:a.db\nhttp: { port: 1, publicUrl: http://a.example.org }\n');
    const environment = {
      GARNER_STORE: 'sqlite:b.db',
      GARNER_HTTP_PORT: '9999',
      GARNER_HTTP_PUBLIC_URL: 'https://b.example.org/',
      GARNER_PROVIDER_ADMIN_EMAIL: 'a@example.org, b@example.org',
    };
    const { config } = await loadConfig({ file, environment });
    expect(config.store).toBe('sqlite:b.db');
    expect(config.http.port).toBe(9999);
    expect(baseUrlOf(config)).toBe('https://b.example.org/oai');
    expect(config.provider.adminEmail).toEqual(['a@example.org', 'b@example.org']);
  });

  it('replaces ${NAME} and never shows what it stands for', async () => {
    const file = configFile('store: postgres://garner:${PASSWORD}@db/garner\n');
    const { config, secrets } = await loadConfig({ file, environment: { PASSWORD: 'geheim' } });
    expect(config.store).toBe('postgres://garner:geheim@db/garner');
    expect(shownValue('store', config.store, secrets)).toBe('postgres://garner:***@db/garner');
  });

  it('reports every problem at once, with its place and a suggestion', async () => {
    const text = [
      'store: mysql://db',
      'http:',
      '  prot: 80',
      '  port: 99999',
      'provider:',
      '  repositoryIdentifier: localhost',
      '  adminEmail: [nobody]',
      '  tokenLifetime: a day',
      'jobs: ${NOWHERE}',
      '',
    ].join('\n');
    expect(await problemsOf(text)).toEqual([
      'garner.yaml:9:7 error variable.missing: jobs: the environment has no variable NOWHERE',
      'garner.yaml:1:8 error schema: store: "sqlite:FILE" or "postgres://…" is expected',
      'garner.yaml:4:9 error schema: http.port: too big: expected number to be <=65535',
      'garner.yaml:3:3 error schema: http: unknown key "prot" (did you mean "port"?)',
      'garner.yaml:6:25 error schema: provider.repositoryIdentifier: a domain name such as "aggregator.example.org" is expected (oai-identifier guideline §2.1)',
      'garner.yaml:7:16 error schema: provider.adminEmail.0: invalid email address',
      'garner.yaml:8:18 error schema: provider.tokenLifetime: a length of time such as "500ms", "90s", "15m", "26h" or "2d" is expected',
    ]);
  });

  it('names the variable when the bad value came from the environment', async () => {
    const environment = {
      GARNER_HTTP_PORT: 'eighty',
      GARNER_PROVIDER_ADMIN_EMAIL: 'nobody',
      GARNER_HTPP_PORT: '80',
    };
    expect(await problemsOf('', environment)).toEqual([
      'environment:1:1 error schema: GARNER_HTTP_PORT: invalid input: expected number, received string',
      'environment:1:1 error schema: GARNER_PROVIDER_ADMIN_EMAIL: invalid email address',
      'environment:1:1 error variable.unknown: GARNER_HTPP_PORT is not the name of any key',
    ]);
  });

  it.each([
    ['http: { publicUrl: "https://x.example.org/?a=b" }', /http\.publicUrl: an address without query/],
    ['http: { publicUrl: "https://me:pw@x.example.org" }', /http\.publicUrl: an address without query/],
    ['http: { publicUrl: "ftp://x.example.org" }', /http\.publicUrl: an http or https URL is expected/],
    ['provider: { path: / }', /provider\.path: a path such as "\/oai" is expected/],
    ['provider: { path: /healthz }', /provider\.path: a path that is none of \/healthz/],
    ['provider: { path: /api/oai }', /provider\.path: a path that is none of/],
  ])('refuses an address that cannot be served: %s', async (text, message) => {
    expect((await problemsOf(text))[0]).toMatch(message);
  });

  it.each([
    ['a tab as indentation', 'http:\n\tport: 80\n', /^garner\.yaml:2:1 error yaml\.syntax: /],
    [
      'a key twice',
      'store: sqlite:a\nstore: sqlite:b\n',
      /^garner\.yaml:2:1 error yaml\.syntax: Map keys must be unique/,
    ],
    ['a list for the whole', '- a\n', /^garner\.yaml:1:1 error schema: invalid input: expected object/],
  ])('refuses %s', async (_, text, message) => {
    expect((await problemsOf(text))[0]).toMatch(message);
  });

  it('misses a file that was named, and not one that is there by custom', async () => {
    await expect(loadConfig({ file: '/nowhere/garner.yaml', environment: {} })).rejects.toThrow(
      /there is no such file/,
    );
  });
});
