// Case 75: neither the time zone of a process nor the server's, nor how the server writes days, changes a sum of a month, a day, or an instant.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { subgraphs } from '#gateway/embedded.js';
import { checkBooks } from '#shared/books.js';
import { addDays } from '#shared/calendar.js';
import { today } from '#shared/today.js';
import { type TestDatabase, testDatabase, withClient } from './kit/database.js';
import { base, giftOf, recordDonation } from './kit/giving.js';
import { cleanUp, cleanups, folder, startHub } from './kit/starts.js';

/** Process and server: as one would; far apart; and where a day is another day for most of the day, or begins at 01:00 (2018-11-04). */
const settings = [
  { process: 'UTC', server: 'UTC', days: 'ISO' },
  { process: 'America/Los_Angeles', server: 'Asia/Shanghai', days: 'SQL, DMY' },
  { process: 'Pacific/Kiritimati', server: 'America/Sao_Paulo', days: 'German' },
];

/** Days at which a shifted instant falls into another month or year. */
const days = [
  '2018-11-04',
  '2024-01-31',
  '2024-02-01',
  '2024-02-29',
  '2024-03-01',
  '2024-12-31',
  '2025-01-01',
];

const question = `query ($id: ID!, $after: String) {
  organization(id: $id) { createdAt funds { byMonth { month raised { amount } donationCount } byYear { year raised { amount } } }
    january: funds(period: { from: "2024-01-31", to: "2024-02-01" }) { raised { amount } donationCount donorCount }
    year: funds(period: { from: "2024-01-01", to: "2025-01-01" }) { raised { amount } donationCount donorCount byMonth { month } }
    incubations { events { at } } }
  organizations(first: 3, after: $after) { nodes { createdAt updatedAt } pageInfo { endCursor } }
  area(code: "360300") { funds { byMonth { month raised { amount } } } }
}`;

interface Answer {
  data: Record<string, unknown> & { organizations: { pageInfo: { endCursor: string } } };
}

async function ask(url: string, token: string, query: string, variables: object): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as Answer & { errors?: unknown };
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  // Which request it was and when is no part of what is compared.
  return { data: answer.data };
}

/** Starts a hub under its settings, lets finance record a gift on each day, and yields everything that it says then. */
async function story(zones: (typeof settings)[number], database: TestDatabase) {
  const { database: name } = database.address;
  await withClient(database.address, async (client) => {
    await client.query(`alter database ${name} set timezone = '${zones.server}'`);
    await client.query(`alter database ${name} set datestyle = '${zones.days}'`);
  });
  const dataDir = folder();
  const hub = await startHub({ TZ: zones.process, DATA_DIR: dataDir, DATABASE_URL: database.url });
  const tokens = JSON.parse(readFileSync(join(dataDir, 'demo-tokens.json'), 'utf8')) as { finance: string };
  const say = (query: string, variables: object) => ask(hub.url, tokens.finance, query, variables);
  const recorded: unknown[] = [];
  for (const day of [...days, today(), addDays(today(), 1)]) {
    const input = giftOf({ idempotencyKey: `gift-of-${day}`, receivedOn: day });
    const once = await say(recordDonation, { input });
    expect(await say(recordDonation, { input })).toEqual(once);
    recorded.push({ ...(once.data['result'] as object), id: null, receiptNumber: null });
  }
  const first = await say(question, { id: base });
  const second = await say(question, { id: base, after: first.data.organizations.pageInfo.endCursor });
  return { recorded, first, second };
}

let databases: TestDatabase[] = [];
const told: Awaited<ReturnType<typeof story>>[] = [];
beforeAll(async () => {
  databases = await Promise.all(settings.map(() => testDatabase('demo')));
  for (const database of databases) cleanups.push(() => database.drop());
  for (const [index, zones] of settings.entries())
    told.push(await story(zones, databases[index] as TestDatabase));
}, 120_000);
afterAll(cleanUp);

test('gifts of the same days are the same gifts, and only tomorrow’s is refused', () => {
  const [usual] = told;
  expect(usual?.recorded).toEqual([
    ...[...days, today()].map((receivedOn) => expect.objectContaining({ receivedOn })),
    expect.objectContaining({ problems: [expect.objectContaining({ code: 'DAY_IN_FUTURE' })] }),
  ]);
  for (const { recorded } of told) expect(recorded).toEqual(usual?.recorded);
});

test('sums of months, years and periods, and every instant, are the same', () => {
  const [usual] = told;
  expect(usual?.first.data['organization']).toMatchObject({
    january: { raised: { amount: '100.00' }, donationCount: 1, donorCount: 1 },
  });
  for (const { first, second } of told) {
    expect(first).toEqual(usual?.first);
    expect(second).toEqual(usual?.second);
  }
});

test('the books hold, seen from each time zone', async () => {
  const books = new Map(Object.values(subgraphs).map(({ name, books: own }) => [name, own]));
  for (const { address } of databases) {
    const findings = await checkBooks(books, () => address);
    expect(findings.filter(({ broken }) => broken.length > 0)).toEqual([]);
  }
});
