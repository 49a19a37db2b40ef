// An analyst asks who is tied with whom, and is told by name: what a node is comes from the subgraph that owns it.
import { expect, test } from '@jest/globals';
import { demoId } from '#shared/demo/identity.js';
import { stories } from '../kit/each-mode.js';

const question = `query ($area: AreaCode) {
  linkNetwork(filter: { area: $area }) {
    nodeCount edgeCount components truncated modularity
    nodes { id kind degree betweenness community x y organization { name kind funds { donationCount } } partner { name kind } project { name } }
    edges { source target kind weight }
  }
}`;

interface Network {
  nodeCount: number;
  edgeCount: number;
  components: number;
  truncated: boolean;
  modularity: number;
  nodes: {
    id: string;
    kind: string;
    degree: number;
    betweenness: number;
    x: number;
    organization: { name: string; funds: { donationCount: number } } | null;
    partner: { name: string } | null;
    project: { name: string } | null;
  }[];
  edges: { source: string; target: string; weight: number }[];
}

export const network = stories('network', (hub) => {
  test('names its nodes, wherever they are owned', async () => {
    const { linkNetwork } = await hub()
      .as('analyst')
      .expectData<{ linkNetwork: Network }>(question, { area: '360300' });
    const { nodes, edges, ...counts } = linkNetwork;
    expect(counts).toMatchObject({ nodeCount: nodes.length, edgeCount: edges.length, truncated: false });
    expect(nodes.length).toBeGreaterThan(20);
    for (const { kind, organization, partner, project, degree, x } of nodes) {
      const named = { ORGANIZATION: organization, PARTNER: partner, PROJECT: project }[kind];
      expect(named?.name).toMatch(/\S/);
      expect([organization, partner, project].filter((one) => one !== null)).toEqual([named]);
      expect(degree).toBeGreaterThan(0);
      expect(Number.isFinite(x)).toBe(true);
    }
    const known = new Set(nodes.map(({ id }) => id));
    expect(edges.every(({ source, target }) => known.has(source) && known.has(target))).toBe(true);
    expect(nodes.find(({ partner }) => partner?.name === '江西师范大学')?.betweenness).toBeGreaterThan(0.5);
  });

  test('leads from the university to the foundation, by name', async () => {
    const variables = { from: demoId('partner', 'jxnu'), to: demoId('partner', 'cfrd') };
    const { linkPath } = await hub().as('analyst').expectData<{
      linkPath: { length: number; nodes: { organization: object | null; partner: object | null }[] }[];
    }>('query ($from: ID!, $to: ID!) { linkPath(from: $from, to: $to) { length nodes { organization { name } partner { name } } } }', variables);
    expect(linkPath.length).toBeGreaterThan(0);
    for (const { length, nodes } of linkPath) {
      expect(nodes.length).toBe(length + 1);
      expect(nodes[0]).toEqual({ organization: null, partner: { name: '江西师范大学' } });
      expect(nodes[1]).toMatchObject({ organization: { name: expect.stringMatching(/\S/) }, partner: null });
      expect(nodes.at(-1)).toMatchObject({ partner: { name: '中国乡村发展基金会' } });
    }
  });

  test('is for analysts', async () => {
    for (const [who, code] of [
      [hub(), 'UNAUTHENTICATED'],
      [hub().as('viewer'), 'FORBIDDEN'],
    ] as const) {
      const { errors } = await who.run('{ linkNetwork { nodeCount } }');
      expect(errors?.[0]?.extensions?.['code']).toBe(code);
    }
  });
});
