import { useEffect, useState } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { incubationStages, organizationKinds } from '../kit/codes.js';
import { useLabels, useWords, words } from '../kit/words.js';
import type { DashboardSearch, OrganizationKindCode, StageCode } from './search.js';

const texts = words(
  {
    search: '按名称或信用代码查找',
    kind: '类型',
    usual: '社会组织与孵化基地',
    stage: '孵化状态',
    any: '全部',
    order: '排序',
    orders: { '': '登记先后', NAME: '名称', FOUNDED_ON: '成立日期' },
  },
  {
    search: 'Find by name or credit code',
    kind: 'Kind',
    usual: 'Social organizations and bases',
    stage: 'Incubation',
    any: 'All',
    order: 'Order',
    orders: { '': 'As recorded', NAME: 'Name', FOUNDED_ON: 'Founding date' },
  },
);

/** Who types is waited for so long before it is asked. */
const typingMs = 300;

/** What narrows the table; all of it stands in the address. */
export function OrganizationFilters() {
  const all = useWords(texts);
  const { kind, stage, order } = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const kindLabel = useLabels(organizationKinds);
  const stageLabel = useLabels(incubationStages);
  const set = (change: Partial<DashboardSearch>) =>
    void navigate({
      search: (kept) => ({ ...kept, after: undefined, ...change }),
      replace: true,
      resetScroll: false,
    });
  return (
    <form role="search" className="dash-filters" onSubmit={(event) => event.preventDefault()}>
      <SearchField label={all.search} onSearch={(q) => set({ q })} />
      <Choice
        label={all.kind}
        value={kind}
        none={all.usual}
        options={Object.keys(organizationKinds).map((code) => [
          code,
          kindLabel(code as OrganizationKindCode),
        ])}
        onChoose={(code) => set({ kind: code as OrganizationKindCode | undefined })}
      />
      <Choice
        label={all.stage}
        value={stage}
        none={all.any}
        options={Object.keys(incubationStages).map((code) => [code, stageLabel(code as StageCode)])}
        onChoose={(code) => set({ stage: code as StageCode | undefined })}
      />
      <Choice
        label={all.order}
        value={order}
        none={all.orders['']}
        options={[
          ['NAME', all.orders.NAME],
          ['FOUNDED_ON', all.orders.FOUNDED_ON],
        ]}
        onChoose={(code) => set({ order: code as DashboardSearch['order'] })}
      />
    </form>
  );
}

function SearchField({ label, onSearch }: { label: string; onSearch(q: string | undefined): void }) {
  const { q = '' } = useSearch({ from: '/' });
  const [typed, setTyped] = useState(q);
  const [last, setLast] = useState(q);
  // The address changed by itself, as by Back.
  if (last !== q) {
    setLast(q);
    setTyped(q);
  }
  useEffect(() => {
    if (typed.trim() === q) return;
    const timer = setTimeout(() => onSearch(typed.trim() === '' ? undefined : typed.trim()), typingMs);
    return () => clearTimeout(timer);
  });
  return (
    <Input
      type="search"
      size="small"
      allowClear
      maxLength={100}
      value={typed}
      aria-label={label}
      placeholder={label}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  none: string;
  options: readonly (readonly [code: string, label: string])[];
  onChoose(code: string | undefined): void;
}

function Choice({ label, value = '', none, options, onChoose }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select
        value={value}
        onChange={({ target }) => onChoose(target.value === '' ? undefined : target.value)}
      >
        <option value="">{none}</option>
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
