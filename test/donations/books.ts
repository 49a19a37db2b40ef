// `npm run check:books`: says that the books are right, and names what is not.
import { spawnSync } from 'node:child_process';

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { subgraphs } from '#gateway/embedded.js';
import { projectFile } from '#gateway/start.js';
import { checkBooks } from '#shared/books.js';
import { type TestDatabase, testDatabase, withClient } from '../kit/database.js';

const command = projectFile('dist/gateway/check-books.main.js');
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase('demo');
});
afterAll(() => database?.drop());

function check(): { code: number | null; lines: string[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DATABASE_URL: database.url },
  });
  return { code: status, lines: `${stdout}${stderr}`.split('\n') };
}

test('the demonstration dataset fulfils every invariant', () => {
  const { code, lines } = check();
  expect(lines.filter((line) => line.startsWith('✗'))).toEqual([]);
  expect(lines.at(-2)).toMatch(/^All \d+ invariants hold\.$/);
  expect(new Set(lines.map((line) => /^✓ (I\d+)/.exec(line)?.[1]).filter(Boolean))).toEqual(
    new Set(['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I9', 'I10', 'I13', 'I14']),
  );
  expect(code).toBe(0);
});

test('the command ends with 1 and names what is broken', async () => {
  await withClient(database.address, (client) =>
    client.query(`update partners.audit_chain set position = 7 where chain = 3`),
  );
  const { code, lines } = check();
  expect(lines).toContain('✗ I10 partners: the audit chain is unbroken; broken: chain 3 at 7');
  expect(code).toBe(1);
});

/** What somebody with the owner's rights could do behind the hub's back, and the invariant that finds it. */
const damages: [invariant: RegExp, table: string, damage: string][] = [
  [
    /✗ I1 .*sum 5/,
    'donations.posting',
    `update donations.posting set amount_fen = amount_fen + 5 where (entry_id, position) in (select entry_id, position from donations.posting where amount_fen > 0 limit 1)`,
  ],
  [
    /✗ I2 .*at least two/,
    'donations.posting',
    `delete from donations.posting where (entry_id, position) in (select entry_id, position from donations.posting limit 1)`,
  ],
  [
    /✗ I3 .*without postings/,
    'donations.posting',
    `delete from donations.posting where entry_id in (select entry_id from donations.posting limit 1)`,
  ],
  [
    /✗ I4 .*above the gift/,
    'donations.posting',
    `with e as (insert into donations.entry (id, kind, occurred_on, idempotency_scope, idempotency_key, request_hash, reverses, donation_id)
    select gen_random_uuid(), 'REFUND', occurred_on, 'damage', 'damage', 'x', id, donation_id from donations.entry where kind = 'DONATION' limit 1 returning id)
    insert into donations.posting select id, n, account, fen from e, (values (1, 'REFUNDS', 99999999999), (2, 'CASH_HELD', -99999999999)) p(n, account, fen)`,
  ],
  [
    /✗ I5 .*wrong side/,
    'donations.posting',
    `update donations.posting set amount_fen = -amount_fen where entry_id in (select entry_id from donations.posting limit 1)`,
  ],
  [
    /✗ I6 .*since ever/,
    'donations.fund_total',
    `update donations.fund_total set cash_fen = cash_fen + 1 where owner_kind = 'AREA' and grain = 'D'`,
  ],
  [
    /✗ I6 .*how concentrated/,
    'donations.funding_concentration',
    `update donations.funding_concentration set squares = squares + 1`,
  ],
  [
    /✗ I7 .*provinces/,
    'donations.fund_total',
    `update donations.fund_total set cash_fen = cash_fen + 1 where owner_kind = 'AREA' and owner_id = '360000' and grain = 'A'`,
  ],
  [
    /✗ I9 .*organization that money names/,
    'donations.donation',
    `update donations.donation set organization_id = gen_random_uuid() where id in (select id from donations.donation limit 1)`,
  ],
  [
    /✗ I10 .*audit chain/,
    'partners.audit_chain',
    `update partners.audit_chain set position = 7 where chain = 3`,
  ],
  [
    /✗ I6 .*what a resource holds/,
    'partners.resource',
    `update partners.resource set held = held + 1 where id in (select id from partners.resource where held < capacity limit 1)`,
  ],
  [
    /✗ I6 .*what is in use of a resource/,
    'partners.resource_use',
    `update partners.resource_use set change = change + 1 where day = '0001-01-01'`,
  ],
  [
    /✗ I6 .*numbers of organizations, social/,
    'organizations.organization_total',
    `update organizations.organization_total set volunteers = volunteers + 1 where area_code = '360300'`,
  ],
];

test.each(damages)('%s is found after damage to %s', async (invariant, table, damage) => {
  const copy = await testDatabase('demo');
  try {
    await withClient(copy.address, async (client) => {
      await client.query(`alter table ${table} disable trigger all`);
      await client.query(damage);
    });
    const books = new Map(Object.values(subgraphs).map(({ name, books: own }) => [name, own]));
    const findings = await checkBooks(books, () => copy.address);
    const broken = findings.filter((finding) => finding.broken.length > 0);
    expect(
      broken.map(({ id, says, broken: names }) => `✗ ${id} ${says}; ${names.join()}`).join('\n'),
    ).toMatch(invariant);
  } finally {
    await copy.drop();
  }
});
