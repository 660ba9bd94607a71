/** The log: events with fields, one line each, to stderr. The only home of pino. */
import { pino, type Logger } from 'pino';
import { prettyFactory } from 'pino-pretty';

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

const PRETTY = { ignore: 'pid,hostname', translateTime: 'HH:MM:ss', colorize: true } as const;

/** A log on stderr: readable lines on a terminal, JSON lines otherwise. */
export function createLog(options: {
  level: LogLevel;
  pretty: boolean;
  /** What each line goes through before it is written. */
  redact: (text: string) => string;
}): Log {
  const settings = { level: options.level, base: null, redact: SECRETS };
  const lines = pino.destination({ dest: 2, sync: true });
  const readable = options.pretty ? prettyFactory(PRETTY) : (line: string) => line;
  const logger = pino(settings, { write: (line) => void lines.write(options.redact(readable(line))) });
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
