import { projectFile } from '#gateway/start.js';
import { eventually } from './eventually.js';
import type { HubProcess } from './process.js';

/** Options of a process whose memory can be asked for. */
export const heapOptions = `--require ${projectFile('test/kit/tell-heap.cjs')}`;

/** Yields how many bytes of a process's memory are in use, without what only waits to be collected. */
export async function heapOf({ child, output }: HubProcess): Promise<number> {
  const figures = () => [...output().matchAll(/^heap (\d+) (\d+)$/gm)];
  const known = figures().length;
  child.kill('SIGUSR2');
  const [, , bytes] = await eventually(() => figures()[known] ?? null);
  return Number(bytes);
}
