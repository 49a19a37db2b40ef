// The viewer that a token names reaches the subgraphs, in every mode; nothing else names one.
import { expect, test } from '@jest/globals';
import { demoRoles } from '#gateway/demonstration.js';
import { tokenOrganizationId, tokenPartnerId } from '#shared/demo/bodies.js';
import { internalKeys } from '#shared/internal-keys.js';
import { internalHeaders } from '#shared/internal-calls.js';
import { internalViewer } from '#shared/viewer.js';
import { stories } from '../kit/each-mode.js';

const question = '{ viewer { subject roles partnerId organizationId } }';
const stranger = { subject: null, roles: [], partnerId: null, organizationId: null };

interface Made {
  secret: string;
  apiKey: { prefix: string; partner: { name: string } };
}

export const viewer = stories('viewer', (hub) => {
  test('is nobody without a token', async () => {
    expect(await hub().expectData(question)).toEqual({ viewer: stranger });
  });

  test.each(demoRoles)('is who the demonstration’s token of the role %s says', async (role) => {
    expect(await hub().as(role).expectData(question)).toEqual({
      viewer: {
        subject: `demo-${role}`,
        roles: [role],
        partnerId: role === 'partner' ? tokenPartnerId : null,
        organizationId: role === 'organization' ? tokenOrganizationId : null,
      },
    });
  });

  test('may have several roles', async () => {
    const who = hub().as({ subject: 'two', roles: ['finance', 'analyst'], partnerId: tokenPartnerId });
    expect(await who.expectData(question)).toEqual({
      viewer: {
        subject: 'two',
        roles: ['analyst', 'finance'],
        partnerId: tokenPartnerId,
        organizationId: null,
      },
    });
  });

  test('is the program whose API key asks', async () => {
    const make = `mutation ($input: CreateApiKeyInput!) { result: createApiKey(input: $input) { ... on ApiKeyCreated { secret apiKey { prefix partner { name } } } } }`;
    const input = { label: 'portal', scopes: ['read'], partnerId: tokenPartnerId };
    const { result } = await hub().as('admin').expectData<{ result: Made }>(make, { input });
    expect(result.apiKey.partner.name).toBe('江西师范大学');
    expect(await hub().withToken(result.secret).expectData(question)).toEqual({
      viewer: {
        subject: result.apiKey.prefix.replace('hub_', 'key:'),
        roles: ['partner'],
        partnerId: tokenPartnerId,
        organizationId: null,
      },
    });
  });

  test('is nobody for a token that is not valid: no field is answered', async () => {
    expect(await hub().withToken('x.y.z').run(question)).toEqual({
      status: 401,
      errors: [{ message: 'The token is not valid.', extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  test('hostile case 27: the hub’s own headers name nobody when a client sends them, however well signed', async () => {
    const body = JSON.stringify({ query: question });
    const forged = await internalHeaders(internalKeys({ DATA_DIR: hub().dataDir }))({
      ...{ subgraph: 'identity', viewer: internalViewer('attacker'), requestId: 'x' },
      ...{ method: 'POST', path: '/graphql', body },
    });
    const response = await fetch(`${hub().url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-partner-id': tokenPartnerId, ...forged },
      body,
    });
    expect(Object.keys(forged)).toContain('x-hub-identity');
    expect(await response.json()).toMatchObject({ data: { viewer: stranger } });
  });
});
