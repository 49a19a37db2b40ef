import type { Selection } from './selection.js';
import { empty, join, raw, type Sql, sql } from './sql.js';

/**
 * A row of another table that comes with each row of a list: what a document asks of both is read in one statement and one turn.
 * Rows that the reader may not see do not come, and are asked for by their ids.
 */
export interface Joined {
  /** Where the row's entity holds the other. */
  property: string;
  /** Column of the row with the other's id. */
  column: string;
  table: Sql;
  selection: Selection<object>;
  /** What comes with the other in the same way. */
  inside: readonly Joined[];
}

/** Columns of joined rows, with a comma before each. */
export const columnsOf = (joined: readonly Joined[], row = 'row'): Sql =>
  each(joined, (one) => {
    const name = nameOf(one, row);
    return sql`, ${one.selection.selectedOf(name)}${columnsOf(one.inside, name)}`;
  });

/** Joins the other tables to `row`. */
export const joinsOf = (joined: readonly Joined[], row = 'row'): Sql =>
  each(joined, (one) => {
    const name = nameOf(one, row);
    const on = raw(`${name}.id = ${row}.${one.column}`);
    return sql` left join ${one.table} as ${raw(name)} on ${on}${joinsOf(one.inside, name)}`;
  });

const nameOf = ({ property }: Joined, row: string): string => `${row}_${property}`;

const each = (joined: readonly Joined[], write: (one: Joined) => Sql): Sql =>
  joined.length === 0 ? empty : join(joined.map(write), '');

/** Puts joined rows into an entity, of a row whose columns behind `from` are theirs; yields where the next ones begin. */
export function putJoined(
  entity: object | null,
  joined: readonly Joined[],
  row: readonly unknown[],
  from: number,
): number {
  let at = from;
  for (const { property, selection, inside } of joined) {
    // The first column is the key.
    const other = row[at] === null ? null : selection.entityOf(row, at);
    if (entity !== null) (entity as Record<string, unknown>)[property] = other;
    at = putJoined(other, inside, row, at + selection.width);
  }
  return at;
}
