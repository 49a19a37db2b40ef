import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, emptyDraft } from './draft.js';

/** A draft that this browser kept, and when. */
export interface KeptDraft {
  draft: Draft;
  at: string;
}

const everyMs = 10_000;
const keyOf = (partner: string) => `linkage-hub.resource-draft.${partner}`;

function read(partner: string): KeptDraft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(partner)) ?? 'null') as KeptDraft | null;
    // What another version of the page kept may lack fields.
    return kept === null ? null : { ...kept, draft: { ...emptyDraft, ...kept.draft } };
  } catch {
    return null;
  }
}

/** Keeps a draft in this browser every 10 seconds and when the page is hidden, and yields the one that was kept before. */
export function useKeptDraft(partner: string, draft: Draft, isDirty: boolean) {
  const [earlier, setEarlier] = useState(() => read(partner));
  const [keptAt, setKeptAt] = useState<string | null>(null);
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  }, [draft]);
  useEffect(() => {
    if (!isDirty) return;
    const keep = () => {
      const at = new Date().toISOString();
      localStorage.setItem(keyOf(partner), JSON.stringify({ draft: latest.current, at }));
      setKeptAt(at);
    };
    const timer = setInterval(keep, everyMs);
    window.addEventListener('pagehide', keep);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [partner, isDirty]);
  const forget = useCallback(() => {
    localStorage.removeItem(keyOf(partner));
    setEarlier(null);
  }, [partner]);
  return { earlier, keptAt, forget, putAway: () => setEarlier(null) };
}
