import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { readBytes, type ReadingTask } from './read-bytes.js';
import type { ReadingReport } from './read-file.protocol.js';
import { UnreadableFile } from './unreadable.js';

const port = parentPort as MessagePort;
const say = (report: ReadingReport): void => port.postMessage(report);

try {
  const facts = await readBytes(workerData as ReadingTask, async (sheet, lines) => {
    const taken = once(port, 'message');
    say({ lines, sheet });
    await taken;
  });
  say({ facts });
} catch (error) {
  if (!(error instanceof UnreadableFile)) throw error;
  const { code, message, messageZh } = error;
  say({ refused: { code, message, messageZh } });
}
