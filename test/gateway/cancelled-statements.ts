// The statement that runs when its operation ends is cancelled, no other is sent, and nobody else's is ever met by the cancel.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import { Canceller } from '#shared/database/canceller.js';
import { clientOf } from '#shared/database/client.js';
import { driverConfig } from '#shared/database/connection.js';
import { KeptClient } from '#shared/database/kept-client.js';
import { inOperation } from '#shared/operation.js';
import { type TestDatabase, testDatabase, withClient } from '../kit/database.js';
import { eventually } from '../kit/eventually.js';
import { freePorts } from '../kit/process.js';

const pool = 'hub test-cancel';
const longStatement = 'select pg_sleep(20)';

let database: TestDatabase;
let canceller: Canceller;
beforeAll(async () => {
  database = await testDatabase('empty');
  canceller = new Canceller(database.address, pool);
});
afterAll(async () => {
  await canceller?.close();
  await database?.drop();
});

interface Operation {
  client: pg.Client;
  end: AbortController;
  /** Whether the client's connection runs a statement. */
  isRunning(): Promise<boolean>;
}

/** Runs with a client of a pool, in an operation that can be ended. */
async function withOperation(
  by: Pick<Canceller, 'cancel'>,
  run: (operation: Operation) => Promise<void>,
): Promise<void> {
  const Client = clientOf(by as Canceller);
  const client = new Client(driverConfig(database.address, pool));
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const isRunning = () =>
    withClient(database.address, async (watcher) => {
      const { rowCount } = await watcher.query(
        `select from pg_stat_activity where pid = $1 and state = 'active'`,
        [rows[0]?.pid],
      );
      return rowCount === 1;
    });
  const end = new AbortController();
  try {
    await inOperation(end.signal, () => run({ client, end, isRunning }));
  } finally {
    await client.end();
  }
}

test('once an operation has ended, a statement is refused and only its transaction is brought to an end', async () => {
  await withOperation(canceller, async ({ client, end }) => {
    await client.query('begin');
    await client.query('savepoint one');
    await client.query('create table forgotten (id int)');
    end.abort();
    await expect(client.query('select 1')).rejects.toMatchObject({ code: '57014' });
    await expect(client.query({ text: 'begin' })).rejects.toMatchObject({ code: '57014' });
    for (const last of ['rollback to savepoint one', 'release one', 'ROLLBACK', 'commit'])
      await client.query(last);
  });
});

test('a statement that is cancelled frees its connection for the next', async () => {
  await withOperation(canceller, async ({ client, end, isRunning }) => {
    const statement = client.query(longStatement);
    await eventually(isRunning);
    end.abort();
    await expect(statement).rejects.toMatchObject({ code: '57014' });
    await inOperation(new AbortController().signal, () => client.query('select 1'));
  });
});

test('a cancel that was too early for the server is repeated', async () => {
  let calls = 0;
  const early = {
    // As if the statement were still on its way: the server has nothing to cancel.
    cancel: async (processId: number) => {
      calls += 1;
      if (calls > 1) await canceller.cancel(processId);
    },
  };
  await withOperation(early, async ({ client, end }) => {
    const statement = client.query(longStatement);
    end.abort();
    await expect(statement).rejects.toMatchObject({ code: '57014' });
    expect(calls).toBeGreaterThan(1);
  });
});

test('a connection whose cancel may still come is not used again', async () => {
  const [port] = await freePorts(1);
  const lost = new Canceller({ ...database.address, host: '127.0.0.1', port: port! }, pool);
  await withOperation(lost, async ({ client, end }) => {
    const statement = client.query(longStatement);
    end.abort();
    await expect(statement).rejects.toThrow(/Connection terminated/);
    await expect(client.query('rollback')).rejects.toThrow(/not queryable/);
  });
  await lost.close();
});

test('a process that serves another pool is not cancelled', async () => {
  await withClient(database.address, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const statement = client.query('select pg_sleep(0.3)');
    await canceller.cancel(rows[0]!.pid);
    expect((await statement).rowCount).toBe(1);
  });
});

test('a connection is not given back while its cancel is on the way, though its statement has ended by itself', async () => {
  let arrive!: () => void;
  const slow = { cancel: () => new Promise<void>((resolve) => (arrive = resolve)) };
  await withOperation(slow, async ({ client, end, isRunning }) => {
    let isSettled = false;
    const statement = client.query('select pg_sleep(0.05)').finally(() => (isSettled = true));
    end.abort();
    await eventually(async () => !(await isRunning()));
    // Whatever the driver had to tell of it has been told by the time that another connection has been asked again.
    await isRunning();
    expect(isSettled).toBe(false);
    arrive();
    expect((await statement).rowCount).toBe(1);
  });
});

test('several who ask a server at the same moment share the one kept connection', async () => {
  const name = 'hub test-kept';
  const kept = new KeptClient(database.address, name, 5_000);
  await Promise.all([kept.rows('select 1'), kept.rows('select 2')]);
  const [row] = await kept.rows<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity where application_name = '${name}'`,
  );
  expect(row).toEqual({ count: 1 });
  await kept.close();
});
