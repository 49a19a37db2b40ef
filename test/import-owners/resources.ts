// Resources in bulk: each partner its own, one of a title, and no less than what links hold.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoId } from '#shared/demo/identity.js';
import { withClient } from '../kit/database.js';
import { admin, openOwners, type Owners } from '../kit/importing.js';
import { countStatements } from '../kit/statements.js';
import { viewerAs } from '../kit/subgraphs.js';

let owners: Owners;
beforeAll(async () => {
  owners = await openOwners();
});
afterAll(() => owners?.stop());

const partnerId = demoId('partner', 'jxnu');
const own = viewerAs('partner', { partnerId });
let made = 0;
const resource = (rest: object = {}) => ({
  partnerId,
  title: `资源 ${(made += 1)} ${Math.random()}`,
  category: 'TRAINING',
  capacity: '10',
  unit: '人次',
  ...rest,
});
const rowsOf = <Row extends object>(statement: string, values: unknown[] = []): Promise<Row[]> =>
  withClient(owners.database.address, async (client) => (await client.query<Row>(statement, values)).rows);
const written = (id: string) =>
  rowsOf<{ id: string; title: string; capacity: string; status: string; version: number }>(
    'select id, title, capacity, status, version from partners.resource where source = $1 order by title',
    [`import:${id}`],
  );

test('say what is wrong by field and code, as the mutation does', async () => {
  const rows = [
    resource({ publish: true, areaCodes: ['360300'] }),
    resource({ title: 'a\u0000b' }),
    resource({ capacity: '-1' }),
    resource({ capacity: '3箱' }),
    resource({ areaCodes: ['360300', '360300'] }),
    resource({ availableFrom: '2026-02-01', availableTo: '2026-01-01' }),
    resource({ partnerId: randomUUID() }),
    resource({ partnerId: 'nobody' }),
    resource({ description: '电话 13800138000' }),
    resource({ unit: undefined }),
  ];
  const examined = await owners.examine(owners.job('resources', rows));
  expect(examined.map(({ problems }) => problems.map(({ field, code }) => `${field} ${code}`))).toEqual([
    [],
    ['title TEXT_CONTROL_CHARACTER'],
    ['capacity QUANTITY_NOT_POSITIVE'],
    ['capacity VALUE_NOT_ALLOWED'],
    ['areaCodes.1 AREA_REPEATED'],
    ['availableTo PERIOD_EMPTY'],
    ['partnerId UNKNOWN_REFERENCE'],
    ['partnerId UNKNOWN_REFERENCE'],
    ['description PERSONAL_NUMBER'],
    ['unit VALUE_MISSING'],
  ]);
});

test('cost as many statements for a page as for one row', async () => {
  const cost = async (count: number) => {
    const job = owners.job(
      'resources',
      Array.from({ length: count }, () => resource()),
    );
    const counted = countStatements();
    try {
      await owners.examine(job);
      return counted.texts.length;
    } finally {
      counted.stop();
    }
  };
  expect(await cost(250)).toBe(await cost(1));
});

test('are written by a partner for itself and by nobody for another', async () => {
  const job = owners.job('resources', [resource(), resource({ publish: true })], { viewer: own });
  expect(await owners.write(job)).toMatchObject({ state: 'WRITTEN', created: 2 });
  expect((await written(job.id)).map(({ status }) => status)).toEqual(['DRAFT', 'PUBLISHED']);
  const foreign = owners.job('resources', [resource(), resource({ partnerId: demoId('partner', 'jgsu') })], {
    viewer: own,
  });
  const refused = await owners.write(foreign);
  expect(refused).toMatchObject({
    state: 'REFUSED',
    problems: [{ number: 2, field: 'partnerId', code: 'FORBIDDEN' }],
  });
  expect(await written(foreign.id)).toEqual([]);
  const other = viewerAs('partner', { subject: 'another', partnerId: demoId('partner', 'jgsu') });
  await expect(owners.undo({ ...job, viewer: other })).rejects.toMatchObject({
    extensions: { code: 'NOT_FOUND' },
  });
  const colleague = { ...own, subject: 'a colleague' };
  expect(await owners.undo({ ...job, viewer: colleague })).toMatchObject({ state: 'UNDONE', undone: 2 });
  await expect(owners.write({ ...job, viewer: viewerAs('finance') })).rejects.toMatchObject({
    extensions: { code: 'FORBIDDEN' },
  });
});

test('of a title that the partner offers are left out, change it, or are refused', async () => {
  const [first, second] = [resource({ description: 'old' }), resource()];
  await owners.write(owners.job('resources', [first, second]));
  const again = [
    { ...first, title: first.title.toUpperCase(), capacity: '12', description: 'new', category: 'VENUE' },
    second,
  ];
  expect(await owners.write(owners.job('resources', again))).toMatchObject({ created: 0, skipped: 2 });
  const refused = await owners.write(owners.job('resources', again, { onDuplicate: 'CREATE' }));
  expect(refused.problems.map(({ number, code }) => `${number} ${code}`)).toEqual([
    '1 RESOURCE_ALREADY_REGISTERED',
    '2 RESOURCE_ALREADY_REGISTERED',
  ]);
  const job = owners.job('resources', again, { onDuplicate: 'UPDATE' });
  expect(await owners.write(job)).toMatchObject({ updated: 1, skipped: 1 });
  const find = () =>
    rowsOf('select capacity, description, category from partners.resource where lower(title) = lower($1)', [
      first.title,
    ]);
  expect(await find()).toEqual([{ capacity: '12', description: 'new', category: 'TRAINING' }]);
  expect(await owners.undo(job)).toMatchObject({ state: 'UNDONE', undone: 1 });
  expect(await find()).toEqual([{ capacity: '10', description: 'old', category: 'TRAINING' }]);
});

test('that are linked since stay, and are not made smaller than what links hold', async () => {
  const row = resource({ publish: true });
  const job = owners.job('resources', [row]);
  await owners.write(job);
  const more = owners.job('resources', [{ ...row, capacity: '20' }], { onDuplicate: 'UPDATE' });
  await owners.write(more);
  const [{ id }] = (await written(job.id)) as unknown as [{ id: string }];
  const linked = await owners.ask(
    'partners',
    admin,
    `mutation ($input: ProposeLinkInput!) { made: proposeLink(input: $input) { ... on ResourceLink { id version } } }`,
    { input: { resourceId: id, organizationId: demoId('organization', 'incubation-base'), quantity: '15' } },
  );
  const link = (linked.data as unknown as { made: { id: string; version: number } }).made;
  await owners.ask(
    'partners',
    viewerAs('organization', { organizationId: demoId('organization', 'incubation-base') }),
    `mutation ($input: MoveLinkInput!) { moveLink(input: $input) { __typename } }`,
    { input: { linkId: link.id, version: link.version, to: 'ACCEPTED' } },
  );
  expect(await rowsOf('select held from partners.resource where id = $1', [id])).toEqual([{ held: '15' }]);
  const less = await owners.examine(owners.job('resources', [row], { onDuplicate: 'UPDATE' }));
  expect(less).toMatchObject([
    { verdict: 'REFUSE', problems: [{ field: 'capacity', code: 'CAPACITY_EXCEEDED' }] },
  ]);
  expect((await owners.undo(more)).problems).toMatchObject([{ id, code: 'CAPACITY_EXCEEDED' }]);
  expect((await owners.undo(job)).problems).toMatchObject([{ id, code: 'CHANGED_SINCE' }]);
  expect(await owners.brokenBooks()).toEqual([]);
});
