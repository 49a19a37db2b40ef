// An incubation from the application to the end: who may take which step, when, and what it needs.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addMonths, addWorkingDays } from '#shared/calendar.js';
import { roleAddress } from '#shared/database/provision.js';
import { sessionOf } from '#shared/database/row-security.sql.js';
import { today } from '#shared/today.js';
import { withClient } from '../kit/database.js';
import {
  agency,
  faults,
  filedBody,
  freshUscc,
  type Outcome,
  registerAs,
  selfOf,
  updateAs,
} from '../kit/organizations.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from '../kit/subgraphs.js';

let hub: TestSubgraphs;
let base: Outcome;
beforeAll(async () => {
  hub = await openSubgraphs();
  base = await registerAs(hub, agency({ kind: 'INCUBATION_BASE', name: `基地 ${randomUUID()}` }));
});
afterAll(() => hub?.stop());

const admin = viewerAs('admin');

const applyForIncubation = `mutation ($input: ApplyForIncubationInput!) { result: applyForIncubation(input: $input) {
  __typename ... on Incubation { id version stage appliedOn } ... on Problem { code message } ... on InvalidInput { problems { field code } }
  ... on AlreadyIncubating { existing { id } } ... on UnknownReference { field } } }`;
const moveIncubation = `mutation ($input: MoveIncubationInput!) { result: moveIncubation(input: $input) {
  __typename ... on Incubation { id version stage termStart termEnd extensions allowedTransitions handoverTask { dueOn doneOn } warnings { field code } }
  ... on Problem { code message } ... on InvalidInput { problems { field code } } ... on InvalidTransition { from to allowed } ... on StaleVersion { current } } }`;

interface Incubating extends Outcome {
  stage: string;
  appliedOn: string;
  termStart: string;
  termEnd: string;
  extensions: number;
  allowedTransitions: string[];
  handoverTask: { dueOn: string; doneOn: string | null } | null;
  warnings: { code: string }[];
}

const apply = (input: object, viewer = admin) =>
  hub.mutate<Incubating>('organizations', viewer, applyForIncubation, { baseId: base.id, ...input });
const move = ({ id, version }: Outcome, to: string, rest: object = {}, viewer = admin) =>
  hub.mutate<Incubating>('organizations', viewer, moveIncubation, { incubationId: id, version, to, ...rest });

/** Takes listed steps one after the other. */
async function walk(start: Incubating, ...stages: string[]): Promise<Incubating> {
  let incubation = start;
  for (const to of stages) {
    incubation = await move(incubation, to);
    expect(incubation).toMatchObject({ __typename: 'Incubation', stage: to });
  }
  return incubation;
}

const straight = ['SCREENING', 'REVIEWING', 'PUBLICIZED', 'ADMITTED', 'INCUBATING'];
const reviewed = [...straight, 'MIDTERM_REVIEW', 'INCUBATING', 'FINAL_REVIEW'];

async function started(input: object = agency()): Promise<{ organization: Outcome; incubation: Incubating }> {
  const organization = await registerAs(hub, input);
  return { organization, incubation: await apply({ organizationId: organization.id }) };
}

