// Which resources would suit an organization: a network small enough to be reckoned by hand.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anonymous } from '#shared/viewer.js';
import { agency, registerAs } from '../kit/organizations.js';
import {
  admin,
  changePartners,
  makeLink,
  makePartner,
  makeResource,
  moveAlong,
  type Outcome,
} from '../kit/partners.js';
import { countStatements } from '../kit/statements.js';
import { openSubgraphs, type TestSubgraphs } from '../kit/subgraphs.js';

interface Suggestion {
  score: number;
  reasons: string[];
  resource: { id: string; title: string; partner: { name: string } };
}

let hub: TestSubgraphs;
beforeAll(async () => {
  hub = await openSubgraphs();
});
afterAll(() => hub?.stop());

const county = '510681';
const body = (areaCode = county) => registerAs(hub, agency({ areaCode }));
const offer = (partner: Outcome, rest: object = {}) => makeResource(hub, partner.id, rest);
/** A link that both sides agreed to, and that runs unless another end is named. */
const linked = async (resource: Outcome, organization: { id: string }, path = ['ACCEPTED', 'ACTIVE']) =>
  moveAlong(hub, await makeLink(hub, resource.id, { organizationId: organization.id }), path);

/** Asks for the suggestions of organizations at once, as the gateway does. */
async function suggestionsOf(
  organizations: readonly { id: string }[],
  first = 20,
  fields = 'score reasons resource { id title partner { name } }',
) {
  const query = `query ($representations: [_Any!]!, $first: Int) { _entities(representations: $representations) {
    ... on Organization { suggestedResources(first: $first) { ${fields} } } } }`;
  const representations = organizations.map(({ id }) => ({ __typename: 'Organization', id }));
  const { data, errors } = await hub.ask<{ _entities: { suggestedResources: Suggestion[] }[] }>(
    'partners',
    anonymous,
    query,
    { representations, first },
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data?._entities ?? []).map(({ suggestedResources }) => suggestedResources);
}

async function suggestedTo(organization: { id: string }, first?: number): Promise<Map<string, Suggestion>> {
  const [found = []] = await suggestionsOf([organization], first);
  return new Map(found.map((each) => [each.resource.id, each]));
}

/** What fits one area only, so that nothing else in the database is a candidate. */
const here = { areaCodes: [county] };

test('the score is what shared partners, domains, place and need say, each with its weight and its reason', async () => {
  const [me, one, other] = [await body(), await body(), await body()];
  const [known, rare, near, far] = (await Promise.all([
    ...['known', 'rare'].map((name) => makePartner(hub, { name: `${name} ${randomUUID()}` })),
    makePartner(hub, { areaCode: county }),
    makePartner(hub, { areaCode: '360302' }),
  ])) as [Outcome, Outcome, Outcome, Outcome];
  // `known` knows three organizations, `rare` two of them.
  const [course, hall] = [await offer(known), await offer(rare, { category: 'VENUE' })];
  for (const each of [me, one, other]) await linked(course, each);
  for (const each of [me, one]) await linked(hall, each);
  // `near` knows `one` and `far` knows `other`; both offer training alone.
  await linked(await offer(near), one);
  const asked = await offer(far, { ...here, category: 'EXPERT' });
  await linked(asked, other, []);
  await linked(await offer(far, { category: 'EXPERT' }), other);
  await linked(await offer(far, { category: 'EXPERT' }), other);
  const local = await offer(near, here);
  const found = await suggestedTo(me);

  const [byThree, byTwo] = [1 / Math.log(3), 1 / Math.log(2)];
  // Through both partners to `one`, which `near` knows; the categories {TRAINING, VENUE} and {TRAINING} share one of two.
  const nearest = found.get(local.id);
  expect(nearest?.score).toBeCloseTo(0.5 + 0.2 * (1 / 2) + 0.2 + 0, 6);
  expect(nearest?.reasons).toEqual(['1 家有共同伙伴的机构与该伙伴对接', '服务领域相近：培训', '同一县区']);
  expect([...found.values()][0]?.resource.partner.name).toBe(near['name']);
  // Through `known` to `other`; of what the county asks for, this organization lacks experts alone.
  const expert = found.get(asked.id);
  expect(expert?.score).toBeCloseTo((0.5 * byThree) / (byThree + byTwo) + 0.2 + 0.1, 6);
  expect(expert?.reasons).toEqual([
    '1 家有共同伙伴的机构与该伙伴对接',
    '同一县区',
    '本地需求最多而本机构尚缺：专家',
  ]);
  // What it is linked with is not suggested.
  expect(found.has(course.id) || found.has(hall.id)).toBe(false);
});

