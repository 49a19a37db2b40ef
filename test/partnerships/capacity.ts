// Who comes too late gets nothing: capacity under simultaneous writers, and writers that wait for each other.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { somebodyWaitsFor, withClient } from '../kit/database.js';
import {
  admin,
  changePartners,
  makeLink,
  makePartner,
  makeResource,
  moveAlong,
  type Outcome,
} from '../kit/partners.js';
import { openSubgraphs, type TestSubgraphs } from '../kit/subgraphs.js';

let hub: TestSubgraphs;
let partner: Outcome;
beforeAll(async () => {
  hub = await openSubgraphs();
  // Who waits longer looks for a deadlock and gives way: the hub's writers look soon, before others do.
  await withClient(hub.database.address, (client) =>
    client.query(
      `alter role hub_partners in database ${hub.database.address.database} set deadlock_timeout = '200ms'`,
    ),
  );
  partner = await makePartner(hub);
});
afterAll(() => hub?.stop());

const offer = (capacity: string) => makeResource(hub, partner.id, { capacity });
/** Made one after the other: only what is tried shall wait for a connection. */
async function proposals(resource: Outcome, quantity: string, count: number): Promise<Outcome[]> {
  const links: Outcome[] = [];
  while (links.length < count) links.push(await makeLink(hub, resource.id, { quantity }));
  return links;
}
const accept = (link: Outcome) =>
  changePartners(hub, admin, 'moveLink', { linkId: link.id, to: 'ACCEPTED', version: link.version });
const countOf = (outcomes: Outcome[], type: string) =>
  outcomes.filter(({ __typename }) => __typename === type).length;

/** What a resource says that links hold, and what they do hold. */
async function books(resourceId: string) {
  return withClient(hub.database.address, async (client) => {
    const { rows } = await client.query<{ capacity: number; held: number; linked: number; excess: boolean }>(
      `select capacity::float, held::float, held > capacity as excess, (select coalesce(sum(quantity), 0)::float
         from partners.resource_link l where l.resource_id = r.id and l.status in ('ACCEPTED', 'ACTIVE')) as linked
       from partners.resource r where id = $1`,
      [resourceId],
    );
    return rows[0] as { capacity: number; held: number; linked: number; excess: boolean };
  });
}

describe('a capacity', () => {
  test.each([
    ['10', '3', 30],
    ['7.5', '0.25', 50],
    ['1', '1', 20],
  ])('of %s takes as many links of %s as fit, of %i accepted at once', async (capacity, quantity, count) => {
    const resource = await offer(capacity);
    const links = await proposals(resource, quantity, count);
    const outcomes = await Promise.all(links.map(accept));
    const fit = Math.floor(Number(capacity) / Number(quantity));
    expect(countOf(outcomes, 'ResourceLink')).toBe(fit);
    expect(countOf(outcomes, 'CapacityExceeded')).toBe(count - fit);
    const { held, linked } = await books(resource.id);
    expect(held).toBe(fit * Number(quantity));
    expect(linked).toBe(held);
  });

  test('holds what its links hold while they are accepted, cancelled and it is made smaller at once', async () => {
    const resource = await offer('20');
    const first = (await proposals(resource, '2', 10)).slice(0, 8);
    const accepted = await Promise.all(first.map(accept));
    const waiting = await proposals(resource, '2', 14);
    const resize = (capacity: string) =>
      changePartners(hub, admin, 'updateResource', { resourceId: resource.id, version: 1, capacity });
    const answers = await Promise.all([
      ...waiting.map(accept),
      ...accepted.slice(0, 5).map((link) => moveAlong(hub, link, ['CANCELLED'])),
      ...accepted.slice(5).map((link) => moveAlong(hub, link, ['ACTIVE'])),
      ...['18', '6', '30', '2'].map(resize),
    ]);
    const expected = new Set(['ResourceLink', 'Resource', 'CapacityExceeded', 'StaleVersion']);
    expect(answers.filter(({ __typename }) => !expected.has(__typename))).toEqual([]);
    // One of the sizes stood first; the others had read what it changed.
    expect(countOf(answers, 'Resource')).toBeLessThanOrEqual(1);
    const { held, linked, excess } = await books(resource.id);
    expect(linked).toBe(held);
    expect(excess).toBe(false);
  });

  test('is not made smaller than what links hold', async () => {
    const resource = await offer('10');
    const [link] = await proposals(resource, '4', 1);
    await accept(link as Outcome);
    const resize = (capacity: string) =>
      changePartners(hub, admin, 'updateResource', { resourceId: resource.id, version: 1, capacity });
    expect(await resize('3.999')).toMatchObject({
      __typename: 'CapacityExceeded',
      code: 'CAPACITY_EXCEEDED',
      remaining: '6',
    });
    expect(await resize('4')).toMatchObject({
      __typename: 'Resource',
      capacity: '4',
      remaining: '0',
      version: 2,
    });
  });
});

describe('case 62: writers that take the same rows in opposite orders', () => {
  /** Pairs that meet at the same time, each on a resource of its own, and how often each pair meets: each meeting waits for a deadlock. */
  const pairs = 5;
  const meetings = 20;

  test(`meet ${pairs * meetings} times, and every step is taken all the same`, async () => {
    const met = await Promise.all(
      Array.from({ length: pairs }, async () => {
        const resource = await offer(String(meetings));
        const gaveWay = await withClient(hub.database.address, (other) =>
          withClient(hub.database.address, async (watcher) => {
            const each: string[] = [];
            for (let meeting = 0; meeting < meetings; meeting += 1)
              each.push(await meet({ other, watcher }, resource, await makeLink(hub, resource.id)));
            return each;
          }),
        );
        return { ...(await books(resource.id)), gaveWay };
      }),
    );
    expect(met.map(({ held, linked }) => [held, linked])).toEqual(met.map(() => [meetings, meetings]));
    expect(met.flatMap(({ gaveWay }) => gaveWay)).toContain('hub');
  }, 180_000);

  /** A step takes the link first and then its resource; the other writer the other way round. Yields who gave way. */
  async function meet(
    { other, watcher }: Record<'other' | 'watcher', pg.Client>,
    resource: Outcome,
    link: Outcome,
  ): Promise<string> {
    await other.query(`begin; set local deadlock_timeout = '3s'`);
    await other.query('select from partners.resource where id = $1 for update', [resource.id]);
    const step = accept(link);
    await somebodyWaitsFor(other, watcher);
    const won = await other
      .query('select from partners.resource_link where id = $1 for update', [link.id])
      .then(
        () => true,
        () => false,
      );
    await other.query(won ? 'commit' : 'rollback');
    expect(await step).toMatchObject({ __typename: 'ResourceLink', status: 'ACCEPTED' });
    return won ? 'hub' : 'other';
  }
});
