import { type Logger as PinoLogger, pino } from 'pino';
import { redact, redactText } from './redact.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Writes one line of JSON per call, without secrets (see `redact`). */
export type Log = {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
  /** The same log with more on each line: `{ requestId }`, `{ jobId }`, `{ orgId }`. */
  child(bindings: object): Log;
};

export type LogConfig = {
  /** Which process speaks: `web`, `worker`, `cli`. */
  name: string;
  level: LogLevel;
  /** Where lines go: standard output by default. */
  destination?: { write(line: string): void };
};

function wrap(target: PinoLogger): Log {
  const at =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (details: object, message: string): void => {
      if (target.isLevelEnabled(level)) target[level](redact(details), redactText(message));
    };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: (bindings) => wrap(target.child(redact(bindings))),
  };
}

/**
 * Opens a log: JSON lines with `level` (a word), `time` (ISO 8601, UTC), `name`, `msg` and the details. Written at
 * once, so that the last words of a crash are not lost.
 */
export function createLog({ name, level, destination }: LogConfig): Log {
  const options = {
    level,
    base: { name },
    // errors arrive here as plain objects, which pino's own serializer would take for errors
    serializers: { err: (value: unknown) => value },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return wrap(pino(options, destination ?? pino.destination({ sync: true })));
}
