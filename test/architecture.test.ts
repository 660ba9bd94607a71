import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/** Which parts each part may import. Anything not listed here is forbidden. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  schema: [],
  model: ['schema'],
  xml: [],
  yaml: ['schema'],
  oai: ['model'],
  client: ['model', 'oai', 'xml'],
  mapping: ['model', 'xml', 'yaml', 'schema'],
  formats: ['model', 'mapping', 'xml', 'oai'],
  sets: ['model', 'mapping', 'yaml', 'schema'],
  storage: ['model'],
  harvest: ['model', 'oai', 'xml', 'client', 'mapping', 'formats', 'sets', 'storage'],
  schedule: ['model', 'yaml', 'schema', 'harvest', 'storage'],
  provider: ['model', 'oai', 'xml', 'formats', 'storage'],
  http: ['model', 'provider', 'storage'],
  config: ['yaml', 'schema'],
  ops: ['model'],
  demo: ['model', 'oai', 'xml'],
};

/** Each outside package has one home. */
const HOME: Readonly<Record<string, string>> = {
  'better-sqlite3': 'storage',
  'cli-progress': 'cli',
  'cli-table3': 'cli',
  commander: 'cli',
  entities: 'xml',
  'fast-xml-parser': 'xml',
  fastify: 'http',
  isbn3: 'mapping',
  'iso-639-3': 'mapping',
  'lru-cache': 'storage',
  'node-cron': 'schedule',
  'p-queue': 'schedule',
  pino: 'ops',
  'pino-pretty': 'ops',
  saxes: 'xml',
  'spdx-license-ids': 'mapping',
  undici: 'client',
  xmlbuilder2: 'xml',
  yaml: 'yaml',
  zod: 'schema',
};

/** These know every part: the composition root, the commands, the package's face. */
const ROOTS = ['app', 'start-app', 'cli', 'index'];

describe('architecture', () => {
  const files = sourceFiles();

  it.each(files)('%s imports only what its part may', (file) => {
    const part = partOf(file);
    for (const specifier of importsOf(file)) {
      if (specifier.startsWith('.')) {
        const target = partOf(relative(SRC, join(SRC, dirname(file), specifier)));
        if (!ROOTS.includes(part)) expect([part, ...(MAY_IMPORT[part] ?? [])], specifier).toContain(target);
      } else if (!specifier.startsWith('node:')) {
        expect(HOME[packageOf(specifier)], `${specifier} has no home`).toBe(part);
      }
    }
  });

  it('has no import cycles', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        valueImportsOf(file).map((target) => relative(SRC, join(SRC, dirname(file), target))),
      ]),
    );
    expect(cycleIn(graph)).toEqual([]);
  });

  it('keeps local time, randomness and the environment out of every part but the roots', () => {
    const allowed = /^(app|start-app|cli|config|ops|demo|http|schedule\/cron)/;
    const offenders = files
      .filter((file) => !allowed.test(file))
      .filter((file) => /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env/.test(code(file)));
    expect(offenders).toEqual([]);
  });

  it('gives every dependency of the package a home', () => {
    const manifest = JSON.parse(readFileSync(join(SRC, '../package.json'), 'utf8')) as {
      dependencies: object;
    };
    expect(Object.keys(manifest.dependencies).sort()).toEqual(Object.keys(HOME).sort());
  });
});

function sourceFiles(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort();
}

function partOf(file: string): string {
  return file.split('/')[0]!.replace(/\.ts$/, '');
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function code(file: string): string {
  return readFileSync(join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
}

function importsOf(file: string): string[] {
  const text = code(file);
  const statements = text.matchAll(/(?:^|\n)(?:import|export)\b(?:[^;'"]*?\bfrom)?\s*'([^'\s]+)'/g);
  const calls = text.matchAll(/\bimport\('([^'\s]+)'\)/g);
  return [...statements, ...calls].map((match) => match[1]!);
}

function valueImportsOf(file: string): string[] {
  return [...code(file).matchAll(/(?:^|\n)\s*(?:import|export)\s+(?!type\b)[^;]*?from\s+'(\.[^']+)'/g)]
    .filter((match) => !/^\s*(?:import|export)\s*\{\s*(?:type [^,}]+,?\s*)+\}\s*from/.test(match[0]))
    .map((match) => match[1]!);
}

function cycleIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    path.push(file);
    for (const target of graph.get(file) ?? []) {
      const cycle = visit(target);
      if (cycle.length > 0) return cycle;
    }
    path.pop();
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const cycle = visit(file);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
