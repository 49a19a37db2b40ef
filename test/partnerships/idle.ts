// What lies idle: offered long enough, and hardly used in the ninety days before today.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays } from '#shared/calendar.js';
import { today } from '#shared/today.js';
import { anonymous } from '#shared/viewer.js';
import { withClient } from '../kit/database.js';
import { agency, registerAs } from '../kit/organizations.js';
import {
  changePartners,
  admin,
  makeLink,
  makePartner,
  makeResource,
  moveAlong,
  type Outcome,
} from '../kit/partners.js';
import { countStatements } from '../kit/statements.js';
import { openSubgraphs, type TestSubgraphs } from '../kit/subgraphs.js';

/** What may be used there alone is of this file; some of the dataset may be used everywhere. */
const area = '510682';
let hub: TestSubgraphs;
let partner: Outcome;
let organizationId: string;
beforeAll(async () => {
  hub = await openSubgraphs();
  partner = await makePartner(hub);
  organizationId = (await registerAs(hub, agency({ areaCode: area }))).id;
});
afterAll(() => hub?.stop());

const change = (text: string, values: unknown[]) =>
  withClient(hub.database.address, (client) => client.query(text, values));

/** A resource of 10 that was published so many days ago. */
async function offered(daysAgo: number, rest: object = {}): Promise<Outcome> {
  const resource = await makeResource(hub, partner.id, { areaCodes: [area], ...rest });
  await change(`update partners.resource set published_at = $2::date + time '12:00' where id = $1`, [
    resource.id,
    addDays(today(), -daysAgo),
  ]);
  return resource;
}

/** Makes a link of it that was ACTIVE from one day on until another, both so many days ago. */
async function used(resource: Outcome, quantity: string, from: number, to: number | null): Promise<void> {
  const { id } = await makeLink(hub, resource.id, { quantity, organizationId });
  const steps: [string, string, number][] = [
    ['PROPOSED', 'ACCEPTED', from],
    ['ACCEPTED', 'ACTIVE', from],
    ...(to === null ? [] : [['ACTIVE', 'FULFILLED', to] as [string, string, number]]),
  ];
  for (const [index, [before, after, daysAgo]] of steps.entries()) {
    await change(`update partners.resource_link set status = $2 where id = $1`, [id, after]);
    await change(
      `insert into partners.link_event (link_id, position, from_status, to_status, at) values ($1, $2, $3, $4, $5::date + time '12:00')`,
      [id, index + 2, before, after, addDays(today(), -daysAgo)],
    );
  }
}

interface Answer {
  idleResources: {
    totalCount: number;
    nodes: { id: string }[];
    pageInfo: { endCursor: string; hasNextPage: boolean };
  };
}
async function idle(first = 100, after: string | null = null) {
  const query = `query ($first: Int, $after: String, $area: AreaCode) { idleResources(first: $first, after: $after, area: $area) {
    totalCount nodes { id partner { id } } pageInfo { endCursor hasNextPage } } }`;
  const { data, errors } = await hub.ask<Answer>('partners', anonymous, query, { first, after, area });
  if (errors !== undefined) throw new Error(String(errors[0]?.extensions?.['code']));
  return data?.idleResources as Answer['idleResources'];
}

test('less than a fifth of what was offered in ninety days is idle, most idle first, whatever the unit', async () => {
  const never = await offered(400);
  const hardly = await offered(100);
  await used(hardly, '1', 50, null);
  const formerly = await offered(100);
  await used(formerly, '10', 200, 80);
  const lately = await offered(31);
  const justNow = await offered(30, { unit: '元', capacity: '1000000' });
  // 18 of 90 days are a fifth, one day less is below it.
  const [fifth, below] = [await offered(90), await offered(90)];
  await used(fifth, '10', 18, null);
  await used(below, '10', 17, null);
  const half = await offered(100);
  await used(half, '5', 300, null);
  const young = await offered(29);
  const startsLate = await offered(300, { availableFrom: addDays(today(), -29) });
  const over = await offered(300, { availableTo: today() });
  const withdrawn = await offered(300);
  await changePartners(hub, admin, 'withdrawResource', { resourceId: withdrawn.id, version: 1 });

  const order = [never, hardly, formerly, below, lately, justNow];
  const found = await idle();
  const own = found.nodes.map(({ id }) => id);
  expect(own.filter((id) => order.some((resource) => resource.id === id))).toEqual(order.map(({ id }) => id));
  for (const { id } of [fifth, half, young, startsLate, over, withdrawn]) expect(own).not.toContain(id);
  expect(found.totalCount).toBe(found.nodes.length);
});

