import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import type { DemoRole } from '#gateway/demonstration.js';
import { findBrowser, openBrowser } from './chromium.js';
import { type HubOptions, type Mode, startHub, type TestHub } from './hub.js';

const browser = findBrowser();
/** Only where there is no browser and no right to install one; the closing line counts what was skipped. */
export const describeWithBrowser = browser === null ? describe.skip : describe;

/** Where the pages keep the token of who is signed in (web/kit/session.ts). */
export const tokenKey = 'linkage-hub.token';

/** A page that a person has open, what it asked for and what went wrong in it. */
export interface OpenPage {
  page: Page;
  requests: string[];
  mistakes: string[];
}

export interface OpenOptions {
  /** Who is signed in; a stranger when left out. */
  role?: DemoRole;
  /** In CSS pixels; 1,440 when left out. */
  width?: number;
}

/** A hub with its pages, and a browser. */
export interface PagesUnderTest {
  hub: TestHub;
  open(path: string, options?: OpenOptions): Promise<OpenPage>;
}

const usual: Mode = { topology: 'embedded', engine: 'hive' };

/** Starts a hub and a browser for the tests of a describe, and ends them. What it yields is whole once the tests run. */
export function pagesUnderTest(mode: Mode = usual, options: HubOptions = {}): PagesUnderTest {
  const under = {} as PagesUnderTest;
  let context: BrowserContext | undefined;
  beforeAll(async () => {
    [under.hub, context] = await Promise.all([
      startHub(mode, 'demo', options),
      openBrowser(browser as string),
    ]);
    under.open = (path, how) => open(context as BrowserContext, under.hub, path, how);
  });
  afterAll(async () => {
    await context?.close();
    await under.hub?.stop();
  });
  return under;
}

/** Opens a browser alone for the tests of a describe. */
export function openedBrowser(): () => BrowserContext {
  let context: BrowserContext | undefined;
  beforeAll(async () => {
    context = await openBrowser(browser as string);
  });
  afterAll(() => context?.close());
  return () => context as BrowserContext;
}

async function open(
  context: BrowserContext,
  hub: Pick<TestHub, 'url' | 'tokenOf'>,
  path: string,
  { role, width = 1_440 }: OpenOptions = {},
): Promise<OpenPage> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 900 });
  const requests: string[] = [];
  const mistakes: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => mistakes.push(error.message));
  page.on('console', (message) => message.type() === 'error' && mistakes.push(message.text()));
  if (role !== undefined) await signIn(page, await hub.tokenOf(role));
  await page.goto(`${hub.url}${path}`);
  return { page, requests, mistakes };
}

/** Opens a page that was not opened here as somebody: what is read before is nothing. */
export const signIn = (page: Page, token: string): Promise<unknown> =>
  page.addInitScript(`sessionStorage.setItem('${tokenKey}', '${token}')`);

/** What left this machine, of what a page asked for. */
export const foreign = (requests: readonly string[], url: string): string[] =>
  requests.filter((each) => /^(https?|wss?):/.test(each) && !each.startsWith(url));

/** WCAG 2.2 at level AA; what axe-core besides thinks of as good practice takes as long again. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Fails where axe-core finds a violation that is serious or critical, and names it and where it is. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
  expect(serious).toEqual([]);
}

/** Whether nothing stands out of the page to the right. */
export const fits = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');
