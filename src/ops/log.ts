/** The log: events with fields, one line each, to stderr. The only home of pino. */
import { pino, type Logger } from 'pino';
import { PinoPretty } from 'pino-pretty';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** An event's name and its fields; a line per page and per run, never per record. */
export interface Log {
  debug(event: string, fields?: object): void;
  info(event: string, fields?: object): void;
  warn(event: string, fields?: object): void;
  error(event: string, fields?: object): void;
}

/** Header names and keys whose values are never written. */
const SECRETS = ['*.authorization', '*.Authorization', '*.password', '*.token', 'headers', '*.headers'];

/** A log on stderr: readable lines on a terminal, JSON lines otherwise. */
export function createLog(options: { level: LogLevel; pretty: boolean }): Log {
  const settings = { level: options.level, base: null, redact: SECRETS };
  const logger = options.pretty
    ? pino(
        settings,
        PinoPretty({ destination: 2, sync: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' }),
      )
    : pino(settings, pino.destination({ dest: 2, sync: true }));
  return {
    debug: at(logger, 'debug'),
    info: at(logger, 'info'),
    warn: at(logger, 'warn'),
    error: at(logger, 'error'),
  };
}

/** A log that says nothing. */
export const NO_LOG: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

function at(
  logger: Logger,
  level: 'debug' | 'info' | 'warn' | 'error',
): (event: string, fields?: object) => void {
  return (event, fields) => logger[level](fields ?? {}, event);
}

function nothing(): void {
  // Deliberately silent.
}
