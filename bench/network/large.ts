import 'reflect-metadata';
import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { subgraphs } from '#gateway/embedded.js';
import { databaseFault } from '#shared/database/fault.js';
import { openDatabase } from '#shared/database/open.js';
import { roleAddress } from '#shared/database/provision.js';
import { HubError } from '#shared/errors.js';
import { defaultLimits } from '#shared/limits.js';
import { componentOf, countComponents } from '#subgraphs/partners/network/large/components.js';
import type { TieFilter } from '#subgraphs/partners/network/large/filter.js';
import { shortestPaths } from '#subgraphs/partners/network/large/paths.js';
import { reachable } from '#subgraphs/partners/network/large/reach.js';
import { largeNetworkTop } from '#subgraphs/partners/network/large/top.js';
import { percentile, printTable } from '../figures.js';
import type { PartOptions } from '../parts/options.js';
import { openKept } from '../server.js';
import { loadNetwork } from './dataset/load.js';
import type { NetworkSize } from './dataset/network.sql.js';

const size: NetworkSize = { organizations: 100_000, partners: 20_000, links: 1_000_000 };
const all: TieFilter = {};
const onOneDay: TieFilter = { validOn: '2026-03-01' };
const warmUps = 5;

/** A question, asked about ever other nodes. */
interface Asked {
  name: string;
  /** Of those that read every tie a few are enough. */
  runs: number;
  ask(em: EntityManager, from: string, to: string): Promise<unknown>;
}

const asked = (runs: number): Asked[] => [
  { name: 'shortest paths', runs, ask: (em, from, to) => shortestPaths(em, { from, to, filter: all }) },
  {
    name: 'shortest paths, ties of one day',
    runs,
    ask: (em, from, to) => shortestPaths(em, { from, to, filter: onOneDay }),
  },
  { name: 'within 2 steps', runs, ask: (em, from) => reachable(em, { from, depth: 2, filter: all }) },
  { name: 'within 3 steps', runs, ask: (em, from) => reachable(em, { from, depth: 3, filter: all }) },
  {
    name: 'within 3 steps, ties of one day',
    runs,
    ask: (em, from) => reachable(em, { from, depth: 3, filter: onOneDay }),
  },
  { name: 'size of a component', runs: runs / 10, ask: (em, of) => componentOf(em, { of, filter: all }) },
  { name: 'number of components', runs: runs / 10, ask: (em) => countComponents(em, all) },
  {
    name: 'counts, top 500 and their edges',
    runs: runs / 10,
    ask: (em) => largeNetworkTop(em, { filter: all, maxNodes: 500 }),
  },
];

/** Asks the database of a network of a million links, by one warm client. */
export async function largeNetwork({ effort }: PartOptions): Promise<void> {
  const server = await openKept({
    name: 'N',
    folder: 'dist/bench/network/dataset',
    load: (address) => loadNetwork(address, size),
  });
  const { orm, close } = await openDatabase(
    'partners',
    roleAddress('partners', server.address),
    subgraphs.partners.entities,
    {
      poolMax: 1,
      statementMs: defaultLimits.statementMs,
    },
  );
  try {
    const rows: string[][] = [
      [
        'question',
        'asked',
        'p50 / p99 ms',
        'longest ms',
        'refused as too large',
        'ended by the limit of statements',
      ],
    ];
    for (const question of asked(effort.alone)) rows.push(await measured(orm.em.fork(), question));
    printTable(rows);
  } finally {
    await close();
    await server.stop();
  }
}

async function measured(em: EntityManager, { name, runs, ask }: Asked): Promise<string[]> {
  const node = nodes();
  const times: number[] = [];
  let refused = 0;
  let ended = 0;
  for (let run = -warmUps; run < runs; run += 1) {
    const began = performance.now();
    try {
      await ask(em, node(), node());
    } catch (error) {
      const isEnded = databaseFault(error)?.kind === 'busy';
      if (!(error instanceof HubError) && !isEnded) throw error;
      if (run >= 0 && isEnded) ended += 1;
      if (run >= 0 && !isEnded) refused += 1;
    }
    if (run >= 0) times.push(performance.now() - began);
  }
  times.sort((one, other) => one - other);
  const longest = (times.at(-1) ?? 0).toFixed(1);
  return [
    name,
    String(runs),
    `${percentile(times, 0.5)} / ${percentile(times, 0.99)}`,
    longest,
    String(refused),
    String(ended),
  ];
}

/** Yields nodes one after the other, of each kind in turns, the same in every run; every tenth partner is one of the ten hubs. */
function nodes(): () => string {
  let number = 0;
  const place = (count: number) => (number * 7919) % count;
  return () => {
    number += 1;
    switch (number % 3) {
      case 0:
        return idOf('partner', number % 30 === 0 ? (number / 30) % 10 : place(size.partners));
      case 1:
        return idOf('organization', place(size.organizations));
      default:
        return idOf('project', place(size.organizations / 5) * 5);
    }
  };
}

/** As the dataset makes them. */
const idOf = (kind: string, number: number): string =>
  createHash('md5')
    .update(`${kind} ${number}`)
    .digest('hex')
    .replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
