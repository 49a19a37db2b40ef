// The demonstration dataset: every published total, exactly; loaded once.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { embedSubgraphs } from '#gateway/embedded.js';
import { type TestDatabase, testDatabase, withClient } from '../kit/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase('demo');
});
afterAll(() => database?.drop());

async function figure(sql: string): Promise<unknown> {
  return withClient(
    database.address,
    async (client) => Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0],
  );
}

const facts: [name: string, sql: string, value: unknown][] = [
  [
    'certified social workers',
    'select sum(certified_social_workers)::int from organizations.organization',
    2058,
  ],
  [
    'party-led teams',
    `select count(*)::int from organizations.organization where kind = 'VOLUNTEER_TEAM'`,
    107,
  ],
  [
    'at least 1,500 mobile volunteers',
    'select sum(volunteers) >= 1500 from organizations.organization',
    true,
  ],
  [
    'at least 1,000 volunteer platforms',
    `select count(*) >= 1000 from organizations.organization where kind = 'SERVICE_PLATFORM' and parent_id is null`,
    true,
  ],
  [
    'a volunteer station in every village',
    `select count(*)::int from organizations.area a where level = 'VILLAGE' and not exists
      (select from organizations.organization o where o.area_code = a.code and o.name like '%学雷锋志愿服务站%')`,
    0,
  ],
  [
    'three community organizations in each community',
    `select array_agg(distinct n)::int[] from (select count(o.id) as n from organizations.area a
      left join organizations.organization o on o.area_code = a.code and o.kind = 'COMMUNITY_ORGANIZATION' where a.level = 'VILLAGE' group by a.code) c`,
    [3],
  ],
  [
    'galas',
    `select sum(d.amount_fen)::text from donations.donation d join donations.campaign c on c.id = d.campaign_id where c.title like '%慈善晚会'`,
    '700000000',
  ],
  [
    'gala years',
    `select array_agg(distinct extract(year from received_on)::int) from donations.donation d join donations.campaign c on c.id = d.campaign_id
      where c.title like '%慈善晚会'`,
    [2021, 2022, 2023],
  ],
  [
    '朝夕相伴计划',
    `select sum(d.amount_fen)::text from donations.donation d join donations.campaign c on c.id = d.campaign_id where c.title = '朝夕相伴计划'`,
    '137000000',
  ],
  [
    '朝夕相伴计划 is cash and goods',
    `select count(distinct d.kind)::int from donations.donation d join donations.campaign c on c.id = d.campaign_id where c.title = '朝夕相伴计划'`,
    2,
  ],
  ['awards', `select array_agg(count order by count) from organizations.award`, [3, 5, 8, 23]],
  [
    'three pools',
    `select sum(budget_fen)::text from donations.funding_pool where kind <> 'OPERATING_GRANT'`,
    '990000000',
  ],
  [
    'operating grants of 50,000 to 90,000',
    `select count(*)::int from donations.pool_grant g join donations.funding_pool p on p.id = g.pool_id
      where p.kind = 'OPERATING_GRANT' and g.amount_fen not between 5000000 and 9000000`,
    0,
  ],
  [
    'every published row names its source',
    `select count(*)::int from organizations.organization where provenance = 'PUBLISHED' and source is null`,
    0,
  ],
  ['the ledger balances', 'select sum(amount_fen)::text from donations.posting', '0'],
  [
    'goods are worth what their items are',
    `select count(*)::int from donations.donation d where kind = 'IN_KIND' and amount_fen <>
      (select coalesce(sum(fair_value_fen), 0) from donations.in_kind_item i where i.donation_id = d.id)`,
    0,
  ],
  [
    'no pool gave more than its grants say',
    `select count(*)::int from donations.funding_pool p where (awarded_fen, disbursed_fen) is distinct from
      (select (sum(amount_fen)::bigint, sum(disbursed_fen)::bigint) from donations.pool_grant g where g.pool_id = p.id)`,
    0,
  ],
  [
    'every area code is an area (partners)',
    `select count(*)::int from partners.resource_link l where not exists (select from organizations.area a where a.code = l.area_code)`,
    0,
  ],
  [
    'every linked organization exists',
    `select count(*)::int from partners.resource_link l where not exists
      (select from organizations.organization o where o.id = l.organization_id and o.area_code = l.area_code)`,
    0,
  ],
  [
    'every organization with money exists',
    `select count(*)::int from donations.entry e where organization_id is not null and not exists
      (select from organizations.organization o where o.id = e.organization_id)`,
    0,
  ],
  [
    'what links hold is kept',
    `select count(*)::int from partners.resource r where held is distinct from
      (select coalesce(sum(quantity), 0) from partners.resource_link l where l.resource_id = r.id and l.status in ('ACCEPTED', 'ACTIVE'))`,
    0,
  ],
  [
    'histories lead to the stage',
    `select count(*)::int from organizations.incubation i where stage <>
      (select to_stage from organizations.stage_event e where e.incubation_id = i.id order by position desc limit 1)`,
    0,
  ],
];

