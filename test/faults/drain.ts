// SIGTERM to a real process: what was accepted is answered and kept, on connections that are open; new ones are refused.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { demoClaims, openDemonstration } from '#gateway/demonstration.js';
import { driverConfig } from '#shared/database/connection.js';
import { signedCall, internalKey } from '../kit/calls.js';
import { type TestDatabase, testDatabase, withClient } from '../kit/database.js';
import { giftOf, recordDonation } from '../kit/giving.js';
import { type HubProcess, startProcess } from '../kit/process.js';
import { cleanUp, cleanups, folder } from '../kit/starts.js';

const key = internalKey('drain');
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase('demo');
});
afterAll(async () => {
  await cleanUp();
  await database?.drop();
});

async function start(entry: string, dataDir: string): Promise<HubProcess> {
  const env = {
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    DEMO_DATA: 'off',
    INTERNAL_KEYS: `${key.id}:${key.secret}`,
  };
  const started = await startProcess({ entry, env });
  cleanups.push(() => started.kill());
  return started;
}

interface Sending {
  body?: string;
  headers?: Record<string, string>;
}

/** Sends a request over the connections of an agent; nothing here tries anything again. */
function send(agent: Agent, url: string, { body, headers = {} }: Sending = {}): ClientRequest {
  const sent = request(url, {
    agent,
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', ...headers },
  });
  return sent.end(body);
}

async function answerTo(sent: ClientRequest): Promise<{ connection: string | undefined; body: unknown }> {
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { connection: answer.headers.connection, body: await json(answer) };
}

/** Waits until a process takes no new connection. */
async function refusesConnections(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  for (;;) {
    const socket = connect(Number(port), hostname);
    try {
      await once(socket, 'connect');
    } catch (error) {
      // Reset, when it came while the door was being closed.
      expect((error as NodeJS.ErrnoException).code).toMatch(/^ECONN(REFUSED|RESET)$/);
      return;
    } finally {
      socket.destroy();
    }
    await pause(20);
  }
}

/** An agent with one kept connection on which a request was answered before. */
async function keptConnection(url: string): Promise<Agent> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  expect((await answerTo(send(agent, `${url}/health/live`))).connection).toBe('keep-alive');
  return agent;
}

test('200 mutations in flight at SIGTERM are all answered and kept; a kept connection is served, a new one refused', async () => {
  const dataDir = folder();
  const demonstration = await openDemonstration(dataDir);
  const headers = { authorization: `Bearer ${await demonstration.sign(demoClaims('finance'))}` };
  const hub = await start('gateway/main.js', dataDir);
  const [kept, probing] = await Promise.all([keptConnection(hub.url), keptConnection(hub.url)]);
  const many = new Agent({ keepAlive: true });
  const blocker = new pg.Client(driverConfig(database.address, 'hub test'));
  await blocker.connect();
  cleanups.push(() => blocker.end());
  await blocker.query('begin');
  await blocker.query('lock table donations.donation in exclusive mode');
  const keys = Array.from({ length: 200 }, () => randomUUID());
  const sent = keys.map((idempotencyKey) => {
    const variables = { input: giftOf({ idempotencyKey }) };
    return send(many, `${hub.url}/graphql`, {
      body: JSON.stringify({ query: recordDonation, variables }),
      headers,
    });
  });
  const answers = Promise.all(sent.map(answerTo));
  await Promise.all(sent.map((one) => once(one, 'finish')));
  hub.child.kill('SIGTERM');
  await refusesConnections(hub.url);
  const late = send(kept, `${hub.url}/graphql`, {
    body: JSON.stringify({ query: '{ area(code: "360300") { name } }' }),
  });
  expect(await answerTo(late)).toMatchObject({
    connection: 'close',
    body: { data: { area: { name: '萍乡市' } } },
  });
  expect(late.reusedSocket).toBe(true);
  expect((await answerTo(send(probing, `${hub.url}/health/ready`))).body).toEqual({ status: 'draining' });
  await blocker.query('commit');
  for (const { connection, body } of await answers) {
    expect(body).toMatchObject({ data: { result: { __typename: 'Donation' } } });
    expect(connection).toBe('close');
  }
  expect(await hub.exited).toBe(0);
  const { rows } = await withClient(database.address, (client) =>
    client.query<{ count: string }>(
      'select count(distinct idempotency_key) from donations.entry where idempotency_key = any($1)',
      [keys],
    ),
  );
  expect(rows[0]?.count).toBe('200');
});

test('a subgraph answers on its kept connections after SIGTERM, and ends; whoever insists ends it at once', async () => {
  const calling = { query: '{ partners { totalCount } }' };
  const ask = async (agent: Agent, url: string) => {
    const { path, ...call } = await signedCall(key, 'partners', JSON.stringify(calling));
    return send(agent, `${url}${path}`, call);
  };
  const first = await start('subgraphs/partners/main.js', folder());
  const kept = await keptConnection(first.url);
  first.child.kill('SIGTERM');
  await refusesConnections(first.url);
  const late = await ask(kept, first.url);
  expect(await answerTo(late)).toMatchObject({ connection: 'close', body: { data: { partners: {} } } });
  expect(late.reusedSocket).toBe(true);
  expect(await first.exited).toBe(0);

  const second = await start('subgraphs/partners/main.js', folder());
  await keptConnection(second.url);
  const began = Date.now();
  const insisting = setInterval(() => second.child.kill('SIGTERM'), 50);
  expect(await second.exited).toBe(1);
  clearInterval(insisting);
  // Several signals within a second are one: npm repeats what a terminal sends.
  expect(Date.now() - began).toBeGreaterThan(1_000);
});
