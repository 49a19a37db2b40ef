import type { ExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';
import CircuitBreaker from 'opossum';
import { Pool } from 'undici';
import type { InternalHeaders } from '../internal-calls.js';
import type { Limits } from '../limits.js';
import type { Logger } from '../log.js';
import { readAnswer } from './answer.js';
import { unknownDocument } from './document-id.js';
import { exchange, NoAnswer } from './exchange.js';
import { wholeQuestionText } from './question.js';
import type { RemoteQuestion } from './subgraph.js';

/** Requests at once; a subgraph process has ten database connections, so more of them would only wait there. */
const connectionsMax = 32;
/** Requests that wait for a connection or an answer; more than this cannot be answered in time and are refused at once. */
const waitingMax = 512;
/** Documents that a process has been sent; it keeps as many. */
const documentsKnownMax = 1_000;
/** Within a data centre a connection takes milliseconds; another address may still answer in time after this. */
const connectTimeoutMs = 1_000;
/** A process that stops waits for its callers to drop idle connections, so they do it soon. */
const keptIdleMs = 2_000;

/** When half of at least five requests within five seconds failed, none is sent for a second; then one is tried. */
const circuit: CircuitBreaker.Options = {
  timeout: false,
  errorThresholdPercentage: 50,
  volumeThreshold: 5,
  rollingCountTimeout: 5_000,
  rollingCountBuckets: 5,
  resetTimeout: 1_000,
  capacity: waitingMax,
  // A process that is being restarted: to find out costs nothing, and it is asked the moment it is back, when the next one restarts.
  errorFilter: (error) => error instanceof NoAnswer && (error.refused || error.abandoned),
  rollingPercentilesEnabled: false,
  enableSnapshots: false,
};

const unknown = Buffer.from(unknownDocument);

export interface Sending {
  question: RemoteQuestion;
  /** The question as questionText writes it. */
  text: string;
  signal: AbortSignal;
}

export interface Sent {
  /** The answer as it came. */
  bytes: Buffer;
  answer: ExecutionResult;
}

/** One process of a subgraph. */
export interface Address {
  /** Throws NoAnswer. */
  send(sending: Sending): Promise<Sent>;
  /** Whether it failed so often lately that it is not asked. */
  isOpen(): boolean;
  close(): Promise<void>;
}

export interface AddressOptions {
  subgraph: string;
  url: string;
  headers: InternalHeaders;
  log: Logger;
  limits: Pick<Limits, 'answerBytes'>;
}

/** Opens a pool of connections to a process, behind a circuit breaker. */
export function openAddress({ subgraph, url, headers, log, limits }: AddressOptions): Address {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, {
    connections: connectionsMax,
    connect: { timeout: connectTimeoutMs },
    keepAliveTimeout: keptIdleMs,
    keepAliveMaxTimeout: keptIdleMs,
    // One clock for all of it: the signal's.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const post = async (
    text: string,
    { question: { viewer, requestId }, signal }: Sending,
  ): Promise<Buffer> => {
    // Signed and sent alike: it is encoded once.
    const body = Buffer.from(text);
    const call = { subgraph, viewer, requestId, method: 'POST', path: pathname, body };
    return exchange(pool, {
      path: pathname,
      headers: await headers(call),
      body,
      signal,
      answerMaxBytes: limits.answerBytes,
    });
  };
  const known = new LRUCache<string, true>({ max: documentsKnownMax });
  const ask = async (sending: Sending): Promise<Sent> => {
    const { question } = sending;
    const isKnown = known.has(question.query);
    let bytes = isKnown ? await post(sending.text, sending) : null;
    // It was not told yet, or is another process since: nothing has run.
    if (bytes === null || bytes.equals(unknown)) bytes = await post(wholeQuestionText(question), sending);
    if (!isKnown) known.set(question.query, true);
    return { bytes, answer: readAnswer(bytes) };
  };
  const breaker = new CircuitBreaker(ask, circuit);
  // Said once, though it opens anew after each trial that fails.
  let isFailing = false;
  breaker.on('open', () => {
    if (!isFailing)
      log.error({ subgraph, url }, 'a subgraph fails: it is left alone, and tried once a second');
    isFailing = true;
  });
  breaker.on('close', () => {
    isFailing = false;
    log.info({ subgraph, url }, 'a subgraph answers again');
  });
  return {
    send: (sending) => breaker.fire(sending).catch((error: unknown) => Promise.reject(asNoAnswer(error))),
    isOpen: () => breaker.opened,
    close: async () => {
      breaker.shutdown();
      await pool.close();
    },
  };
}

/** The breaker refuses by errors of its own: nothing was sent then. */
function asNoAnswer(error: unknown): NoAnswer {
  if (error instanceof NoAnswer) return error;
  const { code, message } = error as Error & { code?: string };
  if (code === 'EOPENBREAKER' || code === 'ESEMLOCKED') return new NoAnswer(message, false);
  throw error;
}
