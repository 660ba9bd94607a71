import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadJobs } from '../../src/schedule/load-jobs.ts';
import { formatFileIssue } from '../../src/yaml/read-yaml.ts';

const MAPPINGS = new Map([['oai_dc', { prefixes: ['oai_dc'] }]]);

async function load(files: Record<string, string>, environment: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'garner-jobs-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { jobs, issues } = await loadJobs(folder, { environment, mappings: MAPPINGS });
  return { jobs, problems: issues.map((issue) => formatFileIssue(issue).replace(`${folder}/`, '')) };
}

describe('loadJobs', () => {
  it('names a job after its file and fills in the defaults', async () => {
    const { jobs, problems } = await load({ 'arxiv.yaml': 'baseUrl: https://example.org/oai\n' });
    expect(problems).toEqual([]);
    expect(jobs[0]).toMatchObject({
      name: 'arxiv',
      metadataPrefix: ['oai_dc'],
      timezone: 'UTC',
      enabled: true,
      windows: { overlap: 26 * 3_600_000 },
      politeness: { retries: 5, maxResponse: 64 * 1024 * 1024 },
      abort: { rejectedShare: 0.2 },
    });
  });

  it('reports the problems of all files at once', async () => {
    const { jobs, problems } = await load({
      'a.yaml': 'baseUrl: ftp://example.org\nschedule: "61 3 * * *"\n',
      'b.yaml': 'baseURL: https://example.org/oai\n',
      'c d.yaml': 'baseUrl: https://example.org/oai\n',
      'e.yaml': 'baseUrl: https://example.org/oai\nschedule: "every night"\ntimezone: Mars/Olympus\n',
      'f.yaml': 'baseUrl: https://example.org/oai\nhttp: { headers: { Authorization: "Bearer ${TOKEN}" } }\n',
      'g.yaml': 'baseUrl: https://example.org/oai\n',
      'h.yaml':
        'baseUrl: https://example.org/oai\nhttp: { ca: /nowhere/ca.pem, proxy: "socks5://proxy:1" }\n',
      'i.yaml': 'baseUrl: https://example.org/oai\nhttp: { ca: /nowhere/ca.pem }\n',
      'j.yaml': 'baseUrl: https://example.org/oai\nmapping: oai_cd\nschedule: "* * * * * *"\n',
      'k.yaml': 'baseUrl: https://example.org/oai\nmetadataPrefix: [mods]\n',
    });
    expect(jobs.map((job) => job.name)).toEqual(['g']);
    expect(problems).toEqual([
      'a.yaml:1:10 error schema: baseUrl: an http or https URL is expected',
      expect.stringMatching(/^a\.yaml:2:11 error schedule\.invalid: schedule: "61 3 \* \* \*" /) as string,
      'b.yaml:1:1 error schema: baseUrl: is missing',
      'b.yaml:1:1 error schema: unknown key "baseURL" (did you mean "baseUrl"?)',
      'c d.yaml:1:1 error job.name: a job’s file name may hold letters, digits, "-", "_" and "." only',
      'e.yaml:3:11 error timezone.unknown: timezone: "Mars/Olympus" is not a time zone; write one such as "Europe/Belgrade" or "UTC"',
      expect.stringMatching(
        /^e\.yaml:2:11 error schedule\.invalid: schedule: "every night" is not a cron expression: /,
      ) as string,
      'f.yaml:2:35 error variable.missing: http.headers.Authorization: the environment has no variable TOKEN',
      'h.yaml:2:13 error file.missing: http.ca: there is no file /nowhere/ca.pem',
      'h.yaml:2:37 error schema: http.proxy: an http or https URL is expected',
      'i.yaml:2:13 error file.missing: http.ca: there is no file /nowhere/ca.pem',
      'j.yaml:3:11 error schedule.invalid: schedule: "* * * * * *" is not a cron expression: it has six fields, and five are expected: runs begin at full minutes',
      'j.yaml:2:10 error job.mapping: mapping: there is no mapping "oai_cd" (did you mean "oai_dc"?); there are oai_dc',
      'k.yaml:2:17 error job.mapping: metadataPrefix: no mapping reads mods; name one under "mapping"',
    ]);
  });

  it('takes secrets from the environment, and asks for none of a job that is off', async () => {
    const text =
      'baseUrl: https://example.org/oai\nhttp: { headers: { Authorization: "Bearer ${TOKEN}" } }\n';
    const on = await load({ 'a.yaml': text }, { TOKEN: 'geheim' });
    expect(on.jobs[0]?.http.headers).toEqual({ Authorization: 'Bearer geheim' });
    expect((await load({ 'a.yaml': `${text}enabled: false\n` })).problems).toEqual([]);
  });

  it('warns when a schedule restricts both day fields, which must both match', async () => {
    const { jobs, problems } = await load({
      'a.yaml': 'baseUrl: https://example.org/oai\nschedule: "0 3 1 * 1"\n',
    });
    expect(jobs).toHaveLength(1);
    expect(problems[0]).toMatch(/^a\.yaml:2:11 warn schedule\.both-days: /);
  });

  it('finds no jobs in a folder that is not there', async () => {
    const around = { environment: {}, mappings: MAPPINGS };
    expect(await loadJobs('/nowhere/at/all', around)).toEqual({ jobs: [], issues: [], secrets: [] });
  });
});
