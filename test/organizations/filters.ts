// Filters of lists: each finds what the rows say, alone and together.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startHub, type TestHub } from '../kit/hub.js';
import { withClient } from '../kit/database.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ topology: 'embedded', engine: 'hive' });
});
afterAll(() => hub?.stop());

interface Found {
  organizations: { totalCount: number; nodes: { id: string; name: string; rating: string | null }[] };
}
const find = async (filter: object, orderBy = 'CREATED_AT') =>
  (
    await hub.expectData<Found>(
      `query ($filter: OrganizationFilter, $orderBy: OrganizationOrder) {
        organizations(first: 100, filter: $filter, orderBy: $orderBy) { totalCount nodes { id name rating } } }`,
      { filter, orderBy },
    )
  ).organizations;

test('R-RAT-04: a rating counts only while it is in force', async () => {
  const { nodes } = await find({ kind: ['SOCIAL_SERVICE_AGENCY'] });
  const [rated, expired] = nodes;
  await withClient(hub.database.address, async (client) => {
    await client.query(
      `insert into organizations.rating_period (organization_id, valid_from, valid_to, grade)
       values ($1, current_date - 100, current_date + 100, 'AAA'), ($2, '2015-01-01', '2020-01-01', 'AAAAA')`,
      [rated?.id, expired?.id],
    );
  });
  const found = await find({ rating: ['AAA', 'AAAAA'] });
  expect(found).toEqual({ totalCount: 1, nodes: [{ id: rated?.id, name: rated?.name, rating: 'AAA' }] });
});

test('conditions hold together, and wildcards in a text stand for themselves', async () => {
  const graduated = await find({
    incubationStatus: ['GRADUATED', 'ALUMNI'],
    registrationStatus: ['REGISTERED'],
    area: '360300',
  });
  expect(graduated.totalCount).toBe(4);
  expect(graduated.nodes).toHaveLength(4);
  expect((await find({ text: '为老服务', area: '360302' })).nodes.map(({ name }) => name)).toEqual([
    '安源区为老服务中心（演示）',
  ]);
  expect((await find({ text: '%' })).totalCount).toBe(0);
  expect((await find({ text: '52360302mj0000018b' })).totalCount).toBe(1);
});

test('the kept total of a list is what its pages hold', async () => {
  const { totalCount, nodes } = await find({ area: '360302100', kind: ['SERVICE_PLATFORM'] }, 'NAME');
  expect(nodes).toHaveLength(totalCount);
  expect((await find({ area: '999900' })).totalCount).toBe(0);
  const all = await hub.expectData<{ organizations: { totalCount: number } }>(
    `{ organizations(first: 0) { totalCount } }`,
  );
  expect(all.organizations.totalCount).toBe(2904);
});
