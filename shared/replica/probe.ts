import { KeptClient } from '../database/kept-client.js';
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

/** Asks one server where it stands. */
export class Probe {
  private readonly client: KeptClient;

  constructor(
    readonly address: DatabaseAddress,
    name: string,
  ) {
    this.client = new KeptClient(address, name, answerTimeoutMs);
  }

  /** Asks; throws when there is no answer in time. */
  async ask(): Promise<Standing> {
    const [row] = await this.client.rows<Omit<Standing, 'position'> & { position: string }>(question);
    if (row === undefined) throw new Error('no row');
    return { ...row, position: BigInt(row.position) };
  }

  /** Yields how many records of writes the server holds of a subgraph; null where it does not say. */
  async writes(subgraph: string): Promise<number | null> {
    const rows = await this.client
      .rows<{ writes: string }>(
        `select coalesce(sum(position), 0)::text as writes from ${subgraph}.audit_chain`,
      )
      .catch(() => []);
    return rows[0] === undefined ? null : Number(rows[0].writes);
  }

  close(): Promise<void> {
    return this.client.close();
  }
}
