import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useLanguage, useWords, words } from '../kit/words.js';
import { useIsDark } from './dark.js';

const texts = words(
  { language: 'English', light: '浅色', dark: '深色' },
  { language: '中文', light: 'Light', dark: 'Dark' },
);
const root = getRouteApi('__root__');

/** Shows the same page in the other language. */
export function LanguageSwitch() {
  const { language } = useWords(texts);
  const isChinese = useLanguage() === 'zh';
  const navigate = useNavigate();
  return (
    <button
      type="button"
      className="plain"
      lang={isChinese ? 'en' : 'zh-CN'}
      onClick={() =>
        void navigate({ to: '.', search: (kept) => ({ ...kept, lang: isChinese ? 'en' : undefined }) })
      }
    >
      {language}
    </button>
  );
}

/** Shows pages light or dark, whatever the system prefers. */
export function ThemeSwitch() {
  const { light, dark } = useWords(texts);
  const isDark = useIsDark(root.useSearch().theme);
  const navigate = useNavigate();
  return (
    <button
      type="button"
      className="plain"
      onClick={() =>
        void navigate({ to: '.', search: (kept) => ({ ...kept, theme: isDark ? 'light' : 'dark' }) })
      }
    >
      {isDark ? light : dark}
    </button>
  );
}
