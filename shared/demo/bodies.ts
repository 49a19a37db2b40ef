import { demoId } from './identity.js';
import { counties, villages } from './places.js';

/** A body of the dataset that more than one subgraph refers to: its natural key and where it is. */
export interface DemoBody {
  key: string;
  name: string;
  areaCode: string;
}

/** Natural keys of the bodies that the facts name. */
export const incubationBase: DemoBody = {
  key: 'incubation-base',
  name: '萍乡市志愿服务和社会工作孵化基地',
  areaCode: '360300',
};
export const partyMassCenter: DemoBody = {
  key: 'party-mass-center',
  name: '市级社会组织党群服务中心',
  areaCode: '360300',
};

/** Two associations and four service agencies in each county: no fact names any, so all are derived. */
export const associations: readonly DemoBody[] = counties.flatMap(({ code, name }) =>
  ['志愿服务联合会', '社会工作者协会'].map((title, index) => ({
    key: `association-${code}-${index + 1}`,
    name: `${name}${title}（演示）`,
    areaCode: code,
  })),
);
export const agencies: readonly DemoBody[] = counties.flatMap(({ code, name }) =>
  ['为老服务中心', '儿童关爱服务中心', '社区治理促进中心', '社会工作服务中心'].map((title, index) => ({
    key: `agency-${code}-${index + 1}`,
    name: `${name}${title}（演示）`,
    areaCode: code,
  })),
);

/** The three needs that the facts name for community organizations: one organization for each in every community. */
const needs = ['养老互助会', '留守儿童关爱会', '社区治理议事会'];

export const communityOrganizations: readonly DemoBody[] = villages.flatMap(({ code, name }) =>
  needs.map((need, index) => ({
    key: `community-${code}-${index + 1}`,
    name: `${name.replace('（演示）', '')}${need}（演示）`,
    areaCode: code,
  })),
);

const incubatedCommunityOrganizations = 10;

/** Who goes through the incubation base: the derived associations and agencies, and some community organizations. */
export const incubatees: readonly DemoBody[] = [
  ...associations,
  ...agencies,
  ...communityOrganizations.slice(0, incubatedCommunityOrganizations),
];

/** Whom the demonstration's partner token acts for: a university with agreements, resources and links. */
export const tokenPartnerId = demoId('partner', 'jxnu');

/** Whom its organization token acts for: one whose incubation is WITHDRAWN, so that it may apply again. */
const withdrawn = 13;
export const tokenOrganizationId = demoId('organization', (incubatees[withdrawn] as DemoBody).key);

/** Joint master studios: two led from each of the two districts that founded them. */
export const studios: readonly DemoBody[] = ['510681', '510113'].flatMap((areaCode) =>
  [1, 2].map((number) => ({
    key: `studio-${areaCode}-${number}`,
    name: `青·广社会工作名师联名工作室 ${areaCode === '510681' ? '广汉' : '青白江'}第${number}室（演示）`,
    areaCode,
  })),
);

/** A service brand or programme that the facts name. */
export interface DemoProject {
  key: string;
  name: string;
  nameEn: string;
  beneficiaries: string[];
  source: 'A' | 'B';
}

export const brands: readonly DemoProject[] = [
  {
    key: 'home-often',
    name: '常回家看看',
    nameEn: 'Come Home Often',
    beneficiaries: ['老年人'],
    source: 'A',
  },
  {
    key: 'azalea-cottage',
    name: '杜鹃花小屋',
    nameEn: 'Azalea Cottage',
    beneficiaries: ['留守儿童'],
    source: 'A',
  },
  {
    key: 'star-home',
    name: '安源红“星星之家”',
    nameEn: 'Anyuan Red Home of Stars',
    beneficiaries: [],
    source: 'A',
  },
  {
    key: 'day-and-night',
    name: '朝夕相伴计划',
    nameEn: 'Day and Night Companionship Plan',
    beneficiaries: ['老年人', '儿童', '特殊困难群体', '低收入群体'],
    source: 'A',
  },
  {
    key: 'neighbour-tea-house',
    name: '友邻茶社',
    nameEn: 'Neighbour Tea House',
    beneficiaries: ['社区居民'],
    source: 'A',
  },
];

/** The brand that money is raised for. */
export const dayAndNight = 'day-and-night';

export const programmes: readonly DemoProject[] = [
  {
    key: 'youth-contest',
    name: '萍乡市青年志愿服务项目大赛',
    nameEn: 'Pingxiang Youth Volunteer Project Contest',
    beneficiaries: ['青年志愿者'],
    source: 'A',
  },
  {
    key: 'capability-course',
    name: '志愿服务组织能力提升培训班',
    nameEn: 'Capability Course for Volunteer Organizations',
    beneficiaries: ['志愿服务组织'],
    source: 'A',
  },
  {
    key: 'day-and-night-training',
    name: '“朝夕相伴计划”项目培训',
    nameEn: 'Training for the Day and Night Companionship Plan',
    beneficiaries: ['项目执行人员'],
    source: 'A',
  },
];

/** The studios' programme: at least 200 talents in three years. */
export const talentProgramme: DemoProject = {
  key: 'studio-talents',
  name: '名师联名工作室人才培养（三年不少于200名）',
  nameEn: 'Joint Master Studios: at least 200 talents in three years',
  beneficiaries: ['社会工作优秀人才'],
  source: 'B',
};
