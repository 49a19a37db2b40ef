// An operation has an end: its answer comes in time, its SQL is cancelled, and neither its connections nor anybody else notices.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { createHub } from '#gateway/hub.js';
import { createEngine, readSupergraph } from '#gateway/start.js';
import { onStatement } from '#shared/database/client.js';
import { readEnv } from '#shared/env.js';
import { defaultLimits } from '#shared/limits.js';
import { listen } from '#shared/serve.js';
import { withClient } from '../kit/database.js';
import { type EndedHub, endedSubgraphs, type EndedSubgraphs } from '../kit/ended-hub.js';
import { eventually } from '../kit/eventually.js';
import { asker, engines, modes } from '../kit/hub.js';
import { type Outcome, partnersMutation } from '../kit/partners.js';
import { cleanUp } from '../kit/starts.js';

/** Few connections, so that one that is lost is missed soon. */
const poolMax = 3;
const hastyMs = 400;
/** A busy machine is late. */
const slackMs = 1_500;

/** The second statement is sent by a loader, for all partners at once. */
const question = '{ partners(first: 5) { nodes { name qualifications { id } } } }';
const locked = 'partners.fundraising_qualification';
const tookTooLong = {
  message: `operationMs: more than ${hastyMs} milliseconds were asked for; at most ${hastyMs} are allowed.`,
  extensions: {
    code: 'LIMIT_EXCEEDED',
    limit: 'operationMs',
    allowed: hastyMs,
    asked: `more than ${hastyMs}`,
  },
};

const logged: string[] = [];
let subgraphs: EndedSubgraphs;
beforeAll(async () => {
  const log = pino({ level: 'warn' }, { write: (line: string) => logged.push(line) });
  subgraphs = await endedSubgraphs({ poolMax, log });
});
afterAll(async () => {
  await subgraphs?.stop();
  await cleanUp();
});

/** Measures how long an answer takes. */
async function timed<T>(run: () => Promise<T>): Promise<{ answer: T; ms: number }> {
  const began = performance.now();
  const answer = await run();
  return { answer, ms: performance.now() - began };
}

/** Counts the rows that a registration has left behind. */
function rowsOf({ name, idempotencyKey }: { name: string; idempotencyKey: string }) {
  return withClient(subgraphs.database.address, async (client) => {
    const { rows } = await client.query<{ partners: number; keys: number }>(
      `select (select count(*)::int from partners.partner where name = $1) as partners,
        (select count(*)::int from partners.idempotency where key = $2) as keys`,
      [name, idempotencyKey],
    );
    return rows[0] as { partners: number; keys: number };
  });
}

