// Written whole or not at all, once, and taken back only as long as nothing hangs on it.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withClient } from '../kit/database.js';
import { startHub, type TestHub } from '../kit/hub.js';
import { Importer } from '../kit/importer.js';
import { freshUscc } from '../kit/organizations.js';

let hub: TestHub;
let admin: Importer;
beforeAll(async () => {
  hub = await startHub({ topology: 'embedded', engine: 'hive' }, 'demo', {
    settings: { RATE_LIMIT_PER_VIEWER: '0' },
  });
  admin = new Importer(hub, 'admin');
});
afterAll(() => hub?.stop());

const kind = { constants: [{ field: 'kind', value: '高校' }] };
const sheetOf = (...rows: string[][]) => rows.map((row) => row.join(',')).join('\n');
const countOf = (name: string) =>
  withClient(hub.database.address, async (client) => {
    const found = 'select count(*)::int as count from partners.partner where name like $1';
    return (await client.query<{ count: number }>(found, [`${name}%`])).rows[0]?.count;
  });

test('of 10,000 rows with one bad row 9,999 nothing is written, and one problem says why', async () => {
  const name = `整批${randomUUID()}`;
  const rows = Array.from({ length: 10_000 }, (_, index) => [
    `${name}${index}`,
    index === 9_998 ? '12100000400000624X' : '',
  ]);
  const { id } = await admin.upload(
    'partners',
    'ten-thousand.csv',
    sheetOf(['名称', '统一社会信用代码'], ...rows),
  );
  const checked = await admin.check(id, kind);
  expect(checked).toMatchObject({
    status: 'CHECKED',
    progress: { rowsTotal: 10_000, rowsRead: 10_000, rowsValid: 9_999, rowsInvalid: 1 },
    hasRefusedRowsFile: true,
  });
  expect(checked.problems.nodes).toMatchObject([
    {
      row: 10_000,
      column: 1,
      field: 'uscc',
      severity: 'ERROR',
      code: 'USCC_BAD_CHECK',
      value: '12100000400000624X',
    },
  ]);
  expect(await admin.begin('commitImport', id)).toMatchObject({
    __typename: 'ImportHasRefusedRows',
    code: 'ROWS_REFUSED',
  });
  expect(await countOf(name)).toBe(0);
}, 120_000);

describe('the same file twice', () => {
  test('changes nothing: what is on record is left out', async () => {
    const name = `两次${randomUUID()}`;
    const file = sheetOf(['名称', '省'], [`${name}甲`, '江西省'], [`${name}乙`, '江西省']);
    const first = await admin.upload('partners', 'first.csv', file);
    await admin.check(first.id, kind);
    expect(await admin.commit(first.id)).toMatchObject({ status: 'WRITTEN', summary: { created: 2 } });
    const second = await admin.upload('partners', 'second.csv', file);
    expect(second.sameFileAs).toEqual({ id: first.id });
    const checked = await admin.check(second.id, kind);
    expect(checked.problems.nodes.map(({ row, code }) => [row, code])).toEqual([
      [2, 'DUPLICATE_ON_RECORD'],
      [3, 'DUPLICATE_ON_RECORD'],
    ]);
    expect(await admin.commit(second.id)).toMatchObject({
      status: 'WRITTEN',
      summary: { created: 0, updated: 0, skipped: 2 },
    });
    expect(await countOf(name)).toBe(2);
  });

  test('is not written twice by somebody who wants doubles', async () => {
    const name = `双份${randomUUID()}`;
    const file = sheetOf(['名称', '省'], [`${name}甲`, '江西省']);
    const create = { ...kind, onDuplicate: 'CREATE' };
    const first = await admin.upload('partners', 'a.csv', file);
    await admin.check(first.id, create);
    await admin.commit(first.id);
    const second = await admin.upload('partners', 'b.csv', file);
    await admin.check(second.id, create);
    expect(await admin.begin('commitImport', second.id)).toMatchObject({ __typename: 'FileAlreadyImported' });
    await admin.undo(first.id);
    expect(await admin.commit(second.id)).toMatchObject({ status: 'WRITTEN', summary: { created: 1 } });
    expect(await countOf(name)).toBe(1);
  });
});

test('a partner’s own resources need no partner, whatever a column seems to say', async () => {
  const partner = new Importer(hub, 'partner');
  const name = `自有${randomUUID()}`;
  const rows = [
    [`${name}活动室`, '场地', '3间', '某某学院'],
    [`${name}投影仪`, '设备', '约5', '某某学院'],
  ];
  const file = sheetOf(['名称', '类别', '数量', '提供单位'], ...rows);
  const { id } = await partner.upload('resources', 'mine.csv', file);
  const checked = await partner.check(id);
  // The unit stands in the cell that is wrong: that is told once.
  expect(checked.problems.nodes).toMatchObject([
    { row: 3, column: 2, code: 'QUANTITY_NOT_EXACT', suggestion: '5' },
  ]);
  expect(await partner.commit(id, { leaveOutRefused: true })).toMatchObject({
    status: 'WRITTEN',
    summary: { created: 1 },
  });
  const { viewer } = await hub
    .as('partner')
    .expectData<{ viewer: { partnerId: string } }>('{ viewer { partnerId } }');
  const found = await withClient(hub.database.address, (client) =>
    client.query('select partner_id, capacity, unit, provenance from partners.resource where title like $1', [
      `${name}%`,
    ]),
  );
  expect(found.rows).toEqual([
    { partner_id: viewer.partnerId, capacity: '3', unit: '间', provenance: 'IMPORTED' },
  ]);
});

