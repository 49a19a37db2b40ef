// Organizations in bulk: their rules of registration, place and level, the sums of areas, and how they go again.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoId } from '#shared/demo/identity.js';
import { organizationCodeCheck, usccCheck } from '#shared/uscc.js';
import { withClient } from '../kit/database.js';
import { admin, openOwners, type Owners } from '../kit/importing.js';
import { countStatements } from '../kit/statements.js';
import { viewerAs } from '../kit/subgraphs.js';

let owners: Owners;
beforeAll(async () => {
  owners = await openOwners();
});
afterAll(() => owners?.stop());

let made = 0;
const code = (prefix = '52', division = '360302') => {
  const body = String(30_000_000 + (made += 1));
  const first = `${prefix}${division}${body}${organizationCodeCheck(body)}`;
  return `${first}${usccCheck(first)}`;
};
const filed = (rest: object = {}) => ({
  name: `互助会 ${(made += 1)} ${Math.random()}`,
  kind: 'COMMUNITY_ORGANIZATION',
  registrationStatus: 'FILED',
  areaCode: '360302',
  volunteers: 2,
  ...rest,
});
const registered = (rest: object = {}) => ({
  ...filed(),
  kind: 'SOCIAL_SERVICE_AGENCY',
  registrationStatus: 'REGISTERED',
  uscc: code(),
  ...rest,
});
const base = demoId('organization', 'incubation-base');
const rowsOf = <Row extends object>(statement: string, values: unknown[] = []): Promise<Row[]> =>
  withClient(owners.database.address, async (client) => (await client.query<Row>(statement, values)).rows);
const written = (id: string) =>
  rowsOf<{ id: string; name: string; version: number; registration_status: string }>(
    'select id, name, version, registration_status from organizations.organization where source = $1 order by name',
    [`import:${id}`],
  );
const totals = () =>
  rowsOf(
    `select * from organizations.organization_total where organizations <> 0 or volunteers <> 0 order by 1, 2, 3, 4`,
  );

test('say what is wrong by field and code, as the mutation does, and what is only worth a look', async () => {
  const rows = [
    filed(),
    registered(),
    registered({ uscc: undefined }),
    registered({ uscc: code('51') }),
    registered({ uscc: code('52', '110999') }),
    filed({ uscc: code() }),
    filed({ areaCode: '360399' }),
    filed({ name: '阳光业主委员会' }),
    filed({ foundedOn: '2999-01-01' }),
    filed({ parentId: randomUUID() }),
    filed({ fiscalHostId: 'x' }),
    filed({ kind: 'SERVICE_PLATFORM' }),
    filed({ kind: 'SERVICE_PLATFORM', serviceLevel: 'CITY' }),
    filed({ volunteers: -1 }),
    filed({ volunteers: '3' }),
    filed({ parentId: base }),
  ];
  const examined = await owners.examine(owners.job('organizations', rows));
  expect(
    examined.map(({ verdict, problems }) => [
      verdict,
      ...problems.map(({ field, severity, code: said }) => `${severity} ${field} ${said}`),
    ]),
  ).toEqual([
    ['CREATE'],
    ['CREATE'],
    ['CREATE', 'WARNING uscc USCC_MISSING'],
    ['CREATE', 'WARNING uscc USCC_KIND_MISMATCH'],
    ['CREATE', 'WARNING uscc USCC_UNKNOWN_DIVISION'],
    ['REFUSE', 'ERROR uscc USCC_NOT_ALLOWED', 'WARNING uscc USCC_KIND_MISMATCH'].slice(0, 2),
    ['REFUSE', 'ERROR areaCode AREA_UNKNOWN'],
    ['REFUSE', 'ERROR name COMMUNITY_BODY_EXCLUDED'],
    ['REFUSE', 'ERROR foundedOn DATE_IN_FUTURE'],
    ['REFUSE', 'ERROR parentId UNKNOWN_REFERENCE'],
    ['REFUSE', 'ERROR fiscalHostId UNKNOWN_REFERENCE'],
    ['REFUSE', 'ERROR serviceLevel SERVICE_LEVEL_MISSING'],
    ['REFUSE', 'ERROR serviceLevel SERVICE_LEVEL_MISMATCH'],
    ['REFUSE', 'ERROR volunteers COUNT_OUT_OF_RANGE'],
    ['REFUSE', 'ERROR volunteers VALUE_NOT_ALLOWED'],
    ['CREATE'],
  ]);
});

test('cost as many statements for a page as for one row, whatever rows name', async () => {
  const cost = async (count: number, onDuplicate: 'SKIP' | 'UPDATE') => {
    const rows = Array.from({ length: count }, () => registered({ parentId: base, volunteers: 7 }));
    if (onDuplicate === 'UPDATE') await owners.write(owners.job('organizations', rows));
    const again = rows.map((row) => ({ ...row, volunteers: 8 }));
    const job = owners.job('organizations', again, { onDuplicate });
    const counted = countStatements();
    try {
      await owners.examine(job);
      return counted.texts.length;
    } finally {
      counted.stop();
    }
  };
  expect(await cost(250, 'SKIP')).toBe(await cost(1, 'SKIP'));
  expect(await cost(250, 'UPDATE')).toBe(await cost(1, 'UPDATE'));
});

