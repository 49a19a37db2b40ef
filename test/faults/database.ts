// Case 74: whatever happens to PostgreSQL, the hub says UNAVAILABLE, goes on by itself, loses nothing acknowledged and books nothing twice.
import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { subgraphs } from '#gateway/embedded.js';
import { checkBooks } from '#shared/books.js';
import { ensureDatabase } from '#shared/database/ensure.js';
import { runSubgraph } from '#shared/run-subgraph.js';
import { anonymous } from '#shared/viewer.js';
import { type CuttingProxy, cuttingProxy } from '../kit/cutting-proxy.js';
import { databaseUrl, withClient } from '../kit/database.js';
import { eventually } from '../kit/eventually.js';
import { type Answered, finance, giftOf, recordDonation } from '../kit/giving.js';
import { type Ending, type OwnServer, ownServer, serverFolder } from '../kit/own-server.js';
import { admin, type Outcome, partnersMutation } from '../kit/partners.js';
import { openSubgraphs, type SubgraphAnswered, type TestSubgraphs } from '../kit/subgraphs.js';
import { agreementOf } from '../kit/tenants.js';

const nobody = { ask: () => Promise.reject(new Error('not asked')) };
/** Few, so that a connection that is lost for good is missed soon. */
const poolMax = 3;

let server: OwnServer;
let proxy: CuttingProxy;
let hub: TestSubgraphs;
beforeAll(async () => {
  server = await ownServer(serverFolder());
  await ensureDatabase(server.address('postgres'), 'hub');
  // Gifts name an organization of the dataset.
  const organizations = await runSubgraph(subgraphs.organizations, server.address('hub'), nobody);
  await organizations.loadDemo();
  await organizations.close();
  proxy = await cuttingProxy(server.address('hub'));
  const { address } = proxy;
  hub = await openSubgraphs(
    { address, url: databaseUrl(address), drop: () => Promise.resolve() },
    { poolMax },
  );
}, 120_000);
afterAll(async () => {
  // The server first: it would outlive a hub that does not end.
  await server?.remove();
  await proxy?.close();
  await hub?.stop();
});

type Recorded = SubgraphAnswered<{ result: Answered }>;
const record = (input: object): Promise<Recorded> =>
  hub.ask<{ result: Answered }>('donations', finance, recordDonation, { input });
const register = (input: object) =>
  hub.ask('partners', admin, partnersMutation('registerPartner'), { input });
const partnerOf = () => ({ idempotencyKey: randomUUID(), name: `伙伴 ${randomUUID()}`, kind: 'UNIVERSITY' });
const readPartners = () => hub.ask('partners', anonymous, '{ partners { totalCount } }');
const faultsOf = ({ errors = [] }: SubgraphAnswered<unknown>) =>
  errors.map(({ message, extensions }) => `${String(extensions?.['code'])} ${message}`);
const onServer = (statement: string, parameters?: unknown[], database = 'hub') =>
  withClient(server.address(database), (client) => client.query(statement, parameters));
