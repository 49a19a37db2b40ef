// From a gift to its refund: what finance does with the books.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '#shared/calendar.js';
import { today } from '#shared/today.js';
import { bodies } from '../kit/bodies.js';
import { withClient } from '../kit/database.js';
import { finance, fundsOf, giftOf, giving, goodsOf, recordDonation } from '../kit/giving.js';
import { countStatements } from '../kit/statements.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from '../kit/subgraphs.js';

let hub: TestSubgraphs;
let books: ReturnType<typeof giving>;
let make: ReturnType<typeof bodies>;
beforeAll(async () => {
  hub = await openSubgraphs();
  books = giving(hub);
  make = bodies(hub);
});
afterAll(() => hub?.stop());

const codeOf = async (input: object) => {
  const { data, errors } = await hub.ask<{ result: { code?: string } }>(
    'donations',
    finance,
    recordDonation,
    { input },
  );
  return errors?.[0]?.extensions?.['code'] ?? data?.result.code;
};
const entriesOf = (donationId: string) =>
  withClient(hub.database.address, async (client) => {
    const { rows } = await client.query<{ kind: string; postings: string }>(
      `select e.kind, string_agg(p.account_code || ' ' || p.amount_fen, ', ' order by p.position) as postings
       from donations.entry e join donations.posting p on p.entry_id = e.id where e.donation_id = $1 group by e.id order by e.recorded_at, e.kind`,
      [donationId],
    );
    return rows.map(({ kind, postings }) => `${kind}: ${postings}`);
  });
const donationsTo = (organizationId: string) =>
  withClient(hub.database.address, async (client) => {
    const { rows } = await client.query('select id from donations.donation where organization_id = $1', [
      organizationId,
    ]);
    return rows.length;
  });

