// Who has no link with a kind of partners: directly, through a base, or not at all.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays } from '#shared/calendar.js';
import { today } from '#shared/today.js';
import { anonymous } from '#shared/viewer.js';
import { withClient } from '../kit/database.js';
import { agency, registerAs, updateAs } from '../kit/organizations.js';
import { admin, changePartners, makeLink, makePartner, makeResource, moveAlong } from '../kit/partners.js';
import { openSubgraphs, type TestSubgraphs } from '../kit/subgraphs.js';

/** Nothing of the dataset lies there. */
const area = '510604';
let hub: TestSubgraphs;
beforeAll(async () => {
  hub = await openSubgraphs();
});
afterAll(() => hub?.stop());

const body = (areaCode = area, rest: object = {}) => registerAs(hub, agency({ areaCode, ...rest }));
const change = (text: string, values: unknown[]) =>
  withClient(hub.database.address, (client) => client.query(text, values));

/** Links an organization with a new partner; `rest` says on which days. */
async function link(organizationId: string, kind = 'UNIVERSITY', rest: object = {}): Promise<void> {
  const resource = await makeResource(hub, (await makePartner(hub, { kind })).id);
  const made = await makeLink(hub, resource.id, { organizationId, ...rest });
  await moveAlong(hub, made, ['ACCEPTED', 'ACTIVE']);
}

const sign = async (organizationId: string, rest: object = {}) =>
  changePartners(hub, admin, 'signAgreement', {
    partnerId: (await makePartner(hub)).id,
    organizationId,
    title: `agreement ${randomUUID()}`,
    scope: ['TRAINING'],
    ...rest,
  });

const incubate = (organizationId: string, baseId: string, stage: string) =>
  change(
    `insert into organizations.incubation (id, organization_id, base_id, area_code, stage, applied_on) values ($1, $2, $3, $4, $5, '2026-01-01')`,
    [randomUUID(), organizationId, baseId, area, stage],
  );

async function unlinked(rest: object = {}): Promise<string[]> {
  const query = `query ($partnerKind: PartnerKind!, $area: AreaCode, $maxHops: Int) {
    organizationsWithoutLink(first: 100, partnerKind: $partnerKind, area: $area, maxHops: $maxHops) { totalCount nodes { id } } }`;
  const { data, errors } = await hub.ask<{
    organizationsWithoutLink: { totalCount: number; nodes: { id: string }[] };
  }>('organizations', anonymous, query, { partnerKind: 'UNIVERSITY', area, ...rest });
  if (errors !== undefined) throw new Error(String(errors[0]?.extensions?.['code']));
  const { totalCount, nodes } = data?.organizationsWithoutLink ?? { totalCount: -1, nodes: [] };
  expect(nodes).toHaveLength(totalCount);
  return nodes.map(({ id }) => id);
}

async function coverage(partnerKind: string): Promise<unknown> {
  const query = `query ($partnerKind: PartnerKind!, $area: AreaCode) { linkCoverage(partnerKind: $partnerKind, area: $area) { organizations direct throughBase without } }`;
  const { data } = await hub.ask<{ linkCoverage: unknown }>('organizations', anonymous, query, {
    partnerKind,
    area,
  });
  return data?.linkCoverage;
}

test('a link or an agreement connects while it is valid, a base where one hop more is allowed, and each is told apart', async () => {
  const [running, signed, past, over, other, alone, closed] = await Promise.all(
    Array.from({ length: 7 }, () => body()),
  );
  const [linkedBase, lonelyBase] = await Promise.all(
    [0, 1].map(() => body('510603', { kind: 'INCUBATION_BASE' })),
  );
  const [incubated, graduated, elsewhere, both] = await Promise.all(Array.from({ length: 4 }, () => body()));
  const ids = (list: ({ id: string } | undefined)[]) => list.map((each) => each?.id as string);
  const yesterday = addDays(today(), -1);

  await link(running!.id, 'UNIVERSITY', { startsOn: today() });
  await sign(signed!.id, { validTo: addDays(today(), 1) });
  await link(past!.id, 'UNIVERSITY', { startsOn: '2026-01-01', endsOn: today() });
  await sign(over!.id, { validFrom: '2026-01-01', validTo: yesterday });
  await link(other!.id, 'FOUNDATION');
  await link(linkedBase!.id);
  await incubate(incubated!.id, linkedBase!.id, 'INCUBATING');
  await incubate(graduated!.id, linkedBase!.id, 'GRADUATED');
  await incubate(elsewhere!.id, lonelyBase!.id, 'INCUBATING');
  await incubate(both!.id, linkedBase!.id, 'ADMITTED');
  await link(both!.id);
  await updateAs(hub, { organizationId: closed!.id, version: 1, registrationStatus: 'DEREGISTERED' });

  const without = ids([past, over, other, alone, graduated, elsewhere]);
  expect((await unlinked()).toSorted()).toEqual([...without, incubated!.id].toSorted());
  expect((await unlinked({ maxHops: 2 })).toSorted()).toEqual(without.toSorted());
  expect(await coverage('UNIVERSITY')).toEqual({
    organizations: 10,
    direct: 3,
    throughBase: 1,
    without: 6,
  });
  expect(await coverage('FOUNDATION')).toMatchObject({ organizations: 10, direct: 1, throughBase: 0 });
});

test('there are one hop and two', async () => {
  for (const maxHops of [0, 3, null]) await expect(unlinked({ maxHops })).rejects.toThrow('BAD_USER_INPUT');
});
