// Hostile cases 22 and 23: clients that send a byte a second, and clients that go away, cost real clients nothing and leave nothing behind.
import { Agent, request } from 'node:http';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, expect } from '@jest/globals';
import pg from 'pg';
import { driverConfig } from '#shared/database/connection.js';
import { atOnce } from './kit/at-once.js';
import { type TestDatabase, testDatabase } from './kit/database.js';
import { eventually } from './kit/eventually.js';
import { heapOf, heapOptions } from './kit/heap.js';
import { asker, startHub } from './kit/hub.js';
import { freePorts, type HubProcess, startProcess } from './kit/process.js';
import { realClient } from './kit/real-client.js';
import { cleanUp, cleanups, folder } from './kit/starts.js';

afterAll(cleanUp);

const second = 1_000;
const small = '{ partners(first: 3) { nodes { name } } }';

async function dribbleAll(): Promise<void> {
  const hub = await startHub({ topology: 'embedded', engine: 'hive' });
  cleanups.push(() => hub.stop());
  await hub.expectData(small);
  const client = realClient(hub, small);
  const kept = new Agent({ keepAlive: true, maxSockets: 1 });
  cleanups.push(() => kept.destroy());
  const overKept = async () => {
    const sent = request(`${hub.url}/health/live`, { agent: kept }).end();
    const [answer] = await once(sent, 'response');
    answer.resume();
    await once(answer, 'end');
    return sent.reusedSocket;
  };
  await overKept();
  const head = 'POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\n';
  const [headers, bodies, silent] = await Promise.all([
    Promise.all(Array.from({ length: 500 }, () => dribble(hub.url, `${head}x-slow: `))),
    Promise.all(Array.from({ length: 10 }, () => dribble(hub.url, `${head}content-length: 500\r\n\r\n`))),
    dribble(hub.url, '', ''),
  ]);
  for (const { openMs, answer } of [...headers, silent]) {
    expect(answer === '' || answer.startsWith('HTTP/1.1 408 ')).toBe(true);
    expect(openMs).toBeGreaterThan(10 * second - 100);
    expect(openMs).toBeLessThan(15 * second);
  }
  for (const { openMs, answer } of bodies) {
    expect(answer).toMatch(/^HTTP\/1.1 408 [\s\S]*came too slowly/);
    expect(openMs).toBeGreaterThan(15 * second - 100);
    expect(openMs).toBeLessThan(20 * second);
  }
  const { answers, failures } = await client.stop();
  expect(failures).toEqual([]);
  expect(answers).toBeGreaterThan(100);
  // A balancer's idle connection is older by now than any of these became.
  expect(await overKept()).toBe(true);
}

/** Sends a byte each second; yields how long the connection was open, and what was answered. */
async function dribble(
  url: string,
  beginning: string,
  byte = 'a',
): Promise<{ openMs: number; answer: string }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString())).on('error', () => undefined);
  await once(socket, 'connect');
  const began = performance.now();
  socket.write(beginning);
  const timer = setInterval(() => socket.write(byte), second);
  await once(socket, 'close');
  clearInterval(timer);
  return { openMs: performance.now() - began, answer };
}

const locked = 'partners.fundraising_qualification';
/** Waits for the lock, so that only a cancel ends it. */
const blocked = '{ partners(first: 20) { nodes { name qualifications { id } } } }';
/** Every value of each partner, and one of them again and again: an answer of many kilobytes for one statement. */
const large = `{ partners(first: 100) { totalCount nodes { id name nameEn uscc kind areaCode source createdAt updatedAt version
  ${Array.from({ length: 25 }, (_, at) => `again${at}: name`).join(' ')} } } }`;

