// A partner's resource finds its way to an organization: proposed, answered, given, ended.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoId } from '#shared/demo/identity.js';
import { withClient } from '../kit/database.js';
import {
  admin,
  base,
  changePartners,
  makeLink,
  makePartner,
  makeResource,
  moveAlong,
  organizationViewer,
  type Outcome,
  partnerViewer,
  refusalOf,
} from '../kit/partners.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from '../kit/subgraphs.js';
import type { Viewer } from '#shared/viewer.js';

let hub: TestSubgraphs;
let partner: Outcome;
beforeAll(async () => {
  hub = await openSubgraphs();
  partner = await makePartner(hub);
});
afterAll(() => hub?.stop());

const offer = (rest: object = {}) => makeResource(hub, partner.id, rest);
const own = () => partnerViewer(partner.id);
const receiver = organizationViewer(base);
const codes = ({ problems }: Outcome) => problems.map(({ field, code }) => `${field} ${code}`);

/** How to bring a link to each state. */
const paths: Record<string, string[]> = {
  PROPOSED: [],
  ACCEPTED: ['ACCEPTED'],
  ACTIVE: ['ACCEPTED', 'ACTIVE'],
  FULFILLED: ['ACCEPTED', 'ACTIVE', 'FULFILLED'],
  DECLINED: ['DECLINED'],
  CANCELLED: ['CANCELLED'],
};
/** Written out a second time, so that a slip in the table of the service shows. */
const steps: Record<string, string[]> = {
  PROPOSED: ['ACCEPTED', 'DECLINED', 'CANCELLED'],
  ACCEPTED: ['ACTIVE', 'CANCELLED'],
  ACTIVE: ['FULFILLED', 'CANCELLED'],
  FULFILLED: [],
  DECLINED: [],
  CANCELLED: [],
};

