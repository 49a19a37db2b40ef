import { areaRange } from '#shared/area-code.js';
import { type Sql, sql } from '#shared/database/sql.js';
import type { TieSelection } from '../tie.js';

/** Which ties make the network. All conditions hold together; null or nothing fits every tie, a list any of its values. */
export interface TieFilter {
  /** Where the organizations are; the area with everything below it. */
  area?: string | null;
  edgeKinds?: readonly string[] | null;
  partnerKind?: readonly string[] | null;
  /** What is given, or what an agreement covers. */
  category?: readonly string[] | null;
  /** A day on which the tie holds: not before its first, and before the first on which it no longer does. */
  validOn?: string | null;
}

/** Yields the filter of a selection; nobody asks the database about several days, or without those with many neighbours. */
export const filterOf = ({ area, edgeKinds, partnerKinds, categories, heldOn }: TieSelection): TieFilter => ({
  area,
  edgeKinds,
  partnerKind: partnerKinds,
  category: categories,
  validOn: heldOn?.[0] ?? null,
});

/** Writes a filter as the value that the network's functions take. */
export function filterValue({ area, edgeKinds, partnerKind, category, validOn }: TieFilter): Sql {
  const { from, to } = area == null ? { from: null, to: null } : areaRange(area);
  return sql`row(${from}::text, ${to}::text, ${edgeKinds ?? null}::text[], ${partnerKind ?? null}::text[], ${category ?? null}::text[],
    ${validOn ?? null}::date)::partners.network_filter`;
}
