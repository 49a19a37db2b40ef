import type { Line } from './cell.js';
import { emptyFile, isJson, isWorkbook } from './content.js';
import { readCsv } from './csv.js';
import { decodeText } from './encoding.js';
import type { FileFacts, FileNote } from './file-facts.js';
import { readJson } from './json.js';
import type { ReadingLimits } from './limits.js';
import { Outlet } from './outlet.js';
import { readXlsx } from './xlsx/xlsx.js';

/** What is read. */
export interface ReadingTask {
  bytes: Uint8Array;
  /** Of a file of one sheet, for want of another. */
  sheetName: string;
  limits: ReadingLimits;
}

/**
 * Reads a file of any format and hands its lines out as they are taken. It holds the thread, and may take all its memory:
 * `readFile` gives it a thread of its own.
 */
export async function readBytes(
  { bytes, sheetName, limits }: ReadingTask,
  take: (sheet: number, lines: Line[]) => Promise<void>,
): Promise<FileFacts> {
  const outlet = new Outlet(limits, take);
  const { format, encoding, notes } = await readInto(outlet, bytes, sheetName);
  const read = await outlet.close();
  if (read.sheets.every(({ rows }) => rows === 0)) throw emptyFile();
  return { format, encoding, notes, ...read };
}

async function readInto(
  outlet: Outlet,
  bytes: Uint8Array,
  sheetName: string,
): Promise<Pick<FileFacts, 'format' | 'encoding' | 'notes'>> {
  if (isWorkbook(bytes)) return { format: 'XLSX', encoding: null, notes: await readXlsx(bytes, outlet) };
  const { text, encoding } = decodeText(bytes);
  const notes = encoding === 'UTF-8' ? [] : [encodingNote(encoding)];
  if (isJson(text))
    return { format: 'JSON', encoding, notes: [...notes, ...(await readJson(text, sheetName, outlet))] };
  await readCsv(text, sheetName, outlet);
  return { format: 'CSV', encoding, notes };
}

const encodingNote = (encoding: string): FileNote => ({
  code: 'ENCODING',
  message: `The text is in ${encoding}; it was read as such.`,
  messageZh: `文件的文字编码是 ${encoding}，已按此读取。`,
});
