import { KeptClient } from './kept-client.js';
import type { DatabaseAddress } from './url.js';

/** A cancel that takes longer does not help any more: the statement's own time is over soon. */
const answerTimeoutMs = 2_000;

/** Ends statements of a pool that run for nobody, over a connection of its own: the pool's are all taken when it matters. */
export class Canceller {
  private readonly client: KeptClient;
  private readonly asked = new Set<number>();
  private running: Promise<unknown> = Promise.resolve();
  private next: Promise<void> | null = null;

  constructor(
    address: DatabaseAddress,
    /** What the pool's connections are called in pg_stat_activity. */
    private readonly pool: string,
  ) {
    this.client = new KeptClient(address, `${pool} cancel`, answerTimeoutMs);
  }

  /**
   * Ends what a process of the server runs for this pool. Throws when the server does not say that it has been told to: then it may
   * still be told later.
   */
  cancel(processId: number): Promise<void> {
    this.asked.add(processId);
    // Many operations end at the same moment: what is asked while the server is being told waits, and is told at once.
    this.next ??= this.running.then(() => this.tell());
    return this.next;
  }

  private tell(): Promise<void> {
    // A pooler in between names processes of its own: one that is none of this pool's is left alone.
    const told = this.client.rows(`select pg_cancel_backend(pid) from pg_stat_activity
      where pid in (${[...this.asked].join()}) and usename = current_user and application_name = '${this.pool}'`);
    this.asked.clear();
    this.next = null;
    this.running = told.catch(() => undefined);
    return told.then(() => undefined);
  }

  close(): Promise<void> {
    return this.client.close();
  }
}
