import { useMemo, useState } from 'react';
import { TreeSelect } from 'antd';
import { useClient } from 'urql';
import { useWords, words } from '../../kit/words.js';
import { AreaChildren } from '../../operations.js';
import { type AreaNode, useAreas } from '../common/areas.js';

const texts = words({ everywhere: '不限地区' }, { everywhere: 'Everywhere' });

interface TreeNode {
  value: string;
  title: string;
  isLeaf: boolean;
  children?: TreeNode[];
}

/** Codes of townships have nine digits; below them lie villages, which are asked for when they are looked at. */
const townshipLength = 9;

interface AreaPickerProps {
  id: string;
  codes: readonly string[];
  onChange(codes: string[]): void;
}

/** Chooses areas in a tree; whoever chooses all parts of an area has chosen it. */
export function AreaPicker({ codes, onChange, ...control }: AreaPickerProps) {
  const { everywhere } = useWords(texts);
  const areas = useAreas();
  const client = useClient();
  const [villages, setVillages] = useState<Readonly<Record<string, TreeNode[]>>>({});
  const tree = useMemo(() => {
    const nodeOf = ({ code, name, children }: AreaNode): TreeNode => {
      const below = children?.map(nodeOf) ?? villages[code];
      return {
        value: code,
        title: name,
        isLeaf: below === undefined ? code.length > townshipLength : below.length === 0,
        ...(below === undefined ? {} : { children: below }),
      };
    };
    return areas === null ? [] : [nodeOf(areas)];
  }, [areas, villages]);
  const load = async (code: string) => {
    const { data } = await client.query(AreaChildren, { code }).toPromise();
    const found = (data?.area?.children ?? [])
      .filter(({ validTo }) => validTo === null)
      .map(({ code: value, name: title }) => ({ value, title, isLeaf: true }));
    setVillages((known) => ({ ...known, [code]: found }));
  };
  return (
    <TreeSelect<string[]>
      // What is open at the beginning is decided once, and has to wait for the tree.
      key={areas === null ? 'waiting' : 'known'}
      {...control}
      treeCheckable
      showCheckedStrategy={TreeSelect.SHOW_PARENT}
      showSearch={{ treeNodeFilterProp: 'title' }}
      allowClear
      placeholder={everywhere}
      treeData={tree}
      treeDefaultExpandedKeys={tree.map(({ value }) => value)}
      value={[...codes]}
      loadData={({ value }) => load(String(value))}
      onChange={onChange}
    />
  );
}
