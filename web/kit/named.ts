import { useMemo } from 'react';
import { type Answer, type AskOptions, useAsk } from './ask.js';
import type { Trusted } from './client.js';
import { type Language, useLanguage } from './words.js';

/** Yields data in which a record that has a name in the chosen language is called by it. */
export function named<Data>(data: Data, language: Language): Data {
  if (language === 'zh' || typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map((each) => named(each as unknown, language)) as Data;
  const entries = Object.entries(data).map(
    ([key, value]) => [key, named(value as unknown, language)] as const,
  );
  const changed = Object.fromEntries(entries);
  return (typeof changed['nameEn'] === 'string' ? { ...changed, name: changed['nameEn'] } : changed) as Data;
}

/** Asks the hub as `useAsk` does, and calls records by their names in the chosen language. Not for a form: it would write such a name back. */
export function useAskNamed<Data, Variables extends object>(
  document: Trusted<Data, Variables>,
  variables: Variables,
  options: AskOptions = {},
): Answer<Data> {
  const answer = useAsk(document, variables, options);
  const language = useLanguage();
  const data = useMemo(() => named(answer.data, language), [answer.data, language]);
  return { ...answer, data };
}
