import { LRUCache } from 'lru-cache';
import { Piscina } from 'piscina';
import { builtFile } from '#shared/built-file.js';
import type { DatabaseAddress } from '#shared/database/url.js';
import { HubError } from '#shared/errors.js';
import { defaultLimits } from '#shared/limits.js';
import { operationSignal, untilAborted } from '#shared/operation.js';
import type { Background, BackgroundPlace } from '#shared/subgraph.js';
import type { GraphThreadData } from './graph.worker.js';
import { type MeasureName, Measurement } from './measurement.js';
import type { MeasureTask, Measures } from './measures.worker.js';
import type { FoundBy, GraphAnswer, GraphQuestion, NetworkColumns, NetworkFacts } from './protocol.js';
import { tiesMax } from './tie-book.js';

/** Two cores measure two things of one network at the same time. */
const measureThreads = 2;
/** Behind these, whoever asks is told to come again. */
const measuresWaiting = 16;
/** A thread that has nothing to measure ends. */
const idleMs = 60_000;
/** Articulation points are found by recursion, a step for each node. */
const stackMb = 512;
/** A network that outgrows it ends its thread, not the process. */
const heapMb = 1_024;
/** Of networks and excerpts, until they are the least used. */
const keptMeasurements = 128;

/** What a question found, and the network that it was asked of. */
export interface Found<Ask extends GraphQuestion['ask']> {
  facts: NetworkFacts;
  found: FoundBy[Ask];
}

/**
 * Asks the threads that keep and measure the relationship network; nothing of it runs in the thread that answers requests. One thread
 * keeps the network and is asked in turn; measures run beside it, with a deadline, and are kept by the network's version and filter.
 */
export class NetworkAnalysis implements Background {
  private graphs: Piscina | null = null;
  private measures: Piscina | null = null;
  private readonly kept = new LRUCache<string, Measurement<MeasureName>>({ max: keptMeasurements });

  constructor(private readonly place: Pick<BackgroundPlace, 'primary'>) {}

  /** Answers from everything that was committed before the call; null where the selection has more than 200,000 links and agreements. */
  async ask<Ask extends GraphQuestion['ask']>(
    question: Extract<GraphQuestion, { ask: Ask }>,
  ): Promise<Found<Ask> | null> {
    this.graphs ??= graphThread(this.place.primary);
    const asked = this.graphs.run(question, { name: 'answer' }) as Promise<GraphAnswer<FoundBy[Ask]>>;
    const signal = operationSignal();
    const answer = await (signal === undefined ? asked : untilAborted(signal, asked));
    if ('tooLarge' in answer) return null;
    if ('failed' in answer) throw Object.assign(new Error(answer.failed.message), answer.failed);
    return answer;
  }

  /** Begins a measure, or finds it begun or done; `key` names what is measured, at its version. */
  measure<Name extends MeasureName>(name: Name, key: string, columns: NetworkColumns): Measurement<Name> {
    const known = this.kept.get(`${name} ${key}`);
    if (known !== undefined && !known.isOver) return known as Measurement<Name>;
    const pool = (this.measures ??= measuringThreads());
    if (pool.queueSize >= measuresWaiting)
      throw new HubError('UNAVAILABLE', 'Too many networks are being measured; ask again in a minute.');
    const measurement = new Measurement(
      name,
      (progress, signal) =>
        pool.run({ measure: name, columns, progress } satisfies MeasureTask, {
          name: 'measure',
          signal,
        }) as Promise<Measures[Name]>,
    );
    this.kept.set(`${name} ${key}`, measurement as unknown as Measurement<MeasureName>);
    return measurement;
  }

  async close(): Promise<void> {
    await Promise.all([this.graphs?.destroy(), this.measures?.destroy()]);
  }
}

function graphThread(address: DatabaseAddress): Piscina {
  return new Piscina({
    filename: builtFile('subgraphs/partners/network/graph.worker.js'),
    minThreads: 1,
    maxThreads: 1,
    workerData: { address, statementMs: defaultLimits.statementMs, tiesMax } satisfies GraphThreadData,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
}

function measuringThreads(): Piscina {
  return new Piscina({
    filename: builtFile('subgraphs/partners/network/measures.worker.js'),
    minThreads: 0,
    maxThreads: measureThreads,
    idleTimeout: idleMs,
    maxQueue: measuresWaiting,
    // Requests come first.
    niceIncrement: 10,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, stackSizeMb: stackMb },
  });
}