test('the pages of idle resources are the list, also where several lie equally idle', async () => {
  await Promise.all([offered(60), offered(60), offered(60)]);
  const whole = (await idle()).nodes.map(({ id }) => id);
  const pages: string[] = [];
  let after: string | null = null;
  for (let more = true; more;) {
    const page: Answer['idleResources'] = await idle(2, after);
    pages.push(...page.nodes.map(({ id }) => id));
    ({ endCursor: after, hasNextPage: more } = page.pageInfo);
  }
  expect(pages).toEqual(whole);
  expect(new Set(pages).size).toBe(whole.length);
});

test('a cursor of another list, or one that somebody made up, is refused', async () => {
  const id = partner.id;
  for (const place of [
    ['CREATED_AT', '2026-01-01T00:00:00.000Z', id],
    ['IDLE_DAYS', '1e5', id],
    ['IDLE_DAYS', "1'", id],
  ])
    await expect(idle(2, Buffer.from(JSON.stringify(place)).toString('base64url'))).rejects.toThrow(
      'BAD_USER_INPUT',
    );
});

test('what a link takes and gives back today, through the hub, is in the books of use', async () => {
  const resource = await offered(100);
  const link = await moveAlong(hub, await makeLink(hub, resource.id, { quantity: '4', organizationId }), [
    'ACCEPTED',
    'ACTIVE',
  ]);
  const inUse = async () =>
    (
      await change(
        `select day::text, change::float from partners.resource_use where resource_id = $1 order by 1`,
        [resource.id],
      )
    ).rows as unknown[];
  expect(await inUse()).toEqual([
    { day: '0001-01-01', change: 4 },
    { day: today(), change: 4 },
  ]);
  await moveAlong(hub, link, ['CANCELLED']);
  expect(await inUse()).toEqual([
    { day: '0001-01-01', change: 0 },
    { day: today(), change: 0 },
  ]);
});

test('whether one lies idle it says itself, as the list does, also the 101st of a partner, in one statement for all', async () => {
  const many = await makePartner(hub);
  const [whole, lying, young] = [await offered(200), await offered(200), await offered(10)];
  await used(whole, '10', 150, null);
  await change(
    `insert into partners.resource (id, partner_id, title, category, capacity, unit, area_codes, status, published_at, provenance)
      select gen_random_uuid(), $1, 'idle ' || n, category, 10, unit, area_codes, 'PUBLISHED', now() - interval '100 days', provenance
      from partners.resource, generate_series(1, 120) as n where id = $2`,
    [many.id, lying.id],
  );
  const query = `query ($id: ID!, $first: Int, $after: String) { partner(id: $id) { resources(first: $first, after: $after) {
    nodes { id isIdle } pageInfo { endCursor } } } }`;
  interface Page {
    partner: { resources: { nodes: { id: string; isIdle: boolean }[]; pageInfo: { endCursor: string } } };
  }
  const page = async (id: string, first: number, after: string | null = null) => {
    const { data } = await hub.ask<Page>('partners', anonymous, query, { id, first, after });
    return (data as Page).partner.resources;
  };
  const { pageInfo } = await page(many.id, 100);
  const rest = await page(many.id, 100, pageInfo.endCursor);
  expect(rest.nodes.map(({ isIdle }) => isIdle)).toEqual(Array<boolean>(20).fill(true));
  const { nodes } = await page(partner.id, 100);
  const idleOf = new Map(nodes.map(({ id, isIdle }) => [id, isIdle]));
  expect([whole, lying, young].map(({ id }) => idleOf.get(id))).toEqual([false, true, false]);
  const statements = async (first: number) => {
    const counter = countStatements();
    await page(many.id, first);
    counter.stop();
    return counter.texts.length;
  };
  expect(await statements(100)).toBe(await statements(2));
});