async function read<Data>(id: string, selection: string, viewer = admin): Promise<Data> {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Incubation { ${selection} } } }`;
  const { data, errors } = await hub.ask<{ _entities: Data[] }>('organizations', viewer, query, {
    of: [{ __typename: 'Incubation', id }],
  });
  expect(errors).toBeUndefined();
  return data?._entities[0] as Data;
}

const codeOf = async (answer: ReturnType<TestSubgraphs['ask']>) =>
  (await answer).errors?.[0]?.extensions?.['code'];

/** Moves a history into the past, as the days would. */
const shift = (id: string, days: number) =>
  withClient(hub.database.address, async (client) => {
    await client.query('alter table organizations.stage_event disable trigger stage_event_append_only');
    await client.query(
      `update organizations.stage_event set at = at - make_interval(days => $2) where incubation_id = $1`,
      [id, days],
    );
    await client.query('alter table organizations.stage_event enable trigger stage_event_append_only');
  });

describe('applying', () => {
  test('R-INC-06: an organization has one open incubation, and may come again after it', async () => {
    const { organization, incubation } = await started();
    expect(incubation).toMatchObject({ __typename: 'Incubation', stage: 'APPLIED', appliedOn: today() });
    expect(await apply({ organizationId: organization.id }, selfOf(organization))).toMatchObject({
      __typename: 'AlreadyIncubating',
      code: 'ALREADY_INCUBATING',
      existing: { id: incubation.id },
    });
    await move(incubation, 'WITHDRAWN');
    expect(await apply({ organizationId: organization.id })).toMatchObject({ stage: 'APPLIED' });
  });

  test('R-INC-06: 20 simultaneous applications to different bases leave one incubation', async () => {
    const organization = await registerAs(hub, agency());
    const bases = await Promise.all(
      Array.from({ length: 20 }, () => registerAs(hub, agency({ kind: 'INCUBATION_BASE' }))),
    );
    const outcomes = await Promise.all(
      bases.map(({ id }) => apply({ organizationId: organization.id, baseId: id }, selfOf(organization))),
    );
    const won = outcomes.filter(({ __typename }) => __typename === 'Incubation');
    expect(won).toHaveLength(1);
    const existing = outcomes.flatMap((outcome) => (outcome.existing ? [outcome.existing.id] : []));
    expect(existing).toEqual(Array(19).fill(won[0]?.id));
  });

  test('goes to a base, by the organization itself, not tomorrow', async () => {
    const organization = await registerAs(hub, agency());
    const organizationId = organization.id;
    expect(faults(await apply({ organizationId, baseId: organizationId }))).toEqual(['baseId NOT_A_BASE']);
    expect(faults(await apply({ organizationId, appliedOn: '2999-01-01' }))).toEqual([
      'appliedOn DATE_IN_FUTURE',
    ]);
    expect(await apply({ organizationId, baseId: randomUUID() })).toMatchObject({ field: 'baseId' });
    const stranger = await registerAs(hub, agency());
    const input = { organizationId, baseId: base.id };
    expect(await codeOf(hub.ask('organizations', selfOf(stranger), applyForIncubation, { input }))).toBe(
      'FORBIDDEN',
    );
    const closed = await registerAs(hub, agency({ registrationStatus: 'REVOKED' }));
    expect(faults(await apply({ organizationId: closed.id }))).toEqual([
      'organizationId ORGANIZATION_CLOSED',
    ]);
  });
});

describe('R-INC-01: a step', () => {
  test('is one of allowedTransitions, and leaves an event with its note and who took it', async () => {
    const { incubation } = await started();
    expect(await move(incubation, 'ADMITTED')).toMatchObject({
      ...{ __typename: 'InvalidTransition', code: 'INVALID_TRANSITION', from: 'APPLIED', to: 'ADMITTED' },
      allowed: ['SCREENING', 'WITHDRAWN'],
    });
    await move(incubation, 'SCREENING', { note: '材料齐全' }, selfOf(base));
    const { events, allowedTransitions } = await read<{
      events: { from: string; to: string; note: string; at: string }[];
      allowedTransitions: string[];
    }>(incubation.id, 'allowedTransitions events { from to note at }');
    expect(events).toMatchObject([
      { from: null, to: 'APPLIED', note: null },
      { from: 'APPLIED', to: 'SCREENING', note: '材料齐全' },
    ]);
    expect(allowedTransitions).toEqual(['REVIEWING', 'REJECTED', 'WITHDRAWN']);
    const actors = await withClient(hub.database.address, (client) =>
      client.query('select actor from organizations.stage_event where incubation_id = $1 order by position', [
        incubation.id,
      ]),
    );
    expect(actors.rows).toEqual([{ actor: 'test-admin' }, { actor: 'test-organization' }]);
  });

  test('is refused by the database too when it does not follow the last one', async () => {
    const { incubation } = await started();
    const events = [
      [3, 'APPLIED', 'now()'],
      [2, 'SCREENING', 'now()'],
      [2, 'APPLIED', `now() - interval '1 day'`],
    ];
    await withClient(hub.database.address, async (client) => {
      for (const [position, from, at] of events) {
        const insert = `insert into organizations.stage_event (incubation_id, position, from_stage, to_stage, at) values ($1, $2, $3, 'WITHDRAWN', ${at})`;
        await expect(client.query(insert, [incubation.id, position, from])).rejects.toThrow(
          /does not follow/,
        );
      }
    });
  });

  test('belongs to the base; the organization itself only goes', async () => {
    const { organization, incubation } = await started();
    const input = { incubationId: incubation.id, version: 1, to: 'SCREENING' };
    expect(await codeOf(hub.ask('organizations', selfOf(organization), moveIncubation, { input }))).toBe(
      'FORBIDDEN',
    );
    const stranger = await registerAs(hub, agency({ kind: 'INCUBATION_BASE' }));
    expect(await codeOf(hub.ask('organizations', selfOf(stranger), moveIncubation, { input }))).toBe(
      'NOT_FOUND',
    );
    await withClient(roleAddress('organizations', hub.database.address), async (client) => {
      await client.query('begin');
      for (const [name, value] of Object.entries(sessionOf(selfOf(organization)) ?? {}))
        await client.query('select set_config($1, $2, true)', [name, value]);
      const change = `update organizations.incubation set stage = 'SCREENING' where id = $1`;
      await expect(client.query(change, [incubation.id])).rejects.toThrow(/row-level security/);
      await client.query('rollback');
    });
    expect(await move(incubation, 'WITHDRAWN', {}, selfOf(organization))).toMatchObject({
      stage: 'WITHDRAWN',
    });
  });

  test('case 61: of two that were read at the same version, one is stale', async () => {
    const { incubation } = await started();
    const outcomes = await Promise.all(['SCREENING', 'WITHDRAWN'].map((to) => move(incubation, to)));
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['Incubation', 'StaleVersion']);
  });

  test('case 63: its note is text, whatever it says', async () => {
    const { incubation } = await started();
    expect(faults(await move(incubation, 'SCREENING', { note: 'a\0' }))).toEqual([
      'note TEXT_CONTROL_CHARACTER',
    ]);
    expect(faults(await move(incubation, 'SCREENING', { note: 'a\udc00' }))).toEqual([
      'note TEXT_NOT_WELL_FORMED',
    ]);
    expect(faults(await move(incubation, 'SCREENING', { note: '电话 13800138000' }))).toEqual([
      'note PERSONAL_NUMBER',
    ]);
    expect(await move(incubation, 'SCREENING', { note: `'); drop table x; -- ‮ 🏠\nzweite` })).toMatchObject({
      stage: 'SCREENING',
    });
  });
});

