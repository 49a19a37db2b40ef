import { connectSubgraphs } from '#gateway/distributed.js';
import { openDemonstration } from '#gateway/demonstration.js';
import { credentialReader } from '#gateway/credentials.js';
import { createHub } from '#gateway/hub.js';
import { createEngine, readSupergraph } from '#gateway/start.js';
import { type SubgraphName, subgraphNames } from '#shared/directory.js';
import { readEnv } from '#shared/env.js';
import { internalHeaders } from '#shared/internal-calls.js';
import { createLog, type Logger } from '#shared/log.js';
import { listen } from '#shared/serve.js';
import { internalKey, serveSubgraphs } from './calls.js';
import { type FaultyProxy, faultyProxy } from './faults.js';
import { asker, type Asker, type Mode } from './hub.js';
import { folder } from './starts.js';

/** A gateway of its own, with circuits that nothing has opened yet. */
export interface Gateway extends Asker {
  url: string;
  stop(): Promise<void>;
}

/** Subgraphs on the demonstration dataset, each behind a proxy that can misbehave. */
export interface FaultySubgraphs {
  proxies: Record<SubgraphName, FaultyProxy>;
  gateway(engine: Mode['engine'], log?: Logger): Promise<Gateway>;
  stop(): Promise<void>;
}

/** Opens the subgraphs; HTTP lies between them and every gateway. */
export async function faultySubgraphs(): Promise<FaultySubgraphs> {
  const key = internalKey('faulty');
  const subgraphs = await serveSubgraphs([key], 'demo');
  const pairs = await Promise.all(
    subgraphNames.map(async (name) => [name, await faultyProxy(subgraphs.urlOf(name))] as const),
  );
  const proxies = Object.fromEntries(pairs) as Record<SubgraphName, FaultyProxy>;
  const issuer = await openDemonstration(folder());
  return {
    proxies,
    gateway: async (engine, log = createLog('silent')) => {
      const sdl = readSupergraph(readEnv({}));
      const urls = new Map(subgraphNames.map((name) => [name, [proxies[name].url]]));
      const remote = connectSubgraphs(sdl, { urls, headers: internalHeaders([key]), log });
      const server = await createHub({
        engine: await createEngine(engine, sdl, remote.sourceFor),
        log,
        readToken: credentialReader(issuer, remote.sourceFor, log),
        pages: null,
      });
      const url = await listen(server, '127.0.0.1', 0);
      return {
        ...asker(url, () => Promise.resolve(null)),
        url,
        stop: async () => {
          await server.close();
          await remote.close();
        },
      };
    },
    stop: async () => {
      await Promise.all(Object.values(proxies).map((proxy) => proxy.stop()));
      await subgraphs.stop();
    },
  };
}
