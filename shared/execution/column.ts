import type { Shape } from './program.js';

/** Objects of one shape, from everywhere in an answer where the same field was asked for, and their answers. */
export interface Level {
  shape: Shape;
  sources: readonly unknown[];
  answers: readonly Record<string, unknown>[];
  /** Where each of them stands; null for the root. */
  column: Column | null;
  /** Their places in that column. */
  at: readonly number[];
}

type Container = Record<string | number, unknown>;

/** Places in an answer that take the values of one field, or the items of its lists. */
export abstract class Column {
  constructor(
    private readonly containers: readonly object[],
    readonly nonNull: boolean,
  ) {}

  /** Name or number of a place in what holds it. */
  abstract keyOf(place: number): string | number;

  /** What holds a place, as a place itself; null at the root. */
  protected abstract holderOf(place: number): { column: Column; place: number } | null;

  put(place: number, value: unknown): void {
    (this.containers[place] as Container)[this.keyOf(place)] = value;
  }

  pathOf(place: number): (string | number)[] {
    const holder = this.holderOf(place);
    return [...(holder === null ? [] : holder.column.pathOf(holder.place)), this.keyOf(place)];
  }

  /** Whether something that holds a place has become null. */
  isGone(place: number, gone: ReadonlySet<object>): boolean {
    if (gone.has(this.containers[place] as object)) return true;
    const holder = this.holderOf(place);
    return holder !== null && holder.column.isGone(holder.place, gone);
  }

  /** Makes a place null, or what holds it where it may not be null; notes what is gone with it, the root's answer too. */
  nullify(place: number, gone: Set<object>): void {
    this.put(place, null);
    if (!this.nonNull) return;
    gone.add(this.containers[place] as object);
    const holder = this.holderOf(place);
    if (holder !== null) holder.column.nullify(holder.place, gone);
  }
}

/** The same field of all objects of a level. */
export class FieldColumn extends Column {
  constructor(
    private readonly level: Level,
    private readonly key: string,
    nonNull: boolean,
  ) {
    super(level.answers, nonNull);
  }

  keyOf(): string {
    return this.key;
  }

  protected holderOf(place: number) {
    const { column, at } = this.level;
    return column === null ? null : { column, place: at[place] as number };
  }
}

/** The items of all lists of a column. */
export class ItemColumn extends Column {
  constructor(
    lists: readonly object[],
    private readonly outer: Column,
    /** Place of each item's list in the outer column. */
    private readonly at: readonly number[],
    private readonly indexes: readonly number[],
    nonNull: boolean,
  ) {
    super(lists, nonNull);
  }

  keyOf(place: number): number {
    return this.indexes[place] as number;
  }

  protected holderOf(place: number) {
    return { column: this.outer, place: this.at[place] as number };
  }
}