describe('a gift', () => {
  test('in cash counts for its organization, and its refund takes it off again', async () => {
    const organizationId = await make.organization();
    const gift = await books.record(giftOf({ organizationId, amount: '100.10' }));
    expect(gift).toMatchObject({
      __typename: 'Donation',
      status: 'RECEIVED',
      version: 1,
      amount: { amount: '100.10', currency: 'CNY' },
    });
    expect(await entriesOf(gift.id)).toEqual(['DONATION: CASH_HELD 10010, CASH_DONATIONS -10010']);
    await books.refund({ donationId: gift.id, amount: '40' });
    expect(await fundsOf(hub, organizationId)).toMatchObject({
      raised: { amount: '60.10' },
      raisedCash: { amount: '100.10' },
      refunded: { amount: '40.00' },
      donationCount: 1,
    });
  });

  test('R-VAL-02: of goods counts at fair value, apart from cash; its refund takes goods', async () => {
    const organizationId = await make.organization();
    const gift = await books.record(giftOf(goodsOf({ organizationId })));
    expect(gift).toMatchObject({
      kind: 'IN_KIND',
      amount: { amount: '150.50' },
      items: [{ fairValue: { amount: '150.50' } }, { fairValue: null }],
    });
    await books.refund({ donationId: gift.id, amount: '0.50' });
    expect(await entriesOf(gift.id)).toEqual([
      'DONATION: GOODS_HELD 15050, GOODS_DONATIONS -15050',
      'REFUND: REFUNDS 50, GOODS_HELD -50',
    ]);
    expect(await fundsOf(hub, organizationId)).toMatchObject({
      raisedCash: { amount: '0.00' },
      raisedInKind: { amount: '150.50' },
      raised: { amount: '150.00' },
    });
  });

  test('R-VAL-01: of goods that cannot be measured is kept and changes no sum', async () => {
    const organizationId = await make.organization();
    const items = [{ name: '手工艺品', quantity: '20', unit: '件', valuation: 'NOT_MEASURABLE' }];
    const gift = await books.record(giftOf({ organizationId, kind: 'IN_KIND', amount: null, items }));
    expect(gift).toMatchObject({
      status: 'RECEIVED',
      amount: { amount: '0.00' },
      items: [{ quantity: '20', fairValue: null }],
    });
    expect(await entriesOf(gift.id)).toEqual([]);
    expect(await fundsOf(hub, organizationId)).toMatchObject({
      raised: { amount: '0.00' },
      donationCount: 0,
    });
    expect(await books.refund({ donationId: gift.id, amount: '1' })).toMatchObject({
      refundable: { amount: '0.00' },
    });
  });

  test.each([
    [
      'R-VAL-01: a value of what cannot be measured',
      goodsOf({
        items: [{ name: 'x', quantity: '1', unit: '件', fairValue: '5', valuation: 'NOT_MEASURABLE' }],
      }),
      'items.0.fairValue',
      'FAIR_VALUE_NOT_ALLOWED',
    ],
    [
      'R-VAL-01: no value of what can be measured',
      goodsOf({ items: [{ name: 'x', quantity: '1', unit: '件', valuation: 'MARKET' }] }),
      'items.0.fairValue',
      'FAIR_VALUE_MISSING',
    ],
    [
      'R-VAL-03: hours of service',
      goodsOf({
        items: [{ name: '志愿服务', quantity: '8', unit: '小时', fairValue: '5', valuation: 'MARKET' }],
      }),
      'items.0.unit',
      'SERVICE_HOURS_HAVE_NO_VALUE',
    ],
    [
      'R-RCP-05: an amount that is not the sum of the fair values',
      goodsOf({ amount: '150.51' }),
      'amount',
      'AMOUNT_MISMATCH',
    ],
    ['goods without goods', goodsOf({ items: [] }), 'items', 'ITEMS_COUNT'],
    ['cash with goods', { ...goodsOf(), kind: 'CASH', amount: '1' }, 'items', 'ITEMS_NOT_ALLOWED'],
    ['cash without an amount', { amount: null }, 'amount', 'AMOUNT_MISSING'],
    ['R-RCP-03: a sponsorship', { contributionKind: 'SPONSORSHIP' }, 'contributionKind', 'NOT_A_DONATION'],
    [
      'R-RCP-03: a receipt for a service fee',
      { contributionKind: 'SERVICE_FEE', receiptNumber: '0012345678' },
      'receiptNumber',
      'RECEIPT_NOT_ALLOWED',
    ],
    [
      'R-RCP-04: a receipt for an anonymous gift',
      { anonymous: true, receiptNumber: '0012345678' },
      'receiptNumber',
      'RECEIPT_NOT_ALLOWED',
    ],
    [
      'a receipt for a pledge',
      { pledged: true, receiptNumber: '0012345678' },
      'receiptNumber',
      'RECEIPT_NOT_ALLOWED',
    ],
    ['a day in the future', { receivedOn: addDays(today(), 1) }, 'receivedOn', 'DAY_IN_FUTURE'],
    ['a day before the year 2000', { receivedOn: '1999-12-31' }, 'receivedOn', 'DAY_TOO_EARLY'],
    ['nobody who receives it', { organizationId: null }, 'organizationId', 'BENEFICIARY_MISSING'],
    [
      'a personal number for a name',
      { donorName: '张三 11010519491231002X' },
      'donorName',
      'PERSONAL_NUMBER',
    ],
  ])('with %s is refused', async (_, rest, field, code) => {
    const answer = await books.record(giftOf(rest));
    expect(answer).toMatchObject({ __typename: 'InvalidInput', code: 'BAD_USER_INPUT' });
    expect(answer.problems).toContainEqual(expect.objectContaining({ field, code }));
    expect(JSON.stringify(answer)).not.toContain('1949');
  });

  test('R-RCP-02: with an unusual receipt number carries a warning', async () => {
    expect(await books.record(giftOf({ receiptNumber: 'A-1' }))).toMatchObject({
      receiptNumber: 'A-1',
      warnings: [{ code: 'RECEIPT_NUMBER_UNUSUAL' }],
    });
    expect(await books.record(giftOf({ receiptNumber: '0012345678' }))).toMatchObject({ warnings: [] });
  });

  test('to a project belongs to its organization, and to no other', async () => {
    const [organizationId, other] = [await make.organization(), await make.organization()];
    const projectId = await make.project(organizationId);
    expect(await books.record(giftOf({ organizationId: null, projectId }))).toMatchObject({
      organization: { id: organizationId },
      project: { id: projectId },
    });
    expect(await books.record(giftOf({ organizationId: other, projectId }))).toMatchObject({
      problems: [{ field: 'projectId', code: 'PROJECT_OF_ANOTHER_ORGANIZATION' }],
    });
  });

  test.each(['campaignId', 'organizationId', 'projectId', 'donorPartnerId'])(
    'that names an unknown %s is refused',
    async (field) => {
      for (const id of [randomUUID(), 'no id'])
        expect(await books.record(giftOf({ [field]: id }))).toMatchObject({
          __typename: 'UnknownReference',
          code: 'UNKNOWN_REFERENCE',
          field,
        });
    },
  );

  test('of the same donor counts one donor, however the name is written', async () => {
    const organizationId = await make.organization();
    for (const donorName of ['Wang Fang', ' wang  ｆａｎｇ ', 'Li Na'])
      await books.record(giftOf({ organizationId, donorName }));
    expect(await fundsOf(hub, organizationId)).toMatchObject({ donationCount: 3, donorCount: 2 });
  });

  test('is read by finance and administrators only, on every route', async () => {
    const gift = await books.record(giftOf());
    const root = `query { donations(first: 1) { nodes { id } } }`;
    const entity = `query ($id: ID!) { _entities(representations: [{ __typename: "Donation", id: $id }]) { ... on Donation { amount { amount } } } }`;
    const read = { _entities: [{ amount: { amount: '100.00' } }] };
    expect((await hub.ask('donations', finance, root)).errors).toBeUndefined();
    expect((await hub.ask('donations', finance, entity, { id: gift.id })).data).toEqual(read);
    for (const role of ['viewer', 'partner', 'organization', 'analyst'] as const) {
      const { errors } = await hub.ask('donations', viewerAs(role), root);
      expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
      // The database hides the row before a field is asked.
      expect((await hub.ask('donations', viewerAs(role), entity, { id: gift.id })).data).toEqual({
        _entities: [null],
      });
    }
  });
});

