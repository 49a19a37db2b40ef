// Reads from streaming replicas, on a primary and a standby of the test's own. One story: each test finds what the one before left.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { ensureDatabase } from '#shared/database/ensure.js';
import type { DatabaseAddress } from '#shared/database/url.js';
import type { HubExtensions } from '#shared/data-age.js';
import { parseApiKey } from '#shared/api-key.js';
import { anonymous, internalViewer, type Viewer } from '#shared/viewer.js';
import { databaseUrl, testServer, withClient } from '../kit/database.js';
import { eventually } from '../kit/eventually.js';
import { type OwnServer, ownServer, serverFolder } from '../kit/own-server.js';
import { admin, makePartner, partnersMutation } from '../kit/partners.js';
import { askProcess } from '../kit/calls.js';
import { type HubProcess, startProcess } from '../kit/process.js';
import { streamingReplica } from '../kit/replica.js';
import { cleanUp, folder } from '../kit/starts.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from '../kit/subgraphs.js';

const count = '{ partners { totalCount } }';
const createApiKey = `mutation ($input: CreateApiKeyInput!) { result: createApiKey(input: $input) { ... on ApiKeyCreated { secret } } }`;
const bearer = `query ($prefix: String!, $secretHash: String!) { apiKeyBearer(prefix: $prefix, secretHash: $secretHash) { scopes } }`;
/** Nobody listens there. */
const nowhere: DatabaseAddress = {
  host: '127.0.0.1',
  port: 1,
  user: 'postgres',
  database: 'hub',
  ssl: 'off',
};

let primary: OwnServer;
let standby: OwnServer;
let hub: TestSubgraphs;
let log = '';
beforeAll(async () => {
  primary = await ownServer(serverFolder());
  await ensureDatabase(primary.address('postgres'), 'hub');
  standby = await streamingReplica(primary);
  const replica = standby.address('hub');
  // Where a start finds no replica, it does without.
  await standby.end('SIGINT');
  const address = primary.address('hub');
  hub = await openSubgraphs(
    { address, url: databaseUrl(address), drop: () => Promise.resolve() },
    { replicas: [nowhere, testServer(), replica], log: pino({}, { write: (line) => (log += line) }) },
  );
});
afterAll(async () => {
  // The servers first: they would outlive a hub that does not end.
  await standby?.remove();
  await primary?.remove();
  await hub?.stop();
  await cleanUp();
});

/** How many partners a viewer sees, from where, and what the answer says of its age. */
async function look(viewer: Viewer): Promise<{ seen: number; from: string; status: string }> {
  const asked = Date.now();
  const { data, errors, extensions } = await hub.ask<{ partners: { totalCount: number } }>(
    'partners',
    viewer,
    count,
  );
  if (data == null) throw new Error(JSON.stringify(errors));
  const { asOf, status } = (extensions as HubExtensions).hub;
  return { seen: data.partners.totalCount, from: Date.parse(asOf) < asked ? 'replica' : 'primary', status };
}
const readsFrom = (place: string, viewer: Viewer = anonymous) =>
  eventually(async () => {
    const answer = await look(viewer).catch(() => null);
    return answer?.from === place && answer;
  });
const onStandby = (statement: string) =>
  withClient(standby.address('hub'), (client) => client.query(statement));

describe('DATABASE_REPLICA_URLS', () => {
  test('a replica that is not there is done without, said once, and read from when it comes', async () => {
    expect(await look(anonymous)).toMatchObject({ from: 'primary', status: 'ok' });
    const refused = (port: number, reason: string) =>
      new RegExp(
        `"subgraph":"partners".*"port":${port},"reason":"${reason}.*a replica is not read from`,
        'g',
      );
    await eventually(() => log.match(refused(1, 'it does not answer'))?.length === 1);
    await eventually(() => log.match(refused(testServer().port, 'it does not replicate this database')));
    await standby.start();
    expect(await readsFrom('replica')).toMatchObject({ status: 'ok' });
    expect(log.match(refused(1, 'it does not answer'))).toHaveLength(1);
  });

  test('who may write sees its own change at once, everybody else when the replica has it; one that is behind is left out', async () => {
    await readsFrom('replica');
    await onStandby('select pg_wal_replay_pause()');
    const before = await look(anonymous);
    await makePartner(hub);
    const own = { seen: before.seen + 1, from: 'primary', status: 'ok' };
    expect(await look(admin)).toEqual(own);
    expect(await look(anonymous)).toEqual({ ...before, from: 'replica', status: 'ok' });
    expect(await look(viewerAs('analyst'))).toEqual({ ...before, from: 'replica', status: 'ok' });
    const paused = performance.now();
    expect(await readsFrom('primary')).toEqual(own);
    expect(performance.now() - paused).toBeGreaterThan(2_000);
    await onStandby('select pg_wal_replay_resume()');
    expect(await readsFrom('replica')).toEqual({ ...own, from: 'replica' });
  });

  test('an API key that only reads reads from a replica, one that writes from the primary', async () => {
    await readsFrom('replica');
    const key = (...scopes: ('read' | 'write')[]) => viewerAs('partner', { scopes });
    expect(await look(key('read'))).toMatchObject({ from: 'replica' });
    expect(await look(key('read', 'write'))).toMatchObject({ from: 'primary' });
  });

  test('a replica that dies costs nobody an answer', async () => {
    await readsFrom('replica');
    await standby.end('SIGQUIT');
    // The hub does not know yet: these go to the replica, and are asked again of the primary.
    expect(await look(anonymous)).toMatchObject({ from: 'primary', status: 'ok' });
    for (let asked = 0; asked < 20; asked += 1)
      expect(await look(viewerAs('analyst'))).toMatchObject({ from: 'primary' });
    await standby.start();
    await readsFrom('replica');
  });

  test('a standby that has become a primary is no longer read from', async () => {
    const other = await streamingReplica(primary);
    try {
      const alone = await openSubgraphs(
        { address: primary.address('hub'), url: '', drop: () => Promise.resolve() },
        { replicas: [other.address('hub')] },
      );
      const from = async () => {
        const { extensions } = await alone.ask('partners', anonymous, count);
        return extensions?.hub.asOf ?? '';
      };
      const isOnReplica = async () => {
        const asked = Date.now();
        return Date.parse(await from()) < asked;
      };
      try {
        await eventually(isOnReplica);
        await withClient(other.address('postgres'), (client) => client.query('select pg_promote()'));
        // Soon: not only when the primary has moved on and the other seems old.
        await eventually(async () => !(await isOnReplica()), 3_500);
      } finally {
        await alone.stop();
      }
    } finally {
      await other.remove();
    }
  });
});

