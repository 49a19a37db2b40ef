// What may be proposed to whom: a resource, an organization, a project, days and a quantity that go together.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { partners } from '#subgraphs/partners/index.js';
import { demoId } from '#shared/demo/identity.js';
import { HubError } from '#shared/errors.js';
import { runSubgraph } from '#shared/run-subgraph.js';
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
  partnersMutation,
  partnerViewer,
  refusalOf,
} from '../kit/partners.js';
import { openSubgraphs, type TestSubgraphs } from '../kit/subgraphs.js';

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

describe('a proposal', () => {
  test('names a resource, an organization and a project that exist', async () => {
    const { id } = await offer();
    const unknown = randomUUID();
    for (const [field, value] of [
      ['resourceId', unknown],
      ['resourceId', 'no id'],
      ['organizationId', unknown],
      ['projectId', unknown],
    ] as const)
      expect(await makeLink(hub, id, { [field]: value })).toMatchObject({
        __typename: 'UnknownReference',
        code: 'UNKNOWN_REFERENCE',
        field,
        id: value,
      });
  });

  test('may name a project of the organization only', async () => {
    const { id } = await offer();
    const { data } = await hub.ask<{ project: { organization: { id: string } } }>(
      'organizations',
      admin,
      'query ($id: ID!) { project(id: $id) { organization { id } } }',
      { id: demoId('project', 'home-often') },
    );
    const owner = data?.project.organization.id ?? '';
    const projectId = demoId('project', 'home-often');
    expect(await makeLink(hub, id, { organizationId: owner, projectId })).toMatchObject({
      project: { id: projectId },
    });
    const organizationId = demoId('organization', 'party-mass-center');
    expect(codes(await makeLink(hub, id, { organizationId, projectId }))).toContain(
      'projectId PROJECT_OF_ANOTHER',
    );
  });

  test('to a closed organization is refused', async () => {
    const { id } = await offer();
    const organizationId = demoId('organization', 'party-mass-center');
    await withClient(hub.database.address, (client) =>
      client.query(`update organizations.organization set registration_status = 'REVOKED' where id = $1`, [
        organizationId,
      ]),
    );
    expect(codes(await makeLink(hub, id, { organizationId }))).toEqual([
      'organizationId ORGANIZATION_CLOSED',
    ]);
  });

  test('lies in an area and in the days of the resource', async () => {
    const days = { availableFrom: '2026-01-01', availableTo: '2026-07-01' };
    const elsewhere = await offer({ ...days, areaCodes: ['510000'] });
    expect(
      codes(await makeLink(hub, elsewhere.id, { startsOn: '2025-12-31', endsOn: '2026-07-02' })),
    ).toEqual(['startsOn NOT_AVAILABLE', 'endsOn NOT_AVAILABLE', 'organizationId AREA_NOT_COVERED']);
    const here = await offer({ ...days, areaCodes: ['360000'] });
    expect(codes(await makeLink(hub, here.id, { startsOn: '2026-07-01' }))).toEqual([
      'startsOn NOT_AVAILABLE',
    ]);
    expect(codes(await makeLink(hub, here.id, { startsOn: '2026-03-01', endsOn: '2026-03-01' }))).toEqual([
      'endsOn PERIOD_EMPTY',
    ]);
    expect(await makeLink(hub, here.id, { startsOn: '2026-01-01', endsOn: '2026-07-01' })).toMatchObject({
      __typename: 'ResourceLink',
      startsOn: '2026-01-01',
      endsOn: '2026-07-01',
    });
  });

  test('is at most what remains, above zero and without personal numbers', async () => {
    const { id } = await offer({ capacity: '10' });
    expect(await makeLink(hub, id, { quantity: '10.001' })).toMatchObject({
      __typename: 'CapacityExceeded',
      remaining: '10',
    });
    expect(codes(await makeLink(hub, id, { quantity: '0', note: '电话 138-0013-8000' }))).toEqual([
      'quantity QUANTITY_NOT_POSITIVE',
      'note PERSONAL_NUMBER',
    ]);
    expect(await makeLink(hub, id, { quantity: '10.000' })).toMatchObject({ __typename: 'ResourceLink' });
  });

  test('of a draft or a withdrawn resource is refused; a draft of others is unknown', async () => {
    const draft = await offer({ publish: false });
    expect(await makeLink(hub, draft.id, {}, own())).toMatchObject({
      __typename: 'ResourceNotPublished',
      code: 'RESOURCE_NOT_PUBLISHED',
      resourceStatus: 'DRAFT',
    });
    expect(await makeLink(hub, draft.id, {}, partnerViewer(randomUUID()))).toMatchObject({
      __typename: 'UnknownReference',
      field: 'resourceId',
    });
    const taken = await offer();
    const link = await makeLink(hub, taken.id);
    await changePartners(hub, own(), 'withdrawResource', { resourceId: taken.id, version: 1 });
    expect(await makeLink(hub, taken.id)).toMatchObject({
      __typename: 'ResourceNotPublished',
      resourceStatus: 'WITHDRAWN',
    });
    // It keeps the links that it has.
    expect(await moveAlong(hub, link, ['ACCEPTED', 'ACTIVE'])).toMatchObject({ status: 'ACTIVE' });
  });

  test("of another partner's resource is refused", async () => {
    const { id } = await offer();
    const input = { resourceId: id, organizationId: base, quantity: '1' };
    expect(await refusalOf(hub, partnerViewer(randomUUID()), 'proposeLink', input)).toBe('FORBIDDEN');
    expect(await refusalOf(hub, receiver, 'proposeLink', input)).toBe('FORBIDDEN');
  });

  test('is not made while nobody can say whether the organization exists', async () => {
    const { id } = await offer();
    const alone = await runSubgraph(partners, hub.database.address, {
      ask: () => Promise.reject(new HubError('UNAVAILABLE', 'The organizations subgraph does not answer.')),
    });
    const { data, errors } = await alone.execute({
      document: parse(partnersMutation('proposeLink')),
      variables: { input: { resourceId: id, organizationId: base, quantity: '1' } },
      viewer: own(),
    });
    await alone.close();
    expect([data, errors?.[0]?.extensions['code']]).toEqual([null, 'UNAVAILABLE']);
    const { rows } = await withClient(hub.database.address, (client) =>
      client.query('select from partners.resource_link where resource_id = $1', [id]),
    );
    expect(rows).toEqual([]);
  });
});
