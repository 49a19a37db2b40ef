// What a balancer asks: whether a process can serve, and of what; in both topologies, and of a subgraph's own process.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connectSubgraphs } from '#gateway/distributed.js';
import { lastAnswers } from '#gateway/last-answers.js';
import { createHub } from '#gateway/hub.js';
import { createEngine, readSupergraph } from '#gateway/start.js';
import { readEnv } from '#shared/env.js';
import { internalHeaders } from '#shared/internal-calls.js';
import { createLog } from '#shared/log.js';
import { subgraphNames } from '#shared/directory.js';
import { listen } from '#shared/serve.js';
import { type CalledSubgraphs, internalKey, serveSubgraphs } from '../kit/calls.js';
import { type TestDatabase, testServer, withClient } from '../kit/database.js';
import { startHub, type TestHub } from '../kit/hub.js';
import { cleanUp, cleanups } from '../kit/starts.js';

const key = internalKey('health');
const nobody = 'http://127.0.0.1:1/graphql';
let embedded: TestHub;
let processes: CalledSubgraphs;
beforeAll(async () => {
  [embedded, processes] = await Promise.all([
    startHub({ topology: 'embedded', engine: 'hive' }, 'empty'),
    serveSubgraphs([key]),
  ]);
});
afterAll(async () => {
  await cleanUp();
  await embedded?.stop();
  await processes?.stop();
});

async function ready(url: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${url}/health/ready`);
  return { status: response.status, body: await response.json() };
}

/** Waits for an answer: one may be kept for a second. */
async function readySoon(url: string, status: number): Promise<unknown> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const answer = await ready(url);
    if (answer.status === status) return answer.body;
    expect(Date.now()).toBeLessThan(deadline);
  }
}

/** Makes a database answer nobody, or everybody again. */
const open = ({ address }: TestDatabase, isOpen: boolean) =>
  withClient(testServer(), async (client) => {
    await client.query(`alter database ${address.database} with allow_connections ${isOpen}`);
    if (!isOpen)
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
        address.database,
      ]);
  });

const all = (status: string, rest: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries({
      organizations: status,
      partners: status,
      donations: status,
      identity: status,
      imports: status,
      ...rest,
    }).map(([name, its]) => [name, { status: its }]),
  );

/** A gateway whose subgraphs are at these places; where none is named, nobody listens. */
async function gatewayOf(places: Record<string, string[]>): Promise<string> {
  const sdl = readSupergraph(readEnv({}));
  const log = createLog('silent');
  const urls = new Map(subgraphNames.map((name) => [name, places[name] ?? [nobody]]));
  const subgraphs = connectSubgraphs(sdl, {
    urls,
    headers: internalHeaders([key]),
    log,
    last: lastAnswers(null),
  });
  const engine = await createEngine('hive', sdl, subgraphs.sourceFor);
  const readToken = () => Promise.reject(new Error('Nobody shows a token here.'));
  const { readyParts } = subgraphs;
  const server = await createHub({ engine, log, readToken, readyParts, pages: null });
  cleanups.push(
    () => subgraphs.close(),
    () => server.close(),
  );
  return listen(server, '127.0.0.1', 0);
}

test('an embedded hub is ready while a database answers', async () => {
  expect(await ready(embedded.url)).toEqual({ status: 200, body: { status: 'ok', subgraphs: all('ok') } });
  await open(embedded.database, false);
  expect(await readySoon(embedded.url, 503)).toEqual({
    status: 'unavailable',
    subgraphs: all('unavailable'),
  });
  expect((await fetch(`${embedded.url}/health/live`)).status).toBe(200);
  await open(embedded.database, true);
  expect(await readySoon(embedded.url, 200)).toEqual({ status: 'ok', subgraphs: all('ok') });
});

test('a subgraph process is ready while its database answers', async () => {
  const url = processes.urlOf('partners');
  expect(await ready(url)).toEqual({ status: 200, body: { status: 'ok', database: { status: 'ok' } } });
  await open(processes.database, false);
  expect(await readySoon(url, 503)).toEqual({
    status: 'unavailable',
    database: { status: 'unavailable' },
  });
  await open(processes.database, true);
  await readySoon(url, 200);
});

test('a gateway is ready while one process of one subgraph is, and names those that are not', async () => {
  const hanging = createServer().listen(0, '127.0.0.1');
  cleanups.push(
    () => hanging.close(),
    () => hanging.closeAllConnections(),
  );
  await new Promise((resolve) => hanging.once('listening', resolve));
  const url = await gatewayOf({
    organizations: [`http://127.0.0.1:${(hanging.address() as AddressInfo).port}/graphql`],
    partners: [nobody, `${processes.urlOf('partners')}/graphql`],
  });
  expect(await ready(url)).toEqual({
    status: 200,
    body: { status: 'ok', subgraphs: all('unavailable', { partners: 'ok' }) },
  });
});

test('a gateway that no subgraph answers is alive, and not ready', async () => {
  const url = await gatewayOf({});
  expect(await ready(url)).toEqual({
    status: 503,
    body: { status: 'unavailable', subgraphs: all('unavailable') },
  });
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
});
