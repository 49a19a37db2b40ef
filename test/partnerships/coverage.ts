// Where links are missing: counties by categories.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { agency, filedBody, registerAs } from '../kit/organizations.js';
import { admin, changePartners, makeLink, makePartner, makeResource, moveAlong } from '../kit/partners.js';
import { countStatements } from '../kit/statements.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from '../kit/subgraphs.js';

interface Row {
  area: { code: string };
  organizations: number;
  communitiesWithoutLink: number;
  cells: { category: string; need: number; supply: number; gap: number }[];
}

let hub: TestSubgraphs;
beforeAll(async () => {
  hub = await openSubgraphs();
});
afterAll(() => hub?.stop());

async function matrix(area: string): Promise<Row[]> {
  const query = `query ($area: AreaCode!) { coverageMatrix(area: $area) { area { code } rows { area { code } organizations communitiesWithoutLink
    cells { category need supply gap } } } }`;
  const { data, errors } = await hub.ask<{ coverageMatrix: { rows: Row[] } }>(
    'partners',
    viewerAs('analyst'),
    query,
    { area },
  );
  if (errors !== undefined) throw new Error(String(errors[0]?.extensions?.['code']));
  return data?.coverageMatrix.rows ?? [];
}
const cell = (rows: readonly Row[], code: string, category: string) =>
  rows.find(({ area }) => area.code === code)?.cells.find((each) => each.category === category);

async function registerArea(code: string): Promise<void> {
  const mutation = `mutation ($input: RegisterAreaInput!) { result: registerArea(input: $input) { __typename } }`;
  await hub.mutate('organizations', admin, mutation, { code, name: `第${code}处` });
}

test('a county needs a category for each organization without it, and gets what may be used there', async () => {
  const before = await matrix('510600');
  const codes = before.map(({ area }) => area.code);
  expect(codes).toEqual(['510603', '510604', '510623', '510681', '510682', '510683']);
  expect(before.every(({ cells }) => cells.length === 9)).toBe(true);
  for (const code of ['510682100', '510682100001', '510682100002']) await registerArea(code);
  const [served, , asked] = [
    await registerAs(hub, filedBody({ areaCode: '510682100001' })),
    await registerAs(hub, filedBody({ areaCode: '510682100002' })),
    await registerAs(hub, agency({ areaCode: '510682' })),
    await registerAs(hub, agency({ areaCode: '510623' })),
  ];
  const partner = await makePartner(hub);
  const offer = (rest: object) => makeResource(hub, partner.id, { category: 'EQUIPMENT', ...rest });
  const everywhere = await offer({ capacity: '2' });
  const running = async (resource: { id: string }) =>
    moveAlong(hub, await makeLink(hub, resource.id, { organizationId: served!.id }), ['ACCEPTED', 'ACTIVE']);
  // Twice the same organization, and a proposal to another one: one is served.
  await running(everywhere);
  await running(await offer({ areaCodes: ['510682'], capacity: '1' }));
  await makeLink(hub, everywhere.id, { organizationId: asked!.id });
  await offer({ areaCodes: ['510600'] });
  await offer({ areaCodes: ['510682100001', '510623'] });
  await offer({ areaCodes: ['510683'], availableTo: '2026-01-01' });
  const draft = await offer({ publish: false });
  await changePartners(hub, admin, 'withdrawResource', { resourceId: draft.id, version: 1 });

  const rows = await matrix('510600');
  // Everywhere, the city's and the one for a community; what is used up counts no more.
  const base = (code: string) => cell(before, code, 'EQUIPMENT')?.supply ?? 0;
  expect(cell(rows, '510682', 'EQUIPMENT')).toMatchObject({ need: 2, supply: base('510682') + 3 });
  expect(cell(rows, '510623', 'EQUIPMENT')).toMatchObject({ need: 1, supply: base('510623') + 3 });
  expect(cell(rows, '510683', 'EQUIPMENT')).toMatchObject({ need: 0, supply: base('510683') + 2, gap: 0 });
  expect(cell(rows, '510682', 'VENUE')).toMatchObject({ need: 3 });
  for (const { need, supply, gap } of rows.flatMap(({ cells }) => cells))
    expect(gap).toBe(Math.max(0, need - supply));
  expect(rows.find(({ area }) => area.code === '510682')).toMatchObject({
    organizations: 3,
    communitiesWithoutLink: 1,
  });
  // The same one level below.
  expect(cell(await matrix('510682'), '510682100', 'EQUIPMENT')).toMatchObject({ need: 1 });
  expect(await matrix('510682100001')).toEqual([]);
});

test('an area that is not on record is NOT_FOUND, and the matrix costs the same for six counties and for eleven towns', async () => {
  await expect(matrix('999999')).rejects.toThrow('NOT_FOUND');
  const costs: number[] = [];
  for (const area of ['510600', '360302']) {
    const counter = countStatements();
    await matrix(area).finally(() => counter.stop());
    costs.push(counter.texts.length);
  }
  expect(costs[1]).toBe(costs[0]);
});
