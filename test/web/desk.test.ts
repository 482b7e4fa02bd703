import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { hasChromium, sayWhenSkipped, useDesk } from './desk.js';

sayWhenSkipped();

/** Words of this project's own; what the reader must find in them is of the plainest kind. */
const REPORT = `Bomb kills 12 at market in Mogadishu

MOGADISHU, 4 May 2021 - A car bomb killed 12 people at a market in Mogadishu on Tuesday, police said. Al-Shabaab claimed responsibility for the attack.

<script>document.title = "taken over"</script> <b>Bold words</b> & "quotes" stay words of the report.

The U.S. Embassy warned American citizens to avoid hotels and restaurants in Mogadishu.`;

interface Listed {
  items: { id: string; date: object | null }[];
}

describe.skipIf(!hasChromium)('the pages of the desk', () => {
  const use = useDesk();
  let page: Page;
  beforeEach(() => {
    page = use.watched.page;
  });

  /** The number that a heading or a note begins with. */
  const numberIn = async (selector: string) =>
    Number(/[\d,]+/.exec((await page.locator(selector).textContent()) ?? '')?.[0].replaceAll(',', ''));
  const rows = () => page.locator('.incidents-table tbody tr').count();

  async function paste(): Promise<void> {
    await page.goto('/picture');
    await page.locator('.incidents-table').waitFor();
    await page.keyboard.press('a');
    await page.getByLabel('Paste a report').fill(REPORT);
    await page.getByLabel('Published').fill('2021-05-05');
    await page.getByLabel('Publisher').fill('Test Wire');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.waitForURL(/\/reports\/sha256/);
    await page.locator('.statement').first().waitFor();
  }

  const markedWords = async () => (await page.locator('mark.is-active').allTextContents()).join('');

  describe('a report', () => {
    it('is pasted from any page with a key, and its quotes are marked in its text', async () => {
      await paste();
      expect(await page.locator('dialog[open]').count()).toBe(0);
      expect(await page.locator('mark[data-quotes]').count()).toBeGreaterThan(0);
      const [first] = await page.locator('.statement').all();
      await first?.getByRole('button').first().click();
      expect(await markedWords()).toContain('killed 12 people');
      expect(await page.locator('mark.is-active.is-slot').allTextContents()).toContain('12');
    });

    it('shows markup as words', async () => {
      await paste();
      expect(await page.locator('.prose').textContent()).toContain('<script>document.title = "taken over"</script>');
      expect(await page.locator('.prose b, .prose script').count()).toBe(0);
      expect(await page.title()).not.toContain('taken over');
    });

    it('finds the statement of a quote that is clicked', async () => {
      await paste();
      const mark = page.locator('mark[data-quotes]').last();
      await mark.click();
      const n = (await mark.getAttribute('data-quotes'))?.split(' ')[0];
      expect(await page.locator('.statement.is-active').getAttribute('data-n')).toBe(n);
    });

    it('is walked through by keyboard, both ways', async () => {
      await paste();
      await page.keyboard.press('j');
      expect(await page.locator('.statement.is-active').getAttribute('data-n')).toBe('0');
      await page.keyboard.press('j');
      expect(await page.locator('.statement.is-active').getAttribute('data-n')).toBe('1');
      await page.keyboard.press('k');
      expect(await page.locator('.statement.is-active').getAttribute('data-n')).toBe('0');
      await page.keyboard.press('Enter');
      expect(await page.locator('mark.is-active').first().isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await page.locator('.statement.is-active').count()).toBe(0);
      await page.keyboard.press('n');
      const first = await page.locator('mark.is-active').first().getAttribute('data-at');
      expect(first).toBe(await page.locator('mark[data-quotes]').first().getAttribute('data-at'));
      expect(await page.locator('.statement.is-active').count()).toBe(1);
    });

    it('says "quote not found" where cited words are not in it, and marks nothing in their stead', async () => {
      await paste();
      await page.goto(`${new URL(page.url()).pathname}?at=90000-90010`);
      await page.getByText('Quote not found.').waitFor();
      expect(await page.locator('mark.is-cited').count()).toBe(0);
    });

    it('is refused by name when it cannot be read, and the other files go on', async () => {
      await page.goto('/reports');
      await page.locator('main input[type=file]').setInputFiles([
        { name: 'noise.txt', mimeType: 'text/plain', buffer: Buffer.from([0, 1, 2, 0, 255, 254, 0, 3, 0, 9]) },
        { name: 'good.txt', mimeType: 'text/plain', buffer: Buffer.from('Gunmen killed three people in Kabul.') },
      ]);
      await page.getByText('2 of 2 files read').waitFor();
      const results = page.locator('.results li');
      expect(await results.filter({ hasText: 'noise.txt' }).locator('.error').textContent()).toContain('noise.txt');
      expect(await results.filter({ hasText: 'good.txt' }).getByRole('link').count()).toBe(1);
    });

    it('asks for a text before it sends nothing', async () => {
      await page.goto('/reports');
      await page.locator('.add-report summary').click();
      await page.getByRole('button', { name: 'Read it' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('paste a report first');
    });
  });

  describe('the picture', () => {
    it('counts what it shows, in all three views', async () => {
      await page.goto('/picture');
      await page.locator('.place').first().waitFor();
      const total = await numberIn('.filters-count');
      expect(await rows()).toBe(total);
      const hint = (await page.locator('.picture-timeline .hint').textContent()) ?? '';
      const [dated = 0, undated = 0] = [...hint.matchAll(/(\d+) with/g)].map((match) => Number(match[1]));
      expect(dated + undated).toBe(total);
    });

    it('narrows the list by a place on the map, and the map keeps the others in sight', async () => {
      await page.goto('/picture');
      await page.locator('.place.is-dot').first().waitFor();
      const total = await rows();
      const places = await page.locator('.place').count();
      await page.locator('.place.is-dot').last().dispatchEvent('click');
      await page.waitForURL(/place=/);
      expect(await rows()).toBeLessThan(total);
      expect(await rows()).toBe(await numberIn('.filters-count'));
      expect(await page.locator('.place').count()).toBe(places);
      expect(await page.locator('.place.is-out').count()).toBeGreaterThan(0);
    });

    it('narrows list and map by a drag on the timeline, and the address keeps it', async () => {
      await page.goto('/picture');
      await page.locator('.timeline svg').waitFor();
      const total = await rows();
      const box = await page.locator('.timeline').boundingBox();
      if (!box) throw new Error('no timeline');
      await page.mouse.move(box.x + box.width * 0.3, box.y + 30);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.7, box.y + 30, { steps: 5 });
      await page.mouse.up();
      await page.waitForURL(/from=\d{4}-\d\d-\d\d&to=/);
      const left = await rows();
      expect(left).toBeLessThan(total);
      expect(left).toBe(await numberIn('.filters-count'));
      expect(await page.locator('.place.is-out').count()).toBe(0);
      await page.reload();
      await page.locator('.filters-count').waitFor();
      expect(await rows()).toBe(left);
      await page.getByRole('button', { name: 'Clear all' }).click();
      expect(await rows()).toBe(total);
    });

    it('moves an end of the time by the arrow keys', async () => {
      await page.goto('/picture?from=2024-03-01&to=2024-03-31');
      await page.getByRole('slider', { name: 'First day' }).press('ArrowRight');
      await page.waitForURL(/from=2024-03-02/);
    });

    it('takes filters from menus, and gives each back by its chip', async () => {
      await page.goto('/picture');
      await page.locator('summary', { hasText: 'Type' }).click();
      const option = page.locator('.menu[open] .check').first();
      const expected = Number.parseInt((await option.locator('.tally').textContent()) ?? '', 10);
      await option.locator('input').check();
      expect(await rows()).toBe(expected);
      await page.keyboard.press('Escape');
      await page.locator('.chip').click();
      expect(page.url()).not.toContain('type=');
    });

    it('selects an area by a box on the map', async () => {
      await page.goto('/picture');
      await page.locator('.place').first().waitFor();
      await page.getByRole('button', { name: 'Select an area' }).click();
      const box = await page.locator('.map').boundingBox();
      if (!box) throw new Error('no map');
      await page.mouse.move(box.x + 5, box.y + 5);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width - 5, box.y + box.height - 5, { steps: 5 });
      await page.mouse.up();
      await page.waitForURL(/area=/);
      const drawn = await page.locator('.place:not(.is-out)').count();
      expect(drawn).toBeGreaterThan(0);
      expect(await rows()).toBe(await numberIn('.filters-count'));
    });

    it('is narrowed by a group and by a relation of the network, in the map and the timeline too, and back', async () => {
      await page.goto('/network');
      await page.locator('.graph .node').first().waitFor();
      const total = await rows();
      const { items } = (await (await page.request.get('/api/incidents?limit=1000&group=isis-k')).json()) as Listed;
      await page.getByRole('button', { name: /^ISIS-K, \d/ }).press('Enter');
      await page.waitForURL(/group=isis-k/);
      expect(await rows()).toBe(items.length);
      await page.getByRole('link', { name: 'Map', exact: true }).click();
      await page.waitForURL(/\/picture\?group=isis-k/);
      await page.locator('.place').first().waitFor();
      expect(await page.locator('.filters-count').textContent()).toBe(`${items.length} of ${total} incidents`);
      expect(await page.locator('.picture-timeline .hint').textContent()).toContain(
        `${items.filter(({ date }) => date).length} with a date`,
      );
      await page.getByRole('link', { name: 'Network', exact: true }).last().click();
      await page.waitForURL(/\/network\?group=isis-k/);
      await page.getByRole('button', { name: /^ISIS-K is a branch of Islamic State/ }).dispatchEvent('click');
      await page.waitForURL(/group=isis,isis-k|group=isis-k,isis/);
      expect(await rows()).toBeGreaterThan(items.length);
      expect(await page.locator('.edge-evidence .quote').count()).toBeGreaterThan(1);
      await page.getByRole('button', { name: 'Clear all' }).click();
      expect(await rows()).toBe(total);
    });

    it('never draws a point for a country', async () => {
      await page.goto('/picture');
      const added = await page.evaluate(async (text) => {
        const headers = { 'content-type': 'application/json' };
        return (await fetch('/api/reports', { method: 'POST', headers, body: JSON.stringify({ text }) })).status;
      }, 'A car bomb killed seven people in Somalia on 3 May 2023, police said.');
      expect(added).toBe(201);
      await page.reload();
      await page.locator('.country.is-shaded').first().waitFor();
      const answer = await page.request.get('/api/incidents?limit=1000');
      const { items } = (await answer.json()) as { items: { place: { id: string; precision: string } | null }[] };
      const points = new Set(
        items.flatMap(({ place }) => (place && ['site', 'city'].includes(place.precision) ? [place.id] : [])),
      );
      expect(await page.locator('.place.is-dot').count()).toBeLessThanOrEqual(points.size);
    });
  });

  describe('an incident', () => {
    const open = async () => {
      await page.goto('/picture?sort=reports');
      await page.locator('.incidents-table .wide a').first().click();
      await page.locator('.incident-page').waitFor();
    };

    it('leads from each quote to its exact place in the report', async () => {
      await open();
      const quote = page.locator('.said-table .quote').first();
      const words = (await quote.locator('q').textContent()) ?? '';
      await quote.click();
      await page.locator('mark.is-cited').first().waitFor();
      const cited = (await page.locator('mark.is-cited').allTextContents()).join('');
      expect(cited.replace(/\s+/g, '')).toBe(words.replace(/\s+/g, ''));
      expect(await page.locator('.statement.is-active').count()).toBe(1);
    });

    it('numbers its sources, and a number of a value leads in one click to the sentence, and back', async () => {
      await open();
      const { pathname } = new URL(page.url());
      const numbers = page.locator('.held .is-harm sup a:visible');
      const [number, href] = [await numbers.first().textContent(), await numbers.first().getAttribute('href')];
      expect(await page.locator(`#source-${number} a.quote`).getAttribute('href')).toBe(href);
      const words = await page.locator(`#source-${number} q`).textContent();
      await numbers.first().click();
      await page.locator('mark.is-cited').first().waitFor();
      const cited = (await page.locator('mark.is-cited').allTextContents()).join('');
      expect(cited.replace(/\s+/g, '')).toBe(words?.replace(/\s+/g, ''));
      await page.getByRole('link', { name: 'All that is said of it' }).first().click();
      await page.waitForURL(`**${pathname}`);
    });

    it('shows from a list in one click the sentence that gives a toll', async () => {
      await page.goto('/picture?sort=killed');
      await page.locator('.said-value.is-killed').first().click();
      const quote = page.locator('.said-sentences:popover-open .quote').first();
      const words = await quote.locator('q').textContent();
      expect(words).toMatch(/kill|dead|died|toll/i);
      await quote.click();
      await page.locator('mark.is-cited').first().waitFor();
      await page.goBack();
      await page.locator('.said-value.is-killed').first().waitFor();
    });

    it('parts a statement with a reason, and undoes it exactly', async () => {
      await open();
      const { pathname } = new URL(page.url());
      const before = await (await page.request.get(`/api${pathname}`)).text();
      const members = await page.locator('.member').count();
      expect(members).toBeGreaterThan(1);
      const last = page.locator('.member').last();
      await last.getByRole('button', { name: 'Not the same' }).click();
      const form = page.locator('.decide');
      await form.getByRole('button', { name: 'Not the same' }).click();
      expect(await form.getByRole('alert').textContent()).toContain('reason');
      await form.getByLabel('Why is it another incident?').fill('Another day');
      await form.getByRole('button', { name: 'Not the same' }).click();
      await form.waitFor({ state: 'detached' });
      await page.goto('/decisions');
      await page.getByText('Another day').waitFor();
      await page.getByRole('button', { name: 'Undo' }).first().click();
      await page.getByText('undone by').first().waitFor();
      expect(await (await page.request.get(`/api${pathname}`)).text()).toBe(before);
    });

    it('says plainly that it does not exist', async () => {
      await page.goto('/incidents/none');
      await page.getByRole('heading', { name: 'There is no such incident.' }).waitFor();
    });
  });

  it('shows a group with its names, incidents and quotes', async () => {
    await page.goto('/groups');
    await page.locator('.groups-table .wide a').first().click();
    await page.locator('.group-page h1').waitFor();
    expect(await page.locator('.group-page .line .quote').count()).toBeGreaterThan(0);
    await page.locator('.group-page .line .quote').first().click();
    await page.locator('mark.is-cited').first().waitFor();
  });

  it('shows its keys while ? is held, and keeps them when it is pressed', async () => {
    await page.goto('/picture');
    await page.locator('.incidents-table').waitFor();
    // Both in one go: on a busy machine a press through the debugger may last as long as a hold.
    await page.evaluate(`for (const kind of ['keydown', 'keyup'])
      document.body.dispatchEvent(new KeyboardEvent(kind, { key: '?', bubbles: true, cancelable: true }))`);
    expect(await page.getByRole('dialog', { name: 'Keys' }).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.down('?');
    expect(await page.getByRole('dialog', { name: 'Keys' }).isVisible()).toBe(true);
    await page.waitForTimeout(500);
    await page.keyboard.up('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
  });

  it('keeps the theme that was chosen', async () => {
    await page.goto('/reports');
    await page.getByLabel('Theme').selectOption('contrast-dark');
    await page.reload();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('contrast-dark');
  });
});
