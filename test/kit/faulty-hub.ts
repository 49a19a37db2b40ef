import { connectSubgraphs } from '#gateway/distributed.js';
import { openDemonstration } from '#gateway/demonstration.js';
import { credentialReader } from '#gateway/credentials.js';
import { defenceOf } from '#gateway/defence.js';
import { createHub } from '#gateway/hub.js';
import { lastAnswers } from '#gateway/last-answers.js';
import type { SourceFor } from '#gateway/source.js';
import { pagesOf } from '#gateway/pages.js';
import { createEngine, readSupergraph } from '#gateway/start.js';
import { type SubgraphName, subgraphNames } from '#shared/directory.js';
import { readEnv } from '#shared/env.js';
import { internalHeaders } from '#shared/internal-calls.js';
import { createLog, type Logger } from '#shared/log.js';
import type { Redis } from '#shared/redis.js';
import { listen } from '#shared/serve.js';
import { type CalledSubgraphs, internalKey, serveSubgraphs } from './calls.js';
import { type FaultyProxy, faultyProxy } from './faults.js';
import { asker, type Asker, type Mode } from './hub.js';
import { folder } from './starts.js';

/** A gateway that asks each subgraph through a proxy of its own that can misbehave. */
export interface FaultyGateway extends Asker {
  url: string;
  proxies: Record<SubgraphName, FaultyProxy>;
  /** Mends every proxy and opens the connections anew, with circuits that nothing has opened yet. */
  renew(): Promise<void>;
  stop(): Promise<void>;
}

/** Subgraphs on the demonstration dataset. */
export interface FaultySubgraphs {
  gateway(engine: Mode['engine'], options?: { log?: Logger; redis?: Redis | null }): Promise<FaultyGateway>;
  stop(): Promise<void>;
}

/** Opens the subgraphs; HTTP lies between them and every gateway. */
export async function faultySubgraphs(): Promise<FaultySubgraphs> {
  const key = internalKey('faulty');
  const subgraphs = await serveSubgraphs([key], 'demo');
  const issuer = await openDemonstration(folder());
  return {
    gateway: async (engine, { log = createLog('silent'), redis = null } = {}) => {
      const sdl = readSupergraph(readEnv({}));
      const proxies = await proxiesOf(subgraphs);
      const urls = new Map(subgraphNames.map((name) => [name, [proxies[name].url]]));
      const last = lastAnswers(redis);
      const connect = () => connectSubgraphs(sdl, { urls, headers: internalHeaders([key]), log, last });
      let remote = connect();
      const sourceFor: SourceFor = (name) => (fetch) => remote.sourceFor(name)(fetch);
      const server = await createHub({
        engine: await createEngine(engine, sdl, sourceFor),
        log,
        readToken: credentialReader(issuer, sourceFor, log),
        readyParts: () => remote.readyParts(),
        pages: pagesOf(readEnv({})),
        ...defenceOf(readEnv({}), redis),
      });
      const url = await listen(server, '127.0.0.1', 0);
      return {
        ...asker(url, () => Promise.resolve(null)),
        url,
        proxies,
        renew: async () => {
          Object.values(proxies).forEach((proxy) => proxy.behave(null));
          await remote.close();
          remote = connect();
        },
        stop: async () => {
          await server.close();
          await remote.close();
          await Promise.all(Object.values(proxies).map((proxy) => proxy.stop()));
        },
      };
    },
    stop: () => subgraphs.stop(),
  };
}

async function proxiesOf(subgraphs: CalledSubgraphs): Promise<Record<SubgraphName, FaultyProxy>> {
  const pairs = await Promise.all(
    subgraphNames.map(async (name) => [name, await faultyProxy(subgraphs.urlOf(name))] as const),
  );
  return Object.fromEntries(pairs) as Record<SubgraphName, FaultyProxy>;
}
