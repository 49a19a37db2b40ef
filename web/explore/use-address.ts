import { useCallback, useState } from 'react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ExploreSearch } from './search.js';

const route = getRouteApi('/explore');
/** So many steps can be taken back. */
const stepsMax = 50;

/** The scene as the address holds it, and how to change it. */
export interface Address {
  search: ExploreSearch;
  /** Changes the scene; it can be undone. */
  change(patch: ExploreSearch): void;
  /** Looks at something else in the same scene. */
  look(patch: Pick<ExploreSearch, 'sel' | 'tab' | 'way' | 'asOf'>): void;
  undo(): void;
  redo(): void;
  canUndo: boolean;
  canRedo: boolean;
}

/** Yields the scene of the address; every change is a step that can be taken back and done again. */
export function useAddress(): Address {
  const search: ExploreSearch = route.useSearch();
  const navigate = useNavigate();
  const [past, setPast] = useState<readonly ExploreSearch[]>([]);
  const [future, setFuture] = useState<readonly ExploreSearch[]>([]);
  const go = useCallback(
    (next: ExploreSearch, replace = false) => void navigate({ to: '/explore', search: next, replace }),
    [navigate],
  );
  const [before] = past.slice(-1);
  const [after] = future.slice(-1);
  return {
    search,
    change: (patch) => {
      setPast([...past, search].slice(-stepsMax));
      setFuture([]);
      go({ ...search, ...patch });
    },
    look: (patch) => go({ ...search, ...patch }, true),
    undo: () => {
      if (before === undefined) return;
      setPast(past.slice(0, -1));
      setFuture([...future, search]);
      go(before);
    },
    redo: () => {
      if (after === undefined) return;
      setFuture(future.slice(0, -1));
      setPast([...past, search]);
      go(after);
    },
    canUndo: before !== undefined,
    canRedo: after !== undefined,
  };
}
