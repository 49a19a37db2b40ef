import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, from the compiled code. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where hubs log, as in production, a line per request: it is written, and not among the figures. */
mkdirSync(join(root, '.data'), { recursive: true });
export const logFile = openSync(join(root, '.data/bench.log'), 'w');

/** What is measured has a core of its own; the client and PostgreSQL share another one. Null where that cannot be had. */
const cores = haveTaskset() && availableParallelism() >= 2 ? { measured: '0', others: '1' } : null;

function haveTaskset(): boolean {
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Runs something while this process stays on the core of those that are not measured; whatever it starts begins there. */
export async function aside<T>(run: () => Promise<T>): Promise<T> {
  if (cores === null) return run();
  const moveTo = (list: string) =>
    execFileSync('taskset', ['-a', '-cp', list, String(process.pid)], { stdio: 'ignore' });
  moveTo(cores.others);
  try {
    return await run();
  } finally {
    moveTo(`0-${availableParallelism() - 1}`);
  }
}

/** A program of Node.js, ready to be asked. */
export interface NodeProcess {
  child: ChildProcess;
  pid: number;
  url: string;
}

/** Starts a program on the measured core and waits until it says where it listens. */
export async function startNode(
  parameters: readonly string[],
  env: Record<string, string>,
  isReady: (child: ChildProcess) => Promise<string> = readyUrl,
): Promise<NodeProcess> {
  const pin = cores === null ? [] : ['taskset', '-c', cores.measured];
  return startCommand([...pin, process.execPath, ...parameters], env, isReady);
}

/** Starts a program with threads of its own, on all cores. */
export const startAnywhere = (
  parameters: readonly string[],
  env: Record<string, string>,
): Promise<NodeProcess> => startCommand([process.execPath, ...parameters], env, readyUrl);

async function startCommand(
  command: readonly string[],
  env: Record<string, string>,
  isReady: (child: ChildProcess) => Promise<string>,
): Promise<NodeProcess> {
  const child = spawn(command[0] as string, command.slice(1), {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', ...env },
    stdio: ['ignore', 'pipe', logFile],
  });
  try {
    const url = await isReady(child);
    child.stdout?.resume();
    return { child, pid: child.pid as number, url };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/** Yields the address of a hub's ready line; rejects when the hub ends before. */
export function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const ready = /^ready (\S+)/m.exec(output);
      if (ready?.[1] !== undefined) resolve(ready[1]);
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`${child.spawnargs.join(' ')} ended with ${code}:\n${output}`)),
    );
  });
}

/** Ends a process and waits for it. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exited;
}

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** What the operating system says of a process behind its name: [1] its parent, [11] to [14] its ticks and those of children that ended. */
function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(') ') + 2).split(' ');
}

const secondsOf = (fields: readonly string[]) =>
  fields.reduce((sum, field) => sum + Number(field), 0) / ticksPerSecond;

/** CPU seconds of every thread of a process: by the nanosecond where the kernel counts so, else by the tick of a hundredth of a second. */
function cpuSecondsOf(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const times = threads.map(
      (id) => readFileSync(`/proc/${pid}/task/${id}/schedstat`, 'utf8').split(' ')[0],
    );
    return times.reduce((sum, nanoseconds) => sum + Number(nanoseconds), 0) / 1e9;
  } catch {
    return secondsOf(statOf(pid).slice(11, 13));
  }
}

/** CPU seconds of a process and memory it holds, from the operating system. */
export function usage(pid: number): { cpuSeconds: number; rssMb: number } {
  const rss = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { cpuSeconds: cpuSecondsOf(pid), rssMb: Number(rss) / 1024 };
}

/** CPU seconds of a server that works in children, such as PostgreSQL: of it, its children, and those that have ended. */
export function usageOfFamily(pid: number): number {
  let sum = cpuSecondsOf(pid) + secondsOf(statOf(pid).slice(13, 15));
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      if (Number(statOf(Number(name))[1]) === pid) sum += cpuSecondsOf(Number(name));
    } catch {
      // It has ended meanwhile, and is counted with its parent the next time.
    }
  }
  return sum;
}

/** Whose child a process is. */
export const parentOf = (pid: number): number => Number(statOf(pid)[1]);
