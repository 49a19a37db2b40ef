// Hostile: the hub is killed in the middle of an import, or is sent many files at once.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type TestDatabase, testDatabase, withClient } from '../kit/database.js';
import { eventually } from '../kit/eventually.js';
import { asker } from '../kit/hub.js';
import { Importer } from '../kit/importer.js';
import { type HubProcess, startProcess } from '../kit/process.js';

let database: TestDatabase;
let dataDir: string;
let hub: HubProcess;
let admin: Importer;

async function start(): Promise<void> {
  hub = await startProcess({
    entry: 'gateway/main.js',
    env: {
      ...{ DATABASE_URL: database.url, DATA_DIR: dataDir, DEMO_DATA: 'off' },
      ...{ RATE_LIMIT_PER_VIEWER: '0', RATE_LIMIT_PER_ADDRESS: '0' },
    },
  });
  const { admin: token } = JSON.parse(readFileSync(join(dataDir, 'demo-tokens.json'), 'utf8')) as {
    admin: string;
  };
  const asked = asker(hub.url, () => Promise.resolve(token));
  admin = new Importer(
    { ...asked, url: hub.url, tokenOf: () => Promise.resolve(token), as: () => asked },
    'admin',
  );
}

beforeAll(async () => {
  database = await testDatabase('demo');
  dataDir = mkdtempSync(join(tmpdir(), 'linkage-hub-data-'));
  await start();
});
afterAll(async () => {
  await hub?.stop();
  await database?.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

const kind = { constants: [{ field: 'kind', value: '高校' }] };
const rowCount = 12_000;
const query = async <Row>(text: string, values: unknown[] = []) =>
  withClient(database.address, async (client) => (await client.query(text, values)).rows as Row[]);

/** Another process takes a step over ten seconds after the last sign of life of the one that had it. */
const takeoverMs = 90_000;

test('kill -9 in the middle of a dry run and of writing: both go on by themselves, and every row is written once', async () => {
  const name = `中断${randomUUID()}`;
  const rows = Array.from({ length: rowCount }, (_, index) => `${name}${index}`);
  const { id } = await admin.upload('partners', 'long.csv', ['名称', ...rows].join('\n'));

  await admin.start(id, kind);
  await eventually(async () => (await admin.job(id)).progress.rowsRead > 500);
  await hub.kill();
  await start();
  const checked = await admin.until(id, ['CHECKED', 'READY'], takeoverMs);
  expect(checked).toMatchObject({
    status: 'CHECKED',
    progress: { rowsTotal: rowCount, rowsRead: rowCount, rowsValid: rowCount, rowsInvalid: 0 },
    problems: { totalCount: 0 },
  });

  await admin.begin('commitImport', id);
  await eventually(async () => (await admin.job(id)).progress.rowsWritten > 500, 30_000, 5);
  await hub.kill();
  const count = 'select count(*)::int as count from partners.partner where name like $1';
  expect(await query(count, [`${name}%`])).toEqual([{ count: 0 }]);
  await start();
  const written = await admin.until(id, ['WRITTEN', 'CHECKED'], takeoverMs);
  expect(written).toMatchObject({ status: 'WRITTEN', summary: { created: rowCount }, failure: null });
  expect(await query(count, [`${name}%`])).toEqual([{ count: rowCount }]);
}, 300_000);

describe('20 files of 10 MiB at once', () => {
  test('wait their turn: the hub answers others meanwhile and keeps within its memory', async () => {
    const before = memoryOf(hub);
    // Each is read as a whole into a thread, which refuses its first cell.
    const file = Buffer.alloc(10 * 1024 * 1024, 'x');
    const uploads = Array.from({ length: 20 }, (_, index) =>
      admin.post('partners', `part-${index}.csv`, file),
    );
    const answers = Promise.all(uploads);
    let asked = 0;
    let done = false;
    void answers.finally(() => (done = true));
    while (!done) {
      expect((await admin.get('/health/ready')).status).toBe(200);
      asked += 1;
    }
    const statuses = (await answers).map(({ status }) => status);
    expect(statuses).toEqual(Array.from({ length: 20 }, () => 201));
    expect(asked).toBeGreaterThan(0);
    await eventually(async () => {
      const busy = await query(`select from imports.import_job where status in ('WAITING', 'READING')`);
      return busy.length === 0;
    }, 200_000);
    const failures = await query<{ failure: string }>(
      `select failure from imports.import_job where file_name like 'part-%'`,
    );
    expect(failures.map(({ failure }) => (JSON.parse(failure) as { code: string }).code)).toEqual(
      Array.from({ length: 20 }, () => 'CELL_TOO_LONG'),
    );
    expect(memoryOf(hub) - before).toBeLessThan(512);
  }, 300_000);
});

/** Most memory that a process has had, in MiB. */
function memoryOf({ child }: HubProcess): number {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
