// Reads the list of a repository through the client and forgets it. Argument: base URL. Prints what came as JSON.
import { createClient } from '../../dist/client/client.js';
import { listRecords } from '../../dist/client/list-records.js';
import { jobSchema } from '../../dist/model/job.js';

const [baseUrl] = process.argv.slice(2);
const job = jobSchema.parse({ baseUrl, politeness: { maxResponse: '256MB' } });
const client = createClient({
  baseUrl,
  userAgent: 'Garner benchmark',
  politeness: job.politeness,
  http: job.http,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  now: () => new Date(),
  random: Math.random,
});
let records = 0;
for await (const page of listRecords(client, { metadataPrefix: 'oai_dc' })) records += page.records.length;
const { bytes } = client.statistics;
await client.close();
console.log(JSON.stringify({ records, bytes }));
