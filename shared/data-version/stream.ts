import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { isDraining } from '../drain.js';
import type { DataVersions } from './data-versions.js';

/** Where a subgraph's process tells its version again and again, and once. */
export const versionsPath = '/versions';
export const versionPath = '/version';

/** What a process tells; `version` null while it does not know. */
export interface ToldVersion {
  version: string | null;
  /** Milliseconds since it was surely the current one. */
  age: number;
}

/** A reader that does not read is one that does not listen. */
const unreadMaxBytes = 16 * 1024;

/** Lets the hub's gateways follow the version of a subgraph's data; calls are signed like any other. */
export function registerVersions(server: FastifyInstance, versions: DataVersions | undefined): void {
  if (versions === undefined) return;
  server.get(versionsPath, (_request, reply) => {
    reply.hijack();
    tellAlways(reply.raw, versions, () => isDraining(server));
  });
  server.get(versionPath, async (): Promise<ToldVersion> => {
    await versions.check();
    return told(versions);
  });
}

/** Tells the version after each look, as lines of JSON, until the reader has gone or the process ends. */
export function tellAlways(answer: ServerResponse, versions: DataVersions, isEnding: () => boolean): void {
  answer.writeHead(200, {
    'content-type': 'application/x-ndjson',
    'cache-control': 'no-store',
    connection: 'close',
  });
  const stop = versions.onLook(() => {
    if (isEnding()) return void answer.end();
    if (answer.writableLength > unreadMaxBytes) return void answer.destroy();
    answer.write(`${JSON.stringify(told(versions))}\n`);
  });
  answer.once('close', stop);
  // The first line is not older than the question.
  void versions.check();
}

function told(versions: DataVersions): ToldVersion {
  const known = versions.known();
  return { version: known?.version ?? null, age: known === null ? 0 : Date.now() - known.at };
}
