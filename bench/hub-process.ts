import { type ChildProcess, execFileSync } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where hubs log, as in production, a line per request: it is written, and not among the figures. */
export const logFile = openSync(join(tmpdir(), 'linkage-hub-bench.log'), 'w');

/** Yields the address of a hub's ready line; rejects when the hub ends before. */
export function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const ready = /^ready (\S+)/m.exec(output);
      if (ready?.[1] !== undefined) resolve(ready[1]);
    });
    child.once('exit', (code) => reject(new Error(`The hub ended with ${code}:\n${output}`)));
  });
}

/** Ends a hub and waits for it. */
export async function stop(child: ChildProcess): Promise<void> {
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exited;
}

/** CPU seconds of a process and memory it holds, from the operating system. */
export function usage(pid: number): { cpuSeconds: number; rssMb: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const ticks = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  const rss = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticks, rssMb: Number(rss) / 1024 };
}

/** Yields what a share of sorted times stays below, in milliseconds with one decimal. */
export const percentile = (times: number[], share: number): string =>
  (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
