import { useState } from 'react';
import { useAskNamed } from '../../kit/named.js';
import { organizationKinds, partnerKinds, resourceCategories } from '../../kit/codes.js';
import { amount, count, percent } from '../../kit/format.js';
import { useLabels, useWords, words } from '../../kit/words.js';
import { ExploreIdle, ExploreSingleSource, ExploreWithoutLink } from '../../operations.js';
import type { Address } from '../use-address.js';
import { Finding, NodeLink } from './finding.js';

const texts = words(
  {
    without: (kind: string): string => `没有${kind}链接的机构`,
    withoutMeans:
      '没有进行中的对接、也没有今天有效的协议。孵化基地有这类链接的机构另外计数。用左侧“合作伙伴类型”“地区”换条件。',
    withoutColumns: ['名称', '类型', '地区'],
    coverage: (all: number, direct: number, base: number, without: number): string =>
      `共 ${all} 家：直接有链接 ${direct} 家，经孵化基地 ${base} 家，完全没有 ${without} 家。`,
    idle: '闲置资源',
    idleMeans: '已发布、今天可用、发布满 30 天，近 90 天用量不到 20%。按闲置天数排序。',
    idleColumns: ['资源', '类别', '合作伙伴', '总量', '余量'],
    single: '依赖单一来源的机构',
    singleMeans: '收到的钱物中，最大一家来源占 60% 以上。匿名捐赠各算一家。分析员看到的比例取整。',
    singleColumns: ['名称', '类型', '地区', '最大来源占比', '等效来源数'],
    total: (all: number): string => `共 ${all} 项。`,
    next: '下一页',
    first: '回到第一页',
  },
  {
    without: (kind: string): string => `Organizations without a link to: ${kind}`,
    withoutMeans:
      'No ACTIVE link and no agreement valid today. Those whose incubation base has one are counted apart. Choose “Kind of partner” and “Area” on the left.',
    withoutColumns: ['Name', 'Kind', 'Area'],
    coverage: (all: number, direct: number, base: number, without: number): string =>
      `${all} in all: ${direct} linked directly, ${base} through an incubation base, ${without} not at all.`,
    idle: 'Idle resources',
    idleMeans:
      'Published for 30 days, available today, and less than 20 % used in the last 90 days; most idle days first.',
    idleColumns: ['Resource', 'Category', 'Partner', 'Capacity', 'Remaining'],
    single: 'Organizations that depend on a single source',
    singleMeans:
      'Those that got more than 60 % of money and goods from one source. Each anonymous gift is a source. Analysts see rounded shares.',
    singleColumns: ['Name', 'Kind', 'Area', 'Largest source', 'Sources of equal size'],
    total: (all: number): string => `${all} in all.`,
    next: 'Next page',
    first: 'First page',
  },
);

interface Props {
  address: Address;
}

/** Which organizations have no partner of a kind: universities, unless another kind is chosen. */
export function WithoutLink({ address }: Props) {
  const text = useWords(texts);
  const kindName = useLabels(partnerKinds);
  const organizationKind = useLabels(organizationKinds);
  const [after, setAfter] = useState<string | null>(null);
  const { area, kind } = address.search;
  const partnerKind = kind?.[0] ?? 'UNIVERSITY';
  const asked = { partnerKind, maxHops: 1, ...(area === undefined ? {} : { area }), after };
  const answer = useAskNamed(ExploreWithoutLink, asked);
  const found = answer.data?.organizationsWithoutLink;
  const coverage = answer.data?.linkCoverage;
  const rows = (found?.nodes ?? []).map((each) => ({
    key: each.id,
    cells: [
      <NodeLink key="name" id={each.id} name={each.name} address={address} />,
      organizationKind(each.kind),
      each.area?.name ?? '–',
    ],
  }));
  return (
    <Finding
      title={text.without(kindName(partnerKind))}
      definition={text.withoutMeans}
      answer={answer}
      address={address}
      summary={
        coverage == null
          ? undefined
          : text.coverage(coverage.organizations, coverage.direct, coverage.throughBase, coverage.without)
      }
      columns={text.withoutColumns}
      rows={rows}
      more={<Pages info={found?.pageInfo} after={after} onChange={setAfter} />}
    />
  );
}

/** Which resources lie idle. */
export function Idle({ address }: Props) {
  const text = useWords(texts);
  const category = useLabels(resourceCategories);
  const [after, setAfter] = useState<string | null>(null);
  const { area } = address.search;
  const answer = useAskNamed(ExploreIdle, { ...(area === undefined ? {} : { area }), after });
  const found = answer.data?.idleResources;
  const rows = (found?.nodes ?? []).map((each) => ({
    key: each.id,
    cells: [
      each.title,
      category(each.category),
      <NodeLink key="partner" id={each.partner.id} name={each.partner.name} address={address} />,
      `${amount(each.capacity)} ${each.unit}`,
      `${amount(each.remaining)} ${each.unit}`,
    ],
  }));
  return (
    <Finding
      title={text.idle}
      definition={text.idleMeans}
      answer={answer}
      address={address}
      summary={found == null ? undefined : text.total(found.totalCount)}
      columns={text.idleColumns}
      numbers={[3, 4]}
      rows={rows}
      more={<Pages info={found?.pageInfo} after={after} onChange={setAfter} />}
    />
  );
}

/** Which organizations depend on one source. */
export function SingleSource({ address }: Props) {
  const text = useWords(texts);
  const organizationKind = useLabels(organizationKinds);
  const [after, setAfter] = useState<string | null>(null);
  const { area } = address.search;
  const answer = useAskNamed(ExploreSingleSource, { ...(area === undefined ? {} : { area }), after });
  const found = answer.data?.singleSourceOrganizations;
  const rows = (found?.nodes ?? []).map((each) => ({
    key: each.id,
    cells: [
      <NodeLink key="name" id={each.id} name={each.name} address={address} />,
      each.kind == null ? '–' : organizationKind(each.kind),
      each.area?.name ?? '–',
      each.fundingConcentration === null ? '–' : percent(each.fundingConcentration.topShare),
      each.fundingConcentration === null ? '–' : count(each.fundingConcentration.effectiveFunders),
    ],
  }));
  return (
    <Finding
      title={text.single}
      definition={text.singleMeans}
      answer={answer}
      address={address}
      summary={found == null ? undefined : text.total(found.totalCount)}
      columns={text.singleColumns}
      numbers={[3, 4]}
      rows={rows}
      more={<Pages info={found?.pageInfo} after={after} onChange={setAfter} />}
    />
  );
}

interface PagesProps {
  info: { hasNextPage: boolean; endCursor: string | null } | undefined;
  after: string | null;
  onChange(after: string | null): void;
}

function Pages({ info, after, onChange }: PagesProps) {
  const { next, first } = useWords(texts);
  return (
    <p className="explore-row">
      {after !== null && (
        <button type="button" className="plain" onClick={() => onChange(null)}>
          {first}
        </button>
      )}
      {info?.hasNextPage === true && (
        <button type="button" className="plain" onClick={() => onChange(info.endCursor)}>
          {next}
        </button>
      )}
    </p>
  );
}
