import { serviceLevels } from '../kit/codes.js';
import { count } from '../kit/format.js';
import { useLabels, useWords, words } from '../kit/words.js';

type Levels = readonly { level: string; count: number }[];

const texts = words(
  {
    more: '查看明细',
    missing: '暂不可用',
    asOf: (at: string): string => `数据截至 ${at}`,
    titles: {
      workers: '持证社会工作者',
      volunteers: '志愿者',
      platforms: '服务平台',
      community: '社区社会组织',
      graduates: '出壳机构',
      links: '有效对接',
      raised: '募集（元）',
      gifts: '捐赠笔数',
    },
    definitions: {
      workers: '持有社会工作者职业资格证书、在本地区各级机构和平台工作的人数。来源：公开报道与机构登记。',
      volunteers: '本地区志愿服务队和平台登记的志愿者人数。来源：公开报道与机构登记。',
      platforms:
        '市、县区、乡镇街道、村社区、网格各级社会工作与志愿服务平台的数量。来源：公开报道与机构登记。',
      community:
        '在街道（乡镇）备案或由社区指导的社区社会组织。目标：每个社区不少于 3 家。来源：公开报道与备案。',
      graduates: '所选年份申请孵化、后来到达“出壳”的机构数（按申请批次）。来源：孵化记录。',
      links: '状态为“进行中”的资源对接，一项资源用于一家机构算一项。来源：合作伙伴与机构的登记。',
      raised: '已收到的现金和按公允价值计的物资，减去退回的；认捐未到账的不计。来源：捐赠账簿。',
      gifts: '已收到的捐赠笔数。来源：捐赠账簿。',
    },
    details: {
      workers: '四级服务体系内',
      volunteers: (teams: string): string => `${teams} 支志愿服务队`,
      community: (each: string, communities: number): string =>
        communities === 0
          ? '本地区没有在册社区'
          : `每个村（社区）${each} 家，${Number(each) >= 3 ? '✓ 达到' : '未达到'}目标 3 家`,
      graduates: (applied: string, admitted: string): string => `申请 ${applied} 家，入壳 ${admitted} 家`,
      links: (organizations: string, partners: string): string =>
        `${organizations} 家机构，${partners} 家合作伙伴`,
      raised: (cash: string, inKind: string): string => `现金 ${cash}，物资 ${inKind}`,
      gifts: (pledged: string): string => `另有认捐未到账 ${pledged} 元`,
    },
  },
  {
    more: 'Show rows',
    missing: 'Not available',
    asOf: (at: string): string => `As of ${at}`,
    titles: {
      workers: 'Certified social workers',
      volunteers: 'Volunteers',
      platforms: 'Service platforms',
      community: 'Community organizations',
      graduates: 'Incubation graduates',
      links: 'Active links',
      raised: 'Raised (CNY)',
      gifts: 'Donations',
    },
    definitions: {
      workers:
        'Persons with a social worker certificate who work in organizations and platforms of the area. Source: published reports and registers.',
      volunteers:
        'Volunteers registered with teams and platforms of the area. Source: published reports and registers.',
      platforms:
        'Platforms for social work and volunteering, from the city down to the grid. Source: published reports and registers.',
      community:
        'Community organizations filed with the township or guided by the community. Target: 3 in each community. Source: published reports and filings.',
      graduates:
        'Of those who applied for incubation in the year, how many have graduated (cohort). Source: incubation records.',
      links:
        'Resource links in progress; one resource for one organization counts once. Source: partners and organizations.',
      raised:
        'Cash received and goods at fair value, less refunds; pledges do not count. Source: the ledger of donations.',
      gifts: 'Donations received. Source: the ledger of donations.',
    },
    details: {
      workers: 'in the four-level service system',
      volunteers: (teams: string): string => `${teams} volunteer teams`,
      community: (each: string, communities: number): string =>
        communities === 0
          ? 'no community on record'
          : `${each} in each community; target of 3 ${Number(each) >= 3 ? '✓ met' : 'not met'}`,
      graduates: (applied: string, admitted: string): string => `${applied} applied, ${admitted} admitted`,
      links: (organizations: string, partners: string): string =>
        `${organizations} organizations, ${partners} partners`,
      raised: (cash: string, inKind: string): string => `cash ${cash}, in kind ${inKind}`,
      gifts: (pledged: string): string => `besides, CNY ${pledged} pledged`,
    },
  },
);

/** The words of the figures. */
export function useFigureWords() {
  const known = useWords(texts);
  const level = useLabels(serviceLevels);
  const platforms = (levels: Levels): string =>
    levels
      .map((each) => `${level(each.level as keyof typeof serviceLevels)} ${count(each.count)}`)
      .join(' · ');
  return { ...known, details: { ...known.details, platforms } };
}
