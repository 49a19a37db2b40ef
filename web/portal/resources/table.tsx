import { Link } from '@tanstack/react-router';
import { resourceCategories, resourceStatuses } from '../../kit/codes.js';
import { amount, count } from '../../kit/format.js';
import { useLabels, useWords, words } from '../../kit/words.js';
import type { MyResourcesQuery } from '../../operations.js';
import { useAreaName } from '../common/areas.js';
import { useValidity } from '../common/validity.js';
import { UseBar } from './use-bar.js';

export type MyResource = NonNullable<MyResourcesQuery['partner']>['resources']['nodes'][number];

const texts = words(
  {
    caption: '我的资源',
    choose: '选择',
    chooseAll: '选择本页全部',
    chooseOne: (title: string): string => `选择 ${title}`,
    name: '名称',
    category: '类别',
    use: '使用情况',
    areas: '适用地区',
    validity: '有效期',
    status: '状态',
    links: '对接',
    everywhere: '不限地区',
    more: (names: string, rest: number): string => `${names} 等 ${rest} 处`,
    idle: '闲置',
    edit: '修改',
    editOne: (title: string): string => `修改 ${title}`,
  },
  {
    caption: 'Resources',
    choose: 'Choose',
    chooseAll: 'Choose all of this page',
    chooseOne: (title: string): string => `Choose ${title}`,
    name: 'Title',
    category: 'Category',
    use: 'Use',
    areas: 'Usable in',
    validity: 'Available',
    status: 'Status',
    links: 'Links',
    everywhere: 'Everywhere',
    more: (names: string, rest: number): string => `${names} and others, ${rest} in all`,
    idle: 'Idle',
    edit: 'Edit',
    editOne: (title: string): string => `Edit ${title}`,
  },
);
const tones = { DRAFT: 'neutral', PUBLISHED: 'good', WITHDRAWN: 'warn' } as const;
/** More names than these make a row a page. */
const namesShown = 3;

interface TableProps {
  resources: readonly MyResource[];
  chosen: ReadonlySet<string>;
  onChoose(chosen: ReadonlySet<string>): void;
}

/** Resources with what is left of them; some can be chosen. */
export function ResourceTable({ resources, chosen, onChoose }: TableProps) {
  const all = useWords(texts);
  const isAll = resources.length > 0 && resources.every(({ id }) => chosen.has(id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <div className="scroll" role="region" aria-label={all.caption} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                aria-label={all.chooseAll}
                checked={isAll}
                onChange={() => onChoose(new Set(isAll ? [] : resources.map(({ id }) => id)))}
              />
            </th>
            {[all.name, all.category, all.use, all.areas, all.validity, all.status].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col" className="number">
              {all.links}
            </th>
            <th scope="col">{all.edit}</th>
          </tr>
        </thead>
        <tbody>
          {resources.map((resource) => (
            <Row
              key={resource.id}
              resource={resource}
              isChosen={chosen.has(resource.id)}
              onToggle={() => toggle(resource.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  resource: MyResource;
  isChosen: boolean;
  onToggle(): void;
}

function Row({ resource, isChosen, onToggle }: RowProps) {
  const all = useWords(texts);
  const category = useLabels(resourceCategories);
  const status = useLabels(resourceStatuses);
  const validity = useValidity();
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={all.chooseOne(resource.title)}
          checked={isChosen}
          onChange={onToggle}
        />
      </td>
      <th scope="row" className="portal-title">
        {resource.title} {resource.isIdle && <span className="portal-badge warn">{all.idle}</span>}
      </th>
      <td className="portal-short">{category(resource.category)}</td>
      <td>
        <UseBar {...resource} />
      </td>
      <td>
        <Areas codes={resource.areaCodes} />
      </td>
      <td className="portal-short">{validity(resource.availableFrom, resource.availableTo)}</td>
      <td>
        <span className={`portal-badge ${tones[resource.status]}`}>{status(resource.status)}</span>
      </td>
      <td className="number">{count(resource.links.totalCount)}</td>
      <td className="portal-short">
        <Link
          to="/portal/resources/$resourceId"
          params={{ resourceId: resource.id }}
          aria-label={all.editOne(resource.title)}
        >
          {all.edit}
        </Link>
      </td>
    </tr>
  );
}

function Areas({ codes }: { codes: readonly string[] }) {
  const { everywhere, more } = useWords(texts);
  const nameOf = useAreaName();
  if (codes.length === 0) return everywhere;
  const names = codes.slice(0, namesShown).map(nameOf).join('、');
  return codes.length > namesShown ? (
    <span title={codes.map(nameOf).join('、')}>{more(names, codes.length)}</span>
  ) : (
    names
  );
}

/** Yields how much there is, with its unit. */
export const quantity = (decimal: string, unit: string): string => `${amount(decimal)} ${unit}`;
