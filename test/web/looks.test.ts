/** Every page in every theme and at every width: no axe violation, no sideways scrolling. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, hasChromium, launch, openPage, sayWhenSkipped, startDesk, type Watched } from './desk.js';

sayWhenSkipped();

/** Only what axe says of colours can change with the theme: the other rules are asked in the first. */
const THEMES: Record<string, string[]> = {
  light: [],
  dark: ['color-contrast', 'link-in-text-block'],
  'contrast-light': ['color-contrast', 'link-in-text-block'],
  'contrast-dark': ['color-contrast', 'link-in-text-block'],
};
const WIDTHS = [320, 1440, 3840];

interface Item {
  id: string;
  reports?: number;
}

/** `ID` stands for the first of its kind, `MOST` for the one that most reports tell of. */
const PAGES = [
  '/',
  '/search',
  '/search?q=Daesh+Moscow',
  '/search?q=Daesh&what=statements&status=occurred',
  '/triage',
  '/doubts',
  '/picture',
  '/picture?from=2024-03-01&to=2024-03-31&status=occurred',
  '/groups',
  '/groups/isis',
  '/network',
  '/warnings',
  '/cases',
  '/cases/ID',
  '/look-back',
  '/recipients',
  '/search',
  '/search?q=Moscow',
  '/reports',
  '/reports/ID#i1',
  '/incidents/MOST',
  '/places/geonames%3A524901',
  '/sources',
  '/sources/Meridian%20Wire',
  '/decisions',
  '/people',
  '/settings',
  '/sign-in',
  '/invitation',
  '/nowhere',
];

describe.skipIf(!hasChromium)('every page', () => {
  let desk: Desk;
  let browser: Browser;
  let watched: Watched;
  let page: Page;
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk(), launch()]);
    watched = await openPage(browser, desk);
    page = watched.page;
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  async function addressOf(path: string): Promise<string> {
    const kind = /^\/(\w+)\/(?:ID|MOST)/.exec(path)?.[1];
    if (!kind) return path;
    const { items } = (await (await page.request.get(`/api/${kind}`)).json()) as { items: Item[] };
    const most = items.toSorted((a, b) => (b.reports ?? 0) - (a.reports ?? 0));
    return path.replace('ID', items[0]?.id ?? '').replace('MOST', most[0]?.id ?? '');
  }

  /** What axe says against the page as it stands, a line a rule. */
  async function violations(rules: readonly string[]): Promise<string[]> {
    const options = {
      resultTypes: ['violations'],
      ...(rules.length > 0 ? { runOnly: rules } : { rules: { 'target-size': { enabled: true } } }),
    };
    return (await page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')))`)) as string[];
  }

  it.each(PAGES)('%s', async (path) => {
    await page.goto(await addressOf(path));
    await page.waitForLoadState('networkidle');
    // The policy refuses injected <script> elements; the debugger's evaluation is not the page's own.
    await page.evaluate(axe);
    const found: string[] = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 860 });
      const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      if (over > 0) found.push(`${width} wide: scrolls sideways by ${over}`);
      for (const [theme, rules] of Object.entries(THEMES)) {
        await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
        for (const line of await violations(rules)) found.push(`${width} wide, ${theme}: ${line}`);
      }
    }
    expect(found).toEqual([]);
    expect(watched.faults).toEqual([]);
  });
});
