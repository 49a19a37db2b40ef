import { Worker } from 'node:worker_threads';
import { builtFile } from '#shared/built-file.js';
import { untilAborted } from '#shared/operation.js';
import type { Line } from './cell.js';
import type { FileFacts } from './file-facts.js';
import { type ReadingBudget, readingBudget, type ReadingLimits, readingLimits } from './limits.js';
import type { ReadingTask } from './read-bytes.js';
import { type ReadingRefusal, type ReadingReport, taken } from './read-file.protocol.js';
import { UnreadableFile } from './unreadable.js';

export type { FileFacts, FileFormat, FileNote, SheetFacts } from './file-facts.js';
export { UnreadableFile, type UnreadableCode } from './unreadable.js';

/** Takes lines of a sheet; the next are not read before it has. */
export type TakeLines = (sheet: number, lines: Line[]) => Promise<void>;

/**
 * Reads a file in a thread of its own, whose heap is limited: the lines of its sheets in their order, without the numbers of persons
 * and without lines that hold nothing. Of a file that is refused, lines may have been taken already.
 * Throws UnreadableFile, what `take` throws, and the signal's reason; in any case the thread is gone then.
 */
export async function readFile(
  bytes: Uint8Array,
  fileName: string,
  limits: Partial<ReadingLimits>,
  take: TakeLines,
  signal: AbortSignal,
  budget: ReadingBudget = readingBudget,
): Promise<FileFacts> {
  signal.throwIfAborted();
  const task = { bytes, sheetName: stemOf(fileName), limits: { ...readingLimits, ...limits } };
  const thread = new ReadingThread(task, budget);
  try {
    for (;;) {
      const report = await thread.report(signal);
      if ('facts' in report) return report.facts;
      if ('refused' in report) throw refusal(report.refused);
      await take(report.sheet, report.lines);
      signal.throwIfAborted();
      thread.goOn();
    }
  } catch (error) {
    throw isOutOfMemory(error) ? tooComplex('memory', '内存') : error;
  } finally {
    await thread.end();
  }
}

/** Of the young generation, in MiB: enough that texts of a batch die young. */
const youngMb = 24;

/** A thread that reads one file. */
class ReadingThread {
  private readonly worker: Worker;
  private next = Promise.withResolvers<ReadingReport>();
  private failure: { error: unknown } | null = null;
  /** Of its time, in milliseconds. */
  private left: number;

  constructor(task: ReadingTask, { heapMb, deadline }: ReadingBudget) {
    this.left = deadline;
    this.worker = new Worker(new URL(builtFile('subgraphs/imports/reading/read-file.worker.js')), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngMb },
      // It needs nothing of the process's settings, and reads what strangers wrote.
      env: {},
    });
    this.worker.on('message', (report: ReadingReport) => this.next.resolve(report));
    this.worker.on('error', (error) => this.fail(error));
    this.worker.on('exit', () =>
      this.fail(new Error('The thread that reads a file has ended without a word.')),
    );
  }

  /** Yields what it says next; throws what ended it, the signal's reason, or FILE_TOO_COMPLEX when its time is up. */
  async report(signal: AbortSignal): Promise<ReadingReport> {
    const began = performance.now();
    const over = AbortSignal.timeout(Math.max(0, Math.ceil(this.left)));
    try {
      return await untilAborted(AbortSignal.any([signal, over]), this.next.promise);
    } catch (error) {
      signal.throwIfAborted();
      throw over.aborted ? tooComplex('time', '时间') : error;
    } finally {
      this.left -= performance.now() - began;
    }
  }

  /** Lets it read on; its lines were taken. */
  goOn(): void {
    this.next = Promise.withResolvers();
    if (this.failure !== null) this.fail(this.failure.error);
    this.worker.postMessage(taken);
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  /** It may fail while nobody waits. */
  private fail(error: unknown): void {
    this.failure ??= { error };
    this.next.promise.catch(() => undefined);
    this.next.reject(this.failure.error);
  }
}

const refusal = ({ code, message, messageZh }: ReadingRefusal): UnreadableFile =>
  new UnreadableFile(code, message, messageZh);

const isOutOfMemory = (error: unknown): boolean =>
  (error as { code?: string } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';

const tooComplex = (what: string, whatZh: string): UnreadableFile =>
  new UnreadableFile(
    'FILE_TOO_COMPLEX',
    `Reading the file took more ${what} than a file is given. Split it, or save only the sheet that is to be imported, as CSV.`,
    `读取文件所需的${whatZh}超过限制；请拆成几个文件，或只把需要导入的工作表另存为 CSV 后再上传。`,
  );

/** A file's name without folders and its ending. */
export const stemOf = (fileName: string): string =>
  (fileName.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '').slice(0, 100) || '数据';
