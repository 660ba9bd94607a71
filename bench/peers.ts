/** Other programs that do a part of the work, measured beside ours over the same pages when they are installed. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measurement, Sample, World } from './measurements.ts';
import { measureCommand } from './process.ts';
import { request, walkList } from './walk.ts';
import { PROJECT } from './workspace.ts';

/** Which peers can run here, and a word on each that cannot. */
export async function peers(): Promise<{ installed: Measurement[]; missing: string[] }> {
  const there = PEERS.map((peer) => ({ peer, there: runs(peer.probe) }));
  return {
    installed: there.filter(({ there }) => there).map(({ peer }) => peer.measurement),
    missing: there
      .filter(({ there }) => !there)
      .map(({ peer }) => `${peer.measurement.name}: ${peer.howToInstall}`),
  };
}

export const XSLTPROC = 'xsltproc';
export const SICKLE = 'Sickle';
export const LXML = 'lxml client';

/** Debian's interpreter has Debian's packages; another can be named. */
const PYTHON = process.env['GARNER_BENCH_PYTHON'] ?? '/usr/bin/python3';

interface Peer {
  /** A command that succeeds where the peer is installed. */
  readonly probe: readonly string[];
  readonly howToInstall: string;
  readonly measurement: Measurement;
}

const PEERS: readonly Peer[] = [
  {
    probe: [PYTHON, '-c', 'import sickle'],
    howToInstall: 'pip install Sickle, and name that Python in GARNER_BENCH_PYTHON',
    measurement: {
      name: SICKLE,
      what: 'Sickle: fetch and parse only, record.metadata to JSON Lines',
      run: (world) => pythonClient(world, 'sickle-client.py'),
    },
  },
  {
    probe: [PYTHON, '-c', 'import lxml, requests'],
    howToInstall: 'apt-get install python3-lxml python3-requests',
    measurement: {
      name: LXML,
      what: 'requests + lxml, the work of Sickle by hand: fetch and parse only, JSON Lines',
      run: (world) => pythonClient(world, 'lxml-client.py'),
    },
  },
  {
    probe: ['xsltproc', '--version'],
    howToInstall: 'apt-get install xsltproc',
    measurement: {
      name: XSLTPROC,
      what: 'xsltproc: DC → MODS only, pages lie ready as files',
      run: xsltproc,
    },
  },
];

function runs([command, ...args]: readonly string[]): boolean {
  try {
    execFileSync(command!, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function pythonClient({ source, records, workspace }: World, script: string): Promise<Sample> {
  const output = join(workspace.folder, 'peer.jsonl');
  const args = [join(PROJECT, 'bench/peers', script), source.baseUrl, output];
  const { stdout: _, ...usage } = await measureCommand({ command: PYTHON, args });
  return { ...usage, records };
}

async function xsltproc({ source, records, workspace }: World): Promise<Sample> {
  const folder = join(workspace.folder, 'pages');
  const files = await savePages(source.baseUrl, folder);
  const stylesheet = join(PROJECT, 'bench/peers/dc-to-mods.xsl');
  const args = ['--output', join(workspace.folder, 'mods.xml'), stylesheet, ...files];
  const { stdout: _, ...usage } = await measureCommand({ command: 'xsltproc', args });
  return { ...usage, records };
}

async function savePages(baseUrl: string, folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const { urls } = await walkList(baseUrl, 'metadataPrefix=oai_dc');
  const files: string[] = [];
  for (const url of urls) {
    const file = join(folder, `${files.length}.xml`);
    writeFileSync(file, await request(url));
    files.push(file);
  }
  return files;
}
