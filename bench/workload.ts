import { deepStrictEqual } from 'node:assert';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'undici';
import { datasetCity } from './dataset/organizations.sql.js';
import type { Ask } from './load.js';
import { root } from './processes.js';
import type { System } from './systems/system.js';

const pageSize = 50;
const operation = (file: string) => readFileSync(join(root, file), 'utf8');
const page = operation('bench/operations/organizations-page.graphql');
const cursorsOf = operation('bench/operations/organization-cursors.graphql');
const dashboard = operation('web/operations/city-dashboard.graphql');

const post = (query: string, variables: object): Ask => ({
  method: 'POST',
  path: '/graphql',
  body: JSON.stringify({ query, variables }),
});

/** The page of organizations behind a cursor, as every system can be asked for it. */
export const pageAsk = (after: string): Ask => post(page, { after });

/** The same page as a trusted document, which the hub answers to a GET. */
export function trustedPageAsk(after: string): Ask {
  const id = createHash('sha256').update(page).digest('hex');
  const parameters = new URLSearchParams({
    documentId: `sha256:${id}`,
    variables: JSON.stringify({ after }),
  });
  return { method: 'GET', path: `/graphql?${parameters.toString()}` };
}

/** The city's dashboard. */
export const dashboardAsk = (): Ask => post(dashboard, { area: datasetCity });

/** Reads from the hub every cursor behind which a whole page lies. */
export async function readCursors(hub: System, organizations: number): Promise<string[]> {
  const cursors: string[] = [];
  for (let after: string | null = null; ;) {
    const { organizations: found } = (await answer(hub, post(cursorsOf, { after }))) as {
      organizations: {
        edges: { cursor: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
    cursors.push(...found.edges.map(({ cursor }) => cursor));
    if (!found.pageInfo.hasNextPage) break;
    after = found.pageInfo.endCursor;
  }
  if (cursors.length !== organizations)
    throw new Error(`${cursors.length} organizations found, ${organizations} are there.`);
  return cursors.slice(0, -pageSize);
}

/** Asks once and yields `data`; an error stops the run. */
export async function answer({ url, headers }: System, { method, path, body }: Ask): Promise<unknown> {
  const pool = new Pool(url);
  try {
    const got = await pool.request({
      method,
      path,
      headers: { ...headers, 'apollo-require-preflight': '1' },
      body: body ?? null,
    });
    const text = await got.body.text();
    const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
    if (got.statusCode !== 200 || errors !== undefined || data == null)
      throw new Error(`Wrong answer ${got.statusCode}: ${text.slice(0, 500)}`);
    return data;
  } finally {
    await pool.close();
  }
}

/** Compares a system's answers with the hub's, a few from all over; a difference stops the run. */
export async function compareAnswers(
  system: System,
  expected: ReadonlyMap<string, unknown>,
  ask: (after: string) => Ask = pageAsk,
): Promise<void> {
  for (const [after, data] of expected)
    deepStrictEqual(
      await answer(system, ask(after)),
      data,
      `${system.name} does not answer what the hub does.`,
    );
}

/** The hub's answers at a few cursors from all over, and how big one is. */
export async function expectedAnswers(
  hub: System,
  cursors: readonly string[],
): Promise<{ expected: ReadonlyMap<string, unknown>; bytes: number }> {
  const places = [0, 0.13, 0.34, 0.55, 0.76, 0.999].map((share) => Math.floor(share * cursors.length));
  const expected = new Map<string, unknown>();
  for (const place of places) {
    const cursor = cursors[place] as string;
    expected.set(cursor, await answer(hub, pageAsk(cursor)));
  }
  const sizes = [...expected.values()].map((data) => Buffer.byteLength(JSON.stringify(data)));
  return { expected, bytes: Math.round(sizes.reduce((a, b) => a + b, 0) / sizes.length) };
}
