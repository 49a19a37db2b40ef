import type { Line } from './cell.js';
import type { FileFacts } from './file-facts.js';
import type { ReadingLimits } from './limits.js';
import type { UnreadableCode } from './unreadable.js';

/** What a thread is started with. */
export interface ReadingTask {
  bytes: Uint8Array;
  /** Of a file of one sheet, for want of another. */
  sheetName: string;
  limits: ReadingLimits;
}

/** What a thread says. Behind lines it waits for `taken`; the other two are its last words. */
export type ReadingReport =
  { lines: Line[]; sheet: number } | { facts: FileFacts } | { refused: ReadingRefusal };

/** An UnreadableFile, without what of an error does not travel. */
export interface ReadingRefusal {
  code: UnreadableCode;
  message: string;
  messageZh: string;
}

/** What it waits for. */
export const taken = 'taken';
