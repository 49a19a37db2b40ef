import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { areaRange } from '#shared/area-code.js';
import { type Page, pageOf, placeByCreation } from '#shared/connection.js';
import { behindPlace } from '#shared/database/keyset.js';
import { entityOf, rowsOf } from '#shared/database/rows.js';
import { containsText } from '#shared/database/text.js';
import type { PageRequest } from '#shared/page.js';
import { normalizeUscc } from '#shared/uscc.js';
import { Partner } from './partner.entity.js';
import type { PartnerFilter } from './partner.input.js';

/** Finds partners that fulfil a filter, oldest record first. */
export async function searchPartners(
  em: EntityManager,
  page: PageRequest,
  { kind, area, text }: PartnerFilter,
): Promise<Page<Partner>> {
  const conditions: FilterQuery<Partner>[] = [];
  if (kind) conditions.push({ kind: { $in: kind } });
  if (area) conditions.push({ areaCode: { $gte: areaRange(area).from, $lt: areaRange(area).to } });
  if (text) {
    const contains = containsText(text);
    conditions.push({ $or: [{ name: contains }, { nameEn: contains }, { uscc: normalizeUscc(text) }] });
  }
  const found = await em.find(
    Partner,
    { $and: [...conditions, behindPlace('createdAt', page.after)] },
    { orderBy: { createdAt: 'asc', id: 'asc' }, limit: page.first + 1 },
  );
  return pageOf(found, page, {
    order: 'CREATED_AT',
    placeOf: placeByCreation,
    total: () => em.count(Partner, { $and: conditions }),
  });
}

/** Finds the partner that already has a credit code, within a transaction that could not take it. */
export async function findPartnerByUscc(em: EntityManager, uscc: string): Promise<Partner | null> {
  const [row] = await rowsOf(em, sql<object>`select * from partners.partner where uscc = ${uscc}`);
  return row ? entityOf(em, Partner, row) : null;
}