test('R-INC-02: screening has five working days', async () => {
  const { incubation } = await started();
  expect(await read(incubation.id, 'screeningDueOn overdue')).toEqual({
    screeningDueOn: null,
    overdue: false,
  });
  const screening = await move(incubation, 'SCREENING');
  expect(await read(incubation.id, 'screeningDueOn overdue')).toEqual({
    screeningDueOn: addWorkingDays(today(), 5),
    overdue: false,
  });
  await shift(incubation.id, 60);
  expect(await read(incubation.id, 'overdue')).toEqual({ overdue: true });
  await move(screening, 'REVIEWING');
  expect(await read(incubation.id, 'overdue')).toEqual({ overdue: false });
});

describe('R-INC-03: the admission', () => {
  test('agrees a term: twelve months from today when none is named', async () => {
    const { incubation } = await started();
    const publicized = await walk(incubation, 'SCREENING', 'REVIEWING', 'PUBLICIZED');
    expect(
      faults(await move(publicized, 'ADMITTED', { termStart: '2026-01-01', termEnd: '2025-12-31' })),
    ).toEqual(['termEnd PERIOD_EMPTY']);
    expect(
      faults(await move(publicized, 'ADMITTED', { termStart: '2026-01-01', termEnd: '2028-01-02' })),
    ).toEqual(['termEnd TERM_TOO_LONG']);
    expect(faults(await move(publicized, 'REJECTED', { termEnd: '2028-01-02' }))).toEqual([
      'termEnd TERM_NOT_EXPECTED',
    ]);
    expect(await move(publicized, 'ADMITTED')).toMatchObject({
      termStart: today(),
      termEnd: addMonths(today(), 12),
    });
  });

  test('before the list hung out for five working days is a warning', async () => {
    const early = await started();
    expect(await walk(early.incubation, ...straight.slice(0, 4))).toMatchObject({
      warnings: [{ field: 'stage', code: 'PUBLICITY_TOO_SHORT' }],
    });
    const { incubation } = await started();
    const publicized = await walk(incubation, 'SCREENING', 'REVIEWING', 'PUBLICIZED');
    await shift(incubation.id, 30);
    expect(await move(publicized, 'ADMITTED')).toMatchObject({ stage: 'ADMITTED', warnings: [] });
  });
});

