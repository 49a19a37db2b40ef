import type { Scene, SceneNode } from '../scene/scene.js';
import { neighboursOf } from '../scene/scene.js';
import { nearestTowards } from '../scene/view.js';

/** What the keys of the picture do. */
export interface Commands {
  select(id: string | null): void;
  inspect(): void;
  expand(id: string): void;
  hide(id: string): void;
  /** Takes a node as the next end of a way. */
  end(id: string): void;
  fit(): void;
  zoom(factor: number): void;
  undo(): void;
  redo(): void;
  clear(): void;
  help(): void;
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
const nearer = 1.5;

/** The node about which `[` and `]` go round. */
export interface Walk {
  around: string | null;
}

/** Does what a key means; yields whether it means anything. */
export function press(
  key: string,
  scene: Scene,
  selected: string | null,
  walk: Walk,
  commands: Commands,
): boolean {
  const direction = directions[key];
  if (direction !== undefined) {
    const next = step(scene, selected, direction);
    walk.around = next?.id ?? selected;
    commands.select(walk.around);
    return true;
  }
  if (key === '[' || key === ']') {
    commands.select(neighbour(scene, selected, walk, key === ']' ? 1 : -1));
    return true;
  }
  return onPicture(key, commands) || onNode(key, selected, commands);
}

function onPicture(key: string, commands: Commands): boolean {
  const actions: Readonly<Record<string, () => void>> = {
    f: () => commands.fit(),
    '+': () => commands.zoom(nearer),
    '=': () => commands.zoom(nearer),
    '-': () => commands.zoom(1 / nearer),
    u: () => commands.undo(),
    U: () => commands.redo(),
    Escape: () => commands.clear(),
    '?': () => commands.help(),
  };
  const action = actions[key];
  action?.();
  return action !== undefined;
}

function onNode(key: string, selected: string | null, commands: Commands): boolean {
  if (selected === null) return false;
  const actions: Readonly<Record<string, () => void>> = {
    Enter: () => commands.inspect(),
    e: () => commands.expand(selected),
    h: () => commands.hide(selected),
    p: () => commands.end(selected),
  };
  const action = actions[key];
  action?.();
  return action !== undefined;
}

/** Who has most neighbours, when one begins; else the nearest in a direction. */
function step(scene: Scene, selected: string | null, direction: readonly [number, number]): SceneNode | null {
  const from = selected === null ? undefined : scene.nodes.get(selected);
  if (from !== undefined) return nearestTowards(scene.nodes.values(), from, direction);
  const [first] = [...scene.nodes.values()].sort((one, other) => other.degree - one.degree);
  return first ?? null;
}

function neighbour(scene: Scene, selected: string | null, walk: Walk, by: 1 | -1): string | null {
  if (selected === null) return step(scene, null, [1, 0])?.id ?? null;
  const ids = (around: string) => neighboursOf(scene, around).map(({ id }) => id);
  if (walk.around === null || !ids(walk.around).includes(selected)) walk.around = selected;
  const round = ids(walk.around);
  const at = round.indexOf(selected);
  const next = at === -1 ? (by === 1 ? 0 : round.length - 1) : (at + by + round.length) % round.length;
  return round[next] ?? selected;
}
