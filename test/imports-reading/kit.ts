import { type Cell, type Line, textOf } from '#subgraphs/imports/reading/cell.js';
import { type ReadingLimits, readingLimits } from '#subgraphs/imports/reading/limits.js';
import { readBytes } from '#subgraphs/imports/reading/read-bytes.js';
import { type FileFacts, stemOf, UnreadableFile } from '#subgraphs/imports/reading/read-file.js';
import { ZipFile } from 'yazl';

/** A file as it was read. */
export interface ReadFile {
  facts: FileFacts;
  /** By the position of their sheet. */
  sheets: Line[][];
}

/** Reads a whole file in this thread: to start one takes longer than most files. */
export async function readAll(
  content: string | Uint8Array,
  { name = '名单.csv', ...limits }: Partial<ReadingLimits> & { name?: string } = {},
): Promise<ReadFile> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const sheets: Line[][] = [];
  const take = (sheet: number, lines: Line[]) => {
    (sheets[sheet] ??= []).push(...lines);
    return Promise.resolve();
  };
  const task = { bytes, sheetName: stemOf(name), limits: { ...readingLimits, ...limits } };
  const facts = await readBytes(task, take);
  return { facts, sheets };
}

/** Reads a file of one sheet: its cells, line by line. */
export async function cellsOf(content: string | Uint8Array): Promise<(readonly Cell[])[]> {
  const { sheets } = await readAll(content);
  return (sheets[0] ?? []).map(({ cells }) => cells);
}

/** The same, their texts alone. */
export const textsOf = async (content: string | Uint8Array): Promise<string[][]> =>
  (await cellsOf(content)).map((cells) => cells.map(textOf));

/** Reads a file that must be refused, and yields why; both its messages must say something. */
export async function refusalOf(
  content: string | Uint8Array,
  limits: Partial<ReadingLimits> = {},
): Promise<UnreadableFile> {
  try {
    await readAll(content, limits);
  } catch (error) {
    if (error instanceof UnreadableFile && error.message !== '' && /\p{Script=Han}/u.test(error.messageZh))
      return error;
    throw error;
  }
  throw new Error('The file was read, but should have been refused.');
}

/** An archive of parts. */
export async function archiveOf(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const document = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The parts of a workbook, as little as may be. */
export interface RawWorkbook {
  /** Within the `worksheet` element of each sheet. */
  sheets: readonly string[];
  strings?: string;
  styles?: string;
  /** Attributes of `workbookPr`. */
  properties?: string;
  /** Attributes of each sheet's entry. */
  entries?: readonly string[];
  relations?: string;
  more?: Readonly<Record<string, string | Uint8Array>>;
}

/** A workbook of parts that a test writes itself. */
export const rawWorkbook = (raw: RawWorkbook): Promise<Buffer> => archiveOf(workbookParts(raw));

export function workbookParts({
  sheets,
  strings = '',
  styles = '',
  properties = '',
  entries = [],
  relations = '',
  more = {},
}: RawWorkbook): Record<string, string | Uint8Array> {
  const entryOf = (index: number) =>
    `<sheet name="Sheet${index + 1}" sheetId="${index + 1}" r:id="rId${index + 1}" ${entries[index] ?? ''}/>`;
  return {
    '[Content_Types].xml':
      '<Types><Override PartName="/xl/workbook.xml" ContentType="sheet.main+xml"/></Types>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${document}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${document}"><workbookPr ${properties}/><sheets>${sheets.map((_, index) => entryOf(index)).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${document}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="s" Type="${document}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="${document}/styles" Target="styles.xml"/>${relations}</Relationships>`,
    ...(strings === '' ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>` }),
    ...(styles === '' ? {} : { 'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>` }),
    ...Object.fromEntries(
      sheets.map((sheet, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${main}">${sheet}</worksheet>`,
      ]),
    ),
    ...more,
  };
}
