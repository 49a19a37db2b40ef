// A step that nobody tries again leaves its job where it can be begun anew, and of an unread file nothing.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDatabase } from '#shared/database/open.js';
import { roleAddress } from '#shared/database/provision.js';
import { defaultLimits } from '#shared/limits.js';
import { viewerEntityManager } from '#shared/subgraph.js';
import { internalViewer } from '#shared/viewer.js';
import { ImportJob } from '#subgraphs/imports/job/import-job.entity.js';
import type { StepName } from '#subgraphs/imports/queue/queue.js';
import { failStep } from '#subgraphs/imports/steps/fail.js';
import { type TestDatabase, testDatabase, withClient } from '../kit/database.js';
import { viewerAs } from '../kit/subgraphs.js';

let database: TestDatabase;
let opened: Awaited<ReturnType<typeof openDatabase>>;
beforeAll(async () => {
  database = await testDatabase('empty');
  opened = await openDatabase('imports', roleAddress('imports', database.address), [ImportJob], {
    statementMs: defaultLimits.statementMs,
  });
});
afterAll(async () => {
  await opened?.close();
  await database?.drop();
});

test.each<[StepName, string, string, number]>([
  ['read', 'READING', 'FAILED', 0],
  ['check', 'CHECKING', 'READY', 1],
  ['write', 'WRITING', 'CHECKED', 1],
  ['undo', 'UNDOING', 'WRITTEN', 1],
])('%s: from %s to %s', async (step, from, to, parts) => {
  const id = randomUUID();
  const purpose = step === 'read' ? 'UPLOADED' : 'REFUSED_ROWS';
  await withClient(database.address, async (client) => {
    await client.query(
      `insert into imports.import_job (id, noun, file_name, status, created_by) values ($1, 'partners', 'a.csv', $2, 'test')`,
      [id, from],
    );
    await client.query(`insert into imports.import_part values ($1, $2, 0, 'x')`, [id, purpose]);
  });
  await failStep(
    {
      em: viewerEntityManager(opened.orm.em, internalViewer('imports')),
      ...{ jobId: id, step, viewer: viewerAs('admin'), limits: defaultLimits, log: undefined },
      directory: { ask: () => Promise.reject(new Error('Nobody is asked.')) },
      signal: new AbortController().signal,
    },
    null,
  );
  const found = await withClient(database.address, (client) =>
    client.query(
      `select status, failure::json ->> 'code' as code, (select count(*)::int from imports.import_part p where p.job_id = j.id) as parts
        from imports.import_job j where id = $1`,
      [id],
    ),
  );
  expect(found.rows).toEqual([{ status: to, code: 'STEP_FAILED', parts }]);
});