describe('a link', () => {
  test('of a partner is answered by the organization, and every step stands in its history', async () => {
    const resource = await offer({ capacity: '5' });
    const link = await makeLink(hub, resource.id, { quantity: '2.5', note: '请确认' }, own());
    expect(link).toMatchObject({
      __typename: 'ResourceLink',
      status: 'PROPOSED',
      proposedBy: 'PARTNER',
      quantity: '2.5',
    });
    const accepted = await moveAlong(hub, link, ['ACCEPTED'], receiver);
    expect(accepted).toMatchObject({
      status: 'ACCEPTED',
      allowedTransitions: ['ACTIVE', 'CANCELLED'],
      version: 2,
    });
    const ended = await moveAlong(hub, accepted, ['ACTIVE', 'FULFILLED'], own());
    expect(ended['events']).toEqual([
      { from: null, to: 'PROPOSED', note: '请确认' },
      { from: 'PROPOSED', to: 'ACCEPTED', note: null },
      { from: 'ACCEPTED', to: 'ACTIVE', note: null },
      { from: 'ACTIVE', to: 'FULFILLED', note: null },
    ]);
    const actors = await withClient(hub.database.address, (client) =>
      client.query('select actor from partners.link_event where link_id = $1 order by position', [link.id]),
    );
    const [byPartner, byOrganization] = [own().subject, receiver.subject];
    expect(actors.rows.map(({ actor }) => actor as string)).toEqual([
      byPartner,
      byOrganization,
      byPartner,
      byPartner,
    ]);
  });

  test.each(Object.keys(paths).flatMap((from) => Object.keys(paths).map((to) => [from, to] as const)))(
    'goes from %s to %s only where the state table says so',
    async (from, to) => {
      const link = await moveAlong(hub, await makeLink(hub, (await offer()).id), paths[from] ?? []);
      expect(link['allowedTransitions']).toEqual(steps[from]);
      const moved = await moveAlong(hub, link, [to]);
      if (steps[from]?.includes(to)) {
        expect(moved).toMatchObject({ __typename: 'ResourceLink', status: to });
        return;
      }
      expect(moved).toMatchObject({
        __typename: 'InvalidTransition',
        code: 'INVALID_TRANSITION',
        from,
        to,
        allowed: steps[from],
      });
    },
  );

  test('that a partner proposed is neither accepted nor declined by it, but may be taken back', async () => {
    const resource = await offer();
    const link = await makeLink(hub, resource.id, {}, own());
    for (const to of ['ACCEPTED', 'DECLINED'])
      expect(await refusalOf(hub, own(), 'moveLink', { linkId: link.id, to, version: 1 })).toBe('FORBIDDEN');
    expect(await moveAlong(hub, link, ['CANCELLED'], own())).toMatchObject({ status: 'CANCELLED' });
  });

  test('that the department proposed is answered by either side', async () => {
    const resource = await offer();
    const first = await makeLink(hub, resource.id);
    expect(first['proposedBy']).toBe('DEPARTMENT');
    expect(await moveAlong(hub, first, ['ACCEPTED'], own())).toMatchObject({ status: 'ACCEPTED' });
    const second = await makeLink(hub, resource.id);
    expect(await moveAlong(hub, second, ['DECLINED'], receiver)).toMatchObject({ status: 'DECLINED' });
  });

  test('of others is moved by nobody else, and its note is checked', async () => {
    const link = await makeLink(hub, (await offer()).id, {}, own());
    const strangers = [
      partnerViewer(randomUUID()),
      organizationViewer(demoId('organization', 'party-mass-center')),
    ];
    for (const viewer of strangers)
      expect(await refusalOf(hub, viewer, 'moveLink', { linkId: link.id, to: 'CANCELLED', version: 1 })).toBe(
        'FORBIDDEN',
      );
    expect(
      await refusalOf(hub, admin, 'moveLink', { linkId: randomUUID(), to: 'CANCELLED', version: 1 }),
    ).toBe('NOT_FOUND');
    const spoken = { linkId: link.id, to: 'CANCELLED', version: 1, note: '联系13800138000' };
    expect(codes(await changePartners(hub, receiver, 'moveLink', spoken))).toEqual(['note PERSONAL_NUMBER']);
  });

  test('case 61: is not moved by whoever read it before somebody else moved it', async () => {
    const link = await makeLink(hub, (await offer()).id);
    await moveAlong(hub, link, ['ACCEPTED']);
    expect(await moveAlong(hub, link, ['CANCELLED'])).toMatchObject({
      __typename: 'StaleVersion',
      code: 'CONFLICT',
      current: 2,
    });
  });

  test('case 61: is moved by one of 20 that read it at once', async () => {
    const link = await makeLink(hub, (await offer()).id);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => moveAlong(hub, link, ['ACCEPTED'])));
    expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual([
      'ResourceLink',
      ...Array.from({ length: 19 }, () => 'StaleVersion'),
    ]);
  });

  test('is moved once under one key', async () => {
    const link = await makeLink(hub, (await offer()).id);
    const step = { linkId: link.id, to: 'ACCEPTED', version: 1, idempotencyKey: randomUUID() };
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => changePartners(hub, receiver, 'moveLink', step)),
    );
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]).toMatchObject({ status: 'ACCEPTED', version: 2 });
  });

  test('holds its quantity while it is ACCEPTED or ACTIVE, and no longer', async () => {
    const resource = await offer({ capacity: '3' });
    const remaining = async () => {
      const { data } = await hub.ask<{ resource: { remaining: string } }>(
        'partners',
        admin,
        'query ($id: ID!) { resource(id: $id) { remaining } }',
        { id: resource.id },
      );
      return data?.resource.remaining;
    };
    const link = await makeLink(hub, resource.id, { quantity: '2' });
    const rival = await makeLink(hub, resource.id, { quantity: '2' });
    expect(await remaining()).toBe('3');
    const accepted = await moveAlong(hub, link, ['ACCEPTED']);
    expect(await remaining()).toBe('1');
    const late = await moveAlong(hub, rival, ['ACCEPTED']);
    expect(late).toMatchObject({ __typename: 'CapacityExceeded', code: 'CAPACITY_EXCEEDED', remaining: '1' });
    const active = await moveAlong(hub, accepted, ['ACTIVE']);
    expect(await remaining()).toBe('1');
    await moveAlong(hub, active, ['FULFILLED']);
    expect(await remaining()).toBe('3');
    expect(await moveAlong(hub, rival, ['ACCEPTED'])).toMatchObject({ status: 'ACCEPTED' });
  });
});