test('what it is linked with, cannot be had today or may not be used in its area is not suggested', async () => {
  const me = await body('510683');
  const partner = await makePartner(hub, { areaCode: '510683' });
  const [open, proposed, declined] = [await offer(partner), await offer(partner), await offer(partner)];
  const gone = await offer(partner);
  const hidden = [
    await changePartners(hub, admin, 'withdrawResource', { resourceId: gone.id, version: 1 }),
    await offer(partner, { publish: false }),
    await offer(partner, { availableTo: '2026-01-01' }),
    await offer(partner, { availableFrom: '2999-01-01' }),
    await offer(partner, { areaCodes: ['360300', '510682'] }),
    proposed,
  ];
  const full = await offer(partner, { capacity: '1' });
  await linked(full, await body('510682'), ['ACCEPTED']);
  await linked(proposed, me, []);
  await linked(declined, me, ['DECLINED']);
  const township = await registerArea('510683100');
  const below = await offer(partner, { areaCodes: [township] });
  const above = await offer(partner, { areaCodes: ['510600'] });
  const found = await suggestedTo(me);
  expect([open, declined, below, above].map(({ id }) => found.has(id))).toEqual([true, true, true, true]);
  expect([...hidden, full].filter(({ id }) => found.has(id))).toEqual([]);
});

test('without links place and need decide, equals stand in the order of their ids, and each has three reasons', async () => {
  const me = await body('510604');
  const [seated, sameCity] = [
    await makePartner(hub, { areaCode: '510604' }),
    await makePartner(hub, { areaCode: '510603' }),
  ];
  const only = { areaCodes: ['510604'], category: 'MEDIA' };
  const local = [await offer(seated, only), await offer(seated, only), await offer(seated, only)];
  const near = await offer(sameCity, { category: 'MEDIA', availableTo: '2999-01-01' });
  const [suggested = []] = await suggestionsOf([me]);
  expect(suggested.slice(0, 3).map(({ resource }) => resource.id)).toEqual(
    local.map(({ id }) => id).toSorted(),
  );
  expect(suggested.slice(0, 3).map(({ score }) => score)).toEqual([0.2, 0.2, 0.2]);
  expect(suggested[0]?.reasons).toEqual(['同一县区', '剩余 10 人次', '长期可用']);
  expect(suggested.find(({ resource }) => resource.id === near.id)).toMatchObject({
    score: 0.1,
    reasons: ['同一城市', '剩余 10 人次', '2999-01-01 前可用'],
  });
  expect(suggested.every(({ reasons }) => reasons.length === 3)).toBe(true);
  expect(await suggestionsOf([me], 1)).toEqual([suggested.slice(0, 1)]);
});

test('an organization that nobody knows has none, and so many are asked for as the field says', async () => {
  expect(await suggestionsOf([{ id: randomUUID() }])).toEqual([[]]);
  const me = await body();
  for (const first of [0, 21, -1]) await expect(suggestionsOf([me], first)).rejects.toThrow('BAD_USER_INPUT');
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Organization { suggestedResources { score } } } }`;
  const representations = [{ __typename: 'Organization', id: me.id }];
  const { data } = await hub.ask<{ _entities: [{ suggestedResources: unknown[] }] }>(
    'partners',
    anonymous,
    query,
    {
      representations,
    },
  );
  expect(data?._entities[0].suggestedResources).toHaveLength(5);
});

test('one organization costs as many statements as all of them', async () => {
  const { data } = await hub.ask<{ organizations: { nodes: { id: string }[] } }>(
    'organizations',
    anonymous,
    '{ organizations(first: 100) { nodes { id } } }',
  );
  const all = data?.organizations.nodes ?? [];
  // Neither transactions nor the look at a new connection are a cost of what is asked.
  const costs: number[] = [];
  for (const organizations of [all.slice(0, 1), all]) {
    const counter = countStatements();
    const found = await suggestionsOf(organizations, 3).finally(() => counter.stop());
    expect(found.every((suggested) => suggested.length === 3)).toBe(true);
    costs.push(
      counter.texts.filter(
        (text) => !/^(begin|commit|select set_config|select 1 from pg_database)/i.test(text),
      ).length,
    );
  }
  expect(costs[1]).toBe(costs[0]);
});

async function registerArea(code: string): Promise<string> {
  const mutation = `mutation ($input: RegisterAreaInput!) { result: registerArea(input: $input) { __typename } }`;
  await hub.mutate('organizations', admin, mutation, { code, name: `第${code}镇` });
  return code;
}
