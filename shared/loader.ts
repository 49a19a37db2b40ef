import DataLoader from 'dataloader';

/** As many keys as PostgreSQL plans well in one `= any(…)`, and a bound on what one request may gather. */
const batchMax = 1_000;

/** Batches reads that yield one value or null for each key; order and missing keys are solved here. */
export function oneByKey<V>(
  fetch: (keys: readonly string[]) => Promise<V[]>,
  keyOf: (value: V) => string,
): DataLoader<string, V | null> {
  return new DataLoader(
    async (keys) => {
      const found = new Map((await fetch(keys)).map((value) => [keyOf(value), value]));
      return keys.map((key) => found.get(key) ?? null);
    },
    { maxBatchSize: batchMax },
  );
}

/** Batches reads that yield a list for each key. */
export function manyByKey<V>(
  fetch: (keys: readonly string[]) => Promise<V[]>,
  keyOf: (value: V) => string,
): DataLoader<string, V[]> {
  return new DataLoader(
    async (keys) => {
      const found = Map.groupBy(await fetch(keys), keyOf);
      return keys.map((key) => found.get(key) ?? []);
    },
    { maxBatchSize: batchMax },
  );
}

/** Keeps one loader for each set of arguments: all parents of a list ask with the same arguments, so they share a batch. */
export function byArguments<A, L>(make: (args: A) => L): (args: A) => L {
  const loaders = new Map<string, L>();
  return (args) => {
    const key = JSON.stringify(args);
    const known = loaders.get(key);
    if (known !== undefined) return known;
    const made = make(args);
    loaders.set(key, made);
    return made;
  };
}
