import type { Place } from '../page.js';
import { always, type Sql, sql } from './sql.js';

/** Yields the condition for rows, known as `row`, that were written behind a place; an index on (created_at, id) begins its range there. */
export const behindCreation = (place: Place | null): Sql =>
  place === null ? always : sql`(row.created_at, row.id) > (${place.key}::timestamptz, ${place.id}::uuid)`;
