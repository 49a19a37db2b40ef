import 'reflect-metadata';
import { configuredDatabase, needsEmbedded } from '#shared/database/choose.js';
import { ensureDatabase } from '#shared/database/ensure.js';
import type { DatabaseAddress } from '#shared/database/url.js';
import { subgraphNames } from '#shared/directory.js';
import { endServer, type Patience } from '#shared/drain.js';
import { type Env, readEnv } from '#shared/env.js';
import { createLog } from '#shared/log.js';
import { startEmbeddedPostgres } from '#shared/postgres/server.js';
import { runProcess, type Running } from '#shared/process.js';
import { openRedis } from '#shared/redis.js';
import { type Progress, terminalProgress } from '#shared/progress.js';
import { listen } from '#shared/serve.js';
import { type EmbeddedSubgraphs, embedSubgraphs, ownSources } from './embedded.js';
import { credentialReader } from './credentials.js';
import { createHub } from './hub.js';
import { assertProductionSettings, chooseIssuer } from './issuer.js';
import { projectFile, serveSupergraph } from './start.js';

/** The database of the embedded server. */
const databaseName = 'hub';
const defaultPort = 4000;

/** What was opened, to be closed in the opposite order. */
type Opened = ((patience: Patience) => Promise<unknown>)[];
/** A start that failed has nobody to wait for. */
const noPatience: Patience = { idleMs: 0, runningMs: 0 };

await runProcess(async () => {
  const opened: Opened = [];
  const stop = async (patience: Patience) => {
    for (const close of opened.splice(0).reverse()) await close(patience);
  };
  try {
    await startHub(readEnv(), terminalProgress(), opened);
  } catch (error) {
    await stop(noPatience);
    throw error;
  }
  return { stop } satisfies Running;
});

/** The whole hub in one process: database, subgraphs, gateway, pages. */
async function startHub(env: Env, progress: Progress, opened: Opened): Promise<void> {
  assertProductionSettings(env);
  const embedded = needsEmbedded(env) ? await startPostgres(env, progress, opened) : null;
  const subgraphs = await startSubgraphs(env, embedded, progress, opened);
  if (env.DEMO_DATA === 'auto') {
    await progress.step('Demonstration data', async () => {
      const rows = await subgraphs.loadDemo();
      return rows === 0 ? 'nothing to load, the database holds rows' : `${rows} rows loaded`;
    });
  }
  let url = '';
  let notice: string | null = null;
  await progress.step('Gateway', async () => {
    const chosen = await chooseIssuer(env);
    notice = chosen.notice;
    const log = createLog(env.LOG_LEVEL);
    const engine = await serveSupergraph(env, () => ownSources(subgraphs), log);
    const redis = await openRedis(env.REDIS_URL, log);
    opened.push(() => redis?.close() ?? Promise.resolve());
    const readToken = credentialReader(chosen.issuer, subgraphs.sourceFor, log, redis);
    const server = await createHub({
      engine,
      log,
      readToken,
      readyParts: engine.readyParts,
      pages: projectFile('web'),
      trustedProxies: env.TRUSTED_PROXIES,
    });
    opened.push((patience) => endServer(server, patience, log));
    url = await listen(server, env.HOST, env.PORT ?? defaultPort);
    return `engine ${env.GATEWAY_ENGINE}`;
  });
  progress.say(`\nLinkage Hub 链接枢纽
  page   ${url}/
  API    ${url}/graphql   (GraphiQL in a browser)
  stop   Ctrl-C\n`);
  if (notice !== null) progress.say(notice);
  progress.say(`ready ${url}`);
}

async function startPostgres(env: Env, progress: Progress, opened: Opened): Promise<DatabaseAddress> {
  let address!: DatabaseAddress;
  await progress.step('PostgreSQL', async () => {
    const postgres = await startEmbeddedPostgres({ dataDir: env.DATA_DIR });
    opened.push(() => postgres.stop());
    await ensureDatabase(postgres.address('postgres'), databaseName);
    address = postgres.address(databaseName);
    return `embedded, data in ${env.DATA_DIR}`;
  });
  return address;
}

async function startSubgraphs(
  env: Env,
  embedded: DatabaseAddress | null,
  progress: Progress,
  opened: Opened,
): Promise<EmbeddedSubgraphs> {
  let subgraphs!: EmbeddedSubgraphs;
  await progress.step('Subgraphs', async () => {
    subgraphs = await embedSubgraphs(
      (name) => (configuredDatabase(env, name) ?? embedded) as DatabaseAddress,
      { replicas: env.DATABASE_REPLICA_URLS, log: createLog(env.LOG_LEVEL) },
    );
    opened.push(() => subgraphs.close());
    return `${subgraphNames.join(', ')}; databases migrated`;
  });
  return subgraphs;
}