test('a row that stands twice in a file is written once, and the second is told of', async () => {
  const name = `重复${randomUUID()}`;
  const { id } = await admin.upload('partners', 'double.csv', sheetOf(['名称'], [name], [name]));
  const checked = await admin.check(id, kind);
  expect(checked.problems.nodes).toMatchObject([
    { row: 3, severity: 'WARNING', code: 'DUPLICATE_IN_FILE', value: '2' },
  ]);
  expect(await admin.commit(id)).toMatchObject({ summary: { created: 1, skipped: 1 } });
  expect(await countOf(name)).toBe(1);
});

test('what differs on record is changed when that is wanted, and put back by undoing', async () => {
  const [name, uscc] = [`更新${randomUUID()}`, freshUscc('12')];
  const first = await admin.upload('partners', 'a.csv', sheetOf(['名称', '信用代码'], [name, uscc]));
  await admin.check(first.id, kind);
  await admin.commit(first.id);
  const second = await admin.upload('partners', 'b.csv', sheetOf(['名称', '信用代码'], [`${name}新`, uscc]));
  await admin.check(second.id, { ...kind, onDuplicate: 'UPDATE' });
  expect(await admin.commit(second.id)).toMatchObject({ summary: { created: 0, updated: 1 } });
  const namesOf = () =>
    withClient(hub.database.address, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        'select name from partners.partner where uscc = $1',
        [uscc],
      );
      return rows.map((row) => row.name);
    });
  expect(await namesOf()).toEqual([`${name}新`]);
  expect(await admin.undo(second.id)).toMatchObject({ status: 'UNDONE', summary: { undone: 1 } });
  expect(await namesOf()).toEqual([name]);
});

test('what became wrong since the dry run stops all of it and stands with its row', async () => {
  const [name, uscc] = [`之后${randomUUID()}`, freshUscc('12')];
  const file = sheetOf(['名称', '信用代码'], [`${name}甲`, ''], [`${name}乙`, uscc]);
  const { id } = await admin.upload('partners', 'race.csv', file);
  await admin.check(id, { ...kind, onDuplicate: 'CREATE' });
  await hub
    .as('admin')
    .expectData(
      'mutation ($input: RegisterPartnerInput!) { registerPartner(input: $input) { __typename } }',
      { input: { name: `抢先${randomUUID()}`, kind: 'UNIVERSITY', uscc } },
    );
  const refused = await admin.commit(id);
  expect(refused).toMatchObject({
    status: 'CHECKED',
    failure: { code: 'ROWS_REFUSED' },
    progress: { rowsValid: 1, rowsInvalid: 1, rowsWritten: 0 },
    hasRefusedRowsFile: true,
  });
  expect(refused.problems.nodes).toMatchObject([{ row: 3, severity: 'ERROR', code: 'DUPLICATE_USCC' }]);
  expect(await countOf(name)).toBe(0);
  // Whoever leaves it out writes the rest.
  expect(await admin.commit(id, { leaveOutRefused: true })).toMatchObject({
    status: 'WRITTEN',
    summary: { created: 1 },
  });
  expect(await countOf(name)).toBe(1);
});

test('what something refers to since is not taken back, and nothing else of the file is', async () => {
  const name = `引用${randomUUID()}`;
  const { id } = await admin.upload('partners', 'used.csv', sheetOf(['名称'], [`${name}甲`], [`${name}乙`]));
  await admin.check(id, kind);
  await admin.commit(id);
  const { partners } = await hub
    .as('admin')
    .expectData<{ partners: { nodes: { id: string; provenance: string; source: string }[] } }>(
      'query ($text: String!) { partners(filter: { text: $text }) { nodes { id provenance source } } }',
      { text: `${name}甲` },
    );
  expect(partners.nodes).toMatchObject([{ provenance: 'IMPORTED', source: `import:${id}` }]);
  await hub
    .as('admin')
    .expectData(
      'mutation ($input: RegisterResourceInput!) { registerResource(input: $input) { __typename } }',
      {
        input: {
          partnerId: partners.nodes[0]?.id,
          title: '场地',
          category: 'VENUE',
          capacity: '1',
          unit: '间',
        },
      },
    );
  const kept = await admin.undo(id);
  expect(kept).toMatchObject({
    status: 'WRITTEN',
    failure: { message: expect.stringContaining('Nothing was taken back') },
  });
  expect(await countOf(name)).toBe(2);
});

test('after a day it is too late', async () => {
  const { id } = await admin.upload('partners', 'late.csv', sheetOf(['名称'], [`过期${randomUUID()}`]));
  await admin.check(id, kind);
  await admin.commit(id);
  await withClient(hub.database.address, (client) =>
    client.query(`update imports.import_job set written_at = now() - interval '25 hours' where id = $1`, [
      id,
    ]),
  );
  expect(await admin.begin('undoImport', id)).toMatchObject({
    __typename: 'UndoTooLate',
    code: 'UNDO_TOO_LATE',
  });
});
