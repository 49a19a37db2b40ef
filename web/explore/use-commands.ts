import type { Commands } from './canvas/keys.js';
import { communityIn } from './scene/city.js';
import type { Address } from './use-address.js';

/** Yields what can be done with a node and with the picture. */
export function useCommands(
  { search, change, look, undo, redo }: Address,
  outside: { reveal(id: string): void; inspect(): void; help(): void },
): Omit<Commands, 'fit' | 'zoom'> {
  const { seed = [], hide = [], open = [], sel, a } = search;
  return {
    select: (id) => {
      if (id !== null) outside.reveal(id);
      if ((id ?? undefined) !== sel) look({ sel: id ?? undefined });
    },
    expand: (id) => {
      const community = communityIn(id);
      if (community !== null) change({ open: [...new Set([...open, community])], sel: undefined });
      else change({ seed: [...new Set([...seed, id])], sel: id });
    },
    hide: (id) => change({ hide: [...new Set([...hide, id])], sel: sel === id ? undefined : sel }),
    end: (id) => change(a === undefined ? { a: id, way: undefined } : { b: id, way: undefined }),
    clear: () => {
      if (sel !== undefined) look({ sel: undefined });
      else if (a !== undefined || search.b !== undefined)
        change({ a: undefined, b: undefined, way: undefined });
    },
    undo,
    redo,
    ...outside,
  };
}
