import type pg from 'pg';
import { raw, sql } from '#shared/database/sql.js';
import { readTies, type Tie, tieCondition, type TieSelection, tieTest } from './tie.js';

/** More links and agreements than this are not held in memory, nor measured: the database answers instead. */
export const tiesMax = 200_000;
/** Of so many changed records the rows are not read one by one. */
const changesMax = 5_000;
/** A network that was too large is counted again so often. */
const recountMs = 600_000;

/** How far the audit log had come when rows were read: every write ends by appending to one of its chains. */
interface Mark {
  /** Of the server since it started; another one, or the same after a restore, is read anew. */
  era: string;
  positions: ReadonlyMap<number, number>;
}

interface Changed {
  entity: string;
  id: string;
}

/** Entities whose changes tie nobody. */
const others = new Set(['Resource', 'FundraisingQualification']);

/** All ties of the database, kept up to date by what the audit log says has changed since the last look. */
export class TieBook {
  private readonly ties = new Map<string, Tie>();
  private mark: Mark | null = null;
  private countedAt = -Infinity;
  /** False where there are more ties than are held. */
  private isWhole = true;

  constructor(private readonly most: number) {}

  /** Equal for equal ties: server and records of the audit log. */
  get version(): string {
    const { era, positions } = this.mark as Mark;
    return `${era}~${sumOf(positions)}`;
  }

  /** Brings the ties up to date with everything that was committed before the call. */
  async refresh(client: pg.Client): Promise<void> {
    await client.query('begin isolation level repeatable read read only');
    try {
      const mark = await readMark(client);
      if (isSame(mark, this.mark)) return;
      const changed = await this.changesSince(client, mark);
      if (changed === null) await this.reload(client);
      else if (this.isWhole) await this.readAgain(client, changed);
      this.mark = mark;
    } finally {
      await client.query('commit');
    }
  }

  /** Yields a selection's ties, by id; null when they are more than may be held. */
  async select(client: pg.Client, selection: TieSelection): Promise<Tie[] | null> {
    if (this.isWhole) return [...this.ties.values()].filter(tieTest(selection)).sort(byId);
    const found = await readTies(client, tieCondition(selection), this.most + 1);
    return found.length > this.most ? null : found.sort(byId);
  }

  /** Records that were changed since the last look; null when everything has to be read. */
  private async changesSince(client: pg.Client, mark: Mark): Promise<Changed[] | null> {
    const { mark: last } = this;
    if (last === null || last.era !== mark.era) return null;
    if ([...last.positions].some(([chain, position]) => (mark.positions.get(chain) ?? 0) < position))
      return null;
    if (!this.isWhole) return performance.now() - this.countedAt > recountMs ? null : [];
    const statement = sql`select distinct r.entity, r.entity_id as id from partners.audit_record r
      join unnest(${[...last.positions.keys()]}::smallint[], ${[...last.positions.values()]}::bigint[]) as seen(chain, position)
        on r.chain = seen.chain and r.position > seen.position limit ${changesMax + 1}`;
    const { rows } = await client.query<Changed>(statement.text, statement.values);
    const isKnown = ({ entity }: Changed) => others.has(entity) || entity in tieColumns;
    return rows.length > changesMax || !rows.every(isKnown) ? null : rows;
  }

  private async reload(client: pg.Client): Promise<void> {
    const found = await readTies(client, raw('true'), this.most + 1);
    this.countedAt = performance.now();
    this.isWhole = found.length <= this.most;
    this.ties.clear();
    if (this.isWhole) for (const tie of found) this.ties.set(tie.id, tie);
  }

  private async readAgain(client: pg.Client, changed: readonly Changed[]): Promise<void> {
    for (const [entity, column] of Object.entries(tieColumns)) {
      const ids = changed.filter((change) => change.entity === entity).map(({ id }) => id);
      if (ids.length === 0) continue;
      if (column === 'id') for (const id of ids) this.ties.delete(id);
      const found = await readTies(client, sql`${raw(`t.${column}`)} = any(${ids}::uuid[])`, this.most);
      for (const tie of found) this.ties.set(tie.id, tie);
    }
  }
}

/** Entities that ties are made of, and the ties' column that names them. */
const tieColumns: Record<string, 'id' | 'partner_id'> = {
  ResourceLink: 'id',
  CooperationAgreement: 'id',
  Partner: 'partner_id',
};

const byId = (one: Tie, other: Tie): number => (one.id < other.id ? -1 : 1);

const sumOf = (positions: Mark['positions']): number =>
  [...positions.values()].reduce((sum, position) => sum + position, 0);

/** Chains only grow, so equal sums are equal chains. */
const isSame = (one: Mark, other: Mark | null): boolean =>
  one.era === other?.era && sumOf(one.positions) === sumOf(other.positions);

async function readMark(client: pg.Client): Promise<Mark> {
  const { rows } = await client.query<{ era: string; chain: number; position: string }>(
    `select extract(epoch from pg_postmaster_start_time())::text as era, chain, position::text from partners.audit_chain`,
  );
  return {
    era: rows[0]?.era ?? '',
    positions: new Map(rows.map(({ chain, position }) => [chain, Number(position)])),
  };
}
