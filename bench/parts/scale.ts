import type { DatasetName } from '../dataset/sizes.js';
import { printTable } from '../figures.js';
import type { Measured } from '../goals.js';
import { startClient } from '../load.js';
import { type Figures, figuresHead, figuresRow, clients, measure } from '../measure.js';
import { aside } from '../processes.js';
import { openDataset } from '../server.js';
import { startEmbeddedHub } from '../systems/hub.js';
import { startOne } from '../systems/peers.js';
import { answer, dashboardAsk } from '../workload.js';
import type { PartOptions } from './options.js';

const sizes = ['S', 'L'] as const satisfies DatasetName[];
/** A dashboard is ten statements: more at the same time would measure how its pools refuse. */
const parallel = 8;

/** The city's dashboard, uncached, on the smallest and on the largest dataset. */
export async function scale(options: PartOptions): Promise<Measured> {
  const [small, large] = await aside(
    async () => [await onSize(sizes[0], options), await onSize(sizes[1], options)] as const,
  );
  const head = figuresHead.map((text) => text.replace(`${clients} clients`, `${parallel} clients`));
  // Without the last column: its floor is none of the dashboard's.
  const rows = [head, ...[small, large].map(figuresRow)].map((row) => row.slice(0, -1));
  printTable(rows);
  return {
    // The floor is the machine's measure in both runs, which lie minutes apart.
    scaleCpu:
      (large.nodeMs + large.postgresMs) / large.machine / ((small.nodeMs + small.postgresMs) / small.machine),
    scaleP50: large.alone[0] / small.alone[0],
  };
}

async function onSize(name: DatasetName, options: PartOptions): Promise<Figures & { machine: number }> {
  const server = await openDataset(name);
  const client = startClient();
  try {
    const floor = await startOne('static bytes', 'static-bytes.js', { STATIC_BYTES: '28000' });
    const hub = await startEmbeddedHub(`hub, one process, dashboard on ${name}`, {
      databaseUrl: server.url,
      cache: false,
    });
    try {
      await answer(hub, dashboardAsk());
      const workload = { client, server, asks: [dashboardAsk()], effort: options.effort, parallel };
      const figures = await measure(hub, floor, workload);
      return { ...figures, machine: figures.nodeMs / figures.toFloor };
    } finally {
      await hub.stop();
      await floor.stop();
    }
  } finally {
    client.stop();
    await server.stop();
  }
}
