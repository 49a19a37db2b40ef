import { useCallback, useMemo, useState } from 'react';
import type { areaLevels } from '../kit/codes.js';
import type { OverviewArea } from './overview.js';
import { placesOf } from './toolbar.js';

/** A line of the tree. */
export interface AreaRow {
  code: string;
  name: string;
  nameEn: string | null;
  level: keyof typeof areaLevels;
  depth: number;
  isOpen: boolean;
  /** Whether all below it are known; of those above the shown area only the way to it is, until they are opened. */
  isWhole: boolean;
  /** Whether it is what the dashboard shows. */
  isCurrent: boolean;
  /** Null where they were not asked for, or did not come. */
  organizations: number | null;
  links: number | null;
}

/** An area as a tree holds it. */
export type KnownArea = Pick<AreaRow, 'code' | 'name' | 'nameEn' | 'level' | 'organizations' | 'links'>;

interface Summed {
  code: string;
  name: string;
  nameEn: string | null;
  level: AreaRow['level'];
  organizationCounts?: { total: number } | null;
  linkSummary?: { active: number } | null;
}

/** What a tree keeps of an area. */
export const known = ({ code, name, nameEn, level, organizationCounts, linkSummary }: Summed): KnownArea => ({
  code,
  name,
  nameEn,
  level,
  organizations: organizationCounts?.total ?? null,
  links: linkSummary?.active ?? null,
});

/** Keeps which areas are open and what is below them; the area that is shown is open, with those above it. */
export function useAreaRows(area: OverviewArea | null | undefined) {
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [below, setBelow] = useState<ReadonlyMap<string, readonly KnownArea[]>>(new Map());
  const add = useCallback((code: string, children: readonly KnownArea[]) => {
    setBelow((kept) => new Map(kept).set(code, children));
  }, []);
  const set = (code: string, isOpen: boolean) => setOpened((kept) => new Map(kept).set(code, isOpen));
  const rows = useMemo(() => rowsOf(area, opened, below), [area, opened, below]);
  const loading = rows
    .filter(({ code, isWhole }) => !isWhole && opened.get(code) === true)
    .map(({ code }) => code);
  return {
    rows,
    loading,
    add,
    open: (code: string) => set(code, true),
    close: (code: string) => set(code, false),
  };
}

function rowsOf(
  area: OverviewArea | null | undefined,
  opened: ReadonlyMap<string, boolean>,
  below: ReadonlyMap<string, readonly KnownArea[]>,
): AreaRow[] {
  if (area == null) return [];
  const path = placesOf(area) as Summed[];
  const codes = path.map(({ code }) => code);
  const childrenOf = (code: string): readonly KnownArea[] => {
    const read = code === area.code ? area.children.map(known) : (below.get(code) ?? []);
    const next = path[codes.indexOf(code) + 1];
    // Until those below it are read, the way to the area that is shown is all there is.
    return read.length === 0 && codes.includes(code) && next !== undefined ? [known(next)] : read;
  };
  const walk = (each: KnownArea, depth: number): AreaRow[] => {
    const isOpen = opened.get(each.code) ?? codes.includes(each.code);
    const isCurrent = each.code === area.code;
    const row = { ...each, depth, isOpen, isCurrent, isWhole: isCurrent || below.has(each.code) };
    return [row, ...(isOpen ? childrenOf(each.code).flatMap((child) => walk(child, depth + 1)) : [])];
  };
  const [top] = path;
  return top === undefined ? [] : walk(known(top), 0);
}
