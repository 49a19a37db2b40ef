// Donations in bulk: the rules of a gift, its entries in the books, and entries that take a mistake off them again.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoId } from '#shared/demo/identity.js';
import { today } from '#shared/today.js';
import { anonymous } from '#shared/viewer.js';
import { withClient } from '../kit/database.js';
import { finance, openOwners, type Owners } from '../kit/importing.js';
import { countStatements } from '../kit/statements.js';
import { viewerAs } from '../kit/subgraphs.js';

let owners: Owners;
beforeAll(async () => {
  owners = await openOwners();
});
afterAll(() => owners?.stop());

const base = demoId('organization', 'incubation-base');
const jxnu = demoId('partner', 'jxnu');
let made = 0;
/** A gift that nobody else has made: of an amount of its own. */
const gift = (rest: object = {}) => ({
  organizationId: base,
  kind: 'CASH',
  amount: `${1_000 + (made += 1)}.0${Math.floor(Math.random() * 10)}`,
  receivedOn: '2026-03-05',
  donorName: '王小明',
  ...rest,
});
const goods = (rest: object = {}) => ({
  ...gift(),
  kind: 'IN_KIND',
  amount: undefined,
  items: [
    { name: '口罩', quantity: '10.5', unit: '箱', fairValue: `${(made += 1)}.5`, valuation: 'INVOICE' },
    { name: '手工艺品', quantity: '2', unit: '件', valuation: 'NOT_MEASURABLE' },
  ],
  ...rest,
});
const job = (rows: readonly object[], more: object = {}) =>
  owners.job('donations', rows, { viewer: finance, ...more });
const rowsOf = <Row extends object>(statement: string, values: unknown[] = []): Promise<Row[]> =>
  withClient(owners.database.address, async (client) => (await client.query<Row>(statement, values)).rows);
const written = (id: string) =>
  rowsOf<{ id: string; status: string; version: number; donor_name: string | null }>(
    'select id, status, version, donor_name from donations.donation where source = $1 order by created_at, id',
    [`import:${id}`],
  );

const fundsOf = async (period: { from: string; to: string } | null = null) => {
  const { data, errors } = await owners.ask(
    'donations',
    anonymous,
    `query ($of: [_Any!]!, $period: Period) { _entities(representations: $of) {
      ... on Area { funds(period: $period) { raised { amount } pledged { amount } refunded { amount } donationCount donorCount byMonth { month raised { amount } donationCount } } }
      ... on Organization { funds(period: $period) { raised { amount } pledged { amount } donationCount donorCount } }
      ... on Partner { contributions(period: $period) { raised { amount } donationCount donorCount } } } }`,
    {
      of: [
        { __typename: 'Area', code: '360300' },
        { __typename: 'Organization', id: base },
        { __typename: 'Partner', id: jxnu },
      ],
      period,
    },
  );
  if (errors) throw errors[0] as Error;
  return data;
};
const mutate = async (mutation: string, type: string, input: object) => {
  const { data, errors } = await owners.ask(
    'donations',
    finance,
    `mutation ($input: ${type}!) { made: ${mutation}(input: $input) { __typename ... on Donation { id } ... on Problem { code } } }`,
    { input },
  );
  if (errors) throw errors[0] as Error;
  return (data as unknown as { made: { __typename: string; id: string; code?: string } }).made;
};

