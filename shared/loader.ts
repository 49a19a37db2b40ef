import DataLoader from 'dataloader';

/** As many keys as PostgreSQL plans well in one `= any(…)`, and a bound on what one request may gather. */
const batchMax = 1_000;

/** Yields what was found for each key of a batch. */
type Find<V> = (key: string) => V;

/**
 * A value that is still to be read, with others of its kind. Whoever holds a list of them asks their loader for all at once, which
 * costs one promise; whoever waits for one alone shares the batch of everybody that asks in the same turn.
 */
export class Read<V> implements PromiseLike<V> {
  constructor(
    readonly loader: Loader<unknown>,
    readonly key: string,
    private readonly made: ((found: unknown) => V) | null = null,
  ) {}

  /** Yields what is made of the value when it has been read; a mistake there is one of this value alone. */
  as<W>(make: (value: V) => W): Read<W> {
    return new Read(this.loader, this.key, (found) => make(this.of(found)));
  }

  /** Makes the value of what the loader found. */
  of(found: unknown): V {
    return this.made === null ? (found as V) : this.made(found);
  }

  then<Fulfilled = V, Rejected = never>(
    fulfilled?: ((value: V) => Fulfilled | PromiseLike<Fulfilled>) | null,
    rejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Fulfilled | Rejected> {
    return this.loader
      .loadMany([this.key])
      .then(([found]) => this.of(found))
      .then(fulfilled, rejected);
  }
}

/** Reads values in batches: a key is read once in an operation, with all keys that are asked for in the same turn. */
export class Loader<V> {
  private readonly batches = new Map<string, Promise<Find<V>>>();
  private turns: DataLoader<readonly string[], V[]> | null = null;

  constructor(
    private readonly fetch: (keys: readonly string[]) => Promise<Find<V>>,
    private readonly max = Number.POSITIVE_INFINITY,
  ) {}

  load(key: string): Read<V> {
    return new Read<V>(this as Loader<unknown>, key);
  }

  /** Yields the values of keys in their order; rejects when any of them cannot be read. */
  loadMany(keys: readonly string[]): Promise<V[]> {
    // Its keys are lists, each asked for once: which keys of them were read before is known here.
    this.turns ??= new DataLoader((lists) => this.readAll(lists), { cache: false });
    return this.turns.load(keys);
  }

  private readAll(lists: readonly (readonly string[])[]): Promise<(V[] | Error)[]> {
    const missing = new Set<string>();
    for (const keys of lists) for (const key of keys) if (!this.batches.has(key)) missing.add(key);
    const all = [...missing];
    for (let from = 0; from < all.length; from += this.max) this.begin(all.slice(from, from + this.max));
    return Promise.all(lists.map((keys) => this.pick(keys).catch(asError)));
  }

  private begin(keys: readonly string[]): void {
    const batch = this.fetch(keys);
    for (const key of keys) this.batches.set(key, batch);
    // What failed is read again by whoever asks again.
    batch.catch(() => keys.forEach((key) => this.batches.delete(key)));
  }

  private async pick(keys: readonly string[]): Promise<V[]> {
    const values: V[] = [];
    let last: Promise<Find<V>> | undefined;
    let find: Find<V> | undefined;
    for (const key of keys) {
      const batch = this.batches.get(key) as Promise<Find<V>>;
      // Keys of one list are of one batch as a rule, which is waited for once.
      if (batch !== last) find = await batch;
      last = batch;
      values.push((find as Find<V>)(key));
    }
    return values;
  }
}

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));

/** Batches reads that yield one value or null for each key. */
export function oneByKey<V>(
  fetch: (keys: readonly string[]) => Promise<V[]>,
  keyOf: (value: V) => string,
): Loader<V | null> {
  return new Loader<V | null>(async (keys) => {
    const found = new Map((await fetch(keys)).map((value) => [keyOf(value), value]));
    return (key) => found.get(key) ?? null;
  }, batchMax);
}

/** Batches reads that yield a list for each key. */
export function manyByKey<V>(
  fetch: (keys: readonly string[]) => Promise<V[]>,
  keyOf: (value: V) => string,
): Loader<V[]> {
  return new Loader<V[]>(async (keys) => {
    const found = Map.groupBy(await fetch(keys), keyOf);
    return (key) => found.get(key) ?? [];
  }, batchMax);
}

/** Batches reads that yield exactly one value for each key, in the order of the keys. */
export function eachInOrder<V, Key extends string = string>(
  fetch: (keys: readonly Key[]) => Promise<readonly V[]>,
): Loader<V> {
  return new Loader<V>(async (keys) => {
    const values = await fetch(keys as readonly Key[]);
    const found = new Map(keys.map((key, index) => [key, values[index] as V]));
    return (key) => found.get(key) as V;
  });
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
