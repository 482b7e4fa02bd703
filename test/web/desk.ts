/** The real desk with the sample reports, and Debian's Chromium to look at it. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { CHROMIUM, launchChromium, startDemo } from '../../scripts/demo-desk.js';

export { launchChromium as launch, startDemo as startDesk };

export const hasChromium = existsSync(CHROMIUM);

/** Why the browser tests were skipped, said once. */
export function sayWhenSkipped(): void {
  if (!hasChromium) console.warn(`Skipped: the browser tests need ${CHROMIUM} (apt-get install chromium).`);
}

export type Desk = Awaited<ReturnType<typeof startDemo>>;

/** What a page did that it must never do: errors, refusals by the Content-Security-Policy, requests to elsewhere. */
export interface Watched {
  page: Page;
  faults: string[];
}

export async function openPage(browser: Browser, desk: Desk, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    baseURL: desk.url,
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const missing = message.location().url.includes('/api/') && /status of 4\d\d/.test(message.text());
    if (message.type() === 'error' && !missing) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && origin !== desk.url) faults.push(`request to ${request.url()}`);
  });
  return { page, faults };
}

/** A desk and a browser for the tests of a file, and a fresh page for each of them, which must do nothing it must never do. */
export function useDesk(): { readonly desk: Desk; readonly watched: Watched } {
  let desk: Desk;
  let browser: Browser;
  let watched: Watched;
  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDemo(), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });
  beforeEach(async () => {
    watched = await openPage(browser, desk);
  });
  afterEach(async () => {
    await watched.page.context().close();
    // No error, nothing refused by the Content-Security-Policy, nothing asked of another host.
    expect(watched.faults).toEqual([]);
  });
  return {
    get desk() {
      return desk;
    },
    get watched() {
      return watched;
    },
  };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with a page as it stands, and whether it scrolls sideways; without scripts of its own, too. */
export async function axeFaults(page: Page): Promise<string[]> {
  // The policy refuses injected <script> elements; the debugger's evaluation is not the page's own.
  await page.evaluate(AXE);
  const found = (await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')))`)) as string[];
  const over = (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number;
  return over > 0 ? [...found, `${over} pixels over the edge`] : found;
}
