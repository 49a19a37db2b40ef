import { mediaHook } from '../kit/media.js';

const usePrefersDark = mediaHook('(prefers-color-scheme: dark)');

/** Whether pages are dark: as chosen, else as the reader's system prefers. */
export function useIsDark(chosen: 'light' | 'dark' | undefined): boolean {
  const preferred = usePrefersDark();
  return chosen === undefined ? preferred : chosen === 'dark';
}