test('a gift costs eleven statements: its key, the organization and its area, and a transaction of eight', async () => {
  await books.record(giftOf());
  const counter = countStatements();
  try {
    await books.record(giftOf());
  } finally {
    counter.stop();
  }
  expect(counter.texts).toHaveLength(11);
});

describe('a pledge', () => {
  test('R-FND-14: is not raised until it is received, and then no longer pledged', async () => {
    const organizationId = await make.organization();
    const pledge = await books.record(
      giftOf({ organizationId, pledged: true, receivedOn: addDays(today(), 30), donorName: 'Zhao' }),
    );
    expect(pledge).toMatchObject({ status: 'PLEDGED', allowedTransitions: ['RECEIVED'] });
    expect(await fundsOf(hub, organizationId)).toMatchObject({
      raised: { amount: '0.00' },
      pledged: { amount: '100.00' },
      donationCount: 0,
      donorCount: 0,
    });
    expect(await books.refund({ donationId: pledge.id, amount: '1' })).toMatchObject({
      __typename: 'InvalidTransition',
      code: 'INVALID_TRANSITION',
      allowed: ['RECEIVED'],
    });
    expect(await books.receive({ donationId: pledge.id, version: 1 })).toMatchObject({
      status: 'RECEIVED',
      version: 2,
      receivedOn: today(),
    });
    expect(await fundsOf(hub, organizationId)).toMatchObject({
      raised: { amount: '100.00' },
      pledged: { amount: '0.00' },
      donationCount: 1,
      donorCount: 1,
    });
    expect(await entriesOf(pledge.id)).toEqual([
      'PLEDGE: PLEDGES_RECEIVABLE 10000, PLEDGES -10000',
      'DONATION: CASH_HELD 10000, CASH_DONATIONS -10000',
      'REVERSAL: PLEDGES 10000, PLEDGES_RECEIVABLE -10000',
    ]);
  });

  test('case 61: is received once, by whoever read it last', async () => {
    const pledge = await books.record(giftOf({ pledged: true }));
    const answers = await Promise.all([1, 2].map(() => books.receive({ donationId: pledge.id, version: 1 })));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Donation', 'StaleVersion']);
    expect(answers.find(({ __typename }) => __typename === 'StaleVersion')).toMatchObject({
      code: 'CONFLICT',
      current: 2,
    });
    expect(await books.receive({ donationId: pledge.id, version: 2 })).toMatchObject({
      __typename: 'InvalidTransition',
    });
  });
});

