// Hostile: the hub is killed in the middle of an import, or is sent many files at once.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { atOnce } from '../kit/at-once.js';
import { type TestDatabase, testDatabase, withClient } from '../kit/database.js';
import { eventually } from '../kit/eventually.js';
import { asker } from '../kit/hub.js';
import { Importer } from '../kit/importer.js';
import { type HubProcess, startProcess } from '../kit/process.js';

/** A hub as a process, which may be killed and started again on the same database and folder. */
class MortalHub {
  hub!: HubProcess;
  admin!: Importer;

  private constructor(
    private readonly database: TestDatabase,
    private readonly dataDir = mkdtempSync(join(tmpdir(), 'linkage-hub-data-')),
  ) {}

  static async open(): Promise<MortalHub> {
    const place = new MortalHub(await testDatabase('demo'));
    await place.start();
    return place;
  }

  async start(): Promise<void> {
    this.hub = await startProcess({
      entry: 'gateway/main.js',
      env: {
        ...{ DATABASE_URL: this.database.url, DATA_DIR: this.dataDir, DEMO_DATA: 'off' },
        ...{ RATE_LIMIT_PER_VIEWER: '0', RATE_LIMIT_PER_ADDRESS: '0' },
      },
    });
    const tokens = JSON.parse(readFileSync(join(this.dataDir, 'demo-tokens.json'), 'utf8')) as {
      admin: string;
    };
    const tokenOf = () => Promise.resolve(tokens.admin);
    const { url } = this.hub;
    const asked = asker(url, tokenOf);
    this.admin = new Importer({ ...asked, url, tokenOf, as: () => asked }, 'admin');
  }

  query<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    return withClient(
      this.database.address,
      async (client) => (await client.query(text, values)).rows as Row[],
    );
  }

  async close(): Promise<void> {
    await this.hub?.stop();
    await this.database.drop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

const kind = { constants: [{ field: 'kind', value: '高校' }] };
const rowCount = 12_000;

/** Another process takes a step over ten seconds after the last sign of life of the one that had it. */
const takeoverMs = 90_000;

/** Uploads a long file whose rows begin with a name of their own. */
async function uploadLong({ admin }: MortalHub) {
  const name = `中断${randomUUID()}`;
  const rows = Array.from({ length: rowCount }, (_, index) => `${name}${index}`);
  const { id } = await admin.upload('partners', 'long.csv', ['名称', ...rows].join('\n'));
  return { id, name };
}

async function onPlace(tell: (place: MortalHub) => Promise<void>): Promise<void> {
  const place = await MortalHub.open();
  await tell(place).finally(() => place.close());
}

describe('kill -9', () => {
  const tests = {
    'in the middle of a dry run: it goes on by itself, and every row is examined': () =>
      onPlace(async (place) => {
        const { id } = await uploadLong(place);
        await place.admin.start(id, kind);
        await eventually(async () => (await place.admin.job(id)).progress.rowsRead > 500);
        await place.hub.kill();
        await place.start();
        expect(await place.admin.until(id, ['CHECKED', 'READY'], takeoverMs)).toMatchObject({
          status: 'CHECKED',
          progress: { rowsTotal: rowCount, rowsRead: rowCount, rowsValid: rowCount, rowsInvalid: 0 },
          problems: { totalCount: 0 },
        });
      }),

    'in the middle of writing: it goes on by itself, and every row is written once': () =>
      onPlace(async (place) => {
        const { id, name } = await uploadLong(place);
        await place.admin.start(id, kind);
        expect(await place.admin.until(id, ['CHECKED', 'READY'], takeoverMs)).toMatchObject({
          status: 'CHECKED',
        });
        await place.admin.begin('commitImport', id);
        await eventually(async () => (await place.admin.job(id)).progress.rowsWritten > 500, 30_000, 5);
        await place.hub.kill();
        const count = 'select count(*)::int as count from partners.partner where name like $1';
        expect(await place.query(count, [`${name}%`])).toEqual([{ count: 0 }]);
        await place.start();
        const written = await place.admin.until(id, ['WRITTEN', 'CHECKED'], takeoverMs);
        expect(written).toMatchObject({ status: 'WRITTEN', summary: { created: rowCount }, failure: null });
        expect(await place.query(count, [`${name}%`])).toEqual([{ count: rowCount }]);
      }),
  };
  atOnce(tests, 300_000);
});

describe('20 files of 10 MiB at once', () => {
  let place: MortalHub;
  beforeAll(async () => {
    place = await MortalHub.open();
  });
  afterAll(() => place?.close());

  test('wait their turn: the hub answers others meanwhile and keeps within its memory', async () => {
    const { admin, hub } = place;
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
      const busy = await place.query(`select from imports.import_job where status in ('WAITING', 'READING')`);
      return busy.length === 0;
    }, 200_000);
    const failures = await place.query<{ failure: string }>(
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
