import { configKeys } from '../../config/config-keys.ts';
import { shownValue } from '../../config/describe-config.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readConfig } from '../open.ts';
import { table } from '../table.ts';
import { json, type CommonOptions, type Terminal } from '../terminal.ts';

/** `garner config`: the configuration in force, secrets masked; as JSON in the shape of `garner.yaml`. */
export async function showConfig(_: string[], options: CommonOptions, terminal: Terminal): Promise<ExitCode> {
  const { config, secrets } = await readConfig(options, terminal);
  const rows = configKeys().map((key) => {
    const value = written(key.type, valueAt(config, key.path));
    return { ...key, value: shownValue(key.path.join('.'), value, secrets) };
  });
  if (options.json === true) terminal.out(json(nested(rows)));
  else terminal.out(table(HEAD, rows.map(({ path, value, variable }) => [path.join('.'), shown(value), variable]))); // prettier-ignore
  return EXIT.complete;
}

const HEAD = ['KEY', 'VALUE', 'VARIABLE'];

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], value);
}

/** The value as one writes it: a key that is written as text and read as a number is a length of time. A day is `24h`. */
function written(type: string, value: unknown): unknown {
  if (type !== 'text' || typeof value !== 'number') return value;
  const [unit, size] = UNITS.find(([name, ms]) => value % ms === 0 && (name !== 'd' || value > ms))!;
  return `${value / size}${unit}`;
}

const UNITS = [['d', 86_400_000], ['h', 3_600_000], ['m', 60_000], ['s', 1000], ['ms', 1]] as const; // prettier-ignore

function nested(rows: readonly { path: readonly string[]; value: unknown }[]): object {
  const root: Record<string, unknown> = {};
  for (const { path, value } of rows) {
    let node = root;
    for (const step of path.slice(0, -1)) node = (node[step] ??= {}) as Record<string, unknown>;
    node[path.at(-1)!] = value;
  }
  return root;
}

function shown(value: unknown): string {
  if (value === undefined) return '-';
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
