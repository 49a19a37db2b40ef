import { request } from 'node:http';
import pg from 'pg';
import { connectSubgraphs } from '#gateway/distributed.js';
import { demoClaims, openDemonstration } from '#gateway/demonstration.js';
import { credentialReader } from '#gateway/credentials.js';
import { createHub } from '#gateway/hub.js';
import { lastAnswers } from '#gateway/last-answers.js';
import type { Sources } from '#gateway/source.js';
import { createEngine, readSupergraph } from '#gateway/start.js';
import { driverConfig } from '#shared/database/connection.js';
import { subgraphNames } from '#shared/directory.js';
import { readEnv } from '#shared/env.js';
import { callReader, internalHeaders } from '#shared/internal-calls.js';
import { defaultLimits, type Limits } from '#shared/limits.js';
import type { Logger } from '#shared/log.js';
import { listen, subgraphServer } from '#shared/serve.js';
import type { SubgraphExecutor } from '#shared/subgraph.js';
import { internalKey } from './calls.js';
import type { TestDatabase } from './database.js';
import { eventually } from './eventually.js';
import { asker, type Asker, type Mode } from './hub.js';
import { folder } from './starts.js';
import { openSubgraphs, type TestSubgraphs } from './subgraphs.js';

/** A gateway whose operations may take so long. */
export interface EndedHub {
  stranger: Asker;
  admin: Asker;
  /** Sends a question and yields how to go away without its answer. */
  askAndLeave(query: string): () => void;
  /** The same with a change by an administrator. */
  changeAndLeave(query: string, variables: object): Promise<() => void>;
  stop(): Promise<void>;
}

/** Subgraphs whose operations are ended before they are answered. */
export interface EndedSubgraphs {
  database: TestDatabase;
  sourceFor: TestSubgraphs['sourceFor'];
  hub(mode: Mode, operationMs?: number): Promise<EndedHub>;
  /** Locks a table against everything, or against changes, while `run` does. */
  whileLocked<T>(table: string, against: 'reads' | 'changes', run: () => Promise<T>): Promise<T>;
  /** Waits until so many statements of the subgraphs wait for a lock. */
  blocked(count: number): Promise<unknown>;
  /** Waits until no connection of the subgraphs is in use. */
  allFree(): Promise<unknown>;
  stop(): Promise<void>;
}

/** Opens the subgraphs once, for gateways in their process and for others over HTTP. */
export async function endedSubgraphs({
  poolMax,
  log,
}: {
  poolMax: number;
  log: Logger;
}): Promise<EndedSubgraphs> {
  const subgraphs = await openSubgraphs('demo', { poolMax, log });
  const { database, sourceFor } = subgraphs;
  const issuer = await openDemonstration(folder());
  const watcher = new pg.Client(driverConfig(database.address, 'watching'));
  await watcher.connect();
  const count = async (condition: string) => {
    const { rows } = await watcher.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity where datname = current_database() and application_name like 'hub %' and ${condition}`,
    );
    return rows[0]?.count ?? 0;
  };
  return {
    database,
    sourceFor,
    hub: async ({ topology, engine }, operationMs = defaultLimits.operationMs) => {
      const sdl = readSupergraph(readEnv({}));
      const limits = { ...defaultLimits, operationMs };
      const sources =
        topology === 'embedded'
          ? { ...subgraphs, close: () => Promise.resolve() }
          : await overHttp(sdl, subgraphs, limits, log);
      const server = await createHub({
        engine: await createEngine(engine, sdl, sources.sourceFor),
        log,
        readToken: credentialReader(issuer, sources.sourceFor, log),
        readyParts: sources.readyParts,
        pages: null,
        limits,
      });
      const url = await listen(server, '127.0.0.1', 0);
      const sign = () => issuer.sign(demoClaims('admin'));
      return {
        stranger: asker(url, () => Promise.resolve(null)),
        admin: asker(url, sign),
        askAndLeave: (query) => askAndLeave(url, { query }),
        changeAndLeave: async (query, variables) => askAndLeave(url, { query, variables }, await sign()),
        stop: async () => {
          await server.close();
          await sources.close();
        },
      };
    },
    whileLocked: async (table, against, run) => {
      const holder = new pg.Client(driverConfig(database.address, 'holding a lock'));
      await holder.connect();
      try {
        await holder.query('begin');
        await holder.query(
          `lock table ${table} in ${against === 'reads' ? 'access exclusive' : 'exclusive'} mode`,
        );
        return await run();
      } finally {
        await holder.end();
      }
    },
    blocked: (statements) =>
      eventually(async () => (await count(`wait_event_type = 'Lock'`)) === statements, 10_000),
    allFree: () => eventually(async () => (await count(`state <> 'idle'`)) === 0, 2_500),
    stop: async () => {
      await watcher.end();
      await subgraphs.stop();
    },
  };
}

/** Serves the subgraphs over HTTP, and connects to them. */
async function overHttp(
  sdl: string,
  subgraphs: TestSubgraphs,
  limits: Limits,
  log: Logger,
): Promise<Sources> {
  const key = internalKey('ended');
  const servers = subgraphNames.map((name) =>
    subgraphServer({
      name,
      running: {
        execute: subgraphs.sourceFor(name) as SubgraphExecutor,
        isReady: async () => (await subgraphs.readyParts())[name] === true,
      },
      calls: callReader([key], name),
      log,
      limits,
    }),
  );
  const places = await Promise.all(servers.map((server) => listen(server, '127.0.0.1', 0)));
  const urls = new Map(subgraphNames.map((name, index) => [name, [`${places[index]}/graphql`]]));
  const headers = internalHeaders([key]);
  const sources = connectSubgraphs(sdl, { urls, headers, log, last: lastAnswers(null), limits });
  return {
    ...sources,
    close: async () => {
      await sources.close();
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

/** Asks over a connection of its own; yields how to close it. */
function askAndLeave(url: string, body: object, token?: string): () => void {
  const sent = request(`${url}/graphql`, {
    agent: false,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  });
  sent.on('error', () => undefined).end(JSON.stringify(body));
  return () => sent.destroy();
}
