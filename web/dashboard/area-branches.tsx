import { useEffect } from 'react';
import { TreeBranch } from '../operations.js';
import { useAsk } from '../kit/ask.js';
import { known, type KnownArea } from './area-rows.js';

interface BranchesProps {
  codes: readonly string[];
  onRead(code: string, children: readonly KnownArea[]): void;
}

/** Reads what is below the areas that were opened; shows nothing itself. */
export const Branches = ({ codes, onRead }: BranchesProps) =>
  codes.map((code) => <Branch key={code} code={code} onRead={onRead} />);

function Branch({ code, onRead }: { code: string; onRead: BranchesProps['onRead'] }) {
  const { data } = useAsk(TreeBranch, { area: code });
  useEffect(() => {
    if (data !== undefined) onRead(code, (data.area?.children ?? []).map(known));
  }, [code, data, onRead]);
  return null;
}
