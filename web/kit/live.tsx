import { useEffect, useState } from 'react';
import { useWords, words } from './words.js';

const texts = words(
  { was: (before: string): string => `刚更新，原为 ${before}` },
  { was: (before: string): string => `Just updated, was ${before}` },
);
/** So long it is shown that a figure has changed: somebody who looks away for a moment still sees it. */
const shownMs = 20_000;

/** A figure that says for a while when it has changed. */
export function Live({ value, of }: { value: string; of: string }) {
  const { was } = useWords(texts);
  const before = useBefore(value, of);
  return (
    <span className={before === null ? 'live' : 'live changed'}>
      {value}
      {before !== null && <small role="status">{was(before)}</small>}
    </span>
  );
}

/** Yields what a value was before it changed a moment ago; null when it did not. `of` says what the value is of: another area's is no change. */
function useBefore(value: string, of: string): string | null {
  const [known, setKnown] = useState({ of, value, before: null as string | null });
  if (known.of !== of) setKnown({ of, value, before: null });
  else if (known.value !== value) setKnown({ of, value, before: known.value });
  const { before } = known;
  useEffect(() => {
    if (before === null) return;
    const timer = setTimeout(() => setKnown((last) => ({ ...last, before: null })), shownMs);
    return () => clearTimeout(timer);
  }, [before, value]);
  return known.of === of ? before : null;
}
