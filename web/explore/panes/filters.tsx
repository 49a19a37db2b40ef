import { useAskNamed } from '../../kit/named.js';
import { edgeKinds, partnerKinds, resourceCategories } from '../../kit/codes.js';
import { settings } from '../../kit/settings.js';
import { useWords, words } from '../../kit/words.js';
import { ExploreAreas } from '../../operations.js';
import { metrics } from '../search.js';
import type { Address } from '../use-address.js';
import { SelectField } from './select-field.js';

const texts = words(
  {
    title: '筛选',
    area: '地区',
    everywhere: '全部地区',
    kind: '合作伙伴类型',
    category: '资源类别',
    edge: '关系类型',
    all: '全部',
    metric: '节点大小',
  },
  {
    title: 'Filters',
    area: 'Area',
    everywhere: 'Everywhere',
    kind: 'Kind of partner',
    category: 'Category of resource',
    edge: 'Kind of relation',
    all: 'All',
    metric: 'Size of nodes',
  },
);

const metricNames = {
  degree: ['关系数', 'Relations'],
  betweenness: ['介数（中介作用）', 'Betweenness (brokerage)'],
  same: ['一样大', 'All the same'],
} as const;

const codesOf = <Code extends string>(labels: Readonly<Record<Code, unknown>>) =>
  Object.keys(labels) as Code[];
const listOf = <Code,>(code: Code | undefined) => (code === undefined ? undefined : [code]);

/** Which part of the network is looked at, and how. */
export function Filters({ address: { search, change } }: { address: Address }) {
  const text = useWords(texts);
  return (
    <section className="panel" aria-label={text.title}>
      <header>
        <h2>{text.title}</h2>
      </header>
      <AreaField value={search.area} onChange={(area) => change({ area })} />
      <SelectField
        label={text.kind}
        none={text.all}
        codes={codesOf(partnerKinds)}
        labels={partnerKinds}
        value={search.kind?.[0]}
        onChange={(kind) => change({ kind: listOf(kind) })}
      />
      <SelectField
        label={text.category}
        none={text.all}
        codes={codesOf(resourceCategories)}
        labels={resourceCategories}
        value={search.category?.[0]}
        onChange={(category) => change({ category: listOf(category) })}
      />
      <SelectField
        label={text.edge}
        none={text.all}
        codes={codesOf(edgeKinds)}
        labels={edgeKinds}
        value={search.edge?.[0]}
        onChange={(edge) => change({ edge: listOf(edge) })}
      />
      <SelectField
        label={text.metric}
        codes={metrics}
        labels={metricNames}
        value={search.metric ?? 'degree'}
        onChange={(metric) => change({ metric: metric === 'degree' ? undefined : metric })}
      />
    </section>
  );
}

interface AreaFieldProps {
  value: string | undefined;
  onChange(area: string | undefined): void;
}

function AreaField({ value, onChange }: AreaFieldProps) {
  const { area, everywhere } = useWords(texts);
  const home = useAskNamed(ExploreAreas, { code: settings().area }).data?.area;
  const areas = home == null ? [] : [{ code: home.code, name: home.name }, ...home.children];
  const isKnown = value === undefined || areas.some(({ code }) => code === value);
  return (
    <label className="explore-field">
      <span>{area}</span>
      <select value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="">{everywhere}</option>
        {!isKnown && <option value={value}>{value}</option>}
        {areas.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
