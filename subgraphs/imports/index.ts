import type { Subgraph } from '#shared/subgraph.js';
import { books } from './books.js';
import { createContext, type ImportsContext } from './context.js';
import { ImportFieldResolver } from './field/field.resolver.js';
import { ImportJob } from './job/import-job.entity.js';
import { ImportJobResolver } from './job/import-job.resolver.js';
import { ImportRowsResolver } from './line/rows.resolver.js';
import { Imports20261126 } from './migrations/2026-11-26-imports.js';
import { PartnerStub } from './partner/partner.stub.js';
import { policy } from './policy.js';
import { JobProblemsResolver } from './problem/import-problem.resolver.js';
import { ImportWork } from './queue/work.js';
import { ImportSheet } from './sheet/import-sheet.entity.js';
import { ImportSheetResolver, JobSheetsResolver } from './sheet/import-sheet.resolver.js';
import { UploadResolver } from './upload/upload.resolver.js';

/** Files of rows on their way into the hub: read, examined, written by the owners of their nouns, taken back. */
export const imports: Subgraph<ImportsContext> = {
  name: 'imports',
  entities: [ImportJob, ImportSheet],
  migrations: [{ name: '2026-11-26-imports', class: Imports20261126 }],
  resolvers: [
    ImportJobResolver,
    JobSheetsResolver,
    JobProblemsResolver,
    ImportSheetResolver,
    ImportFieldResolver,
    ImportRowsResolver,
    UploadResolver,
  ],
  owns: [],
  stubs: [PartnerStub],
  references: {},
  policy,
  books,
  openBackground: (place) => new ImportWork(place),
  createContext,
  loadDemo: () => Promise.resolve(0),
};
