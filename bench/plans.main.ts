import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { driverConfig } from '#shared/database/connection.js';
import { parseDatabaseUrl } from '#shared/database/url.js';
import { databaseUrl } from '../test/kit/database.js';
import { startHub } from '../test/kit/hub.js';
import { caughtStatements, plansOf, wholeReads } from '../test/kit/plans.js';
import { readStatistics, statisticsText } from '../test/kit/statistics.js';

// What `npm run bench -- plans` runs, with DATABASE_URL of a superuser in a database that holds the dataset L:
// holds the checked-in plans, which the tests make of L's statistics alone, against those that PostgreSQL makes on L itself.
// With --write it writes both anew.
const folder = join(fileURLToPath(new URL('../..', import.meta.url)), 'test/plans');
const database = parseDatabaseUrl(process.env['DATABASE_URL'] ?? '');
if ('mistake' in database) throw new Error(`DATABASE_URL: ${database.mistake}`);

const hub = await startHub(
  { topology: 'embedded', engine: 'hive' },
  { address: database, url: databaseUrl(database), drop: () => Promise.resolve() },
);
const caught = await caughtStatements(hub).finally(() => hub.stop());
const plans = await plansOf(database, caught);
for (const line of wholeReads(plans)) console.log(`reads a whole table: ${line.trim()}`);
if (process.argv.includes('--write')) {
  const client = new pg.Client(driverConfig(database, 'bench plans'));
  await client.connect();
  const statistics = await readStatistics(client).finally(() => client.end());
  writeFileSync(join(folder, 'statistics-of-L.json'), statisticsText(statistics));
  writeFileSync(join(folder, 'plans-at-L.txt'), plans);
} else if (plans !== readFileSync(join(folder, 'plans-at-L.txt'), 'utf8')) {
  console.log(plans);
  console.log('the plans on L differ from test/plans/plans-at-L.txt');
  process.exitCode = 1;
} else console.log('the plans on L are those of test/plans/plans-at-L.txt');
