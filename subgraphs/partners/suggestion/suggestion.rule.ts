import { ResourceCategory } from '../resource/resource.entity.js';
import type { Suggested } from './suggestion.queries.js';

/** So many reasons are given for each suggestion: what a person reads at a glance. */
const reasonCount = 3;

/** What people call the categories. */
const categoryNames: Readonly<Record<ResourceCategory, string>> = {
  [ResourceCategory.VENUE]: '场地',
  [ResourceCategory.FUND]: '资金',
  [ResourceCategory.GOODS]: '物资',
  [ResourceCategory.EXPERT]: '专家',
  [ResourceCategory.VOLUNTEER_TIME]: '志愿服务',
  [ResourceCategory.TRAINING]: '培训',
  [ResourceCategory.PROJECT]: '项目',
  [ResourceCategory.EQUIPMENT]: '设备',
  [ResourceCategory.MEDIA]: '媒体',
};

/** Says in Chinese why a resource is suggested: what its score is made of first, then what makes it usable at all. */
export function reasonsFor(suggested: Suggested): string[] {
  const { peers, domains, closeness, isNeeded, category, remaining, unit, availableTo } = suggested;
  const domainNames = domains.map((domain) => categoryNames[domain]).join('、');
  const place = closeness === 1 ? '同一县区' : '同一城市';
  const reasons = [
    ...(peers > 0 ? [`${peers} 家有共同伙伴的机构与该伙伴对接`] : []),
    ...(domains.length > 0 ? [`服务领域相近：${domainNames}`] : []),
    ...(closeness > 0 ? [place] : []),
    ...(isNeeded ? [`本地需求最多而本机构尚缺：${categoryNames[category]}`] : []),
    `剩余 ${remaining} ${unit}`,
    availableTo === null ? '长期可用' : `${availableTo} 前可用`,
    '可在本机构所在区域使用',
  ];
  return reasons.slice(0, reasonCount);
}
