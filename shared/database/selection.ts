import type { Constructor } from '@mikro-orm/postgresql';
import { raw, type Sql } from './sql.js';

/** A column of an entity. */
export interface Column {
  /** Its name in rows. */
  field: string;
  /** The same in SQL. */
  name: string;
  property: string;
  /** PostgreSQL's name of its type. */
  type: string;
  /** Makes a value of what the driver yields: the text that PostgreSQL wrote, or what its parser made of that. */
  read(value: unknown): unknown;
}

/** Columns of an entity that a statement selects, and how to make an entity of each row. */
export class Selection<T extends object> {
  /** The columns of the table as `row`, in the order that `entityOf` takes. */
  readonly selected: Sql;

  constructor(
    private readonly make: new () => object,
    private readonly columns: readonly Column[],
  ) {
    this.selected = raw(columns.map(({ name }) => `row.${name}`).join(', '));
  }

  /** The columns' names in SQL. */
  get names(): string[] {
    return this.columns.map(({ name }) => name);
  }

  /** How many columns there are: what a statement selects behind them begins here. */
  get width(): number {
    return this.columns.length;
  }

  /** The columns of a table that a statement knows by another name, each named after both. */
  selectedOf(table: string): Sql {
    return raw(this.columns.map(({ name, field }) => `${table}.${name} as "${table}.${field}"`).join(', '));
  }

  /** Makes an entity of a row whose columns from some place on are the selected ones. */
  entityOf(row: readonly unknown[], from = 0): T {
    const entity = new this.make() as Record<string, unknown>;
    const { columns } = this;
    for (let index = 0; index < columns.length; index += 1) {
      const { property, read } = columns[index] as Column;
      const value = row[from + index];
      entity[property] = value === null ? null : read(value);
    }
    return entity as T;
  }

  /** Makes an entity of a row by the names of its columns. */
  entityOfNamed(row: Readonly<Record<string, unknown>>): T {
    return this.entityOf(this.columns.map(({ field }) => row[field] ?? null));
  }
}

/**
 * Yields a class of entities that hold some of their properties. Whoever asks for another one has a mistake in what a field needs,
 * and hears of it at once instead of taking the value for a missing one.
 */
export function partOf<T extends object>(
  entity: Constructor<T>,
  columns: readonly Column[],
  read: ReadonlySet<Column>,
): new () => object {
  const prototype = Object.create(entity.prototype as object) as object;
  for (const column of columns) {
    const { property } = column;
    const unread = {
      get: () => {
        throw new Error(`${entity.name}.${property} was not read: no field that is asked for needs it.`);
      },
    };
    // Of its own, because the ORM keeps watch over what is written to an entity.
    Object.defineProperty(
      prototype,
      property,
      read.has(column) ? { value: undefined, writable: true, enumerable: true } : unread,
    );
  }
  function Part() {}
  Part.prototype = prototype;
  return Part as unknown as new () => object;
}
