import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { hasChromium, sayWhenSkipped, useDesk } from './desk.js';

sayWhenSkipped();

interface Decided {
  kind: string;
  a: string;
  why: string;
  undone: unknown;
}

describe.skipIf(!hasChromium)('deciding at the desk', () => {
  const use = useDesk();
  let page: Page;
  beforeEach(() => {
    page = use.watched.page;
  });

  const get = async <T>(path: string) => (await (await page.request.get(path)).json()) as T;
  const decisions = async () => (await get<{ items: Decided[] }>('/api/decisions')).items;

  describe('triage', () => {
    interface Queue {
      items: { statement: string; title: string; kind: string }[];
      counts: { waiting: number };
    }
    const title = () => page.locator('.deciding-title').textContent();
    const open = async () => {
      const queue = await get<Queue>('/api/triage?limit=50');
      await page.goto('/triage');
      await page.locator('.deciding-title').waitFor();
      return queue;
    };

    it('goes through statements by single keys, and takes the last decision back', async () => {
      const { items, counts } = await open();
      expect(await title()).toBe(items[0]?.title);
      await page.keyboard.press('a');
      await page.keyboard.press('r');
      await page.keyboard.press('2');
      await page.keyboard.press('n');
      await page.keyboard.press('a');
      await expect.poll(async () => (await decisions()).length).toBe(3);
      expect((await decisions()).map(({ kind, a }) => [kind, a]).reverse()).toEqual([
        ['accept', items[0]?.statement],
        ['reject', items[1]?.statement],
        ['accept', items[3]?.statement],
      ]);
      expect((await get<Queue>('/api/triage')).counts.waiting).toBe(counts.waiting - 3);
      await page.keyboard.press('u');
      expect(await title()).toBe(items[3]?.title);
      await expect.poll(async () => (await decisions())[0]?.undone).toBeTruthy();
      expect((await get<Queue>('/api/triage')).counts.waiting).toBe(counts.waiting - 2);
    });

    it('goes through a hundred statements by keys alone, counting what is done, and none is lost or decided twice', async () => {
      const { counts } = await open();
      const inForce = async () => (await get<{ items: Decided[] }>('/api/decisions?inForce=true')).items;
      const before = new Set((await inForce()).map(({ a }) => a));
      const waits = async () => Number.parseInt((await page.locator('.progress').textContent()) ?? '', 10);
      expect(await waits()).toBe(counts.waiting);
      for (let n = 0; n < 100; n++) {
        const shown = await title();
        if (n % 10 === 9) {
          await page.keyboard.press('r');
          await page.keyboard.press('1');
        } else await page.keyboard.press('a');
        await expect.poll(async () => (await waits()) === counts.waiting - n - 1, { timeout: 15_000 }).toBe(true);
        expect(shown).not.toBe('');
      }
      // They are sent one after the other while the next is read.
      const sent = { timeout: 120_000 };
      await expect.poll(async () => (await get<Queue>('/api/triage')).counts.waiting, sent).toBe(counts.waiting - 100);
      const made = (await inForce()).filter(({ a }) => !before.has(a));
      expect(made.filter(({ kind }) => kind === 'accept')).toHaveLength(90);
      expect(made.filter(({ kind }) => kind === 'reject')).toHaveLength(10);
      expect(new Set(made.map(({ a }) => a)).size).toBe(100);
    });

    it('marks the words of the statement in its text', async () => {
      await open();
      const quote = (await page.locator('.deciding-quote').textContent()) ?? '';
      await page.locator('.deciding-text mark.is-active').first().waitFor();
      const marked = (await page.locator('.deciding-text mark.is-active').allTextContents()).join('');
      expect(marked.replace(/\s+/g, '')).toContain(quote.replace(/\s+/g, ''));
    });

    it('shows what did not get through, and sends it again', async () => {
      const { items } = await open();
      const before = (await decisions()).length;
      await page.route('**/api/decisions', (route) =>
        route.request().method() === 'POST' ? route.abort() : route.continue(),
      );
      await page.keyboard.press('a');
      await page.getByText('One decision did not get through.').waitFor();
      await page.unroute('**/api/decisions');
      await page.getByRole('button', { name: 'Send again' }).click();
      await page.locator('.unsent').waitFor({ state: 'detached' });
      const all = await decisions();
      expect(all.length).toBe(before + 1);
      expect(all[0]?.a).toBe(items[0]?.statement);
      // The refused request is the browser's own complaint.
      use.watched.faults = use.watched.faults.filter((fault) => !fault.includes('ERR_FAILED'));
    });

    it('corrects a slot of an incident with a reason', async () => {
      await page.goto('/triage?kind=incident');
      await page.locator('.deciding-title').waitFor();
      await page.keyboard.press('c');
      const form = page.getByRole('form', { name: 'Correct a value' });
      await form.getByLabel('What to correct').selectOption('killed');
      await form.getByLabel('At least').fill('7');
      await form.getByLabel('Why?').fill('Counted by hand');
      await form.getByRole('button', { name: 'Set it' }).click();
      await expect.poll(async () => (await decisions())[0]?.why).toBe('Counted by hand');
    });
  });
  it('answers a doubt by a key, and takes the answer back', async () => {
    interface Doubts {
      items: { a: { statement: string }; b: { statement: string } }[];
      waiting: number;
    }
    const { items, waiting } = await get<Doubts>('/api/doubts');
    await page.goto('/doubts');
    await page.locator('.doubt').waitFor();
    expect(await page.locator('.doubt-side .quote').count()).toBeGreaterThan(1);
    await page.keyboard.press('w');
    await page.keyboard.type('Another week');
    await page.keyboard.press('Enter');
    await page.keyboard.press('d');
    await expect.poll(async () => (await get<Doubts>('/api/doubts')).waiting).toBeLessThan(waiting);
    const [made] = await decisions();
    expect(made).toMatchObject({ kind: 'part', a: items[0]?.a.statement, why: 'Another week' });
    await page.keyboard.press('u');
    await expect.poll(async () => (await get<Doubts>('/api/doubts')).waiting).toBe(waiting);
    expect((await get<Doubts>('/api/doubts')).items[0]).toEqual(items[0]);
  });

  it('overrules a level with a reason, and undoes it', async () => {
    const before = await get<{ level: string | null }>('/api/levels/isis');
    await page.goto('/groups/isis');
    await page.locator('.ladder').waitFor();
    await page.getByRole('button', { name: 'Overrule' }).click();
    const form = page.getByRole('form', { name: 'Level of Islamic State' });
    await form.getByLabel('Level of Islamic State').selectOption('severe');
    await form.getByRole('button', { name: 'Set the level' }).click();
    expect(await form.getByRole('alert').textContent()).toContain('reason');
    await form.getByLabel('Why?').fill('Told by a partner');
    await form.getByRole('button', { name: 'Set the level' }).click();
    await page.locator('.ladder [aria-current]', { hasText: 'severe' }).waitFor();
    expect(await page.locator('.level-says').textContent()).toContain('Told by a partner');
    await page.locator('.level').getByRole('button', { name: 'Undo' }).click();
    await page.locator('.level').getByText('undone by').waitFor();
    expect((await get<{ level: string | null }>('/api/levels/isis')).level).toBe(before.level);
  });

  it('grades a source with a reason', async () => {
    await page.goto('/sources');
    await page.locator('.sources-table a').first().click();
    await page.getByRole('button', { name: 'Grade it' }).click();
    await page.getByRole('combobox', { name: /^Reliability/ }).selectOption('B');
    await page.getByLabel('Why?').fill('Right for years');
    await page.getByRole('button', { name: 'Set the grade' }).click();
    await page.getByText('usually reliable', { exact: false }).first().waitFor();
    expect((await decisions())[0]).toMatchObject({ kind: 'grade-source', why: 'Right for years' });
  });

  it('opens the sentences behind an edge of the network', async () => {
    await page.goto('/network');
    const edge = page.locator('.graph .edge').first();
    await edge.waitFor();
    await edge.focus();
    await page.keyboard.press('Enter');
    const quote = page.locator('.edge-evidence .quote').first();
    const words = (await quote.locator('q').textContent()) ?? '';
    await quote.click();
    await page.locator('mark.is-cited').first().waitFor();
    const cited = (await page.locator('mark.is-cited').allTextContents()).join('');
    expect(cited.replace(/\s+/g, '')).toBe(words.replace(/\s+/g, ''));
  });
});
