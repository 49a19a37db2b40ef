import { useEffect, useState } from 'react';
import { useAskNamed } from '../../kit/named.js';
import type { Refusal } from '../../kit/refusal.js';
import { ExploreProgress, type ExploreProgressQueryVariables } from '../../operations.js';
import { nodesMax } from './scene.js';

/** How far measures are that take long. */
export interface Waiting {
  /** 0 to 1; null when nothing is being measured. */
  progress: number | null;
  /** Whether the person did not want to wait any longer. */
  isStopped: boolean;
  /** Whether something is being measured, also when nobody waits for it. */
  isMeasuring: boolean;
  stop(): void;
  resume(): void;
}

type Filter = ExploreProgressQueryVariables['filter'];
const pollMs = 1_000;

/** How far a measure is, as a refusal says that it goes on. */
const progressIn = (refusals: readonly Refusal[]): number | null => {
  const found = refusals.find(
    ({ code, extensions }) => code === 'UNAVAILABLE' && typeof extensions['progress'] === 'number',
  );
  return found === undefined ? null : (found.extensions['progress'] as number);
};

/** Watches measures that go on, and asks again when they are there; until the person stops it. */
export function useWaiting(
  asked: { refusals: readonly Refusal[]; isRenewing: boolean; refresh: () => void },
  filter: Filter,
): Waiting {
  const [stoppedFor, setStoppedFor] = useState<string | null>(null);
  const key = JSON.stringify(filter);
  const told = progressIn(asked.refusals);
  const [kept, setKept] = useState<{ key: string; progress: number } | null>(null);
  if (told !== null && (kept?.key !== key || kept.progress !== told)) setKept({ key, progress: told });
  // While it is asked again nothing is known, which is no end of waiting.
  const first = told ?? (asked.isRenewing && kept?.key === key ? kept.progress : null);
  const isStopped = stoppedFor === key;
  const isWaiting = first !== null && !isStopped;
  const { data } = useAskNamed(
    ExploreProgress,
    { filter, maxNodes: nodesMax },
    { pause: !isWaiting, ...(isWaiting ? { every: pollMs } : {}) },
  );
  const how = data?.linkNetworkProgress;
  const { refresh } = asked;
  const isReady = how?.isReady ?? false;
  useEffect(() => {
    if (!isWaiting) return;
    if (isReady) refresh();
    // Communities and what holds a network together have no progress of their own: they are asked for again.
    const timer = setInterval(refresh, 3 * pollMs);
    return () => clearInterval(timer);
  }, [isWaiting, isReady, refresh]);
  return {
    progress: isWaiting ? Math.max(first, ((how?.betweenness ?? 0) + (how?.layout ?? 0)) / 2) : null,
    isStopped: isStopped && first !== null,
    isMeasuring: first !== null,
    stop: () => setStoppedFor(key),
    resume: () => setStoppedFor(null),
  };
}
