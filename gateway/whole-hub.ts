import 'reflect-metadata';
import { hubExports } from '#exports/index.js';
import { configuredDatabase } from '#shared/database/choose.js';
import type { DatabaseAddress } from '#shared/database/url.js';
import { subgraphNames } from '#shared/directory.js';
import { endServer, type Patience } from '#shared/drain.js';
import type { Env } from '#shared/env.js';
import { limitsOf } from '#shared/limits.js';
import { createLog, type Logger } from '#shared/log.js';
import type { Progress } from '#shared/progress.js';
import { openRedis } from '#shared/redis.js';
import { listen } from '#shared/serve.js';
import { openTelemetry } from '#shared/telemetry.js';
import { type EmbeddedSubgraphs, embedSubgraphs, ownSources } from './embedded.js';
import { openCache } from './cache/open.js';
import { credentialReader } from './credentials.js';
import { defenceOf } from './defence.js';
import { createHub } from './hub.js';
import { chooseIssuer } from './issuer.js';
import { pagesOf } from './pages.js';
import { serveSupergraph } from './start.js';

const defaultPort = 4000;

/** What was opened, to be closed in the opposite order. */
export type Opened = ((patience: Patience) => Promise<unknown>)[];

/** Serves the whole hub in one process: subgraphs, gateway, pages; on the embedded database where no other is configured. */
export async function serveHub(
  env: Env,
  embedded: DatabaseAddress | null,
  progress: Progress,
  opened: Opened,
): Promise<void> {
  const log = createLog(env.LOG_LEVEL);
  const subgraphs = await startSubgraphs(env, embedded, { log, progress, opened });
  if (env.DEMO_DATA === 'auto') {
    await progress.step('Demonstration data', async () => {
      const rows = await subgraphs.loadDemo();
      return rows === 0 ? 'nothing to load, the database holds rows' : `${rows} rows loaded`;
    });
  }
  let served!: { url: string; notice: string | null };
  await progress.step('Gateway', async () => {
    served = await startGateway(env, subgraphs, { log, opened });
    return `engine ${env.GATEWAY_ENGINE}`;
  });
  const { url, notice } = served;
  progress.say(`\nLinkage Hub 链接枢纽
  page   ${url}/
  API    ${url}/graphql   (GraphiQL in a browser)
  stop   Ctrl-C\n`);
  if (notice !== null) progress.say(notice);
  progress.say(`ready ${url}`);
}

async function startSubgraphs(
  env: Env,
  embedded: DatabaseAddress | null,
  { log, progress, opened }: { log: Logger; progress: Progress; opened: Opened },
): Promise<EmbeddedSubgraphs> {
  let subgraphs!: EmbeddedSubgraphs;
  await progress.step('Subgraphs', async () => {
    subgraphs = await embedSubgraphs(
      (name) => (configuredDatabase(env, name) ?? embedded) as DatabaseAddress,
      {
        replicas: env.DATABASE_REPLICA_URLS,
        preparedStatements: env.PREPARED_STATEMENTS,
        log,
        limits: limitsOf(env),
      },
    );
    opened.push(() => subgraphs.close());
    return `${subgraphNames.join(', ')}; databases migrated`;
  });
  return subgraphs;
}

/** Starts the HTTP server; yields where it is, and what a person is told of its tokens. */
async function startGateway(
  env: Env,
  subgraphs: EmbeddedSubgraphs,
  { log, opened }: { log: Logger; opened: Opened },
): Promise<{ url: string; notice: string | null }> {
  const { issuer, notice } = await chooseIssuer(env);
  const telemetry = await openTelemetry(env, 'linkage-hub', log);
  opened.push(() => telemetry.tracing?.stop() ?? Promise.resolve());
  const engine = await serveSupergraph(env, () => ownSources(subgraphs), log, telemetry);
  const redis = await openRedis(env.REDIS_URL, log);
  opened.push(() => redis?.close() ?? Promise.resolve());
  const server = await createHub({
    engine,
    log,
    readToken: credentialReader(issuer, subgraphs.sourceFor, log, redis),
    readyParts: engine.readyParts,
    pages: pagesOf(env),
    ...defenceOf(env, redis),
    telemetry,
    exports: hubExports(env),
    sourceFor: subgraphs.sourceFor,
    cache: openCache(env, engine.served, telemetry.registry),
  });
  opened.push((patience) => endServer(server, patience, log));
  return { url: await listen(server, env.HOST, env.PORT ?? defaultPort), notice };
}
