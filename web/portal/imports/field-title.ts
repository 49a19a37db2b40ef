import { useLanguage } from '../../kit/words.js';
import type { Field } from './choices.js';

/** Yields what a field is called: its Chinese title, which files use too; in English its name beside it. */
export function useFieldTitle(fields: readonly Pick<Field, 'name' | 'title'>[]): (name: string) => string {
  const language = useLanguage();
  return (name) => {
    const title = fields.find((field) => field.name === name)?.title ?? name;
    if (language === 'zh') return title;
    const spoken = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return `${spoken} (${title})`;
  };
}
