import { pino, type Logger } from 'pino';

export type { Logger };

/** Writes one JSON line per event to standard error; standard output is for the person who starts the hub. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}
