/** The configuration in force, for people, without secrets. */
import type { Config } from './config.ts';

/** The public address of our endpoint's server, without the path: configured, never taken from a request. */
export function publicUrlOf(config: Config): string {
  const url = config.http.publicUrl ?? `http://${hostInUrl(config.http.host)}:${config.http.port}`;
  return url.replace(/\/+$/, '');
}

/** The base URL of our endpoint, to the letter. */
export function baseUrlOf(config: Config): string {
  return `${publicUrlOf(config)}${config.provider.path}`;
}

/** A copy that can be shown: passwords inside URLs are replaced by `***`. */
export function maskSecrets(config: Config): Config {
  return { ...config, store: config.store.replace(/(:\/\/[^/:@]*):[^@]*@/, '$1:***@') };
}

function hostInUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
