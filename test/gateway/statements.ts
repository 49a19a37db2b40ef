// The number of SQL statements of the dashboard is a constant, whatever is on the page.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { projectFile } from '#gateway/start.js';
import { startHub, type TestHub } from '../kit/hub.js';
import { countStatements } from '../kit/statements.js';

const cityDashboard = readFileSync(projectFile('web/operations/city-dashboard.graphql'), 'utf8');

/**
 * organizations: area, counts, funnel, page, total of the page; partners: links of the page with resources and partners, their total,
 * link summary; donations: sums of the area and the page together, months of the area.
 */
const dashboardStatements = 10;

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ topology: 'embedded', engine: 'hive' }, 'demo', { settings: { CACHE: 'off' } });
  // The ORM greets the database once before its first statement.
  await hub.expectData(cityDashboard, { area: '360300' });
});
afterAll(() => hub?.stop());

async function statementsOf(query: string, variables: Record<string, unknown>): Promise<string[]> {
  const counter = countStatements();
  try {
    await hub.expectData(query, variables);
    return counter.texts;
  } finally {
    counter.stop();
  }
}

test.each([5, 50, 100])('the dashboard with %i organizations on the page', async (first) => {
  const texts = await statementsOf(cityDashboard.replace('first: 50', `first: ${first}`), { area: '360300' });
  expect(texts).toHaveLength(dashboardStatements);
});

test('lists in lists cost one statement a level', async () => {
  const query = `query ($first: Int) { organizations(first: $first, filter: { kind: [SOCIAL_SERVICE_AGENCY, INCUBATION_BASE] }) { nodes {
    area { name parent { name } } rating children { totalCount } projects(first: 3) { nodes { name awards { title } } } awards { title }
    incubations { stage events { to } base { name } } funds(period: { from: "2024-01-15", to: "2024-09-15" }) { raised { amount } }
  } } }`;
  const few = await statementsOf(query, { first: 2 });
  const many = await statementsOf(query, { first: 21 });
  expect(many).toHaveLength(few.length);
});
