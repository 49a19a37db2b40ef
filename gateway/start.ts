import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { Env } from '#shared/env.js';
import type { Logger } from '#shared/log.js';
import { StartError } from '#shared/start-error.js';
import type { Telemetry } from '#shared/telemetry.js';
import { inBatches } from './batches.js';
import { apolloEngine } from './engines/apollo.js';
import { hiveEngine } from './engines/hive.js';
import { readSupergraphSdl, type Supergraph } from './engines/supergraph.js';
import { type ReloadingEngine, type ReloadOptions, reloadingEngine } from './reload.js';
import type { SourceFor } from './source.js';
import { noting } from './touched.js';
import { watchPath } from './watch.js';
import { watchEngine } from './telemetry/engine.js';
import { watchFetches } from './telemetry/fetches.js';

/** Yields a file of the project from the compiled code, whatever the current folder is. */
export function projectFile(path: string): string {
  const near = fileURLToPath(new URL(`../${path}`, import.meta.url));
  return existsSync(near) ? near : fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

function supergraphFile({ SUPERGRAPH_FILE }: Pick<Env, 'SUPERGRAPH_FILE'>): string {
  const file = existsSync(SUPERGRAPH_FILE) ? resolve(SUPERGRAPH_FILE) : projectFile(SUPERGRAPH_FILE);
  if (!existsSync(file)) throw new StartError(`SUPERGRAPH_FILE: there is no file ${SUPERGRAPH_FILE}.`);
  return file;
}

/** Reads the composed schema that SUPERGRAPH_FILE names. */
export const readSupergraph = (env: Pick<Env, 'SUPERGRAPH_FILE'>): string =>
  readFileSync(supergraphFile(env), 'utf8');

/** Serves the composed schema that SUPERGRAPH_FILE names, and each that the file holds later; one that cannot be served changes nothing. */
export async function serveSupergraph(
  env: Pick<Env, 'SUPERGRAPH_FILE' | 'GATEWAY_ENGINE'>,
  openSources: ReloadOptions['openSources'],
  log: Logger,
  telemetry: Telemetry | null = null,
): Promise<ReloadingEngine> {
  const file = supergraphFile(env);
  let served = readFileSync(file, 'utf8');
  const engine = await firstEngine(
    {
      openSources,
      createEngine: (sdl, sourceFor) => createEngine(env.GATEWAY_ENGINE, sdl, sourceFor, telemetry),
    },
    served,
  );
  const stopWatching = watchPath(file, async () => {
    try {
      const sdl = readFileSync(file, 'utf8');
      if (sdl === served) return;
      await engine.reload(sdl);
      served = sdl;
      log.info('SUPERGRAPH_FILE has changed: the new supergraph is served');
    } catch (error) {
      // Of the operator's own file, so all of it may be told: the log cuts a `reason` at what it quotes.
      const mistake = (error as Error).message;
      log.error(
        { mistake },
        'SUPERGRAPH_FILE has changed and cannot be served: the supergraph before it still is',
      );
    }
  });
  return {
    ...engine,
    stop: () => {
      stopWatching();
      return engine.stop();
    },
  };
}

async function firstEngine(options: ReloadOptions, supergraphSdl: string): Promise<ReloadingEngine> {
  try {
    return await reloadingEngine(options, supergraphSdl);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`SUPERGRAPH_FILE: it cannot be served (${(error as Error).message}).`);
  }
}

/** Makes the gateway engine that GATEWAY_ENGINE names. */
export async function createEngine(
  name: Env['GATEWAY_ENGINE'],
  supergraphSdl: string,
  sourceFor: SourceFor,
  telemetry: Telemetry | null = null,
): Promise<GatewayInterface> {
  const supergraph = readSupergraphSdl(supergraphSdl);
  const watched = telemetry === null ? sourceFor : watchFetches(sourceFor, telemetry);
  const engine = await engineOf(name, supergraph, inBatches(noting(watched)));
  return telemetry === null ? engine : watchEngine(engine, telemetry);
}

async function engineOf(
  name: Env['GATEWAY_ENGINE'],
  supergraph: Supergraph,
  sources: SourceFor,
): Promise<GatewayInterface> {
  if (name === 'apollo') return apolloEngine(supergraph, sources);
  try {
    return await hiveEngine(supergraph, sources);
  } catch (error) {
    throw new StartError(
      `GATEWAY_ENGINE: hive cannot start here (${(error as Error).message}); try GATEWAY_ENGINE=apollo.`,
    );
  }
}
