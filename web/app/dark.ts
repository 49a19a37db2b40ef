import { useSyncExternalStore } from 'react';

const query = matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether pages are dark: as chosen, else as the reader's system prefers. */
export function useIsDark(chosen: 'light' | 'dark' | undefined): boolean {
  const preferred = useSyncExternalStore(subscribe, () => query.matches);
  return chosen === undefined ? preferred : chosen === 'dark';
}
