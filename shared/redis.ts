import type { createClient } from '@redis/client';
import type { Logger } from './log.js';

/** What waits for Redis waits on the way to an answer; on one network it takes less than a millisecond. */
const answerTimeoutMs = 250;
const connectTimeoutMs = 1_000;
const reconnectMaxMs = 1_000;
const waitingMax = 1_000;
const pingMs = 500;
/** A connection over which nothing has come for so long, pings among it, is dead. */
const silenceMaxMs = 2_000;

type RedisClient = ReturnType<typeof createClient>;

/** What the processes of a hub share. It is never the only place of anything: whoever uses it goes on without it. */
export interface Redis {
  client: RedisClient;
  /** Runs a command; null when Redis does not answer, or has nothing. */
  ask<Answer>(command: (client: RedisClient) => Promise<Answer>): Promise<Answer | null>;
  close(): Promise<void>;
}

/** Connects to the server of REDIS_URL, again and again where needed; null without one. A server that is down stops no start. */
export async function openRedis(url: string | undefined, log: Logger): Promise<Redis | null> {
  if (url === undefined) return null;
  // Its many commands take a while to load; most hubs have no Redis.
  const library = await import('@redis/client');
  const client = library.createClient({
    url,
    // A command for a server that is away fails at once instead of waiting for it.
    disableOfflineQueue: true,
    // A server that hangs is one that is away: what waits for it is bounded, and the connection is given up.
    commandsQueueMaxLength: waitingMax,
    pingInterval: pingMs,
    socket: {
      connectTimeout: connectTimeoutMs,
      socketTimeout: silenceMaxMs,
      reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, reconnectMaxMs),
    },
  }) as RedisClient;
  reportChanges(client, log);
  // Rejects only when the client is closed before it ever connected.
  const connected = client.connect().catch(() => undefined);
  await within(connectTimeoutMs, connected).catch(() => undefined);
  return {
    client,
    ask: (command) => within(answerTimeoutMs, command(client)).catch(() => null),
    close: () => Promise.resolve(client.destroy()),
  };
}

/** Says once that Redis went away, and once that it is back. */
function reportChanges(client: RedisClient, log: Logger): void {
  let isAway = false;
  client.on('error', (error: Error) => {
    if (!isAway)
      log.error(
        { reason: error.message },
        'Redis does not answer: each process works by itself until it does',
      );
    isAway = true;
  });
  client.on('ready', () => {
    if (isAway) log.info('Redis answers again');
    isAway = false;
  });
}

async function within<Answer>(milliseconds: number, answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds);
  });
  // Whichever loses has nobody who listens.
  answer.catch(() => undefined);
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
