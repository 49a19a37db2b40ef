import type { ImportNoun } from '#shared/imports/protocol.js';
import { Inspection, type InvalidInput } from '#shared/problem.js';
import { examineMapping } from '../columns/mapping.js';
import { type Suggestion, suggestMapping } from '../columns/recognition.js';
import { type Cell, type Line, textOf } from '../reading/cell.js';
import type { ImportSheet } from '../sheet/import-sheet.entity.js';

/** Values that show what a column holds. */
const samplesMax = 5;

/** What a column of the file is taken as. */
export interface ColumnChoice {
  column: number;
  field: string;
}

/** The same value for every row that has none of its own. */
export interface FieldConstant {
  field: string;
  value: string;
}

/** A sheet's first lines, among them its header. */
export interface SheetHead {
  sheet: ImportSheet;
  /** 0 where the sheet has none. */
  headerRow: number;
  lines: readonly Line[];
}

/** What a column of a sheet looks like, and what it is taken as when nobody says otherwise. */
export interface RecognisedColumn extends Suggestion {
  title: string;
  samples: string[];
}

/** Recognises the columns of a sheet. */
export function recogniseColumns(noun: ImportNoun, head: SheetHead): RecognisedColumn[] {
  const header = headerOf(head);
  const below = head.lines.filter(({ number }) => number > head.headerRow).map(({ cells }) => cells);
  return suggestMapping(noun, header, below).map((suggestion) => {
    const values = below.map((cells) => textOf(cells[suggestion.column] ?? null));
    return {
      ...suggestion,
      title: textOf(header[suggestion.column] ?? null),
      samples: [...new Set(values.filter((text) => text !== ''))].slice(0, samplesMax),
    };
  });
}

/** What a person chose of a sheet. */
export interface Choices {
  mapping: readonly ColumnChoice[];
  constants: readonly FieldConstant[];
}

/** Examines choices: known fields, each once, in columns that are there, and none missing that every row needs. */
export function examineChoices(
  noun: ImportNoun,
  head: SheetHead,
  { mapping, constants }: Choices,
  ownPartner: string | null,
): InvalidInput | null {
  const { headerRow, lines } = head;
  const inspection = new Inspection().expect(
    headerRow === 0 || lines.some(({ number }) => number === headerRow),
    'headerRow',
    'HEADER_ROW_BLANK',
    `row ${headerRow} of the sheet holds nothing; a row with the columns’ names is expected, or 0 where there is none.`,
  );
  if (ownPartner !== null)
    inspection.expect(
      [...mapping, ...constants].every(({ field }) => field !== ownField),
      'mapping',
      'PARTNER_IS_OWN',
      'a partner imports its own resources only; leave the partner away.',
    );
  const own = ownPartner === null ? [] : [{ field: ownField, value: ownPartner }];
  const header = headerOf(head);
  for (const { code, message } of examineMapping({
    noun,
    mapping,
    constants: [...constants, ...own],
    header,
  }))
    inspection.add('mapping', [{ code, message }]);
  return inspection.result();
}

/** What a partner's own import never says. */
export const ownField = 'partnerId';

/** The header as wide as the sheet. */
function headerOf({ sheet, headerRow, lines }: SheetHead): Cell[] {
  const cells = lines.find(({ number }) => number === headerRow)?.cells ?? [];
  return Array.from({ length: Math.max(sheet.columns, cells.length) }, (_, column) => cells[column] ?? null);
}
