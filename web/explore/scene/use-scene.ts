import { useCallback, useMemo } from 'react';
import { type Answer, type Parts } from '../../kit/ask.js';
import { useAskNamed } from '../../kit/named.js';
import type { Refusal } from '../../kit/refusal.js';
import {
  ExploreChanges,
  ExploreCommunities,
  type ExploreCommunitiesQuery,
  ExplorePath,
  type ExplorePathQuery,
} from '../../operations.js';
import type { ExploreSearch } from '../search.js';
import { collapse } from './city.js';
import { filterOf } from './filter.js';
import { merge } from './merge.js';
import type { Scene } from './scene.js';
import { useAround, useNetwork } from './use-parts.js';
import { useWaiting, type Waiting } from './use-waiting.js';
import { changedScene, visible } from './view.js';
import { withWays } from './ways.js';

/** What is drawn, and what is known of how it came about. */
export interface SceneAnswer {
  scene: Scene;
  /** Before anything was hidden: what the legend counts. */
  whole: Scene;
  refusals: readonly Refusal[];
  /** How the subgraphs took part in what is drawn. */
  subgraphs: Parts;
  isLoading: boolean;
  waiting: Waiting;
  refresh(): void;
  /** Seeds that are tied to nobody. */
  alone: readonly string[];
  path: Answer<ExplorePathQuery>;
  /** Of the network that is drawn or of which a part is drawn; null where nothing is. */
  facts: { density: number; components: number; modularity?: number | null; dataVersion: string } | null;
  /** How much has begun and ended, where two days are compared. */
  changes: { added: number; ended: number } | null;
  communities: ExploreCommunitiesQuery['linkCommunities'] | null;
}

/** Asks for everything that an address draws, and puts it together. */
export function useScene(search: ExploreSearch): SceneAnswer {
  const { q, open, a, b, asOf, since, types, hide } = search;
  const filter = filterOf(search);
  const compares = asOf !== undefined && since !== undefined && since < asOf;
  const network = useNetwork(search, compares);
  const around = useAround(search, compares);
  const path = useAskNamed(
    ExplorePath,
    { from: a ?? '', to: b ?? '', filter },
    { pause: a === undefined || b === undefined || a === b },
  );
  const compared = useAskNamed(
    ExploreChanges,
    { from: since ?? '', to: asOf ?? '', filter },
    { pause: !compares },
  );
  const groups = useAskNamed(ExploreCommunities, { filter }, { pause: q !== 'city' || compares });
  const changes = compared.data?.linkNetworkChanges ?? null;
  const communities = groups.data?.linkCommunities ?? null;
  const ways = path.data?.linkPath ?? null;
  const { parts, places } = network.parts.length === 0 ? around : network;
  const more = network.parts.length === 0 ? nothing : around.parts;
  const whole = useMemo(() => {
    const merged = changes === null ? merge([...parts, ...more], places) : changedScene(changes);
    const base = q === 'city' && !compares ? collapse(merged, knownOf(communities), open ?? []) : merged;
    return withWays(base, ways ?? []);
  }, [parts, more, places, changes, communities, ways, q, open, compares]);
  const asked = [network, around, path, compared, groups];
  const refusals = asked.flatMap((each) => each.refusals);
  const refresh = useRefresh(asked.map((each) => each.refresh));
  return {
    whole,
    scene: useMemo(() => visible(whole, types, hide), [whole, types, hide]),
    refusals,
    subgraphs: { ...path.parts, ...compared.parts, ...around.subgraphs, ...network.subgraphs },
    isLoading: asked.some(({ isLoading }) => isLoading),
    waiting: useWaiting({ refusals, refresh, isRenewing: asked.some((each) => each.isRenewing) }, filter),
    refresh,
    alone: around.alone,
    path,
    facts: network.facts ?? around.facts,
    changes: changes && { added: changes.addedCount, ended: changes.endedCount },
    communities,
  };
}

const nothing: readonly never[] = [];

function useRefresh(all: readonly (() => void)[]): () => void {
  // The list is as long at each call.
  return useCallback(() => all.forEach((each) => each()), all);
}

const knownOf = (communities: ExploreCommunitiesQuery['linkCommunities'] | null) =>
  (communities?.communities ?? []).map(({ community, size, greatest: [first] }) => ({
    community,
    size,
    greatest: first?.organization?.name ?? first?.partner?.name ?? first?.project?.name ?? null,
  }));