describe('a look at gifts', () => {
  test('says what is wrong by field and code, as the mutation does, and what is only worth a look', async () => {
    const rows = [
      gift({ receiptNumber: '0123456789' }),
      gift({ receiptNumber: 'AB-1' }),
      gift({ amount: '12.345' }),
      gift({ amount: undefined }),
      gift({ receivedOn: '2999-01-01' }),
      gift({ receivedOn: '2999-01-01', pledged: true }),
      gift({ organizationId: undefined }),
      gift({ organizationId: randomUUID() }),
      gift({ donorPartnerId: randomUUID() }),
      gift({ campaignId: randomUUID() }),
      gift({ contributionKind: 'SERVICE_FEE' }),
      gift({ anonymous: true, receiptNumber: '0123456780' }),
      gift({ donorName: '王 13800138000' }),
      gift({ receivedOn: '5/3/2026' }),
      goods(),
      goods({ items: [{ name: '教学', quantity: '3', unit: '课时', fairValue: '9', valuation: 'MARKET' }] }),
      goods({ items: [{ name: '米', quantity: '3', unit: '袋', valuation: 'GUESS' }] }),
      goods({ items: [{ name: '米', quantity: null, unit: '袋', fairValue: '9', valuation: 'MARKET' }] }),
    ];
    const examined = await owners.examine(job(rows));
    expect(
      examined.map(({ problems }) =>
        problems.map(({ severity, field, code }) => `${severity[0]} ${field} ${code}`).join(', '),
      ),
    ).toEqual([
      '',
      'W receiptNumber RECEIPT_NUMBER_UNUSUAL',
      'E amount AMOUNT_TOO_PRECISE',
      'E amount AMOUNT_MISSING',
      'E receivedOn DAY_IN_FUTURE',
      '',
      'E organizationId BENEFICIARY_MISSING',
      'E organizationId UNKNOWN_REFERENCE',
      'E donorPartnerId UNKNOWN_REFERENCE',
      'E campaignId UNKNOWN_REFERENCE',
      'E contributionKind NOT_A_DONATION',
      'E receiptNumber RECEIPT_NOT_ALLOWED',
      'E donorName PERSONAL_NUMBER',
      'E receivedOn VALUE_NOT_ALLOWED',
      '',
      'E items.0.unit SERVICE_HOURS_HAVE_NO_VALUE',
      'E items.0.valuation VALUE_NOT_ALLOWED',
      'E items.0.quantity VALUE_MISSING',
    ]);
    expect(JSON.stringify(examined)).not.toMatch(/王|13800138000/);
  });

  test('costs as many statements for a page as for one row, whatever rows name', async () => {
    const cost = async (count: number) => {
      const looked = job(
        Array.from({ length: count }, () => gift({ donorPartnerId: jxnu, donorName: undefined })),
      );
      await owners.examine(looked);
      const counted = countStatements();
      try {
        await owners.examine(looked);
        return counted.texts.length;
      } finally {
        counted.stop();
      }
    };
    expect(await cost(250)).toBe(await cost(1));
  });

  test('finds the same receipt, and else the same gift of the same donor, once for each on record', async () => {
    const twice = gift({ donorName: undefined, anonymous: true });
    const rows = [gift({ receiptNumber: '7770000001' }), gift(), twice, twice];
    expect(await owners.write(job(rows))).toMatchObject({ state: 'WRITTEN', created: 4, skipped: 0 });
    const verdicts = async (again: object[], onDuplicate = 'SKIP') =>
      (await owners.examine(job(again, { onDuplicate }))).map(({ verdict, problems }) =>
        [verdict, ...problems.map(({ code }) => code)].join(' '),
      );
    expect(await verdicts(rows)).toEqual(['SKIP', 'SKIP', 'SKIP', 'SKIP']);
    expect(await verdicts([twice, twice, twice])).toEqual(['SKIP', 'SKIP', 'CREATE']);
    expect(
      await verdicts([
        { ...rows[0], amount: '1' },
        { ...rows[1], donorName: '王小红' },
        { ...rows[1], receivedOn: '2026-03-06' },
        { ...rows[1], donorName: ' 王小明 ' },
      ]),
    ).toEqual(['SKIP', 'CREATE', 'CREATE', 'SKIP']);
    expect(await verdicts(rows.slice(0, 2), 'UPDATE')).toEqual(['SKIP NEVER_CHANGED', 'SKIP NEVER_CHANGED']);
    expect(await verdicts(rows.slice(0, 2), 'CREATE')).toEqual(['CREATE', 'CREATE']);
  });
});

describe('a file of gifts', () => {
  test('is written and booked once, and its names are in no log', async () => {
    const rows = [
      ...Array.from({ length: 300 }, () => gift()),
      gift({ anonymous: true, donorName: '不留名' }),
      goods(),
      goods({ items: [{ name: '字画', quantity: '1', unit: '幅', valuation: 'NOT_MEASURABLE' }] }),
      gift({ pledged: true, receivedOn: '2999-01-01' }),
    ];
    const before = await owners.version('donations');
    const file = job(rows);
    expect(await owners.write(file)).toMatchObject({ state: 'WRITTEN', created: 304 });
    expect(await owners.version('donations')).not.toBe(before);
    const found = await written(file.id);
    expect(found.filter(({ donor_name: name }) => name !== null)).toHaveLength(303);
    const entries = await rowsOf<{ kind: string; count: number }>(
      `select kind, count(*)::int as count from donations.entry where donation_id = any($1) group by 1 order by 1`,
      [found.map(({ id }) => id)],
    );
    expect(entries).toEqual([
      { kind: 'DONATION', count: 302 },
      { kind: 'PLEDGE', count: 1 },
    ]);
    expect(
      await rowsOf(
        `select idempotency_key from donations.entry where donation_id = any($1) and idempotency_key not like 'import:${file.id}:%'`,
        [found.map(({ id }) => id)],
      ),
    ).toEqual([]);
    const [log] = await rowsOf<{ names: number; records: number }>(
      `select count(*) filter (where changes::text like '%王小明%' or changes::text like '%不留名%')::int as names,
        count(*)::int as records from donations.audit_record where action = 'importDonations'`,
    );
    expect(log).toMatchObject({ names: 0 });
    expect(await owners.write(file)).toMatchObject({ created: 304 });
    expect(await owners.write(job(rows))).toMatchObject({ created: 0, skipped: 304 });
    expect(await written(file.id)).toEqual(found);
    expect(await owners.brokenBooks()).toEqual([]);
  });

  test('with a bad row 9,999 of 10,000 moves nothing in the books', async () => {
    const rows = Array.from({ length: 10_000 }, () => gift());
    rows[9_998] = gift({ amount: '0' });
    const before = await fundsOf();
    const refused = await owners.write(job(rows));
    expect(refused).toMatchObject({
      state: 'REFUSED',
      problems: [{ number: 9_999, field: 'amount', code: 'AMOUNT_NOT_POSITIVE' }],
    });
    expect(await fundsOf()).toEqual(before);
  });

  test('is refused to whoever may not record one', async () => {
    for (const viewer of [viewerAs('analyst'), viewerAs('partner', { partnerId: jxnu })])
      await expect(owners.write(job([gift()], { viewer }))).rejects.toMatchObject({
        extensions: { code: 'FORBIDDEN' },
      });
  });
});

