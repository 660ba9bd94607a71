/** Reads `garner.yaml` and the environment into one checked configuration. */
import { readFile } from 'node:fs/promises';
import { checkValue } from '../schema/index.ts';
import { formatFileIssue, readYaml, type FileIssue, type YamlFile } from '../yaml/read-yaml.ts';
import { issuesOf } from '../yaml/file-issues.ts';
import { configSchema, type Config } from './config.ts';
import { configKeys, type ConfigKey } from './config-keys.ts';
import { expandVariables } from '../yaml/expand-variables.ts';

/** Everything wrong with the configuration, at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly issues: readonly FileIssue[];
  /** The keys that are in order all the same, so that the files they name can be checked too. */
  readonly inOrder: Partial<Config>;

  constructor(issues: readonly FileIssue[], inOrder: Partial<Config> = {}) {
    super(issues.map(formatFileIssue).join('\n'));
    this.issues = issues;
    this.inOrder = inOrder;
  }
}

export interface Secret {
  /** As in `http.port`. */
  readonly key: string;
  readonly text: string;
}

export interface LoadedConfig {
  readonly config: Config;
  /** What the environment gave for `${NAME}` in the file, by key: it is not shown. */
  readonly secrets: readonly Secret[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The configuration in force: defaults, then the file, then `GARNER_…` variables. `${NAME}` in the file's texts
 * is replaced from the environment. Without `file`, `garner.yaml` is read if it is there; a file that was named
 * must exist. Throws {@link ConfigError} with every problem.
 */
export async function loadConfig(options: {
  file?: string;
  environment: Environment;
}): Promise<LoadedConfig> {
  const file = options.file ?? 'garner.yaml';
  const text = await readConfigFile(file, options.file !== undefined);
  const { yaml, issues } = readYaml(text, file);
  if (issues.length > 0) throw new ConfigError(issues);

  const expanded = expandVariables(yaml.value ?? {}, options.environment);
  const overrides = overridesFrom(options.environment);
  const value = withOverrides(expanded.value, overrides);
  const checked = checkValue(configSchema, value);
  const problems = [
    ...expanded.missing.map((missing) => missingVariable(yaml, missing.path, missing.name)),
    ...(checked.ok ? [] : issuesOf(yaml, checked.issues).map((issue) => namingVariable(issue, overrides))),
    ...unknownVariables(options.environment),
  ];
  if (problems.length > 0 || !checked.ok) throw new ConfigError(problems, inOrder(value));
  return {
    config: checked.value,
    secrets: expanded.found.map(({ path, text }) => {
      return { key: path.filter((step) => typeof step === 'string').join('.'), text };
    }),
  };
}

/** The parts of a configuration that are right by themselves. */
function inOrder(value: unknown): Partial<Config> {
  const given = (value ?? {}) as Readonly<Record<string, unknown>>;
  const parts = Object.entries(configSchema.shape).flatMap(([key, schema]) => {
    const checked = checkValue(schema, given[key]);
    return checked.ok ? [[key, checked.value] as const] : [];
  });
  return Object.fromEntries(parts);
}

async function readConfigFile(file: string, required: boolean): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (!required && (error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : String(error);
    throw new ConfigError([
      { file, line: 1, column: 1, severity: 'error', code: 'config.unreadable', message: why },
    ]);
  }
}

interface Override {
  readonly key: ConfigKey;
  readonly value: unknown;
}

function overridesFrom(environment: Environment): Override[] {
  return configKeys().flatMap((key) => {
    const text = environment[key.variable];
    return text === undefined || text === '' ? [] : [{ key, value: readVariable(key, text) }];
  });
}

/** A variable is text; the key's type says what it means. What does not fit is left to the schema to refuse. */
function readVariable(key: ConfigKey, text: string): unknown {
  if (key.type === 'integer') return /^-?\d+$/.test(text) ? Number(text) : text;
  if (key.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (key.type === 'list') return text.split(',').map((item) => item.trim());
  return text;
}

function withOverrides(value: unknown, overrides: readonly Override[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const root = structuredClone(value) as Record<string, unknown>;
  for (const override of overrides) {
    let node = root;
    for (const step of override.key.path.slice(0, -1)) {
      const child = node[step];
      node[step] = typeof child === 'object' && child !== null ? child : {};
      node = node[step] as Record<string, unknown>;
    }
    node[override.key.path.at(-1)!] = override.value;
  }
  return root;
}

function missingVariable(yaml: YamlFile, path: readonly (string | number)[], name: string): FileIssue {
  const message = `${path.join('.')}: the environment has no variable ${name}`;
  return { file: yaml.file, ...yaml.locate(path), severity: 'error', code: 'variable.missing', message };
}

/** A problem with a value that came from the environment is one of the variable, not of the file. */
function namingVariable(issue: FileIssue, overrides: readonly Override[]): FileIssue {
  const field = issue.message.slice(0, issue.message.indexOf(': '));
  const culprit = overrides.find(({ key }) => `${field}.`.startsWith(`${key.path.join('.')}.`));
  if (culprit === undefined) return issue;
  const message = `${culprit.key.variable}${issue.message.slice(field.length)}`;
  return { ...issue, file: 'environment', line: 1, column: 1, message };
}

function unknownVariables(environment: Environment): FileIssue[] {
  const known = new Set(configKeys().map((key) => key.variable));
  return Object.keys(environment)
    .filter((name) => name.startsWith('GARNER_') && !known.has(name) && !RESERVED.has(name))
    .map((name) => ({
      file: 'environment',
      line: 1,
      column: 1,
      severity: 'error',
      code: 'variable.unknown',
      message: `${name} is not the name of any key`,
    }));
}

/** `GARNER_…` variables that are not keys of the configuration. */
const RESERVED: ReadonlySet<string> = new Set(['GARNER_CONFIG']);
