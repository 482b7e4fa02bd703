import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { hasChromium, sayWhenSkipped, useDesk } from './desk.js';

sayWhenSkipped();

describe.skipIf(!hasChromium)('searching', () => {
  const use = useDesk();
  let page: Page;
  beforeEach(() => {
    page = use.watched.page;
  });

  const cited = async () => (await page.locator('mark.is-cited').allTextContents()).join('').replace(/\s+/g, '');

  it('finds a group by an alias from any page, says why, and opens the very words', async () => {
    await page.goto('/groups');
    await page.locator('main h1').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('Daesh');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=Daesh');
    const meant = page.getByRole('list', { name: 'Groups and places that the words name' });
    expect(await meant.textContent()).toContain('“Daesh” is a name of it');
    expect(await meant.getByRole('link', { name: 'Islamic State' }).getAttribute('href')).toBe('/groups/isis');
    // Its branches' incidents are found too, by their own names.
    const named = page.locator('mark').getByText('Islamic State', { exact: true });
    const hit = page.locator('.found').filter({ has: named }).first();
    await hit.waitFor();
    expect(await hit.getByRole('list', { name: 'Why it was found' }).allTextContents()).toContainEqual(
      expect.stringContaining('“Islamic State” for “Daesh”'),
    );
    const quote = hit.locator('.quote').filter({ has: named }).first();
    const words = (await quote.locator('q').textContent()) ?? '';
    await quote.click();
    await page.locator('mark.is-cited').first().waitFor();
    expect(await cited()).toBe(words.replace(/\s+/g, ''));
  });

  it('keeps filters in the address', async () => {
    await page.goto('/search?q=attack');
    await page.locator('.found').first().waitFor();
    await page.getByText('Filters', { exact: true }).click();
    await page.getByLabel('Place or country').fill('Iran');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=attack&place=Iran');
    await page.getByRole('radio', { name: 'Statements' }).check();
    await page.waitForURL('**what=statements**');
    await expect.poll(() => page.locator('.found').count()).toBeGreaterThan(0);
    await page.reload();
    await page.locator('.found').first().waitFor();
    expect(await page.getByLabel('Place or country').inputValue()).toBe('Iran');
    await page.getByLabel('Place or country').fill('Nowhereville');
    await page.keyboard.press('Enter');
    await page.getByText('No report speaks of a place called “Nowhereville”.').waitFor();
  });

  it('keeps a search, and tells at home and in the list what is new in it', async () => {
    await page.goto('/search?q=bombing+Daesh&what=reports');
    await page.getByRole('button', { name: 'Save this search' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Bombings <b>by</b> IS');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Save this search' }).waitFor();
    await page.goto('/search');
    expect(await page.locator('.saved-line').textContent()).toContain('Bombings <b>by</b> ISnothing new');
    const added = await page.request.post('/api/reports', {
      headers: { origin: use.desk.url },
      data: {
        text: 'A suicide bombing killed five people in Kabul on 2 May 2024. Islamic State claimed the bombing.',
        published: '2024-05-03',
      },
    });
    expect(added.status()).toBe(201);
    await page.goto('/');
    const waits = page.getByRole('link', { name: '1 saved search has something new' });
    await waits.click();
    await page.getByRole('link', { name: '1 new' }).click();
    await page.locator('.found').first().waitFor();
    expect(await page.locator('.found').count()).toBe(1);
    expect(await page.locator('.found').textContent()).toContain('Kabul');
    await page.goto('/search');
    await page.getByRole('button', { name: 'Seen' }).click();
    await page.getByText('nothing new since').waitFor();
  });

  it('shows markup and control characters of a question as they are', async () => {
    await page.goto(`/search?${new URLSearchParams({ q: '<img src=x onerror=alert(1)> \u202e' })}`);
    await page.getByText('No incidents found.').waitFor();
    expect(await page.locator('main img').count()).toBe(0);
  });
});
