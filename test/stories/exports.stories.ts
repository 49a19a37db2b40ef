// An analyst takes home what the hub knows; nobody takes home what the API would not tell him.
import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { MultiGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import type { DemoRole } from '#gateway/demonstration.js';
import { tokenOrganizationId } from '#shared/demo/bodies.js';
import { today } from '#shared/today.js';
import { stories } from '../kit/each-mode.js';

const links = `query ($status: [ResourceLinkStatus!]) { resourceLinks(first: 100, filter: { status: $status }) {
  nodes { id quantity resource { title category } partner { name } organization { name area { code } } } pageInfo { hasNextPage } } }`;
interface Links {
  resourceLinks: {
    nodes: {
      id: string;
      quantity: string;
      resource: { title: string; category: string };
      partner: { name: string };
      organization: { name: string; area: { code: string } };
    }[];
    pageInfo: { hasNextPage: boolean };
  };
}
const recordDonation = `mutation ($input: RecordDonationInput!) { recordDonation(input: $input) { __typename ... on Donation { id donorName } } }`;
interface Recorded {
  recordDonation: { __typename: string; id: string; donorName: string | null };
}

export const exporting = stories('Exports', (hub) => {
  const get = async (path: string, role: DemoRole | null = 'analyst') => {
    const headers = role === null ? {} : { authorization: `Bearer ${await hub().tokenOf(role)}` };
    const answer = await fetch(`${hub().url}/exports/${path}`, { headers });
    return { status: answer.status, text: await answer.text() };
  };

  test('a table has what the API answers, row for row', async () => {
    const variables = { status: ['ACTIVE', 'FULFILLED'] };
    const { resourceLinks } = await hub().as('analyst').expectData<Links>(links, variables);
    expect(resourceLinks.pageInfo.hasNextPage).toBe(false);
    const { text } = await get('links.csv?status=ACTIVE,FULFILLED');
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.length).toBeGreaterThan(20);
    expect(
      rows.map(({ id, quantity, resourceTitle, category, partnerName, organizationName, areaCode }) => ({
        id,
        quantity,
        resource: { title: resourceTitle, category },
        partner: { name: partnerName },
        organization: { name: organizationName, area: { code: areaCode } },
      })),
    ).toEqual(resourceLinks.nodes);
  });

  test('a network opens in another program, with the names of other subgraphs', async () => {
    const { text } = await get('network.gexf?area=360300&edgeKinds=RESOURCE_LINK');
    const graph = parseGexf(MultiGraph, text) as MultiGraph;
    expect(graph.order).toBeGreaterThan(5);
    expect(graph.someNode((_id, { label, kind }) => label === '江西师范大学' && kind === 'PARTNER')).toBe(
      true,
    );
    expect(graph.everyEdge((_edge, { kind }) => kind === 'RESOURCE_LINK')).toBe(true);
  });

  test('an anonymous donor has no name in any file; who else gave is for those who keep the books', async () => {
    const named = `donor ${randomUUID()}`;
    const hidden = `donor ${randomUUID()}`;
    const give = async (rest: object) => {
      const input = {
        idempotencyKey: randomUUID(),
        organizationId: tokenOrganizationId,
        kind: 'CASH',
        amount: '12.34',
        receivedOn: today(),
        ...rest,
      };
      const data = await hub().as('finance').expectData<Recorded>(recordDonation, { input });
      return data.recordDonation;
    };
    const gifts = [await give({ donorName: named }), await give({ donorName: hidden, anonymous: true })];
    const { text } = await get('donations.360giving.json', 'admin');
    const { grants } = JSON.parse(text) as {
      grants: { id: string; donorName: string | null; fundingOrganization: object[] }[];
    };
    const written = gifts.map(({ id }) => grants.find((grant) => grant.id.endsWith(id)));
    expect(written.map((grant) => grant?.donorName)).toEqual([named, null]);
    expect(written[1]?.fundingOrganization).toEqual([
      { id: 'linkage-hub-anonymous', name: '匿名 anonymous' },
    ]);
    expect(text).not.toContain(hidden);
  });

  test.each<[string, DemoRole | null, number]>([
    ['donations.360giving.json', 'analyst', 403],
    ['links.csv', 'viewer', 403],
    ['links.csv', 'finance', 403],
    ['network.gexf', 'partner', 403],
    ['links.csv', null, 401],
  ])('%s is not for %s', async (path, role, status) => {
    const answer = await get(path, role);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: expect.anything() }] });
  });
});
