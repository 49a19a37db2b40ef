import type { Logger } from '../log.js';
import type { DatabaseAddress } from '../database/url.js';
import { PrimaryHistory } from './history.js';
import { Probe, type Standing } from './probe.js';

const pollMs = 1_000;
/** A replica that is further behind is not read from: what somebody sees changed on one page must not be old on the next for long. */
export const freshMs = 5_000;

/** What is known of a replica: since when its rows are complete, on the steady clock, or why it is not read from. */
type Found = { completeAt: number; writes: number | null } | { refused: string };

/** Looks about once a second how far the primary and its replicas are. */
export class ReplicaWatch {
  /** Whether the primary answered when it was asked last. */
  primaryAnswers = true;
  private readonly history = new PrimaryHistory();
  private readonly primary: Probe;
  private readonly replicas: readonly Probe[];
  private found: Found[];
  private cluster: string | null = null;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();
  private isClosed = false;

  constructor(
    private readonly subgraph: string,
    { primary, replicas }: { primary: DatabaseAddress; replicas: readonly DatabaseAddress[] },
    private readonly log: Logger | undefined,
  ) {
    const name = `hub watch ${subgraph}`;
    this.primary = new Probe(primary, name);
    this.replicas = replicas.map((address) => new Probe(address, name));
    this.found = replicas.map(() => ({ refused: 'not asked yet' }));
    this.lookAgain();
  }

  /** Yields how old each replica's rows are, in milliseconds; null for one that cannot be read from. */
  ages(): (number | null)[] {
    const now = performance.now();
    return this.found.map((found) => ('refused' in found ? null : now - found.completeAt));
  }

  /** Yields how many records of writes a replica held when it was asked last: it holds no fewer now. */
  writesOf(index: number): number | null {
    const found = this.found[index];
    return found === undefined || 'refused' in found ? null : found.writes;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.looking;
    await Promise.all([this.primary, ...this.replicas].map((probe) => probe.close()));
  }

  private lookAgain(): void {
    this.looking = this.look().then(() => {
      if (!this.isClosed) this.timer = setTimeout(() => this.lookAgain(), pollMs).unref();
    });
  }

  /** The primary is asked first, so that a replica that follows closely has come as far as the primary's answer. */
  private async look(): Promise<void> {
    const at = performance.now();
    const standing = await this.primary.ask().catch(() => null);
    // A standby in the primary's place takes no writes, and its position says nothing about them.
    const answers = standing !== null && !standing.isStandby;
    if (answers !== this.primaryAnswers)
      this.report(answers ? null : 'it does not answer', this.primary.address, 'the primary');
    this.primaryAnswers = answers;
    if (answers) {
      this.cluster = standing.cluster;
      this.history.note(at, standing.position);
    }
    const found = await Promise.all(this.replicas.map((probe) => this.find(probe)));
    found.forEach((now, index) => this.compare(this.found[index] as Found, now, index));
    this.found = found;
  }

  private async find(probe: Probe): Promise<Found> {
    try {
      const found = this.judge(await probe.ask());
      return 'refused' in found ? found : { ...found, writes: await probe.writes(this.subgraph) };
    } catch (error) {
      return { refused: `it does not answer (${(error as Error).message || 'no reason given'})` };
    }
  }

  private judge({
    cluster,
    isStandby,
    position,
    replayedAt,
  }: Standing): { completeAt: number } | { refused: string } {
    if (this.cluster === null) return { refused: 'the primary has not answered yet' };
    if (cluster !== this.cluster) return { refused: 'it does not replicate this database' };
    if (!isStandby) return { refused: 'it is no standby' };
    const since = replayedAt === null ? null : performance.now() - (Date.now() - replayedAt.getTime());
    const completeAt = this.history.timeOf(position) ?? since;
    return completeAt === null ? { refused: 'its age is not known' } : { completeAt };
  }

  /** The operator reads once that a replica came or went, not at every look. */
  private compare(before: Found, now: Found, index: number): void {
    const reasons = [before, now].map((found) => {
      if ('refused' in found) return found.refused;
      return performance.now() - found.completeAt > freshMs ? 'it is behind' : null;
    });
    const [was, is] = reasons as [string | null, string | null];
    if (was !== is) this.report(is, (this.replicas[index] as Probe).address, 'a replica');
  }

  private report(reason: string | null, { host, port }: DatabaseAddress, who: string): void {
    const facts = { subgraph: this.subgraph, host, port, ...(reason === null ? {} : { reason }) };
    if (reason === null) this.log?.info(facts, `${who} is read from`);
    else this.log?.warn(facts, `${who} is not read from`);
  }
}
