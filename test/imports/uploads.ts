// How files get in, who may send them, and what is refused before anything of them is kept.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withClient } from '../kit/database.js';
import { eventually } from '../kit/eventually.js';
import { startHub, type TestHub } from '../kit/hub.js';
import { Importer } from '../kit/importer.js';

let hub: TestHub;
let admin: Importer;
beforeAll(async () => {
  hub = await startHub({ topology: 'embedded', engine: 'hive' }, 'demo', {
    settings: { LIMIT_IMPORT_BYTES: '3000000', LIMIT_IMPORT_ROWS: '2000', RATE_LIMIT_PER_VIEWER: '0' },
  });
  admin = new Importer(hub, 'admin');
});
afterAll(() => hub?.stop());

const file = () => `名称\n${randomUUID()}\n`;
const jobCount = () =>
  withClient(hub.database.address, async (client) => {
    const { rows } = await client.query<{ count: string }>('select count(*) from imports.import_job');
    return Number(rows[0]?.count);
  });

describe('a file is taken', () => {
  test.each([
    ['admin', 'partners'],
    ['admin', 'organizations'],
    ['admin', 'resources'],
    ['admin', 'donations'],
    ['partner', 'resources'],
    ['finance', 'donations'],
  ] as const)('from %s for %s', async (role, noun) => {
    const answer = await new Importer(hub, role).post(noun, '文件.csv', file());
    expect([answer.status, answer.json()]).toEqual([
      201,
      { data: { importJob: { id: expect.any(String), status: 'WAITING' } } },
    ]);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('in parts, and its bytes are gone once it was read', async () => {
    const rows = Array.from({ length: 1_500 }, (_, index) => `单位${index}号${'甲'.repeat(300)}`);
    const job = await admin.upload('partners', 'long.csv', ['名称', ...rows, ''].join('\n'));
    expect(job).toMatchObject({ status: 'READY', progress: { rowsTotal: 1_501 } });
    const kept = await withClient(hub.database.address, (client) =>
      client.query('select from imports.import_part where job_id = $1', [job.id]),
    );
    expect(kept.rowCount).toBe(0);
  });

  test('and what it is, its bytes say: neither its name nor its type', async () => {
    const job = await admin.upload('partners', '名单.xlsx', JSON.stringify([{ 名称: '甲' }]));
    expect(job).toMatchObject({ status: 'READY', format: 'JSON' });
  });
});

describe('a file is refused, and nothing of it is kept', () => {
  const stranger = () => new Importer(hub, null);

  test.each([
    [null, 'partners', 401, 'UNAUTHENTICATED'],
    ['viewer', 'partners', 403, 'FORBIDDEN'],
    ['analyst', 'organizations', 403, 'FORBIDDEN'],
    ['organization', 'organizations', 403, 'FORBIDDEN'],
    ['partner', 'partners', 403, 'FORBIDDEN'],
    ['partner', 'donations', 403, 'FORBIDDEN'],
    ['finance', 'partners', 403, 'FORBIDDEN'],
  ] as const)('from %s for %s', async (role, noun, status, code) => {
    const before = await jobCount();
    const answer = await (role === null ? stranger() : new Importer(hub, role)).post(noun, 'a.csv', file());
    expect([answer.status, answer.json().errors]).toMatchObject([status, [{ extensions: { code } }]]);
    expect(await jobCount()).toBe(before);
  });

  test('for a noun that there is not', async () => {
    const answer = await admin.post('projects', 'a.csv', file());
    expect([answer.status, answer.json().errors?.[0]?.message]).toEqual([
      400,
      'noun: "projects" is not allowed; one of partners, resources, organizations, donations is expected.',
    ]);
  });

  test('without a name', async () => {
    const token = await hub.tokenOf('admin');
    const answer = await fetch(`${hub.url}/imports/partners`, {
      method: 'POST',
      body: file(),
      headers: { authorization: `Bearer ${token}` },
    });
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { errors: [{ message: expect.stringContaining('?fileName='), extensions: { argument: 'fileName' } }] },
    ]);
  });

  test('whose name holds a telephone number', async () => {
    const answer = await admin.post('partners', '联系13812345678.csv', file());
    expect([answer.status, answer.body.toString()]).toEqual([
      400,
      expect.not.stringContaining('13812345678'),
    ]);
  });

  test('that is empty', async () => {
    const answer = await admin.post('partners', 'empty.csv', '');
    expect([answer.status, answer.json().errors?.[0]?.message]).toEqual([
      400,
      expect.stringContaining('at least one byte'),
    ]);
  });

  test('that is too long, by its length before a byte is read, or by counting', async () => {
    const long = Buffer.alloc(3_000_001, 'x');
    const declared = await admin.post('partners', 'long.csv', long);
    expect([declared.status, declared.json().errors]).toMatchObject([
      413,
      [
        {
          extensions: { code: 'LIMIT_EXCEEDED', limit: 'importBytes', allowed: 3_000_000, asked: 3_000_001 },
        },
      ],
    ]);
    const counted = await fetch(`${hub.url}/imports/partners?fileName=long.csv`, {
      method: 'POST',
      body: new Blob([long]).stream(),
      duplex: 'half',
      headers: { authorization: `Bearer ${await hub.tokenOf('admin')}` },
    } as RequestInit);
    expect([counted.status, await counted.json()]).toMatchObject([
      413,
      { errors: [{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'importBytes' } }] },
    ]);
  });

  test('with more rows than are allowed', async () => {
    const rows = Array.from({ length: 2_002 }, (_, index) => `单位${index}`);
    const job = await admin.upload('partners', 'many.csv', rows.join('\n'));
    expect(job).toMatchObject({ status: 'FAILED', failure: { code: 'TOO_MANY_ROWS' }, sheets: [] });
    expect(job.failure?.message).toContain('2000');
    const kept = await withClient(hub.database.address, (client) =>
      client.query('select from imports.import_line where job_id = $1', [job.id]),
    );
    expect(kept.rowCount).toBe(0);
  });

  test('whose upload breaks off: its job says so and keeps nothing', async () => {
    const name = `broken-${randomUUID()}.csv`;
    const { hostname, port } = new URL(hub.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(
      `POST /imports/partners?fileName=${name} HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer ${await hub.tokenOf('admin')}\r\nContent-Length: 2900000\r\n\r\n${'x'.repeat(1_300_000)}`,
    );
    const job = () =>
      withClient(hub.database.address, async (client) => {
        const found = `select status, failure, (select count(*)::int from imports.import_part p where p.job_id = j.id) as parts
          from imports.import_job j where file_name = $1`;
        return (await client.query<{ status: string; failure: string | null; parts: number }>(found, [name]))
          .rows[0];
      });
    await eventually(async () => ((await job())?.parts ?? 0) > 0);
    socket.destroy();
    const broken = await eventually(async () => {
      const found = await job();
      return found?.status === 'FAILED' ? found : null;
    });
    expect(broken.parts).toBe(0);
    expect(JSON.parse(broken.failure ?? '{}')).toMatchObject({ code: 'UPLOAD_BROKEN_OFF' });
  });
});

