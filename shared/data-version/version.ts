import { today } from '../today.js';

/**
 * Version of a subgraph's data: equal exactly when the same writes are committed and it is the same day, which some answers depend on.
 * Every write ends by appending to the audit log, so the places in its chains add up to a number that grows with each commit.
 */
export interface DataVersion {
  /** Of the server since it started: what another one holds, or the same one after a restore, is not compared. */
  era: string;
  /** Records of the audit log. */
  writes: number;
  /** Calendar date of the hub's people. */
  day: string;
}

const form = /^([\w.-]{1,80})~(\d{1,15})~(\d{4}-\d\d-\d\d)$/;

/** Writes a version as it travels and is compared. */
export const versionText = ({ era, writes, day }: DataVersion): string => `${era}~${writes}~${day}`;

/** Reads a version that travelled; null for everything else. */
export function readVersion(text: unknown): DataVersion | null {
  const [, era, writes, day] = typeof text === 'string' ? (form.exec(text) ?? []) : [];
  return era === undefined || writes === undefined || day === undefined
    ? null
    : { era, writes: Number(writes), day };
}

/** Every time zone's midnight is on a quarter of an hour. */
const quarterMs = 900_000;
let known = { quarter: -1, day: '' };

/** Yields the day, without writing a date for each request. */
export function currentDay(now = Date.now()): string {
  const quarter = Math.floor(now / quarterMs);
  if (quarter !== known.quarter) known = { quarter, day: today(new Date(now)) };
  return known.day;
}

/** How long after it was asked for a version is believed to be the current one: as far as another process's writes may be unseen. */
export const believedMs = 1_000;

/** A version, and when it was surely the current one (milliseconds since 1970, and ISO 8601); the same object until that is looked at anew. */
export interface KnownVersion {
  readonly version: string;
  readonly at: number;
  readonly asOf: string;
}

export const knownVersion = (version: string, at: number): KnownVersion => ({
  version,
  at,
  asOf: new Date(at).toISOString(),
});

/** What a process knows of the version of one subgraph's data. */
export interface SubgraphVersions {
  /** The version that is current as far as this process knows; null when it does not know, and then nothing kept may be used. */
  known(): KnownVersion | null;
  /** Asks the database: afterwards `known` counts every write that was committed before the call. False when there was no answer. */
  check(): Promise<boolean>;
}
