import { useEffect, useState } from 'react';

type Match = (text: string, pinyin: string) => number[] | null;
let loading: Promise<Match> | undefined;

/** Yields what says whether a name fits what was typed: its characters, or its pinyin or their initials, whose dictionary is read when it is needed. */
export function usePinyin(typed: string): (name: string, nameEn: string | null) => boolean {
  const [match, setMatch] = useState<Match | null>(null);
  const isLatin = /^[a-z]+$/i.test(typed);
  useEffect(() => {
    if (!isLatin) return;
    loading ??= import('pinyin-pro').then((library) => library.match);
    void loading.then((loaded) => setMatch(() => loaded));
  }, [isLatin]);
  return (name, nameEn) =>
    name.includes(typed) ||
    nameEn?.toLowerCase().includes(typed.toLowerCase()) === true ||
    (isLatin && match !== null && match(name, typed.toLowerCase()) !== null);
}
