import type { DemoRole } from '#gateway/demonstration.js';

/** A page to be looked at. */
export interface Shot {
  name: string;
  /** `{job}` stands for the import that was prepared. */
  path: string;
  /** Who looks; a stranger when left out. */
  role?: DemoRole;
  /** CSS selector of what is there when the page is whole. */
  ready: string;
  /** Of the screen where the page fills it; the whole page's when left out. */
  size?: { width: number; height: number };
}

export const shots: readonly Shot[] = [
  { name: 'dashboard', path: '/', ready: '.picture svg' },
  { name: 'dashboard-county', path: '/?area=360302&year=2024', ready: '.picture svg' },
  { name: 'wall', path: '/?mode=wall', ready: '.picture svg', size: { width: 1_920, height: 1_080 } },
  { name: 'incubation', path: '/incubation', role: 'admin', ready: '.picture svg' },
  { name: 'funds', path: '/funds', role: 'finance', ready: '.picture svg' },
  { name: 'portal', path: '/portal', role: 'partner', ready: 'tbody tr' },
  { name: 'portal-links', path: '/portal?tab=links', role: 'partner', ready: 'main .panel' },
  { name: 'portal-usage', path: '/portal?tab=usage', role: 'partner', ready: 'main .panel' },
  { name: 'portal-profile', path: '/portal?tab=profile', role: 'partner', ready: 'main input' },
  { name: 'portal-stranger', path: '/portal', ready: 'main a' },
  { name: 'resource-new', path: '/portal/resources/new', role: 'partner', ready: 'main form' },
  { name: 'imports', path: '/portal/imports', role: 'partner', ready: 'tbody tr' },
  { name: 'import-job', path: '/portal/imports/{job}', role: 'partner', ready: '[role="table"], table' },
  { name: 'explore', path: '/explore', role: 'analyst', ready: 'main button' },
  {
    name: 'explore-all',
    path: '/explore?q=all&metric=betweenness',
    role: 'analyst',
    ready: 'canvas',
    size: { width: 1_440, height: 900 },
  },
  {
    name: 'explore-brokers',
    path: '/explore?q=brokers',
    role: 'analyst',
    ready: 'canvas',
    size: { width: 1_440, height: 900 },
  },
  { name: 'sign-in', path: '/sign-in', ready: 'textarea' },
];
