import { demoId } from '#shared/demo/identity.js';
import { Provenance } from '#shared/provenance.js';
import { type Resource, ResourceCategory as Category, ResourceStatus } from '../resource/resource.entity.js';
import { universities } from './institutions.js';

interface Offer {
  key: string;
  partner: string;
  title: string;
  category: Category;
  capacity: string;
  unit: string;
  areaCodes: string[];
  source: 'A' | 'C';
}

/** The six typical cases by the service that was given: reading matter for practitioners, without anything about the cases. */
const typicalCases = [
  '分级分类干预矫治',
  '被害人保护救助',
  '精准观护',
  '因案致困帮扶',
  '临界预防',
  '社会调查',
];

/** What the facts say is linked. No fact says how much there is, so capacities are derived and the rows SYNTHETIC. */
export const offers: readonly Offer[] = [
  ...universities.map(({ key, name }) => ({
    key: `${key}-training`,
    partner: key,
    title: `${name}社会工作专业人才培训`,
    category: Category.TRAINING,
    capacity: '300',
    unit: '人次',
    areaCodes: ['360300'],
    source: 'A' as const,
  })),
  {
    key: 'living-water',
    partner: 'cfrd',
    title: '活水计划',
    category: Category.PROJECT,
    capacity: '10',
    unit: '个项目',
    areaCodes: ['360300'],
    source: 'A',
  },
  {
    key: 'good-design',
    partner: 'good-platform',
    title: '公益项目设计与落地支持',
    category: Category.PROJECT,
    capacity: '10',
    unit: '个项目',
    areaCodes: ['360300'],
    source: 'A',
  },
  {
    key: 'daai-design',
    partner: 'daai',
    title: '青少年公益项目设计与落地支持',
    category: Category.PROJECT,
    capacity: '10',
    unit: '个项目',
    areaCodes: ['360300'],
    source: 'A',
  },
  {
    key: 'juvenile-standard',
    partner: 'central-swd',
    title: '《未成年人司法社会工作服务规范》（2023-03-17 实施）',
    category: Category.MEDIA,
    capacity: '10000',
    unit: '份',
    areaCodes: [],
    source: 'C',
  },
  ...typicalCases.map((service, index) => ({
    key: `typical-case-${index + 1}`,
    partner: 'spp',
    title: `司法社会工作参与未成年人保护典型案例：${service}`,
    category: Category.MEDIA,
    capacity: '10000',
    unit: '份',
    areaCodes: [],
    source: 'C' as const,
  })),
];

const publishedAt = new Date(Date.UTC(2026, 0, 1));

export function demoResources(): Omit<Resource, 'createdAt' | 'updatedAt' | 'version' | 'remaining'>[] {
  return offers.map(({ key, partner, ...offer }) => ({
    ...offer,
    id: demoId('resource', key),
    partnerId: demoId('partner', partner),
    description: null,
    held: '0',
    availableFrom: null,
    availableTo: null,
    status: ResourceStatus.PUBLISHED,
    publishedAt,
    lastActiveAt: null,
    provenance: Provenance.SYNTHETIC,
  }));
}
