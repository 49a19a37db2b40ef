import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectFile } from '#gateway/start.js';
import { eventually } from '../kit/eventually.js';
import type { HubProcess } from '../kit/process.js';
import { type RawAnswer, send } from '../kit/raw.js';
import type { Attack } from './attack.js';
import { type Verdict, judge } from './verdict.js';

/** One attack and what became of it. */
export interface Fought extends Verdict {
  seed: number;
  attack: Attack;
  milliseconds: number;
}

export interface Percentiles {
  p50: number;
  p99: number;
  max: number;
}

export interface Report {
  fought: Fought[];
  /** How long the hub's event loop was held. */
  lag: Percentiles;
  /** How long a small question of somebody else took meanwhile. */
  probe: Percentiles & { count: number; failures: number };
}

export interface Battle {
  hub: HubProcess;
  dataDir: string;
  count: number;
  seed: number;
  /** So many at once. */
  clients: number;
  attackOf(seed: number): Attack;
}

/** What the hub's process is started with, so that its event loop can be watched. */
export const watched = (dataDir: string): Record<string, string> => ({
  NODE_OPTIONS: `--require ${projectFile('test/fuzz/lag.cjs')}`,
  LAG_FILE: join(dataDir, 'lag.json'),
});

/** So many are made before they are sent: to make them takes time in which no answer could be read. */
const chunk = 200;

/** Attacks a hub from several connections, as strangers and in every role, while a probe looks on. */
export async function fight({ hub, dataDir, count, seed, clients, attackOf }: Battle): Promise<Report> {
  const tokens = Object.values(
    JSON.parse(readFileSync(join(dataDir, 'demo-tokens.json'), 'utf8')) as object,
  ) as string[];
  const bearer = (at: number): Record<string, string> => {
    const token = tokens[at % (tokens.length + 2)];
    return token === undefined ? {} : { authorization: `Bearer ${token}` };
  };
  await lagOf(hub, dataDir);
  const probe = new Worker(projectFile('dist/test/fuzz/probe.worker.js'), { workerData: { url: hub.url } });
  const fought: Fought[] = [];
  for (let start = seed; start < seed + count; start += chunk) {
    const seeds = Array.from({ length: Math.min(chunk, seed + count - start) }, (_, index) => start + index);
    const made = seeds.map((each) => ({ seed: each, attack: attackOf(each) }));
    const client = async () => {
      for (let next = made.shift(); next !== undefined; next = made.shift())
        fought.push({ ...next, ...(await strike(hub.url, next.attack, bearer(next.seed))) });
    };
    await Promise.all(Array.from({ length: clients }, client));
  }
  const lag = await lagOf(hub, dataDir);
  const { took, failures } = await new Promise<{ took: number[]; failures: number }>((resolve) => {
    probe.once('message', resolve);
    probe.postMessage('stop');
  });
  await probe.terminate();
  return { fought, lag, probe: { ...percentiles(took), count: took.length, failures } };
}

async function strike(
  url: string,
  attack: Attack,
  bearer: Record<string, string>,
): Promise<Verdict & { milliseconds: number }> {
  const began = performance.now();
  try {
    const answer: RawAnswer = await send(url, {
      ...attack.request,
      headers: { ...bearer, ...attack.request.headers },
    });
    return { ...judge(attack, answer), milliseconds: answer.milliseconds };
  } catch (error) {
    const { code = 'none' } = error as { code?: string };
    const milliseconds = performance.now() - began;
    return {
      outcome: `cut (${code})`,
      wrong: attack.mayBeCut === true ? null : `no answer: ${String(error)}`,
      milliseconds,
    };
  }
}

async function lagOf({ child }: HubProcess, dataDir: string): Promise<Percentiles> {
  const file = join(dataDir, 'lag.json');
  const read = () =>
    existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Percentiles & { number: number }) : null;
  const before = read()?.number ?? 0;
  child.kill('SIGUSR2');
  return eventually(() => {
    const now = read();
    return now !== null && now.number > before ? now : null;
  });
}

/** The middle, the hundredth and the longest of many times. */
export function percentiles(took: readonly number[]): Percentiles {
  const sorted = took.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), max: sorted.at(-1) ?? 0 };
}
