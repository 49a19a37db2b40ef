import pg from 'pg';
import { driverConfig } from '../database/connection.js';
import type { DatabaseAddress } from '../database/url.js';

/** A server that has not said where it stands by then is taken for one that does not answer. */
const answerTimeoutMs = 2_000;

/** Where a server stands. */
export interface Standing {
  /** The cluster that it is or replicates: a number that initdb gave it, with the database's name. */
  cluster: string;
  isStandby: boolean;
  /** How far its write-ahead log is written (a primary) or replayed (a standby), in bytes. */
  position: bigint;
  /** When the last transaction that a standby has replayed was committed, by its primary's clock. */
  replayedAt: Date | null;
}

/**
 * An ordinary role may ask all of it. What is written, not what is inserted: a commit is acknowledged after it is written, unless
 * the primary runs with `synchronous_commit = off`, whose last 0.6 s are then missing without a word.
 */
const question = `select system_identifier::text || '/' || current_database() as cluster,
  pg_is_in_recovery() as "isStandby", pg_last_xact_replay_timestamp() as "replayedAt",
  (case when pg_is_in_recovery() then coalesce(pg_last_wal_replay_lsn(), '0/0') else pg_current_wal_lsn() end - '0/0')::text as position
  from pg_control_system()`;

/** Asks one server again and again where it stands, on a connection of its own: a full pool must not look like a dead server. */
export class Probe {
  private client: pg.Client | null = null;

  constructor(
    readonly address: DatabaseAddress,
    private readonly name: string,
  ) {}

  /** Asks; throws when there is no answer in time. The next call connects anew. */
  async ask(): Promise<Standing> {
    try {
      this.client ??= await this.connect();
      const { rows } = await this.client.query<Omit<Standing, 'position'> & { position: string }>(question);
      const [row] = rows;
      if (row === undefined) throw new Error('no row');
      return { ...row, position: BigInt(row.position) };
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      ...driverConfig(this.address, this.name),
      connectionTimeoutMillis: answerTimeoutMs,
      query_timeout: answerTimeoutMs,
    });
    // What happens between two questions is met by the next one.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }
}
