// A file of partners from upload to undo, as a portal would lead it.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startHub, type TestHub } from '../kit/hub.js';
import { Importer } from '../kit/importer.js';

describe.each(['embedded', 'distributed'] as const)('an import (%s)', (topology) => {
  let hub: TestHub;
  let admin: Importer;
  beforeAll(async () => {
    hub = await startHub({ topology, engine: 'hive' });
    admin = new Importer(hub, 'admin');
  }, 120_000);
  afterAll(() => hub?.stop());

  test('is read, examined, written, and taken back', async () => {
    const name = `导入大学 ${randomUUID()}`;
    const file = `name,uscc\n${name}甲,\n${name}乙,12100000400000624X\n${name}丙,\n`;
    const read = await admin.upload('partners', '高校名单.csv', file);
    expect(read).toMatchObject({ status: 'READY', format: 'CSV' });
    const constants = [{ field: 'kind', value: 'UNIVERSITY' }];
    const checked = await admin.check(read.id, { constants });
    expect(checked.problems.nodes).toMatchObject([
      { row: 3, field: 'uscc', column: 1, code: 'USCC_BAD_CHECK' },
    ]);
    expect(checked).toMatchObject({
      status: 'CHECKED',
      progress: { rowsTotal: 3, rowsRead: 3, rowsValid: 2, rowsInvalid: 1 },
    });
    expect(await admin.begin('commitImport', read.id)).toMatchObject({ __typename: 'ImportHasRefusedRows' });
    const written = await admin.commit(read.id, { leaveOutRefused: true });
    expect(written).toMatchObject({
      status: 'WRITTEN',
      failure: null,
      summary: { created: 2, updated: 0, skipped: 0, refused: 1 },
    });
    const undone = await admin.undo(read.id);
    expect(undone).toMatchObject({ status: 'UNDONE', summary: { undone: 2 } });
  });
});
