// Whatever happens in whatever order: every entry balances, and every sum of funds is the ledger's.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { yuanOfFen } from '#shared/money.js';
import { eventually } from './kit/eventually.js';
import { bodies } from './kit/bodies.js';
import { withClient } from './kit/database.js';
import { type Answered, campaignOf, fundsOf, giftOf, giving, goodsOf } from './kit/giving.js';
import { type Granted, granting, poolOf } from './kit/granting.js';
import { openSubgraphs, type TestSubgraphs } from './kit/subgraphs.js';

let hub: TestSubgraphs;
let books: ReturnType<typeof giving> & ReturnType<typeof granting>;
let make: ReturnType<typeof bodies>;
beforeAll(async () => {
  hub = await openSubgraphs();
  books = { ...giving(hub), ...granting(hub) };
  make = bodies(hub);
});
afterAll(() => hub?.stop());

/** Entries that do not balance, and kept sums that are not the postings': of every owner, since ever and of every month and day. */
const mistakes = () =>
  withClient(hub.database.address, async (client) => {
    const { rows: unbalanced } = await client.query(
      'select entry_id from donations.posting group by entry_id having sum(amount_fen) <> 0 or count(*) < 2',
    );
    const { rows: wrong } = await client.query(`
      with owned as (
        select o.kind, o.id, e.occurred_on, p.account_code, p.amount_fen from donations.posting p join donations.entry e on e.id = p.entry_id,
        lateral (select 'AREA' as kind, above as id from unnest(donations.area_and_above(e.area_code)) above
          union all select 'ORGANIZATION', e.organization_id::text where e.organization_id is not null
          union all select 'PROJECT', e.project_id::text where e.project_id is not null
          union all select 'CAMPAIGN', e.campaign_id::text where e.campaign_id is not null
          union all select 'PARTNER', e.donor_partner_id::text where e.donor_partner_id is not null) o
      ), ledger as (
        select kind, id, grain, starts_on, coalesce(sum(-amount_fen) filter (where account_code = 'CASH_DONATIONS'), 0) as cash,
          coalesce(sum(-amount_fen) filter (where account_code = 'GOODS_DONATIONS'), 0) as goods,
          coalesce(sum(amount_fen) filter (where account_code = 'PLEDGES_RECEIVABLE'), 0) as pledged,
          coalesce(sum(amount_fen) filter (where account_code = 'REFUNDS'), 0) as refunded,
          coalesce(sum(amount_fen) filter (where account_code = 'GRANTS_AWARDED'), 0) as granted,
          coalesce(sum(-amount_fen) filter (where account_code = 'POOL_CASH'), 0) as disbursed
        from owned, lateral (values ('A', date '0001-01-01'), ('M', date_trunc('month', occurred_on)::date), ('D', occurred_on)) g(grain, starts_on)
        group by 1, 2, 3, 4
      ), kept as (
        select owner_kind as kind, owner_id as id, grain, starts_on, sum(cash_fen) as cash, sum(in_kind_fen) as goods, sum(pledged_fen) as pledged,
          sum(refunded_fen) as refunded, sum(granted_fen) as granted, sum(disbursed_fen) as disbursed
        from donations.fund_total group by 1, 2, 3, 4
      )
      (table ledger except table kept) union all (table kept except table ledger)`);
    const { rows: pools } = await client.query(`
      select p.id from donations.funding_pool p left join donations.pool_grant g on g.pool_id = p.id and g.status in ('AWARDED', 'IN_PROGRESS', 'CLOSED', 'TERMINATED')
      group by p.id having p.awarded_fen <> coalesce(sum(g.amount_fen - g.returned_fen), 0) or p.disbursed_fen <> coalesce(sum(g.disbursed_fen), 0)`);
    return [...unbalanced, ...wrong, ...pools];
  });

type Step = {
  act: 'give' | 'goods' | 'pledge' | 'receive' | 'refund' | 'award' | 'pay' | 'end';
  fen: number;
  which: number;
};
const step = fc.record<Step>({
  act: fc.constantFrom('give', 'goods', 'pledge', 'receive', 'refund', 'award', 'pay', 'end'),
  fen: fc.integer({ min: 1, max: 40_000 }),
  which: fc.nat({ max: 9 }),
});

interface Gift {
  id: string;
  fen: bigint;
  refunded: bigint;
  version: number;
  kind: 'pledge' | 'cash' | 'goods';
}
interface Held {
  id: string;
  fen: bigint;
  paid: bigint;
  returned: bigint;
  version: number;
  ended: boolean;
}

/** What the books should say, kept by addition. */
class Model {
  gifts: Gift[] = [];
  grants: Held[] = [];
  readonly budget = 100_000n;

  constructor(
    readonly organizationId: string,
    readonly campaignId: string,
    readonly poolId: string,
  ) {}

