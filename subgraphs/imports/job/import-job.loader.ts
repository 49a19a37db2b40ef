import type { EntityManager } from '@mikro-orm/postgresql';
import { entitiesByKey } from '#shared/database/rows.js';
import { manyByKey, oneByKey } from '#shared/loader.js';
import { ImportSheet } from '../sheet/import-sheet.entity.js';
import { ImportJob } from './import-job.entity.js';

/** Batched reads of jobs and their sheets, as far as the viewer may see them. */
export function importJobLoaders(em: EntityManager) {
  return {
    importJobById: oneByKey<ImportJob>(
      (ids) => entitiesByKey(em, 'viewer', ImportJob, 'id', ids),
      ({ id }) => id,
    ),
    sheetsByJob: manyByKey<ImportSheet>(
      (ids) => entitiesByKey(em, 'viewer', ImportSheet, 'jobId', ids, 'row.position'),
      ({ jobId }) => jobId,
    ),
  };
}
