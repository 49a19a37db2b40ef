import type { Constructor, EntityManager, EntityProperty } from '@mikro-orm/postgresql';
import pg from 'pg';
import { instantOf } from './instant.js';
import { raw, type Sql, sql } from './sql.js';

/** A column of an entity. */
interface Column {
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

const arrayOf = pg.types.getTypeParser(1009 as never) as (text: string) => string[];

/** Entities hold money as bigint, instants as Date; numeric and days stay the text they are. */
const readers: Readonly<Record<string, (value: unknown) => unknown>> = {
  uuid: (value) => value,
  text: (value) => value,
  date: (value) => value,
  numeric: (value) => value,
  integer: Number,
  smallint: Number,
  bigint: (value) => BigInt(value as string),
  boolean: (value) => value === true || value === 't',
  datetime: (value) => (value instanceof Date ? value : instantOf(value as string)),
  'text[]': (value) => (typeof value === 'string' ? (value === '{}' ? [] : arrayOf(value)) : value),
  'integer[]': (value) => (typeof value === 'string' ? arrayOf(value) : (value as unknown[])).map(Number),
};

/**
 * An entity's table: what a statement must select to make an entity of each row, and how. Such an entity is an object of its class
 * and nothing else: no entity manager knows it, none sees a change of it. That makes reading it cheap.
 */
export class EntityTable<T extends object> {
  private static readonly known = new WeakMap<object, EntityTable<object>>();

  /** Schema and table. */
  readonly name: Sql;
  /** All columns, for `returning`. */
  readonly columns: Sql;
  /** All columns of the table as `row`, in the order that `entityOf` takes. */
  readonly selected: Sql;
  private readonly byProperty: ReadonlyMap<string, Column>;
  private readonly list: readonly Column[];

  private constructor(
    private readonly entity: Constructor<T>,
    { schema, tableName }: { schema?: string; tableName: string },
    properties: readonly EntityProperty[],
    private readonly primaryKeys: readonly string[],
  ) {
    this.name = raw(`${schema}.${tableName}`);
    this.list = properties.map((property) => columnOf(entity, property));
    this.byProperty = new Map(this.list.map((column) => [column.property, column]));
    this.columns = raw(this.list.map(({ name }) => name).join(', '));
    this.selected = raw(this.list.map(({ name }) => `row.${name}`).join(', '));
  }

  static of<T extends object>(em: EntityManager, entity: Constructor<T>): EntityTable<T> {
    const known = this.known.get(entity) as EntityTable<T> | undefined;
    if (known !== undefined) return known;
    const meta = em.getMetadata().get(entity);
    const made = new EntityTable(
      entity,
      meta as { schema?: string; tableName: string },
      Object.values(meta.properties) as EntityProperty[],
      meta.primaryKeys,
    );
    this.known.set(entity, made as EntityTable<object>);
    return made;
  }

  /** How many columns `selected` has: what a statement selects behind them begins here. */
  get width(): number {
    return this.list.length;
  }

  /** Makes an entity of a row whose first columns are `selected`. */
  entityOf(row: readonly unknown[]): T {
    const entity = new this.entity() as Record<string, unknown>;
    const { list } = this;
    for (let index = 0; index < list.length; index += 1) {
      const { property, read } = list[index] as Column;
      const value = row[index];
      entity[property] = value === null ? null : read(value);
    }
    return entity as T;
  }

  /** Makes an entity of a row by the names of its columns. */
  entityOfNamed(row: Readonly<Record<string, unknown>>): T {
    return this.entityOf(this.list.map(({ field }) => row[field] ?? null));
  }

  column(property: string): Column {
    const column = this.byProperty.get(property);
    if (column === undefined) throw new Error(`${this.entity.name} has no property ${property}.`);
    return column;
  }

  /** Yields the condition that a property of `row` is any of some values. */
  isAny(property: string, values: readonly unknown[]): Sql {
    const { name, type } = this.column(property);
    return sql`row.${raw(name)} = any(${values}::${raw(type)}[])`;
  }

  /** Columns and parameters of values that are to be written; what is undefined is left to the database. */
  written(values: object): { name: Sql; value: unknown }[] {
    return Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([property, value]) => ({ name: raw(this.column(property).name), value: parameter(value) }));
  }

  /** The column that names a row. */
  get key(): Sql {
    return raw(this.column(this.primaryKeys[0] as string).name);
  }
}

/** The driver knows no bigint. */
const parameter = (value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

/** MikroORM's own names of some types. */
const typeNames: Readonly<Record<string, string>> = {
  BigIntType: 'bigint',
  DateType: 'date',
  DecimalType: 'numeric',
};

function columnOf(entity: Constructor<object>, property: EntityProperty): Column {
  const type = typeNames[property.type] ?? property.type;
  const read = readers[type];
  // A type that nobody has thought of must not become text silently.
  if (read === undefined) throw new Error(`${entity.name}.${property.name}: no reader for ${type}.`);
  const field = property.fieldNames[0] as string;
  const name = `"${field}"`;
  return { field, name, property: property.name, type: type === 'datetime' ? 'timestamptz' : type, read };
}
