import { useMemo } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { partnerKinds, resourceCategories } from '../kit/codes.js';
import { count } from '../kit/format.js';

import { Panel } from '../kit/panel.js';
import { neutral, palette } from '../kit/palette.js';
import { Picture } from '../kit/picture.js';
import { useName, useLabels, useLanguage, useWords, words } from '../kit/words.js';
import { type FlowRow, flowRows } from './flow-rows.js';
import type { OverviewAnswer, OverviewArea } from './overview.js';

const texts = words(
  {
    title: '资源流向',
    definition:
      '进行中的对接，从合作伙伴类别，经资源类别，到机构所在的下一级地区；“本级”是不属于任何下级地区的机构。点击地区可下钻。',
    columns: ['合作伙伴类别', '资源类别', '地区', '对接数'],
    own: (name: string): string => `${name}本级`,
    empty: '本地区还没有进行中的对接。',
  },
  {
    title: 'Where resources go',
    definition:
      'Links in progress, from kinds of partners over categories to the areas below; “own” are organizations of the area itself. Click an area to go there.',
    columns: ['Kind of partner', 'Category', 'Area', 'Links'],
    own: (name: string): string => `${name} (own)`,
    empty: 'No link is in progress here yet.',
  },
);

/** From whom, of what, to where: a Sankey diagram and its table. */
export function Flows({ answer, height = 300 }: { answer: OverviewAnswer; height?: number }) {
  const { title, definition, empty } = useWords(texts);
  const area = answer.data?.area;
  const rows = useMemo(() => (area?.linkSummary && area.children ? flowRows(area) : null), [area]);
  return (
    <Panel
      title={title}
      definition={definition}
      from={['partners']}
      answer={answer}
      height={height}
      className="dash-wide"
    >
      {rows?.length === 0 && <p className="empty">{empty}</p>}
      {area && rows !== null && rows.length > 0 && <FlowsPicture area={area} flows={rows} height={height} />}
    </Panel>
  );
}

function FlowsPicture({
  area,
  flows,
  height,
}: {
  area: OverviewArea;
  flows: readonly FlowRow[];
  height: number;
}) {
  const { title, columns, own } = useWords(texts);
  const says = {
    kind: useLabels(partnerKinds),
    category: useLabels(resourceCategories),
    name: useName(),
    language: useLanguage(),
  };
  const navigate = useNavigate({ from: '/' });
  const kindOf = (flow: FlowRow) => says.kind(flow.partnerKind as keyof typeof partnerKinds);
  const categoryOf = (flow: FlowRow) => says.category(flow.category as keyof typeof resourceCategories);
  const placeOf = ({ place }: FlowRow) => (place === null ? own(says.name(area)) : says.name(place));
  const option = useMemo(() => {
    // A foundation may be called as an area is: the depth is part of a node's name.
    const links = flows.flatMap((flow) => [
      { source: `0${kindOf(flow)}`, target: `1${categoryOf(flow)}`, value: flow.count },
      { source: `1${categoryOf(flow)}`, target: `2${placeOf(flow)}`, value: flow.count },
    ]);
    const kinds = [...new Set(flows.map((flow) => `0${kindOf(flow)}`))];
    const names = [...new Set(links.flatMap(({ source, target }) => [source, target]))];
    return {
      tooltip: { trigger: 'item' as const, formatter: tooltip },
      series: [
        {
          type: 'sankey' as const,
          left: 8,
          right: 110,
          top: 8,
          bottom: 8,
          nodeAlign: 'justify' as const,
          data: names.map((name) => nodeOf(name, kinds)),
          links: merged(links),
          label: { formatter: ({ name }: { name: string }) => name.slice(1) },
          lineStyle: { color: 'gradient' as const, opacity: 0.35 },
          emphasis: { focus: 'adjacency' as const },
        },
      ],
    };
  }, [flows, area, says.language]);
  const go = (name: string) => {
    const place = flows.find((flow) => flow.place !== null && `2${placeOf(flow)}` === name)?.place;
    if (place) void navigate({ search: (kept) => ({ ...kept, area: place.code, after: undefined }) });
  };
  const rows = flows.map((flow) => [kindOf(flow), categoryOf(flow), placeOf(flow), count(flow.count)]);
  return <Picture option={option} twin={{ caption: title, columns, rows }} height={height} onPick={go} />;
}

/** Partners keep their colours; what they give and where it goes is neutral, so that the bands tell from whom. */
function nodeOf(name: string, kinds: readonly string[]) {
  const at = kinds.indexOf(name);
  return {
    name,
    depth: Number(name[0]),
    itemStyle: { color: at < 0 ? neutral : (palette[at % palette.length] ?? neutral) },
  };
}

interface FlowLink {
  source: string;
  target: string;
  value: number;
}

/** ECharts draws one band for each link, so those between the same two are one. */
function merged(links: readonly FlowLink[]): FlowLink[] {
  const byEnds = Map.groupBy(links, ({ source, target }) => `${source}\n${target}`);
  return [...byEnds.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [{ ...first, value: others.reduce((sum, { value }) => sum + value, first.value) }],
  );
}

interface Hovered {
  dataType?: string;
  name: string;
  value?: unknown;
  data?: unknown;
}

/** Names are data, so they are written as text and never as HTML. */
function tooltip(hovered: unknown): HTMLElement {
  const { dataType, name, value, data } = hovered as Hovered;
  const { source = '', target = '' } = (data ?? {}) as Partial<FlowLink>;
  const text = document.createElement('span');
  text.textContent =
    dataType === 'edge'
      ? `${source.slice(1)} → ${target.slice(1)}：${String(value)}`
      : `${name.slice(1)}：${String(value)}`;
  return text;
}
