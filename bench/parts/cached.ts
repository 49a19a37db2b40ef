import { printTable } from '../figures.js';
import type { Measured } from '../goals.js';
import type { Ask } from '../load.js';
import { type Figures, figuresHead, figuresRow, measure } from '../measure.js';
import { startEmbeddedHub } from '../systems/hub.js';
import { startOne } from '../systems/peers.js';
import type { System } from '../systems/system.js';
import { compareAnswers, pageAsk, trustedPageAsk } from '../workload.js';
import { type PageBench, withPageBench } from './page.js';
import { type PartOptions, startProfiled } from './options.js';

/** As many different answers as a wall of dashboards asks for; behind the warm-up all of them are kept. */
const keptAnswers = 20;

/** Answers that were given before: of the hub, of Apollo's plugin, and of bytes that are ready. */
export function cached(options: PartOptions): Promise<Measured> {
  return withPageBench(async (bench) => {
    const { server, bytes, cursors } = bench;
    const some = cursors.slice(0, keptAnswers);
    const asks = { text: some.map(pageAsk), trusted: some.map(trustedPageAsk) };
    const floor = await startOne('static bytes by node:http', 'static-bytes.js', {
      STATIC_BYTES: String(bytes),
    });
    try {
      const run = (system: System, own: readonly Ask[], ask: (after: string) => Ask) =>
        measured({ ...bench, floor }, { system, asks: own, ask, options });
      const settings = { databaseUrl: server.url, cache: true, ...startProfiled(options) };
      const startHub = () => startEmbeddedHub('hub, a trusted document by GET', settings);
      const hub = await run(await startHub(), asks.trusted, trustedPageAsk);
      const posted = await run({ ...(await startHub()), name: 'hub, the text by POST' }, asks.text, pageAsk);
      const env = { DATABASE_URL: server.url, RESPONSE_CACHE: '1' };
      const plugin = await run(
        await startOne("Apollo Server with Apollo's response cache", 'apollo-monolith.js', env),
        asks.text,
        pageAsk,
      );
      const own = await measure(floor, null, {
        ...bench,
        server: null,
        asks: asks.trusted,
        effort: options.effort,
      });
      printTable([figuresHead, ...[{ ...own, toFloor: 1 }, hub, posted, plugin].map(figuresRow)]);
      return { cachedToPlugin: hub.toFloor / plugin.toFloor, cachedToStatic: hub.toFloor };
    } finally {
      await floor.stop();
    }
  });
}

interface Cached {
  system: System;
  asks: readonly Ask[];
  ask: (after: string) => Ask;
  options: PartOptions;
}

async function measured(
  { floor, expected, client, server }: Omit<PageBench, 'bytes' | 'cursors'>,
  { system, asks, ask, options: { effort } }: Cached,
): Promise<Figures> {
  try {
    await compareAnswers(system, expected, ask);
    // Twice: the second time they are kept ones.
    await compareAnswers(system, expected, ask);
    const figures = await measure(system, floor, { client, server, asks, effort });
    console.error(figuresRow(figures).join('  '));
    return figures;
  } finally {
    await system.stop();
  }
}
