// `garner remap` with coverage on, in a working folder of Garner. Argument: the mapping. Prints the summary as JSON.
import { loadHouse, openApp } from '../../dist/app.js';
import { remapRecords } from '../../dist/harvest/remap-records.js';
import { createCoverage } from '../../dist/mapping/coverage.js';

const silent = () => undefined;
const log = { debug: silent, info: silent, warn: silent, error: silent };
const house = await loadHouse({ environment: process.env });
const app = await openApp(house, { log, environment: process.env });
const { storage, formats, mappings, config } = app;
const { repositoryIdentifier } = config.provider;
const deps = { storage, formats, mappings: mappings.inputs, repositoryIdentifier, now: () => new Date() };
const { signal } = new AbortController();
const coverage = createCoverage(mappings.inputs.get(process.argv[2]));
const summary = await remapRecords(app.jobs[0], deps, {
  dryRun: false,
  signal,
  onProgress: silent,
  coverage,
});
await app.close();
console.log(JSON.stringify({ ...summary, covered: coverage.report().records }));
