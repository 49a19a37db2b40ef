import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePorts } from '../../test/kit/process.js';
import { type NodeProcess, root, startNode, stop } from '../processes.js';
import { signingKey, startSubgraphs } from './hub.js';
import { type System, startAll, systemOf } from './system.js';

const folder = join(root, 'bench/peers');
const hiveGateway = join(folder, 'node_modules/@graphql-hive/gateway/dist/bin.js');

/** Installs the peers where they are missing or not those of the lock file: none of them is a dependency of the hub. */
export function installPeers(): void {
  const installed = join(folder, 'node_modules/.bench-lock.json');
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return;
  process.stderr.write('Installing the peers …\n');
  execFileSync('npm', ['ci', '--prefix', folder, '--ignore-scripts', '--loglevel=error'], {
    stdio: 'inherit',
  });
  writeFileSync(installed, lock);
}

const startPeer = (file: string, env: Record<string, string>, ...parameters: string[]) =>
  startNode([join(folder, file), ...parameters], { NODE_ENV: 'production', ...env });

/** A peer that is one process. */
export async function startOne(name: string, file: string, env: Record<string, string>): Promise<System> {
  return systemOf(name, await startPeer(file, env));
}

const stockNames = ['organizations', 'partners', 'donations'];

async function startStockSubgraphs(databaseUrl: string) {
  const env = { DATABASE_URL: databaseUrl };
  const processes = await startAll(stockNames.map((name) => () => startPeer('stock-subgraph.js', env, name)));
  const urls = stockNames.map((name, index) => [name, `${processes[index]?.url}/graphql`]);
  return { processes, urls: Object.fromEntries(urls) as Record<string, string> };
}

/** Apollo's gateway in front of Apollo's subgraphs. */
export async function startStockFederation(name: string, databaseUrl: string): Promise<System> {
  const { processes, urls } = await startStockSubgraphs(databaseUrl);
  return withGateway(name, processes, () =>
    startPeer('stock-gateway.js', { SUBGRAPH_URLS: JSON.stringify(urls) }),
  );
}

/** Hive Gateway in front of the hub's own subgraphs: it signs its calls. */
export async function startHiveOverHub(name: string, databaseUrl: string): Promise<System> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linkage-hub-bench-'));
  const key = signingKey();
  const { processes, urls } = await startSubgraphs({ databaseUrl, cache: false }, dataDir, {
    INTERNAL_KEYS: key,
  });
  const supergraph = join(dataDir, 'supergraph.graphql');
  let sdl = readFileSync(join(root, 'gateway/supergraph.graphql'), 'utf8');
  for (const [subgraph, url] of Object.entries(urls))
    sdl = sdl.replace(new RegExp(`(name: "${subgraph}", url: )"[^"]*"`), `$1${JSON.stringify(url)}`);
  writeFileSync(supergraph, sdl);
  const system = await withGateway(name, processes, () =>
    startHive(supergraph, { INTERNAL_KEY: key, SUBGRAPH_URLS: JSON.stringify(urls) }),
  );
  return {
    ...system,
    stop: () => system.stop().then(() => rmSync(dataDir, { recursive: true, force: true })),
  };
}

/** Hive Gateway in front of Apollo's subgraphs. */
export async function startHiveOverStock(name: string, databaseUrl: string): Promise<System> {
  const { processes, urls } = await startStockSubgraphs(databaseUrl);
  const dataDir = mkdtempSync(join(tmpdir(), 'linkage-hub-bench-'));
  const supergraph = join(dataDir, 'supergraph.graphql');
  const { supergraphOf } = (await import(join(folder, 'supergraph.js'))) as {
    supergraphOf(urls: Record<string, string>): string;
  };
  writeFileSync(supergraph, supergraphOf(urls));
  const system = await withGateway(name, processes, () => startHive(supergraph, {}));
  return {
    ...system,
    stop: () => system.stop().then(() => rmSync(dataDir, { recursive: true, force: true })),
  };
}

async function startHive(supergraph: string, env: Record<string, string>): Promise<NodeProcess> {
  const [port] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const parameters = [
    'supergraph',
    supergraph,
    '--hive-router-runtime',
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
  ];
  const command = [hiveGateway, ...parameters, '--config-path', join(folder, 'hive-gateway.config.js')];
  return startNode(command, { NODE_ENV: 'production', ...env }, async (child) => {
    const deadline = performance.now() + 60_000;
    while (performance.now() < deadline && child.exitCode === null) {
      const answer = await fetch(`${url}/readiness`).catch(() => null);
      if (answer?.ok) return url;
      await pause(50);
    }
    throw new Error(`Hive Gateway is not ready (exit code ${child.exitCode}).`);
  });
}

async function withGateway(
  name: string,
  behind: NodeProcess[],
  start: () => Promise<NodeProcess>,
): Promise<System> {
  try {
    return systemOf(name, await start(), behind);
  } catch (error) {
    for (const { child } of behind) await stop(child);
    throw error;
  }
}
