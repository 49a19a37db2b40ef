import { mkdtempSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { driverConfig } from '#shared/database/connection.js';
import type { DatabaseAddress } from '#shared/database/url.js';
import { runningPostgres } from '#shared/postgres/server.js';
import { organizationsOf, type PictureSize, tiesOf } from '../analysis/ties.sql.js';
import { median, percentile, printTable, quantile } from '../figures.js';
import type { Measured } from '../goals.js';
import { type NodeProcess, root, startAnywhere, stop } from '../processes.js';
import { dashboardAsk } from '../workload.js';
import type { PartOptions } from './options.js';

const sizes: PictureSize[] = [
  { nodes: 500, edges: 1_500 },
  { nodes: 5_000, edges: 15_000 },
];
const query = `query ($day: Date, $maxNodes: Int) { linkNetwork(filter: { validOn: $day }, maxNodes: $maxNodes) { nodeCount edgeCount modularity
  nodes { id kind degree betweenness community x y organization { name } partner { name kind } } edges { source target kind weight } } }`;
const progressQuery = `query ($day: Date) { linkNetworkProgress(filter: { validOn: $day }, maxNodes: 1) { betweenness isReady } }`;
const dashboardEveryMs = 50;

/** What an analyst's picture costs, cold and kept, how long it holds the event loop, and what it costs those who look at a dashboard meanwhile. */
export async function analysis({ effort }: PartOptions): Promise<Measured> {
  const rows = [];
  for (const size of sizes) rows.push(await measureSize(size, effort.rounds));
  printTable([
    [
      'nodes / edges',
      'first answer',
      'another filter, p50',
      'kept, p50 (dashboard kept)',
      'event loop held, longest',
      'betweenness',
      'dashboard p99 idle → meanwhile',
    ],
    ...rows,
  ]);
  return {};
}

async function measureSize(size: PictureSize, rounds: number): Promise<string[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linkage-hub-bench-'));
  try {
    await withHub(dataDir, {}, () => fill(dataDir, size));
    const pictures = await withHub(dataDir, {}, (hub) => measurePictures(hub, rounds));
    const others = await withHub(dataDir, { CACHE: 'off' }, (hub) => measureOthers(hub, rounds));
    return [`${size.nodes} / ${size.edges}`, ...pictures, ...others];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Hub {
  process: NodeProcess;
  ask(
    query: string,
    variables: object,
  ): Promise<{ data: Record<string, Record<string, unknown>>; ms: number }>;
  /** Milliseconds that the event loop was held at once since the last call. */
  longestHold(): Promise<number>;
}

async function withHub<T>(
  dataDir: string,
  env: Record<string, string>,
  use: (hub: Hub) => Promise<T>,
): Promise<T> {
  const lagFile = join(dataDir, 'lag.json');
  const parameters = ['--require', join(root, 'test/fuzz/lag.cjs'), '--enable-source-maps'];
  const process = await startAnywhere(
    [
      ...parameters,
      '--min-semi-space-size=32',
      '--max-semi-space-size=64',
      join(root, 'dist/gateway/main.js'),
    ],
    { DATA_DIR: dataDir, LAG_FILE: lagFile, LIMIT_COST: '1000000', RATE_LIMIT_PER_VIEWER: '0', ...env },
  );
  try {
    const tokens = JSON.parse(readFileSync(join(dataDir, 'demo-tokens.json'), 'utf8')) as { analyst: string };
    return await use({
      process,
      ask: asker(process.url, tokens.analyst),
      longestHold: () => readLag(process, lagFile),
    });
  } finally {
    await stop(process.child);
  }
}

const asker =
  (url: string, token: string): Hub['ask'] =>
  async (text, variables) => {
    const began = performance.now();
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: text, variables }),
    });
    const { data, errors } = (await response.json()) as {
      data: Record<string, Record<string, unknown>>;
      errors?: unknown;
    };
    if (errors !== undefined) throw new Error(`Wrong answer: ${JSON.stringify(errors).slice(0, 500)}`);
    return { data, ms: performance.now() - began };
  };

