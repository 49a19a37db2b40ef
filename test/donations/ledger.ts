// The books: balanced, append-only, and the source of every sum, whoever writes and in whatever order.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type pg from 'pg';
import { roleAddress } from '#shared/database/provision.js';
import { yuanOfFen } from '#shared/money.js';
import { anonymous } from '#shared/viewer.js';
import { asFinance, type Booking, book, cash, gift } from '../kit/booking.js';
import { withClient } from '../kit/database.js';
import { startHub, type TestHub } from '../kit/hub.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ topology: 'embedded', engine: 'hive' }, 'empty');
});
afterAll(() => hub?.stop());

const asHub = <T>(run: (client: pg.Client) => Promise<T>) =>
  withClient(roleAddress('donations', hub.database.address), run);
const asOwner = <T>(run: (client: pg.Client) => Promise<T>) => withClient(hub.database.address, run);

describe('the database refuses', () => {
  test('case 58: an entry that does not balance', async () => {
    const unbalanced = {
      ...gift(100n),
      postings: [
        ['CASH_HELD', 100n],
        ['CASH_DONATIONS', -99n],
      ] as Booking['postings'],
    };
    await expect(asHub((client) => book(client, unbalanced))).rejects.toMatchObject({
      constraint: 'posting_balanced',
    });
  });

  test('an entry with one posting, and one with none', async () => {
    await expect(
      asHub((client) => book(client, { ...gift(1n), postings: [['CASH_HELD', 1n]] })),
    ).rejects.toMatchObject({
      constraint: 'posting_balanced',
    });
    await expect(asHub((client) => book(client, { ...gift(1n), postings: [] }))).rejects.toMatchObject({
      constraint: 'entry_has_postings',
    });
  });

  test('case 58: two balancing postings that come late', async () => {
    const entry = await asHub((client) => book(client, gift(500n)));
    const late = `insert into donations.posting values ($1, 3, 'CASH_HELD', 7), ($1, 4, 'CASH_DONATIONS', -7)`;
    await expect(
      asHub((client) => asFinance(client, () => client.query(late, [entry]))),
    ).rejects.toMatchObject({
      constraint: 'posting_not_late',
    });
    await expect(asOwner((client) => client.query(late, [entry]))).rejects.toMatchObject({
      constraint: 'posting_not_late',
    });
  });

  test('an amount of zero and one above the limit', async () => {
    for (const fen of [0n, 100_000_000_000_001n]) {
      await expect(asHub((client) => book(client, gift(fen)))).rejects.toMatchObject({ code: '23514' });
    }
  });

  test('the same key twice', async () => {
    const again = async (client: pg.Client) => {
      const entry = await book(client, gift(5n));
      const copy = `insert into donations.entry select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid()))).* from donations.entry e where id = $1`;
      await asFinance(client, () => client.query(copy, [entry]));
    };
    await expect(asHub(again)).rejects.toMatchObject({ constraint: 'entry_once' });
  });

  const edits = ['entry', 'posting'].flatMap((table) => [
    `update donations.${table} set ${table === 'entry' ? `occurred_on = '2020-01-01'` : 'amount_fen = 1'}`,
    `delete from donations.${table}`,
    `truncate donations.${table} cascade`,
  ]);
  test.each(edits)('case 59: %s, by the hub and by the owner, even in replication mode', async (edit) => {
    await asHub((client) => book(client, gift(1n)));
    await expect(asHub((client) => client.query(edit))).rejects.toMatchObject({ code: '42501' });
    await expect(asOwner((client) => client.query(edit))).rejects.toThrow(/append-only/);
    const replicating = (client: pg.Client) =>
      client.query('set session_replication_role = replica').then(() => client.query(edit));
    await expect(asOwner(replicating)).rejects.toThrow(/append-only/);
  });

  test('a hub that writes totals itself', async () => {
    for (const edit of [
      'update donations.fund_total set cash_fen = 1',
      'delete from donations.fund_donor',
      `insert into donations.account values ('X', 'X', 'ASSET')`,
    ]) {
      await expect(asHub((client) => client.query(edit))).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('sums', () => {
  const funds = async (area: string, period: object | null) => {
    const query = `query ($representations: [_Any!]!, $period: Period) { _entities(representations: $representations) { ... on Area { funds(period: $period) {
      raised { amount } refunded { amount } pledged { amount } donationCount donorCount byMonth { month raised { amount } } } } } }`;
    const { donations } = await import('#subgraphs/donations/index.js');
    const { runSubgraph } = await import('#shared/run-subgraph.js');
    const { parse } = await import('graphql');
    const running = await runSubgraph(donations, hub.database.address, {
      ask: () => Promise.reject(new Error('not asked')),
    });
    try {
      const { data, errors } = await running.execute({
        document: parse(query),
        variables: { representations: [{ __typename: 'Area', code: area }], period },
        viewer: anonymous,
      });
      if (errors) throw errors[0];
      return (data as unknown as { _entities: { funds: Record<string, never> }[] })._entities[0]
        ?.funds as unknown as {
        raised: { amount: string };
        refunded: { amount: string };
        pledged: { amount: string };
        donationCount: number;
        donorCount: number;
        byMonth: { month: string; raised: { amount: string } }[];
      };
    } finally {
      await running.close();
    }
  };

  test('keep 2^53 + 1 fen exact, count pledges apart and take refunds off', async () => {
    const big = 9_007_199_254_740_993n / 100n; // below the limit of one posting, odd, and above what a float of yuan keeps in fen
    await asHub(async (client) => {
      const organization = randomUUID();
      const at = { organization, area: '510681', day: '2024-02-29' };
      const entry = await book(client, { ...at, kind: 'DONATION', donor: 'a', postings: cash(big) });
      await book(client, {
        ...at,
        day: '2024-03-01',
        kind: 'DONATION',
        donor: 'a',
        postings: [
          ['GOODS_HELD', 1n],
          ['GOODS_DONATIONS', -1n],
        ],
      });
      await book(client, {
        ...at,
        kind: 'PLEDGE',
        postings: [
          ['PLEDGES_RECEIVABLE', 77n],
          ['PLEDGES', -77n],
        ],
      });
      await book(client, {
        ...at,
        day: '2024-03-02',
        kind: 'REFUND',
        reverses: entry,
        postings: [
          ['REFUNDS', 3n],
          ['CASH_HELD', -3n],
        ],
      });
    });
    expect(await funds('510600', null)).toEqual({
      raised: { amount: yuanOfFen(big + 1n - 3n) },
      refunded: { amount: '0.03' },
      pledged: { amount: '0.77' },
      donationCount: 2,
      donorCount: 1,
      byMonth: [
        { month: '2024-02', raised: { amount: yuanOfFen(big) } },
        { month: '2024-03', raised: { amount: '-0.02' } },
      ],
    });
    expect(await funds('510600', { from: '2024-02-29', to: '2024-03-02' })).toMatchObject({
      raised: { amount: yuanOfFen(big + 1n) },
      donorCount: 1,
    });
  });

  const day = fc
    .date({ min: new Date('2022-11-15'), max: new Date('2023-03-20'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const area = fc.constantFrom('360302100201', '360302100001-G001', '360302', '360321', '360300');
  const gifts = fc.array(
    fc.record({
      fen: fc.bigInt(1n, 10n ** 12n),
      day,
      area,
      refund: fc.boolean(),
      donor: fc.constantFrom('x', 'y', 'z'),
    }),
    { minLength: 1, maxLength: 12 },
  );

  test('equal the ledger for any gifts and refunds in any area and period', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(gifts, day, day, async (list, one, other) => {
        // A county of its own per run: the ledger cannot be emptied.
        run += 1;
        const county = String(440000 + 100 + run);
        const here = (code: string) => code.replace(/^36030[02]|^360321/, county);
        await asHub(async (client) => {
          for (const { fen, day: on, area: code, refund, donor } of list) {
            const at = { organization: randomUUID(), area: here(code), day: on };
            const entry = await book(client, { ...at, kind: 'DONATION', donor, postings: cash(fen) });
            if (refund)
              await book(client, {
                ...at,
                kind: 'REFUND',
                reverses: entry,
                postings: [
                  ['REFUNDS', fen],
                  ['CASH_HELD', -fen],
                ],
              });
          }
        });
        const [from, to] = [one, other].sort() as [string, string];
        const inside = list.filter((item) => item.day >= from && item.day < to);
        const net = (items: typeof list) =>
          items.reduce((sum, { fen, refund }) => sum + (refund ? 0n : fen), 0n);
        expect(await funds(county, null)).toMatchObject({
          raised: { amount: yuanOfFen(net(list)) },
          donationCount: list.length,
          donorCount: new Set(list.map(({ donor }) => donor)).size,
        });
        expect(await funds(county, { from, to })).toMatchObject({
          raised: { amount: yuanOfFen(net(inside)) },
          donationCount: inside.length,
          donorCount: new Set(inside.map(({ donor }) => donor)).size,
        });
      }),
      { numRuns: 15 },
    );
  });

  test('lose nothing when many give to one organization at the same time', async () => {
    const [organization, area] = [randomUUID(), '430100'];
    const gifts = Array.from({ length: 30 }, () =>
      asHub((client) => book(client, { ...gift(101n, organization), area })),
    );
    await Promise.all(gifts);
    expect(await funds('430100', null)).toMatchObject({
      raised: { amount: '30.30' },
      donationCount: 30,
      donorCount: 30,
    });
  });
});
