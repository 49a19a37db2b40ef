import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { emptyFile, isJson, isWorkbook } from './content.js';
import { readCsv } from './csv.js';
import { decodeText } from './encoding.js';
import type { FileFacts, FileNote } from './file-facts.js';
import { readJson } from './json.js';
import { Outlet } from './outlet.js';
import type { ReadingReport, ReadingTask } from './read-file.protocol.js';
import { UnreadableFile } from './unreadable.js';
import { readXlsx } from './xlsx/xlsx.js';

const say = (report: ReadingReport): void => parentPort?.postMessage(report);

/** Reads a file of any format, and hands its lines out as they are taken. */
async function read({ bytes, sheetName, limits }: ReadingTask): Promise<FileFacts> {
  const outlet = new Outlet(limits, async (sheet, lines) => {
    const answer = once(parentPort as NonNullable<typeof parentPort>, 'message');
    say({ lines, sheet });
    await answer;
  });
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

try {
  say({ facts: await read(workerData as ReadingTask) });
} catch (error) {
  if (!(error instanceof UnreadableFile)) throw error;
  const { code, message, messageZh } = error;
  say({ refused: { code, message, messageZh } });
}
