// The relationship network where it is too large for one process: what the database finds is what a second implementation finds.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EntityManager } from '@mikro-orm/postgresql';
import fc from 'fast-check';
import { nba } from 'ngraph.path';
import pg from 'pg';
import { driverConfig } from '#shared/database/connection.js';
import { type OpenDatabase, openDatabase } from '#shared/database/open.js';
import { roleAddress } from '#shared/database/provision.js';
import { partners } from '#subgraphs/partners/index.js';
import { componentOf, countComponents } from '#subgraphs/partners/network/large/components.js';
import { shortestPaths } from '#subgraphs/partners/network/large/paths.js';
import { reachable } from '#subgraphs/partners/network/large/reach.js';
import { largeNetworkTop } from '#subgraphs/partners/network/large/top.js';
import { type TestDatabase, testDatabase } from '../kit/database.js';
import {
  allShortestPaths,
  areas,
  categories,
  componentsOf,
  dayOf,
  distancesFrom,
  networkOf,
  nodeId,
  pairsOf,
  partnerKinds,
  type TestFilter,
  type TestTie,
  tiesOf,
  writeTies,
} from '../kit/ties.js';

let database: TestDatabase;
let open: OpenDatabase;
let admin: pg.Client;
let em: EntityManager;
beforeAll(async () => {
  database = await testDatabase('empty');
  admin = new pg.Client(driverConfig(database.address, 'hub test'));
  await admin.connect();
  const address = roleAddress('partners', database.address);
  open = await openDatabase('partners', address, partners.entities, { poolMax: 2, statementMs: 5_000 });
  em = open.orm.em.fork() as EntityManager;
});
afterAll(async () => {
  await admin?.end();
  await open?.close();
  await database?.drop();
});

const dayNumber = fc.integer({ min: 1, max: 20 });
const span = fc.record({ first: dayNumber, length: fc.integer({ min: 1, max: 8 }) });
const anyOf = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const area = fc.constantFrom('360302', '360321', ...areas);
const validOn = dayNumber.map(dayOf);
/** Mostly one condition: several leave little of a network. */
const filters: fc.Arbitrary<TestFilter> = fc.oneof(
  fc.constant({}),
  fc.record({ area }),
  fc.record({ edgeKinds: anyOf(['RESOURCE_LINK', 'AGREEMENT']) }),
  fc.record({ partnerKind: anyOf(partnerKinds) }),
  fc.record({ category: anyOf(categories) }),
  fc.record({ validOn }),
  fc.record({ area, partnerKind: anyOf(partnerKinds), category: anyOf(categories), validOn }),
);

/** Ties among so many nodes of each kind; more ties make denser networks, fewer leave islands. */
const tiesAmong = (size: { partners: number; organizations: number; ties: number }) => {
  const tie: fc.Arbitrary<TestTie> = fc
    .record({
      kind: fc.constantFrom('RESOURCE_LINK' as const, 'RESOURCE_LINK' as const, 'AGREEMENT' as const),
      partner: fc.nat(size.partners - 1),
      organization: fc.nat(size.organizations - 1),
      hasProject: fc.boolean(),
      status: fc.constantFrom('PROPOSED', 'ACCEPTED', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'FULFILLED', 'CANCELLED'),
      wasActive: fc.boolean(),
      starts: fc.option(fc.constant(true), { nil: false }),
      ends: fc.boolean(),
      planned: span,
      happened: span,
      provenance: fc.constantFrom('PUBLISHED', 'REGISTERED', 'IMPORTED', 'SYNTHETIC'),
      category: fc.constantFrom(...categories),
    })
    .map(({ hasProject, starts, ends, planned, happened, kind, organization, ...rest }) => ({
      ...(rest as Pick<TestTie, 'partner' | 'status' | 'wasActive' | 'provenance' | 'category'>),
      kind,
      organization,
      project: kind === 'RESOURCE_LINK' && hasProject ? organization % 5 : null,
      starts: starts ? planned.first : null,
      ends: ends ? planned.first + planned.length : null,
      activated: happened.first,
      left: happened.first + happened.length,
    }));
  return fc.array(tie, { minLength: size.ties / 2, maxLength: size.ties });
};
const networks = fc.oneof(
  tiesAmong({ partners: 6, organizations: 8, ties: 60 }),
  tiesAmong({ partners: 60, organizations: 90, ties: 140 }),
  tiesAmong({ partners: 12, organizations: 300, ties: 300 }),
);

const kinds = { partner: 'PARTNER', organization: 'ORGANIZATION', project: 'PROJECT' } as const;
const kindById = new Map(
  Object.entries(kinds).flatMap(([kind, name]) =>
    Array.from({ length: 300 }, (_, number) => [nodeId(kind as 'partner', number), name] as const),
  ),
);
const byId = <T extends { id: string }>(one: T, other: T) => (one.id < other.id ? -1 : 1);

