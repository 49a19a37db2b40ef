import { createContext, useContext } from 'react';

/** Languages of the pages; Chinese is what they are written in. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** Texts of a part of the pages, by language; functions where a text holds a value. */
export type Words<Texts> = Record<Language, Texts>;

/** Makes the texts of a part of the pages. What English lacks does not compile. */
export const words = <Texts>(zh: Texts, en: NoInfer<Texts>): Words<Texts> => ({ zh, en });

export const LanguageContext = createContext<Language>('zh');

/** Yields the chosen language. */
export const useLanguage = (): Language => useContext(LanguageContext);

/** Yields texts in the chosen language. */
export const useWords = <Texts>(all: Words<Texts>): Texts => all[useLanguage()];

/** What a code means, as [Chinese, English]. */
export type Labels<Code extends string> = Readonly<Record<Code, readonly [zh: string, en: string]>>;

/** Yields what says a code in the chosen language. */
export function useLabels<Code extends string>(labels: Labels<Code>): (code: Code) => string {
  const at = useLanguage() === 'zh' ? 0 : 1;
  // A hub that is newer than these pages may have codes that they do not know.
  return (code) => (labels[code] as Labels<Code>[Code] | undefined)?.[at] ?? code;
}

/** What has a name in Chinese and perhaps in English. */
export interface Named {
  name: string;
  nameEn?: string | null;
}

/** Yields what says a name in the chosen language, in Chinese where there is no other; a dash for what could not be read. */
export function useName(): (named: Named | null | undefined) => string {
  const language = useLanguage();
  return (named) => (named == null ? '—' : ((language === 'en' ? named.nameEn : null) ?? named.name));
}
