import { areaRange } from '../area-code.js';
import { always, type Sql, sql } from './sql.js';

/** The condition that the area of `row` is this one or below it; every row fulfils it where no area is given. */
export function withinArea(area: string | null | undefined): Sql {
  if (area == null) return always;
  const { from, to } = areaRange(area);
  return sql`(row.area_code >= ${from} and row.area_code < ${to})`;
}
