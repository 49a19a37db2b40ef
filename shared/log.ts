import { type DestinationStream, type Logger, pino } from 'pino';
import { hidePersonal } from './log/hidden.js';
import { loggedError, withoutQuoted } from './log/error.js';

export type { Logger };

/**
 * Writes one JSON line per event to standard error; standard output is for the person who starts the hub. An error goes under `err`,
 * words of a database or a library under `reason` or `reasons`: what they quote is not written. The last net is for what a caller forgot.
 */
export function createLog(level: string, destination: DestinationStream = standardError()): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: loggedError, error: loggedError, reason: told, reasons: told },
      hooks: { streamWrite: hidePersonal },
    },
    destination,
  );
}

/** A system call for each line costs as much as all else of an answer that is kept; who kills the process loses lines of this time. */
const heldBackMs = 100;
const heldBackBytes = 8 * 1024;

/** What is held back is written at an exit, too. */
const standardError = (): DestinationStream =>
  pino.destination({ dest: 2, sync: false, minLength: heldBackBytes, periodicFlush: heldBackMs });

const told = (words: unknown): unknown => {
  if (Array.isArray(words)) return words.map(told);
  return typeof words === 'string' ? withoutQuoted(words) : words;
};
