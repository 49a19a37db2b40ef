import { useEffect, useState } from 'react';
import { partnerKinds, organizationKinds } from '../../kit/codes.js';
import { useAskNamed } from '../../kit/named.js';
import { useLabels } from '../../kit/words.js';
import { ExploreSearch as ExploreSearchOperation } from '../../operations.js';
import { useNodeName, useTypeName } from '../node-types.js';
import type { Scene } from '../scene/scene.js';

/** Something that a person may have meant. */
export interface Match {
  id: string;
  name: string;
  /** What it is. */
  what: string;
  /** Found in the picture; else by the hub, among everything on record. */
  isDrawn: boolean;
}

type Pinyin = (name: string, typed: string) => boolean;
const waitMs = 250;
const drawnMax = 8;

/**
 * Finds what a text means. The hub looks for names and credit codes among everything on record; pinyin and initials ("pxs") are compared
 * here, so only with what is drawn.
 */
export function useMatches(text: string, scene: Scene): { matches: Match[]; isAsking: boolean } {
  const typed = text.trim();
  const settled = useSettled(typed);
  const pinyin = usePinyin(/^[a-z' ]{2,}$/i.test(typed));
  const answer = useAskNamed(
    ExploreSearchOperation,
    { text: settled.slice(0, 100) },
    { pause: settled === '' },
  );
  const name = useNodeName();
  const typeName = useTypeName();
  const organizationKind = useLabels(organizationKinds);
  const partnerKind = useLabels(partnerKinds);
  if (typed === '') return { matches: [], isAsking: false };
  const drawn = [...scene.nodes.values()]
    .filter((node) => node.kind !== 'COMMUNITY' && node.name !== null)
    .filter(({ name: own }) => own?.includes(typed) || pinyin?.(own ?? '', typed))
    .slice(0, drawnMax)
    .map((node) => ({ id: node.id, name: name(node), what: typeName(node.type), isDrawn: true }));
  const known = new Set(drawn.map(({ id }) => id));
  const found = [
    ...(answer.data?.partners?.nodes ?? []).map((each) => ({ ...each, what: partnerKind(each.partnerKind) })),
    ...(answer.data?.organizations?.nodes ?? []).map((each) => ({
      ...each,
      what: [organizationKind(each.kind), each.area?.name].filter(Boolean).join(' · '),
    })),
  ].filter(({ id }) => !known.has(id));
  return {
    matches: [...drawn, ...found.map(({ id, name: own, what }) => ({ id, name: own, what, isDrawn: false }))],
    isAsking: settled !== typed || answer.isLoading,
  };
}

/** Yields a text once nobody has typed for a while. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), waitMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Loads the pinyin of Chinese, which is large, once somebody types letters. */
function usePinyin(isWanted: boolean): Pinyin | null {
  const [pinyin, setPinyin] = useState<{ matches: Pinyin } | null>(null);
  useEffect(() => {
    if (!isWanted || pinyin !== null) return;
    void import('pinyin-pro').then(({ match }) =>
      setPinyin({
        matches: (name, typed) =>
          match(name, typed.replace(/[' ]/g, '').toLowerCase(), { continuous: true }) !== null,
      }),
    );
  }, [isWanted, pinyin]);
  return isWanted ? (pinyin?.matches ?? null) : null;
}
