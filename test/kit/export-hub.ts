import { pino } from 'pino';
import { embedSubgraphs } from '#gateway/embedded.js';
import type { Export } from '#gateway/exports/export.js';
import { createHub } from '#gateway/hub.js';
import { createEngine, readSupergraph } from '#gateway/start.js';
import { readEnv } from '#shared/env.js';
import { defaultLimits, type Limits } from '#shared/limits.js';
import { listen } from '#shared/serve.js';
import { plainTelemetry } from '#shared/telemetry.js';
import { anonymous, type Viewer } from '#shared/viewer.js';
import { testDatabase, withClient } from './database.js';

/** What a test's export asks: partners of the dataset, in pages. */
export const partnersPage = `query ($first: Int, $after: String, $kind: [PartnerKind!], $text: String) {
  partners(first: $first, after: $after, filter: { kind: $kind, text: $text }) { nodes { id name } } }`;

/** A hub that offers a test's own exports, and whose tokens are what they say: a subject, and roles behind a colon. */
export async function exportHub(exports: readonly Export[], limits: Partial<Limits> = {}) {
  const database = await testDatabase('demo');
  const lines: Record<string, unknown>[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
  const log = pino({ level: 'info' }, { write });
  const subgraphs = await embedSubgraphs(() => database.address, { log });
  const telemetry = plainTelemetry();
  const server = await createHub({
    engine: await createEngine('hive', readSupergraph(readEnv({})), subgraphs.sourceFor, telemetry),
    log,
    readToken: viewerOf,
    readyParts: subgraphs.readyParts,
    pages: null,
    limits: { ...defaultLimits, ...limits },
    telemetry,
    exports,
  });
  const url = await listen(server, '127.0.0.1', 0);
  return {
    url,
    metrics: () => telemetry.registry.metrics(),
    /** The line of the request that was answered under this id; null until it has ended. */
    lineOf: (id: string | null) =>
      lines.find(({ msg, requestId }) => msg === 'request' && requestId === id) ?? null,
    get: (path: string, token = 'somebody:analyst', headers: Record<string, string> = {}) =>
      fetch(`${url}/exports/${path}`, { headers: { authorization: `Bearer ${token}`, ...headers } }),
    /** Writes to the partners subgraph, and says so as every write does. */
    writeByHand: () =>
      withClient(database.address, (client) =>
        client.query(
          `select partners.append_audit('[{"entity": "Partner", "entityId": "x", "changes": {}}]', 'who', '{admin}', 'by hand', null)`,
        ),
      ),
    stop: async () => {
      await server.close();
      await subgraphs.close();
      await database.drop();
    },
  };
}

/** `a-key:analyst:read+export~bulk` is a key with two scopes. */
function viewerOf(token: string): Viewer {
  const [subject = '', roles = '', scopes] = token.split(':');
  return {
    ...anonymous,
    subject,
    roles: roles.split('+') as Viewer['roles'][number][],
    scopes: (scopes?.replace('~', ':').split('+') as Viewer['scopes']) ?? null,
  };
}
