/** Why a file cannot be read. */
export const unreadableCodes = [
  /** Nothing in it. */
  'FILE_EMPTY',
  /** Neither a workbook nor a text. */
  'FILE_NOT_A_TABLE',
  /** Excel 97 to 2003, or a workbook that asks for a password. */
  'FILE_OLD_EXCEL_OR_ENCRYPTED',
  /** A web page or an XML that calls itself a workbook. */
  'FILE_MARKUP',
  /** More work or memory than a file is given. */
  'FILE_TOO_COMPLEX',
  'FILE_HAS_MACROS',
  'FILE_ENCODING',
  /** Small outside, huge inside; or its parts are not as large as it says. */
  'ARCHIVE_BOMB',
  /** Names, doubles, nesting or encryption that no spreadsheet program writes. */
  'ARCHIVE_UNSAFE',
  'ARCHIVE_BROKEN',
  'WORKBOOK_BROKEN',
  /** A document type or an entity of its own: no spreadsheet program writes one. */
  'XML_DOCTYPE',
  'CSV_QUOTE',
  'CSV_BROKEN',
  'JSON_SYNTAX',
  'JSON_NOT_A_TABLE',
  'JSON_TOO_DEEP',
  'TOO_MANY_ROWS',
  'TOO_MANY_COLUMNS',
  'TOO_MANY_CELLS',
  'TOO_MANY_SHEETS',
  'TOO_MUCH_TEXT',
  'CELL_TOO_LONG',
  'TEXT_NUL',
] as const;
export type UnreadableCode = (typeof unreadableCodes)[number];

/**
 * A file that is refused as a whole.
 * You may rely on `message` and `messageZh` to say what was found, where and what is allowed; neither holds text of the file.
 */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';

  constructor(
    readonly code: UnreadableCode,
    message: string,
    /** For the portal's user. */
    readonly messageZh: string,
  ) {
    super(message);
  }
}

/** Names a column as a spreadsheet does: A, Z, AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

export const tooManyColumns = (row: number, column: number, allowed: number): UnreadableFile =>
  new UnreadableFile(
    'TOO_MANY_COLUMNS',
    `Row ${row} holds something in column ${columnName(column)} (number ${column + 1}); at most ${allowed} columns are allowed.`,
    `第 ${row} 行在 ${columnName(column)} 列（第 ${column + 1} 列）还有内容；最多允许 ${allowed} 列。`,
  );

export const cellTooLong = (row: number, column: number, length: number, allowed: number): UnreadableFile =>
  new UnreadableFile(
    'CELL_TOO_LONG',
    `The cell in row ${row}, column ${columnName(column)} holds ${length} characters; at most ${allowed} are allowed.`,
    `第 ${row} 行 ${columnName(column)} 列的单元格有 ${length} 个字符；最多允许 ${allowed} 个。`,
  );
