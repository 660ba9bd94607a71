/** The configuration's keys as a flat list, read from its schema: for the environment, the reference and `garner config`. */
import { jsonSchemaOf } from '../schema/index.ts';
import { configSchema } from './config.ts';

export interface ConfigKey {
  readonly path: readonly string[];
  /** The environment variable that overrides it: `http.publicUrl` → `GARNER_HTTP_PUBLIC_URL`. */
  readonly variable: string;
  readonly type: 'text' | 'integer' | 'boolean' | 'list';
  readonly default: unknown;
  readonly description: string;
}

interface SchemaNode {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly default?: unknown;
  readonly description?: string;
}

/** Every key, in the order of the schema. */
export function configKeys(): readonly ConfigKey[] {
  KEYS ??= keysOf(jsonSchemaOf(configSchema), []);
  return KEYS;
}

let KEYS: readonly ConfigKey[] | undefined;

function keysOf(node: SchemaNode, path: readonly string[]): ConfigKey[] {
  if (node.properties) {
    return Object.entries(node.properties).flatMap(([name, child]) => keysOf(child, [...path, name]));
  }
  const variable = `GARNER_${path.map((step) => step.replace(/[A-Z]/g, '_$&').toUpperCase()).join('_')}`;
  return [{ path, variable, type: typeOf(node), default: node.default, description: node.description ?? '' }];
}

function typeOf(node: SchemaNode): ConfigKey['type'] {
  if (node.type === 'integer' || node.type === 'number') return 'integer';
  if (node.type === 'boolean') return 'boolean';
  return node.type === 'array' ? 'list' : 'text';
}
