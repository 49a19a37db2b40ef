import pg from 'pg';
import { driverConfig } from './database/connection.js';
import type { DatabaseAddress } from './database/url.js';
import type { SubgraphName } from './directory.js';

/** Something that is always so. Its statement only reads, and yields a row for each thing that is not so, named in `broken`. */
export interface Invariant {
  /** Number in the list of invariants; I8, I11 and I12 are not asked of a database. */
  id: string;
  says: string;
  sql: string;
}

/** Ids that a subgraph keeps of another's nouns: no foreign key crosses that wall, so this check stands in for one. */
export interface ForeignIds {
  says: string;
  /** Yields every different id as `id`. */
  sql: string;
  owner: SubgraphName;
  /** Table of the owner's schema. */
  table: string;
}

/** What a subgraph's books must fulfil. */
export interface Books {
  invariants: readonly Invariant[];
  foreignIds: readonly ForeignIds[];
}

/** How one invariant was found. */
export interface BookFinding {
  subgraph: SubgraphName;
  id: string;
  says: string;
  /** Names of what is broken, the first few. */
  broken: readonly string[];
}

/** More names than a person reads at once. */
const shownMax = 10;
/** As many ids as fit well into one statement. */
const idsMax = 10_000;

/** Every subgraph's audit chain must be whole. */
const auditChain = (subgraph: SubgraphName): Invariant => ({
  id: 'I10',
  says: 'the audit chain is unbroken',
  sql: `select 'chain ' || chain || ' at ' || "position" as broken from ${subgraph}.broken_audit()`,
});

/** Checks every invariant of every subgraph, each subgraph in one snapshot; yields one finding per invariant, whole or broken. */
export async function checkBooks(
  books: ReadonlyMap<SubgraphName, Books>,
  addressOf: (name: SubgraphName) => DatabaseAddress,
): Promise<BookFinding[]> {
  const findings: BookFinding[] = [];
  for (const [subgraph, { invariants, foreignIds }] of books) {
    await inSnapshot(addressOf(subgraph), async (client) => {
      for (const { id, says, sql } of [...invariants, auditChain(subgraph)]) {
        const { rows } = await client.query<{ broken: string }>(
          `select broken from (${sql}) found limit ${shownMax}`,
        );
        findings.push({ subgraph, id, says, broken: rows.map(({ broken }) => broken) });
      }
      for (const foreign of foreignIds) {
        const { rows } = await client.query<{ id: string }>(foreign.sql);
        const ids = rows.map(({ id }) => id);
        const broken = await inSnapshot(addressOf(foreign.owner), (owner) => missing(owner, foreign, ids));
        findings.push({ subgraph, id: 'I9', says: foreign.says, broken: broken.slice(0, shownMax) });
      }
    });
  }
  return findings;
}

async function missing(
  owner: pg.Client,
  { owner: schema, table }: ForeignIds,
  ids: string[],
): Promise<string[]> {
  const lost: string[] = [];
  for (let start = 0; start < ids.length; start += idsMax) {
    const some = ids.slice(start, start + idsMax);
    const { rows } = await owner.query<{ id: string }>(
      `select id from unnest($1::uuid[]) as asked(id) where not exists (select from ${schema}.${table} t where t.id = asked.id)`,
      [some],
    );
    lost.push(...rows.map(({ id }) => id));
  }
  return lost;
}

async function inSnapshot<T>(address: DatabaseAddress, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(driverConfig(address, 'hub check'));
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await run(client);
  } finally {
    await client.end();
  }
}
