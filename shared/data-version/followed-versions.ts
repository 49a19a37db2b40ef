import { setTimeout as pause } from 'node:timers/promises';
import { Client, Pool } from 'undici';
import { z } from 'zod';
import type { InternalHeaders } from '../internal-calls.js';
import type { Logger } from '../log.js';
import { anonymous } from '../viewer.js';
import { nextRun } from './next-run.js';
import { versionPath, versionsPath } from './stream.js';
import {
  believedMs,
  type DataVersion,
  type KnownVersion,
  knownVersion,
  readVersion,
  type SubgraphVersions,
  versionText,
} from './version.js';

/** A line comes four times a second: one that does not come is a channel that is lost. */
const silenceMs = believedMs;
/** After a channel was lost another one is tried at once, and then so often. */
const againMs = 200;
/** A subgraph that is not the hub's own tells no versions; it may be replaced by one that does. */
const strangerAgainMs = 5_000;
/** What is over sooner (a process that is replaced) only costs some answers that are made anew. */
const toldLostMs = 5_000;
const lineMaxBytes = 1_024;
/** A process that stops waits for its callers to drop idle connections, so they do it soon. */
const keptIdleMs = 2_000;

const toldForm = z.object({ version: z.string().max(200).nullable(), age: z.number().min(0) });

export interface FollowOptions {
  subgraph: string;
  /** Of its processes; each reads the same database. */
  urls: readonly string[];
  headers: InternalHeaders;
  log: Logger;
}

/** Follows the version of a subgraph's data that runs as processes elsewhere, by the stream that one of them sends. */
export class FollowedVersions implements SubgraphVersions {
  private seen: { version: DataVersion; heardAt: number; known: KnownVersion } | null = null;
  /** The newest that was ever heard of: what is told later by another process may be older. */
  private newest: DataVersion | null = null;
  /** Of a server that another has taken the place of; what is still told of it is not believed. */
  private goneEra: string | null = null;
  private readonly ended = new AbortController();
  private readonly following: Promise<void>;
  private readonly pools: readonly Pool[];
  /** How often something was written without a word of its version; until the database is asked after that, nobody is believed. */
  private doubts = 0;
  private settledDoubts = 0;
  private lostSince: number | null = performance.now();
  private isToldLost = false;
  private turn = 0;
  private readonly ask = nextRun(() => this.askAny());

  constructor(private readonly options: FollowOptions) {
    this.pools = options.urls.map(
      (url) =>
        new Pool(new URL(url).origin, {
          connections: 4,
          connect: { timeout: silenceMs },
          headersTimeout: silenceMs,
          bodyTimeout: silenceMs,
          keepAliveTimeout: keptIdleMs,
          keepAliveMaxTimeout: keptIdleMs,
        }),
    );
    this.following = this.followAlways();
  }

  known(): KnownVersion | null {
    const { seen } = this;
    return seen === null || performance.now() - seen.heardAt > believedMs ? null : seen.known;
  }

  check(): Promise<boolean> {
    return this.ask();
  }

  /** Takes in what an answer says of a write, before whoever wrote hears of it. */
  heard(text: string | undefined): void {
    const version = readVersion(text);
    const { newest } = this;
    if (version === null) {
      this.doubts += 1;
      return this.doubt();
    }
    if (newest !== null && newest.era !== version.era) {
      this.goneEra = newest.era;
      this.newest = version;
      return this.doubt();
    }
    this.newest = later(newest, version);
    if (this.seen !== null) this.see(this.newest, this.seen.known.at, this.seen.heardAt);
  }

  async close(): Promise<void> {
    this.ended.abort();
    await this.following;
    await Promise.all(this.pools.map((pool) => pool.destroy()));
  }

  private doubt(): void {
    this.seen = null;
  }

  private see(version: DataVersion, at: number, heardAt: number): void {
    this.seen = { version, heardAt, known: knownVersion(versionText(version), at) };
  }

