import type { EntityManager } from '@mikro-orm/postgresql';
import { areaRange } from '#shared/area-code.js';
import type { Page } from '#shared/connection.js';
import { pageByCreation } from '#shared/database/list-page.js';
import { entitiesByKey } from '#shared/database/rows.js';
import { allOf, type Sql, sql } from '#shared/database/sql.js';
import { containsText } from '#shared/database/text.js';
import type { PageRequest } from '#shared/page.js';
import { normalizeUscc } from '#shared/uscc.js';
import { Partner } from './partner.entity.js';
import type { PartnerFilter } from './partner.input.js';

/** Finds partners that fulfil a filter, oldest record first. */
export function searchPartners(
  em: EntityManager,
  page: PageRequest,
  { kind, area, text }: PartnerFilter,
): Promise<Page<Partner>> {
  const conditions: Sql[] = [];
  if (kind) conditions.push(sql`row.kind = any(${kind}::text[])`);
  if (area) {
    const { from, to } = areaRange(area);
    conditions.push(sql`row.area_code >= ${from} and row.area_code < ${to}`);
  }
  if (text) {
    const pattern = containsText(text);
    conditions.push(
      sql`(row.name ilike ${pattern} or row.name_en ilike ${pattern} or row.uscc = ${normalizeUscc(text)})`,
    );
  }
  return pageByCreation(em, 'everybody', Partner, page, allOf(conditions));
}

/** Finds the partner that already has a credit code, within a transaction that could not take it. */
export async function findPartnerByUscc(em: EntityManager, uscc: string): Promise<Partner | null> {
  return (await entitiesByKey(em, 'everybody', Partner, 'uscc', [uscc]))[0] ?? null;
}
