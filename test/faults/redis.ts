// What the processes of a hub share by Redis, and that each goes on by itself while Redis is away.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { countAttempts, refusalsPerAddress } from '#gateway/attempts.js';
import { rateLimits } from '#gateway/rate-limits.js';
import { callReader } from '#shared/internal-calls.js';
import { createLog } from '#shared/log.js';
import { openRedis, type Redis } from '#shared/redis.js';
import { anonymous } from '#shared/viewer.js';
import { internalKey, signedCall } from '../kit/calls.js';
import { eventually } from '../kit/eventually.js';
import { faults } from '../kit/faults.js';
import { type FaultySubgraphs, faultySubgraphs } from '../kit/faulty-hub.js';
import { redisProgram, startRedis, type TestRedis } from '../kit/redis.js';
import { cleanUp } from '../kit/starts.js';

const program = redisProgram();
const log = createLog('silent');

// Where neither Debian's packages nor a server are to be had, there is nothing to share with.
(program === null ? describe.skip : describe)('with Redis', () => {
  let server: TestRedis;
  const opened: Redis[] = [];
  /** One process's connection. */
  const connect = async () => {
    const redis = (await openRedis(server.url, log)) as Redis;
    opened.push(redis);
    return redis;
  };
  beforeAll(async () => {
    server = await startRedis(program as string);
  });
  afterEach(() => Promise.all(opened.splice(0).map((redis) => redis.close())));
  afterAll(() => server?.kill());

  test('a call that one process of a subgraph has taken is refused by the others', async () => {
    const key = internalKey('first');
    const [one, other] = [
      callReader([key], 'partners', await connect()),
      callReader([key], 'partners', await connect()),
    ];
    const call = await signedCall(key, 'partners', '{}');
    expect(await one.verifier.refuses(call)).toBeNull();
    expect(await other.verifier.refuses(call)).toBe('used before');
    expect(await one.verifier.refuses(call)).toBe('used before');
    const next = await signedCall(key, 'partners', '{}');
    expect(await other.verifier.refuses(next)).toBeNull();
  });

  test('keys refused by one gateway count at the others', async () => {
    const [one, other] = [countAttempts(log, await connect()), countAttempts(log, await connect())];
    for (let refusal = 0; refusal < refusalsPerAddress; refusal += 1)
      await (refusal % 2 === 0 ? one : other).refused('192.0.2.1', 'hub_key');
    await expect(one.check('192.0.2.1', 'hub_key')).rejects.toMatchObject({
      extensions: { code: 'RATE_LIMITED' },
    });
    await expect(other.check('192.0.2.1', 'hub_key')).rejects.toThrow(/try again in \d+ s/);
    await expect(other.check('192.0.2.2', 'hub_key')).resolves.toBeUndefined();
  });

  test('what somebody has spent at one gateway is spent at the others', async () => {
    const rates = { perAddress: 6_000, perViewer: 6_000 };
    const [one, other] = [rateLimits(rates, await connect()), rateLimits(rates, await connect())];
    const caller = { viewer: anonymous, address: '192.0.2.8' };
    expect(await one.spend(caller, 600)).toMatchObject({ remaining: 400, isOverdrawn: false });
    expect(await other.spend(caller, 300)).toMatchObject({ remaining: 100, isOverdrawn: false });
    expect(await one.spend(caller, 300)).toMatchObject({ remaining: 0, isOverdrawn: true });
    expect(one.secondsToWait(caller)).toBeGreaterThan(0);
  });

  test('while Redis is away each process counts by itself, and shares again when it is back', async () => {
    const key = internalKey('first');
    const [one, other] = [await connect(), await connect()];
    const [reader, second] = [callReader([key], 'partners', one), callReader([key], 'partners', other)];
    const attempts = countAttempts(log, one);
    await server.kill();
    const call = await signedCall(key, 'partners', '{}');
    expect(await reader.verifier.refuses(call)).toBeNull();
    expect(await reader.verifier.refuses(call)).toBe('used before');
    for (let refusal = 0; refusal < refusalsPerAddress; refusal += 1)
      await attempts.refused('192.0.2.3', 'hub_other');
    await expect(attempts.check('192.0.2.3', 'hub_other')).rejects.toThrow(/Too many/);
    await server.start();
    await eventually(async () => {
      const again = await signedCall(key, 'partners', '{}');
      expect(await reader.verifier.refuses(again)).toBeNull();
      return (await second.verifier.refuses(again)) === 'used before';
    });
  });

  test('a server that hangs is soon one that is away: nothing waits for it, and it is used again when it goes on', async () => {
    const redis = await connect();
    const value = () => redis.ask((client) => client.get('hub:test'));
    await redis.ask((client) => client.set('hub:test', 'here'));
    server.hang(true);
    try {
      const began = performance.now();
      expect(await value()).toBeNull();
      await eventually(() => !redis.client.isReady);
      expect(performance.now() - began).toBeLessThan(10_000);
    } finally {
      server.hang(false);
    }
    await eventually(async () => (await value()) === 'here');
  });

  test('a server that is not there stops no start', async () => {
    const redis = (await openRedis('redis://127.0.0.1:1', log)) as Redis;
    opened.push(redis);
    expect(await redis.ask((client) => client.get('anything'))).toBeNull();
  });

  describe('last answers', () => {
    let subgraphs: FaultySubgraphs;
    beforeAll(async () => {
      subgraphs = await faultySubgraphs();
    });
    afterAll(async () => {
      await subgraphs?.stop();
      await cleanUp();
    });

    test('are given by a gateway that has never seen them, to a client that takes old figures', async () => {
      const [one, other] = await Promise.all(
        [await connect(), await connect()].map((redis) => subgraphs.gateway('hive', { redis })),
      );
      const query = '{ fundingPools { name } partners(first: 1) { totalCount } }';
      const whole = await one!.expectData(query);
      other!.proxies.donations.behave(faults['says 503']);
      expect(await other!.run(query)).toMatchObject({ data: { fundingPools: null }, errors: [{}] });
      const answer = await eventually(async () => {
        const { data, errors, extensions } = await other!
          .with({ 'cache-control': 'stale-if-error=60' })
          .run(query);
        return errors === undefined ? { data, extensions } : null;
      });
      expect(answer).toEqual({
        data: whole,
        extensions: {
          hub: {
            requestId: expect.any(String),
            subgraphs: {
              donations: { status: 'stale', asOf: expect.stringMatching(/^\d{4}-.*Z$/) },
              partners: { status: 'ok', asOf: expect.any(String) },
            },
          },
        },
      });
      await Promise.all([one!.stop(), other!.stop()]);
    });
  });
});
