/** What went wrong shows as such: a feed that died, a report that failed to read, a quote that is not there, a lost decision. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDecision } from '../../src/store/decisions/decisions.js';
import { pack } from '../../src/store/packed.js';
import { addReports } from '../../src/store/reports/add.js';
import { keepUnread } from '../../src/store/reports/unread.js';
import { openStore } from '../../src/store/store.js';
import { addOlder, present, received, TEXTS } from '../rereading/older.js';
import {
  axeFaults,
  type Desk,
  hasChromium,
  launch,
  openPage,
  sayWhenSkipped,
  startDesk,
  type Watched,
} from './desk.js';

sayWhenSkipped();

const MOVED = 'KABUL, March 25 - Gunmen killed three people at a market in Kabul on 24 March 2024.';
const FAILS = 'Zanzibar, 1 June 2024: what the reader could not read.';
const NO_ROAD = 'The police cordoned off the road.';

/** A store with reports of an older reader and a decision on one, one whose quotes are not in its text, one not read. */
async function prepare(data: string): Promise<void> {
  const store = await openStore({ data });
  await addOlder(store, TEXTS);
  const [first = ''] = TEXTS;
  await addDecision(store, { kind: 'reject', a: `${received(first).id}#i1`, why: 'a road, no hijacking' }, 'Ada');
  await addReports(store, [{ report: received(MOVED), reading: present(MOVED) }]);
  const { report: _, ...statements } = present(MOVED);
  const moved = { ...statements, incidents: statements.incidents.map((one) => ({ ...one, evidence: [[9000, 9050]] })) };
  await store.db
    .updateTable('reading')
    .set({ statements: pack(JSON.stringify(moved)) })
    .where('report', '=', received(MOVED).id)
    .execute();
  await keepUnread(store, [{ report: received(FAILS), failure: 'the reader failed on it: a fault of the program' }]);
  await store.close();
}

describe.skipIf(!hasChromium)('what went wrong', () => {
  let desk: Desk;
  let browser: Browser;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk({ TOCSIN_ALLOW_HOSTS: '127.0.0.1' }, 'serve', prepare), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });
  beforeEach(async () => {
    watched = await openPage(browser, desk);
    page = watched.page;
    return async () => {
      await page.context().close();
      expect(watched.faults).toEqual([]);
    };
  });

  it('a feed that died: since when and why, on its page and on home, until it is well again', async () => {
    const answers: RequestListener = (_, response) =>
      response.end(
        '<rss><channel><title>Wire</title><item><title>Calm</title><description>A bomb killed two people in Kabul on 2 June 2024.</description></item></channel></rss>',
      );
    const listen = async (port: number) => {
      const server = createServer({ keepAlive: false }, answers);
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
      return server;
    };
    const first = await listen(0);
    const { port } = first.address() as AddressInfo;
    await page.goto('/sources');
    await page.getByRole('button', { name: 'Add a feed' }).click();
    await page.getByLabel('Address').fill(`http://127.0.0.1:${port}/rss`);
    await page.getByLabel('Publisher').fill('House wire');
    await page.getByRole('button', { name: 'Add it' }).click();
    const row = page.locator('.feeds-table tbody tr');
    await row.getByText(/Last fetched .*, 1 item/).waitFor();
    expect(await axeFaults(page)).toEqual([]);

    await new Promise((resolve) => first.close(resolve));
    await row.getByRole('button', { name: 'Fetch now' }).click();
    await row.getByText(/Failing since .*Nothing answers at its address/).waitFor();
    expect(await row.getByText(/Last fetched .*, 1 item/).isVisible()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await page.goto('/');
    await page.getByRole('link', { name: '1 feed fails' }).click();
    await row.getByText(/Failing since/).waitFor();

    const second = await listen(port);
    await row.getByRole('button', { name: 'Fetch now' }).click();
    await row.getByText(/Failing since/).waitFor({ state: 'detached' });
    await row.locator('td[data-label=Reports] a').click();
    await page.locator('.found').getByRole('link', { name: 'Calm', exact: true }).waitFor();
    await new Promise((resolve) => second.close(resolve));
  });

  it('a report that failed to read: why, its text as received, and read again', async () => {
    await page.goto('/reports');
    const unread = page.getByRole('region', { name: '1 report could not be read' });
    expect(await unread.textContent()).toContain('a fault of the program');
    await unread.getByRole('link').click();
    await page.getByText('This report could not be read.').waitFor();
    expect(await page.locator('.unread-text').textContent()).toBe(FAILS);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Read it again' }).click();
    await page.locator('.report-text').waitFor();
    await page.goto('/reports');
    await page.locator('.reports-table').waitFor();
    expect(await unread.count()).toBe(0);
  });

  it('a quote that is not in the text is not found, and nothing is marked in its stead', async () => {
    await page.goto(`/reports/${encodeURIComponent(received(MOVED).id)}`);
    const statement = page.locator('.statement').first();
    await statement.getByText('Quote not found').waitFor();
    await statement.getByRole('button').first().click();
    expect(await page.locator('.prose mark[data-quotes~="0"], .prose mark.is-active').count()).toBe(0);
    expect(await page.locator('.prose').textContent()).toBe(MOVED);
    expect(await axeFaults(page)).toEqual([]);
  });

  it('reports of an older reader are read anew, and the decision that no longer applies is shown with its old words', async () => {
    await page.goto('/reports');
    const reread = page.getByRole('region', { name: 'Re-reading' });
    await reread.getByText('3 reports were read by an older reader').waitFor();
    await reread.getByRole('button', { name: 'Read them anew' }).click();
    await reread.getByRole('link', { name: '1 decided statement not found again' }).click();
    const lost = page.getByRole('region', { name: '1 decision that no longer applies' });
    expect(await lost.textContent()).toContain('a road, no hijacking');
    expect(await axeFaults(page)).toEqual([]);
    await lost.locator('.quote').click();
    await page.locator('mark.is-cited').first().waitFor();
    expect((await page.locator('mark.is-cited').allTextContents()).join('')).toBe(NO_ROAD);
    await page.goBack();
    await lost.getByRole('button', { name: 'Undo' }).click();
    await lost.waitFor({ state: 'detached' });
    await page.goto('/reports');
    await page.locator('.reports-table').waitFor();
    expect(await reread.count()).toBe(0);
  });
});