/** As a fault of one's own would: whoever held a connection meets it at the next statement. */
const terminateAll = () =>
  onServer(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'hub %' and application_name not like 'hub test%'`,
  );
/** As many at once as there are connections, all of them good: none was lost for good. */
const expectAllConnections = async () => {
  const answers = await Promise.all(Array.from({ length: poolMax * 2 }, () => register(partnerOf())));
  expect(answers.flatMap(faultsOf)).toEqual([]);
  const { rowCount } = await onServer(
    `select from pg_stat_activity where application_name like 'hub %' and state like 'idle in transaction%'`,
  );
  expect(rowCount).toBe(0);
};

describe('gifts that are recorded while the server is', () => {
  const writers = 8;
  const restart = (how: Ending) => async () => {
    await server.end(how);
    await server.start();
  };
  const disasters: [string, () => Promise<unknown>][] = [
    ['rid of every connection, five times', () => repeated(5, terminateAll)],
    ['killed', restart('SIGKILL')],
    ['stopped at once', restart('SIGQUIT')],
    ['restarted', restart('SIGINT')],
  ];

  test.each(disasters)('%s: none lost, none twice', async (_name, disaster) => {
    const deadline = performance.now() + 30_000;
    let isOver = false;
    let struck = Infinity;
    const faults = new Set<string>();
    const acknowledged = new Map<string, string>();
    const recovered: number[] = [];
    const write = async () => {
      const gift = giftOf();
      while (performance.now() < deadline) {
        const answer = await record(gift);
        for (const fault of faultsOf(answer)) faults.add(fault);
        const id = answer.data?.result?.id;
        if (id === undefined) continue;
        if (performance.now() > struck) recovered.push(performance.now() - struck);
        acknowledged.set(gift.idempotencyKey, id);
        return;
      }
      throw new Error(`No gift was recorded any more: ${[...faults].join(', ')}`);
    };
    const work = Promise.all(
      Array.from({ length: writers }, async () => {
        do await write();
        while (!isOver);
      }),
    );
    try {
      await eventually(() => acknowledged.size > writers);
      await disaster();
      struck = performance.now();
      await eventually(() => recovered.length > writers);
    } finally {
      isOver = true;
      await work;
    }
    expect(Math.min(...recovered)).toBeLessThan(10_000);
    expect([...faults].filter((fault) => !fault.startsWith('UNAVAILABLE '))).toEqual([]);
    expect(faults.size).toBeGreaterThan(0);
    const { rows } = await onServer(
      `select idempotency_key as key, donation_id as id from donations.entry where idempotency_key = any($1)`,
      [[...acknowledged.keys()]],
    );
    expect(new Map(rows.map(({ key, id }) => [key, id]))).toEqual(acknowledged);
    expect(rows).toHaveLength(acknowledged.size);
    await expectAllConnections();
  });

  test('and the books hold', async () => {
    const books = new Map(Object.values(subgraphs).map(({ name, books: own }) => [name, own]));
    const findings = await checkBooks(books, () => server.address('hub'));
    expect(findings.filter(({ broken }) => broken.length > 0)).toEqual([]);
  });
});

describe('a connection that is cut at the COMMIT', () => {
  const unknown =
    /^UNAVAILABLE Whether this was written is not known.* Repeat it with the same idempotencyKey/;

  test.each(['before', 'after'] as const)(
    '%s the server has it: the outcome is not known, and the same key finds it out',
    async (where) => {
      const gift = giftOf();
      proxy.cutNextCommit(where);
      expect(faultsOf(await record(gift))).toEqual([expect.stringMatching(unknown)]);
      const written = await onServer('select from donations.entry where idempotency_key = $1', [
        gift.idempotencyKey,
      ]);
      expect(written.rowCount).toBe(where === 'after' ? 1 : 0);
      expect((await record(gift)).data?.result).toMatchObject({ status: 'RECEIVED' });
      const after = await onServer('select from donations.entry where idempotency_key = $1', [
        gift.idempotencyKey,
      ]);
      expect(after.rowCount).toBe(1);
    },
  );

  test('without a key the advice is to look first', async () => {
    const { name, kind } = partnerOf();
    proxy.cutNextCommit('after');
    expect(faultsOf(await register({ name, kind }))).toEqual([
      expect.stringMatching(/^UNAVAILABLE .*Look for it before you ask for it again/),
    ]);
  });
});

describe('a server that', () => {
  test('holds a lock for long gives the waiting up, and those who wait for them', async () => {
    const answers = await withClient(server.address('hub'), async (client) => {
      await client.query('begin; lock table partners.partner in access exclusive mode');
      const waiting = Array.from({ length: poolMax * 2 + 1 }, (_, at) =>
        at % 2 ? readPartners() : register(partnerOf()),
      );
      const all = await Promise.all(waiting);
      await client.query('rollback');
      return all;
    });
    const busy = 'UNAVAILABLE The hub is too busy at the moment; try again.';
    expect(answers.map(faultsOf)).toEqual(answers.map(() => [busy]));
    await expectAllConnections();
  });

  const closed = 'UNAVAILABLE The database takes no changes at the moment; try again later.';

  test('is read-only is read from and takes no change', async () => {
    await onServer('alter database hub set default_transaction_read_only = on', [], 'postgres');
    await terminateAll();
    await eventually(async () => faultsOf(await register(partnerOf()))[0] === closed);
    expect(faultsOf(await readPartners())).toEqual([]);
    await onServer('alter database hub reset default_transaction_read_only', [], 'postgres');
    await terminateAll();
    await eventually(async () => faultsOf(await register(partnerOf())).length === 0);
    await expectAllConnections();
  });

  test('lets nobody else in is busy', async () => {
    await onServer('alter role hub_partners connection limit 0');
    await terminateAll();
    const busy = 'UNAVAILABLE The hub is too busy at the moment; try again.';
    await eventually(async () => faultsOf(await register(partnerOf()))[0] === busy);
    await onServer('alter role hub_partners connection limit -1');
    await expectAllConnections();
  });

  test('lets the organizations not in: who names one is told to come again, not that there is none', async () => {
    const { data } = await register(partnerOf());
    const { id } = (data as { result: Outcome }).result;
    const sign = () =>
      hub.ask('partners', admin, partnersMutation('signAgreement'), { input: agreementOf(id) });
    await onServer('alter role hub_organizations connection limit 0');
    await terminateAll();
    const refused = await Promise.all(Array.from({ length: poolMax * 2 }, sign));
    await onServer('alter role hub_organizations connection limit -1');
    const busy = 'UNAVAILABLE The hub is too busy at the moment; try again.';
    expect(refused.map(faultsOf)).toEqual(refused.map(() => [busy]));
    // Nothing was written that the next test would find.
    expect((await onServer('select from partners.cooperation_agreement')).rowCount).toBe(0);
  });

  // A table whose file is /dev/full cannot grow, as on a full disk: the real error, by the real way.
  const whereThereIsOne = existsSync('/dev/full') ? test : test.skip;
  whereThereIsOne('has a full disk is read from and takes no change', async () => {
    const { data } = await register(partnerOf());
    const { id } = (data as { result: Outcome }).result;
    const sign = () =>
      hub.ask('partners', admin, partnersMutation('signAgreement'), { input: agreementOf(id) });
    const { rows } = await onServer(`select pg_relation_filepath('partners.cooperation_agreement') as path`);
    const file = join(server.dataDir, 'postgres', (rows[0] as { path: string }).path);
    // Nobody has signed anything here yet.
    expect(statSync(file).size).toBe(0);
    renameSync(file, `${file}.kept`);
    symlinkSync('/dev/full', file);
    try {
      await terminateAll();
      await eventually(async () => faultsOf(await sign())[0] === closed);
      expect(faultsOf(await readPartners())).toEqual([]);
    } finally {
      rmSync(file);
      renameSync(`${file}.kept`, file);
    }
    await terminateAll();
    await eventually(async () => faultsOf(await sign()).length === 0);
    const signed = await onServer('select from partners.cooperation_agreement');
    expect(signed.rowCount).toBe(1);
    await expectAllConnections();
  });
});

async function repeated(times: number, run: () => Promise<unknown>): Promise<void> {
  for (let time = 0; time < times; time += 1) await run();
}
