// Each subgraph enters the database as a role of its own that may do nothing but its own work.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { subgraphNames } from '#shared/directory.js';
import { roleAddress } from '#shared/database/provision.js';
import { type TestDatabase, testDatabase, withClient } from '../kit/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase('demo');
});
afterAll(() => database?.drop());

const tables = {
  organizations: 'organization',
  partners: 'partner',
  donations: 'donation',
  identity: 'api_key',
  imports: 'import_job',
};

test.each(subgraphNames)('%s reads its own schema and no other', async (name) => {
  await withClient(roleAddress(name, database.address), async (client) => {
    await client.query(`select from ${name}.${tables[name]}`);
    for (const other of subgraphNames.filter((candidate) => candidate !== name)) {
      await expect(client.query(`select from ${other}.${tables[other]}`)).rejects.toMatchObject({
        code: '42501',
      });
    }
  });
});

test.each(subgraphNames)('%s may not define, delete, or become more than it is', async (name) => {
  await withClient(roleAddress(name, database.address), async (client) => {
    const { rows } = await client.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = current_user`,
    );
    expect(Object.values(rows[0] as object)).toEqual([false, false, false, false, false]);
    for (const forbidden of [
      `create table ${name}.x ()`,
      `drop table ${name}.${tables[name]}`,
      `alter table ${name}.${tables[name]} disable trigger all`,
      `delete from ${name}.${tables[name]}`,
      `truncate ${name}.${tables[name]}`,
      `update ${name}.migration set name = 'x'`,
      `set role postgres`,
      `set session_replication_role = replica`,
    ]) {
      await expect(client.query(forbidden)).rejects.toMatchObject({ code: '42501' });
    }
  });
});
