import { useMemo, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { areaLevels } from '../kit/codes.js';
import { count } from '../kit/format.js';

import { Panel } from '../kit/panel.js';
import { useName, useLabels, useWords, words } from '../kit/words.js';
import { Branches } from './area-branches.js';
import { type AreaRow, useAreaRows } from './area-rows.js';
import type { OverviewAnswer } from './overview.js';
import { usePinyin } from './pinyin.js';

const texts = words(
  {
    title: '地区层级',
    definition:
      '省、市、县区、乡镇街道、村社区、网格；数字为机构与平台数（含下级）。→ 展开，← 收起，回车查看。',
    find: '在已展开的地区中查找：汉字或拼音首字母',
    hint: '汉字或拼音首字母',
    name: '地区',
    organizations: '机构',
    links: '对接',
    none: '没有对上的地区；先展开上级再找。',
  },
  {
    title: 'Levels',
    definition:
      'Province, city, county, township, village or community, grid; the number counts organizations and platforms with everything below. → opens, ← closes, Enter shows.',
    find: 'Find among the areas shown: hanzi or initials in pinyin',
    hint: 'Name or pinyin initials',
    name: 'Area',
    organizations: 'Total',
    links: 'Links',
    none: 'No area matches; open the one above first.',
  },
);

/** Every level from the province to the grid, read as it is opened. */
export function AreaTree({ answer }: { answer: OverviewAnswer }) {
  const all = useWords(texts);
  const [sought, setSought] = useState('');
  const tree = useAreaRows(answer.data?.area);
  const matches = usePinyin(sought);
  const rows = useMemo(
    () => (sought === '' ? tree.rows : tree.rows.filter(({ name, nameEn }) => matches(name, nameEn))),
    [tree.rows, sought, matches],
  );
  return (
    <Panel
      title={all.title}
      definition={all.definition}
      from={['organizations']}
      answer={answer}
      height={320}
    >
      <Input
        type="search"
        size="small"
        allowClear
        value={sought}
        placeholder={all.hint}
        aria-label={all.find}
        onChange={({ target }) => setSought(target.value)}
      />
      <Branches codes={tree.loading} onRead={tree.add} />
      {rows.length === 0 ? (
        <p className="empty">{all.none}</p>
      ) : (
        <TreeGrid rows={rows} tree={tree} isFlat={sought !== ''} />
      )}
    </Panel>
  );
}

type Tree = ReturnType<typeof useAreaRows>;

function TreeGrid({ rows, tree, isFlat }: { rows: readonly AreaRow[]; tree: Tree; isFlat: boolean }) {
  const all = useWords(texts);
  const navigate = useNavigate({ from: '/' });
  const [focused, setFocused] = useState(0);
  const go = (code: string) =>
    void navigate({ search: (kept) => ({ ...kept, area: code, after: undefined }) });
  const current = Math.min(focused, rows.length - 1);
  const onKeyDown = (event: React.KeyboardEvent<HTMLTableElement>) => {
    const row = rows[current];
    if (row === undefined) return;
    const to = target(event.key, row, rows, current);
    if (event.key === 'ArrowRight' && !(row.isOpen && row.isWhole)) tree.open(row.code);
    else if (event.key === 'ArrowLeft' && row.isOpen) tree.close(row.code);
    else if (event.key === 'Enter') go(row.code);
    else if (to === null) return;
    event.preventDefault();
    if (to === null) return;
    setFocused(to);
    event.currentTarget.querySelectorAll<HTMLElement>('tbody tr')[to]?.focus();
  };
  return (
    <div className="scroll dash-tree">
      <table role="treegrid" aria-label={all.title} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col">{all.name}</th>
            <th scope="col" className="number">
              {all.organizations}
            </th>
            <th scope="col" className="number">
              {all.links}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <TreeRow
              key={row.code}
              row={row}
              isFlat={isFlat}
              isFocusable={index === current}
              onFocus={() => setFocused(index)}
              onToggle={() => (row.isOpen && row.isWhole ? tree.close(row.code) : tree.open(row.code))}
              onPick={() => go(row.code)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where a key leads to; null where it leads nowhere. */
function target(key: string, row: AreaRow, rows: readonly AreaRow[], at: number): number | null {
  if (key === 'ArrowDown') return Math.min(rows.length - 1, at + 1);
  if (key === 'ArrowUp') return Math.max(0, at - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return rows.length - 1;
  if (key !== 'ArrowLeft' || row.isOpen) return null;
  const above = rows.slice(0, at).findLastIndex(({ depth }) => depth < row.depth);
  return above < 0 ? null : above;
}

interface TreeRowProps {
  row: AreaRow;
  isFlat: boolean;
  isFocusable: boolean;
  onFocus(): void;
  onToggle(): void;
  onPick(): void;
}

function TreeRow({ row, isFlat, isFocusable, onFocus, onToggle, onPick }: TreeRowProps) {
  const nameOf = useName();
  const level = useLabels(areaLevels);
  const isLeaf = row.level === 'GRID';
  return (
    <tr
      tabIndex={isFocusable ? 0 : -1}
      aria-level={row.depth + 1}
      {...(isLeaf ? {} : { 'aria-expanded': row.isOpen })}
      aria-current={row.isCurrent}
      onFocus={onFocus}
    >
      <td style={{ paddingInlineStart: isFlat ? 4 : 4 + row.depth * 14 }}>
        <button
          type="button"
          tabIndex={-1}
          className="dash-twist"
          aria-hidden="true"
          disabled={isLeaf}
          onClick={onToggle}
        >
          {isLeaf ? '' : row.isOpen && row.isWhole ? '▾' : '▸'}
        </button>
        <button type="button" tabIndex={-1} className="dash-area" title={nameOf(row)} onClick={onPick}>
          {nameOf(row)} <small className="quiet">{level(row.level)}</small>
        </button>
      </td>
      <td className="number">{row.organizations === null ? '' : count(row.organizations)}</td>
      <td className="number">{row.links === null ? '' : count(row.links)}</td>
    </tr>
  );
}