test("an area's link summary follows each step at once", async () => {
  const summary = async () => {
    const { data } = await hub.ask<{ _entities: { linkSummary: { active: number; fulfilled: number } }[] }>(
      'partners',
      admin,
      `{ _entities(representations: [{ __typename: "Area", code: "360300" }]) { ... on Area { linkSummary { active fulfilled } } } }`,
    );
    return data?._entities[0]?.linkSummary as { active: number; fulfilled: number };
  };
  const { active, fulfilled } = await summary();
  const link = await makeLink(hub, (await offer()).id);
  expect(await summary()).toEqual({ active, fulfilled });
  const accepted = await moveAlong(hub, link, ['ACCEPTED']);
  expect(await summary()).toEqual({ active, fulfilled });
  const activated = await moveAlong(hub, accepted, ['ACTIVE']);
  expect(await summary()).toEqual({ active: active + 1, fulfilled });
  await moveAlong(hub, activated, ['FULFILLED']);
  expect(await summary()).toEqual({ active, fulfilled: fulfilled + 1 });
});

test('a list shows what its links link; a resource that only its partner may see is shown to nobody else', async () => {
  const maker = await makePartner(hub);
  const resource = await makeResource(hub, maker.id);
  await makeLink(hub, resource.id, {}, partnerViewer(maker.id));
  const read = async (viewer: Viewer) => {
    const query = `query ($id: ID!) { partner(id: $id) { resourceLinks { nodes { resource { id partner { id } } partner { id } } } } }`;
    const { data, errors = [] } = await hub.ask('partners', viewer, query, { id: maker.id });
    return [(data as { partner: unknown } | null)?.partner, errors.map(({ path }) => path?.join('.'))];
  };
  const whole = {
    resourceLinks: {
      nodes: [{ resource: { id: resource.id, partner: { id: maker.id } }, partner: { id: maker.id } }],
    },
  };
  expect(await read(viewerAs('viewer'))).toEqual([whole, []]);
  await withClient(hub.database.address, (client) =>
    client.query(`update partners.resource set status = 'DRAFT', published_at = null where id = $1`, [
      resource.id,
    ]),
  );
  expect(await read(partnerViewer(maker.id))).toEqual([whole, []]);
  expect(await read(viewerAs('viewer'))).toEqual([null, ['partner.resourceLinks.nodes.0.resource']]);
});

test('a list is oldest first, page by page, also where it shows what its links link', async () => {
  const maker = await makePartner(hub);
  const made: string[] = [];
  for (const title of ['甲', '乙', '丙', '丁']) {
    const resource = await makeResource(hub, maker.id, { title });
    made.push((await makeLink(hub, resource.id, {}, partnerViewer(maker.id))).id);
  }
  const page = async (after: string | null, shown: string) => {
    const query = `query ($id: ID!, $after: String) { partner(id: $id) { resourceLinks(first: 3, after: $after) {
      nodes { id ${shown} } pageInfo { endCursor } } } }`;
    const { data } = await hub.ask('partners', viewerAs('viewer'), query, { id: maker.id, after });
    return (
      data as { partner: { resourceLinks: { nodes: { id: string }[]; pageInfo: { endCursor: string } } } }
    ).partner.resourceLinks;
  };
  for (const shown of ['', 'resource { title partner { name } } partner { name }']) {
    const first = await page(null, shown);
    const second = await page(first.pageInfo.endCursor, shown);
    expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual(made);
  }
});
