import { datasetSizes } from '../dataset/sizes.js';
import { type LoadClient, startClient } from '../load.js';
import { aside } from '../processes.js';
import { type DatasetServer, openDataset } from '../server.js';
import { startEmbeddedHub } from '../systems/hub.js';
import { startOne } from '../systems/peers.js';
import type { System } from '../systems/system.js';
import { compareAnswers, expectedAnswers, readCursors } from '../workload.js';

/** What the parts about the page of organizations have in common: dataset W, the client, the floor, and what the hub answers. */
export interface PageBench {
  server: DatasetServer;
  client: LoadClient;
  floor: System;
  cursors: readonly string[];
  expected: ReadonlyMap<string, unknown>;
  /** Of an answer, on average. */
  bytes: number;
}

/** Opens it for a run, and closes it behind it. */
export const withPageBench = <T>(run: (bench: PageBench) => Promise<T>): Promise<T> =>
  aside(() => opened(run));

async function opened<T>(run: (bench: PageBench) => Promise<T>): Promise<T> {
  const server = await openDataset('W');
  const client = startClient();
  try {
    const hub = await startEmbeddedHub('hub', { databaseUrl: server.url, cache: false });
    let read;
    try {
      const cursors = await readCursors(hub, datasetSizes.W.organizations);
      read = { cursors, ...(await expectedAnswers(hub, cursors)) };
    } finally {
      await hub.stop();
    }
    const floor = await startOne('floor: node:http, three statements, JSON.stringify', 'floor.js', {
      DATABASE_URL: server.url,
    });
    try {
      await compareAnswers(floor, read.expected);
      return await run({ server, client, floor, ...read });
    } finally {
      await floor.stop();
    }
  } finally {
    client.stop();
    await server.stop();
  }
}
