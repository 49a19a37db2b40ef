// A dashboard costs at most one fetch per subgraph and level, and is planned once.
import { readFileSync } from 'node:fs';
import { type PlanNode, QueryPlanner } from '@graphql-hive/router-query-planner';
import { expect, test } from '@jest/globals';
import { projectFile } from '#gateway/start.js';
import { startHub } from '../kit/hub.js';

const cityDashboard = readFileSync(projectFile('web/operations/city-dashboard.graphql'), 'utf8');
const supergraph = readFileSync(projectFile('gateway/supergraph.graphql'), 'utf8');

/** Lists the subgraphs fetched at each level: what runs in parallel is one level. */
function levelsOf(node: PlanNode): string[][] {
  switch (node.kind) {
    case 'Sequence':
      return node.nodes.flatMap(levelsOf);
    case 'Parallel': {
      const branches = node.nodes.map(levelsOf);
      const depth = Math.max(...branches.map((levels) => levels.length));
      return Array.from({ length: depth }, (_, level) => branches.flatMap((levels) => levels[level] ?? []));
    }
    case 'Flatten':
      return levelsOf(node.node);
    case 'Fetch':
    case 'BatchFetch':
      return [[node.serviceName]];
    default:
      throw new Error(`The dashboard's plan has an unexpected ${node.kind}.`);
  }
}

test('the plan fetches once from organizations, then once from each neighbour at the same time', () => {
  const plan = new QueryPlanner(supergraph).plan(cityDashboard, 'CityDashboard', new Set(), 0);
  const levels = levelsOf(plan.node as PlanNode);
  expect(levels.map((level) => [...level].sort())).toEqual([['organizations'], ['donations', 'partners']]);
});

test('an operation is planned once, whatever its variables are', async () => {
  const { planAsync } = QueryPlanner.prototype;
  let planned = 0;
  QueryPlanner.prototype.planAsync = function (...asked) {
    planned += 1;
    return planAsync.apply(this, asked);
  };
  const hub = await startHub({ topology: 'embedded', engine: 'hive' });
  try {
    for (const area of ['360300', '360302', '360300']) await hub.expectData(cityDashboard, { area });
    expect(planned).toBe(1);
    await hub.expectData(`{ partners { totalCount } }`);
    expect(planned).toBe(2);
  } finally {
    QueryPlanner.prototype.planAsync = planAsync;
    await hub.stop();
  }
});
