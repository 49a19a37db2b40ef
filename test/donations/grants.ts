// Pools and grants: nothing is awarded that is not there, and nothing is paid before its stage.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bodies } from '../kit/bodies.js';
import { withClient } from '../kit/database.js';
import { fundsOf } from '../kit/giving.js';
import { applyForGrant, granting, poolOf } from '../kit/granting.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from '../kit/subgraphs.js';

let hub: TestSubgraphs;
let books: ReturnType<typeof granting>;
let make: ReturnType<typeof bodies>;
beforeAll(async () => {
  hub = await openSubgraphs();
  books = granting(hub);
  make = bodies(hub);
});
afterAll(() => hub?.stop());

/** An application of a new organization; `rest` says what is different. */
const apply = async (poolId: string, rest: object = {}) =>
  books.apply({ poolId, organizationId: await make.organization(), amount: '100', ...rest });
const awarded = async (poolId: string, rest: object = {}) => {
  const grant = await apply(poolId, rest);
  return books.award({ grantId: grant.id, version: grant.version });
};

describe('a pool', () => {
  test.each([
    ['shares that do not add up', { instalments: [50, 30] }, 'instalments', 'INSTALMENTS_SUM'],
    ['a share of nothing', { instalments: [100, 0] }, 'instalments', 'INSTALMENTS_SUM'],
    ['a grant above the budget', { perGrantMax: '1000.01' }, 'perGrantMax', 'AMOUNT_ABOVE_BUDGET'],
    ['months that end before they begin', { monthsMin: 6, monthsMax: 3 }, 'monthsMax', 'PERIOD_EMPTY'],
    ['no grant for an organization', { perOrganizationMax: 0 }, 'perOrganizationMax', 'COUNT_NOT_POSITIVE'],
    ['no area', { areaCodes: ['360301'] }, 'areaCodes.0', 'AREA_PLACEHOLDER'],
  ])('with %s is refused', async (_, rest, field, code) => {
    expect(await books.openPool(poolOf(rest))).toMatchObject({ problems: [{ field, code }] });
  });
});

describe('an application', () => {
  test("is an organization's own, or the department's", async () => {
    const { id: poolId } = await books.openPool(poolOf());
    const [organizationId, other] = [await make.organization(), await make.organization()];
    const own = granting(hub, viewerAs('organization', { organizationId }));
    const grant = await own.apply({ poolId, organizationId, amount: '10' });
    expect(grant).toMatchObject({
      status: 'APPLIED',
      events: [{ from: null, to: 'APPLIED' }],
      allowedTransitions: ['AWARDED', 'REJECTED'],
    });
    const input = { idempotencyKey: randomUUID(), poolId, organizationId: other, amount: '10' };
    const refused = await hub.ask('donations', viewerAs('organization', { organizationId }), applyForGrant, {
      input,
    });
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    await expect(own.award({ grantId: grant.id, version: 1 })).rejects.toThrow(/FORBIDDEN/);
    expect(await books.award({ grantId: grant.id, version: 1 })).toMatchObject({ status: 'AWARDED' });
  });

  test('R-POOL-02: keeps to the amount, the months and the area of the pool', async () => {
    const { id: poolId } = await books.openPool(
      poolOf({ perGrantMax: '200', monthsMin: 6, monthsMax: 12, areaCodes: ['360300'] }),
    );
    const fits = { months: 6, amount: '200' };
    expect(await apply(poolId, fits)).toMatchObject({ status: 'APPLIED' });
    for (const [rest, field, code] of [
      [{ amount: '200.01' }, 'amount', 'AMOUNT_ABOVE_GRANT_MAX'],
      [{ months: 5 }, 'months', 'MONTHS_OUT_OF_RANGE'],
      [{ months: 13 }, 'months', 'MONTHS_OUT_OF_RANGE'],
      [{ months: null }, 'months', 'MONTHS_OUT_OF_RANGE'],
      [
        { organizationId: await make.organization({ area_code: '510681' }) },
        'organizationId',
        'AREA_OUTSIDE_POOL',
      ],
    ] as const)
      expect(await apply(poolId, { ...fits, ...rest })).toMatchObject({ problems: [{ field, code }] });
  });

  test('R-REG-05: is of somebody who can be paid', async () => {
    const { id: poolId } = await books.openPool(poolOf());
    const filed = { registration_status: 'FILED', kind: 'COMMUNITY_ORGANIZATION' };
    const alone = await make.organization(filed);
    const hosted = await make.organization({ ...filed, fiscal_host_id: await make.organization() });
    expect(await apply(poolId, { organizationId: alone })).toMatchObject({
      problems: [{ code: 'FISCAL_HOST_REQUIRED' }],
    });
    expect(await apply(poolId, { organizationId: hosted })).toMatchObject({ status: 'APPLIED' });
    const closing = await make.organization();
    const grant = await apply(poolId, { organizationId: closing });
    await make.close(closing);
    expect(await apply(poolId, { organizationId: closing })).toMatchObject({
      problems: [{ code: 'ORGANIZATION_CLOSED' }],
    });
    expect(await books.award({ grantId: grant.id, version: 1 })).toMatchObject({
      problems: [{ field: 'grantId', code: 'ORGANIZATION_CLOSED' }],
    });
  });

  test.each(['poolId', 'organizationId', 'projectId'])(
    'that names an unknown %s is refused',
    async (field) => {
      const { id: poolId } = await books.openPool(poolOf());
      expect(await apply(poolId, { [field]: randomUUID() })).toMatchObject({
        __typename: 'UnknownReference',
        field,
      });
    },
  );
});

