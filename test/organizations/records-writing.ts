// Areas, projects, awards, findings of the authorities and ratings on record, each rule by its id.
import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, addMonths } from '#shared/calendar.js';
import { today } from '#shared/today.js';
import type { Viewer } from '#shared/viewer.js';
import { withClient } from '../kit/database.js';
import { agency, faults, type Outcome, registerAs, selfOf } from '../kit/organizations.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from '../kit/subgraphs.js';

let hub: TestSubgraphs;
beforeAll(async () => {
  hub = await openSubgraphs();
});
afterAll(() => hub?.stop());

const admin = viewerAs('admin');
const register = (rest: object = {}) => registerAs(hub, agency(rest));

/** Writes a mutation whose input type is called like it. */
function mutationOf(name: string, type: string, selection: string): string {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${input}!) { result: ${name}(input: $input) { __typename ... on ${type} { ${selection} }
    ... on Problem { code message } ... on InvalidInput { problems { field code allowed } } } }`;
}

type Row = Outcome & Record<string, unknown>;
const run =
  (name: string, type: string, selection: string) =>
  (input: object, viewer: Viewer = admin) =>
    hub.mutate<Row>('organizations', viewer, mutationOf(name, type, selection), input);

const registerArea = run(
  'registerArea',
  'Area',
  'areaCode: code level version parent { code } warnings { code } replacedBy { code }',
);
const registerProject = run('registerProject', 'Project', 'id name beneficiaries organization { id }');
const recordAward = run('recordAward', 'Award', 'id title year count');
const recordCompliance = run('recordCompliance', 'ComplianceRecord', 'id version kind year endsOn');
const closeCompliance = run('closeCompliance', 'ComplianceRecord', 'id version endsOn');
const recordRating = run('recordRating', 'RatingPeriod', 'grade validFrom validTo');

async function ask<Data>(query: string, variables: object, viewer: Viewer = admin): Promise<Data> {
  const { data, errors } = await hub.ask<Data>('organizations', viewer, query, { ...variables });
  expect(errors).toBeUndefined();
  return data as Data;
}

/** A county of its own in a prefecture that the dataset knows. */
async function freshCounty(rest: object = {}): Promise<string> {
  for (;;) {
    const code = `5106${randomInt(10, 99)}`;
    const outcome = await registerArea({ code, name: `县 ${code}`, ...rest });
    if (outcome.__typename === 'Area') return code;
  }
}

describe('an area', () => {
  test('R-DIV-01: has the level and the parent that its code tells, and the parent is on record', async () => {
    const county = await freshCounty();
    expect(await registerArea({ code: `${county}101`, name: '镇' })).toMatchObject({
      ...{ __typename: 'Area', level: 'TOWNSHIP', version: 1, parent: { code: county } },
    });
    expect(await registerArea({ code: `${county}101`, name: '镇' })).toMatchObject({
      ...{ __typename: 'AreaAlreadyRegistered', code: 'AREA_ALREADY_REGISTERED' },
    });
    expect(faults(await registerArea({ code: '989801', name: '县' }))).toContain('code AREA_PARENT_UNKNOWN');
    expect(faults(await registerArea({ code: `${county}102001`, name: '村' }))).toEqual([
      'code AREA_PARENT_UNKNOWN',
    ]);
  });

  test('R-DIV-02: a replaced code names its successor and is no address any more', async () => {
    const old = await freshCounty({ validFrom: '2000-01-01' });
    const resident = await register({ areaCode: old });
    const code = await freshCounty({ validFrom: '2020-01-01', replaces: [old] });
    const { area } = await ask<{ area: object }>(
      `query ($old: AreaCode!) { area(code: $old) { validFrom validTo version replacedBy { code } } }`,
      { old },
    );
    expect(area).toEqual({
      validFrom: '2000-01-01',
      validTo: '2020-01-01',
      version: 2,
      replacedBy: { code },
    });
    expect(await register({ areaCode: old })).toMatchObject({
      problems: [{ field: 'areaCode', code: 'AREA_REPLACED', allowed: code }],
    });
    const { organization } = await ask<{ organization: { warnings: object[] } }>(
      `query ($id: ID!) { organization(id: $id) { warnings { field code } } }`,
      { id: resident.id },
    );
    expect(organization.warnings).toEqual([{ field: 'areaCode', code: 'AREA_REPLACED' }]);
    const again = await registerArea({ code: '510699', name: '县', replaces: [old, '510698'] });
    expect(faults(again)).toEqual(['replaces.0 AREA_REPLACED', 'replaces.1 AREA_UNKNOWN']);
    expect(
      (
        await withClient(hub.database.address, (client) =>
          client.query(`select action from organizations.audit_record where entity_id = $1 order by at`, [
            old,
          ]),
        )
      ).rows,
    ).toEqual([{ action: 'registerArea' }, { action: 'registerArea' }]);
  });

  test('case 62: two that replace the same areas in opposite order, one does', async () => {
    const county = await freshCounty();
    // Townships, of which a county has numbers enough for every round.
    for (let round = 0; round < 10; round += 1) {
      const [a, b, c, d] = Array.from({ length: 4 }, (_, index) => `${county}${101 + round * 4 + index}`);
      for (const code of [a, b]) await registerArea({ code, name: '镇' });
      const outcomes = await Promise.all([
        registerArea({ code: c, name: '街道', replaces: [a, b] }),
        registerArea({ code: d, name: '街道', replaces: [b, a] }),
      ]);
      expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['Area', 'InvalidInput']);
      expect(outcomes.flatMap(faults).sort()).toEqual([
        'replaces.0 AREA_REPLACED',
        'replaces.1 AREA_REPLACED',
      ]);
    }
  });

  test('R-DIV-02: an abolished code is no address either', async () => {
    const code = await freshCounty({ validFrom: '2000-01-01', validTo: '2010-01-01' });
    expect(faults(await register({ areaCode: code }))).toEqual(['areaCode AREA_ABOLISHED']);
    const future = await freshCounty({ validTo: '2999-01-01' });
    expect(faults(await register({ areaCode: future }))).toEqual([]);
    expect(
      faults(
        await registerArea({ code: '510697', name: '县', validFrom: '2010-01-01', validTo: '2010-01-01' }),
      ),
    ).toEqual(['validTo PERIOD_EMPTY']);
  });

  test('R-DIV-03: the placeholder of a city is none', async () => {
    expect(faults(await registerArea({ code: '510601', name: '市辖区' }))).toEqual(['code AREA_PLACEHOLDER']);
  });

  test('R-DIV-04: a grid belongs to a village, and unusual numbers are a warning', async () => {
    const county = await freshCounty();
    await registerArea({ code: `${county}400`, name: '园区' });
    expect(await registerArea({ code: `${county}400001`, name: '社区' })).toMatchObject({
      warnings: [{ code: 'AREA_UNUSUAL_TOWNSHIP' }],
    });
    expect(await registerArea({ code: `${county}400001-G001`, name: '网格' })).toMatchObject({
      ...{ level: 'GRID', parent: { code: `${county}400001` } },
    });
    expect(await registerArea({ code: `${county}101`, name: '镇' })).toMatchObject({ warnings: [] });
  });
});

test('registerProject: by the organization itself, one of a name', async () => {
  const organization = await register();
  const input = {
    organizationId: organization.id,
    name: `项目 ${randomUUID()}`,
    beneficiaries: ['老人', '儿童'],
  };
  const project = await registerProject(input, selfOf(organization));
  expect(project).toMatchObject({
    __typename: 'Project',
    beneficiaries: ['老人', '儿童'],
    organization: { id: organization.id },
  });
  expect(await registerProject(input)).toMatchObject({
    __typename: 'ProjectAlreadyRegistered',
    code: 'PROJECT_ALREADY_REGISTERED',
  });
  const wrong = {
    ...input,
    name: '\0',
    beneficiaries: ['', '张三 13800138000'],
    startedOn: '2026-02-01',
    endedOn: '2026-01-01',
  };
  expect(faults(await registerProject(wrong))).toEqual([
    ...[
      'name TEXT_CONTROL_CHARACTER',
      'endedOn PERIOD_EMPTY',
      'beneficiaries.0 TEXT_BLANK',
      'beneficiaries.1 PERSONAL_NUMBER',
    ],
  ]);
  const stranger = selfOf(await register());
  const { errors } = await hub.ask(
    'organizations',
    stranger,
    mutationOf('registerProject', 'Project', 'id'),
    { input },
  );
  expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
});

test('R-AWD-01: an honour of a year is on record once, with who gave it', async () => {
  const { id: organizationId } = await register();
  const award = {
    organizationId,
    title: '优秀社会组织',
    level: 'PREFECTURE',
    subject: 'ORGANIZATION',
    year: 2024,
    issuer: '市委社会工作部',
  };
  expect(await recordAward(award)).toMatchObject({ __typename: 'Award', year: 2024, count: 1 });
  expect(await recordAward(award)).toMatchObject({ __typename: 'AwardAlreadyRecorded' });
  expect(await recordAward({ ...award, year: 2025 })).toMatchObject({ __typename: 'Award' });
  expect(
    faults(await recordAward({ ...award, projectId: organizationId, issuer: ' ', year: 1900, count: 0 })),
  ).toEqual([
    ...[
      'organizationId AWARD_OF_ONE',
      'issuer TEXT_BLANK',
      'year YEAR_OUT_OF_RANGE',
      'count COUNT_OUT_OF_RANGE',
    ],
  ]);
  expect(await recordAward({ ...award, organizationId: null, projectId: organizationId })).toMatchObject({
    __typename: 'UnknownReference',
  });
});

const lastYear = Number(today().slice(0, 4)) - 1;
const passed = (organizationId: string) =>
  recordCompliance({ organizationId, kind: 'ANNUAL_CHECK', year: lastYear, result: 'PASSED' });

describe('findings of the authorities', () => {
  test('say what belongs to their kind, and one check of a year', async () => {
    const { id: organizationId } = await register();
    expect(await passed(organizationId)).toMatchObject({ __typename: 'ComplianceRecord', year: lastYear });
    expect(faults(await passed(organizationId))).toEqual(['year ANNUAL_CHECK_RECORDED']);
    expect(
      faults(await recordCompliance({ organizationId, kind: 'ANNUAL_CHECK', startsOn: today() })),
    ).toEqual([...['year YEAR_MISSING', 'result RESULT_MISSING', 'startsOn DAY_NOT_ALLOWED']]);
    expect(
      faults(await recordCompliance({ organizationId, kind: 'PENALTY', year: lastYear, result: 'FAILED' })),
    ).toEqual([...['year YEAR_NOT_ALLOWED', 'result RESULT_NOT_ALLOWED', 'startsOn DAY_MISSING']]);
  });

  test('end once', async () => {
    const { id: organizationId } = await register();
    const startsOn = addDays(today(), -10);
    const { id, version } = await recordCompliance({ organizationId, kind: 'INVESTIGATION', startsOn });
    const close = (rest: object) => closeCompliance({ complianceId: id, version, ...rest });
    expect(faults(await close({ endsOn: addDays(startsOn, -1) }))).toEqual(['endsOn PERIOD_EMPTY']);
    expect(await close({})).toMatchObject({ __typename: 'ComplianceRecord', endsOn: today(), version: 2 });
    expect(await close({})).toMatchObject({ __typename: 'StaleVersion' });
    expect(faults(await close({ version: 2 }))).toEqual(['complianceId NOT_OPEN']);
  });

  test('are seen by administrators and the organization itself alone', async () => {
    const organization = await register();
    await recordCompliance({ organizationId: organization.id, kind: 'PENALTY', startsOn: '2020-01-01' });
    const query = `query ($id: ID!) { organization(id: $id) { compliance { kind } } }`;
    const seen = { organization: { compliance: [{ kind: 'PENALTY' }] } };
    expect(await ask(query, organization)).toEqual(seen);
    expect(await ask(query, organization, selfOf(organization))).toEqual(seen);
    expect(await ask(query, organization, selfOf(await register()))).toEqual({
      organization: { compliance: [] },
    });
    const { errors } = await hub.ask('organizations', viewerAs('analyst'), query, { ...organization });
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});

describe('a rating', () => {
  test('R-RAT-01: is valid for five years and shown from its first day on', async () => {
    const { id: organizationId } = await register({ registeredOn: '2015-01-01' });
    await passed(organizationId);
    const validFrom = `${lastYear + 1}-01-02`;
    const rating = { organizationId, grade: 'AAAA', validFrom };
    expect(faults(await recordRating({ ...rating, validTo: addDays(addMonths(validFrom, 60), 1) }))).toEqual([
      'validTo RATING_TOO_LONG',
    ]);
    expect(faults(await recordRating({ ...rating, validTo: validFrom }))).toEqual(['validTo PERIOD_EMPTY']);
    expect(await recordRating(rating)).toMatchObject({
      grade: 'AAAA',
      validFrom,
      validTo: addMonths(validFrom, 60),
    });
    const query = `query ($id: ID!, $before: Date!, $after: Date!) { organization(id: $id) {
      rating before: rating(asOf: $before) after: rating(asOf: $after) ratings { grade validFrom } } }`;
    const days = { id: organizationId, before: addDays(validFrom, -1), after: addMonths(validFrom, 60) };
    expect(await ask(query, days)).toEqual({
      organization: { rating: 'AAAA', before: null, after: null, ratings: [{ grade: 'AAAA', validFrom }] },
    });
  });

  test('R-RAT-02, R-RAT-03: is refused by what is on record, all reasons at once', async () => {
    const { id: organizationId } = await register({ registeredOn: addMonths(today(), -12) });
    await recordCompliance({ organizationId, kind: 'ABNORMAL_LIST', startsOn: '2020-01-01' });
    expect(faults(await recordRating({ organizationId, grade: 'AAA', validFrom: today() }))).toEqual([
      'organizationId REGISTERED_TOO_SHORT',
      'organizationId ANNUAL_CHECK_MISSING',
      'organizationId LISTED_ABNORMAL',
    ]);
  });

  test('R-RAT-02: a result that is being written is waited for, not overlooked', async () => {
    const { id: organizationId } = await register({ registeredOn: '2015-01-01' });
    await passed(organizationId);
    const validFrom = `${lastYear + 1}-01-01`;
    await withClient(hub.database.address, async (client) => {
      await client.query('begin');
      await client.query('select from organizations.organization where id = $1 for update', [organizationId]);
      await client.query(
        `insert into organizations.rating_period (organization_id, valid_from, valid_to, grade) values ($1, $2, $2::date + 1825, 'A')`,
        [organizationId, addDays(validFrom, 1)],
      );
      let settled = false;
      const second = recordRating({ organizationId, grade: 'A', validFrom }).finally(() => (settled = true));
      const waiting = async () =>
        (
          await client.query(
            `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          )
        ).rowCount !== 0;
      while (!settled && !(await waiting()));
      await client.query('commit');
      expect(faults(await second)).toEqual(['organizationId RATED_RECENTLY']);
    });
  });

  test('R-RAT-04: a list by rating finds what is in force, not what it was before', async () => {
    const { id: organizationId } = await register({ registeredOn: '2015-01-01' });
    await withClient(hub.database.address, (client) =>
      client.query(
        `insert into organizations.rating_period (organization_id, valid_from, valid_to, grade)
          values ($1, current_date - 900, current_date + 900, 'AA'), ($1, current_date - 100, current_date + 1700, 'AAAA')`,
        [organizationId],
      ),
    );
    const found = async (rating: string) => {
      const query = `query ($rating: [Rating!]) { organizations(first: 100, filter: { rating: $rating }) { nodes { id } } }`;
      const { organizations } = await ask<{ organizations: { nodes: { id: string }[] } }>(query, {
        rating: [rating],
      });
      return organizations.nodes.some(({ id }) => id === organizationId);
    };
    expect(await found('AAAA')).toBe(true);
    expect(await found('AA')).toBe(false);
  });
});
