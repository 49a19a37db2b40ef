// The golden network of an analyst's questions, and random ones against a second implementation.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { connectedComponents } from 'graphology-components';
import createGraph from 'ngraph.graph';
import path from 'ngraph.path';
import type { Network } from '../network.js';
import { networkOf } from '../network.js';
import { shortestPaths } from '../paths.js';
import { nodeKinds } from '../protocol.js';
import { betweenness } from './betweenness.js';
import { communities } from './communities.js';
import { graphOf, type NumberedGraph } from './graph.js';
import { layout } from './layout.js';
import { robustness } from './robustness.js';

const names = [
  '江西师大',
  '井冈山大学',
  '孵化基地',
  '安源社工中心',
  '杜鹃花小屋',
  '乡村发展基金会',
  '星星之家',
  '大爱无疆',
  '八一街',
  '后埠街',
];
const goldenEdges: [string, string][] = [
  ['江西师大', '孵化基地'],
  ['井冈山大学', '孵化基地'],
  ['孵化基地', '安源社工中心'],
  ['孵化基地', '杜鹃花小屋'],
  ['乡村发展基金会', '星星之家'],
  ['乡村发展基金会', '大爱无疆'],
  ['大爱无疆', '杜鹃花小屋'],
  ['安源社工中心', '八一街'],
  ['杜鹃花小屋', '后埠街'],
  ['星星之家', '后埠街'],
  ['江西师大', '安源社工中心'],
];
const progress = () => new Int32Array(new SharedArrayBuffer(4));

const numbered = (order: number, edges: readonly (readonly [number, number])[]): NumberedGraph =>
  graphOf({
    order,
    sources: Uint32Array.from(edges, ([source]) => source),
    targets: Uint32Array.from(edges, ([, target]) => target),
    weights: new Float64Array(edges.length).fill(1),
  });

/** The same as the network that ways are found in; edges are as sure as they are told to be. */
function network(
  ids: readonly string[],
  edges: readonly (readonly [string, string])[],
  doubt = () => 1,
): Network {
  const made = networkOf([]);
  for (const id of [...ids].sort())
    made.addNode(id, { kind: 'ORGANIZATION', areaCode: null, partnerKind: null });
  for (const [source, target] of edges)
    made.addEdge(source, target, { weight: 1, doubt: doubt(), parts: [] });
  return made;
}

describe('the golden network', () => {
  const number = (name: string) => names.indexOf(name);
  const golden = numbered(
    names.length,
    goldenEdges.map(([one, other]) => [number(one), number(other)] as const),
  );

  test('has exactly its betweenness', () => {
    const told = progress();
    const { of, greatest, percentiles } = betweenness(golden, told);
    const rounded = Object.fromEntries(names.map((name, node) => [name, Number(of[node]?.toFixed(3))]));
    expect(rounded).toEqual({
      孵化基地: 0.639,
      杜鹃花小屋: 0.583,
      安源社工中心: 0.222,
      大爱无疆: 0.167,
      后埠街: 0.167,
      乡村发展基金会: 0.028,
      星星之家: 0.028,
      江西师大: 0,
      井冈山大学: 0,
      八一街: 0,
    });
    expect([...greatest.slice(0, 3)].map((node) => names[node])).toEqual([
      '孵化基地',
      '杜鹃花小屋',
      '安源社工中心',
    ]);
    // Seven of ten have less than the third, nine less than the first.
    expect([percentiles[number('安源社工中心')], percentiles[number('孵化基地')]]).toEqual([0.7, 0.9]);
    // The last of ten nodes was begun.
    expect(Atomics.load(told, 0)).toBe(900);
  });

  test('has one shortest way from the university to the foundation, of four steps', () => {
    expect(shortestPaths(network(names, goldenEdges), '江西师大', '乡村发展基金会', 20)).toEqual([
      ['江西师大', '孵化基地', '杜鹃花小屋', '大爱无疆', '乡村发展基金会'],
    ]);
  });

  test('falls into two communities', () => {
    const { of, modularity } = communities(golden);
    const members = (community: number) => names.filter((_name, node) => of[node] === community);
    expect([members(0), members(1)]).toEqual([
      ['江西师大', '井冈山大学', '孵化基地', '安源社工中心', '八一街'],
      ['杜鹃花小屋', '乡村发展基金会', '星星之家', '大爱无疆', '后埠街'],
    ]);
    expect(modularity).toBeCloseTo(0.409, 3);
  });

  test('is cut by three nodes and three edges', () => {
    const { points, pointCount, bridges } = robustness(golden, new Uint8Array(names.length), progress());
    expect(points.map(({ node, organizationsCutOff }) => [names[node], organizationsCutOff])).toEqual([
      ['孵化基地', 4],
      ['杜鹃花小屋', 4],
      ['安源社工中心', 1],
    ]);
    expect(pointCount).toBe(3);
    expect(bridges.map((pair) => pair.map((node) => names[node]))).toEqual([
      ['井冈山大学', '孵化基地'],
      ['孵化基地', '杜鹃花小屋'],
      ['安源社工中心', '八一街'],
    ]);
  });

  test('has the same picture and communities, whatever order it was written in', () => {
    // Written in another order, and from the other end.
    const again = numbered(
      names.length,
      goldenEdges.map(([one, other]) => [number(other), number(one)] as const).reverse(),
    );
    const places = layout(golden, progress());
    expect(communities(again)).toEqual(communities(golden));
    expect(layout(again, progress())).toEqual(places);
    expect(new Set(places).size).toBeGreaterThan(names.length);
    expect([...places].every(Number.isFinite)).toBe(true);
  });
});

