// The main job: one request answers with the published figures, the same in every mode.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { projectFile } from '#gateway/start.js';
import { stories } from '../kit/each-mode.js';

const cityDashboard = readFileSync(projectFile('web/operations/city-dashboard.graphql'), 'utf8');

interface Dashboard {
  area: {
    name: string;
    organizationCounts: {
      total: number;
      certifiedSocialWorkers: number;
      volunteers: number;
      byKind: { kind: string; count: number }[];
    };
    incubationFunnel: { stage: string; reached: number; current: number }[];
    linkSummary: { active: number; organizationsLinked: number; partnersLinked: number };
    funds: {
      raised: { amount: string };
      raisedCash: { amount: string };
      raisedInKind: { amount: string };
      donationCount: number;
      byYear: { year: number; raised: { amount: string } }[];
    };
  };
  organizations: {
    totalCount: number;
    nodes: {
      name: string;
      kind: string;
      incubationStatus: string | null;
      resourceLinks: {
        totalCount: number;
        nodes: { status: string; resource: { partner: { name: string } } }[];
      };
      funds: { raised: { amount: string }; donationCount: number };
    }[];
  };
}

let firstAnswer: Dashboard | null = null;

export const dashboard = stories('City dashboard', (hub) => {
  test('answers Pingxiang with the published figures', async () => {
    const { area, organizations } = await hub().expectData<Dashboard>(cityDashboard, { area: '360300' });
    const counts = Object.fromEntries(area.organizationCounts.byKind.map(({ kind, count }) => [kind, count]));

    expect(area.name).toBe('萍乡市');
    expect(area.organizationCounts.certifiedSocialWorkers).toBe(2058);
    expect(area.organizationCounts.volunteers).toBeGreaterThanOrEqual(1500);
    expect(counts['VOLUNTEER_TEAM']).toBe(107);
    expect(counts['SERVICE_PLATFORM']).toBeGreaterThanOrEqual(1000);
    expect(area.funds.byYear.slice(0, 3).map(({ year }) => year)).toEqual([2021, 2022, 2023]);
    expect(
      area.funds.byYear.slice(0, 3).reduce((sum, { raised }) => sum + Number(raised.amount) * 100, 0),
    ).toBe(700_000_000);
    expect(area.funds.raised.amount).toBe('8370000.00');
    expect(organizations.nodes).toHaveLength(50);
    expect(organizations.totalCount).toBe(
      (counts['SOCIAL_ASSOCIATION'] ?? 0) +
        (counts['SOCIAL_SERVICE_AGENCY'] ?? 0) +
        (counts['COMMUNITY_ORGANIZATION'] ?? 0) +
        (counts['INCUBATION_BASE'] ?? 0),
    );
  });

  test('shows the base with its partners and the plan raised for it', async () => {
    const { organizations } = await hub().expectData<Dashboard>(cityDashboard, { area: '360300' });
    const base = organizations.nodes.find(({ kind }) => kind === 'INCUBATION_BASE');
    const partners = new Set(base?.resourceLinks.nodes.map(({ resource }) => resource.partner.name));

    expect(partners).toEqual(
      new Set([
        '江西师范大学',
        '井冈山大学',
        '江西青年职业学院',
        '中国乡村发展基金会',
        '中国好公益平台',
        '湖南省大爱无疆青少年公益发展中心',
      ]),
    );
    expect(base?.resourceLinks.nodes.every(({ status }) => status === 'ACTIVE')).toBe(true);
    expect(base?.funds.raised.amount).toBe('1370000.00');
    expect(organizations.nodes.some(({ incubationStatus }) => incubationStatus === 'INCUBATING')).toBe(true);
  });

  test('has a funnel that never grows (R-INC-07)', async () => {
    const { area } = await hub().expectData<Dashboard>(cityDashboard, { area: '360300' });
    const reached = area.incubationFunnel.map((stage) => stage.reached);
    expect(reached[0]).toBe(40);
    expect([...reached].sort((a, b) => b - a)).toEqual(reached);
  });

  test('gives the same answer as the other modes', async () => {
    const answer = await hub().expectData<Dashboard>(cityDashboard, { area: '360300' });
    firstAnswer ??= answer;
    expect(answer).toEqual(firstAnswer);
  });
});
