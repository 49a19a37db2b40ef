import { Readable } from 'node:stream';
import { type CastingContext, CsvError, parse } from 'csv-parse';
import { unescapeFormula } from '../files/formula.js';
import { delimiterOf } from './delimiter.js';
import type { ReadingLimits } from './limits.js';
import type { Outlet } from './outlet.js';
import { cellTooLong, tooManyColumns, UnreadableFile } from './unreadable.js';

/** Excel writes no more, and some programs fill up to it with empty cells. */
const widest = 16_384;

/** So many bytes are parsed at a time. */
const chunk = 64 * 1024;

/**
 * Reads a text of cells between delimiters: one sheet. Lines of other lengths than the first are taken as they are; what is quoted
 * wrongly refuses the file, because where its cells end is anybody's guess.
 */
export async function readCsv(text: string, name: string, outlet: Outlet): Promise<void> {
  const sheet = outlet.open(name);
  const parser = parse({
    delimiter: delimiterOf(text),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    cast: (cell, place) => examined(cell, place, outlet.limits),
  });
  let number = 0;
  try {
    for await (const record of Readable.from(chunksOf(plainQuotes(text))).pipe(parser)) {
      number += 1;
      outlet.add(sheet, number, record as string[]);
      await outlet.ready();
    }
  } catch (error) {
    throw error instanceof CsvError ? toldInWords(error) : error;
  }
}

/** Cells that force a text, as some programs write them: `="0012"`. Quoted cells are passed over as they are. */
const quotedOrForced = /"[^"]*"|(?<![^,;\t\r\n])="([^"\r\n]*)"/g;

const plainQuotes = (text: string): string =>
  text.includes('="')
    ? text.replace(quotedOrForced, (found, forced?: string) => (forced === undefined ? found : `"${forced}"`))
    : text;

function* chunksOf(text: string): Generator<Buffer> {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += chunk) yield bytes.subarray(from, from + chunk);
}

/** The same within quotes, as Excel writes it. */
const forced = /^="([^"]*)"$/;

function examined(cell: string, { column, records }: CastingContext, limits: ReadingLimits): string {
  const index = Number(column);
  if (index >= widest || (index >= limits.columns && cell !== ''))
    throw tooManyColumns(records + 1, index, limits.columns);
  if (cell.length > limits.cellCharacters)
    throw cellTooLong(records + 1, index, cell.length, limits.cellCharacters);
  return unescapeFormula(forced.exec(cell)?.[1] ?? cell);
}

const quoteCodes: readonly string[] = [
  'CSV_QUOTE_NOT_CLOSED',
  'CSV_INVALID_CLOSING_QUOTE',
  'INVALID_OPENING_QUOTE',
];

/** The parser's own message quotes the file. */
function toldInWords(error: CsvError): UnreadableFile {
  const row = Number((error as CsvError & { records?: number }).records ?? 0) + 1;
  if (!quoteCodes.includes(error.code))
    return new UnreadableFile(
      'CSV_BROKEN',
      `Row ${row} cannot be read; cells between commas, semicolons or tabs are allowed.`,
      `第 ${row} 行无法读取；请用 Excel 或 WPS 重新另存为 CSV 或 .xlsx 后再上传。`,
    );
  return new UnreadableFile(
    'CSV_QUOTE',
    `In row ${row} a quotation mark opens a cell that does not end with one, or stands within a cell that does not begin with one; a cell with quotation marks is written as "a ""b"" c".`,
    `第 ${row} 行的双引号不配对：用双引号括起的单元格没有以双引号结束，或单元格中间有单独的双引号。含双引号的单元格应写成 "甲""乙""丙"。`,
  );
}
