import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from './processes.js';

/** One request. */
export interface Ask {
  method: 'GET' | 'POST';
  path: string;
  body?: string;
}

/** Requests that are sent as fast as they are answered. */
export interface Burst {
  url: string;
  /** Each request is one of these, by a generator that begins at the seed. */
  asks: readonly Ask[];
  headers: Record<string, string>;
  requests: number;
  clients: number;
  seed: number;
}

export interface BurstTimes {
  seconds: number;
  /** Milliseconds of each request, sorted. */
  times: number[];
}

/** A client in a process of its own; any wrong answer rejects. */
export interface LoadClient {
  send(burst: Burst): Promise<BurstTimes>;
  stop(): void;
}

export function startClient(): LoadClient {
  const child: ChildProcess = fork(join(root, 'dist/bench/load-client.main.js'), { stdio: 'inherit' });
  return {
    send: async (burst) => {
      const answered = once(child, 'message') as Promise<[{ times?: BurstTimes; error?: string }]>;
      child.send(burst);
      const [{ times, error }] = await answered;
      if (times === undefined) throw new Error(error);
      return times;
    },
    stop: () => child.kill(),
  };
}
