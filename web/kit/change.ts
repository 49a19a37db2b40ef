import { useCallback, useState, useSyncExternalStore } from 'react';
import { useClient } from 'urql';
import type { Trusted } from './client.js';
import { type Refusal, refusalsOf } from './refusal.js';

let count = 0;
const listeners = new Set<() => void>();

/** Makes everything that is shown ask again. */
export function noteChange(): void {
  count += 1;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How many changes this page has made. */
export const useChangeCount = (): number => useSyncExternalStore(subscribe, () => count);

/** What a mutation answered; a typed problem is data. */
export type Changed<Data> = { data: Data; refusal: null } | { data: null; refusal: Refusal };

/** Yields what sends a mutation, and whether one is on its way. */
export function useChange<Data, Variables extends object>(
  document: Trusted<Data, Variables>,
): [(variables: Variables) => Promise<Changed<Data>>, boolean] {
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const change = useCallback(
    async (variables: Variables): Promise<Changed<Data>> => {
      setBusy(true);
      try {
        const { data, error } = await client.mutation<Data, Variables>(document, variables).toPromise();
        const [refusal] = refusalsOf(error);
        if (refusal !== undefined) return { data: null, refusal };
        if (data == null)
          return { data: null, refusal: { code: 'UNAVAILABLE', message: '', path: [], extensions: {} } };
        noteChange();
        return { data, refusal: null };
      } finally {
        setBusy(false);
      }
    },
    [client, document],
  );
  return [change, isBusy];
}

/** A key that makes a repeat of the same change answer with its first result. */
export const idempotencyKey = (): string => crypto.randomUUID();
