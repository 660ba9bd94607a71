/** A job file, `jobs/NAME.yaml`: one repository to be harvested. The file name is the job's name. */
import { z } from '../schema/index.ts';
import { byteSize, duration, share } from '../schema/units.ts';

const setSpec = z.string().min(1);

/** Ids of rules of a mapping: one, or a list. */
const ruleIds = z
  .union([z.string().min(1), z.array(z.string().min(1))])
  .transform((value) => (typeof value === 'string' ? [value] : value));

/** When a run stops by itself (mappings say it, too: whichever is reached first). */
export interface Thresholds {
  /** From 0 to 1; `undefined` is no limit. */
  readonly rejectedShare?: number;
  /** The records after which the run is judged. */
  readonly min: number;
  /** Ids of rules, `title` or `identifier/doi`. */
  readonly emptyRuleDrop: readonly string[];
}

export const jobSchema = z.strictObject({
  title: z.string().min(1).optional().describe('What people call the repository; default: the job’s name.'),
  baseUrl: z.url({ protocol: /^https?$/, error: 'an http or https URL is expected' }).describe('The base URL of the repository.'), // prettier-ignore
  metadataPrefix: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .default('oai_dc')
    .transform((value) => (typeof value === 'string' ? [value] : value))
    .describe('The format to harvest, or several, best first: the first that the repository has is taken.'),
  mapping: z
    .string()
    .min(1)
    .optional()
    .describe('The mapping; default: the one whose `prefixes` hold the format.'),
  software: z
    .string()
    .min(1)
    .optional()
    .describe('What the repository runs: `dspace`, `ojs`, `eprints` …; rules of mappings can ask for it.'),
  sets: z
    .strictObject({
      include: z.array(setSpec).default([]).describe('Harvest only these sets, one after the other.'),
      exclude: z
        .array(setSpec)
        .default([])
        .describe('Without `include`: harvest every set of ListSets but these.'),
    })
    .prefault({}),
  schedule: z
    .string()
    .min(1)
    .optional()
    .describe(
      'When: a cron expression of five fields, or `@hourly`, `@daily`, `@weekly`, `@monthly`. Absent: only by hand.',
    ),
  timezone: z
    .string()
    .default('UTC')
    .describe('The time zone of the schedule, for example `Europe/Belgrade`.'),
  windows: z
    .strictObject({
      by: z
        .literal('none')
        .default('none')
        .describe('How a harvest is cut into windows: `none`, one window per set.'),
      parallel: z.literal(1).default(1).describe('Windows at once.'),
      overlap: duration.prefault('26h').describe('How much of the past each harvest asks for again.'),
    })
    .prefault({}),
  politeness: z
    .strictObject({
      concurrency: z.literal(1).default(1).describe('Requests at once.'),
      delay: duration.prefault('0s').describe('Pause between two requests.'),
      timeout: duration.prefault('60s').describe('The longest silence of the repository.'),
      total: duration.prefault('15m').describe('The longest time for one response.'),
      retries: z.int().min(0).max(100).default(5).describe('Tries of a page after the first.'),
      maxResponse: byteSize.prefault('64MB').describe('The largest response, after decompression.'),
      maxPages: z.int().min(1).default(1_000_000).describe('The longest list, in pages.'),
    })
    .prefault({}),
  http: z
    .strictObject({
      headers: z
        .record(z.string(), z.string())
        .default({})
        .describe('Sent with each request; secrets as ${NAME}.'),
      method: z.enum(['GET', 'POST']).default('GET').describe('How requests are sent.'),
      proxy: z
        .url({ protocol: /^https?$/, error: 'an http or https URL is expected' })
        .optional()
        .describe(
          'The HTTP proxy on the way to the repository; `http://NAME:${PASSWORD}@HOST:PORT` where it asks who we are.',
        ),
      ca: z.string().min(1).optional().describe('A PEM file of certificate authorities that are trusted as well as the usual ones.'), // prettier-ignore
      insecure: z.boolean().default(false).describe('Takes any certificate, also a false one. Said in the log of every run.'), // prettier-ignore
    })
    .prefault({}),
  abort: z
    .strictObject({
      rejectedShare: share
        .prefault('20%')
        .describe('A run stops when more than this share of its records is rejected or quarantined …'),
      min: z.int().min(1).default(100).describe('… among at least so many records.'),
      emptyRuleDrop: ruleIds
        .prefault([])
        .describe(
          'A run stops when one of these rules of the mapping makes nothing of its first `min` records, though it does of most records in the store.',
        ),
    })
    .prefault({}),
  enabled: z.boolean().default(true).describe('Whether the schedule and `--all` include the job.'),
});

/** A job as it is run: the file's values, and its name. */
export interface Job extends z.output<typeof jobSchema> {
  readonly name: string;
}