test('paths, distances and components of any network are those of a second implementation', async () => {
  await fc.assert(
    fc.asyncProperty(networks, filters, fc.infiniteStream(fc.nat()), async (ties, filter, choices) => {
      await writeTies(admin, ties);
      const network = networkOf(ties, filter);
      const finder = nba(network, { oriented: false });
      const all = [...new Set(ties.flatMap((tie) => pairsOf(tie).flat()))].sort();
      const pick = () => all[(choices.next().value as number) % all.length] as string;
      for (let round = 0; round < 4; round += 1) {
        const [from, to] = [pick(), pick()];
        const expected = allShortestPaths(network, from, to);
        const found = await shortestPaths(em, { from, to, filter });
        expect(found).toEqual(expected.slice(0, 20));
        if (found[0] !== undefined && from !== to) expect(found[0].length).toBe(finder.find(from, to).length);

        const depth = 1 + (round % 4);
        const near = [...distancesFrom(network, from)].filter(([, distance]) => distance <= depth);
        expect(await reachable(em, { from, depth, filter })).toEqual(
          near
            .map(([id, distance]) => ({ id, kind: kindById.get(id), distance }))
            .sort((one, other) => one.distance - other.distance || byId(one, other)),
        );
        const connected = Map.groupBy(distancesFrom(network, from).keys(), (id) => kindById.get(id));
        // Small components are walked through, large ones told by way of all: round by round the one and the other.
        const walkedMax = round % 2 === 0 ? 1_000 : 0;
        expect(await componentOf(em, { of: from, filter, walkedMax })).toEqual({
          organizations: connected.get('ORGANIZATION')?.length ?? 0,
          partners: connected.get('PARTNER')?.length ?? 0,
          projects: connected.get('PROJECT')?.length ?? 0,
        });
      }
      expect(await countComponents(em, filter)).toBe(componentsOf(network).length);
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('what stands out of any network is what a second implementation counts', async () => {
  await fc.assert(
    fc.asyncProperty(networks, filters, fc.integer({ min: 1, max: 30 }), async (ties, filter, maxNodes) => {
      await writeTies(admin, ties);
      const network = networkOf(ties, filter);
      const nodes: { id: string; kind: unknown; degree: number }[] = [];
      network.forEachNode(({ id, links }) => {
        nodes.push({ id: String(id), kind: kindById.get(String(id)), degree: links?.size ?? 0 });
      });
      const top = nodes
        .sort((one, other) => other.degree - one.degree || byId(one, other))
        .slice(0, maxNodes);
      const edges = edgesOf(ties, filter);
      const isTop = new Set(top.map(({ id }) => id));
      const n = network.getNodeCount();
      expect(await largeNetworkTop(em, { filter, maxNodes })).toEqual({
        nodeCount: n,
        pairCount: network.getLinkCount(),
        edgeCount: edges.length,
        density: n < 2 ? 0 : (2 * network.getLinkCount()) / (n * (n - 1)),
        nodes: top,
        edges: edges.filter(({ partner, other }) => isTop.has(partner) && isTop.has(other)),
      });
    }),
    { numRuns: 30 },
  );
}, 120_000);

/** Edges by pair and kind, in the order of their ids. */
function edgesOf(ties: readonly TestTie[], filter: TestFilter) {
  const all = tiesOf(ties, filter).flatMap((tie) => pairsOf(tie).map((pair) => ({ tie, pair })));
  const groups = Map.groupBy(all, ({ tie, pair }) => [...pair, tie.kind].join());
  const days = (values: (number | null)[], choose: (...days: number[]) => number) =>
    values.includes(null) ? null : dayOf(choose(...(values as number[])));
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, group]) => {
      const [partner, other, kind] = key.split(',') as [string, string, string];
      const validFrom = days(
        group.map(({ tie }) => tie.from),
        Math.min,
      );
      const validTo = days(
        group.map(({ tie }) => tie.to),
        Math.max,
      );
      return { partner, other, kind, weight: group.length, validFrom, validTo };
    });
}

const tie = (partner: number, organization: number, rest: Partial<TestTie> = {}): TestTie => ({
  kind: 'RESOURCE_LINK',
  partner,
  organization,
  project: null,
  status: 'ACTIVE',
  wasActive: false,
  starts: 1,
  ends: null,
  activated: 1,
  left: 9,
  provenance: 'REGISTERED',
  category: 'FUND',
  ...rest,
});
const partnerOf = (number: number) => nodeId('partner', number);
const organizationOf = (number: number) => nodeId('organization', number);
const paths = (from: string, to: string, rest: object = {}) =>
  shortestPaths(em, { from, to, filter: {}, ...rest });
const connects = async (filter: TestFilter = {}) =>
  (await shortestPaths(em, { from: partnerOf(1), to: organizationOf(1), filter })).length === 1;

describe('a path', () => {
  test('from a node to itself is the node alone; a node without ties has none', async () => {
    await writeTies(admin, [tie(1, 1), tie(2, 2, { status: 'PROPOSED' })]);
    expect(await paths(partnerOf(1), partnerOf(1))).toEqual([[partnerOf(1)]]);
    expect(await paths(partnerOf(2), partnerOf(2))).toEqual([]);
    expect(await paths(partnerOf(1), nodeId('project', 77))).toEqual([]);
    expect(await componentOf(em, { of: partnerOf(2), filter: {} })).toEqual({
      organizations: 0,
      partners: 0,
      projects: 0,
    });
  });

  test('leads over a project as over an organization', async () => {
    await writeTies(admin, [tie(1, 1, { project: 4 }), tie(2, 2, { project: 4 })]);
    expect(await paths(organizationOf(1), organizationOf(2))).toEqual([
      [organizationOf(1), partnerOf(1), nodeId('project', 4), partnerOf(2), organizationOf(2)],
    ]);
  });

  test('over the surest of all ties of each pair comes first; of twenty-five the best twenty', async () => {
    const middle = Array.from({ length: 25 }, (_, number) => number + 10);
    const byIds = middle.map(organizationOf).sort();
    const last = byIds.at(-1) as string;
    const surest = middle.find((number) => organizationOf(number) === last) as number;
    await writeTies(admin, [
      ...middle.flatMap((number) => [tie(1, number), tie(2, number)]),
      tie(1, surest, { kind: 'AGREEMENT', provenance: 'PUBLISHED' }),
      tie(1, surest, { provenance: 'SYNTHETIC' }),
    ]);
    const found = await paths(partnerOf(1), partnerOf(2));
    expect(found.map((path) => path[1])).toEqual([last, ...byIds.slice(0, 19)]);
  });
});

describe('a tie', () => {
  test.each(['PROPOSED', 'ACCEPTED', 'CANCELLED'] as const)('is no link that is %s', async (status) => {
    await writeTies(admin, [tie(1, 1, { status }), tie(1, 2)]);
    expect(await connects()).toBe(false);
  });

  test('is a CANCELLED link that was ACTIVE, until it ended', async () => {
    await writeTies(admin, [tie(1, 1, { status: 'CANCELLED', wasActive: true, left: 9 })]);
    expect(await connects()).toBe(true);
    expect(await connects({ validOn: dayOf(8) })).toBe(true);
    expect(await connects({ validOn: dayOf(9) })).toBe(false);
  });

  test('holds from its first day until the day before its last', async () => {
    await writeTies(admin, [tie(1, 1, { starts: 5, ends: 8 })]);
    const days = [4, 5, 7, 8].map((day) => connects({ validOn: dayOf(day) }));
    expect(await Promise.all(days)).toEqual([false, true, true, false]);
  });
});

describe('a question', () => {
  beforeAll(() =>
    writeTies(
      admin,
      Array.from({ length: 60 }, (_, number) => tie(number % 2, number >> 1)),
    ),
  );

  test('for paths that would look at too many nodes is refused', async () => {
    const refused = { code: 'LIMIT_EXCEEDED', limit: 'networkNodes', allowed: 20 };
    await expect(paths(partnerOf(0), partnerOf(1), { nodesMax: 20 })).rejects.toMatchObject({
      extensions: expect.objectContaining(refused) as object,
    });
    expect(await paths(partnerOf(0), partnerOf(1), { nodesMax: 62 })).toHaveLength(20);
  });

  test('for more nodes than an ego network has is refused', async () => {
    const ask = (nodesMax: number) => reachable(em, { from: partnerOf(0), depth: 4, filter: {}, nodesMax });
    await expect(ask(31)).rejects.toMatchObject({ extensions: { code: 'LIMIT_EXCEEDED', asked: 32 } });
    expect(await ask(32)).toHaveLength(32);
  });

  test('is answered where nothing may be written', async () => {
    await em.transactional(async (inside) => {
      await inside.execute('set transaction read only');
      const of = partnerOf(0);
      expect(await shortestPaths(inside, { from: of, to: partnerOf(1), filter: {} })).toHaveLength(20);
      expect(await reachable(inside, { from: of, depth: 2, filter: {} })).toHaveLength(32);
      expect(await componentOf(inside, { of, filter: {} })).toMatchObject({ organizations: 30 });
      expect(await countComponents(inside, {})).toBe(1);
      expect(await largeNetworkTop(inside, { filter: {}, maxNodes: 5 })).toMatchObject({ pairCount: 60 });
    });
  });
});
