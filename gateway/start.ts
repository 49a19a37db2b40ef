import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { Env } from '#shared/env.js';
import { StartError } from '#shared/start-error.js';
import { inBatches } from './batches.js';
import { apolloEngine } from './engines/apollo.js';
import { hiveEngine } from './engines/hive.js';
import { readSupergraphSdl } from './engines/supergraph.js';
import type { SourceFor } from './source.js';
import { noting } from './touched.js';

/** Yields a file of the project from the compiled code, whatever the current folder is. */
export function projectFile(path: string): string {
  const near = fileURLToPath(new URL(`../${path}`, import.meta.url));
  return existsSync(near) ? near : fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** Reads the composed schema that SUPERGRAPH_FILE names. */
export function readSupergraph({ SUPERGRAPH_FILE }: Env): string {
  const file = existsSync(SUPERGRAPH_FILE) ? resolve(SUPERGRAPH_FILE) : projectFile(SUPERGRAPH_FILE);
  if (!existsSync(file)) throw new StartError(`SUPERGRAPH_FILE: there is no file ${SUPERGRAPH_FILE}.`);
  return readFileSync(file, 'utf8');
}

/** Makes the gateway engine that GATEWAY_ENGINE names. */
export async function createEngine(
  name: Env['GATEWAY_ENGINE'],
  supergraphSdl: string,
  sourceFor: SourceFor,
): Promise<GatewayInterface> {
  const supergraph = readSupergraphSdl(supergraphSdl);
  const sources = inBatches(noting(sourceFor));
  if (name === 'apollo') return apolloEngine(supergraph, sources);
  try {
    return await hiveEngine(supergraph, sources);
  } catch (error) {
    throw new StartError(
      `GATEWAY_ENGINE: hive cannot start here (${(error as Error).message}); try GATEWAY_ENGINE=apollo.`,
    );
  }
}
