import { edgeKinds } from '../../kit/codes.js';
import { useLabels, useWords, words } from '../../kit/words.js';
import type { ExplorePathQuery } from '../../operations.js';
import { useNodeName } from '../node-types.js';
import { edgeOf, nodeOf, type Scene } from '../scene/scene.js';
import type { SceneAnswer } from '../scene/use-scene.js';
import type { Way } from '../scene/ways.js';
import type { Address } from '../use-address.js';

const texts = words(
  {
    title: '路径',
    none: '未选择',
    advice: '选中一个节点后按 p，或在详情中选“作为起点”“作为终点”。',
    same: '起点和终点是同一个节点。',
    asking: '正在查找……',
    found: (ways: number, steps: number): string => `最短路径 ${steps} 步，共 ${ways} 条`,
    way: (number: number): string => `第 ${number} 条`,
    none2: (a: string, b: string): string => `两者之间没有路径。起点所在的部分：${a}；终点所在的部分：${b}。`,
    size: (organizations: number, partners: number, projects: number): string =>
      `${organizations} 个机构、${partners} 个合作伙伴、${projects} 个项目`,
    nobody: '没有任何关系',
    swap: '对调',
    clear: '清除路径',
    to: '经',
  },
  {
    title: 'Path',
    none: 'not chosen',
    advice: 'Select a node and press p, or choose As start and As end in the inspector.',
    same: 'Start and end are the same node.',
    asking: 'Looking for it…',
    found: (ways: number, steps: number): string =>
      `Shortest path: ${steps} ${steps === 1 ? 'step' : 'steps'}, ${ways} ${ways === 1 ? 'way' : 'ways'}`,
    way: (number: number): string => `Way ${number}`,
    none2: (a: string, b: string): string =>
      `Nothing connects the two. The part of the start: ${a}; the part of the end: ${b}.`,
    size: (organizations: number, partners: number, projects: number): string =>
      `${organizations} organizations, ${partners} partners, ${projects} projects`,
    nobody: 'tied to nobody',
    swap: 'Swap',
    clear: 'Clear the path',
    to: 'by',
  },
);

export interface PathPanelProps {
  address: Address;
  whole: Scene;
  path: SceneAnswer['path'];
}

/** How two nodes are connected: the ends, the ways, and each way's steps; or how much hangs together with each end. */
export function PathPanel({ address, whole, path }: PathPanelProps) {
  const text = useWords(texts);
  const name = useNodeName();
  const { search, change } = address;
  const nameOf = (id: string | undefined, asked: string | null) => {
    if (id === undefined) return text.none;
    const node = whole.nodes.get(id);
    return node === undefined ? (asked ?? id.slice(0, 8)) : name(node);
  };
  const { data } = path;
  const [a, b] = [nameOf(search.a, askedName(data, 'from')), nameOf(search.b, askedName(data, 'to'))];
  return (
    <section className="panel" aria-label={text.title}>
      <header>
        <h2>{text.title}</h2>
      </header>
      <dl className="explore-ends">
        <dt>A</dt>
        <dd>{a}</dd>
        <dt>B</dt>
        <dd>{b}</dd>
      </dl>
      {search.a === undefined && search.b === undefined ? (
        <p className="quiet">{text.advice}</p>
      ) : (
        <p>
          <button
            type="button"
            className="plain"
            onClick={() => change({ a: search.b, b: search.a, way: undefined })}
          >
            {text.swap}
          </button>{' '}
          <button
            type="button"
            className="plain"
            onClick={() => change({ a: undefined, b: undefined, way: undefined })}
          >
            {text.clear}
          </button>
        </p>
      )}
      <div role="status">
        {search.a !== undefined && search.a === search.b && <p>{text.same}</p>}
        {path.isLoading && <p className="quiet">{text.asking}</p>}
        {data?.linkPath != null && <Found data={data} address={address} />}
      </div>
    </section>
  );
}

function askedName(data: ExplorePathQuery | undefined, end: 'from' | 'to'): string | null {
  const found = [data?.[`${end}Organization`], data?.[`${end}Partner`], data?.[`${end}Project`]];
  return found.find((each) => each != null)?.name ?? null;
}

function Found({ data, address: { search, look } }: { data: ExplorePathQuery; address: Address }) {
  const text = useWords(texts);
  const ways = data.linkPath;
  const size = (reach: ExplorePathQuery['fromReach']) =>
    reach == null ? text.nobody : text.size(reach.organizations, reach.partners, reach.projects);
  const [first] = ways;
  if (first === undefined) return <p>{text.none2(size(data.fromReach), size(data.toReach))}</p>;
  const chosen = chosenWay(ways, search.way);
  return (
    <>
      <p>{text.found(ways.length, first.length)}</p>
      {ways.length > 1 && (
        <p className="explore-ways">
          {ways.map((way, at) => (
            <button
              key={at}
              type="button"
              className="plain"
              aria-pressed={way === chosen}
              onClick={() => look({ way: String(at + 1) })}
            >
              {text.way(at + 1)}
            </button>
          ))}
        </p>
      )}
      {chosen !== undefined && <Steps way={chosen} onSelect={(sel) => look({ sel })} />}
    </>
  );
}

/** Yields the way that is looked at: the first unless another was chosen. */
export const chosenWay = <Each,>(ways: readonly Each[], way: string | undefined): Each | undefined =>
  ways[Number(way ?? 1) - 1] ?? ways[0];

/** What the nodes of a way are, and what ties each to the next. */
function Steps({ way, onSelect }: { way: Way; onSelect(id: string): void }) {
  const { to } = useWords(texts);
  const kind = useLabels(edgeKinds);
  const name = useNodeName();
  const tiesOf = (one: string, other: string) =>
    way.edges
      .map((edge) => edgeOf(edge))
      .filter(({ source, target }) => [source, target].includes(one) && [source, target].includes(other));
  return (
    <ol className="explore-steps">
      {way.nodes.map((node, at) => {
        const before = way.nodes[at - 1];
        return (
          <li key={node.id}>
            {before !== undefined && (
              <span className="quiet">
                {to}{' '}
                {tiesOf(before.id, node.id)
                  .map((edge) => `${kind(edge.kind)} ×${edge.weight}`)
                  .join(' · ')}
              </span>
            )}
            <button type="button" onClick={() => onSelect(node.id)}>
              {name(nodeOf(node))}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
