// On how few funders an organization depends, told without telling who they are.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { roleAddress } from '#shared/database/provision.js';
import type { Viewer } from '#shared/viewer.js';
import { type Booking, book, gift } from '../kit/booking.js';
import { withClient } from '../kit/database.js';
import { finance, giftOf, giving } from '../kit/giving.js';
import { agency, registerAs } from '../kit/organizations.js';
import { countStatements } from '../kit/statements.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from '../kit/subgraphs.js';

interface Concentration {
  hhi: number;
  effectiveFunders: number;
  band: string;
  topShare: number;
  singleSource: boolean;
}

let hub: TestSubgraphs;
beforeAll(async () => {
  hub = await openSubgraphs();
});
afterAll(() => hub?.stop());

const analyst = viewerAs('analyst');
const bookAll = (bookings: readonly Booking[]) =>
  withClient(roleAddress('donations', hub.database.address), async (client) => {
    const entries: string[] = [];
    for (const booking of bookings) entries.push(await book(client, booking));
    return entries;
  });
/** Gifts of so many fen, each of another donor, to an organization that nobody else knows. */
async function funded(amounts: readonly number[], rest: Partial<Booking> = {}): Promise<string> {
  const organization = randomUUID();
  await bookAll(amounts.map((fen) => ({ ...gift(BigInt(fen), organization), ...rest })));
  return organization;
}

async function concentrations(
  ids: readonly string[],
  viewer: Viewer = finance,
  period: object | null = null,
) {
  const query = `query ($of: [_Any!]!, $period: Period) { _entities(representations: $of) { ... on Organization {
    fundingConcentration(period: $period) { hhi effectiveFunders band topShare singleSource } } } }`;
  const of = ids.map((id) => ({ __typename: 'Organization', id }));
  const { data } = await hub.ask<{ _entities: { fundingConcentration: Concentration | null }[] }>(
    'donations',
    viewer,
    query,
    { of, period },
  );
  return (data?._entities ?? []).map(({ fundingConcentration }) => fundingConcentration);
}
const concentrationOf = async (id: string, viewer?: Viewer, period?: object) =>
  (await concentrations([id], viewer, period))[0];

