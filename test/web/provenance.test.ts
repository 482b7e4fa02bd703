/** From any number on any page to the sentence in the report, and back. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { hasChromium, sayWhenSkipped, useDesk } from './desk.js';

sayWhenSkipped();

/** The pages that show the picture; the others (people, settings, recipients) hold the desk's own records. */
const PAGES = [
  '/',
  '/search?q=Daesh+Moscow',
  '/search?what=statements&q=Moscow',
  '/search?what=reports&group=isis',
  '/triage',
  '/doubts',
  '/picture',
  '/network',
  '/network?group=isis,isis-k',
  '/groups',
  '/groups/isis-k',
  '/places/geonames%3A524901',
  '/warnings',
  '/cases',
  '/cases/FIRST',
  '/look-back',
  '/reports',
  '/reports/FIRST',
  '/incidents/FIRST',
  '/sources',
  '/sources/Meridian%20Wire',
  '/decisions',
];

/**
 * The texts with a number from which nothing leads on. A number leads on where it is a control, or where a control or
 * a quote stands in its own line, row or, of a heading, part of the page.
 */
const STRANDED = `(() => {
  // Words of a report; fields, keys, scales; the desk's own rules, clocks and records; numbers on sanction lists, which
  // the catalogue has; counts of what is drawn or listed right below, each of which is a control.
  const apart = 'q, blockquote, .prose, input, select, textarea, kbd, svg, .visually-hidden, ' +
    '.foot, .lead, .grade, .grade-why, .rules, .doubt-reasons, .level-says, .level-more, time, .clocks, ' +
    'td[data-label="On lists"], .listed, .filters-count, .view-head .hint, [role=status]';
  const control = 'a[href], button, summary, label';
  const blocks = 'li, tr, dd, dt, p, h1, h2, h3, caption, figure, .view-head, .section-head, .deciding-head';
  const found = [];
  const walker = document.createTreeWalker(document.querySelector('.shell'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.parentElement;
    if (!/[1-9]/.test(node.data) || at.closest(apart) || at.closest(control) || !at.checkVisibility()) continue;
    const block = at.closest(blocks);
    const within = block?.matches('h1, h2, h3, p, .view-head, .section-head, .deciding-head')
      ? block.closest('section, article, li, .page, main')
      : block;
    if (!within?.querySelector('a[href*="/reports/"], a[href*="/incidents/"], a[href*="/warnings#"], a[href="/triage"], a.quote, .said-value, .statement, .edge-name')) found.push(node.data.trim());
  }
  return found;
})()`;

describe.skipIf(!hasChromium)('the way to the sentence', () => {
  const use = useDesk();
  let page: Page;
  beforeEach(() => {
    page = use.watched.page;
    page.setDefaultTimeout(10_000);
  });

  const open = async (path: string) => {
    const kind = /^\/(\w+)\/FIRST/.exec(path)?.[1];
    const { items } = kind
      ? ((await (await page.request.get(`/api/${kind}`)).json()) as { items: { id: string }[] })
      : { items: [] };
    await page.goto(path.replace('FIRST', items[0]?.id ?? ''));
    await page.waitForLoadState('networkidle');
    await page.locator('#main h1, #main h2').first().waitFor();
  };

  it.each(PAGES)('leads on from every number of %s', async (path) => {
    await open(path);
    expect(new Set((await page.evaluate(STRANDED)) as string[])).toEqual(new Set());
  });

  /** A number of a list, and what it leads to: sentences that lead to their reports. */
  const NUMBERS = [
    ['/groups', 'td[data-label=Incidents] a', '.stances .quote'],
    ['/groups', 'td[data-label=Threats] a', '#part-threats ~ .lines .quote'],
    ['/groups', 'td[data-label=Reports] a', '.found .quote'],
    ['/sources', 'td[data-label=Reports] a', '.found .quote'],
    ['/reports', 'td[data-label=Incidents] a', 'mark.is-active'],
    ['/reports', 'td[data-label=Relations] a', 'mark.is-active'],
    ['/picture', 'td[data-label=Origins] .said-value', '.said-sentences:popover-open .quote'],
    ['/picture', 'td.date .said-value', '.said-sentences:popover-open .quote'],
    ['/picture', '.row-facts .said-value', '.said-sentences:popover-open .quote'],
    ['/search?q=Moscow', '.found .harm .said-value', '.said-sentences:popover-open .quote'],
    ['/look-back', 'td.date a', 'mark.is-cited'],
    ['/cases', '.cases .quote', 'mark.is-cited'],
    ['/doubts', 'dd .value-source a', 'mark.is-cited'],
    ['/warnings', 'dd .value-source a', 'mark.is-cited'],
  ] as const;

  it.each(NUMBERS)('%s: %s leads to %s, and back', async (path, number, sentence) => {
    await open(path);
    await page.locator(number).first().click();
    await page.locator(sentence).first().waitFor();
    if (new URL(page.url()).pathname === new URL(path, use.desk.url).pathname) return;
    await page.goBack();
    await page.locator(number).first().waitFor();
  });

  it('counts as many reports of a group as it then shows, each with the words that name it', async () => {
    await open('/groups');
    const number = page.locator('tr', { hasText: 'ISIS-K' }).first().locator('td[data-label=Reports] a');
    const counted = Number.parseInt((await number.textContent()) ?? '', 10);
    await number.click();
    await page.locator('.found').first().waitFor();
    expect(await page.locator('.found').count()).toBe(counted);
    expect(await page.locator('.found:has(mark)').count()).toBe(counted);
  });

  it('shows what was decided on the statements of a source', async () => {
    await open('/triage');
    const source = (await page.request.get('/api/triage?limit=1').then((answer) => answer.json())) as {
      items: { statement: string; source: { publisher: string } }[];
    };
    const [item] = source.items;
    if (!item) throw new Error('nothing waits');
    await page.keyboard.press('a');
    await page.waitForResponse((answer) => answer.url().includes('/api/decisions') && answer.ok());
    await page.goto('/sources');
    const row = page.locator('tr', { hasText: item.source.publisher });
    await row.locator('td[data-label=accepted] a').click();
    await page.locator('.decision').first().waitFor();
    expect(await page.locator('.decision').count()).toBe(1);
    await page.locator('.decision a').first().click();
    await page.locator('.statement.is-active').waitFor();
    expect(page.url()).toContain(item.statement.split('#')[1]);
  });
});
