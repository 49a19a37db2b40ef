import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { sha256Hex } from '#shared/hash.js';
import type { Redis } from '#shared/redis.js';
import { keyOf } from '#shared/remote/subgraph.js';
import type { Viewer } from '#shared/viewer.js';

/** In this process; a dashboard's fetch is some 30 kB, so thousands of them fit. */
const memoryMaxBytes = 64 * 1024 * 1024;
const answerMaxBytes = 1024 * 1024;
/** What an answer takes besides its bytes: its name, and what keeps it in order. */
const entryOwnBytes = 512;
/** A day: a dashboard that nobody could refresh for longer shows nothing worth looking at. */
const keptSeconds = 86_400;
/** What is asked all the time is shared with the other gateways only so often. */
const sharedEveryMs = 5_000;

/** An answer of a subgraph, as it came, and the time that it is of. */
export interface LastAnswer {
  bytes: Buffer;
  asOf: string;
}

/** What makes two fetches of a subgraph equal. */
export interface FetchKey {
  subgraph: string;
  viewer: Viewer;
  /** What was asked, as questionText writes it. */
  text: string;
}

/** Remembers what subgraphs last answered, for clients that take old figures, with their time, rather than none. */
export interface LastAnswers {
  keep(key: FetchKey, answer: LastAnswer): void;
  /** Yields the last answer when it is no older than asked. */
  find(key: FetchKey, maxAgeSeconds: number): Promise<LastAnswer | null>;
}

/** Opens the memory of a gateway; where there is a Redis, also that of the others. */
export function lastAnswers(redis: Redis | null): LastAnswers {
  const own = new LRUCache<string, LastAnswer & { sharedAt: number }>({
    maxSize: memoryMaxBytes,
    maxEntrySize: answerMaxBytes,
    sizeCalculation: ({ bytes }) => bytes.length + entryOwnBytes,
    ttl: keptSeconds * 1_000,
  });
  return {
    keep: (fetch, answer) => {
      if (!isForAnybody(fetch.viewer)) return;
      const key = nameOf(fetch);
      const sharedAt = own.peek(key)?.sharedAt ?? 0;
      const isShared = redis !== null && Date.now() - sharedAt > sharedEveryMs;
      own.set(key, { ...apart(answer), sharedAt: isShared ? Date.now() : sharedAt });
      if (isShared) void share(redis, key, answer);
    },
    find: async (fetch, maxAgeSeconds) => {
      if (!isForAnybody(fetch.viewer)) return null;
      const key = nameOf(fetch);
      const known = [own.get(key), await shared(redis, key)].filter((each) => each != null);
      const [newest] = known.sort((one, other) => other.asOf.localeCompare(one.asOf));
      if (newest === undefined) return null;
      return Date.now() - Date.parse(newest.asOf) <= maxAgeSeconds * 1_000 ? newest : null;
    },
  };
}

/** Reads from Cache-Control how old a last known answer may be that stands in for a missing one (RFC 5861, stale-if-error); null where none may. */
export function staleIfError(cacheControl: string | undefined): number | null {
  const [, seconds] = /(?:^|[,\s])stale-if-error=(\d{1,9})(?:$|[,\s])/i.exec(cacheControl ?? '') ?? [];
  return seconds === undefined ? null : Number(seconds);
}

/** Only what strangers and dashboards see is kept: nothing about a person, nothing that belongs to one partner. */
const isForAnybody = ({ roles }: Viewer): boolean => roles.every((role) => role === 'viewer');

/** Nobody reads a name, and the questions themselves would take as much memory as some answers. */
const nameOf = ({ subgraph, viewer, text }: FetchKey): string =>
  sha256Hex(`${subgraph} ${keyOf(viewer)} ${text}`);

/**
 * Copies an answer out of what the connection read it into, which is longer. Outside of V8's heap: each of thousands of texts that are
 * kept for a day would be copied twice by the garbage collector, which cost more than all else that is done with an answer.
 */
function apart({ bytes, asOf }: LastAnswer): LastAnswer {
  const own = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(own);
  return { bytes: own, asOf };
}

const keyIn = (name: string) => `hub:last-answer:${name}`;

const form = z.object({ text: z.string(), asOf: z.iso.datetime() });

async function share(redis: Redis, key: string, answer: LastAnswer): Promise<void> {
  await redis.ask((client) =>
    client.set(keyIn(key), JSON.stringify({ text: answer.bytes.toString(), asOf: answer.asOf }), {
      expiration: { type: 'EX', value: keptSeconds },
    }),
  );
}

async function shared(redis: Redis | null, key: string): Promise<LastAnswer | null> {
  const text = await redis?.ask((client) => client.get(keyIn(key)));
  if (typeof text !== 'string') return null;
  try {
    const { text: answered, asOf } = form.parse(JSON.parse(text));
    return { bytes: Buffer.from(answered), asOf };
  } catch {
    // Somebody else's writing under our key is no answer.
    return null;
  }
}
