import type { GraphQLFormattedError } from 'graphql';
import { pino } from 'pino';
import { embedSubgraphs } from '#gateway/embedded.js';
import { createHub } from '#gateway/hub.js';
import { createEngine, projectFile, readSupergraph } from '#gateway/start.js';
import { readEnv } from '#shared/env.js';
import { listen } from '#shared/serve.js';
import { type TestDatabase, testDatabase } from './database.js';
import { type HubProcess, startProcess } from './process.js';

export const engines = ['hive', 'apollo'] as const;
export const modes = (['embedded', 'distributed'] as const).flatMap((topology) =>
  engines.map((engine) => ({ topology, engine })),
);
export type Mode = (typeof modes)[number];

/** A GraphQL answer as a client gets it. */
export interface Answer<Data> {
  status: number;
  data?: Data | null;
  errors?: GraphQLFormattedError[];
}

/** A hub that serves over HTTP. */
export interface TestHub {
  url: string;
  database: TestDatabase;
  run<Data>(query: string, variables?: Record<string, unknown>): Promise<Answer<Data>>;
  /** Runs an operation that must succeed; a failure shows the errors. */
  expectData<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  stop(): Promise<void>;
}

/** Starts a hub on a copy of the demonstration dataset. */
export async function startHub(
  { topology, engine }: Mode,
  template: 'demo' | 'empty' = 'demo',
): Promise<TestHub> {
  const database = await testDatabase(template);
  const { url, stop } =
    topology === 'embedded'
      ? await startEmbedded(engine, database)
      : await startDistributed(engine, database);
  const run = <Data>(query: string, variables: Record<string, unknown> = {}) =>
    post<Data>(url, query, variables);
  return {
    url,
    database,
    run,
    expectData: async <Data>(query: string, variables: Record<string, unknown> = {}) => {
      const { data, errors } = await run<Data>(query, variables);
      if (errors !== undefined || data == null)
        throw new Error(`Expected data, got ${JSON.stringify(errors, null, 2)} for\n${query}`);
      return data;
    },
    stop: async () => {
      await stop();
      await database.drop();
    },
  };
}

async function post<Data>(
  url: string,
  query: string,
  variables: Record<string, unknown>,
): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as Omit<Answer<Data>, 'status'>) };
}

async function startEmbedded(engine: Mode['engine'], database: TestDatabase) {
  const subgraphs = await embedSubgraphs(() => database.address);
  const server = await createHub({
    engine: await createEngine(engine, readSupergraph(readEnv({})), subgraphs.sourceFor),
    log: pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
    pages: projectFile('web'),
  });
  const url = await listen(server, '127.0.0.1', 0);
  return {
    url,
    stop: async () => {
      await server.close();
      await subgraphs.close();
    },
  };
}

async function startDistributed(engine: Mode['engine'], database: TestDatabase) {
  const env: Record<string, string> = { DATABASE_URL: database.url, DEMO_DATA: 'off' };
  const start = async (name: string) => {
    const subgraph = await startProcess({ entry: `subgraphs/${name}/main.js`, env });
    env[`${name.toUpperCase()}_URL`] = `${subgraph.url}/graphql`;
    return subgraph;
  };
  // Partners first: organizations asks it, and is told where it is.
  const running: HubProcess[] = await Promise.all([start('partners'), start('donations')]);
  running.push(await start('organizations'));
  delete env['DATABASE_URL'];
  const gateway = await startProcess({
    entry: 'gateway/gateway.main.js',
    env: { ...env, GATEWAY_ENGINE: engine },
  });
  return {
    url: gateway.url,
    stop: async () => {
      await gateway.stop();
      await Promise.all(running.map((subgraph) => subgraph.stop()));
    },
  };
}
