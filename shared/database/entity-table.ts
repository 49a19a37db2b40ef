import type { Constructor, EntityManager, EntityProperty } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { FieldsAsked } from '../fields-asked.js';
import { instantOf } from './instant.js';
import { type Column, partOf, Selection } from './selection.js';
import { raw, type Sql, sql } from './sql.js';
import { plainArray } from './plain-array.js';

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

/** Properties that a field needs which is no column itself, by field. */
export type Needs<T extends object> = Readonly<Record<string, readonly (string & keyof T)[]>>;

/** So many parts of an entity are read at most: each makes statements of its own, and a stranger may ask for fields in any combination. */
const partsMax = 64;

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
  /** All columns. */
  readonly whole: Selection<T>;
  private readonly byProperty: ReadonlyMap<string, Column>;
  private readonly list: readonly Column[];
  private readonly parts = new Map<string, Selection<T>>();
  private readonly asked = new WeakMap<FieldsAsked, Selection<T>>();

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
    this.whole = new Selection<T>(entity as new () => object, this.list);
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

  /**
   * The columns behind the fields that a document asks of this type, its key, and what cursors are made of. Everything where a field
   * is asked for of which nobody has said what it needs.
   */
  shown(fields: FieldsAsked, needs: Needs<T>): Selection<T> {
    const known = this.asked.get(fields);
    if (known !== undefined) return known;
    const found = this.part(this.behind(fields, needs));
    this.asked.set(fields, found);
    return found;
  }

  private behind(fields: FieldsAsked, needs: Needs<T>): ReadonlySet<Column> | null {
    const names = [...this.primaryKeys, ...(fields.cursors ? ['createdAt'] : [])];
    for (const field of fields.of(this.entity.name)) {
      if (field.startsWith('__')) continue;
      const needed = needs[field] ?? (this.byProperty.has(field) ? [field] : null);
      if (needed === null) return null;
      names.push(...needed);
    }
    const wanted = new Set(names);
    return new Set(this.list.filter(({ property }) => wanted.has(property)));
  }

  private part(columns: ReadonlySet<Column> | null): Selection<T> {
    if (columns === null) return this.whole;
    const key = [...columns].map(({ field }) => field).join();
    const known = this.parts.get(key);
    if (known !== undefined) return known;
    if (this.parts.size >= partsMax) return this.whole;
    const made = new Selection<T>(partOf(this.entity, this.list, columns), [...columns]);
    this.parts.set(key, made);
    return made;
  }

  column(property: string): Column {
    const column = this.byProperty.get(property);
    if (column === undefined) throw new Error(`${this.entity.name} has no property ${property}.`);
    return column;
  }

  /** Yields the condition that a property of `row` is any of some values. */
  isAny(property: string, values: readonly unknown[]): Sql {
    const { name, type } = this.column(property);
    return sql`row.${raw(name)} = any(${type === 'uuid' ? plainArray(values) : values}::${raw(type)}[])`;
  }

  /** Columns and parameters of values that are to be written; what is undefined is left to the database. */
  written(values: object): { name: Sql; value: unknown }[] {
    return Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([property, value]) => ({ name: raw(this.column(property).name), value: parameter(value) }));
  }

  /** Values by the names of their columns, as JSON takes them; what is undefined is left to the database. */
  record(values: object): Record<string, unknown> {
    const given = Object.entries(values).filter(([, value]) => value !== undefined);
    return Object.fromEntries(
      given.map(([property, value]) => [this.column(property).field, parameter(value)]),
    );
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
