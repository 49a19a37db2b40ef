import { edgeKinds, partnerKinds, resourceCategories } from '../kit/codes.js';
import { dayIn, oneOf, type Search, someOf, textIn } from '../kit/search.js';

const keysOf = <Key extends string>(labels: Readonly<Record<Key, unknown>>) => Object.keys(labels) as Key[];

/** What can be asked; the first four draw the whole network, the others are lists. */
export const questions = [
  'city',
  'all',
  'brokers',
  'cutPoints',
  'withoutLink',
  'idle',
  'singleSource',
  'gaps',
] as const;
export type Question = (typeof questions)[number];

/** What a node is for who looks at the picture: an organization, a project, or a kind of partner. */
export const nodeTypes = ['ORGANIZATION', ...keysOf(partnerKinds), 'PROJECT'] as const;
export type NodeType = (typeof nodeTypes)[number];

export const metrics = ['degree', 'betweenness', 'same'] as const;
export type Metric = (typeof metrics)[number];

export const tabs = ['nodes', 'edges', 'metrics'] as const;
export type Tab = (typeof tabs)[number];

/** What the address of this page holds: the whole scene, so that a link shows another person the same picture. */
export interface ExploreSearch {
  q?: Question | undefined;
  /** Ids of nodes whose neighbours are drawn; the first is where one began. */
  seed?: string[] | undefined;
  /** Communities of the overview that are shown with their nodes. */
  open?: string[] | undefined;
  /** Ends of a way, and which of the ways is looked at. */
  a?: string | undefined;
  b?: string | undefined;
  way?: string | undefined;
  area?: string | undefined;
  kind?: (keyof typeof partnerKinds)[] | undefined;
  category?: (keyof typeof resourceCategories)[] | undefined;
  edge?: (keyof typeof edgeKinds)[] | undefined;
  /** The day that the picture is of; every day when left out. */
  asOf?: string | undefined;
  /** An earlier day that `asOf` is compared with. */
  since?: string | undefined;
  metric?: Metric | undefined;
  /** Types of nodes that are drawn; all when left out. */
  types?: NodeType[] | undefined;
  /** Ids of nodes that were taken out by hand. */
  hide?: string[] | undefined;
  sel?: string | undefined;
  tab?: Tab | undefined;
}

/** As many nodes may be expanded or hidden one by one. */
const idsMax = 50;

function idsIn(found: unknown): string[] | undefined {
  if (!Array.isArray(found)) return undefined;
  const ids = found.flatMap((each) => textIn(each) ?? []).slice(0, idsMax);
  return ids.length === 0 ? undefined : [...new Set(ids)];
}

/** Reads it; what it does not know is left out. */
export const exploreSearch = (search: Search): ExploreSearch => ({
  q: oneOf(questions, search['q']),
  seed: idsIn(search['seed']),
  open: idsIn(search['open']),
  a: textIn(search['a']),
  b: textIn(search['b']),
  way: textIn(search['way']),
  area: textIn(search['area']),
  kind: someOf(keysOf(partnerKinds), search['kind']),
  category: someOf(keysOf(resourceCategories), search['category']),
  edge: someOf(keysOf(edgeKinds), search['edge']),
  asOf: dayIn(search['asOf']),
  since: dayIn(search['since']),
  metric: oneOf(metrics, search['metric']),
  types: someOf(nodeTypes, search['types']),
  hide: idsIn(search['hide']),
  sel: textIn(search['sel']),
  tab: oneOf(tabs, search['tab']),
});