describe.each(modes)('$topology, $engine', (mode) => {
  let patient: EndedHub;
  let hasty: EndedHub;
  beforeAll(async () => {
    [patient, hasty] = await Promise.all([subgraphs.hub(mode), subgraphs.hub(mode, hastyMs)]);
    await patient.stranger.expectData(question);
    await hasty.stranger.run(question);
  });
  afterAll(() => Promise.all([patient?.stop(), hasty?.stop()]));

  test('a query that takes too long is refused in time, its statement is cancelled, and the next one works', async () => {
    logged.length = 0;
    const { answer, ms } = await subgraphs.whileLocked(locked, 'reads', async () => {
      const asked = await timed(() => hasty.stranger.run(question));
      // The lock is still held: nothing but a cancel frees the connection.
      await subgraphs.allFree();
      return asked;
    });
    expect(answer).toMatchObject({ status: 400, errors: [tookTooLong] });
    expect(answer.data ?? null).toBeNull();
    expect(ms).toBeGreaterThanOrEqual(hastyMs - 5);
    expect(ms).toBeLessThan(hastyMs + slackMs);
    await eventually(async () => (await hasty.stranger.run(question)).errors === undefined);
    expect(logged).toEqual([]);
  });

  test('more queries than there are connections are all refused in time, and none of them runs afterwards', async () => {
    const sent: string[] = [];
    let isOver = false;
    const stop = onStatement(({ text }) => void (isOver && sent.push(text)));
    await subgraphs.whileLocked(locked, 'reads', async () => {
      const asked = Array.from({ length: 4 * poolMax }, (_, first) =>
        timed(() => hasty.stranger.run(question.replace('5', String(first + 1)))),
      );
      for (const { answer, ms } of await Promise.all(asked)) {
        expect(answer).toMatchObject({ status: 400, errors: [tookTooLong] });
        expect(ms).toBeLessThan(hastyMs + slackMs);
      }
      isOver = true;
      await subgraphs.allFree();
    });
    await eventually(async () => (await patient.stranger.run('{ fundingPools { id } }')).data != null);
    stop();
    expect(sent.filter((text) => text.includes('qualification'))).toEqual([]);
    await patient.stranger.expectData(question);
  });

  test('a query whose client has left is cancelled', async () => {
    logged.length = 0;
    await subgraphs.whileLocked(locked, 'reads', async () => {
      const leave = patient.askAndLeave(question);
      await subgraphs.blocked(1);
      leave();
      await subgraphs.allFree();
    });
    await patient.stranger.expectData(question);
    expect(logged).toEqual([]);
  });

  test('a mutation whose client has left goes on', async () => {
    const input = { idempotencyKey: randomUUID(), name: `伙伴 ${randomUUID()}`, kind: 'UNIVERSITY' };
    await subgraphs.whileLocked('partners.partner', 'reads', async () => {
      const leave = await patient.changeAndLeave(partnersMutation('registerPartner'), { input });
      await subgraphs.blocked(1);
      leave();
      const leaveAsWell = patient.askAndLeave('{ partners { totalCount } }');
      await subgraphs.blocked(2);
      leaveAsWell();
      // Whoever left later has been noticed, so the first has been too.
      await subgraphs.blocked(1);
    });
    await eventually(async () => (await rowsOf(input)).partners === 1);
  });

  test('a mutation that takes too long leaves nothing behind, and its key is good for another try', async () => {
    const input = { idempotencyKey: randomUUID(), name: `伙伴 ${randomUUID()}`, kind: 'UNIVERSITY' };
    const register = (hub: EndedHub) =>
      hub.admin.run<{ result: Outcome }>(partnersMutation('registerPartner'), { input });
    const { answer, ms } = await subgraphs.whileLocked('partners.partner', 'changes', async () => {
      const asked = await timed(() => register(hasty));
      await subgraphs.allFree();
      return asked;
    });
    expect(answer).toMatchObject({ status: 503, errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    expect(answer.errors?.[0]?.message).toMatch(/not known: repeat it with the same idempotencyKey/);
    expect(ms).toBeLessThan(hastyMs + slackMs);
    expect(await rowsOf(input)).toEqual({ partners: 0, keys: 0 });
    const again = await eventually(async () => (await register(patient)).data?.result ?? null);
    expect(again.name).toBe(input.name);
    expect(await rowsOf(input)).toEqual({ partners: 1, keys: 1 });
  });
});

test('of equal reads that are one question to a subgraph, one that leaves takes nothing from the other', async () => {
  const hub = await subgraphs.hub({ topology: 'distributed', engine: 'hive' });
  await hub.stranger.expectData(question);
  const { asked: other } = await subgraphs.whileLocked(locked, 'reads', async () => {
    const leave = hub.askAndLeave(question);
    await subgraphs.blocked(1);
    const asked = hub.stranger.run(question);
    const leaveAsWell = hub.askAndLeave('{ partners(first: 6) { nodes { qualifications { id } } } }');
    await subgraphs.blocked(2);
    leave();
    leaveAsWell();
    // It was another question, and ends; the one that was joined does not.
    await subgraphs.blocked(1);
    return { asked };
  });
  expect((await other).errors).toBeUndefined();
  await hub.stop();
});

describe.each(engines)('%s', (engine) => {
  test('what heeds no signal is not waited for', async () => {
    const server = await createHub({
      engine: await createEngine(
        engine,
        readSupergraph(readEnv({})),
        () => () => new Promise(() => undefined),
      ),
      log: pino({ level: 'silent' }),
      readToken: () => Promise.reject(new Error('Nobody shows a token here.')),
      readyParts: () => Promise.resolve({}),
      pages: null,
      limits: { ...defaultLimits, operationMs: hastyMs },
    });
    const hub = asker(await listen(server, '127.0.0.1', 0), () => Promise.resolve(null));
    const { answer, ms } = await timed(() => hub.run(question));
    expect(answer).toMatchObject({ status: 400, errors: [tookTooLong] });
    expect(ms).toBeLessThan(hastyMs + slackMs);
    await server.close();
  });
});
