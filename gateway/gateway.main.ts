import 'reflect-metadata';
import { hubExports } from '#exports/index.js';
import { endServer } from '#shared/drain.js';
import { readEnv, subgraphUrls } from '#shared/env.js';
import { internalHeaders } from '#shared/internal-calls.js';
import { internalKeys } from '#shared/internal-keys.js';
import { createLog } from '#shared/log.js';
import { runProcess } from '#shared/process.js';
import { openRedis } from '#shared/redis.js';
import { listen } from '#shared/serve.js';
import { openTelemetry } from '#shared/telemetry.js';
import { cacheMode, openCache } from './cache/open.js';
import { connectSubgraphs } from './distributed.js';
import { credentialReader } from './credentials.js';
import { defenceOf } from './defence.js';
import { createHub } from './hub.js';
import { assertProductionSettings, chooseIssuer } from './issuer.js';
import { lastAnswers } from './last-answers.js';
import { pagesOf } from './pages.js';
import { serveSupergraph } from './start.js';

const defaultPort = 4000;

/** The gateway alone: no database, no domain noun; any Federation 2 supergraph will do. */
await runProcess(async () => {
  const env = readEnv();
  assertProductionSettings(env);
  const { issuer, notice } = await chooseIssuer(env);
  const log = createLog(env.LOG_LEVEL);
  const telemetry = await openTelemetry(env, 'linkage-hub-gateway', log);
  const headers = internalHeaders(internalKeys(env), telemetry.tracing);
  const redis = await openRedis(env.REDIS_URL, log);
  const defence = defenceOf(env, redis);
  const { limits } = defence;
  const last = lastAnswers(redis);
  const cache = cacheMode(env);
  const connecting = { urls: subgraphUrls(env), headers, log, last, limits, telemetry, cache };
  const engine = await serveSupergraph(env, (sdl) => connectSubgraphs(sdl, connecting), log, telemetry);
  const readToken = credentialReader(issuer, engine.sourceFor, log, redis);
  const server = await createHub({
    engine,
    log,
    readToken,
    readyParts: engine.readyParts,
    pages: pagesOf(env),
    ...defence,
    telemetry,
    exports: hubExports(env),
    sourceFor: engine.sourceFor,
    cache: openCache(env, engine.served, telemetry.registry),
  });
  const url = await listen(server, env.HOST, env.PORT ?? defaultPort);
  if (notice !== null) console.log(notice);
  console.log(`ready ${url}`);
  return {
    stop: async (patience) => {
      await endServer(server, patience, log);
      await redis?.close();
      await telemetry.tracing?.stop();
    },
  };
});
