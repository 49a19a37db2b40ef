import { useCallback, useMemo } from 'react';
import type { Marked } from './canvas/marks.js';
import { useNodeName } from './node-types.js';
import { chosenWay } from './panes/path-panel.js';
import { edgeOf, neighboursOf, type SceneNode } from './scene/scene.js';
import type { SceneAnswer } from './scene/use-scene.js';
import type { ExploreSearch } from './search.js';
import { useLanguage } from '../kit/words.js';

const longest = { zh: 8, en: 16 } as const;

/** Shortens a name so that it can stand beside its node; the whole of it is in the inspector. */
function shortened(name: string, most: number): string {
  const letters = [...name];
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : name;
}

/** So many nodes have their full size; of more each is smaller, so that they stay apart. */
const roomy = 60;

function sizeBy(metric: ExploreSearch['metric'], nodes: number): (node: SceneNode) => number {
  const scale = Math.min(1, Math.sqrt(roomy / Math.max(nodes, 1)));
  return (node) => Math.max(3, scale * fullSize(metric, node));
}

function fullSize(metric: ExploreSearch['metric'], node: SceneNode): number {
  if (node.kind === 'COMMUNITY') return Math.min(13 + 2.4 * Math.sqrt(node.degree), 34);
  if (metric === 'same') return 10;
  if (metric === 'betweenness') return 8 + 18 * Math.sqrt(node.betweenness ?? 0);
  return Math.min(7 + 3 * Math.sqrt(node.degree), 24);
}

/** Yields how many neighbours of a node are not drawn. */
export function useMore({ scene }: Pick<SceneAnswer, 'scene'>): (node: SceneNode) => number {
  const drawn = useMemo(() => {
    const neighbours = new Map<string, Set<string>>();
    const note = (one: string, other: string) =>
      neighbours.set(one, (neighbours.get(one) ?? new Set()).add(other));
    for (const { source, target } of scene.edges) {
      note(source, target);
      note(target, source);
    }
    return neighbours;
  }, [scene]);
  return useCallback(
    ({ id, kind, degree }: SceneNode) =>
      kind === 'COMMUNITY' ? 0 : Math.max(0, degree - (drawn.get(id)?.size ?? 0)),
    [drawn],
  );
}

/** Yields everything that is drawn of a scene. */
export function useMarked(answer: SceneAnswer, search: ExploreSearch, moreOf: Marked['moreOf']): Marked {
  const name = useNodeName();
  const language = useLanguage();
  const { scene } = answer;
  const { sel = null, a = null, b = null, metric, way, since } = search;
  const ways = answer.path.data?.linkPath ?? null;
  const sizeOf = useMemo(() => sizeBy(metric, scene.nodes.size), [metric, scene]);
  return useMemo(() => {
    const chosen = chosenWay(ways ?? [], way);
    const onWay = chosen?.nodes.map(({ id }) => id) ?? [];
    const near = sel === null ? [] : neighboursOf(scene, sel).map(({ id }) => id);
    return {
      scene,
      labelOf: (node) => shortened(name(node), longest[language]),
      sizeOf,
      selected: sel,
      near: new Set([...onWay, ...near]),
      way: new Set(chosen?.edges.map((edge) => edgeOf(edge).key) ?? []),
      a,
      b,
      moreOf: since === undefined ? moreOf : () => 0,
      isCrowded: Math.max(scene.nodes.size, scene.edges.length * 0.75) > roomy,
    };
    // What `name` does follows from the language.
  }, [scene, ways, way, sel, a, b, sizeOf, language, moreOf, since]);
}