describe('R-INC-04: graduating', () => {
  test('needs a passed midterm review and, where one is given, a score of 60', async () => {
    const { incubation } = await started();
    const unreviewed = await walk(incubation, ...straight, 'FINAL_REVIEW');
    expect(faults(await move(unreviewed, 'GRADUATED', { finalScore: '59.99' }))).toEqual([
      'to MIDTERM_NOT_PASSED',
      'finalScore FINAL_SCORE_TOO_LOW',
    ]);
    expect(faults(await move(unreviewed, 'GRADUATED', { finalScore: '100.01' }))).toEqual([
      'finalScore SCORE_OUT_OF_RANGE',
    ]);
    const other = await started();
    const final = await walk(other.incubation, ...reviewed);
    expect(await move(final, 'GRADUATED', { finalScore: '60' })).toMatchObject({ stage: 'GRADUATED' });
    expect(await read(final.id, 'finalScore')).toEqual({ finalScore: '60.00' });
  });

  test('needs a legal person with a code, registered within the term when it came unregistered', async () => {
    const { organization, incubation } = await started(filedBody());
    const final = await walk(incubation, ...reviewed);
    expect(faults(await move(final, 'GRADUATED'))).toEqual([
      'to NOT_REGISTERED',
      'to USCC_INVALID',
      'to REGISTERED_OUTSIDE_TERM',
    ]);
    const update = (input: object) => updateAs(hub, { organizationId: organization.id, ...input });
    const standing = { registrationStatus: 'REGISTERED', uscc: freshUscc('52') };
    await update({ version: 1, ...standing, registeredOn: '2020-01-01' });
    expect(faults(await move(final, 'GRADUATED'))).toEqual(['to REGISTERED_OUTSIDE_TERM']);
    await update({ version: 2, registeredOn: today() });
    expect(await move(final, 'GRADUATED')).toMatchObject({ stage: 'GRADUATED' });
  });
});

test('R-INC-05: a term is extended once, and never beyond 24 months', async () => {
  const { incubation } = await started();
  const final = await walk(incubation, ...reviewed);
  expect(final.allowedTransitions).toContain('EXTENDED');
  expect(faults(await move(final, 'EXTENDED', { termEnd: addMonths(today(), 25) }))).toEqual([
    'termEnd TERM_TOO_LONG',
  ]);
  expect(faults(await move(final, 'EXTENDED', { termEnd: addMonths(today(), 11) }))).toEqual([
    'termEnd PERIOD_EMPTY',
  ]);
  const extended = await move(final, 'EXTENDED');
  expect(extended).toMatchObject({ extensions: 1, termStart: today(), termEnd: addMonths(today(), 24) });
  const again = await walk(extended, 'INCUBATING', 'FINAL_REVIEW');
  expect(again.allowedTransitions).toEqual(['GRADUATED', 'EXITED']);
  expect(await move(again, 'EXTENDED')).toMatchObject({
    __typename: 'InvalidTransition',
    allowed: ['GRADUATED', 'EXITED'],
  });
});