describe('an award', () => {
  test.each([20, 50])('R-POOL-01: %i at once give exactly what the pool has', async (count) => {
    const { id: poolId } = await books.openPool(poolOf());
    const applied = await Promise.all(Array.from({ length: count }, () => apply(poolId, { amount: '90' })));
    const answers = await Promise.all(applied.map(({ id }) => books.award({ grantId: id, version: 1 })));
    const types = answers.map(({ __typename }) => __typename);
    expect(types.filter((type) => type === 'Grant')).toHaveLength(11);
    expect(types.filter((type) => type === 'PoolExhausted')).toHaveLength(count - 11);
    expect(answers.find(({ __typename }) => __typename === 'PoolExhausted')).toMatchObject({
      code: 'POOL_EXHAUSTED',
      available: { amount: '10.00' },
    });
    expect(answers.findLast(({ __typename }) => __typename === 'Grant')).toMatchObject({ status: 'AWARDED' });
    await withClient(hub.database.address, async (client) => {
      const { rows } = await client.query(
        `select awarded_fen::int as kept, (select sum(amount_fen)::int from donations.pool_grant g where g.pool_id = p.id and status = 'AWARDED') as summed from donations.funding_pool p where id = $1`,
        [poolId],
      );
      expect(rows).toEqual([{ kept: 99_000, summed: 99_000 }]);
    });
  });

  test('R-POOL-01: an award of the last fen succeeds, of one more does not', async () => {
    const { id: poolId } = await books.openPool(poolOf({ budget: '100.01' }));
    expect(await awarded(poolId)).toMatchObject({ status: 'AWARDED' });
    const [last, more] = [await apply(poolId, { amount: '0.01' }), await apply(poolId, { amount: '0.02' })];
    expect(await books.award({ grantId: more.id, version: 1 })).toMatchObject({
      __typename: 'PoolExhausted',
      available: { amount: '0.01' },
    });
    expect(await books.award({ grantId: last.id, version: 1 })).toMatchObject({ status: 'AWARDED' });
  });

  test('R-POOL-02: an organization holds no more grants than it may, however many are awarded at once', async () => {
    const { id: poolId } = await books.openPool(poolOf({ perOrganizationMax: 2 }));
    const organizationId = await make.organization();
    const applied = await Promise.all(
      Array.from({ length: 5 }, () => apply(poolId, { organizationId, amount: '1' })),
    );
    const answers = await Promise.all(applied.map(({ id }) => books.award({ grantId: id, version: 1 })));
    expect(answers.filter(({ __typename }) => __typename === 'Grant')).toHaveLength(2);
    expect(answers.find(({ __typename }) => __typename === 'InvalidInput')).toMatchObject({
      problems: [{ field: 'grantId', code: 'ORGANIZATION_GRANTS_MAX' }],
    });
    expect(await apply(poolId, { organizationId })).toMatchObject({
      problems: [{ code: 'ORGANIZATION_GRANTS_MAX' }],
    });
  });

  test('is at most what was applied for', async () => {
    const { id: poolId } = await books.openPool(poolOf());
    const grant = await apply(poolId);
    expect(await books.award({ grantId: grant.id, version: 1, amount: '100.01' })).toMatchObject({
      problems: [{ field: 'amount', code: 'AMOUNT_ABOVE_APPLICATION' }],
    });
    expect(await books.award({ grantId: grant.id, version: 1, amount: '60' })).toMatchObject({
      amount: { amount: '60.00' },
      requested: { amount: '100.00' },
      pool: { awarded: { amount: '60.00' } },
    });
    expect(await books.award({ grantId: grant.id, version: 2 })).toMatchObject({
      __typename: 'InvalidTransition',
      allowed: ['IN_PROGRESS', 'TERMINATED'],
    });
    expect(await books.award({ grantId: grant.id, version: 1 })).toMatchObject({
      __typename: 'StaleVersion',
      current: 2,
    });
  });

  test('R-POOL-03: not for the same work in the same period from two pools, even at once', async () => {
    const [one, two] = [await books.openPool(poolOf()), await books.openPool(poolOf())];
    const organizationId = await make.organization();
    const work = {
      organizationId,
      amount: '10',
      beneficiaries: ['独居老人'],
      startsOn: '2026-01-01',
      endsOn: '2026-07-01',
    };
    const applied = [
      await apply(one.id, work),
      await apply(two.id, { ...work, startsOn: '2026-06-30', endsOn: '2027-01-01' }),
    ];
    const answers = await Promise.all(applied.map(({ id }) => books.award({ grantId: id, version: 1 })));
    const [won, lost] = answers[0]?.__typename === 'Grant' ? answers : answers.toReversed();
    expect(lost).toMatchObject({
      __typename: 'DoubleFunding',
      code: 'DOUBLE_FUNDING',
      grant: { id: won?.id },
    });
    const later = await apply(two.id, { ...work, startsOn: '2027-01-01', endsOn: '2027-07-01' });
    expect(await books.award({ grantId: later.id, version: 1 })).toMatchObject({ status: 'AWARDED' });
    const others = await apply(two.id, { ...work, beneficiaries: ['留守儿童'] });
    expect(await books.award({ grantId: others.id, version: 1 })).toMatchObject({ status: 'AWARDED' });
    const projectId = await make.project(organizationId);
    const [first, second] = [
      await apply(one.id, { organizationId, projectId }),
      await apply(two.id, { organizationId, projectId }),
    ];
    await books.award({ grantId: first.id, version: 1 });
    expect(await books.award({ grantId: second.id, version: 1 })).toMatchObject({
      __typename: 'DoubleFunding',
      grant: { id: first.id },
    });
  });
});

