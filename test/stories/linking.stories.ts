// A partner's resource finds an organization: registered, published, proposed, accepted, active, and seen on the dashboard.
import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { tokenOrganizationId, tokenPartnerId } from '#shared/demo/bodies.js';
import { stories } from '../kit/each-mode.js';

const links = `query ($area: AreaCode!, $organization: ID!) {
  area(code: $area) { linkSummary { active byCategory { category count } } }
  organization(id: $organization) { resourceLinks(first: 100, filter: { status: [ACTIVE] }) { totalCount nodes { id quantity resource { title partner { name } } } } }
}`;
interface Links {
  area: { linkSummary: { active: number; byCategory: { category: string; count: number }[] } };
  organization: {
    resourceLinks: { totalCount: number; nodes: { id: string; quantity: string; resource: object }[] };
  };
}
interface Row {
  __typename: string;
  id: string;
  version: number;
  status: string;
}

const mutation = (name: string, selection: string) =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename ... on Problem { code message } ${selection} } }`;
const resourceFields = '... on Resource { id status version remaining }';
const linkFields =
  '... on ResourceLink { id status version quantity events { from to } resource { remaining } organization { id name } }';

export const linking = stories('Linking', (hub) => {
  const area = '360302';
  const as = async (role: 'partner' | 'organization', name: string, selection: string, input: object) => {
    const data = await hub().as(role).expectData<Record<string, Row>>(mutation(name, selection), { input });
    return data[name] as Row;
  };

  test('from the first word to the dashboard', async () => {
    const variables = { area, organization: tokenOrganizationId };
    const before = await hub().expectData<Links>(links, variables);
    const title = `社区治理工作坊 ${randomUUID()}`;
    const resource = await as('partner', 'registerResource', resourceFields, {
      idempotencyKey: randomUUID(),
      partnerId: tokenPartnerId,
      title,
      category: 'EXPERT',
      capacity: '12.5',
      unit: '人次',
      areaCodes: ['360300'],
    });
    expect(resource).toMatchObject({ __typename: 'Resource', status: 'DRAFT', remaining: '12.5' });

    const offer = { resourceId: resource.id, organizationId: tokenOrganizationId, quantity: '2.5' };
    expect(await as('partner', 'proposeLink', linkFields, offer)).toMatchObject({
      __typename: 'ResourceNotPublished',
    });
    const published = await as('partner', 'publishResource', resourceFields, {
      resourceId: resource.id,
      version: resource.version,
    });
    expect(published).toMatchObject({ status: 'PUBLISHED', version: 2 });

    const proposed = await as('partner', 'proposeLink', linkFields, offer);
    expect(proposed).toMatchObject({ status: 'PROPOSED', resource: { remaining: '12.5' } });
    const move = (role: 'partner' | 'organization', link: Row, to: string) =>
      as(role, 'moveLink', `${linkFields} ... on InvalidTransition { from to allowed }`, {
        linkId: link.id,
        to,
        version: link.version,
      });
    expect(await move('organization', proposed, 'FULFILLED')).toMatchObject({
      __typename: 'InvalidTransition',
      from: 'PROPOSED',
      to: 'FULFILLED',
      allowed: expect.arrayContaining(['ACCEPTED', 'DECLINED']),
    });
    const accepted = await move('organization', proposed, 'ACCEPTED');
    expect(accepted).toMatchObject({ status: 'ACCEPTED', resource: { remaining: '10.0' } });
    expect(await move('partner', proposed, 'ACTIVE')).toMatchObject({
      __typename: 'StaleVersion',
      code: 'CONFLICT',
    });
    const active = await move('partner', accepted, 'ACTIVE');
    expect(active).toMatchObject({
      status: 'ACTIVE',
      organization: { id: tokenOrganizationId },
      events: [
        { from: null, to: 'PROPOSED' },
        { from: 'PROPOSED', to: 'ACCEPTED' },
        { from: 'ACCEPTED', to: 'ACTIVE' },
      ],
    });

    const after = await hub().expectData<Links>(links, variables);
    expect(after.area.linkSummary.active).toBe(before.area.linkSummary.active + 1);
    expect(after.organization.resourceLinks.totalCount).toBe(
      before.organization.resourceLinks.totalCount + 1,
    );
    expect(after.organization.resourceLinks.nodes).toContainEqual({
      id: active.id,
      quantity: '2.5',
      resource: { title, partner: { name: '江西师范大学' } },
    });
  });

  test('strangers and other roles are refused on the way', async () => {
    const input = {
      partnerId: tokenPartnerId,
      title: randomUUID(),
      category: 'EXPERT',
      capacity: '1',
      unit: '次',
    };
    const document = mutation('registerResource', resourceFields);
    const codeOf = async (runner: Pick<ReturnType<typeof hub>, 'run'>) =>
      (await runner.run(document, { input })).errors?.[0]?.extensions?.['code'];
    expect(await codeOf(hub())).toBe('UNAUTHENTICATED');
    for (const role of ['viewer', 'organization', 'analyst', 'finance'] as const)
      expect(await codeOf(hub().as(role))).toBe('FORBIDDEN');
    expect(await codeOf(hub().as({ roles: ['partner'], partnerId: randomUUID() }))).toBe('FORBIDDEN');
  });
});
