/**
 * Measures how records are kept (decision 0001): `npx tsx bench/measure-packs.ts [RECORDS]`. The data comes
 * from the neighbouring source server. Prints CPU seconds for 100,000 records and bytes per record; no test asserts them.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, deflateRawSync, gunzipSync, gzipSync, inflateRawSync } from 'node:zlib'; // prettier-ignore
import type { CanonicalRecord } from '../src/model/canonical.ts';
import { openStorage } from '../src/storage/open-storage.ts';
import type { Storage } from '../src/storage/storage.ts';
import { hasShared, SHARED } from '../test/support/shared.ts';
import { mapped, second, startHarvest, type Mapped } from '../test/storage/support/outcomes.ts';

const PORT = 9863;
const PAYLOADS = 20_000;
const records = Number(process.argv[2] ?? 100_000);

if (hasShared()) {
  const payloads = await fetchPayloads();
  measureCodecs(payloads);
  await measureStore(payloads);
}

interface Payloads {
  readonly dc: readonly string[];
  readonly mods: readonly string[];
  readonly canonical: readonly string[];
}

async function fetchPayloads(): Promise<Payloads> {
  const options = ['--port', `${PORT}`, '--records', `${PAYLOADS}`, '--page', '1000', '--format', 'oai_dc,mods', '--deleted', '0']; // prettier-ignore
  const server = spawn(process.execPath, [join(SHARED, 'bench/source_server.mjs'), ...options]);
  await once(server.stdout, 'data');
  const dc = await fetchAll('oai_dc');
  const mods = await fetchAll('mods');
  server.kill();
  return { dc, mods, canonical: dc.map(toCanonicalText) };
}

async function fetchAll(prefix: string): Promise<string[]> {
  const base = `http://127.0.0.1:${PORT}/oai?verb=ListRecords&`;
  const all: string[] = [];
  for (let query: string | undefined = `metadataPrefix=${prefix}`; query !== undefined;) {
    const text: string = await (await fetch(base + query)).text();
    for (const [, xml = ''] of text.matchAll(/<metadata>([\s\S]*?)<\/metadata>/g)) all.push(xml);
    const token: string | undefined = /<resumptionToken[^>]*>([^<]+)</.exec(text)?.[1];
    query = token && `resumptionToken=${encodeURIComponent(token)}`;
  }
  return all;
}

/** Stands in for a canonical record of about the same size. */
function toCanonicalText(xml: string, index: number): string {
  const fields = [...xml.matchAll(/<dc:(\w+)[^>]*>([^<]*)</g)].map(([, type, value]) => ({
    type,
    value,
    lang: 'en',
  }));
  return JSON.stringify({ schema: 'canonical/1', id: `oai:test:demo/${index}`, status: 'active', fields });
}

function measureCodecs({ dc, mods, canonical }: Payloads): void {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
  const codecs = {
    'brotli 1': [(value: Buffer) => brotliCompressSync(value, { ...quality, chunkSize: 65_536 }), (value: Buffer) => brotliDecompressSync(value, { chunkSize: 262_144 })],
    'gzip 1': [(value: Buffer) => gzipSync(value, { level: 1 }), (value: Buffer) => gunzipSync(value)],
    'deflate 1': [(value: Buffer) => deflateRawSync(value, { level: 1 }), (value: Buffer) => inflateRawSync(value)],
  } as const; // prettier-ignore
  const columns = [dc, canonical, mods, dc].map((texts) => texts.map((text) => Buffer.from(text)));
  const scale = 100_000 / dc.length;
  for (const [name, [compress, decompress]] of Object.entries(codecs))
    for (const slots of [1, 16, 32, 64, 128]) {
      const packs: Buffer[][] = [];
      const saving = cpuOf(() =>
        columns.forEach((values) => packs.push(inPacks(values, slots).map(compress))),
      );
      const reading = cpuOf(() => packs[2]?.forEach((pack) => decompress(pack)));
      const bytes = packs.flat().reduce((sum, pack) => sum + pack.length, 0) / dc.length;
      console.log(`${name}, packs of ${slots}: compress ${(saving * scale).toFixed(1)} s, read MODS ${(reading * scale).toFixed(2)} s, ${bytes.toFixed(0)} bytes`); // prettier-ignore
    }
}

