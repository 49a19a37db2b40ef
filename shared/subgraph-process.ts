import { configuredDatabase } from './database/choose.js';
import {
  type Directory,
  type Question,
  type SubgraphName,
  subgraphNames,
  subgraphPorts,
} from './directory.js';
import { readEnv, type Env } from './env.js';
import { type HttpSource, httpSource } from './http-source.js';
import { internalKeys } from './internal-keys.js';
import { type InternalTokens, internalTokens } from './internal-token.js';
import { createLog } from './log.js';
import { runProcess } from './process.js';
import { runSubgraph } from './run-subgraph.js';
import { listen, subgraphServer } from './serve.js';
import { StartError } from './start-error.js';
import type { Subgraph } from './subgraph.js';

/** Runs one subgraph as a process of its own: `npm run start:subgraph -- <name>`. */
export async function runSubgraphProcess<C>(subgraph: Subgraph<C>): Promise<void> {
  await runProcess(async () => {
    const env = readEnv();
    const tokens = internalTokens(internalKeys(env));
    const address = configuredDatabase(env, subgraph.name);
    if (address === null) {
      throw new StartError(
        `DATABASE_URL is not set: a subgraph that runs by itself needs a PostgreSQL server (or ${subgraph.name.toUpperCase()}_DATABASE_URL).`,
      );
    }
    const directory = httpDirectory(env, tokens);
    const log = createLog(env.LOG_LEVEL);
    const running = await runSubgraph(subgraph, address, directory, {
      replicas: env.DATABASE_REPLICA_URLS,
      log,
    });
    if (env.DEMO_DATA === 'auto') await running.loadDemo();
    const server = subgraphServer({ name: subgraph.name, running, tokens, log });
    const url = await listen(server, env.HOST, env.PORT ?? subgraphPorts[subgraph.name]);
    console.log(`ready ${url}`);
    return {
      stop: async () => {
        await server.close();
        await running.close();
        await directory.close();
      },
    };
  });
}

function httpDirectory(env: Env, tokens: InternalTokens): Directory & { close(): Promise<void> } {
  const urls = {
    organizations: env.ORGANIZATIONS_URL,
    partners: env.PARTNERS_URL,
    donations: env.DONATIONS_URL,
    identity: env.IDENTITY_URL,
  };
  const sources = new Map<SubgraphName, HttpSource>(
    subgraphNames.map((name) => [
      name,
      httpSource(name, urls[name] ?? `http://127.0.0.1:${subgraphPorts[name]}/graphql`),
    ]),
  );
  return {
    ask: async <Data>(
      name: SubgraphName,
      { query, variables, viewer, requestId }: Question,
    ): Promise<Data> => {
      const headers = await tokens.headers({ subgraph: name, viewer, requestId });
      const { data, errors } = await (sources.get(name) as HttpSource).ask({ query, variables }, headers);
      if (data) return data as Data;
      throw errors?.[0] ?? new StartError(`The ${name} subgraph gave no data.`);
    },
    close: async () => {
      await Promise.all([...sources.values()].map((source) => source.close()));
    },
  };
}
