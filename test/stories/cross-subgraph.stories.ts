// Every field of the contract that one subgraph adds to another's type, and every root query of the reading side.
import { expect, test } from '@jest/globals';
import { fenOfYuan } from '#shared/money.js';
import { stories } from '../kit/each-mode.js';

export const crossSubgraph = stories('Reading across subgraphs', (hub) => {
  test('an organization shows its links, funds, projects, awards, incubations and fiscal host', async () => {
    const { organizations } = await hub().expectData<{ organizations: { nodes: Record<string, never>[] } }>(`{
      organizations(first: 3) { nodes {
        id name uscc rating version provenance source createdAt updatedAt
        area { code level parent { code parent { code } } }
        parent { id } fiscalHost { name } children(first: 2) { totalCount }
        incubations { stage base { name } allowedTransitions events { from to at } }
        projects(first: 10) { totalCount nodes { name awards { title } funds { raised { amount } } resourceLinks(first: 5) { totalCount nodes { partner { name } } } } }
        awards { subject count level }
        partners { name kind }
        resourceLinks(first: 2) { pageInfo { hasNextPage endCursor } totalCount nodes { project { name } organization { name } events { to } } }
        funds(period: { from: "2024-03-10", to: "2024-05-20" }) { raised { amount currency } donationCount donorCount byMonth { month raised { amount } } }
      } }
    }`);
    const [base, center, association] = organizations.nodes as never[] as {
      name: string;
      projects: {
        totalCount: number;
        nodes: {
          name: string;
          funds: { raised: { amount: string } };
          resourceLinks: { totalCount: number };
        }[];
      };
      awards: { subject: string; count: number }[];
      partners: { name: string }[];
      resourceLinks: {
        totalCount: number;
        pageInfo: { hasNextPage: boolean };
        nodes: { project: { name: string } | null; organization: { name: string } }[];
      };
      funds: {
        raised: { amount: string; currency: string };
        donationCount: number;
        donorCount: number;
        byMonth: { month: string }[];
      };
      incubations: { base: { name: string }; events: { to: string }[]; allowedTransitions: string[] }[];
    }[];
    expect(base?.projects.nodes.find(({ name }) => name === '朝夕相伴计划')?.funds.raised.amount).toBe(
      '1370000.00',
    );
    expect(base?.resourceLinks).toMatchObject({ totalCount: 9, pageInfo: { hasNextPage: true } });
    expect(base?.partners).toHaveLength(6);
    expect(new Set(base?.partners.map(({ name }) => name))).toContain('中国好公益平台');
    expect(base?.resourceLinks.nodes[0]?.organization.name).toBe(base?.name);
    expect(base?.funds.byMonth.map(({ month }) => month)).toEqual(['2024-03', '2024-04', '2024-05']);
    expect(base?.funds.donorCount).toBe(base?.funds.donationCount);
    expect(Object.fromEntries((center?.awards ?? []).map(({ subject, count }) => [subject, count]))).toEqual({
      VOLUNTEER: 23,
      ORGANIZATION: 3,
      PROJECT: 8,
      COMMUNITY: 5,
    });
    expect(association?.incubations[0]).toMatchObject({
      base: { name: base?.name },
      allowedTransitions: ['SCREENING', 'WITHDRAWN'],
    });
  });

  test('a partner shows agreements, resources, links, linked organizations and contributions', async () => {
    const { partners } = await hub().expectData<{
      partners: {
        totalCount: number;
        nodes: {
          name: string;
          agreements: { title: string; organization: { name: string } | null }[];
          resources: { nodes: { remaining: string; capacity: string; links: { totalCount: number } }[] };
          linkedOrganizations: { totalCount: number; nodes: { name: string; area: { name: string } }[] };
          contributions: { raised: { amount: string } };
        }[];
      };
    }>(`{
      partners(first: 1, filter: { kind: [UNIVERSITY], text: "师范" }) { totalCount nodes {
        name agreements { title partner { name } organization { name } }
        resources(first: 5, filter: { area: "360302", status: [PUBLISHED] }) { nodes { capacity remaining partner { id } links(first: 1) { totalCount } } }
        resourceLinks(first: 3, filter: { status: [ACTIVE], validOn: "2026-01-01" }) { totalCount nodes { resource { title } } }
        linkedOrganizations(first: 2) { totalCount nodes { name area { name } } }
        contributions { raised { amount } }
      } }
    }`);
    const [university] = partners.nodes;
    expect(partners.totalCount).toBe(1);
    expect(university?.agreements[0]?.organization?.name).toBe('萍乡市志愿服务和社会工作孵化基地');
    expect(university?.linkedOrganizations.nodes).toHaveLength(2);
    expect(university?.linkedOrganizations.nodes.every(({ area }) => area.name.length > 0)).toBe(true);
    expect(university?.contributions.raised.amount).toBe('0.00');
    // Capacity 300; the base holds 100 and each ACTIVE or ACCEPTED derived link 5.
    const [resource] = university?.resources.nodes ?? [];
    expect(Number(resource?.remaining)).toBeLessThan(200);
    expect(Number(resource?.remaining)).toBeGreaterThanOrEqual(100);
  });

  test('campaigns name their project and organization; pools their grants', async () => {
    const { campaigns, fundingPools } = await hub().expectData<{
      campaigns: {
        nodes: {
          title: string;
          project: { name: string } | null;
          organization: { name: string } | null;
          funds: { raised: { amount: string }; donorCount: number };
        }[];
      };
      fundingPools: {
        kind: string;
        budget: { amount: string };
        available: { amount: string };
        awarded: { amount: string };
        grants: { nodes: { organization: { kind: string }; pool: { name: string } }[] };
      }[];
    }>(`{
      campaigns(first: 10, status: [CLOSED]) { nodes { title startsOn target { amount } fundraiser { name } project { name } organization { name } funds { raised { amount } donorCount } } }
      fundingPools { kind budget { amount } available { amount } awarded { amount } disbursed { amount } perGrantMax { amount } grants(first: 10) { nodes { amount { amount } status organization { kind } project { name } pool { name } } } }
    }`);
    const galas = campaigns.nodes.filter(({ title }) => title.endsWith('慈善晚会'));
    expect(galas.map(({ title }) => title)).toEqual(['2021年慈善晚会', '2022年慈善晚会', '2023年慈善晚会']);
    expect(galas.reduce((sum, { funds }) => sum + Number(funds.raised.amount) * 100, 0)).toBe(700_000_000);
    expect(campaigns.nodes.find(({ title }) => title === '朝夕相伴计划')).toMatchObject({
      project: { name: '朝夕相伴计划' },
      organization: { name: '萍乡市志愿服务和社会工作孵化基地' },
      funds: { raised: { amount: '1370000.00' } },
    });
    const competed = fundingPools.filter(({ kind }) => kind !== 'OPERATING_GRANT');
    expect(competed).toHaveLength(3);
    expect(competed.reduce((sum, { budget }) => sum + Number(budget.amount), 0)).toBe(9_900_000);
    expect(
      fundingPools
        .flatMap(({ grants }) => grants.nodes)
        .every(({ organization }) => organization.kind === 'MASTER_STUDIO'),
    ).toBe(true);
  });

  test('organizations without a link to a university are those not linked', async () => {
    const all = await hub().expectData<{ organizations: { totalCount: number } }>(
      `{ organizations(first: 0) { totalCount } }`,
    );
    const { organizationsWithoutLink } = await hub().expectData<{
      organizationsWithoutLink: { totalCount: number; nodes: { resourceLinks: { totalCount: number } }[] };
    }>(
      `{ organizationsWithoutLink(first: 100, partnerKind: UNIVERSITY) { totalCount nodes { resourceLinks(filter: { status: [ACTIVE], partnerKind: [UNIVERSITY] }) { totalCount } } } }`,
    );
    const { partners } = await hub().expectData<{
      partners: { nodes: { linkedOrganizations: { nodes: { id: string }[] } }[] };
    }>(
      `{ partners(filter: { kind: [UNIVERSITY] }) { nodes { linkedOrganizations(first: 100) { nodes { id } } } } }`,
    );
    const linked = new Set(
      partners.nodes.flatMap(({ linkedOrganizations }) => linkedOrganizations.nodes.map(({ id }) => id)),
    );
    expect(linked.size).toBeGreaterThan(1);
    expect(organizationsWithoutLink.totalCount).toBe(all.organizations.totalCount - linked.size);
    expect(organizationsWithoutLink.nodes).toHaveLength(100);
    expect(organizationsWithoutLink.nodes.every(({ resourceLinks }) => resourceLinks.totalCount === 0)).toBe(
      true,
    );
  });

  test('idle resources are those of which hardly anything was used for ninety days', async () => {
    const { idleResources } = await hub().expectData<{
      idleResources: {
        totalCount: number;
        nodes: { capacity: string; links: { nodes: { status: string; quantity: string }[] } }[];
      };
    }>(
      `{ idleResources(area: "360300") { totalCount nodes { capacity links(first: 100) { nodes { status quantity } } } } }`,
    );
    expect(idleResources.totalCount).toBe(9);
    const used = idleResources.nodes.map(({ capacity, links }) => {
      const active = links.nodes.filter(({ status }) => status === 'ACTIVE');
      return active.reduce((sum, { quantity }) => sum + Number(quantity), 0) / Number(capacity);
    });
    expect(used.every((share) => share < 0.2)).toBe(true);
    expect(used.toSorted((one, other) => one - other)).toEqual(used);
  });

  test('one item each by id and by area', async () => {
    const found = await hub().expectData<{
      organizations: { nodes: { id: string }[] };
      projects: { nodes: { id: string }[] };
      partners: { nodes: { id: string }[] };
      resources: { nodes: { id: string }[] };
      campaigns: { nodes: { id: string }[] };
      incubations: { totalCount: number };
      resourceLinks: { totalCount: number };
    }>(`{
      organizations(first: 1) { nodes { id } } projects(first: 1) { nodes { id } } partners(first: 1) { nodes { id } }
      resources(first: 1, filter: { text: "活水" }) { nodes { id } } campaigns(first: 1) { nodes { id } }
      incubations(first: 1, stage: [GRADUATED, ALUMNI]) { totalCount } resourceLinks(first: 1, filter: { status: [PROPOSED] }) { totalCount }
    }`);
    expect(found.incubations.totalCount).toBe(4);
    expect(found.resourceLinks.totalCount).toBeGreaterThan(0);
    const id = (list: { nodes: { id: string }[] }) => list.nodes[0]?.id;
    const one = await hub().expectData<Record<string, { id: string } | null>>(
      `query ($o: ID!, $p: ID!, $r: ID!, $c: ID!, $j: ID!) {
        organization(id: $o) { id } project(id: $j) { id } partner(id: $p) { id } resource(id: $r) { id } campaign(id: $c) { id }
      }`,
      {
        o: id(found.organizations),
        j: id(found.projects),
        p: id(found.partners),
        r: id(found.resources),
        c: id(found.campaigns),
      },
    );
    expect(Object.values(one).every((entity) => entity !== null)).toBe(true);
    const { area } = await hub().expectData<{
      area: {
        children: { linkSummary: { active: number }; funds: { raised: { amount: string } } }[];
        linkSummary: { active: number };
      };
    }>(
      `{ area(code: "360300") { children { code linkSummary { active } funds { raised { amount } } } linkSummary { active byPartnerKind { kind count } } } }`,
    );
    expect(area.children).toHaveLength(5);
    // The base is the city's own; everything else is in a county.
    expect(
      area.linkSummary.active - area.children.reduce((sum, { linkSummary }) => sum + linkSummary.active, 0),
    ).toBe(9);
  });

  test('links by kind and category, and funds by month in cash and in kind, add up to what stands beside them', async () => {
    type Sums = Record<'raised' | 'raisedCash' | 'raisedInKind' | 'refunded', { amount: string }>;
    const sums = 'raised { amount } raisedCash { amount } raisedInKind { amount } refunded { amount }';
    const { area } = await hub().expectData<{
      area: {
        linkSummary: {
          active: number;
          byCategory: { category: string; count: number }[];
          flows: { partnerKind: string; category: string; count: number }[];
        };
        funds: Sums & { byMonth: Sums[]; byYear: Sums[] };
      };
    }>(
      `{ area(code: "360300") {
        linkSummary { active byCategory { category count } flows { partnerKind category count } }
        funds { ${sums} byMonth { ${sums} } byYear { ${sums} } } } }`,
    );
    const { flows, active, byCategory } = area.linkSummary;
    expect(flows.length).toBeGreaterThan(byCategory.length);
    expect(flows.reduce((sum, { count }) => sum + count, 0)).toBe(active);
    for (const { category, count } of byCategory)
      expect(
        flows.filter((flow) => flow.category === category).reduce((sum, flow) => sum + flow.count, 0),
      ).toBe(count);
    for (const parts of [area.funds.byMonth, area.funds.byYear])
      for (const name of ['raised', 'raisedCash', 'raisedInKind', 'refunded'] as const)
        expect(parts.reduce((sum, each) => sum + (fenOfYuan(each[name].amount) ?? 0n), 0n)).toBe(
          fenOfYuan(area.funds[name].amount),
        );
  });

  test('turning pages meets every organization once, in each order', async () => {
    const read = async (orderBy: string) => {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const {
          organizations,
        }: {
          organizations: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
        } = await hub().expectData(
          `query ($after: String, $orderBy: OrganizationOrder) { organizations(first: 37, after: $after, orderBy: $orderBy, filter: { area: "360302100" }) {
              nodes { id } pageInfo { hasNextPage endCursor } } }`,
          { after, orderBy },
        );
        seen.push(...organizations.nodes.map(({ id }) => id));
        after = organizations.pageInfo.hasNextPage ? organizations.pageInfo.endCursor : null;
      } while (after !== null);
      return seen;
    };
    const orders = await Promise.all(['CREATED_AT', 'NAME', 'FOUNDED_ON'].map(read));
    for (const seen of orders) expect(new Set(seen).size).toBe(seen.length);
    expect(new Set(orders.map((seen) => [...seen].sort().join()))).toHaveProperty('size', 1);
  });
});
