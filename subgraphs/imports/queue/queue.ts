import { fromKysely, PgBoss } from 'pg-boss';
import type { EntityManager } from '@mikro-orm/postgresql';
import { driverConfig } from '#shared/database/connection.js';
import type { DatabaseAddress } from '#shared/database/url.js';
import type { Logger } from '#shared/log.js';
import type { Viewer } from '#shared/viewer.js';

/** What the hub does with a job between two requests. */
export const stepNames = ['read', 'check', 'write', 'undo'] as const;
export type StepName = (typeof stepNames)[number];

/** A step of a job, and who asked for it: its owner is asked in his name. */
export interface StepTask {
  step: StepName;
  jobId: string;
  viewer: Viewer;
}

/** Files are read one at a time in a process, so that many of them do not fill its memory; what waits for other subgraphs goes on beside. */
const queues = { reading: 1, others: 2 } as const;
const queueOf = (step: StepName): keyof typeof queues => (step === 'read' ? 'reading' : 'others');

const schema = 'imports_queue';
/** After a process died, another takes its steps over in as many seconds, and some for noticing. */
const heartbeatSeconds = 10;
const monitorSeconds = 5;
/** An owner that is away comes back, or the step ends after some ten minutes. */
const retries = { retryLimit: 8, retryDelay: 2, retryBackoff: true, retryDelayMax: 120 };
/** Longer than any step takes; one that holds its place so long is stuck. */
const stepSecondsMax = 1_800;
/** What is new is told of at once, to who is idle; who has just finished looks for what came meanwhile. The least that pg-boss takes. */
const pollSeconds = 0.5;

/** Once a day, when nobody works. */
const tidying = { name: 'tidying', cron: '17 3 * * *', tz: 'Asia/Shanghai' };

/** Runs a step; `isLast` says that nobody will try again when it fails. */
export type RunStep = (task: StepTask, run: { signal: AbortSignal; isLast: boolean }) => Promise<void>;

/** The steps that wait and run, kept in PostgreSQL by pg-boss: a step begins when the transaction commits that asked for it, and outlives its process. */
export class StepQueue {
  private readonly boss: PgBoss;
  private readonly started: Promise<void>;

  constructor(
    address: DatabaseAddress,
    private readonly run: RunStep,
    private readonly tidy: () => Promise<unknown>,
    private readonly log: Logger | undefined,
  ) {
    this.boss = new PgBoss({
      ...(driverConfig(address, 'hub imports queue') as object),
      schema,
      max: 3,
      createSchema: false,
      useListenNotify: true,
      superviseIntervalSeconds: monitorSeconds,
      monitorIntervalSeconds: monitorSeconds,
    });
    this.boss.on('error', (error) => this.log?.warn({ reason: error.message }, 'the import queue failed'));
    this.started = this.start();
    // Told where somebody waits for it: a database that is away at the start is told of by the subgraph's health.
    this.started.catch((error: Error) => this.log?.warn({ reason: error.message }, 'no import queue'));
  }

  /** Enqueues a step within a transaction. */
  async send(em: EntityManager, task: StepTask): Promise<void> {
    await this.started;
    const transaction = em.getTransactionContext() as Parameters<typeof fromKysely>[0];
    await this.boss.send(queueOf(task.step), task, { db: fromKysely(transaction) });
  }

  async close(): Promise<void> {
    await this.started.catch(() => undefined);
    // Steps that run are ended by the signal of their queue and taken up by the next process.
    await this.boss.stop({ graceful: true, timeout: 1_000 });
  }

  private async start(): Promise<void> {
    await this.boss.start();
    await this.boss.createQueue(tidying.name, { policy: 'singleton' });
    await this.boss.work(tidying.name, { pollingIntervalSeconds: 60 }, this.tidy);
    await this.boss.schedule(tidying.name, tidying.cron, null, { tz: tidying.tz });
    for (const [name, localConcurrency] of Object.entries(queues)) {
      await this.boss.createQueue(name, {
        ...retries,
        heartbeatSeconds,
        expireInSeconds: stepSecondsMax,
        notify: true,
      });
      await this.boss.work<StepTask>(
        name,
        {
          localConcurrency,
          includeMetadata: true,
          pollingIntervalSeconds: pollSeconds,
          notifyPollingIntervalSeconds: pollSeconds,
        },
        async ([job]) => {
          if (job === undefined) return;
          const isLast = job.retryCount >= retries.retryLimit;
          await this.run(job.data, { signal: job.signal, isLast });
        },
      );
    }
  }
}
