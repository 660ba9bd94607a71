/** The configuration in force, for people, without secrets. */
import type { Config } from './config.ts';
import type { Secret } from './load-config.ts';

/** The public address of our endpoint's server, without the path: configured, never taken from a request. */
export function publicUrlOf(config: Config): string {
  const url = config.http.publicUrl ?? `http://${hostInUrl(config.http.host)}:${config.http.port}`;
  return url.replace(/\/+$/, '');
}

/** The base URL of our endpoint, to the letter. */
export function baseUrlOf(config: Config): string {
  return `${publicUrlOf(config)}${config.provider.path}`;
}

/** What is shown in place of a secret. */
const HIDDEN = '***';

/** The value of a key as it can be shown: without what came from variables, and without passwords inside URLs. */
export function shownValue(key: string, value: unknown, secrets: readonly Secret[]): unknown {
  if (Array.isArray(value)) return value.map((member) => shownValue(key, member, secrets));
  if (typeof value !== 'string') return value;
  const own = secrets.filter((secret) => secret.key === key && secret.text !== '');
  const hidden = own.reduce((text, secret) => text.replaceAll(secret.text, HIDDEN), value);
  return hidden.replace(/(:\/\/[^/:@]*):[^@]*@/, `$1:${HIDDEN}@`);
}

function hostInUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
