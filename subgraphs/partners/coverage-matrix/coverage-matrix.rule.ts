import { isAreaWithin } from '#shared/area-code.js';
import { ResourceCategory } from '../resource/resource.entity.js';
import type { CoverageCell } from './coverage-matrix.result.js';

/** Organizations of an area that have an ACTIVE link of a category. */
export interface Linked {
  areaCode: string;
  category: ResourceCategory;
  organizations: number;
}

/** Resources of a category that may be used in the same areas; in all of them where none is named. */
export interface Offered {
  category: ResourceCategory;
  areaCodes: string[];
  resources: number;
}

/** Sets what an area's organizations lack against what could be given to them. */
export function cellsOf(
  { code, organizations }: { code: string; organizations: number },
  linked: readonly Linked[],
  offered: readonly Offered[],
): CoverageCell[] {
  const isUsable = ({ areaCodes }: Offered) =>
    areaCodes.length === 0 || areaCodes.some((part) => isAreaWithin(code, part) || isAreaWithin(part, code));
  const usable = offered.filter(isUsable);
  return Object.values(ResourceCategory).map((category) => {
    const served =
      linked.find((each) => each.areaCode === code && each.category === category)?.organizations ?? 0;
    // Organizations that were closed may have kept links.
    const need = Math.max(0, organizations - served);
    const supply = usable
      .filter((each) => each.category === category)
      .reduce((sum, { resources }) => sum + resources, 0);
    return { category, need, supply, gap: Math.max(0, need - supply) };
  });
}
