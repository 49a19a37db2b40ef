import { everyone, fields, ownPartner, type Policy, type Rule } from '#shared/policy.js';

export type Action =
  | 'openImportFile'
  | 'appendImportFile'
  | 'closeImportFile'
  | 'abandonImportFile'
  | 'startImport'
  | 'commitImport'
  | 'undoImport';

/** Who imports something; of which noun, and for which partner, the services decide. */
const importers: Rule = [ownPartner, 'finance', 'admin'];

/** Who may read which field and run which mutation; whose job it is, the row rules of the database say. */
export const policy: Policy<Action> = {
  Query: {
    ...fields('importJob importJobs refusedRowsPart', importers),
    ...fields('importFields importTemplateFile', everyone),
    importRows: ['internal'],
  },
  Mutation: {
    openImportFile: importers,
    appendImportFile: importers,
    closeImportFile: importers,
    abandonImportFile: importers,
    startImport: importers,
    commitImport: importers,
    undoImport: importers,
  },
  types: {
    ImportJob: fields(
      'id noun fileName bytes format encoding status createdBy partner sheet headerRow mapping constants onDuplicate leaveOutRefused progress summary notes failure sheets problems problemGroups sameFileAs hasRefusedRowsFile undoUntil personalCells writtenAt createdAt updatedAt version',
      importers,
    ),
    ImportSheet: fields('position name rows hidden mergedCells headerRow columns preview', importers),
    ImportColumn: fields('position title samples field confidence alternatives', importers),
    ImportProgress: fields('rowsTotal rowsRead rowsValid rowsInvalid rowsSkipped rowsWritten', importers),
    ImportSummary: fields('created updated skipped refused undone', importers),
    ImportNote: fields('code message messageZh', importers),
    ImportColumnChoice: fields('column field', importers),
    ImportConstant: fields('field value', importers),
    ImportProblem: fields('row column field severity code value message messageZh suggestion', importers),
    ImportProblemGroup: fields('code field severity count example', importers),
    ImportField: fields('name title required help sample values'),
    ImportHasRefusedRows: fields('code message refused'),
    FileAlreadyImported: fields('code message existing'),
    UndoTooLate: fields('code message'),
    Partner: fields('id'),
  },
};