test.each(facts)('%s', async (_name, sql, value) => {
  expect(await figure(sql)).toEqual(value);
});

test('kept totals are what the rows say', async () => {
  expect(
    await figure(`select count(*)::int from (
      select above, kind, registration_status, coalesce(service_level, '') as level, count(*), sum(certified_social_workers) as w, sum(volunteers) as v
        from organizations.organization, unnest(organizations.area_and_above(area_code)) above group by 1, 2, 3, 4
      except select area_code, kind, registration_status, service_level, organizations, certified_social_workers, volunteers from organizations.organization_total
    ) d`),
  ).toBe(0);
  expect(
    await figure(`select count(*)::int from (
      select above, status, category, partner_kind, count(*) from partners.resource_link, unnest(partners.area_and_above(area_code)) above group by 1, 2, 3, 4
      except select area_code, status, category, partner_kind, links from partners.link_total) d`),
  ).toBe(0);
  expect(
    await figure(`select count(*)::int from (
      select above, count(distinct organization_id), count(distinct partner_id) from partners.resource_link,
        unnest(partners.area_and_above(area_code)) above where status = 'ACTIVE' group by 1
      except select area_code, organizations, partners from partners.link_party_total) d`),
  ).toBe(0);
});

test('loading twice changes nothing', async () => {
  const counts = () =>
    withClient(database.address, async (client) => {
      await client.query('analyze');
      return (
        await client.query(
          `select schemaname, relname, n_tup_ins, n_tup_upd, n_tup_del from pg_stat_user_tables order by 1, 2`,
        )
      ).rows;
    });
  const before = await figure('select count(*)::int from donations.posting');
  const subgraphs = await embedSubgraphs(() => database.address);
  expect(await subgraphs.loadDemo()).toBe(0);
  await subgraphs.close();
  expect(await figure('select count(*)::int from donations.posting')).toBe(before);
  expect((await counts()).length).toBeGreaterThan(20);
});

test('a link that ends and one that begins move the kept figures', async () => {
  await withClient(database.address, async (client) => {
    const active = async () =>
      (
        await client.query<{ links: string; organizations: string }>(
          `select (select sum(links) from partners.link_total where area_code = '360300' and status = 'ACTIVE') as links,
           (select organizations from partners.link_party_total where area_code = '360300') as organizations`,
        )
      ).rows[0];
    const before = await active();
    // One derived link ends: its organization had no other.
    const { rows } = await client.query<{ id: string }>(
      `update partners.resource_link set status = 'FULFILLED' where id = (select id from partners.resource_link where status = 'ACTIVE' and quantity = 5 limit 1) returning id`,
    );
    expect(await active()).toEqual({
      links: String(Number(before?.links) - 1),
      organizations: String(Number(before?.organizations) - 1),
    });
    await client.query(`update partners.resource_link set status = 'ACTIVE' where id = $1`, [rows[0]?.id]);
    expect(await active()).toEqual(before);
  });
});

test('a resource never gives more than it has', async () => {
  await withClient(database.address, async (client) => {
    const overdraw = client.query(
      `update partners.resource_link set quantity = 10000 where status = 'ACTIVE' and quantity = 100`,
    );
    await expect(overdraw).rejects.toMatchObject({ constraint: 'resource_capacity_not_exceeded' });
  });
});
