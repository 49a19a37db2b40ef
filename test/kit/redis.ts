import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from './eventually.js';
import { findServer } from './debian.js';
import { freePorts } from './process.js';
import { createClient } from '@redis/client';

/** A Redis server of a test's own, which keeps nothing. */
export interface TestRedis {
  url: string;
  /** Kills it without a word to its clients. */
  kill(): Promise<void>;
  /** Makes it hang, with its connections open, or go on. */
  hang(isHanging: boolean): void;
  /** Starts it again at its port, empty. */
  start(): Promise<void>;
}

/** Where redis-server is, Debian's where it had to be installed; null where it cannot be had. */
export const redisProgram = (): string | null => findServer('redis-server', 'redis-server');

/** Starts a server on a free port of this machine. */
export async function startRedis(program: string): Promise<TestRedis> {
  const [port] = (await freePorts(1)) as [number];
  const url = `redis://127.0.0.1:${port}`;
  const launch = () =>
    spawn(program, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
      stdio: 'ignore',
    });
  let server = launch();
  const answers = async () => {
    const client = createClient({ url, socket: { reconnectStrategy: false } });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.ping()) === 'PONG';
    } catch {
      return false;
    } finally {
      client.destroy();
    }
  };
  await eventually(answers);
  return {
    url,
    kill: async () => {
      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
    },
    hang: (isHanging) => void server.kill(isHanging ? 'SIGSTOP' : 'SIGCONT'),
    start: async () => {
      server = launch();
      await eventually(answers);
    },
  };
}
