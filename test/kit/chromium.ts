import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { installDebian } from './debian.js';

const programs = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Yields a browser for the page stories: one that is there, else Debian's, installed where root may do so; else null. */
export function findBrowser(): string | null {
  const found = () => programs.find((program) => existsSync(program)) ?? null;
  if (found() === null) installDebian(['chromium', 'fonts-noto-cjk']);
  return found();
}

/** Opens a browser that asks nobody but the page's own host. */
export function openBrowser(executablePath: string): Promise<BrowserContext> {
  const flags = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ];
  return chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'hub-browser-')), {
    executablePath,
    headless: true,
    args: [...flags, '--disable-component-update', '--disable-sync'],
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    // Charts that grow cost more than the page, where no graphics card draws them.
    reducedMotion: 'reduce',
  });
}
