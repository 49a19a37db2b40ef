import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Finds ports that nobody listens on, for processes that must know each other's before they start. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** The project's folder, above the compiled code. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Starts take seconds; on a machine that also runs other tests, many. */
const readyTimeoutMs = 100_000;

/** A process of the hub as a person would start it, from the compiled code. */
export interface HubProcess {
  child: ChildProcess;
  /** Address of the ready line. */
  url: string;
  output(): string;
  /** The exit code, when it has ended. */
  exited: Promise<number | null>;
  /** Sends SIGINT, which waits for no idle connection, and waits for the end; yields the exit code. */
  stop(): Promise<number | null>;
  kill(): Promise<void>;
}

/** How a process that could not start ended. */
export interface FailedStart {
  code: number | null;
  output: string;
}

export interface HubCommand {
  /** Compiled entry below dist/, for instance `gateway/main.js`. */
  entry: string;
  env: Record<string, string>;
  uid?: number;
  /** Sees what the process has said so far, each time it says more. */
  onOutput?(output: string, child: ChildProcess): unknown;
}

/** Starts a process and waits for its ready line; rejects when it ends before. */
export async function startProcess(command: HubCommand): Promise<HubProcess> {
  const started = await tryProcess(command);
  if ('child' in started) return started;
  throw new Error(`${command.entry} ended with ${started.code}:\n${started.output}`);
}

/** Starts a process and waits until it is ready or has ended. */
export function tryProcess({ entry, env, uid, onOutput }: HubCommand): Promise<HubProcess | FailedStart> {
  const child = spawn(process.execPath, [`${root}dist/${entry}`], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'warn',
      // Dozens of processes compile the same modules.
      NODE_COMPILE_CACHE: join(tmpdir(), 'linkage-hub-compile-cache'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let output = '';
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${entry} was not ready in time:\n${output}`));
    }, readyTimeoutMs);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      onOutput?.(output, child);
      const ready = /^ready (\S+)/m.exec(output);
      if (ready === null) return;
      clearTimeout(timer);
      resolve({
        child,
        url: ready[1] ?? '',
        output: () => output,
        exited,
        stop: () => {
          child.kill('SIGINT');
          return exited;
        },
        kill: async () => {
          child.kill('SIGKILL');
          await exited;
        },
      });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exited.then((code) => {
      clearTimeout(timer);
      resolve({ code, output });
    });
  });
}