describe('a payment', () => {
  test('R-POOL-04: is unlocked stage by stage, to the last fen', async () => {
    const { id: poolId } = await books.openPool(poolOf({ instalments: [50, 30, 20] }));
    const grant = await awarded(poolId, { amount: '0.99' });
    const at = { grantId: grant.id };
    expect(await books.pay({ ...at, version: 2, amount: '0.50' })).toMatchObject({
      problems: [{ field: 'amount', code: 'INSTALMENT_LOCKED' }],
    });
    expect(await books.pay({ ...at, version: 2 })).toMatchObject({
      status: 'IN_PROGRESS',
      disbursed: { amount: '0.49' },
      version: 3,
    });
    expect(await books.pay({ ...at, version: 3 })).toMatchObject({
      problems: [{ code: 'INSTALMENT_LOCKED' }],
    });
    expect(await books.review({ ...at, version: 3, review: 'MIDTERM', passed: true })).toMatchObject({
      midtermPassed: true,
      version: 4,
    });
    expect(await books.review({ ...at, version: 4, review: 'MIDTERM', passed: true })).toMatchObject({
      __typename: 'InvalidTransition',
      allowed: ['FINAL'],
    });
    expect(await books.pay({ ...at, version: 4, amount: '0.10' })).toMatchObject({
      disbursed: { amount: '0.59' },
    });
    expect(await books.pay({ ...at, version: 5 })).toMatchObject({ disbursed: { amount: '0.79' } });
    expect(
      await books.review({ ...at, version: 6, review: 'FINAL', passed: true, note: 'grade A' }),
    ).toMatchObject({ finalPassed: true });
    expect(await books.pay({ ...at, version: 7 })).toMatchObject({
      disbursed: { amount: '0.99' },
      pool: { disbursed: { amount: '0.99' } },
    });
    expect(await books.move({ ...at, version: 8, to: 'CLOSED' })).toMatchObject({
      status: 'CLOSED',
      returned: { amount: '0.00' },
      events: [
        { to: 'APPLIED' },
        { to: 'AWARDED' },
        { to: 'IN_PROGRESS' },
        { to: 'IN_PROGRESS', note: 'MIDTERM passed' },
        { to: 'IN_PROGRESS', note: 'FINAL passed grade A' },
        { from: 'IN_PROGRESS', to: 'CLOSED' },
      ],
    });
  });

  test('R-POOL-04: a failed midterm review freezes the rest, which goes back at the end', async () => {
    const { id: poolId } = await books.openPool(poolOf({ instalments: [50, 30, 20] }));
    const organizationId = await make.organization();
    const grant = await awarded(poolId, { organizationId });
    await books.pay({ grantId: grant.id, version: 2 });
    await books.review({ grantId: grant.id, version: 3, review: 'MIDTERM', passed: false });
    expect(await books.pay({ grantId: grant.id, version: 4, amount: '1' })).toMatchObject({
      problems: [{ code: 'INSTALMENT_LOCKED' }],
    });
    expect(
      await books.review({ grantId: grant.id, version: 4, review: 'FINAL', passed: true }),
    ).toMatchObject({ __typename: 'InvalidTransition', allowed: [] });
    expect(await books.move({ grantId: grant.id, version: 4, to: 'TERMINATED' })).toMatchObject({
      status: 'TERMINATED',
      returned: { amount: '50.00' },
      pool: { awarded: { amount: '50.00' }, available: { amount: '950.00' } },
    });
    expect(await fundsOf(hub, organizationId)).toMatchObject({
      granted: { amount: '50.00' },
      disbursed: { amount: '50.00' },
    });
  });

  test('is free where the pool has no shares, and never above the award', async () => {
    const { id: poolId } = await books.openPool(poolOf());
    const grant = await awarded(poolId);
    await books.pay({ grantId: grant.id, version: 2, amount: '99.99' });
    expect(await books.pay({ grantId: grant.id, version: 3, amount: '0.02' })).toMatchObject({
      problems: [{ code: 'INSTALMENT_LOCKED' }],
    });
    expect(await books.pay({ grantId: grant.id, version: 3, amount: '0.01' })).toMatchObject({
      disbursed: { amount: '100.00' },
    });
  });

  test('by 20 at once is made once', async () => {
    const { id: poolId } = await books.openPool(poolOf());
    const grant = await awarded(poolId);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => books.pay({ grantId: grant.id, version: 2, amount: '60' })),
    );
    expect(answers.filter(({ __typename }) => __typename === 'Grant')).toHaveLength(1);
    expect(answers.filter(({ __typename }) => __typename === 'StaleVersion')).toHaveLength(19);
  });
});

