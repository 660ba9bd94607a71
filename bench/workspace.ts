/** A working folder of Garner for one round: configuration, one job, mappings and a store of its own. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureCommand, startServer, type Command, type Server, type Usage } from './process.ts';
import { answers, freePort } from './source.ts';

export const PROJECT = fileURLToPath(new URL('../', import.meta.url));
/** The only job. */
export const JOB = 'bench';

export interface Workspace {
  readonly folder: string;
  readonly mappings: string;
  /** Runs `garner …` to its end. */
  garner(args: readonly string[]): Promise<Usage & { readonly stdout: string }>;
  /** Runs one of the programs of `bench/measured/` to its end. */
  program(name: string, args: readonly string[]): Promise<Usage & { readonly stdout: string }>;
  /** Starts `garner serve`. */
  serve(): Promise<Server & { readonly baseUrl: string }>;
  /** From here on the mapping says something else of almost every record. */
  changeMapping(): void;
  /** Bytes of the store, after its last process has closed it. */
  storeBytes(): number;
  remove(): void;
}

export interface JobOptions {
  /** The largest page that the job takes. */
  readonly maxResponse?: string;
  readonly metadataPrefix?: keyof typeof CHANGES;
}

/** A folder whose job harvests `baseUrl`. */
export function createWorkspace(baseUrl: string, options: JobOptions = {}): Workspace {
  const { maxResponse = '64MB', metadataPrefix = 'oai_dc' } = options;
  const folder = mkdtempSync(join(tmpdir(), 'garner-bench-'));
  const mappings = join(folder, 'mappings');
  cpSync(join(PROJECT, 'mappings'), mappings, { recursive: true });
  mkdirSync(join(folder, 'jobs'));
  writeFileSync(join(folder, 'garner.yaml'), 'store: sqlite:garner.db\nlog: { level: error }\n');
  const job = `baseUrl: ${baseUrl}\nmetadataPrefix: ${metadataPrefix}\npoliteness: { maxResponse: ${maxResponse} }\n`;
  writeFileSync(join(folder, 'jobs', `${JOB}.yaml`), job);
  const command = (args: readonly string[]): Command => ({
    command: process.execPath,
    args,
    cwd: folder,
    accept: COMPLETE,
  });
  return {
    folder,
    mappings,
    garner: (args) => measureCommand(command([GARNER, ...args])),
    program: (name, args) => measureCommand(command([join(PROJECT, 'bench/measured', name), ...args])),
    serve: () => serve(command([GARNER, 'serve', '--quiet'])),
    changeMapping: () => changeMapping(join(mappings, `${metadataPrefix}.yaml`), CHANGES[metadataPrefix]),
    storeBytes: () => sizeOf(join(folder, 'garner.db')) + sizeOf(join(folder, 'garner.db-wal')),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

const GARNER = join(PROJECT, 'dist/cli/main.js');
/** Complete, and complete with losses: a few records of the source may be held back. */
const COMPLETE = [0, 4];

async function serve(command: Command): Promise<Server & { readonly baseUrl: string }> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env = { GARNER_HTTP_PORT: `${port}` };
  const server = await startServer({ ...command, env }, () => answers(`${address}/readyz`));
  return { ...server, baseUrl: `${address}/oai` };
}

/** In each mapping a change of one rule that changes the MODS of nearly every record. */
const CHANGES = {
  /** Creators become authors. */
  oai_dc: ['{ const: cre }', '{ const: aut }'],
  /** The title of a record is no longer its main one. */
  marcxml: ['{ when: { index: 0 }, then: main }', '{ when: { index: 0 }, then: other }'],
} as const;

function changeMapping(file: string, [before, after]: readonly [string, string]): void {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(before, after);
  if (changed === text) throw new Error(`${file}: the rule that the benchmark changes is not there`);
  writeFileSync(file, changed);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