async function singleSource(rest: object = {}, viewer = analyst) {
  const query = `query ($first: Int, $after: String, $area: AreaCode, $period: Period) { singleSourceOrganizations(first: $first, after: $after, area: $area, period: $period) {
    totalCount nodes { id } pageInfo { endCursor hasNextPage } } }`;
  const { data } = await hub.ask<{
    singleSourceOrganizations: {
      totalCount: number;
      nodes: { id: string }[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
    };
  }>('donations', viewer, query, { first: 100, ...rest });
  if (data == null) throw new Error('Expected a list.');
  return data.singleSourceOrganizations;
}

test('the bands begin at 1,000 and end at 1,800, and dependence is more than 60 %', async () => {
  const of = async (...amounts: number[]) => concentrationOf(await funded(amounts));
  expect(await of(700, 300)).toEqual({
    hhi: 5800,
    effectiveFunders: expect.closeTo(1 / 0.58, 9) as unknown,
    band: 'HIGH',
    topShare: 0.7,
    singleSource: true,
  });
  expect(await of(60, 40)).toMatchObject({ hhi: 5200, topShare: 0.6, singleSource: false });
  expect(await of(5)).toMatchObject({ hhi: 10_000, effectiveFunders: 1, topShare: 1 });
  expect(await of(...Array<number>(10).fill(7))).toMatchObject({ hhi: 1000, band: 'MODERATE' });
  expect(await of(...Array<number>(11).fill(7))).toMatchObject({ band: 'LOW' });
  expect(await of(30, ...Array<number>(7).fill(10))).toMatchObject({ hhi: 1600, band: 'MODERATE' });
  expect(await of(40, ...Array<number>(6).fill(10))).toMatchObject({ hhi: 2200, band: 'HIGH' });
  expect(await concentrationOf(randomUUID())).toBeNull();
});

test('whatever is given: 10,000 / n ≤ index ≤ 10,000, and so many equal funders would be as concentrated', async () => {
  const amount = fc.integer({ min: 1, max: 1_000_000_000 });
  await fc.assert(
    fc.asyncProperty(fc.array(amount, { minLength: 1, maxLength: 6 }), async (amounts) => {
      const total = amounts.reduce((sum, each) => sum + each, 0);
      const squares = amounts.reduce((sum, each) => sum + (each / total) ** 2, 0);
      const found = (await concentrationOf(await funded(amounts))) as Concentration;
      expect(found.hhi).toBeCloseTo(10_000 * squares, 4);
      expect(found.hhi).toBeGreaterThanOrEqual(10_000 / amounts.length - 1e-6);
      expect(found.hhi).toBeLessThanOrEqual(10_000 + 1e-6);
      expect(found.effectiveFunders).toBeCloseTo(10_000 / found.hhi, 9);
      expect(found.topShare).toBeCloseTo(Math.max(...amounts) / total, 9);
    }),
    { numRuns: 12 },
  );
});

test('a donor is one funder however often he gives, an anonymous gift one of its own, and what goes back does not count', async () => {
  const { id: organizationId } = await registerAs(hub, agency());
  const { record, refund } = giving(hub);
  const give = (amount: string, rest: object) => record(giftOf({ organizationId, amount, ...rest }));
  const name = `捐赠人 ${randomUUID()}`;
  const first = await give('100', { donorName: name });
  await give('100', { donorName: ` ${name} ` });
  await give('100', { anonymous: true });
  await give('100', { anonymous: true });
  await give('1000', { anonymous: true, pledged: true });
  expect(await concentrationOf(organizationId)).toMatchObject({ hhi: 3750, topShare: 0.5 });
  await refund({ donationId: first.id, amount: '100' });
  expect(await concentrationOf(organizationId)).toMatchObject({
    hhi: expect.closeTo(10_000 / 3, 6) as unknown,
  });
  const today = (await concentrationOf(organizationId, finance, { from: '2026-01-01' })) as Concentration;
  expect(today.hhi).toBeCloseTo(10_000 / 3, 6);
});

test('a period counts what was taken in and given back in it', async () => {
  const organization = randomUUID();
  const of = (fen: bigint, day: string) => ({ ...gift(fen, organization), day });
  const [early] = await bookAll([of(500n, '2024-01-10'), of(100n, '2024-02-10'), of(300n, '2024-02-20')]);
  await bookAll([
    {
      kind: 'REFUND',
      organization,
      area: '360302',
      day: '2024-03-01',
      reverses: early as string,
      postings: [
        ['REFUNDS', 500n],
        ['CASH_HELD', -500n],
      ],
    },
  ]);
  const hhi = async (from: string, to: string) =>
    (await concentrationOf(organization, finance, { from, to }))?.hhi ?? null;
  expect(await hhi('2024-02-01', '2024-03-01')).toBe(6250);
  expect(await hhi('2024-01-01', '2024-02-01')).toBe(10_000);
  expect(await hhi('2024-01-01', '2024-02-20')).toBeCloseTo(10_000 * (25 / 36 + 1 / 36), 6);
  // In March somebody got back more than he gave: that makes nobody a funder.
  expect(await hhi('2024-03-01', '2024-04-01')).toBeNull();
  expect((await concentrationOf(organization))?.hhi).toBe(6250);
});

test('analysts get what no single gift can be told from to the yuan, and finance gets it exactly', async () => {
  const organization = await funded([123_456_700, 98_765_400]);
  const exact = (await concentrationOf(organization)) as Concentration;
  expect(await concentrationOf(organization, analyst)).toEqual({
    ...exact,
    hhi: 5100,
    effectiveFunders: 2,
    topShare: 0.56,
  });
  expect(await concentrationOf(organization, viewerAs('admin'))).toEqual(exact);
});

test('those that depend on one funder are listed in pages, by area and for a period', async () => {
  const here = { area: '510113' };
  const dependent = await Promise.all([
    funded([61, 39], here),
    funded([100], here),
    funded([7, 1, 1], { ...here, day: '2025-01-01' }),
  ]);
  await Promise.all([funded([60, 40], here), funded([100], { area: '510112' })]);
  const whole = await singleSource(here);
  expect(whole.nodes.map(({ id }) => id)).toEqual(dependent.toSorted());
  expect(whole.totalCount).toBe(3);
  const page = await singleSource({ ...here, first: 2 });
  expect(page.pageInfo.hasNextPage).toBe(true);
  const rest = await singleSource({ ...here, after: page.pageInfo.endCursor });
  expect([...page.nodes, ...rest.nodes]).toEqual(whole.nodes);
  expect(await singleSource({ ...here, period: { from: '2025-01-01' } })).toMatchObject({
    totalCount: 1,
    nodes: [{ id: dependent[2] }],
  });
  expect((await singleSource({ area: '510100' })).totalCount).toBeGreaterThanOrEqual(4);
});

test('the concentration of many organizations costs as many statements as that of one', async () => {
  const ids = await Promise.all([funded([1]), funded([2]), funded([3, 3])]);
  const costs: number[] = [];
  for (const some of [ids.slice(0, 1), ids]) {
    const counter = countStatements();
    expect(await concentrations(some, analyst).finally(() => counter.stop())).not.toContain(null);
    costs.push(counter.texts.length);
  }
  expect(costs[1]).toBe(costs[0]);
});
