import { configKeys } from '../../config/config-keys.ts';
import { maskSecrets } from '../../config/describe-config.ts';
import { loadConfig } from '../../config/load-config.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { json, table, type CommonOptions, type Terminal } from '../terminal.ts';

/** `garner config`: the configuration in force, secrets masked. */
export async function showConfig(
  _: string[],
  options: CommonOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const config = maskSecrets(await loadConfig({ ...fileOf(options), environment: process.env }));
  if (options.json) terminal.out(json(config));
  else terminal.out(table(['KEY', 'VALUE', 'VARIABLE'], configKeys().map((key) => [key.path.join('.'), shown(valueAt(config, key.path)), key.variable]))); // prettier-ignore
  return EXIT.complete;
}

function fileOf(options: CommonOptions): { file?: string } {
  return options.config === undefined ? {} : { file: options.config };
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], value);
}

function shown(value: unknown): string {
  if (value === undefined) return '';
  return Array.isArray(value) ? value.join(', ') : String(value);
}
