import { useCallback, useEffect, useRef, useState } from 'react';
import { type CombinedError, useQuery } from 'urql';
import type { Trusted } from './client.js';
import { useChangeCount } from './change.js';
import { type Refusal, refusalsOf } from './refusal.js';

/** How a subgraph took part in an answer. */
export interface PartState {
  /** `ok`: it answered; `stale`: its figures are older than they should be; `unavailable`: it did not answer. */
  status: 'ok' | 'stale' | 'unavailable';
  /** The time that its figures are of; null where there are none. */
  asOf: string | null;
}
export type Parts = Readonly<Record<string, PartState>>;

/** What is known of a question. */
export interface Answer<Data> {
  /** The last answer to these variables, also when a later attempt failed; undefined while there is none. Fields of a failed subgraph are null. */
  data: Data | undefined;
  parts: Parts;
  refusals: readonly Refusal[];
  /** Whether the hub could not be reached at the last attempt. */
  isOffline: boolean;
  /** Whether nothing is known yet. */
  isLoading: boolean;
  isRenewing: boolean;
  refresh(): void;
}

export interface AskOptions {
  /** Asks again so often, in milliseconds, while the page is seen. */
  every?: number;
  /** Does not ask while true. */
  pause?: boolean;
}

/** Asks the hub, and again after each change that this page made. */
export function useAsk<Data, Variables extends object>(
  document: Trusted<Data, Variables>,
  variables: Variables,
  { every, pause = false }: AskOptions = {},
): Answer<Data> {
  const [result, execute] = useQuery<Data, Variables>({ query: document, variables, pause } as never);
  const refresh = useCallback(() => {
    if (!pause) execute({ requestPolicy: 'network-only' });
  }, [execute, pause]);
  useEvery(refresh, pause ? undefined : every);
  useAfterChange(refresh);
  const kept = useKept(JSON.stringify([document.documentId, variables]), result);
  return {
    data: pause ? undefined : kept.data,
    parts: kept.parts,
    refusals: refusalsOf(result.error),
    isOffline: isOffline(result.error),
    isLoading: !pause && kept.data === undefined && result.error === undefined,
    isRenewing: result.fetching || result.stale,
    refresh,
  };
}

const isOffline = (error: CombinedError | undefined) => error?.networkError !== undefined;

interface Result<Data> {
  data?: Data | null | undefined;
  extensions?: Record<string, unknown> | undefined;
  fetching: boolean;
}
interface Kept<Data> {
  key: string;
  data: Data | undefined;
  parts: Parts;
}

/** Keeps the last answer while a later attempt fails: figures with their time are better than none. */
function useKept<Data>(key: string, { data, extensions, fetching }: Result<Data>): Kept<Data> {
  const [kept, setKept] = useState<Kept<Data>>({ key, data: undefined, parts: {} });
  const parts = (extensions?.['hub'] as { subgraphs?: Parts } | undefined)?.subgraphs;
  const isNew = data != null && !(fetching && kept.key !== key) && (kept.data !== data || kept.key !== key);
  const next: Kept<Data> = isNew
    ? { key, data, parts: parts ?? kept.parts }
    : kept.key === key
      ? kept
      : { key, data: undefined, parts: {} };
  if (next !== kept && (isNew || kept.key !== key)) setKept(next);
  return next;
}

function useEvery(refresh: () => void, every: number | undefined): void {
  useEffect(() => {
    if (every === undefined) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') refresh();
    }, every);
    return () => clearInterval(timer);
  }, [refresh, every]);
}

function useAfterChange(refresh: () => void): void {
  const count = useChangeCount();
  const seen = useRef(count);
  useEffect(() => {
    if (seen.current === count) return;
    seen.current = count;
    refresh();
  }, [count, refresh]);
}