async function readLag({ pid }: NodeProcess, file: string): Promise<number> {
  const written = new Promise<void>((resolve) => {
    const watcher = watch(join(file, '..'), (_event, name) => {
      if (name !== 'lag.json') return;
      watcher.close();
      resolve();
    });
  });
  process.kill(pid, 'SIGUSR2');
  await written;
  return (JSON.parse(readFileSync(file, 'utf8')) as { max: number }).max;
}

async function fill(dataDir: string, size: PictureSize): Promise<void> {
  const client = new pg.Client(driverConfig(runningPostgres(dataDir, 'hub') as DatabaseAddress, 'bench'));
  await client.connect();
  for (const statement of [...organizationsOf(size), ...tiesOf(size), 'analyze'])
    await client.query(statement);
  await client.end();
}

/** A day on which everything holds, another one each time: nobody has asked for its network before. */
const dayOf = (turn: number): string => new Date(Date.UTC(2025, 6, 1 + turn)).toISOString().slice(0, 10);

async function measurePictures(hub: Hub, rounds: number): Promise<string[]> {
  const dashboard = JSON.parse(String(dashboardAsk().body)) as { query: string; variables: object };
  // A hub that is in use, of which nobody has asked for a network before.
  const dashboards = await timesOf(100, () => hub.ask(dashboard.query, dashboard.variables));
  const first = await whenMeasured(hub, 0);
  const others: number[] = [];
  const holds: number[] = [];
  for (let turn = 1; turn <= rounds + 3; turn += 1) {
    await hub.longestHold();
    const ms = await whenMeasured(hub, turn);
    // Until the code is compiled it is not the network that holds the loop.
    if (turn <= 3) continue;
    others.push(ms);
    holds.push(await hub.longestHold());
  }
  const kept = await timesOf(100, () => hub.ask(query, { day: dayOf(1), maxNodes: 500 }));
  return [
    `${first.toFixed(0)} ms`,
    `${median(others).toFixed(0)} ms`,
    `${percentile(kept, 0.5)} ms (${percentile(dashboards, 0.5)} ms)`,
    `${Math.max(...holds).toFixed(1)} ms`,
  ];
}

/** Asks for a picture until it is there, as a page does. */
async function whenMeasured(hub: Hub, turn: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    try {
      await hub.ask(query, { day: dayOf(turn), maxNodes: 500 });
      return performance.now() - began;
    } catch (error) {
      if (!String(error).includes('UNAVAILABLE')) throw error;
    }
  }
}

async function timesOf(count: number, ask: () => Promise<{ ms: number }>): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < count; turn += 1) times.push((await ask()).ms);
  return times.sort((one, other) => one - other);
}

/** Dashboards at a steady pace, while nothing else runs and while betweenness of one network after the other is computed. */
async function measureOthers(hub: Hub, rounds: number): Promise<string[]> {
  const dashboard = JSON.parse(String(dashboardAsk().body)) as { query: string; variables: object };
  const pace = async (isOver: () => boolean): Promise<number[]> => {
    const times: number[] = [];
    while (!isOver()) {
      times.push((await hub.ask(dashboard.query, dashboard.variables)).ms);
      await pause(dashboardEveryMs);
    }
    return times.sort((one, other) => one - other);
  };
  await timesOf(100, () => hub.ask(dashboard.query, dashboard.variables));
  const seconds = 4 * rounds;
  const idleUntil = performance.now() + seconds * 1_000;
  const idle = await pace(() => performance.now() > idleUntil);
  let isOver = false;
  const busy = pace(() => isOver);
  const took: number[] = [];
  const until = performance.now() + seconds * 1_000;
  for (let turn = 500; performance.now() < until; turn += 1) {
    const began = performance.now();
    while (!(await hub.ask(progressQuery, { day: dayOf(turn) })).data['linkNetworkProgress']?.['isReady'])
      await pause(20);
    took.push(performance.now() - began);
  }
  isOver = true;
  return [
    `${median(took).toFixed(0)} ms`,
    `${quantile(idle, 0.99).toFixed(1)} → ${quantile(await busy, 0.99).toFixed(1)} ms`,
  ];
}
