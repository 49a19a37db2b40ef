import { useWords, words } from '../../kit/words.js';
import { looks, useTypeName } from '../node-types.js';
import type { Scene, SceneNode } from '../scene/scene.js';
import { nodeTypes, type NodeType } from '../search.js';
import type { Address } from '../use-address.js';

const texts = words(
  {
    title: '图例',
    select: (type: string, count: number): string => `选中${type}，${count} 个`,
    shown: (type: string): string => `显示${type}`,
    lines: '实线：资源对接；虚线：合作协议；点线：已结束。线越粗，次数越多。',
    hidden: (count: number): string => `已隐藏 ${count} 个节点`,
    showAll: '全部显示',
  },
  {
    title: 'Legend',
    select: (type: string, count: number): string => `Select ${type}, ${count}`,
    shown: (type: string): string => `Show ${type}`,
    lines: 'Solid: resource link; dashed: agreement; dotted: ended. The thicker, the more often.',
    hidden: (count: number): string => `${count} nodes hidden`,
    showAll: 'Show all',
  },
);

export interface LegendProps {
  address: Address;
  /** The picture before anything is hidden. */
  whole: Scene;
}

/** What the signs mean, how many of each there are; shows, hides and walks through them. */
export function Legend({ address: { search, change, look }, whole }: LegendProps) {
  const { title, lines, hidden, showAll } = useWords(texts);
  const all = [...whole.nodes.values()];
  const present = ([...nodeTypes, 'COMMUNITY'] as const).filter((type) =>
    all.some((node) => node.type === type),
  );
  if (present.length === 0) return null;
  const shown = search.types ?? nodeTypes;
  const toggle = (type: NodeType) => {
    const next = shown.includes(type) ? shown.filter((each) => each !== type) : [...shown, type];
    const isAll = nodeTypes.every((each) => next.includes(each));
    change({
      types: isAll || next.length === 0 ? undefined : nodeTypes.filter((each) => next.includes(each)),
    });
  };
  const selectNext = (type: SceneNode['type']) => {
    const ids = all.filter((node) => node.type === type).map(({ id }) => id);
    look({ sel: ids[(ids.indexOf(search.sel ?? '') + 1) % ids.length] });
  };
  return (
    <section className="panel" aria-label={title}>
      <header>
        <h2>{title}</h2>
      </header>
      <ul className="explore-legend">
        {present.map((type) => (
          <Entry
            key={type}
            type={type}
            count={all.filter((node) => node.type === type).length}
            isShown={type === 'COMMUNITY' || shown.includes(type)}
            onSelect={() => selectNext(type)}
            onToggle={type === 'COMMUNITY' ? undefined : () => toggle(type)}
          />
        ))}
      </ul>
      <p className="quiet">{lines}</p>
      {search.hide !== undefined && (
        <p>
          {hidden(search.hide.length)}{' '}
          <button type="button" className="plain" onClick={() => change({ hide: undefined })}>
            {showAll}
          </button>
        </p>
      )}
    </section>
  );
}

interface EntryProps {
  type: SceneNode['type'];
  count: number;
  isShown: boolean;
  onSelect(): void;
  onToggle: (() => void) | undefined;
}

function Entry({ type, count, isShown, onSelect, onToggle }: EntryProps) {
  const { select, shown } = useWords(texts);
  const name = useTypeName()(type);
  return (
    <li className={isShown ? '' : 'off'}>
      <button type="button" className="explore-entry" title={select(name, count)} onClick={onSelect}>
        <Sign type={type} />
        <span>{name}</span>
        <span className="number">{count}</span>
      </button>
      {onToggle !== undefined && (
        <input type="checkbox" aria-label={shown(name)} checked={isShown} onChange={onToggle} />
      )}
    </li>
  );
}

const outlines = {
  circle: <circle cx="10" cy="10" r="9" />,
  square: <rect x="1.5" y="1.5" width="17" height="17" />,
  diamond: <path d="M10 0 20 10 10 20 0 10Z" />,
  triangle: <path d="M10 0 20 18 0 18Z" />,
  hexagon: <path d="M5 1.5h10l5 8.5-5 8.5h-10l-5-8.5Z" />,
};

/** The sign of a type of node, as it stands in the picture. */
export function Sign({ type }: { type: SceneNode['type'] }) {
  const { shape, color, ink, glyph } = looks[type];
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" fill={color}>
      {outlines[shape]}
      <text
        x="10"
        y={shape === 'triangle' ? 16.5 : 14}
        fontSize={shape === 'triangle' ? 9 : 11}
        textAnchor="middle"
        fill={ink}
      >
        {glyph}
      </text>
    </svg>
  );
}
