import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { filesOf, gzipBytes } from '../../test/kit/built-pages.js';
import { findBrowser } from '../../test/kit/chromium.js';
import { eventually } from '../../test/kit/eventually.js';
import { median, printTable } from '../figures.js';
import type { Measured } from '../goals.js';
import { startAnywhere, stop } from '../processes.js';
import type { PartOptions } from './options.js';

const rooms = {
  '/': 'dashboard/dashboard.tsx',
  '/incubation': 'incubation/incubation.tsx',
  '/funds': 'funds/funds.tsx',
  '/portal': 'portal/portal.tsx',
  '/portal/resources/new': 'portal/resource-form.tsx',
  '/portal/imports/$jobId': 'portal/imports/import-job.tsx',
  '/explore': 'explore/explore.tsx',
  '/sign-in': 'sign-in/sign-in.tsx',
};
/** A figure of the demonstration that only the hub's answer can bring. */
const figure = '8,370,000.00';
/** As a cheap telephone is slower than this machine (Lighthouse's own factor). */
const slowdown = 4;

/** What the pages weigh, and how long a browser that has nothing of them takes to the first figures of the demonstration. */
export async function pages({ effort }: PartOptions): Promise<Measured> {
  const sizes = Object.entries(rooms).map(([path, room]) => {
    const files = filesOf(room);
    return [path, String(files.length), `${(gzipBytes(files) / 1_000).toFixed(1)} kB`];
  });
  printTable([['route', 'files before it is shown', 'gzip'], ...sizes]);
  const browserPath = findBrowser();
  if (browserPath === null) throw new Error('There is no Chromium, and no right to install one.');
  const dataDir = mkdtempSync(join(tmpdir(), 'linkage-hub-bench-'));
  const hub = await startAnywhere(['dist/gateway/main.js'], {
    DATA_DIR: dataDir,
    RATE_LIMIT_PER_ADDRESS: '0',
  });
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  try {
    const rows = [['browser', 'first paint', 'first figures', 'charts drawn', 'bytes', 'layout shift']];
    for (const [name, factor] of [
      ['this machine', 1],
      [`${slowdown} times slower`, slowdown],
    ] as const)
      rows.push([name, ...(await visits(browser, hub.url, factor, Math.max(3, effort.rounds * 2 + 1)))]);
    printTable(rows);
    return {};
  } finally {
    await browser.close();
    await stop(hub.child);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function visits(browser: Browser, url: string, factor: number, count: number): Promise<string[]> {
  const seen: Visit[] = [];
  for (let visit = 0; visit < count; visit += 1) seen.push(await visitOnce(browser, url, factor));
  const of = (key: keyof Visit) => median(seen.map((each) => each[key]));
  const ms = (key: keyof Visit) => `${of(key).toFixed(0)} ms`;
  return [
    ms('paint'),
    ms('figures'),
    ms('charts'),
    `${(of('bytes') / 1_000).toFixed(0)} kB`,
    of('shift').toFixed(3),
  ];
}

type Visit = Record<'paint' | 'figures' | 'charts' | 'bytes' | 'shift', number>;

async function visitOnce(browser: Browser, url: string, factor: number): Promise<Visit> {
  // Nothing of an earlier visit is kept in a context of its own.
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: factor });
  await page.addInitScript(`
    window.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.value))).observe({ type: 'layout-shift', buffered: true });
    new MutationObserver(() => {
      if (window.figuresAt === undefined && document.body?.innerText.includes('${figure}')) window.figuresAt = performance.now();
      if (window.chartsAt === undefined && document.querySelectorAll('.picture svg').length >= 4) window.chartsAt = performance.now();
    }).observe(document, { subtree: true, childList: true, characterData: true });`);
  await page.goto(url);
  // Playwright's own waiting would evaluate a text in the page, which its policy forbids.
  await eventually(
    () =>
      page.evaluate('window.figuresAt !== undefined && window.chartsAt !== undefined') as Promise<boolean>,
  );
  const visit = (await page.evaluate(`({
    paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    figures: window.figuresAt,
    charts: window.chartsAt,
    bytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, entry) => sum + entry.encodedBodySize, 0),
    shift: window.shift,
  })`)) as Visit;
  await context.close();
  return visit;
}
