import type { ReactNode } from 'react';
import { ConfigProvider } from 'antd';
import { useThemeName } from '../../kit/theme-name.js';

/** Antd's own red and greys fall below the contrast that WCAG 2 asks of text; these are those of base.css. */
const tokens = {
  light: { colorError: '#b3261e', colorTextPlaceholder: '#5a6473', colorTextDescription: '#5a6473' },
  dark: { colorError: '#ff8f86', colorTextPlaceholder: '#a5b1c2', colorTextDescription: '#a5b1c2' },
};

/** Makes antd's controls readable in both themes. */
export function PortalTheme({ children }: { children: ReactNode }) {
  return <ConfigProvider theme={{ token: tokens[useThemeName()] }}>{children}</ConfigProvider>;
}
