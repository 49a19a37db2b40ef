import 'reflect-metadata';
import { readEnv } from '#shared/env.js';
import { createLog } from '#shared/log.js';
import { runProcess } from '#shared/process.js';
import { listen } from '#shared/serve.js';
import { connectSubgraphs, urlOverrides } from './distributed.js';
import { createHub } from './hub.js';
import { createEngine, projectFile, readSupergraph } from './start.js';

const defaultPort = 4000;

/** The gateway alone: no database, no domain noun; any Federation 2 supergraph will do. */
await runProcess(async () => {
  const env = readEnv();
  const supergraphSdl = readSupergraph(env);
  const subgraphs = connectSubgraphs(supergraphSdl, urlOverrides(env));
  const engine = await createEngine(env.GATEWAY_ENGINE, supergraphSdl, subgraphs.sourceFor);
  const server = await createHub({ engine, log: createLog(env.LOG_LEVEL), pages: projectFile('web') });
  const url = await listen(server, env.HOST, env.PORT ?? defaultPort);
  console.log(`ready ${url}`);
  return {
    stop: async () => {
      await server.close();
      await subgraphs.close();
    },
  };
});
