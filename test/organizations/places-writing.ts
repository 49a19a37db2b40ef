// Where organizations are: their area, zone and level, and the studios that areas share, each rule by its id.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoId } from '#shared/demo/identity.js';
import {
  agency,
  faults,
  filedBody,
  type Outcome,
  readOrganization,
  registerAs,
  updateAs,
  warningsOf,
} from '../kit/organizations.js';
import { anonymous, type Viewer } from '#shared/viewer.js';
import { openSubgraphs, type TestSubgraphs } from '../kit/subgraphs.js';

let hub: TestSubgraphs;
beforeAll(async () => {
  hub = await openSubgraphs();
});
afterAll(() => hub?.stop());

const register = (input: object) => registerAs(hub, input);
const update = (input: object, viewer?: Viewer) => updateAs(hub, input, viewer);
const read = <Data>(id: string, selection: string) => readOrganization<Data>(hub, id, selection);
const warnings = (organization: Outcome) => warningsOf(hub, organization);

describe('an area', () => {
  test('R-DIV-01: must be on record; R-DIV-03: is no statistical placeholder', async () => {
    expect(faults(await register(agency({ areaCode: '360399' })))).toEqual(['areaCode AREA_UNKNOWN']);
    expect(faults(await register(agency({ areaCode: '360301' })))).toEqual(['areaCode AREA_PLACEHOLDER']);
  });

  test('R-DIV-05: a development zone is data of an organization in its city', async () => {
    const zone = await register(agency({ areaCode: '360300', functionalZone: '萍乡经济技术开发区' }));
    expect(await read(zone.id, 'functionalZone area { code }')).toEqual({
      functionalZone: '萍乡经济技术开发区',
      area: { code: '360300' },
    });
    expect(await warnings(zone)).toEqual([]);
    const lower = await register(agency({ functionalZone: '某开发区' }));
    expect(await warnings(lower)).toEqual(['areaCode FUNCTIONAL_ZONE_AREA']);
  });

  test('R-DIV-07: a platform serves an area of its level below the area of the platform above', async () => {
    const platform = (rest: object) => ({
      ...filedBody({ kind: 'SERVICE_PLATFORM', registrationStatus: 'UNREGISTERED' }),
      ...rest,
    });
    const levels = [
      ['CITY', '360300'],
      ['COUNTY_CENTER', '360302'],
      ['TOWNSHIP_STATION', '360302100'],
      ['VILLAGE_POINT', '360302100201'],
    ] as const;
    for (const [serviceLevel, areaCode] of levels) {
      expect(faults(await register(platform({ serviceLevel, areaCode })))).toEqual([]);
      const elsewhere = levels.find(([level]) => level !== serviceLevel)?.[1];
      expect(faults(await register(platform({ serviceLevel, areaCode: elsewhere })))).toEqual([
        'serviceLevel SERVICE_LEVEL_MISMATCH',
      ]);
    }
    const grid = (parentId?: string) =>
      register(platform({ serviceLevel: 'GRID', areaCode: '360302100201-G001', parentId }));
    expect(faults(await grid(demoId('organization', 'system-360302100201')))).toEqual([]);
    expect(faults(await grid())).toEqual(['parentId GRID_WITHOUT_VILLAGE_POINT']);
    expect(faults(await grid(demoId('organization', 'system-360302100')))).toEqual([
      'parentId GRID_WITHOUT_VILLAGE_POINT',
    ]);
    const point = { serviceLevel: 'VILLAGE_POINT', areaCode: '360302100201' };
    expect(
      faults(await register(platform({ ...point, parentId: demoId('organization', 'system-360313100') }))),
    ).toEqual(['parentId PARENT_NOT_ABOVE']);
    expect(faults(await register(platform({ areaCode: '360302' })))).toEqual([
      'serviceLevel SERVICE_LEVEL_MISSING',
    ]);
    expect(faults(await register(agency({ serviceLevel: 'CITY' })))).toEqual([
      'serviceLevel SERVICE_LEVEL_NOT_ALLOWED',
    ]);
  });

  test('R-DIV-07: a second county centre is a warning until one of them closes', async () => {
    const areaCode = '510683';
    const center = (name: string) =>
      register({
        ...{ name: `${name} ${randomUUID()}`, kind: 'SERVICE_PLATFORM', serviceLevel: 'COUNTY_CENTER' },
        ...{ registrationStatus: 'UNREGISTERED', areaCode },
      });
    const first = await center('中心');
    expect(await warnings(first)).toEqual([]);
    const second = await center('第二中心');
    expect(await warnings(first)).toEqual(['serviceLevel COUNTY_CENTER_NOT_ALONE']);
    await update({ organizationId: second.id, version: 1, registrationStatus: 'DEREGISTERED' });
    expect(await warnings(first)).toEqual([]);
  });
});

