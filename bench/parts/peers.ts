import type { Measured } from '../goals.js';
import { type Figures, figuresHead, figuresRow, measure } from '../measure.js';
import { printTable } from '../figures.js';
import { startProfile } from '../profile.js';
import { type HubSettings, startDistributedHub, startEmbeddedHub } from '../systems/hub.js';
import { startHiveOverHub, startHiveOverStock, startOne, startStockFederation } from '../systems/peers.js';
import type { System } from '../systems/system.js';
import { compareAnswers, pageAsk } from '../workload.js';
import { type PartOptions, startProfiled } from './options.js';
import { type PageBench, withPageBench } from './page.js';

const ours: Record<string, (name: string, settings: HubSettings) => Promise<System>> = {
  'hub, one process': startEmbeddedHub,
  'hub, gateway and four subgraphs': startDistributedHub,
};

/** What a user could run instead, on the same database. */
const peers = {
  'mercurius with graphql-jit': (name, url) => startOne(name, 'mercurius.js', { DATABASE_URL: url }),
  'Apollo Server monolith': (name, url) => startOne(name, 'apollo-monolith.js', { DATABASE_URL: url }),
  '@apollo/gateway in one process': (name, url) =>
    startOne(name, 'one-process-gateway.js', { DATABASE_URL: url }),
  'stock Apollo federation, four processes': startStockFederation,
  "Hive Gateway (Rust planner) over the hub's subgraphs": startHiveOverHub,
  'Hive Gateway (Rust planner) over stock subgraphs': startHiveOverStock,
} satisfies Record<string, (name: string, databaseUrl: string) => Promise<System>>;

/** The hub and the floor alone: a look while working. */
export const hub = (options: PartOptions): Promise<Measured> => compared(options, {});

/** The hub and its peers, uncached. */
export const allPeers = (options: PartOptions): Promise<Measured> => compared(options, peers);

function compared(options: PartOptions, against: Partial<typeof peers>): Promise<Measured> {
  return withPageBench(async (bench) => {
    const { server } = bench;
    const figures = new Map<string, Figures>();
    const add = async (system: System, profile: boolean) =>
      figures.set(system.name, await measured(bench, system, { ...options, profile }));
    for (const [name, start] of Object.entries(ours)) {
      const settings = { databaseUrl: server.url, cache: false, ...startProfiled(options) };
      await add(await start(name, settings), options.profile);
    }
    for (const [name, start] of Object.entries(against)) await add(await start(name, server.url), false);
    const floor = await measure(bench.floor, null, {
      ...bench,
      asks: bench.cursors.map(pageAsk),
      effort: options.effort,
    });
    printTable([figuresHead, figuresRow({ ...floor, toFloor: 1 }), ...[...figures.values()].map(figuresRow)]);
    console.log(`One answer: ${(bench.bytes / 1_000).toFixed(1)} kB.\n`);
    return ratios(figures);
  });
}

/** Compares a system's answers with the hub's, measures it and ends it. */
async function measured(
  bench: PageBench,
  system: System,
  { effort, profile }: PartOptions,
): Promise<Figures> {
  try {
    await compareAnswers(system, bench.expected);
    const workload = { ...bench, asks: bench.cursors.map(pageAsk), effort };
    const figures = await measure(system, bench.floor, workload);
    console.error(figuresRow(figures).join('  '));
    if (profile) await startProfile.print(system, workload);
    return figures;
  } finally {
    await system.stop();
  }
}

function ratios(figures: ReadonlyMap<string, Figures>): Measured {
  const [embedded, distributed] = Object.keys(ours).map((name) => figures.get(name) as Figures) as [
    Figures,
    Figures,
  ];
  const of = (name: keyof typeof peers) => figures.get(name);
  const measured = {
    embeddedToFloor: embedded.toFloor,
    embeddedToApollo: over(embedded.toFloor, of('Apollo Server monolith')?.toFloor),
    embeddedToGateway: over(embedded.toFloor, of('@apollo/gateway in one process')?.toFloor),
    embeddedToMercurius: over(embedded.toFloor, of('mercurius with graphql-jit')?.toFloor),
    gatewayToHive: over(
      distributed.frontMs,
      of("Hive Gateway (Rust planner) over the hub's subgraphs")?.frontMs,
    ),
    allToStock: over(distributed.toFloor, of('stock Apollo federation, four processes')?.toFloor),
    p50ToStock: over(distributed.alone[0], of('stock Apollo federation, four processes')?.alone[0]),
  };
  return Object.fromEntries(Object.entries(measured).filter(([, value]) => value !== undefined));
}

const over = (value: number, by: number | undefined) => (by === undefined ? undefined : value / by);
