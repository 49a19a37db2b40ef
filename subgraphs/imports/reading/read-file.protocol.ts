import type { Line } from './cell.js';
import type { FileFacts } from './file-facts.js';
import type { UnreadableCode } from './unreadable.js';

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
