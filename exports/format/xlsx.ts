import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ExportFacts } from '#gateway/exports/export.js';
import { HubError } from '#shared/errors.js';
import { headingOf } from '../glossary.js';
import { beginningOf, endOf } from './about.js';
import type { Cell, Column } from './column.js';
import { parts } from './xlsx-parts.js';
import { xmlDeclaration, xmlText } from './xml.js';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What Excel shows of a sheet. */
const rowsMax = 1_048_576;

/**
 * Writes a workbook of two sheets, the data and what it is. A text is written as a text, so that nothing is ever a formula; a page of
 * rows is in memory at a time.
 */
export async function* xlsx<Row>(
  pages: AsyncIterable<readonly Row[]>,
  columns: readonly Column<Row>[],
  facts: ExportFacts,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  for (const [path, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), path);
  // One after the other: what the second says is known when the first has been read.
  addSheet(zip, 1, () => dataSheet(pages, columns));
  addSheet(zip, 2, () => aboutSheet(columns, facts));
  zip.end();
  yield* output as AsyncIterable<Uint8Array>;
}

function addSheet(zip: ZipFile, position: number, write: () => AsyncIterable<string>): void {
  zip.addReadStreamLazy(`xl/worksheets/sheet${position}.xml`, (begin) => {
    const content = Readable.from(write(), { objectMode: false });
    // Who does not read on to the end ends what is read for it.
    (zip.outputStream as Readable).once('close', () => content.destroy());
    begin(null, content);
  });
}

async function* dataSheet<Row>(
  pages: AsyncIterable<readonly Row[]>,
  columns: readonly Column<Row>[],
): AsyncGenerator<string> {
  yield (
    sheetOpening +
    rowOf(
      columns.map(({ name }) => headingOf(name)),
      1,
    )
  );
  let count = 1;
  for await (const rows of pages) {
    let written = '';
    for (const row of rows) {
      if (count === rowsMax) throw tooLong();
      count += 1;
      written += rowOf(
        columns.map((column) => valueOf(column, row)),
        count,
      );
    }
    yield written;
  }
  yield sheetEnd;
}

async function* aboutSheet<Row>(columns: readonly Column<Row>[], facts: ExportFacts): AsyncGenerator<string> {
  const said = [...beginningOf(facts), ...endOf(facts)].map(([name, value]) => [headingOf(name), value]);
  const named = columns.map(({ name }) => [headingOf(name), name]);
  yield (
    sheetOpening + [...said, [], ...named].map((cells, index) => rowOf(cells, index + 1)).join('') + sheetEnd
  );
}

const valueOf = <Row>({ kind, of }: Column<Row>, row: Row): Cell => {
  const cell = of(row);
  return kind === 'number' && cell !== null ? Number(cell) : cell;
};

const sheetOpening = `${xmlDeclaration}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
const sheetEnd = '</sheetData></worksheet>';

const rowOf = (cells: readonly Cell[], position: number): string =>
  `<row r="${position}">${cells.map((cell, index) => cellOf(cell, `${letterOf(index)}${position}`)).join('')}</row>`;

/** Of a column: A to Z, and no table here has more. */
const letterOf = (index: number): string => String.fromCharCode(65 + index);

function cellOf(cell: Cell, place: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
}

const tooLong = (): HubError =>
  new HubError('BAD_USER_INPUT', `A sheet has at most ${rowsMax} rows: take the same as CSV, or filter.`);
