import { parentAreaCode } from '#shared/area-code.js';
import {
  agencies,
  associations,
  communityOrganizations,
  type DemoBody,
  incubatees,
  incubationBase,
  partyMassCenter,
  studios,
} from '#shared/demo/bodies.js';
import { demoId, demoUscc } from '#shared/demo/identity.js';
import { city, counties, type DemoPlace, grids, townships, villages } from '#shared/demo/places.js';
import { Provenance } from '#shared/provenance.js';
import {
  type Organization,
  OrganizationKind as Kind,
  RegistrationStatus as Status,
  ServiceLevel,
} from '../organization/organization.entity.js';

/** Published: 2,058 certified social workers in the four levels, 107 party-led teams, more than 1,500 mobile volunteers. */
const certifiedSocialWorkers = 2_058;
const partyLedTeams = 107;
const mobileVolunteers = 1_500;

type Row = Omit<Organization, 'createdAt' | 'updatedAt' | 'version' | 'incubationStatus'>;

/** Every organization of the dataset, parents before their children. */
export function demoOrganizations(): Row[] {
  return [
    published(
      incubationBase,
      Kind.INCUBATION_BASE,
      'Pingxiang Volunteer Service and Social Work Incubation Base',
    ),
    published(
      partyMassCenter,
      Kind.PARTY_MASS_SERVICE_CENTER,
      'City Party-Mass Service Centre of Social Organizations',
    ),
    ...associations.map((body, index) =>
      registered(body, Kind.SOCIAL_ASSOCIATION, demoUscc('51', body.areaCode, index + 1)),
    ),
    ...agencies.map((body, index) =>
      registered(body, Kind.SOCIAL_SERVICE_AGENCY, demoUscc('52', body.areaCode, index + 1)),
    ),
    ...communityOrganizations.map(filed),
    ...studios.map((body, index) =>
      registered(body, Kind.MASTER_STUDIO, demoUscc('52', body.areaCode, index + 101)),
    ),
    ...serviceSystem(),
    ...volunteerPlatforms(),
    ...volunteerTeams(),
  ];
}

function row(body: DemoBody, kind: Kind, rest: Partial<Row>): Row {
  return {
    id: demoId('organization', body.key),
    uscc: null,
    name: body.name,
    nameEn: null,
    kind,
    registrationStatus: Status.UNREGISTERED,
    serviceLevel: null,
    areaCode: body.areaCode,
    parentId: null,
    fiscalHostId: null,
    foundedOn: null,
    registeredOn: null,
    communityClass: null,
    functionalZone: null,
    jurisdictions: [],
    certifiedSocialWorkers: 0,
    volunteers: 0,
    provenance: Provenance.SYNTHETIC,
    source: null,
    ...rest,
  };
}

const published = (body: DemoBody, kind: Kind, nameEn: string): Row =>
  row(body, kind, {
    nameEn,
    registrationStatus: Status.REGISTERED,
    provenance: Provenance.PUBLISHED,
    source: 'A',
  });

const registered = (body: DemoBody, kind: Kind, uscc: string): Row =>
  row(body, kind, { uscc, registrationStatus: Status.REGISTERED });

const incubated = new Set(incubatees.map(({ key }) => key));

/** Community organizations are filed (备案); those that incubate receive money through the base (R-REG-05). */
const filed = (body: DemoBody): Row =>
  row(body, Kind.COMMUNITY_ORGANIZATION, {
    registrationStatus: Status.FILED,
    fiscalHostId: incubated.has(body.key) ? demoId('organization', incubationBase.key) : null,
  });

const systemLevels: [readonly DemoPlace[], ServiceLevel, string][] = [
  [counties, ServiceLevel.COUNTY_CENTER, '社工服务中心'],
  [townships, ServiceLevel.TOWNSHIP_STATION, '社工站'],
  [villages, ServiceLevel.VILLAGE_POINT, '社工服务点'],
  [grids, ServiceLevel.GRID, '社工网格'],
];

/** Natural key of the social-work platform of an area. */
export const systemKey = (areaCode: string): string => `system-${areaCode}`;

/** The four-level system of social work: one platform in each county, township, village and grid, each under the one above it. */
function serviceSystem(): Row[] {
  const platforms = systemLevels.flatMap(([places, serviceLevel, title]) =>
    places.map(({ code, name }) => {
      const body = {
        key: systemKey(code),
        name: `${name.replace('（演示）', '')}${title}（演示）`,
        areaCode: code,
      };
      const above = serviceLevel === ServiceLevel.COUNTY_CENTER ? null : parentAreaCode(code);
      return row(body, Kind.SERVICE_PLATFORM, {
        serviceLevel,
        parentId: above === null ? null : demoId('organization', systemKey(above)),
      });
    }),
  );
  return platforms.map((platform, index) => ({
    ...platform,
    certifiedSocialWorkers: evenShare(certifiedSocialWorkers, platforms.length, index),
  }));
}

const villageStations = ['学雷锋志愿服务站', '“安源红”邻里之家', '“一老一小幸福院”'];

/** The four-level volunteer platforms: one in the city, each county and township, and the three named kinds in every village. */
function volunteerPlatforms(): Row[] {
  const station = (place: { code: string; name: string }, title: string, serviceLevel: ServiceLevel) =>
    row(
      {
        key: `volunteer-${place.code}-${title}`,
        name: `${place.name.replace('（演示）', '')}${title}（演示）`,
        areaCode: place.code,
      },
      Kind.SERVICE_PLATFORM,
      { serviceLevel },
    );
  return [
    station({ code: city, name: '萍乡市' }, '学雷锋志愿服务站', ServiceLevel.CITY),
    ...counties.map((place) => station(place, '学雷锋志愿服务站', ServiceLevel.COUNTY_CENTER)),
    ...townships.map((place) => station(place, '学雷锋志愿服务站', ServiceLevel.TOWNSHIP_STATION)),
    ...villages.flatMap((place) =>
      villageStations.map((title) => station(place, title, ServiceLevel.VILLAGE_POINT)),
    ),
  ];
}

/** The party-led teams of two enterprises and three new groups; the mobile volunteers are their members. */
function volunteerTeams(): Row[] {
  return Array.from({ length: partyLedTeams }, (_, index) => {
    const county = counties[index % counties.length] as DemoPlace;
    const number = String(index + 1).padStart(3, '0');
    const body = {
      key: `team-${number}`,
      name: `${county.name}两企三新党建引领志愿服务队${number}（演示）`,
      areaCode: county.code,
    };
    return row(body, Kind.VOLUNTEER_TEAM, { volunteers: evenShare(mobileVolunteers, partyLedTeams, index) });
  });
}

/** The n-th of equal whole shares; the first ones take one more each until nothing is left. */
function evenShare(total: number, shares: number, index: number): number {
  return Math.floor(total / shares) + (index < total % shares ? 1 : 0);
}