describe('what a file recorded', () => {
  const march = { from: '2026-03-01', to: '2026-04-01' };

  test('is reversed on its own day: every sum is as before, and the gifts stay as mistakes', async () => {
    const known = gift({ donorName: '老朋友' });
    await mutate('recordDonation', 'RecordDonationInput', { ...known, idempotencyKey: randomUUID() });
    const sums = async () => [await fundsOf(), await fundsOf(march)];
    const before = await sums();
    const rows = [
      gift({ donorName: '老朋友' }),
      gift({ donorName: '新朋友', receiptNumber: '7780000001' }),
      gift({ donorPartnerId: jxnu, donorName: undefined }),
      gift({ anonymous: true }),
      goods(),
      goods({ items: [{ name: '石刻', quantity: '1', unit: '幅', valuation: 'NOT_MEASURABLE' }] }),
      gift({ pledged: true }),
    ];
    const file = job(rows);
    await owners.write(file);
    expect(await sums()).not.toEqual(before);
    expect(await owners.undo(file)).toEqual({ state: 'UNDONE', undone: 7, problems: [] });
    expect(await sums()).toEqual(before);
    const found = await written(file.id);
    expect(new Set(found.map(({ status }) => status))).toEqual(new Set(['REVERSED']));
    expect(await owners.brokenBooks()).toEqual([]);
    expect(await owners.undo(file)).toMatchObject({ state: 'UNDONE', undone: 7 });
    for (const { id, version } of found.slice(0, 2)) {
      const key = { idempotencyKey: randomUUID(), donationId: id };
      expect(
        await mutate('refundDonation', 'RefundDonationInput', { ...key, amount: '1', reason: '错' }),
      ).toMatchObject({ code: 'INVALID_TRANSITION' });
      expect(
        await mutate('receiveDonation', 'ReceiveDonationInput', { ...key, version, receivedOn: today() }),
      ).toMatchObject({ code: 'INVALID_TRANSITION' });
    }
    // A mistake is like no gift: the file may come again.
    expect(await owners.write(job(rows))).toMatchObject({ created: 7, skipped: 0 });
    expect(await owners.brokenBooks()).toEqual([]);
  });

  test('stays when a part of it was given back or received since', async () => {
    const file = job([gift(), gift({ pledged: true })]);
    await owners.write(file);
    const found = await written(file.id);
    const received = found.find(({ status }) => status === 'RECEIVED')!;
    const refund = { idempotencyKey: randomUUID(), donationId: received.id, amount: '1', reason: '退回' };
    expect(await mutate('refundDonation', 'RefundDonationInput', refund)).toMatchObject({
      __typename: 'Donation',
    });
    const refused = await owners.undo(file);
    expect(refused).toMatchObject({ state: 'REFUSED', undone: 0 });
    expect(refused.problems).toMatchObject([{ id: received.id, code: 'CHANGED_SINCE' }]);
    expect((await written(file.id)).map(({ status }) => status).sort()).toEqual([
      'PARTLY_REFUNDED',
      'PLEDGED',
    ]);
    expect(await owners.brokenBooks()).toEqual([]);
  });

  test('a donor who gives again while it is taken back is still counted', async () => {
    const file = job([gift({ donorName: '常客' })]);
    await owners.write(file);
    const [undone, again] = await Promise.all([
      owners.undo(file),
      mutate('recordDonation', 'RecordDonationInput', {
        ...gift({ donorName: '常客' }),
        idempotencyKey: randomUUID(),
      }),
    ]);
    expect([undone.state, again.__typename]).toEqual(['UNDONE', 'Donation']);
    expect(await owners.brokenBooks()).toEqual([]);
  });
});
