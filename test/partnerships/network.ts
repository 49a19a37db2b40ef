// Who is tied with whom: the questions of an analyst, through GraphQL.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openSubgraphs, type TestSubgraphs, viewerAs } from '../kit/subgraphs.js';

let hub: TestSubgraphs;
beforeAll(async () => {
  hub = await openSubgraphs();
});
afterAll(() => hub?.stop());
const analyst = viewerAs('analyst');

test('the whole network of the demonstration', async () => {
  const { data, errors } = await hub.ask(
    'partners',
    analyst,
    '{ linkNetwork { nodeCount edgeCount density components modularity truncated dataVersion nodes { id kind degree betweenness betweennessPercentile community x y organization { id } partner { name } project { id } } edges { source target kind weight validFrom validTo } } linkCommunities { isWeak communityCount communities { size organizations topPartnerKind topAreaCode greatest { partner { name } } } } linkRobustness { cutPointCount bridgeCount cutPoints { organizationsCutOff node { partner { name } } } bridges { source target } } brokers(first: 3) { betweenness partner { name } } }',
  );
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ linkNetwork: { nodeCount: 34, components: 1, truncated: false } });
});
