// Two of each process under load: restarted one after the other without a failed request, and killed without losing what was acknowledged.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type TestDatabase, testDatabase, withClient } from './kit/database.js';
import { type Load, startLoad } from './kit/load.js';
import { type Replica, startReplicas } from './kit/replicas.js';
import { cleanUp, folder } from './kit/starts.js';

let database: TestDatabase;
let replicas: Replica[];
let load: Load;
beforeAll(async () => {
  const dataDir = folder();
  database = await testDatabase('demo');
  replicas = await startReplicas({
    database,
    dataDir,
    subgraphs: ['organizations', 'donations'],
  });
  load = await startLoad(
    replicas.filter(({ kind }) => kind === 'gateway').map(({ url }) => url),
    dataDir,
  );
  await load.calm(5);
}, 120_000);
afterAll(async () => {
  await load?.stop();
  await Promise.all((replicas ?? []).map((replica) => replica.kill()));
  await cleanUp();
  await database?.drop();
});
beforeEach(() => {
  load.failures.length = 0;
});

/** Each gift that was acknowledged is in the books once; the load goes on meanwhile. */
async function expectNothingLost(): Promise<void> {
  const gifts = [...load.gifts];
  const { rows } = await withClient(database.address, (client) =>
    client.query<{ times: string }>(
      'select count(*) as times from donations.entry where idempotency_key = any($1) group by idempotency_key',
      [gifts],
    ),
  );
  expect(gifts.length).toBeGreaterThan(10);
  expect(rows).toEqual(gifts.map(() => ({ times: '1' })));
}

test('every process is restarted in turn: no request fails, nothing acknowledged is lost', async () => {
  for (const replica of replicas) {
    expect(await replica.terminate()).toBe(0);
    await replica.start();
    expect((await fetch(`${replica.url}/health/ready`)).status).toBe(200);
  }
  await load.calm(5);
  expect(load.failures).toEqual([]);
  await expectNothingLost();
}, 180_000);

test('kill -9 of one process of each kind: the rest serves, within 5 s nothing fails, nothing acknowledged is lost', async () => {
  for (const replica of replicas.filter((_, index) => index % 2 === 0)) {
    const killedAt = Date.now();
    await replica.kill();
    await load.calm(5);
    const during = load.failures.splice(0);
    // What the process was working on gets a typed error, or no answer where it was the gateway.
    const expected = replica.kind === 'gateway' ? null : 'UNAVAILABLE';
    for (const failure of during) expect(failure).toMatchObject({ code: expected });
    expect(during.length).toBeLessThan(10);
    expect(Math.max(killedAt, ...during.map(({ at }) => at)) - killedAt).toBeLessThan(5_000);
  }
  await expectNothingLost();
}, 120_000);
