import type { EntityManager } from '@mikro-orm/postgresql';
import { areaPrefix } from '#shared/area-code.js';
import { plainArray } from '#shared/database/plain-array.js';
import { publicRowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import { today } from '#shared/today.js';
import type { ResourceCategory } from '../resource/resource.entity.js';
import { best, categories, pool } from './suggestion.sql.js';

/** An organization that suggestions are made for, and where it works. */
export interface Seeker {
  id: string;
  areaCode: string;
}

/** A resource that would suit an organization, and what speaks for it. */
export interface Suggested {
  organization: string;
  resourceId: string;
  score: number;
  /** Organizations with which it shares a partner and which are linked with the resource's partner. */
  peers: number;
  /** Categories of its links that the partner offers too. */
  domains: ResourceCategory[];
  /** 1 in the same county, 0.5 in the same city, else 0. */
  closeness: number;
  /** Whether the category is the one it lacks and its county asks for most. */
  isNeeded: boolean;
  category: ResourceCategory;
  remaining: string;
  unit: string;
  availableTo: string | null;
}

/** Finds for each organization the resources that suit it best, best first, in one statement; the definition is that of the field. */
export async function suggestResources(
  em: EntityManager,
  seekers: readonly Seeker[],
  first: number,
): Promise<Suggested[]> {
  const day = today();
  const codes = seekers.map(({ areaCode }) => areaCode);
  const found = await publicRowsOf<Omit<Suggested, 'domains'> & { domains: number }>(
    em,
    sql`with asked as materialized (
      select id, left(area, 6) as county, left(area, 4) as city, prefix, partners.area_and_above(area) as above
      from unnest(${plainArray(seekers.map(({ id }) => id))}::uuid[], ${plainArray(codes)}::text[], ${plainArray(codes.map(areaPrefix))}::text[])
        asked(id, area, prefix)
    ), ${pool(day)}
    select asked.id as organization, best.id as "resourceId", best.score::float as score, best.peers, best.shared_domains as domains, best.closeness,
      best.is_needed as "isNeeded", best.category, best.remaining::text as remaining, best.unit, best.available_to::text as "availableTo"
    from asked cross join ${best(day, first)} order by asked.id, best.score desc, best.id`,
  );
  return found.map(({ domains, ...rest }) => ({ ...rest, domains: categoriesOf(domains) }));
}

/** Bits count from one, as PostgreSQL's places in a list do. */
const categoriesOf = (bits: number): ResourceCategory[] =>
  categories.filter((_, index) => (bits & (1 << (index + 1))) !== 0);
