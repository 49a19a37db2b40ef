import { isAreaWithin } from '#shared/area-code.js';
import type { Finding } from '#shared/finding.js';
import { yuanOfFen } from '#shared/money.js';
import { Inspection } from '#shared/problem.js';
import { examineWords } from '../ledger/note.rule.js';
import type { FundingPool } from '../pool/funding-pool.entity.js';
import type { Grant } from './grant.entity.js';
import type { ApplyForGrantInput } from './grant.input.js';

const beneficiariesMax = 20;
const beneficiaryMax = 100;

/** Examines what an application says by itself. */
export function examineApplication({ beneficiaries, startsOn, endsOn }: ApplyForGrantInput): Inspection {
  const groups = beneficiaries ?? [];
  const inspection = new Inspection()
    .expect(
      groups.length <= beneficiariesMax,
      'beneficiaries',
      'BENEFICIARIES_COUNT',
      `at most ${beneficiariesMax} groups are allowed.`,
    )
    .expect(
      startsOn == null || endsOn == null || startsOn < endsOn,
      'endsOn',
      'PERIOD_EMPTY',
      `${endsOn} is not after startsOn.`,
    );
  groups
    .slice(0, beneficiariesMax)
    .forEach((group, index) =>
      inspection.add(`beneficiaries.${index}`, examineWords(group, { max: beneficiaryMax })),
    );
  return inspection;
}

/** Examines an application by the rules of its pool (R-POOL-02). */
export function examineByPool(
  inspection: Inspection,
  { perGrantMaxFen, monthsMin, monthsMax, areaCodes, budgetFen }: FundingPool,
  { fen, months, areaCode }: { fen: bigint; months: number | null | undefined; areaCode: string },
): void {
  const most = perGrantMaxFen ?? budgetFen;
  const isRanged = monthsMin !== null || monthsMax !== null;
  const fits = months != null && months >= (monthsMin ?? 1) && months <= (monthsMax ?? months);
  inspection
    .expect(
      fen <= most,
      'amount',
      'AMOUNT_ABOVE_GRANT_MAX',
      `the pool gives at most ${yuanOfFen(most)} to one grant.`,
    )
    .expect(
      (months == null && !isRanged) || (fits && months >= 1),
      'months',
      'MONTHS_OUT_OF_RANGE',
      `${months ?? 'nothing'} found, ${monthsMin ?? 1} to ${monthsMax ?? 'any number of'} months are allowed.`,
    )
    .expect(
      areaCodes.length === 0 || areaCodes.some((area) => isAreaWithin(areaCode, area)),
      'organizationId',
      'AREA_OUTSIDE_POOL',
      `the organization is in ${areaCode}; the pool is for ${areaCodes.join(', ')}.`,
    );
}

/** Says that an organization holds as many grants of a pool as it may (R-POOL-02). */
export function examineCount({ perOrganizationMax }: FundingPool, held: number): Finding[] {
  if (perOrganizationMax === null || held < perOrganizationMax) return [];
  const message = `the organization holds ${held} grants of this pool; at most ${perOrganizationMax} are allowed.`;
  return [
    {
      code: 'ORGANIZATION_GRANTS_MAX',
      message,
      found: String(held),
      allowed: `at most ${perOrganizationMax}`,
    },
  ];
}

type Paid = Pick<Grant, 'amountFen' | 'disbursedFen' | 'midtermPassed' | 'finalPassed'>;

/**
 * Yields how much of an award may have been paid at its stage, in fen (R-POOL-04): the first share after the award, the middle ones
 * once the midterm review is passed, the last once the final one is. A failed review freezes what is not paid yet.
 */
export function unlockedFen(
  { amountFen, disbursedFen, midtermPassed, finalPassed }: Paid,
  instalments: readonly number[],
): bigint {
  if (midtermPassed === false || finalPassed === false) return disbursedFen;
  const last = instalments.length - 1;
  const unlocked = instalments.filter((_, index) => {
    if (index === 0) return true;
    return index === last ? finalPassed === true : midtermPassed === true;
  });
  const percent = instalments.length === 0 ? 100 : unlocked.reduce((sum, share) => sum + share, 0);
  // Whole fen: what dividing leaves over goes to the last share.
  return (amountFen * BigInt(percent)) / 100n;
}
