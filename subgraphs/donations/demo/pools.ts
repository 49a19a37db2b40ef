import { studios } from '#shared/demo/bodies.js';
import { demoId } from '#shared/demo/identity.js';
import { Provenance } from '#shared/provenance.js';
import { type Grant, GrantStatus } from '../grant/grant.entity.js';
import { type FundingPool, FundingPoolKind as Kind } from '../pool/funding-pool.entity.js';

/** Published: three pools, "nearly" CNY 10,000,000 together. Derived: 9,900,000, a third each. */
const poolFen = 330_000_000n;
/** Published: an operating grant of CNY 50,000 to 90,000 a studio. Derived: one for each of the four, within the range. */
const operatingFen = [5_000_000n, 6_500_000n, 7_500_000n, 9_000_000n];
const operatingMaxFen = 9_000_000n;
/** Derived: the first three studios won one project each, half of it paid. */
const projectGrantFen = 10_000_000n;

const districts = ['510681', '510113'];
const competitions: [Kind, string][] = [
  [Kind.PUBLIC_WELFARE_VENTURE, '公益创投资金池'],
  [Kind.LIVELIHOOD_MICRO_PROJECT, '民生微实事资金池'],
  [Kind.SOCIAL_SERVICE, '社会服务资金池'],
];

type PoolRow = Omit<FundingPool, 'createdAt' | 'updatedAt' | 'version'>;
type GrantRow = Omit<Grant, 'createdAt' | 'updatedAt' | 'version'>;

/** The pools with what their grants have taken. */
export function demoPools(): PoolRow[] {
  const grants = demoGrants();
  const pool = (kind: Kind, name: string, budgetFen: bigint, perGrantMaxFen: bigint | null): PoolRow => {
    const own = grants.filter(({ poolId }) => poolId === demoId('pool', kind));
    const sum = (figure: 'amountFen' | 'disbursedFen') =>
      own.reduce((total, grant) => total + grant[figure], 0n);
    return {
      id: demoId('pool', kind),
      name,
      kind,
      areaCodes: districts,
      budgetFen,
      awardedFen: sum('amountFen'),
      disbursedFen: sum('disbursedFen'),
      perGrantMaxFen,
      perOrganizationMax: 1,
      monthsMin: null,
      monthsMax: null,
      instalments: [],
      provenance: Provenance.SYNTHETIC,
      source: 'B',
    };
  };
  const operatingBudget = operatingFen.reduce((a, b) => a + b, 0n);
  return [
    ...competitions.map(([kind, name]) => pool(kind, name, poolFen, null)),
    pool(Kind.OPERATING_GRANT, '名师联名工作室运营经费', operatingBudget, operatingMaxFen),
  ];
}

/** Operating grants paid in full, and one won competition in each pool, half paid. */
export function demoGrants(): GrantRow[] {
  const grant = (
    kind: Kind,
    studio: (typeof studios)[number],
    amountFen: bigint,
    disbursedFen: bigint,
  ): GrantRow => ({
    id: demoId('grant', `${kind} ${studio.key}`),
    poolId: demoId('pool', kind),
    organizationId: demoId('organization', studio.key),
    projectId: null,
    areaCode: studio.areaCode,
    amountFen,
    disbursedFen,
    requestedFen: null,
    returnedFen: 0n,
    months: null,
    beneficiaries: [],
    startsOn: null,
    endsOn: null,
    midtermPassed: null,
    finalPassed: null,
    status: GrantStatus.IN_PROGRESS,
    provenance: Provenance.SYNTHETIC,
    source: 'B',
  });
  const operating = studios.map((studio, index) => {
    const amount = operatingFen[index] ?? 0n;
    return grant(Kind.OPERATING_GRANT, studio, amount, amount);
  });
  const won = competitions.map(([kind], index) =>
    grant(kind, studios[index] as (typeof studios)[number], projectGrantFen, projectGrantFen / 2n),
  );
  return [...operating, ...won];
}
