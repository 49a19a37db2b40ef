import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Registry } from 'prom-client';
import { mayWrite } from '#shared/viewer.js';
import type { Asked } from '../intake.js';
import type { Asking } from '../source.js';
import { Entry, type Versions } from './entry.js';
import { Joins, type Making } from './joins.js';
import { type Keys, keysOnce } from './key.js';
import { cacheMetrics, type Result } from './metrics.js';

/** Of one answer; a longer one is a list that few ask for twice. */
const entryMaxBytes = 1024 * 1024;
/** What an entry takes besides its text and key. */
const entryOwnBytes = 1_024;
/** Distinct `Accept` headers of a hub's clients are few. */
const acceptsMax = 100;
const acceptMaxLength = 200;

export interface CacheOptions {
  /** What is known of the data behind the supergraph that is served, and the supergraph's number. */
  served(): { versions: Versions; generation: number };
  /** Whether the databases are asked before each use, or only for viewers who may write. */
  isStrict: boolean;
  maxBytes: number;
  registry: Registry;
}

/** One question to the hub, as it was let in. */
export interface Question {
  request: FastifyRequest;
  asked: Asked;
  context: Asking;
}

/** A kept answer that holds, or what is to be done with the one that will be made. */
export type Found = Kept | Missed;

export interface Kept {
  entry: Entry;
  /** How the answer is sent to a client that accepts what this one does. */
  contentType: string;
  /** Yields its two parts. */
  parts(): [head: Buffer, tail: string];
}

export interface Missed {
  entry: null;
  /** To be called with the answer when it is one to keep, and with null for every other, however it came about. */
  made(answer: MadeAnswer | null): void;
}

export interface MadeAnswer {
  text: string;
  contentType: string;
}

const notKept: Missed = { entry: null, made: () => undefined };

/**
 * Keeps whole answers to queries, and gives one again while every subgraph that it was made of is at the same version as before it was
 * read. What is known in this process counts at once; what other processes write is heard of within a second, and is asked for in the
 * database before each use when the viewer may have written it, or for everybody when the cache is strict.
 */
export class AnswerCache {
  private readonly keysOf = keysOnce();
  private readonly joins = new Joins();
  private readonly contentTypes = new LRUCache<string, string>({ max: acceptsMax });
  private readonly metrics;
  private readonly entries;

  constructor(private readonly options: CacheOptions) {
    this.metrics = cacheMetrics(options.registry);
    this.entries = new LRUCache<string, Entry>({
      maxSize: options.maxBytes,
      maxEntrySize: entryMaxBytes,
      // A JavaScript string may take two bytes a character.
      sizeCalculation: ({ bytes }, key) => bytes + 2 * key.length + entryOwnBytes,
      dispose: (_entry, _key, reason) => {
        if (reason === 'evict') this.metrics.evicted();
      },
    });
    this.metrics.watch({
      bytes: () => this.entries.calculatedSize,
      entries: () => this.entries.size,
      versions: () => options.served().versions,
    });
  }

  /** Looks for an answer; yields at once what needs no question to a database. */
  find(question: Question): Found | Promise<Found> {
    const { request, asked, context } = question;
    const { versions, generation } = this.options.served();
    const keys = this.keysOf(request, asked, context.viewer, generation);
    if (keys === null) return notKept;
    const accept = request.headers.accept ?? '';
    const entry = this.entries.get(keys.shared) ?? this.entries.get(keys.own);
    const look: Look = { question, keys, versions, accept, entry };
    if (wantsFresh(request.headers['cache-control'])) return this.missed(look, 'fresh', null);
    if (this.options.isStrict || mayWrite(context.viewer)) return this.checked(look);
    const [result, contentType] = this.resultOf(look);
    return contentType === null
      ? this.joined(look, result)
      : this.kept(look, entry as Entry, result, contentType);
  }

