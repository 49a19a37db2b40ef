// R-FND-13: whoever gives anonymously is named nowhere: in no row, no answer, no record (case 78e).
import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { bodies } from '../kit/bodies.js';
import { withClient } from '../kit/database.js';
import { finance, fundsOf, giftOf, giving, recordDonation } from '../kit/giving.js';
import { startHub } from '../kit/hub.js';
import { openSubgraphs, type TestSubgraphs } from '../kit/subgraphs.js';

let hub: TestSubgraphs;
let books: ReturnType<typeof giving>;
let make: ReturnType<typeof bodies>;
beforeAll(async () => {
  hub = await openSubgraphs();
  books = giving(hub);
  make = bodies(hub);
});
afterAll(() => hub?.stop());

/** Lists every column of the database whose text holds a text: all tables of all schemas, whatever their columns' types. */
const columnsWith = (text: string) =>
  withClient(hub.database.address, async (client) => {
    const { rows: columns } = await client.query<{ table: string; column: string }>(
      `select format('%I.%I', table_schema, table_name) as table, quote_ident(column_name) as column from information_schema.columns
       join information_schema.tables using (table_schema, table_name)
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    expect(columns.length).toBeGreaterThan(100);
    const found: string[] = [];
    for (const { table, column } of columns) {
      // Bytes are searched as bytes: their text form would hide a name.
      const { rows } = await client.query(
        `select from ${table} where ${column}::text ilike $1 or ${column}::text ilike $2 limit 1`,
        [`%${text}%`, `%${Buffer.from(text).toString('hex')}%`],
      );
      if (rows.length > 0) found.push(`${table}.${column}`);
    }
    return found;
  });

/** Sends an input as it is and yields all that comes back as one text. */
/** The answer but for its time. */
const answerTo = async (input: object) => {
  const { data, errors } = await hub.ask('donations', finance, recordDonation, { input });
  return JSON.stringify({ data, errors });
};

test('R-FND-13, case 78e: after recording, repeating, receiving, refunding and failing, the name and the partner are in no table and no answer', async () => {
  const donorName = `Nameless-${randomUUID().slice(0, 8)}-无名氏`;
  const donorPartnerId = await make.partner();
  const organizationId = await make.organization();
  const secret = { organizationId, donorName, donorPartnerId, anonymous: true };
  const input = giftOf(secret);
  const closed = await books.open({
    idempotencyKey: randomUUID(),
    title: 'past',
    startsOn: '2020-01-01',
    endsOn: '2020-02-01',
  });

  const answers = [
    await answerTo(input),
    await answerTo(input),
    await answerTo({ ...input, donorName: `${donorName}-two` }),
  ];
  expect(new Set(answers).size).toBe(1);
  const gift = (
    JSON.parse(answers[0] ?? '') as { data: { result: { id: string; donorName: null; donorPartner: null } } }
  ).data.result;
  expect(gift).toMatchObject({ donorName: null, donorPartner: null, anonymous: true });
  const pledge = await books.record(giftOf({ ...secret, pledged: true }));
  const failures = [
    { ...input, amount: '7' },
    giftOf({ ...secret, amount: '0' }),
    giftOf({ ...secret, donorName: `${donorName}\u0000`, amount: '-1' }),
    giftOf({ ...secret, receiptNumber: '1' }),
    giftOf({ ...secret, projectId: randomUUID() }),
    giftOf({ ...secret, campaignId: closed.id }),
    giftOf({ ...secret, kind: undefined }),
    giftOf({ ...secret, kind: 'NONE' }),
    giftOf({ ...secret, receivedOn: 'never' }),
    giftOf({ ...secret, unknown: { name: donorName } }),
    giftOf({ ...secret, items: [{ name: donorName }] }),
  ];
  for (const failure of failures) {
    const answer = await answerTo(failure);
    expect(answer).toMatch(/BAD_USER_INPUT|CONFLICT|UNKNOWN_REFERENCE|CAMPAIGN_NOT_OPEN/);
    answers.push(answer);
  }
  for (const done of [
    await books.receive({ donationId: pledge.id, version: 1 }),
    await books.refund({ donationId: gift.id, amount: '1' }),
    await books.refund({ donationId: gift.id, amount: '100' }),
  ])
    answers.push(JSON.stringify(done));

  expect(answers.join()).not.toContain('Nameless');
  expect(answers.join()).not.toContain(donorPartnerId);
  expect(await columnsWith(donorName.slice(0, 17))).toEqual([]);
  expect(await columnsWith(donorPartnerId)).toEqual(['partners.partner.id']);
});

test('R-FND-13: each anonymous gift counts as a donor of its own, whoever gave', async () => {
  const organizationId = await make.organization();
  for (let gift = 0; gift < 3; gift += 1)
    await books.record(giftOf({ organizationId, donorName: 'Zhou', anonymous: true }));
  expect(await fundsOf(hub, organizationId)).toMatchObject({ donationCount: 3, donorCount: 3 });
});

test('a donor who is named stands in the donation and its kept answer, and in nothing that others read', async () => {
  const donorName = `Named-${randomUUID().slice(0, 8)}`;
  const gift = await books.record(giftOf({ donorName }));
  await books.refund({ donationId: gift.id, amount: '1' });
  expect((await columnsWith(donorName)).sort()).toEqual([
    'donations.donation.donor_name',
    'donations.idempotency.answer',
  ]);
});

test('the database itself refuses an anonymous gift with a name, and shows who gave to nobody else', async () => {
  const { id } = await books.record(giftOf({ donorName: 'Wu' }));
  await withClient(hub.database.address, async (client) => {
    await expect(
      client.query('update donations.donation set anonymous = true where id = $1', [id]),
    ).rejects.toMatchObject({
      constraint: 'donation_anonymous_has_no_name',
    });
    await client.query('set role hub_donations');
    for (const table of ['donation', 'in_kind_item', 'refund', 'campaign_contact'])
      expect((await client.query(`select from donations.${table}`)).rows).toEqual([]);
    await expect(client.query('select from donations.donor_salt')).rejects.toMatchObject({ code: '42501' });
  });
});

test('no log line and no answer through the gateway names a donor, not even when the database fails', async () => {
  const lines: string[] = [];
  const destination = new Writable({
    write: (line: Buffer, _encoding, done) => {
      lines.push(line.toString());
      done();
    },
  });
  const served = await startHub({ topology: 'embedded', engine: 'hive' }, 'demo', {
    log: pino({ level: 'trace' }, destination),
  });
  try {
    const record = (input: object) => served.as('finance').run(recordDonation, { input });
    const donorName = `Nameless-${randomUUID().slice(0, 8)}`;
    const anonymousGift = { donorName, anonymous: true };
    const answers = [
      await record(giftOf(anonymousGift)),
      await record(giftOf({ ...anonymousGift, amount: '0' })),
      await record(giftOf({ ...anonymousGift, kind: undefined })),
      await record(giftOf({ ...anonymousGift, kind: 'NONE' })),
      await record(giftOf({ ...anonymousGift, extra: donorName })),
    ];
    expect(answers[0]).toMatchObject({ data: { result: { __typename: 'Donation', donorName: null } } });
    // PostgreSQL's own message of a refused row quotes the whole row.
    await withClient(served.database.address, (client) =>
      client.query(
        'alter table donations.donation add constraint refuses_seven check (amount_fen <> 700) not valid',
      ),
    );
    for (const anonymous of [true, false]) {
      const answer = await record(giftOf({ donorName, anonymous, amount: '7' }));
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('INTERNAL');
      answers.push(answer);
    }
    expect(JSON.stringify(answers)).not.toContain('Nameless');
    expect(lines.join('')).toContain('masked error');
    expect(lines.join('')).not.toContain('Nameless');
  } finally {
    await served.stop();
  }
});
