import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { KeptClient } from '../database/kept-client.js';
import type { DatabaseAddress } from '../database/url.js';
import type { Logger } from '../log.js';
import { nextRun } from './next-run.js';
import {
  believedMs,
  currentDay,
  type KnownVersion,
  knownVersion,
  type SubgraphVersions,
  versionText,
} from './version.js';

/** A few looks within the time for which an answer is believed; each is one row of a table of 32. */
const lookMs = 250;
/** What is over sooner (a connection that broke, a machine that was busy) only costs some answers that are made anew. */
const toldLostMs = 5_000;
/** Of one look; a database that takes longer is not followed, and who wrote waits no longer for it. */
const answerTimeoutMs = 2_000;
/** Others are told at once, and at most so often: a notification takes a lock of the whole database for a moment. */
const tellMs = 10;

interface Seen {
  era: string;
  writes: number;
  /** On the steady clock, and on the calendar's, when it was asked for. */
  askedAt: number;
  at: number;
}

/**
 * Follows the version of a subgraph's data on the primary, over a connection of its own. It looks after each write of this process,
 * when another process says that it wrote, and four times a second in case one died before it could say so. Nothing of it is part of
 * a write's transaction. What others say is only a reason to look: nobody who can connect can make the hub believe a version.
 */
export class DataVersions implements SubgraphVersions {
  private readonly client: KeptClient;
  private readonly channel: string;
  private readonly self = randomBytes(8).toString('hex');
  private readonly question: string;
  private readonly looked = new Set<() => void>();
  private readonly timer: NodeJS.Timeout;
  private readonly look = nextRun(() => this.ask());
  private running: Promise<unknown> = Promise.resolve();
  private telling: NodeJS.Timeout | null = null;
  private seen: Seen | null = null;
  private last: Pick<Seen, 'era' | 'writes'> | null = null;
  private listener: pg.Client | null = null;
  /** Set anew when a database has lost writes: what it held before is not what it will hold at the same count. */
  private rewind = '';
  private told: { seen: Seen; day: string; known: KnownVersion } | null = null;
  private lostSince: number | null = performance.now();
  private isToldLost = false;
  private isClosed = false;

  constructor(
    primary: DatabaseAddress,
    private readonly subgraph: string,
    private readonly log?: Logger,
  ) {
    this.channel = `hub_data_version_${subgraph}`;
    this.question = `select coalesce(sum(position), 0)::text as writes, pg_is_in_recovery() as "isStandby",
      extract(epoch from pg_postmaster_start_time())::text as era from ${subgraph}.audit_chain`;
    this.client = new KeptClient(primary, `hub versions ${subgraph}`, answerTimeoutMs, (client) =>
      this.listen(client),
    );
    this.timer = setInterval(() => void this.look(), lookMs).unref();
    void this.look();
  }

  known(): KnownVersion | null {
    const { seen } = this;
    if (seen === null || performance.now() - seen.askedAt > believedMs) return null;
    const day = currentDay();
    if (this.told === null || this.told.seen !== seen || this.told.day !== day) {
      const version = versionText({ era: seen.era + this.rewind, writes: seen.writes, day });
      this.told = { seen, day, known: knownVersion(version, seen.at) };
    }
    return this.told.known;
  }

  /** Yields the version of a replica that holds so many records; null while the primary's is not known. */
  replicaVersion(writes: number | null): string | null {
    const { seen } = this;
    if (seen === null || writes === null || this.known() === null) return null;
    return versionText({ era: seen.era + this.rewind, writes, day: currentDay() });
  }

  check(): Promise<boolean> {
    return this.look();
  }

  /** To be waited for after each write of this process, before it is acknowledged: from then on no older answer is used. Yields the version, null when it is not known. */
  async wrote(): Promise<string | null> {
    await this.look();
    this.tellOthers();
    return this.known()?.version ?? null;
  }

  /** Calls after each look; yields how to stop. */
  onLook(listener: () => void): () => void {
    this.looked.add(listener);
    return () => this.looked.delete(listener);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearInterval(this.timer);
    if (this.telling !== null) clearTimeout(this.telling);
    this.seen = null;
    await this.client.close();
    await this.running;
  }

  private async ask(): Promise<boolean> {
    if (this.isClosed) return false;
    const [askedAt, at] = [performance.now(), Date.now()];
    try {
      const [row] = await this.rows<{ writes: string; era: string; isStandby: boolean }>(this.question);
      if (row === undefined || row.isStandby) throw new Error('it takes no writes');
      this.take({ era: row.era, writes: Number(row.writes), askedAt, at });
      return true;
    } catch (error) {
      this.lose((error as Error).message);
      return false;
    } finally {
      for (const listener of this.looked) listener();
    }
  }

  /** One statement after the other: the driver is about to refuse a second one meanwhile. */
  private rows<Row extends object>(statement: string): Promise<Row[]> {
    const rows = this.running.then(() => {
      // A closed client would connect anew.
      if (this.isClosed) throw new Error('closed');
      return this.client.rows<Row>(statement);
    });
    this.running = rows.catch(() => undefined);
    return rows;
  }

  private take(seen: Seen): void {
    const { last } = this;
    if (last !== null && last.era === seen.era && seen.writes < last.writes) {
      this.rewind = `-${randomBytes(6).toString('hex')}`;
      this.log?.warn(
        { subgraph: this.subgraph },
        'the database holds fewer writes than it did: was it restored?',
      );
    }
    this.seen = seen;
    this.last = seen;
    if (this.isToldLost)
      this.log?.info({ subgraph: this.subgraph }, 'the version of the data is known again');
    this.lostSince = null;
    this.isToldLost = false;
  }

  /** Until the next look nobody can say whether something was written. */
  private lose(reason: string): void {
    if (this.isClosed) return;
    this.seen = null;
    this.lostSince ??= performance.now();
    if (this.isToldLost || performance.now() - this.lostSince < toldLostMs) return;
    this.isToldLost = true;
    this.log?.warn(
      { subgraph: this.subgraph, reason },
      'the version of the data is not known: kept answers are not used until it is',
    );
  }

  private async listen(client: pg.Client): Promise<void> {
    client.on('notification', ({ payload }) => {
      if (payload !== this.self) void this.look();
    });
    this.listener = client;
    client.on('end', () => {
      // One that was given up ends later than the next begins.
      if (this.listener === client) this.lose('the connection has ended');
    });
    await client.query(`listen ${this.channel}`);
  }

  private tellOthers(): void {
    this.telling ??= setTimeout(() => {
      this.telling = null;
      // Who does not hear of it looks within a quarter of a second.
      this.rows(`select pg_notify('${this.channel}', '${this.self}')`).catch(() => undefined);
    }, tellMs).unref();
  }
}
