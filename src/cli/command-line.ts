/** The command line. Each command loads only what it needs: `--help` has to be there at once. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { HELD_STATES } from '../model/stored-record.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { createTerminal, type CommonOptions, type Outlet, type Terminal } from './terminal.ts';

/** Runs one command line (without `node` and the script) and gives the exit code of the process. */
export async function runCommandLine(argv: readonly string[], outlet: Outlet): Promise<ExitCode> {
  const terminal = createTerminal(outlet);
  let code: ExitCode = EXIT.complete;
  const program = createProgram(terminal, (result) => (code = result));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.complete : EXIT.usage;
    const { explain } = await import('./explain-error.ts');
    return explain(error, terminal);
  }
}

type Finish = (code: ExitCode) => void;

function createProgram(terminal: Terminal, finish: Finish): Command {
  const program = new Command('garner')
    .description(
      'Harvests OAI-PMH repositories, maps their records, and serves them as MODS and Dublin Core.',
    )
    .version(readVersion(), '--version', 'print the version')
    // Also before the command; hidden, since each command shows it.
    .addOption(new Option('--config <file>').hideHelp())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.note(text.trimEnd()),
    })
    .showHelpAfterError('(garner --help shows what there is)')
    .addHelpText('after', EXAMPLES);
  const add = adder(finish, terminal);
  addProcesses(program, add);
  addHarvesting(program, add);
  addLedger(program, add);
  addRecords(program, add);
  addMappings(program, add);
  addStore(program, add);
  return program;
}

const EXAMPLES = `
Examples:
  garner start                                    scheduler, workers and endpoint until Ctrl-C
  garner harvest arxiv                            harvest one job now
  garner harvest --all --json                     harvest every enabled job, summaries as JSON
  garner jobs                                     where each job stands
  garner records list --status held               records held back, with the reasons
  garner records show oai:… --as mods             one record as it is served
  garner map run record.xml --mapping oai_dc      one file through a mapping

Every command explains itself: garner COMMAND --help. All of them take --config, --json, --quiet and --verbose.

Exit codes: 0 complete, 1 failed, 2 usage or configuration error, 3 incomplete, 4 complete with losses,
5 skipped (already running).`;