describe('a subgraph as a process', () => {
  const dataDir = folder();
  let subgraph: HubProcess;
  beforeAll(async () => {
    const replicas = [databaseUrl(nowhere), databaseUrl(standby.address('hub'))].join(', ');
    const env = { DATABASE_URL: hub.database.url, DATABASE_REPLICA_URLS: replicas, DATA_DIR: dataDir };
    subgraph = await startProcess({
      entry: 'subgraphs/partners/main.js',
      env: { ...env, DEMO_DATA: 'off' },
    });
  });
  afterAll(() => subgraph?.stop());

  test('says over HTTP how old its rows are', async () => {
    await eventually(async () => {
      const asked = Date.now();
      const body = JSON.stringify({ query: count });
      const response = await askProcess(subgraph.url, dataDir, 'partners', body);
      const { extensions } = (await response.json()) as { extensions: HubExtensions };
      return extensions.hub.status === 'ok' && Date.parse(extensions.hub.asOf) < asked;
    });
  });
});

/** Waits until the standby has all that the primary has. */
async function streamed(): Promise<void> {
  const ask = async (server: OwnServer, statement: string, values: string[] = []) => {
    const { rows } = await withClient(server.address('hub'), (client) =>
      client.query<{ value: string }>(`select (${statement})::text as value`, values),
    );
    return rows[0]?.value ?? '';
  };
  const position = await ask(primary, 'pg_current_wal_lsn()');
  const question = 'pg_last_wal_replay_lsn() >= $1::pg_lsn';
  await eventually(async () => (await ask(standby, question, [position])) === 'true');
}

describe('while the primary is away', () => {
  test('everybody reads from the replica and is told so, nobody writes, and both go on when it is back', async () => {
    const key = { label: 'dashboard', scopes: ['read'] };
    const { secret } = await hub.mutate<{ secret: string }>('identity', admin, createApiKey, key);
    const { seen } = await readsFrom('replica');
    await streamed();
    await primary.end('SIGKILL');
    const old = { seen, from: 'replica', status: 'stale' };
    expect(await readsFrom('replica', admin)).toEqual(old);
    expect(await look(anonymous)).toEqual(old);
    const asked = { ...parseApiKey(secret) };
    // Each subgraph notices by itself that the primary is away.
    const opened = await eventually(async () => {
      const { data, errors } = await hub.ask('identity', internalViewer('gateway'), bearer, asked);
      return errors === undefined ? (data ?? null) : null;
    });
    expect(opened).toEqual({ apiKeyBearer: { scopes: ['read'] } });
    const input = { name: 'nobody', kind: 'UNIVERSITY' };
    const { data, errors } = await hub.ask('partners', admin, partnersMutation('registerPartner'), { input });
    expect(data).toBeNull();
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['UNAVAILABLE']);
    await primary.start();
    const back = performance.now();
    await eventually(() =>
      makePartner(hub).then(
        () => true,
        () => false,
      ),
    );
    expect(performance.now() - back).toBeLessThan(10_000);
    expect(await readsFrom('primary', admin)).toMatchObject({ seen: seen + 1, status: 'ok' });
    await eventually(async () => (await look(anonymous)).seen === seen + 1);
    expect(await readsFrom('replica')).toEqual({ seen: seen + 1, from: 'replica', status: 'ok' });
  });
});
