import type { DemoRole } from '#gateway/demonstration.js';

/** A page to be looked at. */
export interface Shot {
  name: string;
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
  { name: 'sign-in', path: '/sign-in', ready: 'textarea' },
];