/** Beside the program both in the sources and in the package. */
function readVersion(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

type Action = (args: string[], options: never, terminal: Terminal) => Promise<ExitCode>;

/** Completes a command: the options that all have, and an action that is loaded when it runs. */
function adder(finish: Finish, terminal: Terminal) {
  return (command: Command, load: () => Promise<Action>): void => {
    command
      .option('--config <file>', 'the configuration file (default: garner.yaml)')
      .option('--json', 'print one JSON document')
      .option('--quiet', 'print results and errors only')
      .option('--verbose', 'log more')
      .addHelpText('after', examplesOf(command))
      .action(async () => {
        const run = await load();
        const args = command.processedArgs.flat().filter((arg) => typeof arg === 'string');
        // With those of the command above: `jobs check --json` gives its option to `jobs`.
        finish(await run(args, command.optsWithGlobals<CommonOptions>() as never, terminal));
      });
  };
}

/** The examples of a command, by its name with that of the command above. */
function examplesOf(command: Command): string {
  const above = command.parent?.parent ? `${command.parent.name()} ` : '';
  const lines = EXAMPLES_OF[`${above}${command.name()}`] ?? [];
  return lines.length === 0 ? '' : `\nExamples:\n${lines.map((line) => `  garner ${line}`).join('\n')}`;
}

const EXAMPLES_OF: Readonly<Record<string, readonly string[]>> = {
  start: ['start', 'start --verbose'],
  serve: ['serve'],
  work: ['work'],
  harvest: [
    'harvest arxiv zenodo',
    'harvest --all --json',
    'harvest arxiv --full',
    'harvest arxiv --from 2024-05-01 --until 2024-05-31 --set physics',
    'harvest arxiv --identifier oai:arXiv.org:2401.00001 --dry-run',
  ],
  remap: ['remap --dry-run', 'remap --job arxiv'],
  jobs: ['jobs', 'jobs --json'],
  'jobs check': ['jobs check'],
  runs: ['runs arxiv --limit 5'],
  gaps: ['gaps', 'gaps arxiv --json'],
  'records list': [
    'records list --job arxiv --status held',
    'records list --set arxiv --from 2024-05-01 --limit 10 --json',
  ],
  'records show': ['records show arxiv/oai:arXiv.org:2401.00001 --as mods'],
  'map run': ['map run record.xml --mapping oai_dc', 'map run list.xml --mapping oai_dc --as mods'],
  'map check': ['map check', 'map check oai_dc out/mods'],
  'map test': ['map test', 'map test oai_dc --update'],
  'map coverage': [
    'map coverage --job arxiv',
    'map coverage oai_dc --misses misses.csv',
    'map coverage records/ more.xml --mapping marcxml --json',
  ],
  'map diff': [
    'map diff oai_dc',
    'map diff oai_dc --against HEAD~1 --job arxiv',
    'map diff oai_dc --against old/oai_dc.yaml --limit 1000 --json',
  ],
  'map explain': [
    'map explain record.xml --mapping oai_dc --path titles[0].subtitle',
    "map explain record.xml --mapping oai_dc --input 'dc:identifier[3]'",
    "map explain --record arxiv/oai:arXiv.org:2401.00001 --input '245$a'",
  ],
  'map show': ['map show oai_dc --resolved'],
  'db migrate': ['db migrate'],
  'db check': ['db check --json'],
  'db backup': ['db backup backup/garner.db'],
  config: ['config', 'config --json'],
};

type Add = ReturnType<typeof adder>;

function addProcesses(program: Command, add: Add): void {
  const load = (serve: boolean, work: boolean) => async (): Promise<Action> => {
    const { start } = await import('./commands/start.ts');
    return (_, options, terminal) => start(options, { serve, work, terminal });
  };
  add(
    program.command('start').description('scheduler, workers and endpoint in one process'),
    load(true, true),
  );
  add(program.command('serve').description('the endpoint only'), load(true, false));
  add(program.command('work').description('scheduler and workers only'), load(false, true));
  const fixtures = program.command('fixtures', { hidden: true }).description('the demonstration repository');
  add(
    fixtures
      .command('serve')
      .description('serve it on loopback')
      .addOption(new Option('--port <port>', 'the port; 0 takes a free one').default(8089).argParser(wholeNumber)), // prettier-ignore
    async () => (await import('./commands/fixtures.ts')).serveFixtures,
  );
}

function addHarvesting(program: Command, add: Add): void {
  add(
    program
      .command('harvest')
      .description('harvest now, and print a summary per job')
      .argument('[job...]', 'names of jobs: of the files in jobs/, without .yaml')
      .option('--all', 'every enabled job')
      .option('--full', 'everything, not only what changed since last time')
      .option('--from <date>', 'records changed on or after this date (2024-05-01 or 2024-05-01T00:00:00Z)')
      .option('--until <date>', 'records changed on or before this date')
      .option('--set <setSpec>', 'records of this set of the repository')
      .option('--identifier <id>', 'this record of the repository only')
      .option('--dry-run', 'map and count, store nothing'),
    async () => (await import('./commands/harvest.ts')).harvest,
  );
  add(
    program
      .command('remap')
      .description(
        'bring stored records up to date after a mapping, an output, a job or the set file has changed',
      )
      .option('--job <job>', 'of this job')
      .option('--dry-run', 'only count what would change'),
    async () => (await import('./commands/remap.ts')).remap,
  );
}

function addLedger(program: Command, add: Add): void {
  const jobs = program
    .command('jobs')
    .description('jobs: last outcome, how far they are, what they hold, next run');
  add(jobs, async () => (await import('./commands/jobs.ts')).listJobs);
  add(
    jobs.command('check').description('check configuration, jobs and mappings'),
    async () => (await import('./commands/jobs.ts')).checkJobs,
  );
  add(
    program.command('runs').description('past runs, newest first').argument('[job]').addOption(limit(20)),
    async () => (await import('./commands/runs.ts')).listRuns,
  );
  add(
    program
      .command('gaps')
      .description('windows that are missing or failed; exit code 3 when there are any')
      .argument('[job]'),
    async () => (await import('./commands/runs.ts')).listGaps,
  );
}

function addRecords(program: Command, add: Add): void {
  const records = program.command('records').description('look into the store');
  add(
    records
      .command('list')
      .description('records in the order in which they changed')
      .option('--job <job>', 'of this job')
      .option('--set <setSpec>', 'of this set of ours')
      .option('--from <date>', 'changed on or after')
      .option('--until <date>', 'changed on or before')
      .addOption(new Option('--status <status>', 'in this state; held is quarantined, rejected or skipped').choices(STATES))
      .addOption(limit(50)), // prettier-ignore
    async () => (await import('./commands/records.ts')).listRecords,
  );
  add(
    records
      .command('show')
      .description('one record: by our identifier, the origin’s, or JOB/ORIGIN-IDENTIFIER')
      .argument('<identifier>')
      .addOption(form(['canonical', 'raw', 'oai_dc', 'mods', 'explain'])),
    async () => (await import('./commands/show-record.ts')).showRecord,
  );
}

const STATES = ['active', 'deleted', ...HELD_STATES, 'held'];

function addMappings(program: Command, add: Add): void {
  const map = program.command('map').description('work on mappings');
  add(
    map
      .command('run')
      .description('one file through a mapping: an OAI-PMH response, a bare record, or labelled text')
      .argument('<file>')
      .requiredOption('--mapping <mapping>', 'which mapping')
      .addOption(form(['canonical', 'oai_dc', 'mods', 'explain'])),
    async () => (await import('./commands/map-run.ts')).mapRun,
  );
  add(
    map.command('check').description('static checks of all mapping files').argument('[mapping...]'),
    async () => (await import('./commands/map-check.ts')).mapCheck,
  );
  add(
    map
      .command('test')
      .description('the tests that stand in mapping files, and the golden records beside them')
      .argument('[mapping...]')
      .option('--update', 'write what golden records give now as what is expected'),
    async () => (await import('./commands/map-check.ts')).mapTest,
  );
  add(
    map
      .command('show')
      .description('the file of a mapping, or all it is made of')
      .argument('<mapping>')
      .option('--resolved', 'with everything it inherits, and the file and line of each part'),
    async () => (await import('./commands/map-show.ts')).mapShow,
  );
  addMappingTools(map, add);
}

/** What shows how a mapping does, over many records or inside one. */
function addMappingTools(map: Command, add: Add): void {
  add(
    map
      .command('explain')
      .description('where each value of a record comes from, step by step; or where what it says went')
      .argument('[file]', 'a file of records; without it --record names one of the store')
      .option('--mapping <mapping>', 'the mapping for the file')
      .option('--record <identifier>', 'a record of the store, or of the file')
      .option('--path <path>', 'only this value, and what is in it: titles[0].subtitle')
      .option('--input <node>', "where this went: 'dc:identifier[3]', '245$a'"),
    async () => (await import('./commands/map-explain.ts')).mapExplain,
  );
  add(
    map
      .command('diff')
      .description('what a changed mapping changes of the stored records, by kind of change')
      .argument('<mapping>')
      .option('--against <what>', 'an older file of it, or a revision of git (default: what the store holds)')
      .option('--job <job>', 'records of this job')
      .addOption(new Option('--limit <n>', 'look at so many records').argParser(wholeNumber)),
    async () => (await import('./commands/map-diff.ts')).mapDiff,
  );
  add(
    map
      .command('coverage')
      .description('what no rule reads, what never fires, what tables lack: over stored records, or files')
      .argument('[names...]', 'mappings; with --mapping: files or folders of records')
      .option('--job <job>', 'stored records of this job')
      .option('--mapping <mapping>', 'the mapping for the files named')
      .option('--csv', 'print the values that tables do not know as CSV, with suggestions')
      .option('--misses <file>', 'write them to a file'),
    async () => (await import('./commands/map-coverage.ts')).mapCoverage,
  );
}

function addStore(program: Command, add: Add): void {
  const db = program.command('db').description('the store');
  add(
    db.command('migrate').description('bring the schema up to date'),
    async () => (await import('./commands/db.ts')).dbMigrate,
  );
  add(
    db.command('check').description('check integrity'),
    async () => (await import('./commands/db.ts')).dbCheck,
  );
  add(
    db.command('backup').description('a consistent copy, while in use').argument('<file>'),
    async () => (await import('./commands/db.ts')).dbBackup,
  );
  add(
    program.command('config').description('the configuration in force, secrets masked'),
    async () => (await import('./commands/config.ts')).showConfig,
  );
}

function limit(count: number): Option {
  return new Option('--limit <n>', 'at most so many').default(count).argParser(wholeNumber);
}

/** The first form is the default. */
function form(forms: readonly string[]): Option {
  return new Option('--as <form>', 'which form').choices(forms).default(forms[0]);
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number is expected.');
  return Number(text);
}
