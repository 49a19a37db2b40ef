import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseAddress } from '#shared/database/url.js';
import { subgraphNames } from '#shared/directory.js';
import { runningPostgres } from '#shared/postgres/server.js';
import {
  faults as knownFaults,
  type FaultyProxy,
  faultyProxy,
  type Misbehave,
  slowFaults,
} from '../../test/kit/faults.js';
import { databaseUrl } from '../../test/kit/database.js';
import { percentile } from '../figures.js';
import type { Measured } from '../goals.js';
import { logFile, readyUrl, root, stop } from '../processes.js';

const seconds = 4;
const clients = 8;
const everyMs = 25;
const independent = '{ fundingPools { name } }';
const affected = '{ partners(first: 1) { totalCount } fundingPools { name } }';

interface Hub {
  url: string;
  proxy: FaultyProxy;
}

/**
 * What a query that needs no partners waits while the partners subgraph fails in every way that the tests know, and what the
 * queries wait that do need it. No goal counts it.
 */
export async function faults(): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linkage-hub-bench-'));
  const children: ChildProcess[] = [];
  const start = async (entry: string, env: Record<string, string>) => {
    const child = spawn(process.execPath, [join(root, 'dist', entry)], {
      env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'pipe', logFile],
    });
    children.push(child);
    return readyUrl(child);
  };
  try {
    // For its database and dataset.
    await start('gateway/main.js', {});
    const database = databaseUrl(runningPostgres(dataDir, 'hub') as DatabaseAddress);
    const pairs = await Promise.all(
      subgraphNames.map(async (name) => {
        const url = await start(`subgraphs/${name}/main.js`, { DATABASE_URL: database, DEMO_DATA: 'off' });
        return [name, url] as const;
      }),
    );
    const urls = Object.fromEntries(pairs);
    const proxy = await faultyProxy(urls['partners'] as string);
    const named = Object.entries(urls).map(([name, url]) => [`${name.toUpperCase()}_URL`, `${url}/graphql`]);
    const env = { ...(Object.fromEntries(named) as Record<string, string>), PARTNERS_URL: proxy.url };
    await report({ url: await start('gateway/gateway.main.js', env), proxy });
    await proxy.stop();
    return {};
  } finally {
    for (const child of children.reverse()) await stop(child);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function report(hub: Hub): Promise<void> {
  console.log('| the partners subgraph | independent query p50 / p99 ms | affected query p50 / max ms |');
  console.log('| --- | --- | --- |');
  await measure(hub, 'warm-up', null);
  await measure(hub, 'answers', null);
  for (const [name, behaviour] of Object.entries({ ...knownFaults, ...slowFaults }))
    await measure(hub, name, behaviour);
}

async function measure({ url, proxy }: Hub, name: string, behaviour: Misbehave | null): Promise<void> {
  proxy.behave(behaviour);
  const end = performance.now() + seconds * 1_000;
  const [alone, slow]: [number[], number[]] = [[], []];
  const repeat = async (times: number[], query: string, isWhole: boolean, waitMs: number) => {
    while (performance.now() < end) {
      times.push(await timed(url, query, isWhole));
      await pause(waitMs);
    }
  };
  await Promise.all([
    repeat(alone, independent, true, everyMs),
    ...Array.from({ length: clients }, () => repeat(slow, affected, behaviour === null, everyMs)),
  ]);
  for (const times of [alone, slow]) times.sort((one, other) => one - other);
  const longest = (slow.at(-1) ?? 0).toFixed(0);
  if (name !== 'warm-up')
    console.log(
      `| ${name} | ${percentile(alone, 0.5)} / ${percentile(alone, 0.99)} | ${percentile(slow, 0.5)} / ${longest} |`,
    );
  // Its circuit closes again.
  proxy.behave(null);
  await pause(1_500);
}

/** Asks; a wrong answer stops the run. */
async function timed(url: string, query: string, isWhole: boolean): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data: { fundingPools: unknown }; errors?: unknown };
  if (data?.fundingPools == null || (errors === undefined) !== isWhole)
    throw new Error(`Wrong answer: ${JSON.stringify(errors)}`);
  return performance.now() - began;
}