/** Sends a request, or only a part of it, and goes away: in the middle of the request, of the work, or of the answer. */
async function leave(url: string, way: 'request' | 'work' | 'answer', afterMs: number): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).on('error', () => undefined);
  await once(socket, 'connect');
  const body = JSON.stringify({ query: way === 'answer' ? large : blocked });
  const text = `POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  socket.write(way === 'request' ? text.slice(0, -10) : text);
  if (way === 'answer') await once(socket, 'data');
  else await new Promise((resolve) => setTimeout(resolve, afterMs));
  socket.resetAndDestroy();
}

/** As many clients, some at a time. */
async function leaveAll(url: string, count: number): Promise<void> {
  const ways = ['request', 'work', 'answer'] as const;
  let next = 0;
  const one = async () => {
    for (let client = next++; client < count; client = next++)
      await leave(url, ways[client % ways.length] as (typeof ways)[number], client % 40);
  };
  await Promise.all(Array.from({ length: 30 }, one));
}

/** Starts the gateway and all that has a part in what is asked; each tells how much memory it uses. */
async function start(topology: 'embedded' | 'distributed', database: TestDatabase): Promise<HubProcess[]> {
  const [port] = await freePorts(1);
  const env = {
    DATABASE_URL: database.url,
    DATA_DIR: folder(),
    DEMO_DATA: 'off',
    NODE_OPTIONS: heapOptions,
    // Longer than by default, so that it is the operation's that ends what waits.
    LIMIT_STATEMENT_MS: '20000',
    LIMIT_SUBGRAPH_MS: '20000',
    LIMIT_OPERATION_MS: '5500',
    // A kept answer would wait for no lock.
    CACHE: 'off',
    PARTNERS_URL: `http://127.0.0.1:${port}/graphql`,
  };
  const begin = async (entry: string, more: object = {}) => {
    const started = await startProcess({ entry, env: { ...env, ...more } });
    cleanups.push(() => started.stop());
    return started;
  };
  if (topology === 'embedded') return [await begin('gateway/main.js')];
  const partners = await begin('subgraphs/partners/main.js', { PORT: String(port) });
  return [await begin('gateway/gateway.main.js'), partners];
}

async function leaveNothing(topology: 'embedded' | 'distributed'): Promise<void> {
  const database = await testDatabase('demo');
  cleanups.push(() => database.drop());
  const processes = await start(topology, database);
  const { url } = processes[0] as HubProcess;
  const hub = asker(url, () => Promise.resolve(null));
  const holder = new pg.Client(driverConfig(database.address, 'holding a lock'));
  await holder.connect();
  cleanups.push(() => holder.end());
  for (const query of [small, blocked, large]) await hub.expectData(query);
  await holder.query(`begin; lock table ${locked} in access exclusive mode`);
  // What is made once, and kept, is made by now.
  await leaveAll(url, 150);
  const before = await Promise.all(processes.map(heapOf));
  const client = realClient(hub, small);
  const waiting = hub.run(blocked);
  await leaveAll(url, 1_000);
  const { answers, failures } = await client.stop();
  expect(failures).toEqual([]);
  expect(answers).toBeGreaterThan(10);
  // Who stays is answered as well: that it took too long, or, where it joined an equal question whose time began earlier, that the
  // subgraph gave that one up.
  const [error, ...more] = (await waiting).errors ?? [];
  expect(more).toEqual([]);
  expect(['LIMIT_EXCEEDED', 'UNAVAILABLE']).toContain(error?.extensions?.['code']);
  if (topology === 'embedded')
    expect(error?.extensions).toMatchObject({ limit: 'operationMs', allowed: 5_500 });
  const used = async () => {
    const { rows } = await holder.query<{ active: number; open: number }>(
      `select count(*) filter (where state <> 'idle')::int as active, count(*)::int as open from pg_stat_activity
          where datname = current_database() and application_name in ('hub partners', 'hub partners cancel')`,
    );
    return rows[0] as { active: number; open: number };
  };
  await eventually(async () => (await used()).active === 0, 10_000);
  expect((await used()).open).toBeLessThanOrEqual(11);
  const after = await Promise.all(processes.map(heapOf));
  const grownBy = after.map((bytes, index) => (bytes - (before[index] as number)) / 2 ** 20);
  for (const megabytes of grownBy) expect(megabytes).toBeLessThan(3);
  await holder.query('rollback');
  await hub.expectData(blocked);
}

atOnce(
  {
    '500 connections that send a byte of their headers a second end within 10 to 15 s, slow bodies after 15 s':
      dribbleAll,
    '1,000 clients that go away leave no connection and no memory in use (embedded)': () =>
      leaveNothing('embedded'),
    '1,000 clients that go away leave no connection and no memory in use (distributed)': () =>
      leaveNothing('distributed'),
  },
  120_000,
);
