import { useCallback, useMemo } from 'react';
import { type Parts as Subgraphs } from '../../kit/ask.js';
import { useAskNamed } from '../../kit/named.js';
import type { Refusal } from '../../kit/refusal.js';
import {
  ExploreAround,
  ExploreAroundUnmeasured,
  ExploreNetwork,
  ExploreNetworkUnmeasured,
} from '../../operations.js';
import type { ExploreSearch } from '../search.js';
import { filterOf } from './filter.js';
import type { Part, Places } from './merge.js';
import { nodesMax } from './scene.js';
import { type EachAnswer, useEach } from './use-each.js';

/** Networks to be put into one picture, and what is known of them. */
export interface Parts {
  parts: readonly Part[];
  /** Where nodes stand on every day; empty where no day was chosen. */
  places: Places;
  facts: Facts | null;
  refusals: readonly Refusal[];
  /** How the subgraphs took part. */
  subgraphs: Subgraphs;
  isLoading: boolean;
  isRenewing: boolean;
  refresh(): void;
}
interface Facts {
  density: number;
  components: number;
  modularity?: number | null;
  dataVersion: string;
}

const drawsNetwork = new Set<ExploreSearch['q']>(['city', 'all', 'brokers', 'cutPoints']);
const isTooLarge = (refusals: readonly Refusal[]) => refusals.some(({ code }) => code === 'LIMIT_EXCEEDED');
const mapOf = (nodes: readonly { id: string; x: number; y: number }[]): Places =>
  new Map(nodes.map(({ id, x, y }) => [id, { x, y }]));

/** The network itself, where the question asks for a picture of it. One that is too large to be measured is asked for without measures. */
export function useNetwork(search: ExploreSearch, isPaused: boolean): Parts {
  const pause = isPaused || !drawsNetwork.has(search.q);
  const filter = filterOf(search);
  const measured = useAskNamed(ExploreNetwork, { filter, maxNodes: nodesMax }, { pause });
  const tooLarge = isTooLarge(measured.refusals);
  const plain = useAskNamed(
    ExploreNetworkUnmeasured,
    { filter, maxNodes: nodesMax },
    { pause: pause || !tooLarge },
  );
  const always = useAskNamed(
    ExploreNetworkUnmeasured,
    { filter: filterOf({ ...search, asOf: undefined }), maxNodes: nodesMax },
    { pause: pause || search.asOf === undefined },
  );
  const network = measured.data?.linkNetwork ?? plain.data?.linkNetwork ?? null;
  const standing = always.data?.linkNetwork ?? null;
  const parts = useMemo(() => (network === null ? [] : [{ about: null, network }]), [network]);
  const places = useMemo(() => mapOf(standing?.nodes ?? []), [standing]);
  const [again, plainly] = [measured.refresh, plain.refresh];
  return {
    parts,
    places,
    facts: network,
    refusals: tooLarge ? plain.refusals : measured.refusals,
    subgraphs: { ...measured.parts, ...plain.parts },
    isLoading: measured.isLoading || plain.isLoading,
    isRenewing: measured.isRenewing || plain.isRenewing,
    refresh: useCallback(() => {
      again();
      plainly();
    }, [again, plainly]),
  };
}

type AnyAround = EachAnswer<
  { readonly egoNetwork: (Part['network'] & Facts & { readonly truncated: boolean }) | null },
  { readonly id: string }
>;

/** What is around each of the nodes that were chosen, in their order. */
export function useAround(search: ExploreSearch, isPaused: boolean): Parts & { alone: readonly string[] } {
  const ids = isPaused ? [] : (search.seed ?? []);
  const asks = (filter: ReturnType<typeof filterOf>, isAsked: boolean) =>
    (isAsked ? ids : []).map((id) => ({ id, filter, maxNodes: nodesMax }));
  const measured = useEach(ExploreAround, asks(filterOf(search), true));
  const tooLarge = isTooLarge(measured.refusals);
  const plain = useEach(ExploreAroundUnmeasured, asks(filterOf(search), tooLarge));
  const always = useEach(
    ExploreAroundUnmeasured,
    asks(filterOf({ ...search, asOf: undefined }), search.asOf !== undefined),
  );
  const found = (tooLarge ? plain : measured) as AnyAround;
  const standing = always as AnyAround;
  const { parts, alone, facts } = useMemo(() => partsOf(found.answered), [found.answered]);
  const places = useMemo(() => mapOf(partsOf(standing.answered).nodes), [standing.answered]);
  return {
    parts,
    places: ids.length === 1 ? places : none,
    facts,
    alone,
    refusals: found.refusals,
    subgraphs: found.subgraphs,
    isLoading: found.isLoading,
    isRenewing: found.isRenewing,
    refresh: found.refresh,
  };
}

const none: Places = new Map();

function partsOf(answered: AnyAround['answered']) {
  const networks = answered.flatMap(({ variables, data }) =>
    data?.egoNetwork == null ? [] : [{ about: variables.id, network: data.egoNetwork }],
  );
  return {
    parts: networks,
    facts: networks[0]?.network ?? null,
    nodes: networks.flatMap(
      ({ network }) => network.nodes as readonly { id: string; x: number; y: number }[],
    ),
    alone: answered.flatMap(({ variables, data }) => (data?.egoNetwork === null ? variables.id : [])),
  };
}