async function measureStore(payloads: Payloads): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'garner-measure-'));
  const storage = await openStorage(`sqlite:${join(folder, 'garner.db')}`);
  const harvest = await startHarvest(storage);
  let saving = 0;
  for (let start = 0; start < records; start += 100) {
    const page = Array.from({ length: Math.min(100, records - start) }, (_, index) =>
      toOutcome(payloads, start + index),
    );
    saving += await cpuOfAsync(() => harvest.save(second(start / 100), page));
  }
  report('save, pages of 100', saving);
  await measureLists(storage);
  await storage.close();
  console.log(`file: ${(statSync(join(folder, 'garner.db')).size / records).toFixed(0)} bytes per record`);
  rmSync(folder, { recursive: true });
}

/** A walk of each kind: CPU, and what the last tenth of its pages cost against the first. */
async function measureLists(storage: Storage): Promise<void> {
  const until = second(records / 100 - 2);
  const lists = {
    'walk MODS': { metadataPrefix: 'mods' },
    'walk MODS, from and until': { metadataPrefix: 'mods', from: second(1), until },
    'walk MODS, set': { metadataPrefix: 'mods', set: 'demo' },
    'walk MODS, set, from and until': { metadataPrefix: 'mods', set: 'demo', from: second(1), until },
    'walk headers': {},
  };
  for (const [name, query] of Object.entries(lists)) {
    const times: number[] = [];
    const cpu = await cpuOfAsync(async () => {
      for (let afterStamp = 0, more = true; more;) {
        const begin = performance.now();
        const page = await storage.listRecords({ ...query, afterStamp, limit: 100 });
        times.push(performance.now() - begin);
        more = page.length === 100;
        afterStamp = page.at(-1)?.stamp ?? 0;
      }
    });
    const tenth = Math.floor(times.length / 10);
    const ratio = median(times.slice(-tenth)) / median(times.slice(0, tenth));
    report(`${name} (last ÷ first page ${ratio.toFixed(2)})`, cpu);
    console.log(`  count: ${((await cpuOfAsync(() => storage.countRecords(query))) * 1000).toFixed(1)} ms`);
  }
}

function toOutcome({ dc, mods, canonical }: Payloads, index: number): Mapped {
  const at = index % dc.length;
  const id = `oai:source.example.org:article/${index}`;
  return mapped(id, `${index}`, {
    raw: { metadata: { xml: dc[at] ?? '', namespaces: {} }, about: [], repairs: [] },
    rawHash: `${index}`.padStart(43, 'r'),
    disseminationHash: `${index}`.padStart(43, 'd'),
    canonical: JSON.parse(canonical[at] ?? '{}') as CanonicalRecord,
    rendered: {
      metadata: { oai_dc: dc[at] ?? '', mods: mods[at] ?? '' },
      about: [`<provenance xmlns="http://www.openarchives.org/OAI/2.0/provenance"><originDescription harvestDate="2026-11-24T10:00:00Z" altered="true"><baseURL>https://source.example.org/oai</baseURL><identifier>${id}</identifier></originDescription></provenance>`], // prettier-ignore
    },
  });
}

function inPacks(values: readonly Buffer[], slots: number): Buffer[] {
  const count = Math.ceil(values.length / slots);
  return Array.from({ length: count }, (_, index) =>
    Buffer.concat(values.slice(index * slots, (index + 1) * slots)),
  );
}

function report(name: string, cpu: number): void {
  console.log(`${name}: ${((cpu * 100_000) / records).toFixed(2)} CPU s per 100,000`);
}

function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function cpuOfAsync(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}
