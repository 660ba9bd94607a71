// What each stage of a harvest costs by itself: all pages through one stage, then through the next, in one process.
// Arguments: base URL of the source, folder of mappings, number of records (from the beginning of the list).
// Prints CPU seconds per 100,000 records by stage as JSON.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseRecordsPage } from '../../dist/client/parse-page.js';
import { readResponse } from '../../dist/client/read-response.js';
import { createFormats } from '../../dist/formats/formats.js';
import { renderProvenance } from '../../dist/formats/provenance.js';
import { ingestPage } from '../../dist/harvest/ingest-page.js';
import { canonicalRecord, mappingHashOf, rawHashOf } from '../../dist/harvest/normalise-record.js';
import { createCoverage } from '../../dist/mapping/coverage.js';
import { loadMappings } from '../../dist/mapping/load-mappings.js';
import { mapRecord } from '../../dist/mapping/map-record.js';
import { openStorage } from '../../dist/storage/open-storage.js';
import { decodeBody } from '../../dist/xml/decode-body.js';
import { readEnvelope } from '../../dist/xml/read-envelope.js';
import { readPayload } from '../../dist/xml/read-payload.js';

const PASSES = 3;
const HARVESTED_AT = '2026-01-01T00:00:00Z';
const [baseUrl, mappingsFolder, wanted] = process.argv.slice(2);
const costs = {};

const mappings = await loadMappings(mappingsFolder);
const mapping = mappings.inputs.get('oai_dc');
const formats = createFormats(mappings);
const job = { name: 'bench', title: 'bench', baseUrl };
const context = {
  job,
  metadataPrefix: 'oai_dc',
  mapping,
  formats,
  mappingHash: mappingHashOf({ mapping, job }, formats),
  repositoryIdentifier: 'bench.example.org',
  runDate: HARVESTED_AT,
};

const { bodies, count } = await fetchPages(Number(wanted));
const texts = stage('decode', bodies, (body) => decodeBody(body, 'text/xml').text);
stage('readEnvelope', texts, (text) => readEnvelope(text).root);
const pages = stage('decode + readEnvelope + parsePage', bodies, parsePage);
const records = pages.flatMap((page) => page.records).filter((record) => record.metadata !== undefined);
const trees = stage('readPayload', records, (record) => readPayload(record.metadata));
const hashes = stage('hash of raw', records, rawHashOf);
const sources = records.map((record, i) => sourceRecord(record.header, trees[i]));
const results = stage('mapRecord', sources, (source) => mapRecord(source, mapping));
const coverage = createCoverage(mapping);
stage('mapRecord, coverage on', sources, (source) => mapRecord(source, mapping, { coverage }));
const canonicals = results.flatMap((result, i) => (result.kind === 'mapped' ? [canonicalOf(result, i)] : []));
for (const format of formats)
  stage(`render ${format.metadataPrefix}`, canonicals, (record) => format.render(record));
stage('render provenance', records, provenanceOf);
stage('JSON.stringify of the canonical record', canonicals, (record) => JSON.stringify(record));
const unknown = new Map();
const ingest = (page) => ingestPage(page, unknown, { context, harvestedAt: HARVESTED_AT });
const outcomes = stage('ingestPage (readPayload … provenance)', pages, ingest);
await storeStages();
console.log(JSON.stringify(costs));

/** The first pass warms up and gives the results; in the others a result lives no longer than in a harvest. */
function stage(name, list, work) {
  const results = list.map((item) => work(item));
  const before = process.cpuUsage();
  for (let pass = 0; pass < PASSES; pass += 1) for (const item of list) work(item);
  account(name, before, PASSES);
  return results;
}

function account(name, before, passes) {
  const { user, system } = process.cpuUsage(before);
  costs[name] = ((user + system) / 1e6 / passes / count) * 100_000;
}

