import { readFileSync } from 'node:fs';
import pg from 'pg';
import { projectFile } from '#gateway/start.js';
import { driverConfig } from '#shared/database/connection.js';
import { onStatement } from '#shared/database/client.js';
import type { DatabaseAddress } from '#shared/database/url.js';
import type { Asker, TestHub } from './hub.js';

/** One page of a list with its two relations: what the hub is measured with. */
const organizationsPage = `query OrganizationsPage($after: String) {
  organizations(first: 50, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes {
      id name kind
      resourceLinks(first: 5) { nodes { id status partner { id name } resource { title category } } }
      funds { raised { amount } donationCount }
    }
  }
}`;

/** A statement as it reached the driver. */
interface Caught {
  subgraph: string;
  text: string;
  values: readonly unknown[];
}

/** Asks what people look at every day, and yields the SQL that came of it, by operation. */
export async function caughtStatements(hub: TestHub): Promise<Map<string, Caught[]>> {
  const file = (name: string) => readFileSync(projectFile(`web/operations/${name}.graphql`), 'utf8');
  const pageAt = { after: await firstCursor(hub) };
  const asked: [string, Asker, string, Record<string, unknown>][] = [
    ['city-dashboard', hub, file('city-dashboard'), { area: '360300' }],
    // A village: few of many organizations.
    ['city-dashboard of a village', hub, file('city-dashboard'), { area: '360302100001' }],
    ['organizations-page', hub, organizationsPage, pageAt],
    ['donations', hub.as('finance'), file('donations'), { first: 20 }],
  ];
  const caught = new Map<string, Caught[]>();
  for (const [name, asker, query, variables] of asked) {
    const statements: Caught[] = [];
    const stop = onStatement(({ pool, text, values }) => {
      if (values.length > 0) statements.push({ subgraph: pool.replace('hub ', ''), text, values });
      return undefined;
    });
    await asker.expectData(query, variables).finally(stop);
    caught.set(
      name,
      statements.sort((one, other) => compare(keyOf(one), keyOf(other))),
    );
  }
  return caught;
}

async function firstCursor(hub: TestHub): Promise<string> {
  const query = '{ organizations(first: 20) { pageInfo { endCursor } } }';
  const { organizations } = await hub.expectData<{ organizations: { pageInfo: { endCursor: string } } }>(
    query,
  );
  return organizations.pageInfo.endCursor;
}

const compare = (one: string, other: string): number => (one < other ? -1 : 1);
// Statements of one level run at the same time, in any order.
const keyOf = ({ subgraph, text }: Caught): string => `${subgraph} ${titleOf(text)} ${text}`;

/** Writes how the server would run each statement: nodes with their tables and indexes, no costs. */
export async function plansOf(
  database: DatabaseAddress,
  caught: ReadonlyMap<string, readonly Caught[]>,
): Promise<string> {
  const client = new pg.Client(driverConfig(database, 'hub test'));
  await client.connect();
  try {
    const parts: string[] = [];
    for (const [operation, statements] of caught) {
      parts.push(`# ${operation}`);
      for (const statement of statements) parts.push(await planOf(client, statement));
    }
    return `${parts.join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}

/** As PostgreSQL runs a prepared statement: planned for its values at first, later for any. */
async function planOf(client: pg.Client, { subgraph, text, values }: Caught): Promise<string> {
  await client.query(`set role hub_${subgraph}`);
  await client.query(`select set_config('hub.roles', 'finance', false)`);
  await client.query(`prepare caught as ${text}`);
  const given = values.map((value) => literalOf(client, value)).join(', ');
  const plans: string[] = [];
  for (const mode of ['force_custom_plan', 'force_generic_plan']) {
    await client.query(`set plan_cache_mode = ${mode}`);
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      `explain (format json) execute caught(${given})`,
    );
    plans.push(linesOf((rows[0] as (typeof rows)[0])['QUERY PLAN'][0].Plan).join('\n'));
  }
  await client.query('deallocate caught; reset role');
  const [custom, generic] = plans as [string, string];
  const generally = generic === custom ? '' : `\n  for any values:\n${generic}`;
  return `${subgraph}: ${titleOf(text)}\n${custom}${generally}`;
}

function literalOf(client: pg.Client, value: unknown): string {
  if (value === null) return 'null';
  if (!Array.isArray(value)) return client.escapeLiteral(String(value));
  return client.escapeLiteral(`{${value.map((each) => JSON.stringify(String(each))).join(',')}}`);
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: PlanNode[];
}

function linesOf(node: PlanNode, depth = 1): string[] {
  const { 'Node Type': type, 'Relation Name': table, 'Index Name': index, Plans = [] } = node;
  const what = [type, index ?? table].filter(Boolean).join(' ');
  return [`${'  '.repeat(depth)}${what}`, ...Plans.flatMap((each) => linesOf(each, depth + 1))];
}

/** The tables that a statement reads. */
const titleOf = (text: string): string =>
  [...new Set(text.match(/\b(organizations|partners|donations)\.[a-z_]+/g))].join(', ');

/** What grows with the data and is never to be read as a whole; all other tables hold a row per area, kind and state at most. */
const growing = [
  ...[
    'donation',
    'donation_total',
    'entry',
    'posting',
    'fund_total',
    'fund_donor',
    'resource_link',
    'link_party',
  ],
  ...['organization', 'organization_area', 'incubation', 'stage_event', 'project', 'partner', 'resource'],
];

/** Yields the lines of plans that read a growing table as a whole. */
export const wholeReads = (plans: string): string[] =>
  plans.split('\n').filter((line) => growing.some((table) => line.trim().endsWith(`Seq Scan ${table}`)));

const scan = /^\s+(?:Bitmap Index|Index Only|Index) Scan (\S+)$/;

/**
 * Yields of plans by which indexes each statement finds its rows. How the planner walks an index and sorts what it found depends on
 * pages, which a sample has not; and what is no growing table may be read as a whole or by key.
 */
export function waysOf(plans: string): string {
  const blocks = plans.split('\n\n').map((block) => {
    const [title = '', ...lines] = block.split('\n');
    const indexes = lines.map((line) => scan.exec(line)?.[1] ?? '').filter(isOfGrowing);
    return [title, ...[...new Set(indexes)].sort().map((index) => `  by ${index}`)].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

const isOfGrowing = (index: string): boolean =>
  growing.some((table) => index.startsWith(`${table}_`)) &&
  !['organization_total_pkey', 'incubation_total_pkey'].includes(index);
