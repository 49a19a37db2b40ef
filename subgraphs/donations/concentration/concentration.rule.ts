import type { Viewer } from '#shared/viewer.js';
import { ConcentrationBand, type FundingConcentration } from './concentration.result.js';

/** Shares of funders, as far as concentration needs them. */
export interface Shares {
  /** Σ share², above 0 and at most 1. */
  squares: number;
  /** Share of the largest funder. */
  top: number;
}

const moderateFrom = 1_000;
const highAbove = 1_800;
/** More of what an organization received than this from one funder is dependence on it. */
export const singleSourceAbove = 0.6;

/** Says how concentrated funding is. */
export function concentrationOf({ squares, top }: Shares): FundingConcentration {
  const hhi = 10_000 * squares;
  const band = hhi < moderateFrom ? ConcentrationBand.LOW : ConcentrationBand.MODERATE;
  return {
    hhi,
    effectiveFunders: 1 / squares,
    band: hhi > highAbove ? ConcentrationBand.HIGH : band,
    topShare: top,
    singleSource: top > singleSourceAbove,
  };
}

/** Yields what a viewer gets of it: who may not read donations learns no gift to the yuan. */
export function shownTo({ roles }: Pick<Viewer, 'roles'>, exact: FundingConcentration): FundingConcentration {
  if (roles.some((role) => role === 'finance' || role === 'admin')) return exact;
  const { hhi, effectiveFunders, topShare } = exact;
  return {
    ...exact,
    hhi: Math.round(hhi / 100) * 100,
    effectiveFunders: Math.round(effectiveFunders * 10) / 10,
    topShare: Math.round(topShare * 100) / 100,
  };
}