test('R-INC-08: an organization that leaves owes a handover within 15 working days', async () => {
  const { organization, incubation } = await started();
  const admitted = await walk(incubation, ...straight.slice(0, 4));
  expect(admitted.handoverTask).toBeNull();
  expect(await move(admitted, 'EXITED', {}, selfOf(organization))).toMatchObject({
    stage: 'EXITED',
    handoverTask: { dueOn: addWorkingDays(today(), 15), doneOn: null },
  });
  const completeHandover = `mutation ($input: CompleteHandoverInput!) { result: completeHandover(input: $input) {
    __typename ... on Incubation { handoverTask { doneOn } } ... on InvalidInput { problems { field code } } } }`;
  const input = { incubationId: incubation.id };
  expect(await codeOf(hub.ask('organizations', selfOf(organization), completeHandover, { input }))).toBe(
    'FORBIDDEN',
  );
  const complete = (rest: object = {}) =>
    hub.mutate<Incubating>('organizations', selfOf(base), completeHandover, { ...input, ...rest });
  expect(faults(await complete({ doneOn: '2999-01-01' }))).toEqual(['doneOn DATE_IN_FUTURE']);
  expect(await complete()).toMatchObject({ handoverTask: { doneOn: today() } });
  expect(faults(await complete())).toEqual(['incubationId HANDOVER_DONE']);
});

/** Lists the incubations at a base that the conditions let through, by their ids. */
async function listed(conditions: string, at: string = base.id): Promise<string[]> {
  const query = `query ($base: ID!) { incubations(first: 100, base: $base, ${conditions}) { totalCount nodes { id } } }`;
  const { data, errors } = await hub.ask<{ incubations: { totalCount: number; nodes: { id: string }[] } }>(
    'organizations',
    viewerAs('viewer'),
    query,
    { base: at },
  );
  expect(errors).toBeUndefined();
  expect(data?.incubations.totalCount).toBe(data?.incubations.nodes.length);
  return (data?.incubations.nodes ?? []).map(({ id }) => id);
}

test('incubations are found by base and area, and by a clock that ran out: of the screening, the term, the handover', async () => {
  const own = await registerAs(hub, agency({ kind: 'INCUBATION_BASE', name: `基地 ${randomUUID()}` }));
  const applied = async () => {
    const { id } = await registerAs(hub, agency());
    return apply({ organizationId: id, baseId: own.id });
  };
  const screened = await walk(await applied(), 'SCREENING');
  const screenedLately = await walk(await applied(), 'SCREENING');
  const incubating = await walk(await applied(), ...straight);
  const exited = await walk(await applied(), ...straight, 'EXITED');
  const done = await walk(await applied(), ...straight, 'EXITED');
  const waiting = await applied();
  await withClient(hub.database.address, async (client) => {
    await client.query('set session_replication_role = replica');
    await client.query(
      `update organizations.stage_event set at = now() - interval '30 days' where incubation_id = $1 and to_stage = 'SCREENING'`,
      [screened.id],
    );
    await client.query(
      `update organizations.incubation set term_start = '2024-01-01', term_end = '2024-12-31' where id = $1`,
      [incubating.id],
    );
    await client.query(
      `update organizations.handover_task set due_on = '2024-01-31' where incubation_id = any($1)`,
      [[exited.id, done.id]],
    );
    await client.query(
      `update organizations.handover_task set done_on = '2024-01-30' where incubation_id = $1`,
      [done.id],
    );
  });
  expect(await listed('overdue: true', own.id)).toEqual([screened.id, incubating.id, exited.id]);
  expect(await listed('overdue: false', own.id)).toEqual([screenedLately.id, done.id, waiting.id]);
  expect(await listed('stage: [SCREENING], area: "360302"', own.id)).toEqual([
    screened.id,
    screenedLately.id,
  ]);
  expect(await listed('area: "360313"', own.id)).toEqual([]);
  expect(await read(incubating.id, 'clock { kind dueOn late } overdue')).toEqual({
    clock: { kind: 'TERM', dueOn: '2024-12-31', late: true },
    overdue: false,
  });
  expect(await read(exited.id, 'clock { kind late }')).toEqual({ clock: { kind: 'HANDOVER', late: true } });
  expect(await read(screened.id, 'clock { kind late } since')).toMatchObject({
    clock: { kind: 'SCREENING', late: true },
  });
  expect(await read(waiting.id, 'clock { kind }')).toEqual({ clock: null });
  expect(await read(done.id, 'clock { kind }')).toEqual({ clock: null });
});
