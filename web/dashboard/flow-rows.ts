import type { OverviewArea } from './overview.js';

/** So many links of partners of one kind, of one category, go to one place. */
export interface FlowRow {
  partnerKind: string;
  category: string;
  /** Null for what belongs to the area itself and to none below it. */
  place: { code: string; name: string; nameEn: string | null } | null;
  count: number;
}

/** Splits the flows of an area by the areas directly below it; what they leave over is the area's own. */
export function flowRows({
  linkSummary,
  children,
}: Pick<OverviewArea, 'linkSummary' | 'children'>): FlowRow[] {
  return linkSummary.flows.flatMap(({ partnerKind, category, count }) => {
    const below = children.flatMap((place): FlowRow[] => {
      const flow = place.linkSummary?.flows.find(
        (each) => each.partnerKind === partnerKind && each.category === category,
      );
      return flow === undefined ? [] : [{ partnerKind, category, place, count: flow.count }];
    });
    const rest = count - below.reduce((sum, each) => sum + each.count, 0);
    return rest > 0 ? [...below, { partnerKind, category, place: null, count: rest }] : below;
  });
}