  get funds() {
    const sum = (values: bigint[]) => yuanOfFen(values.reduce((a, b) => a + b, 0n));
    const received = this.gifts.filter(({ kind }) => kind !== 'pledge');
    return {
      raised: { amount: sum(received.map(({ fen, refunded }) => fen - refunded)) },
      raisedCash: { amount: sum(received.filter(({ kind }) => kind === 'cash').map(({ fen }) => fen)) },
      raisedInKind: { amount: sum(received.filter(({ kind }) => kind === 'goods').map(({ fen }) => fen)) },
      refunded: { amount: sum(received.map(({ refunded }) => refunded)) },
      pledged: { amount: sum(this.gifts.filter(({ kind }) => kind === 'pledge').map(({ fen }) => fen)) },
      granted: { amount: sum(this.grants.map(({ fen, returned }) => fen - returned)) },
      disbursed: { amount: sum(this.grants.map(({ paid }) => paid)) },
      donationCount: received.length,
      donorCount: received.length,
    };
  }

  get available(): bigint {
    return this.budget - this.grants.reduce((sum, { fen, returned }) => sum + fen - returned, 0n);
  }
}

async function give(model: Model, kind: Gift['kind'], fen: bigint): Promise<void> {
  const { campaignId } = model;
  const amount = yuanOfFen(fen);
  const items = [{ name: '米', quantity: '1', unit: '袋', fairValue: amount, valuation: 'MARKET' }];
  const rest = kind === 'goods' ? goodsOf({ items }) : { amount, pledged: kind === 'pledge' };
  const gift = await books.record(giftOf({ campaignId, organizationId: null, ...rest }));
  expect(gift.__typename).toBe('Donation');
  model.gifts.push({ id: gift.id, fen, refunded: 0n, version: 1, kind });
}

async function change(model: Model, { act, fen, which }: Step): Promise<void> {
  const gift = model.gifts[which % model.gifts.length];
  if (gift === undefined) return;
  if (act === 'receive') {
    const answer = await books.receive({ donationId: gift.id, version: gift.version });
    expect(answer.__typename).toBe(gift.kind === 'pledge' ? 'Donation' : 'InvalidTransition');
    if (gift.kind === 'pledge') Object.assign(gift, { kind: 'cash', version: gift.version + 1 });
    return;
  }
  const answer: Answered = await books.refund({ donationId: gift.id, amount: yuanOfFen(BigInt(fen)) });
  const fits = gift.refunded + BigInt(fen) <= gift.fen;
  expect(answer.__typename).toBe(
    gift.kind === 'pledge' ? 'InvalidTransition' : fits ? 'Donation' : 'RefundExceedsDonation',
  );
  if (gift.kind !== 'pledge' && fits)
    Object.assign(gift, { refunded: gift.refunded + BigInt(fen), version: gift.version + 1 });
}

async function award(model: Model, fen: bigint): Promise<void> {
  const { poolId, organizationId, available } = model;
  const grant = await books.apply({ poolId, organizationId, amount: yuanOfFen(fen) });
  const answer = await books.award({ grantId: grant.id, version: 1 });
  expect(answer.__typename).toBe(fen <= available ? 'Grant' : 'PoolExhausted');
  if (fen <= available)
    model.grants.push({ id: grant.id, fen, paid: 0n, returned: 0n, version: 2, ended: false });
}

async function work(model: Model, { act, fen, which }: Step): Promise<void> {
  const grant = model.grants[which % model.grants.length];
  if (grant === undefined) return;
  const at = { grantId: grant.id, version: grant.version };
  if (act === 'end') {
    const answer: Granted = await books.move({ ...at, to: 'TERMINATED' });
    expect(answer.__typename).toBe(grant.ended ? 'InvalidTransition' : 'Grant');
    if (!grant.ended)
      Object.assign(grant, { ended: true, returned: grant.fen - grant.paid, version: grant.version + 1 });
    return;
  }
  const fits = grant.paid + BigInt(fen) <= grant.fen;
  const answer: Granted = await books.pay({ ...at, amount: yuanOfFen(BigInt(fen)) });
  expect(answer.__typename).toBe(grant.ended ? 'InvalidTransition' : fits ? 'Grant' : 'InvalidInput');
  if (!grant.ended && fits)
    Object.assign(grant, { paid: grant.paid + BigInt(fen), version: grant.version + 1 });
}

async function take(model: Model, next: Step): Promise<void> {
  switch (next.act) {
    case 'give':
      return give(model, 'cash', BigInt(next.fen));
    case 'goods':
      return give(model, 'goods', BigInt(next.fen));
    case 'pledge':
      return give(model, 'pledge', BigInt(next.fen));
    case 'receive':
    case 'refund':
      return change(model, next);
    case 'award':
      return award(model, BigInt(next.fen));
    default:
      return work(model, next);
  }
}

