// Case 50 in the database itself: every guarded table, two tenants, reading, writing and taking away.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { roleAddress } from '#shared/database/provision.js';
import { sessionOf } from '#shared/database/row-security.sql.js';
import type { Viewer } from '#shared/viewer.js';
import { withClient } from '../kit/database.js';
import { openSubgraphs, type TestSubgraphs } from '../kit/subgraphs.js';
import { guarded, makeTenant, type Tenant } from '../kit/tenants.js';

let hub: TestSubgraphs;
let tenants: [Tenant, Tenant];
beforeAll(async () => {
  hub = await openSubgraphs();
  tenants = [await makeTenant(hub), await makeTenant(hub)];
  for (const { partner, viewer } of tenants)
    await withClient(hub.database.address, (client) =>
      client.query(`with batch as (insert into partners.import_batch (job, noun, attempt, state, subject, partner_id)
          values (gen_random_uuid(), 'resources', 1, 'WRITTEN', '${viewer.subject} of a colleague', '${partner.id}') returning job)
        insert into partners.import_change (job, entity_id, number, version) select job, '${partner.id}', 1, 1 from batch`),
    );
});
afterAll(() => hub?.stop());

test('case 50: every table that the hub may write is guarded', async () => {
  const { rows } = await withClient(hub.database.address, (client) =>
    client.query<{ table: string; guarded: boolean }>(
      `select c.relname as table, c.relrowsecurity and c.relforcerowsecurity as guarded from pg_class c
       where c.relnamespace = 'partners'::regnamespace and c.relkind = 'r'
         and (has_any_column_privilege('hub_partners', c.oid, 'insert, update') or c.relname = 'audit_record')`,
    ),
  );
  expect(rows.filter((row) => !row.guarded)).toEqual([]);
  expect(rows.map(({ table }) => table).toSorted()).toEqual(guarded.toSorted());
});

/** One foreign row of each table, and what somebody might try with it. */
const attempts = ({ partner, published, draft, proposed, agreement, qualification, viewer }: Tenant) => ({
  partner: [`id = '${partner.id}'`, `update partners.partner set name = 'x'`],
  cooperation_agreement: [`id = '${agreement.id}'`, `update partners.cooperation_agreement set title = 'x'`],
  resource: [`id in ('${published.id}', '${draft.id}')`, `update partners.resource set title = 'x'`],
  resource_link: [`id = '${proposed.id}'`, `update partners.resource_link set status = 'CANCELLED'`],
  link_event: [`link_id = '${proposed.id}'`, `update partners.link_event set note = 'x'`],
  fundraising_qualification: [
    `id = '${qualification.id}'`,
    `update partners.fundraising_qualification set revoked_on = '2022-01-01'`,
  ],
  import_batch: [`partner_id = '${partner.id}'`, `update partners.import_batch set created = 1`],
  import_change: [`entity_id = '${partner.id}'`, `update partners.import_change set version = 2`],
  idempotency: [`subject = '${viewer.subject}'`, `update partners.idempotency set answer = '{}'`],
  audit_record: [`entity_id = '${draft.id}'`, `update partners.audit_record set subject = 'x'`],
});

const inserts = ({ partner, published, proposed, viewer }: Tenant) => ({
  partner: `insert into partners.partner (id, name, kind, provenance) values (gen_random_uuid(), 'x', 'ENTERPRISE', 'REGISTERED')`,
  cooperation_agreement: `insert into partners.cooperation_agreement (id, partner_id, title, scope, provenance)
    values (gen_random_uuid(), '${partner.id}', 'x', '{VENUE}', 'REGISTERED')`,
  resource: `insert into partners.resource (id, partner_id, title, category, capacity, unit, status, provenance)
    values (gen_random_uuid(), '${partner.id}', 'x', 'VENUE', 1, 'x', 'DRAFT', 'REGISTERED')`,
  resource_link: `insert into partners.resource_link (id, resource_id, organization_id, area_code, status, quantity, provenance)
    values (gen_random_uuid(), '${published.id}', gen_random_uuid(), '360300', 'PROPOSED', 1, 'REGISTERED')`,
  link_event: `insert into partners.link_event (link_id, position, to_status) values ('${proposed.id}', 9, 'ACCEPTED')`,
  fundraising_qualification: `insert into partners.fundraising_qualification
    (id, partner_id, registered_on, granted_on, certificate_number, provenance)
    values (gen_random_uuid(), '${partner.id}', '2010-01-01', '2012-01-01', 'x', 'REGISTERED')`,
  import_batch: `insert into partners.import_batch (job, noun, attempt, state, subject, partner_id)
    values (gen_random_uuid(), 'resources', 1, 'WRITTEN', '${viewer.subject}', '${partner.id}')`,
  import_change: `insert into partners.import_change (job, entity_id, number, version)
    select job, gen_random_uuid(), 1, 1 from partners.import_change limit 1`,
  idempotency: `insert into partners.idempotency (scope, key, request_hash, subject)
    values ('x', gen_random_uuid()::text, 'x', '${viewer.subject}')`,
  audit_record: `insert into partners.audit_record select * from partners.audit_record`,
});

/** What only its owner reads; the other tables are public, drafts apart. */
const visible: Record<string, number> = {
  resource: 1,
  idempotency: 0,
  import_batch: 0,
  import_change: 0,
  audit_record: 0,
};

describe.each([0, 1])('case 50: tenant %i', (index) => {
  test.each(guarded)('neither reads what is hidden in %s nor writes there for the other', async (table) => {
    const [mine, others] = index === 0 ? tenants : [tenants[1], tenants[0]];
    const name = table as keyof ReturnType<typeof inserts>;
    const [where, change] = attempts(others)[name] as [string, string];
    const run = (statement: string) => asTenant(mine.viewer, statement);
    expect(await run(`select from partners.${table} where ${where}`)).toBe(visible[table] ?? 1);
    expect([0, 'refused']).toContain(await run(`${change} where ${where}`));
    expect(await run(`delete from partners.${table} where ${where}`)).toBe('refused');
    expect(await run(inserts(others)[name])).toBe('refused');
  });

  test('takes no row of the other by writing its own name on it, and gives none away', async () => {
    const [mine, others] = index === 0 ? tenants : [tenants[1], tenants[0]];
    const take = `update partners.resource set partner_id = '${mine.partner.id}' where id = '${others.published.id}'`;
    expect(await asTenant(mine.viewer, take)).toBe(0);
    const give = `update partners.resource set partner_id = '${others.partner.id}' where id = '${mine.published.id}'`;
    expect(await asTenant(mine.viewer, give)).toBe('refused');
    const change = `update partners.resource_link set resource_id = '${mine.published.id}' where id = '${mine.proposed.id}'`;
    expect(await asTenant(mine.viewer, change)).toBe('refused');
  });
});

/** Runs one statement as the hub would for a viewer, and takes it back; yields how many rows it met, or that it was refused. */
async function asTenant(viewer: Viewer, statement: string): Promise<number | 'refused'> {
  return withClient(roleAddress('partners', hub.database.address), async (client: pg.Client) => {
    await client.query('begin');
    for (const [name, value] of Object.entries(sessionOf(viewer) ?? {}))
      await client.query('select set_config($1, $2, true)', [name, value]);
    try {
      return (await client.query(statement)).rowCount ?? 0;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code !== '42501') throw error;
      return 'refused';
    } finally {
      await client.query('rollback');
    }
  });
}