  private take(line: string): void {
    const told = toldForm.parse(JSON.parse(line));
    const version = readVersion(told.version);
    if (version === null) return this.doubt();
    if (version.era === this.goneEra) return;
    if (this.doubts > this.settledDoubts) return void this.ask();
    if (this.newest !== null && this.newest.era !== version.era) {
      this.goneEra = this.newest.era;
      this.newest = null;
    }
    this.newest = later(this.newest, version);
    this.see(this.newest, Date.now() - told.age, performance.now() - told.age);
    if (this.isToldLost)
      this.options.log.info({ subgraph: this.options.subgraph }, 'the version of the data is known again');
    this.lostSince = null;
    this.isToldLost = false;
  }

  private async followAlways(): Promise<void> {
    const { signal } = this.ended;
    const { urls, subgraph, log } = this.options;
    for (let failures = 0; !signal.aborted;) {
      const url = urls[this.turn++ % urls.length] as string;
      let reason = 'it has ended';
      let isStranger = false;
      try {
        await this.follow(url, () => (failures = 0));
      } catch (error) {
        reason = (error as Error).message;
        isStranger = error instanceof NoStream;
      }
      this.doubt();
      failures += 1;
      if (signal.aborted) return;
      this.lostSince ??= performance.now();
      if (!this.isToldLost && performance.now() - this.lostSince > toldLostMs) {
        this.isToldLost = true;
        log.warn(
          { subgraph, url, reason },
          'the version of the data is not known: kept answers are not used until it is',
        );
      }
      if (failures > 1)
        await pause(isStranger ? strangerAgainMs : againMs, undefined, { signal, ref: false }).catch(
          () => undefined,
        );
    }
  }

  /** Reads a stream to its end; throws when it breaks or falls silent. */
  private async follow(url: string, heard: () => void): Promise<void> {
    const { origin } = new URL(url);
    const client = new Client(origin, {
      connect: { timeout: silenceMs },
      headersTimeout: silenceMs,
      bodyTimeout: silenceMs,
    });
    try {
      const { statusCode, body } = await client.request({
        method: 'GET',
        path: versionsPath,
        headers: await this.headersOf(versionsPath),
        signal: this.ended.signal,
      });
      if (statusCode !== 200) throw new NoStream(`status ${statusCode}`);
      let rest = '';
      for await (const chunk of body.setEncoding('utf8')) {
        const lines = (rest + String(chunk)).split('\n');
        rest = lines.pop() as string;
        if (rest.length > lineMaxBytes) throw new NoStream('lines without end');
        lines.forEach((line) => this.take(line));
        heard();
      }
    } finally {
      await client.destroy();
    }
  }

  private async askAny(): Promise<boolean> {
    const { doubts } = this;
    for (let tried = 0; tried < this.pools.length; tried += 1) {
      const pool = this.pools[(this.turn + tried) % this.pools.length] as Pool;
      try {
        const { statusCode, body } = await pool.request({
          method: 'GET',
          path: versionPath,
          headers: await this.headersOf(versionPath),
          signal: AbortSignal.any([this.ended.signal, AbortSignal.timeout(silenceMs)]),
        });
        const text = await body.text();
        if (statusCode !== 200) continue;
        this.settledDoubts = doubts;
        this.take(text);
        return this.known() !== null;
      } catch {
        // Another process reads the same database.
      }
    }
    return false;
  }

  private headersOf(path: string): Promise<Record<string, string>> {
    const { subgraph, headers } = this.options;
    return headers({ subgraph, viewer: anonymous, method: 'GET', path, body: '' });
  }
}

/** What answers is no process that tells its versions. */
class NoStream extends Error {}

function later(one: DataVersion | null, other: DataVersion): DataVersion {
  if (one === null) return other;
  return {
    era: other.era,
    writes: Math.max(one.writes, other.writes),
    day: one.day > other.day ? one.day : other.day,
  };
}
