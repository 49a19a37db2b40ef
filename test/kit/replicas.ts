import type { SubgraphName } from '#shared/directory.js';
import type { TestDatabase } from './database.js';
import { freePorts, type HubCommand, type HubProcess, startProcess } from './process.js';

/** One of the processes that do the same. */
export interface Replica {
  kind: SubgraphName | 'gateway';
  url: string;
  start(): Promise<void>;
  /** Sends SIGTERM; yields the exit code. */
  terminate(): Promise<number | null>;
  kill(): Promise<void>;
}

export interface ReplicasOptions {
  database: TestDatabase;
  dataDir: string;
  subgraphs: readonly SubgraphName[];
}

/** Starts two gateways, and two processes of each subgraph; each knows all of them, and comes back to its own port. */
export async function startReplicas({ database, dataDir, subgraphs }: ReplicasOptions): Promise<Replica[]> {
  const kinds = [...subgraphs, 'gateway' as const].flatMap((kind) => [kind, kind]);
  const ports = await freePorts(kinds.length);
  const urlsOf = (kind: string) =>
    kinds.flatMap((each, index) => (each === kind ? [`http://127.0.0.1:${ports[index]}`] : []));
  const urls = Object.fromEntries(
    subgraphs.map((name) => [
      `${name.toUpperCase()}_URL`,
      urlsOf(name)
        .map((url) => `${url}/graphql`)
        .join(','),
    ]),
  );
  const replicas = kinds.map((kind, index): Replica => {
    const port = String(ports[index]);
    const env = { ...urls, DATA_DIR: dataDir, DATABASE_URL: database.url, DEMO_DATA: 'off', PORT: port };
    return replicaOf(kind, `http://127.0.0.1:${port}`, {
      entry: kind === 'gateway' ? 'gateway/gateway.main.js' : `subgraphs/${kind}/main.js`,
      env,
    });
  });
  await Promise.all(replicas.map((replica) => replica.start()));
  return replicas;
}

function replicaOf(kind: Replica['kind'], url: string, command: HubCommand): Replica {
  let running: HubProcess | null = null;
  return {
    kind,
    url,
    start: async () => {
      running = await startProcess(command);
    },
    terminate: async () => {
      running?.child.kill('SIGTERM');
      return (await running?.exited) ?? null;
    },
    kill: async () => {
      await running?.kill();
    },
  };
}