describe('R-DIV-06: a studio that areas share', () => {
  const figures = async (...codes: string[]) => {
    const totals = codes.map(async (code) => {
      const { data } = await hub.ask<{
        area: { organizationCounts: { total: number } };
        organizations: { totalCount: number; nodes: { id: string }[] };
      }>(
        'organizations',
        anonymous,
        `query ($code: AreaCode!) { area(code: $code) { organizationCounts { total } }
          organizations(first: 100, filter: { area: $code, registrationStatus: [REGISTERED, FILED, UNREGISTERED] }) { totalCount nodes { id } } }`,
        { code },
      );
      const { area, organizations } = data as NonNullable<typeof data>;
      expect(organizations.totalCount).toBe(area.organizationCounts.total);
      expect(organizations.nodes).toHaveLength(Math.min(100, organizations.totalCount));
      return organizations.totalCount;
    });
    return Promise.all(totals);
  };
  const total = async () =>
    (
      await hub.ask<{ organizations: { totalCount: number } }>(
        'organizations',
        anonymous,
        '{ organizations(first: 0) { totalCount } }',
      )
    ).data?.organizations.totalCount;

  test('counts once in each of them and once in everything above', async () => {
    const codes = ['510113', '510681', '510100', '510600', '510000'];
    const before = await figures(...codes);
    const all = await total();
    const studio = await register({
      ...{ name: `工作室 ${randomUUID()}`, kind: 'MASTER_STUDIO', registrationStatus: 'UNREGISTERED' },
      ...{ areaCode: '510113', jurisdictions: ['510681'] },
    });
    expect(studio.__typename).toBe('Organization');
    const after = await figures(...codes);
    expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual([1, 1, 1, 1, 1]);
    expect(await total()).toBe((all ?? 0) + 1);
    // The sum over the members exceeds their whole by the number shared, here one more than before.
    const excess = ([, , chengdu = 0, deyang = 0, sichuan = 0]: number[]) => chengdu + deyang - sichuan;
    expect(excess(after) - excess(before)).toBe(1);
    await update({ organizationId: studio.id, version: 1, jurisdictions: [] });
    expect((await figures(...codes)).map((count, index) => count - (before[index] ?? 0))).toEqual([
      1, 0, 1, 0, 1,
    ]);
  });

  test('is a MASTER_STUDIO, and its areas are on record and apart', async () => {
    expect(faults(await register(agency({ jurisdictions: ['510681'] })))).toEqual([
      'jurisdictions JURISDICTIONS_NOT_ALLOWED',
    ]);
    const studio = { kind: 'MASTER_STUDIO', areaCode: '510113' };
    expect(faults(await register(agency({ ...studio, jurisdictions: ['510601', '510699'] })))).toEqual([
      'jurisdictions.0 AREA_PLACEHOLDER',
      'jurisdictions.1 AREA_UNKNOWN',
    ]);
    expect(faults(await register(agency({ ...studio, jurisdictions: ['510100'] })))).toEqual([
      'jurisdictions JURISDICTIONS_OVERLAP',
    ]);
  });
});
