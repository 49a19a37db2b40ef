import { median, quantile } from './figures.js';
import type { Ask, LoadClient } from './load.js';
import { usage } from './processes.js';
import type { DatasetServer } from './server.js';
import type { System } from './systems/system.js';

/** How many requests a measurement sends. */
export interface Effort {
  warmUps: number;
  /** By 32 clients, in each round. */
  requests: number;
  /** By one client, in each round. */
  alone: number;
  rounds: number;
}

export const thorough: Effort = { warmUps: 1_500, requests: 1_000, alone: 200, rounds: 3 };
/** For a look while working; differences below a fifth mean nothing. */
export const quick: Effort = { warmUps: 300, requests: 400, alone: 50, rounds: 1 };
export const clients = 32;

/** What a system was found to cost, each a median of the rounds. */
export interface Figures {
  name: string;
  /** CPU milliseconds a request of every process of Node.js, and of the one that clients talk to. */
  nodeMs: number;
  frontMs: number;
  postgresMs: number;
  perSecond: number;
  /** Milliseconds: p50 and p99, by one client and by 32. */
  alone: [number, number];
  together: [number, number];
  rssMb: number;
  /** `nodeMs` as a multiple of the floor's in the same round. */
  toFloor: number;
}

type Round = Omit<Figures, 'name' | 'rssMb' | 'toFloor'>;

/** What is asked of whom, by which client. */
export interface Workload {
  client: LoadClient;
  server: DatasetServer | null;
  asks: readonly Ask[];
  effort: Effort;
  /** How many ask at the same time, when not 32. */
  parallel?: number;
}

/** Measures a system in turns with the floor (itself, when none is given). */
export async function measure(
  system: System,
  floor: System | null,
  workload: Workload & { floorAsks?: readonly Ask[] },
): Promise<Figures> {
  const { effort, floorAsks = workload.asks } = workload;
  await burst(system, workload, { requests: effort.warmUps, seed: 1 });
  // Behind the warm-up a floor that has been idle is warm again, too.
  if (floor !== null)
    await burst(floor, { ...workload, asks: floorAsks }, { requests: effort.warmUps / 3, seed: 1 });
  const rounds: (Round & { floorMs: number })[] = [];
  for (let round = 0; round < effort.rounds; round += 1) {
    const floorRound =
      floor === null ? null : await oneRound(floor, { ...workload, asks: floorAsks }, round, false);
    const own = await oneRound(system, workload, round, true);
    rounds.push({ ...own, floorMs: floorRound?.nodeMs ?? own.nodeMs });
  }
  const mid = (of: (round: Round & { floorMs: number }) => number) => median(rounds.map(of));
  return {
    name: system.name,
    nodeMs: mid(({ nodeMs }) => nodeMs),
    frontMs: mid(({ frontMs }) => frontMs),
    postgresMs: mid(({ postgresMs }) => postgresMs),
    perSecond: mid(({ perSecond }) => perSecond),
    alone: [mid(({ alone }) => alone[0]), mid(({ alone }) => alone[1])],
    together: [mid(({ together }) => together[0]), mid(({ together }) => together[1])],
    rssMb: [system.front, ...system.behind].reduce((sum, { pid }) => sum + usage(pid).rssMb, 0),
    toFloor: mid(({ nodeMs, floorMs }) => nodeMs / floorMs),
  };
}

async function oneRound(
  system: System,
  workload: Workload,
  round: number,
  withAlone: boolean,
): Promise<Round> {
  const { server, effort } = workload;
  const seed = 100 + round;
  const alone = withAlone
    ? (await burst(system, workload, { requests: effort.alone, seed, parallel: 1 })).times
    : [];
  const cpu = () => ({
    front: usage(system.front.pid).cpuSeconds,
    behind: system.behind.reduce((sum, { pid }) => sum + usage(pid).cpuSeconds, 0),
    postgres: server?.cpuSeconds() ?? Number.NaN,
  });
  const before = cpu();
  const { seconds, times } = await burst(system, workload, { requests: effort.requests, seed });
  const after = cpu();
  const each = (from: number, to: number) => ((to - from) * 1_000) / effort.requests;
  const frontMs = each(before.front, after.front);
  return {
    frontMs,
    nodeMs: frontMs + each(before.behind, after.behind),
    postgresMs: each(before.postgres, after.postgres),
    perSecond: effort.requests / seconds,
    alone: [quantile(alone, 0.5), quantile(alone, 0.99)],
    together: [quantile(times, 0.5), quantile(times, 0.99)],
  };
}

export const burst = (
  { url, headers }: System,
  { client, asks, parallel: usual = clients }: Workload,
  { requests, seed, parallel = usual }: { requests: number; seed: number; parallel?: number },
) => client.send({ url, headers, asks, requests: Math.round(requests), clients: parallel, seed });

/** The head of the table of figures. */
export const figuresHead = [
  'system',
  'Node CPU-ms',
  'of it gateway',
  'PostgreSQL CPU-ms',
  'requests/s',
  'p50 / p99 ms, 1 client',
  `p50 / p99 ms, ${clients} clients`,
  'RSS MB',
  'to the floor',
];

export function figuresRow(figures: Figures): string[] {
  const { name, nodeMs, frontMs, postgresMs, perSecond, alone, together, rssMb, toFloor } = figures;
  const digits = nodeMs < 0.2 ? 3 : 2;
  const pair = ([p50, p99]: [number, number]) => `${p50.toFixed(1)} / ${p99.toFixed(1)}`;
  return [
    name,
    nodeMs.toFixed(digits),
    frontMs === nodeMs ? 'all' : frontMs.toFixed(2),
    Number.isNaN(postgresMs) ? '–' : postgresMs.toFixed(2),
    perSecond.toFixed(0),
    pair(alone),
    pair(together),
    rssMb.toFixed(0),
    toFloor.toFixed(2),
  ];
}