test('any order of giving, pledging, receiving, refunding, awarding, paying and ending keeps the books', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const organizationId = await make.organization();
      const campaign = await books.open(campaignOf({ organizationId }));
      const pool = await books.openPool(poolOf());
      const model = new Model(organizationId, campaign.id, pool.id);
      for (const next of steps) await take(model, next);
      expect(await fundsOf(hub, organizationId)).toEqual(model.funds);
      const none = { granted: { amount: '0.00' }, disbursed: { amount: '0.00' } };
      expect(await fundsOf(hub, campaign.id, 'Campaign')).toEqual({ ...model.funds, ...none });
      expect(await mistakes()).toEqual([]);
    }),
    { numRuns: 20 },
  );
}, 180_000);

test('case 62: writers that hold rows in opposite order, 100 times, all succeed in the end', async () => {
  const rounds = { lanes: 10, each: 10 };
  const deadlocks = () =>
    withClient(hub.database.address, async (client) => {
      const { rows } = await client.query<{ count: number }>(
        'select deadlocks::int as count from pg_stat_database where datname = current_database()',
      );
      return rows[0]?.count ?? 0;
    });
  await withClient(hub.database.address, (client) =>
    client.query(`alter database ${hub.database.address.database} set deadlock_timeout = '150ms'`),
  );
  // Its connections learn the setting when they open.
  await hub.restart();
  const before = await deadlocks();
  const lane = async () => {
    const organizationId = await make.organization();
    const { id: poolId } = await books.openPool(poolOf());
    for (let round = 0; round < rounds.each; round += 1) {
      const grant = await books.apply({ poolId, organizationId, amount: '1' });
      const [answer] = await Promise.all([
        holdOpposite(poolId, grant.id, () => books.award({ grantId: grant.id, version: 1 })),
      ]);
      expect(answer).toMatchObject({ __typename: 'Grant', status: 'AWARDED' });
    }
  };
  await Promise.all(Array.from({ length: rounds.lanes }, lane));
  expect((await deadlocks()) - before).toBeGreaterThan(rounds.lanes);
  expect(await mistakes()).toEqual([]);
}, 180_000);

/** Holds a grant, starts an award, which holds the pool and waits for the grant, and then wants the pool. */
async function holdOpposite(
  poolId: string,
  grantId: string,
  award: () => Promise<Granted>,
): Promise<Granted> {
  return withClient(hub.database.address, async (client) => {
    // The award is to be the one that is given up; this one is given up only when it came too late for that.
    await client.query(`set deadlock_timeout = '2s'`);
    await client.query('begin');
    await client.query('select from donations.pool_grant where id = $1 for update', [grantId]);
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const answer = award();
    const blocked = 'select from pg_stat_activity where $1 = any(pg_blocking_pids(pid))';
    await eventually(async () => (await client.query(blocked, [rows[0]?.pid])).rowCount !== 0, 60_000, 5);
    await client
      .query('select from donations.funding_pool where id = $1 for update', [poolId])
      .catch((error: { code?: string }) => {
        if (error.code !== '40P01') throw error;
      });
    await client.query('rollback');
    return answer;
  });
}

test.each([
  "'); drop table donations.donation; --",
  '\u202eRTL',
  '😀 四字节',
  'e\u0301',
  '<script>alert(1)</script>',
])('case 63: %j is kept as it is', async (text) => {
  const items = [{ name: text, quantity: '1', unit: '件', fairValue: '1', valuation: 'MARKET' }];
  const gift = await books.record(giftOf({ ...goodsOf({ items }), donorName: text }));
  expect(gift).toMatchObject({ donorName: text, items: [{ name: text }] });
  expect(await books.refund({ donationId: gift.id, amount: '1', reason: text })).toMatchObject({
    refunds: [{ reason: text }],
  });
  expect(await books.open(campaignOf({ title: text }))).toMatchObject({ __typename: 'Campaign' });
});

test.each(['\u0000', 'a\u0000b', '\ud800', 'x'.repeat(1_000_000), ' '])(
  'case 63: a text that cannot be kept is refused (%#)',
  async (text) => {
    expect(await books.record(giftOf({ donorName: text }))).toMatchObject({
      problems: [{ field: 'donorName' }],
    });
    expect(await books.record(giftOf({ receiptNumber: text }))).toMatchObject({
      problems: [{ field: 'receiptNumber' }],
    });
    const gift = await books.record(giftOf());
    expect(await books.refund({ donationId: gift.id, amount: '1', reason: text })).toMatchObject({
      problems: [{ field: 'reason' }],
    });
    expect(await books.open(campaignOf({ title: text }))).toMatchObject({ problems: [{ field: 'title' }] });
  },
);

test('case 63: a name in either normal form is one donor', async () => {
  const organizationId = await make.organization();
  for (const donorName of ['Andr\u00e9', 'Andre\u0301'])
    await books.record(giftOf({ organizationId, donorName }));
  expect(await fundsOf(hub, organizationId)).toMatchObject({ donationCount: 2, donorCount: 1 });
});
