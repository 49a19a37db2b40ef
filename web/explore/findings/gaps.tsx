import { useAskNamed } from '../../kit/named.js';
import { resourceCategories } from '../../kit/codes.js';
import { count } from '../../kit/format.js';
import { settings } from '../../kit/settings.js';
import { useLabels, useWords, words } from '../../kit/words.js';
import { ExploreCoverage } from '../../operations.js';
import type { Address } from '../use-address.js';
import { Finding } from './finding.js';

const texts = words(
  {
    title: '哪里缺什么资源',
    means:
      '需求：没有这类进行中对接的机构数。供给：可用于该地区、有余量的资源数。缺口 = 需求 − 供给，不小于 0。格内上为缺口，下为“需求 − 供给”。',
    area: '地区',
    organizations: '机构',
    alone: '没有对接的村社区',
    cell: (need: string, supply: string): string => `${need} − ${supply}`,
  },
  {
    title: 'Where is what missing',
    means:
      'Need: organizations without an ACTIVE link of the category. Supply: resources that could be used there and have something remaining. Gap = need − supply, at least 0. Cells show the gap, and below it need − supply.',
    area: 'Area',
    organizations: 'Organizations',
    alone: 'Villages without a link',
    cell: (need: string, supply: string): string => `${need} − ${supply}`,
  },
);

/** Areas by categories: where links are missing. */
export function Gaps({ address }: { address: Address }) {
  const text = useWords(texts);
  const category = useLabels(resourceCategories);
  const answer = useAskNamed(ExploreCoverage, { area: address.search.area ?? settings().area });
  const rows = answer.data?.coverageMatrix?.rows ?? [];
  const categories = rows[0]?.cells.map((cell) => cell.category) ?? [];
  return (
    <Finding
      title={text.title}
      definition={text.means}
      answer={answer}
      address={address}
      columns={[text.area, text.organizations, text.alone, ...categories.map((each) => category(each))]}
      numbers={[1, 2, ...categories.map((_each, at) => at + 3)]}
      rows={rows.map((row) => ({
        key: row.area.code,
        cells: [
          row.area.name ?? row.area.code,
          count(row.organizations),
          count(row.communitiesWithoutLink),
          ...row.cells.map(({ category: key, gap, need, supply }) => (
            <span key={key} className={gap > 0 ? 'explore-gap' : 'quiet'}>
              <strong>{count(gap)}</strong>
              <small>{text.cell(count(need), count(supply))}</small>
            </span>
          )),
        ],
      }))}
    />
  );
}