test('a network of nothing, and one of nodes without edges, have no measures to fail on', () => {
  for (const order of [0, 1, 3]) {
    const graph = numbered(order, []);
    expect([...betweenness(graph, progress()).of]).toEqual(new Array(order).fill(0));
    expect(communities(graph)).toEqual({ of: Uint32Array.from(Array(order).keys()), modularity: null });
    expect([...layout(graph, progress())].every(Number.isFinite)).toBe(true);
    expect(robustness(graph, new Uint8Array(order), progress()).points).toEqual([]);
  }
});

describe('random networks', () => {
  const orderMax = 14;
  const random = fc
    .tuple(
      fc.integer({ min: 2, max: orderMax }),
      fc.array(fc.tuple(fc.nat(orderMax - 1), fc.nat(orderMax - 1)), { minLength: 10, maxLength: 60 }),
    )
    .map(([order, pairs]) => {
      const edges = new Map<string, [number, number]>();
      for (const [a, b] of pairs) {
        const [one = 0, other = 0] = [a % order, b % order].sort((less, more) => less - more);
        if (one !== other) edges.set(`${one} ${other}`, [one, other]);
      }
      return { order, edges: [...edges.values()] };
    });

  test('have the same picture and communities, whatever order their edges were written in', () => {
    const order = 60;
    const edges = Array.from(
      { length: 3 * order },
      (_, n) => [n % order, (n * 7 + Math.floor(n / order) + 1) % order] as const,
    );
    const different = [
      ...new Map(
        edges.filter(([one, other]) => one !== other).map((edge) => [[...edge].sort().join(), edge]),
      ).values(),
    ];
    const places = layout(numbered(order, different), progress());
    const groups = communities(numbered(order, different));
    fc.assert(
      fc.property(fc.shuffledSubarray(different, { minLength: different.length }), (shuffled) => {
        const graph = numbered(
          order,
          shuffled.map(([one, other], at): [number, number] => (at % 2 === 0 ? [other, one] : [one, other])),
        );
        expect(communities(graph)).toEqual(groups);
        expect(layout(graph, progress())).toEqual(places);
      }),
      { numRuns: 10 },
    );
  });

  test('have the ways that ngraph finds: as short, each a way of edges, all different, the surest first', () => {
    fc.assert(
      fc.property(
        random,
        fc.array(fc.constantFrom(10, 11, 14, 20), { minLength: 60, maxLength: 60 }),
        ({ order, edges }, doubts) => {
          const id = (node: number) => String.fromCharCode(97 + node);
          let next = 0;
          const made = network(
            Array.from({ length: order }, (_, node) => id(node)),
            edges.map(([one, other]) => [id(one), id(other)] as const),
            () => doubts[next++] as number,
          );
          const twin = createGraph();
          for (let node = 0; node < order; node += 1) twin.addNode(id(node));
          for (const [one, other] of edges) twin.addLink(id(one), id(other));
          const ways = shortestPaths(made, id(0), id(1), 20);
          const found = path.nba(twin).find(id(0), id(1));
          if (found.length === 0) return expect(ways).toEqual([]);
          expect(new Set(ways.map((way) => way.length))).toEqual(new Set([found.length]));
          expect(new Set(ways.map(String)).size).toBe(ways.length);
          const doubtOf = (way: readonly string[]) =>
            way.slice(1).reduce((sum, node, at) => sum + made.getEdgeAttribute(way[at], node, 'doubt'), 0);
          const sorted = [...ways].sort(
            (one, other) => doubtOf(one) - doubtOf(other) || (String(one) < String(other) ? -1 : 1),
          );
          expect(ways).toEqual(sorted);
          expect(ways.slice(0, 3)).toEqual(
            everyWay(made, id(0), id(1), found.length)
              .sort((one, other) => doubtOf(one) - doubtOf(other) || (String(one) < String(other) ? -1 : 1))
              .slice(0, 3),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test('are cut by exactly the nodes and edges without which there are more parts', () => {
    fc.assert(
      fc.property(random, ({ order, edges }) => {
        const graph = numbered(order, edges);
        const before = connectedComponents(graph).length;
        const partsWithout = (remove: (graph: NumberedGraph) => void) => {
          const rest = numbered(order, edges);
          remove(rest);
          return connectedComponents(rest).length;
        };
        const cutting = graph
          .nodes()
          .filter((node) => graph.degree(node) > 0 && partsWithout((rest) => rest.dropNode(node)) > before)
          .map(Number);
        const bridging = edges.filter(
          ([one, other]) => partsWithout((rest) => rest.dropEdge(one, other)) > before,
        );
        const found = robustness(graph, new Uint8Array(order).fill(nodeKinds.indexOf('PARTNER')), progress());
        expect(found.points.map(({ node }) => node).sort((a, b) => a - b)).toEqual(cutting);
        expect(found.bridges).toEqual(bridging.sort(([a, b], [c, d]) => a - c || b - d));
        // Putting a node back leaves the graph as it was.
        expect(graph.size).toBe(edges.length);
      }),
      { numRuns: 100 },
    );
  });
});

/** All ways of a length, by trying. */
function everyWay(graph: Network, from: string, to: string, length: number): string[][] {
  if (length === 1) return from === to ? [[from]] : [];
  return graph
    .neighbors(from)
    .flatMap((next) => everyWay(graph, next, to, length - 1).map((way) => [from, ...way]));
}
