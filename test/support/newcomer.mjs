// Asks a freshly started endpoint what a newcomer would: all six verbs, both formats, the seed record.
// Usage: node newcomer.mjs BASE_URL. Prints what holds and what does not; exit code 1 when anything does not.
const [baseUrl] = process.argv.slice(2);
const SEED = 'oai:garner.localhost.localdomain:demo/oai:demo.example.org:ceeol/1';
const DEADLINE_MS = 1_200_000;

await waitForRecord(SEED);
const results = [];
const id = encodeURIComponent(SEED);
await expect('Identify', 'verb=Identify', [/<protocolVersion>2\.0</, /<deletedRecord>persistent</]);
await expect('ListMetadataFormats', 'verb=ListMetadataFormats', [
  /<metadataPrefix>oai_dc</,
  /<metadataPrefix>mods</,
]);
await expect('ListSets', 'verb=ListSets', [/<setSpec>demo</]);
await expect('ListIdentifiers', 'verb=ListIdentifiers&metadataPrefix=oai_dc', [
  /<header>/,
  /<resumptionToken /,
]);
await expect('ListRecords in MODS', 'verb=ListRecords&metadataPrefix=mods', [
  /<titleInfo|:titleInfo/,
  /provenance/,
]);
await expect('ListRecords in Dublin Core', 'verb=ListRecords&metadataPrefix=oai_dc&set=demo', [/<dc:title/]);
await expect('the seed record in Dublin Core', `verb=GetRecord&metadataPrefix=oai_dc&identifier=${id}`, [
  /Први Титов сусрет са Стаљином/,
  /Tito’s First Meeting With Stalin/,
  /Popović, Nikola B\./,
]);
await expect('the seed record in MODS', `verb=GetRecord&metadataPrefix=mods&identifier=${id}`, [
  /Ослобођење Београда 1944\./,
  /<(?:mods:)?start>147</,
]);
await expect('an error in the terms of the protocol', 'verb=Nonsense', [/<error code="badVerb">/]);

const failed = results.filter(({ problem }) => problem !== undefined);
for (const { name, problem } of results)
  console.log(problem === undefined ? `ok      ${name}` : `FAILED  ${name}: ${problem}`);
console.log(`${results.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function waitForRecord(identifier) {
  const until = Date.now() + DEADLINE_MS;
  for (;;) {
    const body = await ask(
      `verb=GetRecord&metadataPrefix=oai_dc&identifier=${encodeURIComponent(identifier)}`,
    ).catch(() => '');
    if (body.includes('<metadata>')) return;
    if (Date.now() > until) {
      console.log(`FAILED  ${identifier} was not served within ${DEADLINE_MS / 1000} s`);
      process.exit(1);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

// The harvest goes on while we ask: what is not there yet is asked for again.
async function expect(name, query, patterns) {
  let body = '';
  let missing = patterns[0];
  for (let tries = 0; tries < 60 && missing !== undefined; tries += 1) {
    if (tries > 0) await new Promise((resolve) => setTimeout(resolve, 500));
    body = await ask(query);
    missing = patterns.find((pattern) => !pattern.test(body));
  }
  results.push({
    name,
    problem: missing === undefined ? undefined : `no ${missing} in ${body.slice(0, 400)}`,
  });
}

async function ask(query) {
  const response = await fetch(`${baseUrl}?${query}`);
  if (response.status !== 200) throw new Error(`HTTP ${response.status}`);
  return response.text();
}
