import { useMemo } from 'react';
import { useAskNamed } from '../../kit/named.js';
import { settings } from '../../kit/settings.js';
import { AreaTree } from '../../operations.js';

/** An area with what lies below it, as far as it was asked for. */
export interface AreaNode {
  code: string;
  name: string;
  children?: readonly AreaNode[];
}

interface Found {
  code: string;
  name: string;
  validTo?: string | null;
  children?: readonly Found[];
}

const inForce = (areas: readonly Found[] | undefined): AreaNode[] =>
  (areas ?? [])
    .filter(({ validTo }) => validTo == null)
    .map(({ code, name, children }) => ({
      code,
      name,
      ...(children === undefined ? {} : { children: inForce(children) }),
    }));

/** Yields the hub's home area with its counties and townships; null until they are known. */
export function useAreas(): AreaNode | null {
  const { data } = useAskNamed(AreaTree, { code: settings().area });
  const area = data?.area;
  return useMemo(
    () => (area == null ? null : { code: area.code, name: area.name, children: inForce(area.children) }),
    [area],
  );
}

const namesIn = (area: AreaNode): [string, string][] => [
  [area.code, area.name],
  ...(area.children ?? []).flatMap(namesIn),
];

/** Yields what an area is called; of one that is not known, its code. */
export function useAreaName(): (code: string) => string {
  const areas = useAreas();
  const names = useMemo(() => new Map(areas === null ? [] : namesIn(areas)), [areas]);
  return (code) => names.get(code) ?? code;
}
