import type { EntityManager } from '@mikro-orm/postgresql';
import { entitiesByKey } from '#shared/database/rows.js';
import { Loader, manyByKey, oneByKey } from '#shared/loader.js';
import { ImportSheet } from '../sheet/import-sheet.entity.js';
import { refusedRowsFiles } from '../upload/part.queries.js';
import { ImportJob } from './import-job.entity.js';
import { findSameFiles } from './import-job.queries.js';

/** Batched reads of jobs and their sheets, as far as the viewer may see them. */
export function importJobLoaders(em: EntityManager) {
  return {
    importJobById: oneByKey<ImportJob>(
      (ids) => entitiesByKey(em, 'viewer', ImportJob, 'id', ids),
      ({ id }) => id,
    ),
    sameFileByJob: new Loader<string | null>(async (ids) => {
      const found = await findSameFiles(em, ids);
      return (id) => found.get(id) ?? null;
    }),
    hasRefusedRowsFile: new Loader<boolean>(async (ids) => {
      const found = await refusedRowsFiles(em, ids);
      return (id) => found.has(id);
    }),
    sheetsByJob: manyByKey<ImportSheet>(
      (ids) => entitiesByKey(em, 'viewer', ImportSheet, 'jobId', ids, 'row.position'),
      ({ jobId }) => jobId,
    ),
  };
}