  /** Yields how an entry stands, and when it may be given, in which form. */
  private resultOf({ entry, versions, accept }: Look): [Result, contentType: string | null] {
    const contentType = this.contentTypes.get(accept);
    if (entry === undefined || contentType === undefined) return ['absent', null];
    const standing = entry.standing(versions);
    return [standing, standing === 'hit' ? contentType : null];
  }

  /**
   * Uses an entry only when the databases say that nothing was written since. In a strict cache an equal question may be joined that knew
   * as much when it began; viewers who may write in another one do not wait for what only that needs to know.
   */
  private async checked(look: Look): Promise<Found> {
    const { versions, entry } = look;
    const names = this.options.isStrict ? [...versions.keys()] : (entry?.names ?? []);
    const answers = await Promise.all(
      names.map(async (name) => [name, await versions.get(name)?.check()] as const),
    );
    const silent = answers.filter(([, answer]) => answer !== true).map(([name]) => name);
    if (entry?.names.some((name) => silent.includes(name))) return this.missed(look, 'unknown', null);
    const [result, contentType] = this.resultOf(look);
    if (contentType !== null) return this.kept(look, entry as Entry, result, contentType);
    return this.options.isStrict && silent.length === 0
      ? this.joined(look, result)
      : this.missed(look, result, null);
  }

  /**
   * Waits for the answer to an equal question that is being made. One that begins after a write was acknowledged must not join one that
   * began before: both must have known the same of every subgraph when they began.
   */
  private joined(look: Look, result: Result): Found | Promise<Found> {
    const { keys, versions, entry } = look;
    const state = stateOf(versions);
    if (state === null) return this.missed(look, result, null);
    // What was everybody's the last time will be again; should it not be, who waited makes an answer of its own.
    const key = `${state} ${entry?.isPersonal === false ? keys.shared : keys.own}`;
    const waiting = this.joins.wait(key);
    if (waiting === null) return this.missed(look, result, this.joins.begin(key));
    return waiting.then((made) => {
      const contentType = this.contentTypes.get(look.accept);
      const isForAll = made !== null && (!made.isPersonal || entry?.isPersonal !== false);
      if (!isForAll || contentType === undefined) return this.missed(look, result, null);
      return this.kept(look, made, 'joined', contentType);
    });
  }

  private kept(
    { question: { context }, versions }: Look,
    entry: Entry,
    result: Result,
    contentType: string,
  ): Kept {
    this.metrics.count(result);
    const { requestId, touched } = context;
    return { entry, contentType, parts: () => entry.answer(requestId, touched, versions) };
  }

  private missed({ question, keys, versions, accept }: Look, result: Result, making: Making | null): Missed {
    this.metrics.count(result);
    const { requestId, touched, record, operation } = question.context;
    return {
      entry: null,
      made: (answer) => {
        const isQuery = record.operationType === 'query' && record.outcome === 'ok';
        const entry =
          answer === null || !isQuery || operation.cost === null
            ? null
            : Entry.of({ text: answer.text, requestId, touched, cost: operation.cost });
        if (entry !== null && answer !== null) {
          if (accept.length <= acceptMaxLength) this.contentTypes.set(accept, answer.contentType);
          // What was written to meanwhile is good for those who waited, and for nobody else.
          if (entry.standing(versions) === 'hit')
            this.entries.set(entry.isPersonal ? keys.own : keys.shared, entry);
        }
        making?.done(entry);
      },
    };
  }
}

interface Look {
  question: Question;
  keys: Keys;
  versions: Versions;
  accept: string;
  entry: Entry | undefined;
}

/** Whether a client wants an answer that is made for it (RFC 9111, 5.2.1). */
const wantsFresh = (cacheControl: string | undefined): boolean =>
  cacheControl !== undefined && /(?:^|[,\s])no-(?:cache|store)(?:$|[,\s=])/i.test(cacheControl);

/** Yields what is known of all subgraphs at this moment; null when it is not known of each. */
function stateOf(versions: Versions): string | null {
  let state = '';
  for (const each of versions.values()) {
    const known = each.known();
    if (known === null) return null;
    state += `${known.version} `;
  }
  return state;
}
