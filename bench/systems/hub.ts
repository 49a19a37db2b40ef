import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { subgraphNames } from '#shared/directory.js';
import { type NodeProcess, root, startNode, stop } from '../processes.js';
import { type System, startAll, systemOf } from './system.js';

export interface HubSettings {
  databaseUrl: string;
  /** Whether ready answers are kept. */
  cache: boolean;
  /** Whose token every request has; null is a stranger. */
  role?: 'viewer' | 'finance' | null;
  /** Further parameters of Node.js for the process that clients talk to. */
  nodeParameters?: readonly string[];
  env?: Record<string, string>;
}

/** All as the hub is shipped, but for what is there to refuse what a benchmark does: callers' budgets, and deadlines on a busy machine. */
const envOf = ({ cache, env }: HubSettings, dataDir: string) => ({
  DATA_DIR: dataDir,
  DEMO_DATA: 'off',
  TRUSTED_DOCUMENTS_DIR: join(root, 'bench/operations'),
  RATE_LIMIT_PER_ADDRESS: '0',
  RATE_LIMIT_PER_VIEWER: '0',
  LIMIT_OPERATION_MS: '60000',
  LIMIT_SUBGRAPH_MS: '60000',
  LIMIT_STATEMENT_MS: '60000',
  CACHE: cache ? 'on' : 'off',
  ...env,
});

/** Those of `npm start`. */
const startParameters = ['--enable-source-maps', '--min-semi-space-size=32', '--max-semi-space-size=64'];

/** The whole hub in one process. */
export async function startEmbeddedHub(name: string, settings: HubSettings): Promise<System> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linkage-hub-bench-'));
  const entry = join(root, 'dist/gateway/main.js');
  const hub = await startNode([...startParameters, ...(settings.nodeParameters ?? []), entry], {
    ...envOf(settings, dataDir),
    DATABASE_URL: settings.databaseUrl,
  });
  return systemOf(name, hub, [], {
    headers: bearer(dataDir, settings),
    cleanUp: () => rmSync(dataDir, { recursive: true, force: true }),
  });
}

/** A gateway and each subgraph in a process of its own. */
export async function startDistributedHub(name: string, settings: HubSettings): Promise<System> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linkage-hub-bench-'));
  const { processes, urls } = await startSubgraphs(settings, dataDir);
  const named = Object.entries(urls).map(([subgraph, url]) => [`${subgraph.toUpperCase()}_URL`, url]);
  const entry = join(root, 'dist/gateway/gateway.main.js');
  try {
    const gateway = await startNode(['--enable-source-maps', ...(settings.nodeParameters ?? []), entry], {
      ...envOf(settings, dataDir),
      ...Object.fromEntries(named),
    });
    return systemOf(name, gateway, processes, {
      headers: bearer(dataDir, settings),
      cleanUp: () => rmSync(dataDir, { recursive: true, force: true }),
    });
  } catch (error) {
    for (const { child } of processes) await stop(child);
    throw error;
  }
}

/** Starts the hub's subgraphs alone, for a gateway that is not the hub's. */
export async function startSubgraphs(
  settings: HubSettings,
  dataDir: string,
  env: Record<string, string> = {},
): Promise<{ processes: NodeProcess[]; urls: Record<string, string> }> {
  const processes = await startAll(
    subgraphNames.map(
      (name) => () =>
        startNode(['--enable-source-maps', join(root, `dist/subgraphs/${name}/main.js`)], {
          ...envOf(settings, dataDir),
          DATABASE_URL: settings.databaseUrl,
          ...env,
        }),
    ),
  );
  const urls = subgraphNames.map((name, index) => [name, `${processes[index]?.url}/graphql`] as const);
  return { processes, urls: Object.fromEntries(urls) };
}

/** A key that calls to subgraphs are signed with. */
export const signingKey = (): string => `bench:${randomBytes(32).toString('hex')}`;

function bearer(dataDir: string, { role = 'viewer' }: HubSettings): Record<string, string> {
  if (role === null) return {};
  const tokens = JSON.parse(readFileSync(join(dataDir, 'demo-tokens.json'), 'utf8')) as Record<
    string,
    string
  >;
  return { authorization: `Bearer ${tokens[role]}` };
}
