import { configuredDatabase } from './database/choose.js';
import type { HubNotes } from './data-age.js';
import {
  type Directory,
  type Question,
  type SubgraphName,
  subgraphNames,
  subgraphPorts,
  wholeAnswer,
} from './directory.js';
import { endServer } from './drain.js';
import { readEnv, subgraphUrls, type Env } from './env.js';
import { callReader, type InternalHeaders, internalHeaders } from './internal-calls.js';
import { internalKeys } from './internal-keys.js';
import { type Limits, limitsOf } from './limits.js';
import { createLog, type Logger } from './log.js';
import { operationSignal } from './operation.js';
import { runProcess } from './process.js';
import { openRedis } from './redis.js';
import { type RemoteSubgraph, remoteSubgraph } from './remote/subgraph.js';
import { runSubgraph } from './run-subgraph.js';
import { listen, subgraphServer } from './serve.js';
import { circuitsOf } from './metrics/circuits.js';
import { StartError } from './start-error.js';
import type { Subgraph } from './subgraph.js';
import { openTelemetry, type Telemetry } from './telemetry.js';

/** Runs one subgraph as a process of its own: `npm run start:subgraph -- <name>`. */
export async function runSubgraphProcess<C>(subgraph: Subgraph<C>): Promise<void> {
  await runProcess(async () => {
    const env = readEnv();
    const keys = internalKeys(env);
    const log = createLog(env.LOG_LEVEL);
    const address = configuredDatabase(env, subgraph.name);
    if (address === null) {
      throw new StartError(
        `DATABASE_URL is not set: a subgraph that runs by itself needs a PostgreSQL server (or ${subgraph.name.toUpperCase()}_DATABASE_URL).`,
      );
    }
    const limits = limitsOf(env);
    const telemetry = await openTelemetry(env, `linkage-hub-${subgraph.name}`, log);
    const headers = internalHeaders(keys, telemetry.tracing);
    const directory = httpDirectory(env, { headers, log, limits }, telemetry);
    const running = await runSubgraph(subgraph, address, directory, {
      replicas: env.DATABASE_REPLICA_URLS,
      preparedStatements: env.PREPARED_STATEMENTS,
      log,
      limits,
    });
    if (env.DEMO_DATA === 'auto') await running.loadDemo();
    const { name } = subgraph;
    const redis = await openRedis(env.REDIS_URL, log);
    const calls = callReader(keys, name, redis);
    const server = subgraphServer({ name, running, calls, log, limits, telemetry });
    const url = await listen(server, env.HOST, env.PORT ?? subgraphPorts[subgraph.name]);
    console.log(`ready ${url}`);
    return {
      stop: async (patience) => {
        // Gateways ask no process whether it is ready: one that refuses them has another one asked at once.
        await endServer(server, { ...patience, noticeMs: 0 }, log);
        await running.close();
        await directory.close();
        await redis?.close();
        await telemetry.tracing?.stop();
      },
    };
  });
}

interface RemoteDirectory extends Directory {
  close(): Promise<void>;
}

function httpDirectory(
  env: Env,
  asking: { headers: InternalHeaders; log: Logger; limits: Limits },
  { registry }: Telemetry,
): RemoteDirectory {
  const given = subgraphUrls(env);
  const remotes = new Map<SubgraphName, RemoteSubgraph>(
    subgraphNames.map((name) => {
      const urls = given.get(name) ?? [`http://127.0.0.1:${subgraphPorts[name]}/graphql`];
      return [name, remoteSubgraph({ name, urls, ...asking })];
    }),
  );
  for (const [name, remote] of remotes) circuitsOf(registry).count(name, remote);
  return {
    ask: async <Data>(name: SubgraphName, { note, ...question }: Question): Promise<Data> => {
      const { answer } = await (remotes.get(name) as RemoteSubgraph).ask({
        ...question,
        signal: operationSignal(),
        // Nobody here knows whether an equal question was asked before somebody wrote.
        joins: null,
      });
      note?.(answer.extensions?.['hub'] as HubNotes | undefined);
      return wholeAnswer<Data>(name, answer);
    },
    close: async () => {
      await Promise.all([...remotes.values()].map((remote) => remote.close()));
    },
  };
}
