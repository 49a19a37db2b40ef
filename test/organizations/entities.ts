// Hostile case 29: a look-up by key gives what its owner has, whatever else stands in the representation.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { tokenOrganizationId, tokenPartnerId } from '#shared/demo/bodies.js';
import type { SubgraphName } from '#shared/directory.js';
import { anonymous } from '#shared/viewer.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from '../kit/subgraphs.js';

let subgraphs: TestSubgraphs;
beforeAll(async () => {
  subgraphs = await openSubgraphs();
});
afterAll(() => subgraphs?.stop());

const look = async (subgraph: SubgraphName, fields: string, representation: object, viewer = anonymous) => {
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${fields} } }`;
  const { data, errors } = await subgraphs.ask<{ _entities: unknown[] }>(subgraph, viewer, query, {
    representations: [representation],
  });
  return {
    found: data?._entities?.[0] ?? null,
    codes: errors?.map(({ extensions }) => extensions?.['code']),
  };
};

const organization = { __typename: 'Organization', id: tokenOrganizationId };

test('extra keys are not believed', async () => {
  const forged = { ...organization, name: 'forged', version: 99, resourceLinks: { totalCount: 99 } };
  const own = await look('organizations', '... on Organization { name version }', organization);
  expect(await look('organizations', '... on Organization { name version }', forged)).toEqual(own);
  const links = '... on Organization { resourceLinks(first: 1) { totalCount } }';
  expect(await look('partners', links, forged)).toEqual(await look('partners', links, organization));
});

test.each<[string, object]>([
  ['a list', [tokenOrganizationId]],
  ['an object', { $ne: null }],
  ['a number', { id: 17 }],
  ['nothing', {}],
  ['SQL', { id: "' or true --" }],
])('%s for an id finds nothing', async (_name, id) => {
  const representation = { __typename: 'Organization', ...('id' in id ? id : { id }) };
  const { found } = await look('organizations', '... on Organization { name }', representation);
  expect(found).toBeNull();
});

test.each<[SubgraphName, string]>([
  ['organizations', 'Campaign'],
  ['partners', 'Donation'],
  ['donations', 'ApiKey'],
  ['identity', 'Viewer'],
  ['donations', 'Money'],
  ['donations', 'Query'],
])('%s gives nothing for a %s, which is not its entity', async (subgraph, __typename) => {
  const { found, codes } = await look(subgraph, '__typename', { __typename, id: tokenPartnerId });
  expect(found).toBeNull();
  expect(codes?.length).toBeGreaterThan(0);
});

test('a donation is finance’s by its key too', async () => {
  const [donation] = (
    await subgraphs.ask<{ donations: { nodes: { id: string }[] } }>(
      'donations',
      viewerAs('finance'),
      '{ donations(first: 1) { nodes { id } } }',
    )
  ).data?.donations.nodes as [{ id: string }];
  const representation = { __typename: 'Donation', id: donation.id };
  const fields = '... on Donation { id donorName }';
  for (const viewer of [anonymous, viewerAs('viewer'), viewerAs('partner', { partnerId: tokenPartnerId })]) {
    expect((await look('donations', fields, representation, viewer)).found).toBeNull();
  }
  expect((await look('donations', fields, representation, viewerAs('finance'))).found).toMatchObject(
    donation,
  );
});