test('are written with their first event, count in the sums of their areas, and leave no trace there when they go', async () => {
  const before = await totals();
  const rows = [
    ...Array.from({ length: 300 }, () => filed({ areaCode: '360302', certifiedSocialWorkers: 1 })),
    registered({ kind: 'MASTER_STUDIO', jurisdictions: ['360313'], uscc: undefined }),
  ];
  const job = owners.job('organizations', rows);
  expect(await owners.write(job)).toMatchObject({ state: 'WRITTEN', created: 301 });
  const ids = (await written(job.id)).map(({ id }) => id);
  const events = () =>
    rowsOf<{ count: number }>(
      'select count(*)::int as count from organizations.registration_event where organization_id = any($1)',
      [ids],
    );
  expect(await events()).toEqual([{ count: 301 }]);
  expect(await totals()).not.toEqual(before);
  expect(await owners.brokenBooks()).toEqual([]);
  expect(await owners.undo(job)).toEqual({ state: 'UNDONE', undone: 301, problems: [] });
  expect(await written(job.id)).toEqual([]);
  expect(await events()).toEqual([{ count: 0 }]);
  expect(await totals()).toEqual(before);
  expect(await owners.brokenBooks()).toEqual([]);
});

test('change what is on record as an administrator may, with an event, and are put back', async () => {
  const [first, second, third] = [filed(), registered(), filed()];
  await owners.write(owners.job('organizations', [first, second, third]));
  const again = [
    { ...first, registrationStatus: 'REGISTERED', kind: 'SOCIAL_ASSOCIATION', uscc: code('51') },
    { ...second, registrationStatus: 'FILED', uscc: second.uscc },
    { name: ` ${third.name}`, kind: third.kind, registrationStatus: 'FILED', areaCode: third.areaCode },
  ];
  const examined = await owners.examine(owners.job('organizations', again, { onDuplicate: 'UPDATE' }));
  expect(examined.map(({ verdict, problems }) => [verdict, ...problems.map((found) => found.code)])).toEqual([
    ['UPDATE'],
    ['REFUSE', 'INVALID_TRANSITION'],
    ['SKIP'],
  ]);
  const job = owners.job('organizations', [again[0]!, again[2]!], { onDuplicate: 'UPDATE' });
  expect(await owners.write(job)).toMatchObject({ created: 0, updated: 1, skipped: 1 });
  const found = () =>
    rowsOf<{ kind: string; status: string; steps: string[] }>(
      `select o.kind, o.registration_status as status, array(select to_status from organizations.registration_event e
        where e.organization_id = o.id order by position) as steps from organizations.organization o where name = $1`,
      [first.name],
    );
  expect(await found()).toEqual([
    { kind: 'COMMUNITY_ORGANIZATION', status: 'REGISTERED', steps: ['FILED', 'REGISTERED'] },
  ]);
  expect(await owners.undo(job)).toMatchObject({ state: 'UNDONE', undone: 1 });
  expect(await found()).toEqual([
    { kind: 'COMMUNITY_ORGANIZATION', status: 'FILED', steps: ['FILED', 'REGISTERED', 'FILED'] },
  ]);
  expect(await owners.brokenBooks()).toEqual([]);
});

test('never put two organizations below each other, though no row alone would', async () => {
  const rows = [filed(), filed()];
  const job = owners.job('organizations', rows);
  await owners.write(job);
  const found = await written(job.id);
  const idOf = (name: string) => found.find((row) => row.name === name)?.id;
  const crossed = [
    { ...rows[0], parentId: idOf(rows[1]!.name) },
    { ...rows[1], parentId: idOf(rows[0]!.name) },
  ];
  expect(await owners.write(owners.job('organizations', crossed, { onDuplicate: 'UPDATE' }))).toMatchObject({
    state: 'REFUSED',
  });
  expect((await written(job.id)).map(({ version }) => version)).toEqual([1, 1]);
});

test('stay when something names them: here, or in another subgraph', async () => {
  const job = owners.job('organizations', [registered(), registered(), registered(), registered()]);
  await owners.write(job);
  const ids = (await written(job.id)).map(({ id }) => id);
  await owners.write(owners.job('organizations', [filed({ parentId: ids[0] })]));
  const signed = await owners.ask(
    'partners',
    admin,
    `mutation ($input: SignAgreementInput!) { made: signAgreement(input: $input) { __typename } }`,
    {
      input: {
        partnerId: demoId('partner', 'jxnu'),
        organizationId: ids[1],
        title: '合作',
        scope: ['TRAINING'],
      },
    },
  );
  expect(signed.data).toEqual({ made: { __typename: 'CooperationAgreement' } });
  const given = await owners.ask(
    'donations',
    admin,
    `mutation ($input: RecordDonationInput!) { made: recordDonation(input: $input) { __typename } }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        organizationId: ids[2],
        kind: 'CASH',
        amount: '1',
        receivedOn: '2026-01-01',
      },
    },
  );
  expect(given.data).toEqual({ made: { __typename: 'Donation' } });
  const refused = await owners.undo(job);
  expect(refused.problems.map(({ id, message }) => `${ids.indexOf(id)} ${message}`)).toEqual([
    '0 an organization below it names it.',
    '1 a link or an agreement names it.',
    '2 a donation, campaign or grant names it.',
  ]);
  expect(await written(job.id)).toHaveLength(4);
});

test('are refused to whoever may not register one', async () => {
  const job = owners.job('organizations', [filed()]);
  for (const viewer of [viewerAs('organization', { organizationId: base }), viewerAs('finance')])
    await expect(owners.write({ ...job, viewer })).rejects.toMatchObject({
      extensions: { code: 'FORBIDDEN' },
    });
});

test('keep their events for ever unless they go with them', async () => {
  const job = owners.job('organizations', [filed()]);
  await owners.write(job);
  const [{ id }] = (await written(job.id)) as unknown as [{ id: string }];
  await expect(
    rowsOf('delete from organizations.registration_event where organization_id = $1', [id]),
  ).rejects.toThrow(/append-only/);
});