async function fetchPages(limit) {
  const bodies = [];
  let count = 0;
  for (let query = 'metadataPrefix=oai_dc'; query !== undefined && count < limit;) {
    const response = await fetch(`${baseUrl}?verb=ListRecords&${query}`);
    const body = Buffer.from(await response.arrayBuffer());
    bodies.push(body);
    const page = parsePage(body);
    count += page.records.length;
    const token = page.resumptionToken?.text;
    query = token === undefined ? undefined : `resumptionToken=${encodeURIComponent(token)}`;
  }
  return { bodies, count };
}

function parsePage(body) {
  const read = readResponse(
    { url: baseUrl, movedPermanently: false, status: 200, headers: {}, body, wireBytes: body.length },
    'ListRecords',
  );
  return parseRecordsPage(read.response);
}

function sourceRecord({ identifier, datestamp, setSpecs }, root) {
  const header = { identifier, datestamp, sets: setSpecs, metadataPrefix: 'oai_dc' };
  return { root, header, source: { id: 'bench', name: 'bench', url: baseUrl }, runDate: HARVESTED_AT };
}

function canonicalOf(result, i) {
  const received = { header: records[i].header, rawHash: hashes[i], harvestedAt: HARVESTED_AT };
  return canonicalRecord(received, result.description, context, result.issues);
}

function provenanceOf({ header, about }) {
  return renderProvenance({
    baseUrl,
    identifier: header.identifier,
    datestamp: header.datestamp,
    metadataNamespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
    harvestDate: HARVESTED_AT,
    altered: true,
    about,
  });
}

/** Every page is saved once into a new store, then looked up, then listed. */
async function storeStages() {
  const folder = mkdtempSync(join(tmpdir(), 'garner-stages-'));
  const storage = await openStorage(`sqlite:${join(folder, 'store.db')}`);
  const lease = { job: 'bench', holder: 'bench:1:1' };
  await storage.takeLease({ ...lease, now: HARVESTED_AT, expiresAt: '2036-01-01T00:00:00Z' });
  const run = await storage.startRun({ job: 'bench', kind: 'full', startedAt: HARVESTED_AT });
  const window = await storage.addWindow({
    job: 'bench',
    runId: run.id,
    kind: 'full',
    metadataPrefix: 'oai_dc',
  });
  const save = (records) =>
    storage.savePage({
      ...lease,
      leaseExpiresAt: '2036-01-01T00:00:00Z',
      now: HARVESTED_AT,
      windowId: window.id,
      progress: {},
      records,
    });
  await timed('savePage', async () => {
    for (const records of outcomes) await save(records);
  });
  await timed('findKnownVersions', async () => {
    for (const records of outcomes)
      await storage.findKnownVersions(
        'bench',
        records.map((record) => record.identifier),
      );
  });
  const again = outcomes.map((records) => records.filter(({ kind }) => kind === 'mapped').map(unchanged));
  await timed('savePage, all unchanged', async () => {
    for (const records of again) await save(records);
  });
  await timed('storage.listRecords mods', async () => {
    let afterStamp;
    for (;;) {
      const page = await storage.listRecords({
        metadataPrefix: 'mods',
        limit: 100,
        ...(afterStamp === undefined ? {} : { afterStamp }),
      });
      if (page.length === 0) return;
      afterStamp = page.at(-1).stamp;
    }
  });
  await timed('storage.listDetails', async () => {
    let afterStamp;
    for (;;) {
      const page = await storage.listDetails({
        limit: 100,
        ...(afterStamp === undefined ? {} : { afterStamp }),
      });
      if (page.length === 0) return;
      afterStamp = page.at(-1).stamp;
    }
  });
  await storage.close();
  rmSync(folder, { recursive: true });
}

function unchanged({ identifier, datestamp, originSets }) {
  return { kind: 'unchanged', identifier, datestamp, originSets };
}

async function timed(name, work) {
  const before = process.cpuUsage();
  await work();
  account(name, before, 1);
}
