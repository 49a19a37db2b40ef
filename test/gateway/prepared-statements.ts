// What stands between resolvers and PostgreSQL: statements are prepared, rows become entities, and who asks is told where it matters.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Constructor, EntityManager, EntityProperty } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { subgraphs } from '#gateway/embedded.js';
import { Canceller } from '#shared/database/canceller.js';
import { clientOf, onStatement } from '#shared/database/client.js';
import { driverConfig } from '#shared/database/connection.js';
import { openDatabase } from '#shared/database/open.js';
import { roleAddress } from '#shared/database/provision.js';
import { entitiesWhere } from '#shared/database/rows.js';
import { always, raw } from '#shared/database/sql.js';
import type { SubgraphName } from '#shared/directory.js';
import { viewerEntityManager } from '#shared/subgraph.js';
import { withClient } from '../kit/database.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from '../kit/subgraphs.js';

let hub: TestSubgraphs;
beforeAll(async () => {
  // One connection: what runs inside a transaction is then seen by the order of statements.
  hub = await openSubgraphs('demo', { poolMax: 1 });
});
afterAll(() => hub?.stop());

/** Runs something on a connection as the hub makes them, and yields the texts that are then prepared on it. */
async function preparedOn(
  prepares: boolean,
  run: (client: pg.Client) => Promise<unknown>,
): Promise<string[]> {
  const canceller = new Canceller(hub.database.address, 'hub test');
  const Client = clientOf(canceller, prepares);
  const client = new Client(driverConfig(hub.database.address, 'hub test'));
  await client.connect();
  try {
    await run(client);
    const { rows } = await client.query<{ text: string }>(
      'select statement as text from pg_prepared_statements order by prepare_time',
    );
    return rows.map(({ text }) => text);
  } finally {
    await client.end();
    await canceller.close();
  }
}

test('a statement with parameters is parsed once on a connection, one without is not kept', async () => {
  const texts = await preparedOn(true, async (client) => {
    for (const value of ['one', 'other']) await client.query('select $1::text as said', [value]);
    await client.query("select 'three' as said");
  });
  expect(texts).toEqual(['select $1::text as said']);
});

test('nothing is prepared where that is switched off', async () => {
  const texts = await preparedOn(false, (client) => client.query('select $1::text as said', ['one']));
  expect(texts).toEqual([]);
});

const everyEntity = Object.values(subgraphs).flatMap(({ name, entities }) =>
  entities.map((entity) => [name, entity.name, entity as Constructor<object>] as const),
);

test.each(everyEntity)('%s: a row of %s is read as the ORM reads it', async (subgraph, _name, entity) => {
  const { orm, close } = await openDatabase(
    subgraph,
    roleAddress(subgraph, hub.database.address),
    subgraphs[subgraph].entities,
    { statementMs: 5_000 },
  );
  try {
    const em = viewerEntityManager(orm.em as EntityManager, viewerAs('admin'));
    const { primaryKeys, properties } = em.getMetadata().get(entity);
    const orderBy = Object.fromEntries(primaryKeys.map((key) => [key, 'asc'])) as never;
    const expected = await em.find(entity, {}, { orderBy, limit: 20 });
    const columns = primaryKeys.map((key) => `row.${(properties[key] as EntityProperty).fieldNames[0]}`);
    const inOrder = raw(`order by ${columns.join(', ')} limit 20`);
    const read = await entitiesWhere(em, 'viewer', entity, always, inOrder);
    expect(read.map((row) => ({ ...row }))).toEqual(expected.map((row) => ({ ...row })));
    expect(read.every((row) => row instanceof entity)).toBe(true);
  } finally {
    await close();
  }
});

/** Tables of which not everybody may read every row. */
async function guardedTables(): Promise<string[]> {
  return withClient(hub.database.address, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_policies
       where cmd = 'SELECT' and qual <> 'true' and roles::text like '%hub_%' order by 1`,
    );
    return rows.map(({ name }) => name);
  });
}

/** Reads of every guarded table, by the field that leads to it. */
const guardedReads: [SubgraphName, string][] = [
  ...Object.keys(subgraphs).map((name): [SubgraphName, string] => [
    name as SubgraphName,
    `{ ${name}AuditLog(first: 1) { totalCount } }`,
  ]),
  ['donations', '{ donations(first: 3) { totalCount nodes { id refunds { reason } } } }'],
  [
    'partners',
    '{ resources(first: 3) { totalCount nodes { title } } idleResources(first: 3) { nodes { title } } }',
  ],
  [
    'partners',
    '{ partners(first: 3) { nodes { resources { totalCount nodes { title } } } } resourceLinks { nodes { resource { title } } } }',
  ],
  ['organizations', '{ organizations(first: 3) { nodes { compliance { kind } } } }'],
  ['identity', '{ apiKeys(first: 3) { totalCount nodes { prefix } } }'],
];

/** Only a gift in kind has items. */
async function itemsRead(): Promise<[SubgraphName, string]> {
  const id = await withClient(hub.database.address, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      'select donation_id as id from donations.in_kind_item limit 1',
    );
    return rows[0]?.id;
  });
  const gift = `{ __typename: "Donation", id: "${id}" }`;
  return ['donations', `{ _entities(representations: [${gift}]) { ... on Donation { items { name } } } }`];
}

/** A job that was read; what belongs to one is read for a job only. */
async function jobRead(): Promise<[SubgraphName, string]> {
  await withClient(hub.database.address, async (client) => {
    const id = randomUUID();
    await client.query(
      `insert into imports.import_job (id, noun, file_name, status, created_by) values ($1, 'partners', 'a.csv', 'READY', 'test')`,
      [id],
    );
    await client.query(`insert into imports.import_sheet values ($1, 0, 'a', 1, 1, false, 0, 1)`, [id]);
  });
  return [
    'imports',
    '{ importJobs { nodes { hasRefusedRowsFile problems { totalCount } sheets { columns { title } } } } }',
  ];
}

/**
 * Who claims a key holds it in any case, the demonstration's campaigns have no plans, and what an owner keeps of an import is read
 * by who writes one.
 */
const notRead = /\.(idempotency|campaign_contact|import_batch|import_change)$/;

test('rows that not everybody may read are read in a transaction that was told who asks, all others without one', async () => {
  const guarded = await guardedTables();
  const reads = [...guardedReads, await itemsRead(), await jobRead()];
  const outside: string[] = [];
  const inside: string[] = [];
  let isInside = false;
  const stop = onStatement(({ text }) => {
    if (/^begin/.test(text)) isInside = true;
    else if (/^(commit|rollback)/.test(text)) isInside = false;
    else (isInside ? inside : outside).push(text);
    return undefined;
  });
  try {
    for (const [subgraph, query] of reads) {
      const { errors } = await hub.ask(subgraph, viewerAs('admin'), query);
      expect(errors).toBeUndefined();
    }
  } finally {
    stop();
  }
  const mentions = (texts: string[], table: string) => texts.some((text) => text.includes(`${table} `));
  expect(guarded.filter((table) => mentions(outside, table))).toEqual([]);
  const expected = guarded.filter((table) => !notRead.test(table));
  expect(expected.filter((table) => mentions(inside, table))).toEqual(expected);
  expect(
    inside.filter(
      (text) =>
        text.startsWith('select') &&
        !/set_config/.test(text) &&
        !guarded.some((table) => text.includes(`${table} `)),
    ),
  ).toEqual([]);
});