describe('a job is seen', () => {
  const lookAt = (who: Importer, id: string) =>
    who.job(id).then(
      () => 'seen',
      (error: Error) => error.message,
    );

  test('by who uploaded it, its partner and an administrator; for others there is none', async () => {
    const partner = new Importer(hub, 'partner');
    const { id } = await partner.upload('resources', 'mine.csv', '名称\n甲\n');
    expect(await lookAt(partner, id)).toBe('seen');
    expect(await lookAt(admin, id)).toBe('seen');
    expect(await lookAt(new Importer(hub, 'finance'), id)).toContain('NOT_FOUND');
    const other = hub.as({ roles: ['partner'], partnerId: randomUUID() });
    const answer = await other.run('query ($id: ID!) { importJob(id: $id) { id } }', { id });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    expect(
      (await other.run('mutation ($id: ID!) { commitImport(input: { jobId: $id }) { __typename } }', { id }))
        .errors?.[0]?.extensions,
    ).toMatchObject({ code: 'NOT_FOUND' });
    const listed = await other.expectData<{ importJobs: { totalCount: number } }>(
      '{ importJobs { totalCount } }',
    );
    expect(listed.importJobs.totalCount).toBe(0);
  });

  test('donations’ by all of finance', async () => {
    const { id } = await admin.upload('donations', 'gifts.csv', '金额\n1\n');
    expect(await lookAt(new Importer(hub, 'finance'), id)).toBe('seen');
  });

  test('by nobody who may not import', async () => {
    const answer = await hub.as('analyst').run('{ importJobs { totalCount } }');
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});

test('steps that a job does not allow are refused and name what is allowed', async () => {
  const { id } = await admin.upload('partners', 'a.csv', file());
  expect(await admin.begin('commitImport', id)).toMatchObject({ __typename: 'InvalidTransition' });
  expect(await admin.begin('undoImport', id)).toMatchObject({ __typename: 'InvalidTransition' });
});

test('choices that cannot be are refused, all at once', async () => {
  const { id } = await admin.upload('partners', 'a.csv', '甲列,乙列\n一,二\n');
  const refused = await admin.start(id, {
    headerRow: 9,
    mapping: [
      { column: 7, field: 'name' },
      { column: 0, field: 'colour' },
    ],
  });
  expect(refused).toMatchObject({ __typename: 'InvalidInput' });
  const codes = (refused['problems'] as { code: string }[]).map(({ code }) => code).sort();
  expect(codes).toEqual(['FIELD_NOT_MAPPED', 'HEADER_ROW_BLANK', 'UNKNOWN_COLUMN', 'UNKNOWN_FIELD']);
  const partner = new Importer(hub, 'partner');
  const own = await partner.upload('resources', 'b.csv', '名称,单位,数量,类别\n甲,件,1,物资\n');
  const constants = [{ field: 'partnerId', value: randomUUID() }];
  expect(await partner.start(own.id, { constants })).toMatchObject({
    __typename: 'InvalidInput',
    problems: [{ field: 'mapping', code: 'PARTNER_IS_OWN' }],
  });
});
