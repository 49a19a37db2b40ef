import { type Loader, Read } from '../loader.js';

/** Stands for a value that could not be had. */
export class Failure {
  constructor(readonly reason: unknown) {}
}

/** Yields a function's value, or its failure. */
export function attempt(make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    return new Failure(error);
  }
}

/**
 * Puts values in the places of promises and of reads, failures where there are none; never rejects. All reads of a loader are asked
 * for at once. Yields undefined when there was nothing to wait for.
 */
export function settle(values: unknown[]): Promise<void> | undefined {
  let reads: Map<Loader<unknown>, number[]> | undefined;
  let waiting: PromiseLike<void>[] | undefined;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (typeof value !== 'object' || value === null) continue;
    if (value instanceof Read) {
      reads ??= new Map();
      const places = reads.get(value.loader);
      if (places === undefined) reads.set(value.loader, [index]);
      else places.push(index);
    } else if (isThenable(value)) (waiting ??= []).push(putInto(values, index, value));
  }
  if (reads !== undefined)
    for (const [loader, places] of reads) (waiting ??= []).push(readInto(values, places, loader));
  // What was made of a read may itself have to be waited for.
  return waiting && Promise.all(waiting).then(() => settle(values));
}

function putInto(values: unknown[], index: number, value: PromiseLike<unknown>): PromiseLike<void> {
  const put = (result: unknown) => void (values[index] = result);
  return value.then(put, (reason: unknown) => put(new Failure(reason)));
}

async function readInto(
  values: unknown[],
  places: readonly number[],
  loader: Loader<unknown>,
): Promise<void> {
  const reads = places.map((place) => values[place] as Read<unknown>);
  try {
    const found = await loader.loadMany(reads.map(({ key }) => key));
    reads.forEach((read, nth) => (values[places[nth] as number] = attempt(() => read.of(found[nth]))));
  } catch (error) {
    for (const place of places) values[place] = new Failure(error);
  }
}

const isThenable = (value: object): value is PromiseLike<unknown> =>
  typeof (value as { then?: unknown }).then === 'function';

/** Waits for whatever there is to wait for. */
export function whenAll(parts: readonly (Promise<unknown> | undefined)[]): Promise<unknown> | undefined {
  const waiting = parts.filter((part) => part !== undefined);
  return waiting.length < 2 ? waiting[0] : Promise.all(waiting);
}
