import { useLanguage } from './words.js';

interface Named {
  name: string;
  nameEn?: string | null;
}

/** Yields what a record is called in the chosen language: its Chinese name where it has no English one. */
export function useName(): (named: Named) => string {
  const language = useLanguage();
  return ({ name, nameEn }) => (language === 'en' ? (nameEn ?? name) : name);
}
