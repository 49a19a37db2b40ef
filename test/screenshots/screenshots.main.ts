import 'reflect-metadata';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import type { DemoRole } from '#gateway/demonstration.js';
import { findBrowser, openBrowser } from '../kit/chromium.js';
import { startProcess } from '../kit/process.js';
import { prepareImport } from './prepared-import.js';
import { type Shot, shots } from './shots.js';

/** How a page is looked at. */
const views = {
  zh: { search: '', width: 1_440 },
  en: { search: 'lang=en', width: 1_440 },
  dark: { search: 'theme=dark', width: 1_440 },
  375: { search: '', width: 375 },
} as const;

/** `npm run screenshots [-- folder names…]`: pictures of every page, or of those named, in Chinese, English, dark and as on a telephone; into `screenshots/` when no folder is named. */
const folder = process.argv[2] ?? 'screenshots';
const browser = findBrowser();
if (browser === null) throw new Error('There is no Chromium, and no right to install one.');
mkdirSync(folder, { recursive: true });
const dataDir = mkdtempSync(join(tmpdir(), 'linkage-hub-screenshots-'));
const hub = await startProcess({
  entry: 'gateway/main.js',
  env: { DATA_DIR: dataDir, PORT: '0', RATE_LIMIT_PER_ADDRESS: '0', RATE_LIMIT_PER_VIEWER: '0' },
});
const context = await openBrowser(browser);
try {
  const tokens = JSON.parse(readFileSync(join(dataDir, 'demo-tokens.json'), 'utf8')) as Record<
    DemoRole,
    string
  >;
  const job = await prepareImport(hub.url, tokens.partner);
  const wanted = process.argv.slice(3);
  const chosen = shots.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  for (const { path, ...shot } of chosen)
    for (const name of Object.keys(views))
      await take(context, { ...shot, path: path.replace('{job}', job) }, name as keyof typeof views, tokens);
} finally {
  await context.close();
  await hub.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function take(
  from: BrowserContext,
  { name, path, role, ready, size }: Shot,
  view: keyof typeof views,
  tokens: Record<DemoRole, string>,
): Promise<void> {
  const { search, width } = views[view];
  const page = await from.newPage();
  await page.setViewportSize({
    width: width === 375 ? width : (size?.width ?? width),
    height: size?.height ?? 900,
  });
  if (role !== undefined)
    await page.addInitScript(`sessionStorage.setItem('linkage-hub.token', '${tokens[role]}')`);
  await page.goto(`${hub.url}${path}${path.includes('?') ? '&' : '?'}${search}`);
  await page.locator(ready).first().waitFor();
  // Charts grow to their size, and networks find theirs.
  await page.waitForTimeout(1_200);
  const file = join(folder, `${name}-${view}.png`);
  await page.screenshot({ path: file, fullPage: size === undefined });
  console.log(file);
  await page.close();
}
