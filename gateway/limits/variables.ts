/** Yields how many levels of lists and objects a value has; counting ends behind `max`. Without recursion: that is what it guards. */
export function levelsOf(value: unknown, max: number): number {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= max; depth++) {
    const inside = level.filter((each): each is object => typeof each === 'object' && each !== null);
    if (inside.length === 0) return depth;
    level = inside.flatMap((each) => Object.values(each));
  }
  return max + 1;
}
