import { incubationBase } from '#shared/demo/bodies.js';
import { demoId } from '#shared/demo/identity.js';
import { Provenance } from '#shared/provenance.js';
import type { CooperationAgreement } from '../agreement/agreement.entity.js';
import { type Partner, PartnerKind as Kind } from '../partner/partner.entity.js';
import { ResourceCategory as Category } from '../resource/resource.entity.js';

interface Institution {
  key: string;
  name: string;
  nameEn: string;
  kind: Kind;
  areaCode: string | null;
  source: 'A' | 'B' | 'C';
}

/** Every institution that the facts name. Their credit codes are not published, so none is given. */
export const institutions: readonly Institution[] = (
  [
    ['jxnu', '江西师范大学', 'Jiangxi Normal University', Kind.UNIVERSITY, '360000', 'A'],
    ['jgsu', '井冈山大学', 'Jinggangshan University', Kind.UNIVERSITY, '360000', 'A'],
    ['jxyvc', '江西青年职业学院', 'Jiangxi Youth Vocational College', Kind.UNIVERSITY, '360000', 'A'],
    ['cfrd', '中国乡村发展基金会', 'China Foundation for Rural Development', Kind.FOUNDATION, null, 'A'],
    [
      'good-platform',
      '中国好公益平台',
      'China Good Public Welfare Platform',
      Kind.CHARITY_PLATFORM,
      null,
      'A',
    ],
    [
      'daai',
      '湖南省大爱无疆青少年公益发展中心',
      "Hunan Da'ai Wujiang Youth Public Welfare Development Centre",
      Kind.CHARITY_ORGANIZATION,
      '430000',
      'A',
    ],
    [
      'guanghan-swd',
      '中共广汉市委社会工作部',
      'Social Work Department of the CPC Guanghan Committee',
      Kind.GOVERNMENT_BODY,
      '510681',
      'B',
    ],
    [
      'qingbaijiang-swd',
      '中共成都市青白江区委社会工作部',
      'Social Work Department of the CPC Qingbaijiang Committee',
      Kind.GOVERNMENT_BODY,
      '510113',
      'B',
    ],
    ['spp', '最高人民检察院', "Supreme People's Procuratorate", Kind.PROCURATORATE, null, 'C'],
    [
      'central-swd',
      '中央社会工作部',
      'Society Work Department of the CPC Central Committee',
      Kind.GOVERNMENT_BODY,
      null,
      'C',
    ],
  ] as const
).map(([key, name, nameEn, kind, areaCode, source]) => ({ key, name, nameEn, kind, areaCode, source }));

export const universities = institutions.filter(({ kind }) => kind === Kind.UNIVERSITY);

export function demoPartners(): Omit<Partner, 'createdAt' | 'updatedAt' | 'version'>[] {
  return institutions.map(({ key, ...institution }) => ({
    ...institution,
    id: demoId('partner', key),
    uscc: null,
    provenance: Provenance.PUBLISHED,
  }));
}

/** Lasting co-operations that the facts state; they give no dates. */
const agreements: [string, string, Category[], boolean][] = [
  ['jxnu', '专业社会工作者长期培训', [Category.TRAINING], true],
  ['jgsu', '专业社会工作者长期培训', [Category.TRAINING], true],
  ['jxyvc', '专业社会工作者长期培训', [Category.TRAINING], true],
  ['cfrd', '“活水计划”赋能', [Category.PROJECT], true],
  ['good-platform', '项目设计与落地长期合作', [Category.PROJECT], true],
  ['daai', '项目设计与落地长期合作', [Category.PROJECT], true],
  ['guanghan-swd', '青·广社会工作领域名师工作室的实施方案', [Category.EXPERT, Category.TRAINING], false],
  ['qingbaijiang-swd', '青·广社会工作领域名师工作室的实施方案', [Category.EXPERT, Category.TRAINING], false],
];

export function demoAgreements(): Omit<CooperationAgreement, 'createdAt'>[] {
  return agreements.map(([key, title, scope, withBase]) => ({
    id: demoId('agreement', key),
    partnerId: demoId('partner', key),
    organizationId: withBase ? demoId('organization', incubationBase.key) : null,
    areaCode: withBase ? incubationBase.areaCode : null,
    title,
    scope,
    validFrom: null,
    validTo: null,
    provenance: Provenance.PUBLISHED,
    source: institutions.find((institution) => institution.key === key)?.source ?? null,
  }));
}
