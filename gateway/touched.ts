import type { ExecutionResult } from 'graphql';
import type { DataAge } from '#shared/data-age.js';
import { isFault } from './answer/check.js';
import { Tags } from './cache/tags.js';
import type { SourceFor } from './source.js';

/** How a subgraph took part in a request. */
export interface SubgraphState {
  /** `ok`: it answered; `stale`: its figures are older than they should be; `unavailable`: fields of it are missing through a fault. */
  status: 'ok' | 'stale' | 'unavailable';
  /** The time that its figures are of (ISO 8601); null where there are none. */
  asOf: string | null;
}

const worse: Record<SubgraphState['status'], number> = { ok: 0, stale: 1, unavailable: 2 };

/** Notes each subgraph that a request touches. */
export class Touched {
  private readonly states = new Map<string, SubgraphState>();
  private readonly givenUp = new Set<string>();
  /** What the answer is made of. */
  readonly tags = new Tags();

  /** Of several fetches the worst status counts, and the oldest time. */
  note(subgraph: string, { status, asOf }: SubgraphState): void {
    const known = this.states.get(subgraph);
    if (known === undefined) {
      this.states.set(subgraph, { status, asOf });
      return;
    }
    if (worse[status] > worse[known.status]) known.status = status;
    if (known.asOf === null || (asOf !== null && asOf < known.asOf)) known.asOf = asOf;
  }

  /** Notes that a subgraph gave no answer at all. */
  giveUp(subgraph: string): void {
    this.givenUp.add(subgraph);
  }

  /** Whether a subgraph gave no answer to an earlier part of the request. */
  hasGivenUp(subgraph: string): boolean {
    return this.givenUp.has(subgraph);
  }

  /** Whether nothing is missing, and nothing older than it should be. */
  get isFresh(): boolean {
    return [...this.states.values()].every(({ status }) => status === 'ok');
  }

  toJSON(): Record<string, SubgraphState> {
    return Object.fromEntries(this.states);
  }
}

/** Makes sources note for each request which subgraphs it touched, and how they did. */
export function noting(sourceFor: SourceFor): SourceFor {
  return (name) => {
    const source = sourceFor(name);
    return async (fetch) => {
      const began = new Date().toISOString();
      const answer = await source(fetch);
      fetch.touched?.note(name, stateOf(answer, began));
      fetch.touched?.tags.note(answer);
      return answer;
    };
  };
}

/** Yields how a subgraph took part in one fetch, asked at a time. */
export function stateOf(answer: ExecutionResult, began: string): SubgraphState {
  const { asOf, status } = ageOf(answer, began);
  const isMissing = answer.errors?.some(isFault) === true;
  return { status: isMissing ? 'unavailable' : status, asOf: answer.data == null && isMissing ? null : asOf };
}

/** A subgraph says how old its figures are; one that does not say read them when it was asked. */
export function ageOf({ extensions }: ExecutionResult, asked: string): DataAge {
  const { asOf = asked, status = 'ok' } = (extensions?.['hub'] ?? {}) as Partial<DataAge>;
  return { asOf, status };
}
