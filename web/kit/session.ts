import { useSyncExternalStore } from 'react';

const key = 'linkage-hub.token';
const listeners = new Set<() => void>();

/** The token of who is signed in; null for a stranger. It lives as long as the browser's tab: nobody finds it there tomorrow. */
export const token = (): string | null => sessionStorage.getItem(key);

/** Signs in by a token, or out by null. */
export function setToken(next: string | null): void {
  if (next === null) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, next);
  for (const listener of listeners) listener();
}

/** The header that says who asks. */
export function bearer(): Record<string, string> {
  const own = token();
  return own === null ? {} : { authorization: `Bearer ${own}` };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Yields the token, and again when it changes. */
export const useToken = (): string | null => useSyncExternalStore(subscribe, token);
