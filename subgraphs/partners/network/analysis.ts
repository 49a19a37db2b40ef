import { LRUCache } from 'lru-cache';
import { Piscina } from 'piscina';
import { builtFile } from '#shared/built-file.js';
import { HubError } from '#shared/errors.js';
import { operationSignal, untilAborted } from '#shared/operation.js';
import type { Background, BackgroundPlace } from '#shared/subgraph.js';
import type { GraphThreadData } from './graph.worker.js';
import { type MeasureName, Measurement } from './measurement.js';
import type { MeasureTask, Measures } from './measures.worker.js';
import type {
  FoundBy,
  GraphAnswer,
  GraphQuestion,
  NetworkColumns,
  NetworkFacts,
  NetworkSelection,
  TooLarge,
} from './protocol.js';

/** Two cores measure two things of one network at the same time. */
const measureThreads = 2;
/** Behind these, whoever asks is told to come again. */
const measuresWaiting = 16;
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

  constructor(private readonly place: Pick<BackgroundPlace, 'primary' | 'limits'>) {}

  /** Answers from everything that was committed before the call, unless the selection has more ties than are held. */
  async ask<Ask extends GraphQuestion['ask']>(
    question: Extract<GraphQuestion, { ask: Ask }>,
  ): Promise<Found<Ask> | TooLarge> {
    const asked = this.thread().run(question, { name: 'answer' }) as Promise<GraphAnswer<FoundBy[Ask]>>;
    const signal = operationSignal();
    const answer = await (signal === undefined ? asked : untilAborted(signal, asked));
    if ('failed' in answer) throw Object.assign(new Error(answer.failed.message), answer.failed);
    return answer;
  }

  /** Begins the threads and reads the ties, for somebody who may ask soon; costs nothing when they have begun. */
  wake(): void {
    if (this.graphs !== null) return;
    const question = { ask: 'places', selection: everything, places: [] } satisfies GraphQuestion;
    // What fails now is told to who asks.
    this.thread()
      .run(question, { name: 'answer' })
      .catch(() => undefined);
  }

  /** Begins a measure, or finds it begun or done; `key` names what is measured, at its version. */
  measure<Name extends MeasureName>(name: Name, key: string, columns: NetworkColumns): Measurement<Name> {
    const known = this.kept.get(`${name} ${key}`);
    if (known !== undefined && !known.isOver) return known as Measurement<Name>;
    const pool = this.measuring();
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

  /** A measure of a whole network; throws LIMIT_EXCEEDED when that is too large. */
  measureWhole<Name extends MeasureName>(name: Name, { key, columns }: NetworkFacts): Measurement<Name> {
    if (columns === null) throw this.tooLarge();
    return this.measure(name, key, columns);
  }

  /** Says of a network that it has more ties than are measured. */
  tooLarge(): HubError {
    const { networkTies: allowed } = this.place.limits;
    return new HubError(
      'LIMIT_EXCEEDED',
      `networkTies: a network of more than ${allowed} links and agreements is not measured; choose a smaller one, by area, kind, category or day.`,
      { limit: 'networkTies', allowed },
    );
  }

  async close(): Promise<void> {
    await Promise.all([this.graphs?.destroy(), this.measures?.destroy()]);
  }

  private thread(): Piscina {
    // Those that measure begin while the first network is read.
    this.measuring();
    return (this.graphs ??= graphThread(this.place));
  }

  private measuring(): Piscina {
    return (this.measures ??= measuringThreads());
  }
}

const everything: NetworkSelection = {
  area: null,
  edgeKinds: null,
  partnerKinds: null,
  categories: null,
  heldOn: null,
  degreeMax: null,
};

/** Parameters of the process, such as reading source maps, would make a thread begin later. */
const execArgv: string[] = [];

function graphThread({ primary, limits }: Pick<BackgroundPlace, 'primary' | 'limits'>): Piscina {
  return new Piscina({
    filename: builtFile('subgraphs/partners/network/graph.worker.js'),
    minThreads: 1,
    maxThreads: 1,
    execArgv,
    workerData: {
      address: primary,
      statementMs: limits.statementMs,
      tiesMax: limits.networkTies,
    } satisfies GraphThreadData,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
}

function measuringThreads(): Piscina {
  return new Piscina({
    filename: builtFile('subgraphs/partners/network/measures.worker.js'),
    minThreads: measureThreads,
    maxThreads: measureThreads,
    execArgv,
    maxQueue: measuresWaiting,
    // Requests come first.
    niceIncrement: 10,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, stackSizeMb: stackMb },
  });
}
