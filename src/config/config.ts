/** `garner.yaml`: every key, its default and its meaning. The schema is the single source of the reference in `docs/`. */
import { z } from '../schema/index.ts';
import { duration } from '../schema/units.ts';

const repositoryIdentifier = z
  .string()
  .regex(
    /^[a-zA-Z][a-zA-Z0-9-]*(\.[a-zA-Z][a-zA-Z0-9-]*)+$/,
    'a domain name such as "aggregator.example.org" is expected (oai-identifier guideline §2.1)',
  );

/** Where other things are served, and all that lies under it. */
const TAKEN = ['/healthz', '/readyz', '/metrics', '/api'];

function isTaken(path: string): boolean {
  return TAKEN.some((taken) => path === taken || path.startsWith(`${taken}/`));
}

export const configSchema = z.strictObject({
  store: z
    .string()
    .regex(/^(sqlite:|postgres(ql)?:\/\/)/, '"sqlite:FILE" or "postgres://…" is expected')
    .default('sqlite:data/garner.db')
    .describe('Where records are kept: `sqlite:FILE`.'),
  http: z
    .strictObject({
      host: z.string().default('127.0.0.1').describe('The address to listen on.'),
      port: z.int().min(0).max(65535).default(8080).describe('The port to listen on; 0 takes a free one.'),
      publicUrl: z
        .url({ protocol: /^https?$/, error: 'an http or https URL is expected' })
        .refine((text) => !/[?#@]/.test(text), 'an address without query, fragment and user name is expected')
        .optional()
        .describe('The address by which others reach us, without the path; default `http://HOST:PORT`.'),
    })
    .prefault({}),
  provider: z
    .strictObject({
      path: z
        .string()
        .regex(/^\/[\w\-./]+$/, 'a path such as "/oai" is expected')
        .refine((path) => !isTaken(path), `a path that is none of ${TAKEN.join(', ')} is expected`)
        .default('/oai')
        .describe('The path of the OAI-PMH endpoint.'),
      repositoryName: z.string().min(1).default('Garner').describe('repositoryName in Identify.'),
      repositoryIdentifier: repositoryIdentifier.default('garner.localhost.localdomain').describe('The namespace of our identifiers. Never change it once others harvest: every identifier changes with it.'), // prettier-ignore
      adminEmail: z.array(z.email()).min(1).default(['admin@localhost.localdomain']).describe('adminEmail in Identify; sent to repositories as our contact.'), // prettier-ignore
      pageSize: z.int().min(1).max(1000).default(100).describe('Records in a list response.'),
      tokenLifetime: duration.prefault('24h').describe('How long a resumptionToken can be used.'),
      sets: z.string().min(1).optional().describe('The set file: sets declared by rules over canonical records (`docs/sets.md`). Absent: a set per job, and no others.'), // prettier-ignore
    })
    .prefault({}),
  jobs: z.string().default('jobs').describe('The folder of job files.'),
  mappings: z.string().default('mappings').describe('The folder of mapping files.'),
  concurrency: z.int().min(1).max(64).default(4).describe('Jobs harvested at once.'),
  log: z
    .strictObject({
      level: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('What is logged.'),
    }) // prettier-ignore
    .prefault({}),
});

export type Config = z.output<typeof configSchema>;