describe('case 53: the same key', () => {
  test('twice, and by another member of staff, is one gift', async () => {
    const input = giftOf({ organizationId: await make.organization() });
    const first = await books.record(input);
    await books.refund({ donationId: first.id, amount: '1' });
    expect(await books.record(input)).toEqual(first);
    expect(await hub.mutate('donations', viewerAs('admin'), recordDonation, input)).toEqual(first);
    expect(await donationsTo(input.organizationId)).toBe(1);
  });

  test('50 times at once is one gift and one answer', async () => {
    const input = giftOf({ organizationId: await make.organization() });
    const answers = await Promise.all(Array.from({ length: 50 }, () => books.record(input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await donationsTo(input.organizationId)).toBe(1);
  });

  test('after the hub started again is one gift', async () => {
    const input = giftOf({ organizationId: await make.organization() });
    const first = await books.record(input);
    await hub.restart();
    expect(await books.record(input)).toEqual(first);
    expect(await donationsTo(input.organizationId)).toBe(1);
  });

  test('case 54: with another amount is CONFLICT, and nothing is written', async () => {
    const input = giftOf({ organizationId: await make.organization() });
    await books.record(input);
    expect(await codeOf({ ...input, amount: '100.01' })).toBe('CONFLICT');
    expect(await donationsTo(input.organizationId)).toBe(1);
  });
});

describe('case 55: the amount', () => {
  const limit = '1000000000000';
  test.each([
    '0',
    '0.00',
    '-1',
    '1e3',
    '１００',
    '1000000000000.01',
    '90071992547409.93',
    'NaN',
    ' 100',
    '100 ',
    '100.001',
    '',
    '+1',
    '0x10',
    '1,000',
    100,
  ])('%p is refused', async (amount) => {
    const organizationId = await make.organization();
    expect(await codeOf(giftOf({ organizationId, amount }))).toBe('BAD_USER_INPUT');
    expect(await donationsTo(organizationId)).toBe(0);
  });

  // 2^53 + 1 fen is above the limit of a posting, so the exactness of a large amount is tried at the limit itself.
  test.each(['0.01', '0.1', '90071992547.41', '999999999999.99', limit])(
    '%s is kept exactly',
    async (amount) => {
      const organizationId = await make.organization();
      const exact = {
        amount: Number(amount) === Number(limit) ? `${limit}.00` : amount === '0.1' ? '0.10' : amount,
      };
      expect(await books.record(giftOf({ organizationId, amount }))).toMatchObject({ amount: exact });
      expect(await fundsOf(hub, organizationId)).toMatchObject({ raised: exact });
    },
  );
});

test.each(['USD', 'cny', '', null])('case 56: the currency %p is refused', async (currency) => {
  expect(await codeOf(giftOf({ currency }))).toBe('BAD_USER_INPUT');
});
test('case 56: without a currency it is CNY', async () => {
  expect(await books.record(giftOf({ currency: 'CNY' }))).toMatchObject({ amount: { currency: 'CNY' } });
  expect(await books.record(giftOf())).toMatchObject({ amount: { currency: 'CNY' } });
});

describe('case 57: refunds', () => {
  test('of 60 % by 20 at once succeed exactly once, 25 times over', async () => {
    for (let round = 0; round < 25; round += 1) {
      const gift = await books.record(giftOf());
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => books.refund({ donationId: gift.id, amount: '60' })),
      );
      expect(answers.filter(({ __typename }) => __typename === 'Donation')).toHaveLength(1);
      expect(answers.filter(({ __typename }) => __typename === 'RefundExceedsDonation')).toHaveLength(19);
      expect(await entriesOf(gift.id)).toHaveLength(2);
    }
  });

  test('in parts that add up to the whole are accepted, and one fen more is refused', async () => {
    const gift = await books.record(giftOf({ amount: '0.03' }));
    for (const status of ['PARTLY_REFUNDED', 'PARTLY_REFUNDED', 'REFUNDED'])
      expect(await books.refund({ donationId: gift.id, amount: '0.01' })).toMatchObject({ status });
    expect(await books.refund({ donationId: gift.id, amount: '0.01' })).toMatchObject({
      __typename: 'RefundExceedsDonation',
      code: 'REFUND_EXCEEDS_DONATION',
      refundable: { amount: '0.00' },
    });
  });

  test('of a refund do not exist', async () => {
    const gift = await books.record(giftOf());
    await books.refund({ donationId: gift.id, amount: '1' });
    const [refund] = await withClient(hub.database.address, async (client) => {
      const { rows } = await client.query<{ id: string; entry: string }>(
        'select id, entry_id as entry from donations.refund where donation_id = $1',
        [gift.id],
      );
      return rows;
    });
    for (const donationId of [refund?.id, refund?.entry])
      await expect(books.refund({ donationId, amount: '1' })).rejects.toThrow(/NOT_FOUND/);
  });

  test('after the organization closed are booked, while new gifts are refused', async () => {
    const organizationId = await make.organization();
    const gift = await books.record(giftOf({ organizationId }));
    await make.close(organizationId);
    expect(await books.record(giftOf({ organizationId }))).toMatchObject({
      problems: [{ field: 'organizationId', code: 'ORGANIZATION_CLOSED' }],
    });
    expect(await books.refund({ donationId: gift.id, amount: '100' })).toMatchObject({ status: 'REFUNDED' });
  });

  test('say why, without personal numbers', async () => {
    const gift = await books.record(giftOf());
    expect(
      await books.refund({ donationId: gift.id, amount: '1', reason: 'call 13812345678' }),
    ).toMatchObject({ problems: [{ field: 'reason', code: 'PERSONAL_NUMBER' }] });
    expect(await books.refund({ donationId: gift.id, amount: '1', reason: 'double payment' })).toMatchObject({
      refunds: [{ reason: 'double payment', amount: { amount: '1.00' } }],
    });
  });
});