describe('an end', () => {
  test('rejects an application, and lets no step be left out', async () => {
    const { id: poolId } = await books.openPool(poolOf());
    const grant = await apply(poolId);
    const at = { grantId: grant.id, version: 1 };
    for (const to of ['CLOSED', 'TERMINATED', 'AWARDED', 'IN_PROGRESS'])
      expect(await books.move({ ...at, to })).toMatchObject({
        __typename: 'InvalidTransition',
        allowed: to === 'CLOSED' || to === 'TERMINATED' ? ['AWARDED', 'REJECTED'] : ['REJECTED'],
      });
    expect(await books.pay(at)).toMatchObject({ __typename: 'InvalidTransition' });
    expect(await books.review({ ...at, review: 'MIDTERM', passed: true })).toMatchObject({
      __typename: 'InvalidTransition',
    });
    expect(await books.move({ ...at, to: 'REJECTED', note: 'not complete' })).toMatchObject({
      status: 'REJECTED',
      allowedTransitions: [],
      returned: { amount: '0.00' },
    });
    await expect(books.move({ grantId: randomUUID(), version: 1, to: 'REJECTED' })).rejects.toThrow(
      /NOT_FOUND/,
    );
  });

  test('of an award that was never paid gives all of it back', async () => {
    const { id: poolId } = await books.openPool(poolOf());
    const grant = await awarded(poolId);
    expect(await books.move({ grantId: grant.id, version: 2, to: 'TERMINATED' })).toMatchObject({
      returned: { amount: '100.00' },
      pool: { available: { amount: '1000.00' } },
    });
  });
});
