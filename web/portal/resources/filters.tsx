import { useState } from 'react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { resourceCategories, resourceStatuses } from '../../kit/codes.js';
import { useLabels, useWords, words } from '../../kit/words.js';
import { type AreaNode, useAreas } from '../common/areas.js';
import type { PortalSearch, ResourceCategory, ResourceStatus } from '../search.js';

const texts = words(
  {
    text: '名称或说明',
    search: '查找',
    status: '状态',
    category: '类别',
    area: '可用地区',
    any: '不限',
  },
  {
    text: 'Title or description',
    search: 'Search',
    status: 'Status',
    category: 'Category',
    area: 'Usable in',
    any: 'Any',
  },
);
const route = getRouteApi('/portal');
const optionsOf = <Code extends string>(labels: Record<Code, unknown>, label: (code: Code) => string) =>
  (Object.keys(labels) as Code[]).map((value) => ({ value, label: label(value) }));

const flat = (area: AreaNode): { value: string; label: string }[] => [
  { value: area.code, label: area.name },
  ...(area.children ?? []).map(({ code, name }) => ({ value: code, label: name })),
];

/** Narrows the table of resources; what is chosen stands in the address. */
export function Filters() {
  const all = useWords(texts);
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/portal' });
  const statusLabel = useLabels(resourceStatuses);
  const categoryLabel = useLabels(resourceCategories);
  const areas = useAreas();
  const narrow = (change: PortalSearch) =>
    void navigate({ to: '/portal', search: (kept) => ({ ...kept, ...change, after: undefined }) });
  const some = <Value,>(values: Value[]) => (values.length === 0 ? undefined : values);
  return (
    <form className="portal-filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <TextFilter key={search.text ?? ''} text={search.text ?? ''} onSearch={(text) => narrow({ text })} />
      <label>
        {all.status}
        <Select<ResourceStatus[]>
          mode="multiple"
          allowClear
          aria-label={all.status}
          placeholder={all.any}
          value={search.status ?? []}
          options={optionsOf(resourceStatuses, statusLabel)}
          onChange={(status) => narrow({ status: some(status) })}
        />
      </label>
      <label>
        {all.category}
        <Select<ResourceCategory[]>
          mode="multiple"
          allowClear
          aria-label={all.category}
          placeholder={all.any}
          value={search.category ?? []}
          options={optionsOf(resourceCategories, categoryLabel)}
          onChange={(category) => narrow({ category: some(category) })}
        />
      </label>
      <label>
        {all.area}
        <Select<string>
          allowClear
          aria-label={all.area}
          placeholder={all.any}
          {...(search.area === undefined ? {} : { value: search.area })}
          options={areas === null ? [] : flat(areas)}
          onChange={(area) => narrow({ area: area ?? undefined })}
        />
      </label>
    </form>
  );
}

function TextFilter({ text, onSearch }: { text: string; onSearch(text: string | undefined): void }) {
  const all = useWords(texts);
  const [typed, setTyped] = useState(text);
  const send = () => onSearch(typed.trim() === '' ? undefined : typed.trim().slice(0, 100));
  return (
    <>
      <label>
        {all.text}
        <Input
          value={typed}
          maxLength={100}
          allowClear
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={send}
        />
      </label>
      <Button onClick={send}>{all.search}</Button>
    </>
  );
}
