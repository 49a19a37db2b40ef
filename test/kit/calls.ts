import { randomBytes } from 'node:crypto';
import { request } from 'undici';
import { callReader, internalHeaders } from '#shared/internal-calls.js';
import { type InternalKey, internalKeys } from '#shared/internal-keys.js';
import { createLog, type Logger } from '#shared/log.js';
import { listen, subgraphServer } from '#shared/serve.js';
import { type SubgraphName, subgraphNames } from '#shared/directory.js';
import { anonymous, type Viewer } from '#shared/viewer.js';
import type { SubgraphExecutor } from '#shared/subgraph.js';
import type { TestDatabase } from './database.js';
import { openSubgraphs } from './subgraphs.js';

/** Makes a key as `openssl rand` does. */
export const internalKey = (id: string): InternalKey => ({
  id,
  secret: randomBytes(32).toString('base64url'),
});

/** A call as it goes over the wire. */
export interface RawCall {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** Every subgraph behind its own HTTP server, with a count of the operations that got through to it. */
export interface CalledSubgraphs {
  database: TestDatabase;
  send(subgraph: SubgraphName, call: RawCall): Promise<{ status: number; body: unknown }>;
  executions(): number;
  /** Where a subgraph's server is, without the path. */
  urlOf(subgraph: SubgraphName): string;
  stop(): Promise<void>;
}

/** Serves all subgraphs, each with these keys. */
export async function serveSubgraphs(
  keys: readonly InternalKey[],
  place: 'demo' | 'empty' | TestDatabase = 'empty',
  log: Logger = createLog('silent'),
): Promise<CalledSubgraphs> {
  const subgraphs = await openSubgraphs(place);
  let executions = 0;
  const servers = subgraphNames.map((name) =>
    subgraphServer({
      name,
      running: {
        execute: (operation) => {
          executions += 1;
          return subgraphs.sourceFor(name)(operation) as ReturnType<SubgraphExecutor>;
        },
        isReady: async () => (await subgraphs.readyParts())[name] === true,
        versions: subgraphs.versionsOf(name),
      },
      calls: callReader(keys, name),
      log,
    }),
  );
  const urls = await Promise.all(servers.map((server) => listen(server, '127.0.0.1', 0)));
  return {
    database: subgraphs.database,
    send: async (subgraph, { method, path, headers, body }) => {
      const url = `${urls[subgraphNames.indexOf(subgraph)]}${path}`;
      const answer = await request(url, {
        method: method as 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: method === 'GET' ? null : body,
      });
      return { status: answer.statusCode, body: await answer.body.json() };
    },
    executions: () => executions,
    urlOf: (subgraph) => urls[subgraphNames.indexOf(subgraph)] as string,
    stop: async () => {
      await Promise.all(servers.map((server) => server.close()));
      await subgraphs.stop();
    },
  };
}

/** Makes a call as the hub does. */
export async function signedCall(
  key: InternalKey,
  subgraph: string,
  body: string,
  viewer: Viewer = anonymous,
  requestId?: string,
): Promise<RawCall> {
  const call = { method: 'POST', path: '/graphql', body };
  return { ...call, headers: await internalHeaders([key])({ subgraph, viewer, requestId, ...call }) };
}

/** Asks a subgraph's process as another process of its data folder does. */
export async function askProcess(
  url: string,
  dataDir: string,
  subgraph: string,
  body: string,
): Promise<Response> {
  const [key] = internalKeys({ DATA_DIR: dataDir }) as [InternalKey];
  const { headers } = await signedCall(key, subgraph, body);
  const all = { 'content-type': 'application/json', ...headers };
  return fetch(`${url}/graphql`, { method: 'POST', headers: all, body });
}
