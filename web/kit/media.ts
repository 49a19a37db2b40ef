import { useSyncExternalStore } from 'react';

/** Makes a hook that says whether a media query holds, and again when that changes. */
export function mediaHook(text: string): () => boolean {
  const query = matchMedia(text);
  const subscribe = (listener: () => void) => {
    query.addEventListener('change', listener);
    return () => query.removeEventListener('change', listener);
  };
  return () => useSyncExternalStore(subscribe, () => query.matches);
}

/** Whether there is room for one column only. */
export const useIsNarrow = mediaHook('(max-width: 700px)');

/** Whether the reader's system lets things move; read when something is drawn. */
export const isMoving = (): boolean => !matchMedia('(prefers-reduced-motion: reduce)').matches;
