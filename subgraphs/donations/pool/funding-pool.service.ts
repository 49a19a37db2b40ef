import { randomUUID } from 'node:crypto';
import { examineAreaCode } from '#shared/area-code.js';
import { examineAmount, yuanOfFen } from '#shared/money.js';
import { Inspection, type InvalidInput } from '#shared/problem.js';
import { Provenance } from '#shared/provenance.js';
import { examineText } from '#shared/text.js';
import { write } from '#shared/write.js';
import type { Writer } from '#shared/writer.js';
import type { DonationsContext } from '../context.js';
import { FundingPool } from './funding-pool.entity.js';
import type { OpenFundingPoolInput } from './funding-pool.input.js';

const nameMax = 200;
const areasMax = 100;
const instalmentsMax = 10;
/** A grant of more than ten years is a slip of the keyboard. */
const monthsLimit = 120;

/** Sets money aside for which organizations compete. */
export async function openFundingPool(
  context: DonationsContext,
  input: OpenFundingPoolInput,
): Promise<FundingPool | InvalidInput> {
  context.authorize('openFundingPool', {});
  type Outcome = Awaited<ReturnType<typeof openFundingPool>>;
  const plan = async () => {
    const budget = examineAmount(input.budget);
    const most = input.perGrantMax == null ? null : examineAmount(input.perGrantMax);
    const inspection = examineRules(input)
      .add('name', examineText(input.name, { max: nameMax }))
      .add('budget', budget.findings)
      .add('perGrantMax', most?.findings ?? []);
    if (budget.fen !== null && most?.fen != null)
      inspection.expect(
        most.fen <= budget.fen,
        'perGrantMax',
        'AMOUNT_ABOVE_BUDGET',
        `${yuanOfFen(most.fen)} is more than the budget.`,
      );
    const invalid = inspection.result();
    if (invalid) return invalid;
    return (writer: Writer): Promise<Outcome> =>
      writer.insert(FundingPool, rowOf(input, budget.fen as bigint, most?.fen ?? null));
  };
  return write<Outcome>(context, 'openFundingPool', input, plan, { keys: 'hub' });
}

/** Examines the rules by which grants are given (R-POOL-02, R-POOL-04). */
function examineRules({
  areaCodes,
  perOrganizationMax,
  monthsMin,
  monthsMax,
  instalments,
}: OpenFundingPoolInput): Inspection {
  const areas = areaCodes ?? [];
  const shares = instalments ?? [];
  const isMonths = (months: number | null | undefined) =>
    months == null || (months >= 1 && months <= monthsLimit);
  const range = `1 to ${monthsLimit} months are allowed.`;
  const inspection = new Inspection()
    .expect(areas.length <= areasMax, 'areaCodes', 'AREAS_COUNT', `at most ${areasMax} areas are allowed.`)
    .expect(
      (perOrganizationMax ?? 1) >= 1,
      'perOrganizationMax',
      'COUNT_NOT_POSITIVE',
      '1 or more is expected.',
    )
    .expect(isMonths(monthsMin), 'monthsMin', 'MONTHS_OUT_OF_RANGE', range)
    .expect(isMonths(monthsMax), 'monthsMax', 'MONTHS_OUT_OF_RANGE', range)
    .expect(
      monthsMin == null || monthsMax == null || monthsMin <= monthsMax,
      'monthsMax',
      'PERIOD_EMPTY',
      `${monthsMax} is less than monthsMin.`,
    )
    .expect(
      shares.length === 0 ||
        (shares.every((share) => share > 0) && shares.reduce((a, b) => a + b, 0) === 100),
      'instalments',
      'INSTALMENTS_SUM',
      `shares above 0 that add up to 100 are expected, found ${shares.slice(0, instalmentsMax).join(', ')}.`,
    )
    .expect(
      shares.length <= instalmentsMax,
      'instalments',
      'INSTALMENTS_COUNT',
      `at most ${instalmentsMax} shares are allowed.`,
    );
  areas
    .slice(0, areasMax)
    .forEach((code, index) => inspection.add(`areaCodes.${index}`, examineAreaCode(code).errors));
  return inspection;
}

function rowOf(
  input: OpenFundingPoolInput,
  budgetFen: bigint,
  perGrantMaxFen: bigint | null,
): Partial<FundingPool> {
  return {
    id: randomUUID(),
    name: input.name.trim(),
    kind: input.kind,
    areaCodes: [...new Set(input.areaCodes ?? [])],
    budgetFen,
    awardedFen: 0n,
    disbursedFen: 0n,
    perGrantMaxFen,
    perOrganizationMax: input.perOrganizationMax ?? null,
    monthsMin: input.monthsMin ?? null,
    monthsMax: input.monthsMax ?? null,
    instalments: input.instalments ?? [],
    provenance: Provenance.REGISTERED,
  };
}
