/** The analyst's day, from the first report to the brief: each part goes on from what the one before left. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, hasChromium, launch, openPage, sayWhenSkipped, startDesk, type Watched } from './desk.js';

sayWhenSkipped();

const SAMPLES = fileURLToPath(new URL('../../samples/', import.meta.url));
const REPORTS = 20;
/** A busy machine is no failure. */
const PATIENCE = { timeout: 30_000 };
const A4 = /\/MediaBox \[0 0 59[45][\d.]* 84[12][\d.]*\]/;

/** The first samples with what is known of each, as files that a hand would drop. */
function files(): { name: string; text: string }[] {
  const all = readdirSync(SAMPLES).sort();
  const reports = all.filter((name) => /\.(txt|md|html)$/.test(name)).slice(0, REPORTS);
  const metas = reports.map((name) => name.replace(/\.\w+$/, '.meta.json')).filter((name) => all.includes(name));
  return [...reports, ...metas].map((name) => ({ name, text: readFileSync(SAMPLES + name, 'utf8') }));
}

describe.skipIf(!hasChromium)('an analyst’s day', () => {
  let desk: Desk;
  let browser: Browser;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk({}, 'serve'), launch()]);
    watched = await openPage(browser, desk);
    page = watched.page;
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
    expect(watched.faults).toEqual([]);
  });

  const text = async (path: string) => (await page.request.get(path)).text();
  const get = async <T>(path: string) => JSON.parse(await text(path)) as T;
  const decisions = async () => (await get<{ items: { kind: string; undone: unknown }[] }>('/api/decisions')).items;

  it('begins with an empty desk that says what to do', async () => {
    await page.goto('/picture');
    await page.getByText('No incidents yet.').waitFor();
    await page.goto('/triage');
    await page.getByText('Nothing has been read yet.').waitFor();
  });

  it('drops twenty reports', async () => {
    await page.goto('/');
    await page.getByRole('heading', { name: 'What waits for you' }).waitFor();
    await page.keyboard.press('a');
    const dropped = await page.evaluateHandle(
      `(() => { const all = new DataTransfer();
        for (const { name, text } of ${JSON.stringify(files())}) all.items.add(new File([text], name));
        return all; })()`,
    );
    await page.locator('dialog[open] .drop').dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByText(`${REPORTS} of ${REPORTS} files read`).waitFor();
    expect(await page.locator('.results .error').count()).toBe(0);
    expect(await get('/api/status')).toMatchObject({ reports: REPORTS });
    await page.getByRole('button', { name: 'Close' }).click();
  });

  it('goes through ten statements by single keys', async () => {
    await page.keyboard.press('2');
    await page.locator('.deciding-title').waitFor();
    for (const key of ['a', 'a', 'r', '1', 'a', 'n', 'a', 'a', 'r', '2', 'a', 'a', 'a', 'u'])
      await page.keyboard.press(key);
    const made = async () => (await decisions()).filter(({ undone }) => !undone).map(({ kind }) => kind);
    // The last one was taken back.
    await expect
      .poll(async () => (await made()).sort(), PATIENCE)
      .toEqual([...Array(7).fill('accept'), 'reject', 'reject']);
  });

  it('joins two incidents, and undoing it gives back both as they were', async () => {
    interface Doubts {
      items: { kind: string; a: { holder: string }; b: { holder: string } }[];
    }
    const { items } = await get<Doubts>('/api/doubts?limit=50');
    const pair = items.find(({ kind, a, b }) => kind === 'incident' && a.holder !== b.holder) ?? expect.fail('no pair');
    const both = () => Promise.all([pair.a, pair.b].map(({ holder }) => text(`/api/incidents/${holder}`)));
    const before = await both();
    await page.goto(`/incidents/${pair.a.holder}`);
    await page.getByRole('button', { name: 'Same as…' }).first().click();
    const { title } = await get<{ title: string }>(`/api/incidents/${pair.b.holder}`);
    await page.getByRole('searchbox', { name: 'Search incidents' }).fill(title);
    await page.locator(`input[type=radio][value="${pair.b.holder}"]`).check();
    await page.getByLabel('Why is it the same?').fill('Told by both on one day');
    await page.locator('.decide').getByRole('button', { name: 'Same as' }).click();
    await page.locator('.decide').waitFor({ state: 'detached' });
    const [one, other] = await both();
    expect(one).toBe(other);
    expect(one).not.toBe(before[0]);
    await page.locator('.decisions').getByRole('button', { name: 'Undo' }).first().click();
    await expect.poll(both, PATIENCE).toEqual(before);
  });

  it('overrules a level', async () => {
    await page.goto('/groups/isis-k');
    await page.getByRole('button', { name: 'Overrule' }).click();
    const form = page.getByRole('form', { name: 'Level of ISIS-K' });
    await form.getByLabel('Level of ISIS-K').selectOption('critical');
    await form.getByLabel('Why?').fill('Told by a partner');
    await form.getByRole('button', { name: 'Set the level' }).click();
    await page.locator('.ladder [aria-current]', { hasText: 'critical' }).waitFor();
    expect(await get('/api/levels/isis-k')).toMatchObject({ level: 'critical', set: { why: 'Told by a partner' } });
  });

  it('prints a brief of an incident and of a group on A4, with numbered and graded citations', async () => {
    await page.emulateMedia({ media: 'print' });
    for (const open of ['/groups/isis-k', '/picture?sort=reports']) {
      await page.goto(open);
      if (open.startsWith('/picture')) {
        await page.emulateMedia({ media: 'screen' });
        await page.locator('.incidents-table .wide a').first().click();
        await page.locator('.sources .grade').first().waitFor();
        await page.emulateMedia({ media: 'print' });
        expect(
          await page
            .locator('.sources li')
            .first()
            .evaluate((item) => item.textContent),
        ).toMatch(/[A-F][1-6]/);
      } else {
        await page.emulateMedia({ media: 'screen' });
        await page.getByLabel('As of').fill('2024-04-01');
        await page.locator('.indicator .citation .grade').first().waitFor();
        await page.emulateMedia({ media: 'print' });
        // The use of a name is no statement: it has no grade.
        const cited = page.locator('.group-page .citation:not([aria-labelledby="part-names-in-reports"] *)');
        await cited.first().waitFor();
        const bare = async () => (await cited.allTextContents()).filter((words) => !/[A-F][1-6]$/.test(words));
        await expect.poll(bare, PATIENCE).toEqual([]);
      }
      expect(await page.locator('.side, .foot').evaluateAll((all) => all.some((one) => one.checkVisibility()))).toBe(
        false,
      );
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf).toMatch(/^%PDF/);
      expect(pdf).toMatch(A4);
    }
    await page.emulateMedia({ media: 'screen' });
  });

  it('opens the evidence of an edge of the network, and comes back', async () => {
    await page.goto('/network');
    await page.getByRole('button', { name: /^ISIS-K is a branch of Islamic State/ }).press('Enter');
    const quote = page.locator('.edge-evidence .quote').first();
    const words = (await quote.locator('q').textContent()) ?? '';
    await quote.click();
    await page.locator('mark.is-cited').first().waitFor();
    const cited = (await page.locator('mark.is-cited').allTextContents()).join('');
    expect(cited.replace(/\s+/g, '')).toBe(words.replace(/\s+/g, ''));
    await page.goBack();
    await page.locator('.edge-evidence .quote').first().waitFor();
  });

  it('finds at home what changed, and nothing more once it was seen', async () => {
    await page.goto('/');
    await page.getByRole('button', { name: 'I have seen this' }).click();
    await page.getByText('Nothing has changed.').waitFor();
  });
});
