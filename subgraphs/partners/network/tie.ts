import type pg from 'pg';
import { areaRange } from '#shared/area-code.js';
import { join, raw, type Sql, sql } from '#shared/database/sql.js';
import type { PartnerKind } from '../partner/partner.entity.js';
import type { ResourceCategory } from '../resource/resource.entity.js';

export type EdgeKindName = 'RESOURCE_LINK' | 'AGREEMENT';
export type NodeKindName = 'ORGANIZATION' | 'PARTNER' | 'PROJECT';

/** A link or an agreement, as a row of `partners.network_tie`. It ties its partner to an organization, and to a project where it names one. */
export interface Tie {
  id: string;
  kind: EdgeKindName;
  partnerId: string;
  organizationId: string;
  projectId: string | null;
  areaCode: string | null;
  partnerKind: PartnerKind;
  categories: ResourceCategory[];
  provenance: 'PUBLISHED' | 'REGISTERED' | 'IMPORTED' | 'SYNTHETIC';
  /** It holds in [validFrom, validTo); null is without bound. */
  validFrom: string | null;
  validTo: string | null;
}

/** Which ties make a network; null stands for all. */
export interface TieSelection {
  area: string | null;
  edgeKinds: readonly EdgeKindName[] | null;
  partnerKinds: readonly PartnerKind[] | null;
  categories: readonly ResourceCategory[] | null;
  /** Days of which it held on one at least; null for ties of any time. */
  heldOn: readonly string[] | null;
}

/** How sure a tie is, by where it is known from. */
const confidences = { PUBLISHED: 1, REGISTERED: 0.9, IMPORTED: 0.7, SYNTHETIC: 0.5 };

/** What a step over a tie adds to a way's doubt, 1/confidence, in millionths: whole numbers add up alike in every order. */
export const doubtOf = ({ provenance }: Tie): number => Math.round(1e6 / confidences[provenance]);

/** Whether a tie holds on a day. */
export const heldOn = ({ validFrom, validTo }: Pick<Tie, 'validFrom' | 'validTo'>, day: string): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || validTo > day);

/** Yields whether a tie belongs to a selection. */
export function tieTest(selection: TieSelection): (tie: Tie) => boolean {
  const { area, edgeKinds, partnerKinds, categories, heldOn: days } = selection;
  const range = area === null ? null : areaRange(area);
  return (tie) =>
    (range === null || (tie.areaCode !== null && tie.areaCode >= range.from && tie.areaCode < range.to)) &&
    (edgeKinds === null || edgeKinds.includes(tie.kind)) &&
    (partnerKinds === null || partnerKinds.includes(tie.partnerKind)) &&
    (categories === null || tie.categories.some((category) => categories.includes(category))) &&
    (days === null || days.some((day) => heldOn(tie, day)));
}

/** Writes a selection as a condition on `t`, a row of the view. */
export function tieCondition({ area, edgeKinds, partnerKinds, categories, heldOn: days }: TieSelection): Sql {
  const conditions: Sql[] = [];
  if (area !== null) {
    const { from, to } = areaRange(area);
    conditions.push(sql`t.area_code >= ${from} and t.area_code < ${to}`);
  }
  if (edgeKinds !== null) conditions.push(sql`t.kind = any(${edgeKinds}::text[])`);
  if (partnerKinds !== null) conditions.push(sql`t.partner_kind = any(${partnerKinds}::text[])`);
  if (categories !== null) conditions.push(sql`t.categories && ${categories}::text[]`);
  if (days !== null) {
    conditions.push(sql`exists (select from unnest(${days}::date[]) day
      where coalesce(t.valid_from <= day, true) and coalesce(t.valid_to > day, true))`);
  }
  return conditions.length === 0 ? raw('true') : join(conditions, ' and ');
}

/** Reads the ties that fulfil a condition on `t`, at most so many. */
export async function readTies(client: pg.Client, where: Sql, most: number): Promise<Tie[]> {
  const statement = sql`select t.id, t.kind, t.partner_id as "partnerId", t.organization_id as "organizationId",
      t.project_id as "projectId", t.area_code as "areaCode", t.partner_kind as "partnerKind", t.categories, t.provenance,
      t.valid_from::text as "validFrom", t.valid_to::text as "validTo"
    from partners.network_tie t where ${where} limit ${most}`;
  return (await client.query<Tie>(statement.text, statement.values)).rows;
}
