/** The whole way on the samples, in the browser and with real receivers: from a proposal to what came of the warning. */
import { createECDH, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signatureOf } from '../../src/delivery/webhook.js';
import { readCap } from '../../src/exchange/cap/read.js';
import { judgeSignature } from '../../src/exchange/cap/xml-signature.js';
import { httpReceiver, mailReceiver, until } from '../delivery/receivers.js';
import { axeFaults, type Desk, hasChromium, launch, openPage, sayWhenSkipped, startDesk } from './desk.js';

sayWhenSkipped();

const PASSWORD = 'correct horse battery staple';

describe.skipIf(!hasChromium)('the duty to warn', () => {
  let desk: Desk;
  let browser: Browser;
  let mail: Awaited<ReturnType<typeof mailReceiver>>;
  let hook: Awaited<ReturnType<typeof httpReceiver>>;
  let push: Awaited<ReturnType<typeof httpReceiver>>;
  let ann: Page;
  let ben: Page;
  let secret = '';
  const faults: string[][] = [];

  beforeAll(async () => {
    [mail, hook, push, browser] = await Promise.all([mailReceiver(), httpReceiver(), httpReceiver(), launch()]);
    desk = await startDesk({
      TOCSIN_KEY: randomBytes(32).toString('base64'),
      TOCSIN_SMTP: mail.smtp,
      TOCSIN_FROM: '"Harbour desk" <desk@example.org>',
      TOCSIN_ALLOW_HOSTS: '127.0.0.1',
    });
    for (const set of [(page: Page) => (ann = page), (page: Page) => (ben = page)]) {
      const watched = await openPage(browser, desk);
      set(watched.page);
      faults.push(watched.faults);
    }
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
    await Promise.all([mail?.close(), hook?.close(), push?.close()]);
    expect(faults.flat()).toEqual([]);
  });

  /** Chooses a step, fills in what it needs, and takes it. */
  async function take(page: Page, step: string, fields: Record<string, string> = {}): Promise<void> {
    await page.getByRole('button', { name: step, exact: true }).click();
    for (const [id, value] of Object.entries(fields)) {
      const field = page.locator(`#${id}`);
      if (id.startsWith('step-')) await field.selectOption(value);
      else await field.fill(value);
    }
    await page.getByRole('button', { name: `${step}: confirm` }).click();
  }
  const state = async (page: Page, words: string) => {
    await page.reload();
    await page.locator('.case-state', { hasText: words }).waitFor();
  };
  const caps = () => hook.got.map(({ body }) => (JSON.parse(body.toString()) as { data: { cap: string } }).data.cap);
  const kinds = () => caps().map((cap) => readCap(Buffer.from(cap)).message?.msgType);

  it('gives two people accounts and takes recipients', async () => {
    await ann.goto('/people');
    await ann.getByLabel('Name').fill('Ann');
    await ann.getByLabel('Password').fill(PASSWORD);
    await ann.getByRole('button', { name: 'Make the first account' }).click();
    await ann.getByRole('button', { name: 'Sign out' }).waitFor();
    await ann.goto('/people');
    await ann.locator('#invite-name').fill('Ben');
    for (const role of ['analyst', 'approver', 'releaser'])
      await ann.locator(`input[name=role][value=${role}]`).check();
    await ann.getByRole('button', { name: 'Make a link' }).click();
    const link = await ann.locator('.link-once').textContent();
    await ben.goto(new URL(link ?? '').pathname + new URL(link ?? '').hash);
    await ben.getByLabel('Password').fill(PASSWORD);
    await ben.getByRole('button', { name: 'Make my account' }).click();
    await ben.getByRole('link', { name: 'Ben' }).waitFor();

    await ann.goto('/recipients');
    const add = async (name: string, audience: string, field: string, address: string) => {
      await ann.locator('#recipient-name').fill(name);
      await ann.locator('#recipient-audience').selectOption(audience);
      for (const each of ['email', 'webhook'])
        await ann.locator(`#recipient-${each}`).fill(each === field ? address : '');
      await ann.getByRole('button', { name: 'Add the recipient' }).click();
      await ann.getByRole('rowheader', { name }).waitFor();
    };
    await add('Guards', 'protectors', 'webhook', `${hook.url}/guards`);
    secret = (await ann.locator('.link-once').textContent()) ?? '';
    await add('Choir', 'at-risk', 'email', 'choir@example.org');
    expect(secret).toMatch(/^whsec_/);
    await ann.setViewportSize({ width: 320, height: 860 });
    expect(await axeFaults(ann)).toEqual([]);
    await ann.setViewportSize({ width: 1280, height: 860 });
  });

  // What a browser that has subscribed is to its push service: where it takes pushes, and the keys to open them.
  const keys = createECDH('prime256v1');
  keys.generateKeys();
  const auth = randomBytes(16).toString('base64url');
  const p256dh = keys.getPublicKey('base64url');
  let phone: Page;
  let registration: string;

  it('lets a recipient have their browser called, by their own link', async () => {
    const row = ann.getByRole('row', { name: /Choir/ });
    await row.getByRole('button', { name: 'Link for a browser' }).click();
    const link = await ann.locator('[role=status] .link-once').textContent();
    const opened = await openPage(browser, desk, { permissions: ['notifications'] });
    phone = opened.page;
    const cdp = await phone.context().newCDPSession(phone);
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      registration = registrations[0]?.registrationId ?? registration;
    });
    await cdp.send('ServiceWorker.enable');
    await phone.goto(link ?? '');
    await phone.getByText('Warnings do not come to this browser yet.').waitFor();
    expect(await axeFaults(phone)).toEqual([]);
    // Without a network there is no push service: the browser says so, and so does the page.
    await phone.getByRole('button', { name: 'Warn me on this browser' }).click();
    await phone.getByText('It did not work').waitFor();
    // The browser's own service is out of reach; one on this machine takes its place, and all else is real.
    await phone.evaluate(`{
      const subscription = {
        endpoint: '${push.url}/choir',
        toJSON: () => ({ endpoint: '${push.url}/choir', expirationTime: null, keys: ${JSON.stringify({ p256dh, auth })} }),
        unsubscribe: async () => true,
      };
      PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
        if (atob(applicationServerKey.replaceAll('-', '+').replaceAll('_', '/')).length !== 65) throw new Error('no key');
        return subscription;
      };
      PushManager.prototype.getSubscription = async () => subscription;
    }`);
    await phone.getByRole('button', { name: 'Warn me on this browser' }).click();
    await phone.getByText('Warnings come to this browser.').waitFor();
    await ann.reload();
    expect(await row.textContent()).toContain('web push, then e-mail');
  });

  it('goes from the machine’s proposal to a draft that the tear-line stops', async () => {
    await ann.goto('/cases');
    await ann
      .getByRole('link', { name: /^Warning .*Moscow/ })
      .first()
      .click();
    await ann.getByRole('heading', { name: 'Threshold' }).waitFor();
    expect(await ann.locator('.tests dt').allTextContents()).toContainEqual(expect.stringMatching(/Impending: yes/));
    await take(ann, 'The duty attaches', { why: 'all tests are met', 'step-likelihood': 'likely' });
    await ann.locator('#m0-authority').waitFor();
    expect(await ann.locator('.draft legend').allTextContents()).toHaveLength(5);
    await ann.locator('#new-language').fill('fr');
    await ann.getByRole('button', { name: 'Add the language' }).click();
    await ann.locator('#m5-headline').waitFor();
    expect(await ann.locator('#m5-headline').inputValue()).toMatch(/^Alerte : évitez/);
    const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 16);
    await ann.locator('#tlp').selectOption('TLP:CLEAR');
    await ann.locator('#valid-until').fill(later(48));
    await ann.locator('#threat-until').fill(later(72));
    for (const index of [0, 1, 2, 3, 4, 5]) {
      await ann
        .locator(`#m${index}-authority`)
        .fill(index === 2 ? 'The security desk, after the Meridian Wire.' : 'The security desk.');
      await ann.locator(`#m${index}-contact`).fill('Duty phone, day and night.');
      await ann.locator(`#m${index}-when`).fill('In the next two days.');
    }
    // As long as it may be: it has to print on one sheet all the same.
    for (const [slot, length] of [
      ['what', 2000],
      ['action', 2000],
      ...(['where', 'when', 'authority', 'contact'] as const).map((slot) => [slot, 500] as const),
    ] as const)
      await ann.locator(`#m5-${slot}`).fill('Une attaque. '.repeat(200).slice(0, length).trim());
    for (const name of ['Guards', 'Choir']) await ann.getByRole('checkbox', { name }).check();
    await ann.getByRole('button', { name: 'Save the wording' }).click();
    await ann.locator('.tear-line').waitFor();
    expect(await ann.locator('.tear-line').textContent()).toContain('Meridian Wire');
    for (const width of [320, 1440]) {
      await ann.setViewportSize({ width, height: 860 });
      expect(await axeFaults(ann), `a draft, ${width} wide`).toEqual([]);
    }
    await take(ann, 'Submit for approval');
    await state(ann, 'waits for approval');
    expect(await ann.getByRole('button', { name: 'Approve', exact: true }).isDisabled()).toBe(true);
    expect(await ann.locator('.steps').textContent()).toContain('needs another person');
  });

  it('is approved and released by another, once nothing gives away a source', async () => {
    await ben.goto(new URL(ann.url()).pathname);
    await take(ben, 'Approve');
    await state(ben, 'approved, not out');
    await take(ben, 'Release');
    await ben.locator('[role=alert]', { hasText: 'Below the tear-line' }).waitFor();
    expect(hook.got).toEqual([]);
    await take(ben, 'Return to drafting', { why: 'do not name the wire' });
    await state(ann, 'being drafted');
    await ann.locator('#m2-authority').fill('The security desk.');
    await ann.getByRole('button', { name: 'Save the wording' }).click();
    await ann.locator('.tear-line').waitFor({ state: 'detached' });
    await release();
  });

  async function release(): Promise<void> {
    await take(ann, 'Submit for approval');
    await state(ben, 'waits for approval');
    await take(ben, 'Approve');
    await state(ben, 'approved, not out');
    await take(ben, 'Release');
  }

  it('reaches real receivers, signed, and the feeds', async () => {
    await until(() => hook.got.length === 1 && mail.got.length === 1);
    const { headers, body } = hook.got[0]!;
    const at = new Date(Number(headers['webhook-timestamp']) * 1000);
    const { 'webhook-signature': wanted } = signatureOf(String(headers['webhook-id']), at, body.toString(), secret);
    expect(headers['webhook-signature']).toBe(wanted);
    expect(judgeSignature(Buffer.from(caps()[0]!)).kind).toBe('valid');
    expect(kinds()).toEqual(['Alert']);
    expect(readCap(Buffer.from(caps()[0]!)).message?.info.map(({ language }) => language)).toEqual(['en', 'fr']);
    expect(mail.got[0]).toMatchObject({
      to: ['choir@example.org'],
      mail: expect.stringContaining('application/cap+xml'),
    });
    const feed = await (await fetch(`${desk.url}/public/feed.json`)).json();
    expect((feed as { items: unknown[] }).items).toHaveLength(1);
    expect(await (await fetch(`${desk.url}/public/cap.atom`)).text()).toContain('application/cap+xml');
  });

  it('is shown by the service worker of the browser that was let in, and opens where it is acknowledged', async () => {
    await until(() => push.got.length === 1);
    const ece = createRequire(import.meta.url)('http_ece');
    const { headers, body } = push.got[0]!;
    expect(headers.authorization).toMatch(/^vapid t=/);
    const data = String(ece.decrypt(body, { version: 'aes128gcm', privateKey: keys, authSecret: auth }));
    const cdp = await phone.context().newCDPSession(phone);
    await cdp.send('ServiceWorker.enable');
    await cdp.send('ServiceWorker.deliverPushMessage', { origin: desk.url, registrationId: registration, data });
    const shown = () =>
      phone.evaluate<{ title: string; body: string; url: string }[]>(
        `navigator.serviceWorker.ready.then((registered) => registered.getNotifications()).then((all) =>
          all.map(({ title, body, data }) => ({ title, body, url: data.url })))`,
      );
    await until(async () => (await shown()).length === 1);
    const [note] = await shown();
    expect(note?.title).toMatch(/^Stay away from/);
    await phone.goto(note?.url ?? '');
    await phone.getByRole('button', { name: 'I have read this warning' }).waitFor();
    expect(await axeFaults(phone)).toEqual([]);
    await phone.context().close();
  });

  it('has a public page in each language that needs no script and prints on one sheet', async () => {
    const { items } = (await (await fetch(`${desk.url}/public/feed.json`)).json()) as { items: { url: string }[] };
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [320, 1440]) {
        const { page } = await openPage(browser, desk, {
          colorScheme,
          viewport: { width, height: 860 },
          bypassCSP: true,
        });
        for (const path of ['/public', `${items[0]!.url}?language=en`, `${items[0]!.url}?language=fr`]) {
          await page.goto(path);
          expect(await axeFaults(page), `${path} ${colorScheme} ${width}`).toEqual([]);
        }
        await page.context().close();
      }
    const { page } = await openPage(browser, desk, { javaScriptEnabled: false, locale: 'fr-FR' });
    await page.goto(items[0]!.url);
    expect(await page.locator('[role=status]').textContent()).toContain('Cette alerte est en vigueur.');
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByText('This warning is in force.').waitFor();
    await page.context().close();
  });

  it('is acknowledged by a named person, not by who only opens the link', async () => {
    const { data } = JSON.parse(hook.got[0]!.body.toString()) as { data: { acknowledge: string; warning: string } };
    const standing = async () => {
      const answer = await ann.evaluate(
        async (path) => (await fetch(path)).json(),
        `/api/warnings/${data.warning}/deliveries`,
      );
      return (answer as { items: { recipient: { name: string }; acknowledgedBy: string | null }[] }).items.find(
        ({ recipient }) => recipient.name === 'Guards',
      );
    };
    const { page } = await openPage(browser, desk, { javaScriptEnabled: false });
    await page.goto(data.acknowledge);
    expect((await standing())?.acknowledgedBy).toBeNull();
    await page.locator('input[name=name]').fill('Captain Okoye');
    await page.locator('form button').first().click();
    expect(await standing()).toMatchObject({ acknowledgedBy: 'Captain Okoye' });
    await page.context().close();
  });

  it('is updated and cancelled the same way, and a Cancel is a Cancel', async () => {
    await state(ann, 'out');
    await take(ann, 'Update or cancel', { why: 'the place is clearer', 'step-kind': 'Update' });
    await ann.locator('#m2-where').fill('The concert halls of the city.');
    await ann.getByRole('button', { name: 'Save the wording' }).click();
    await ann.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
    await release();
    await until(() => hook.got.length === 2);
    await state(ann, 'out');
    await take(ann, 'Update or cancel', { why: 'the plotters are in custody', 'step-kind': 'Cancel' });
    await ann.locator('#m0-headline').waitFor();
    await release();
    await until(() => hook.got.length === 3);
    expect(kinds()).toEqual(['Alert', 'Update', 'Cancel']);
    const messages = caps().map((cap) => readCap(Buffer.from(cap)).message!);
    expect(messages[2]!.references.map(({ identifier }) => identifier)).toContain(messages[1]!.identifier);
    await state(ann, 'cancelled');
    const { page } = await openPage(browser, desk, { javaScriptEnabled: false, locale: 'fr-FR' });
    await page.goto('/public');
    expect(await page.locator('li').allTextContents()).toEqual(
      Array(3).fill(expect.stringContaining('ANNULÉE. Cette alerte n’est plus valable.')),
    );
    await page.getByRole('link', { name: /^Annulée/ }).click();
    expect(await page.locator('[role=status]').textContent()).toContain('ANNULÉE');
    expect((await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(
      1,
    );
    await page.context().close();
  });

  it('is looked back at, and its record is whole', async () => {
    await take(ann, 'Close', { why: 'the plot was stopped', 'step-outcome': 'thwarted' });
    await state(ann, 'closed');
    const steps = await ann.locator('.record li strong').allTextContents();
    expect(steps.slice(0, 4)).toEqual(['Opened', 'The duty attaches', 'Wording saved', 'Submit for approval']);
    await ann.goto('/look-back');
    await ann.getByRole('heading', { name: 'This desk’s warnings' }).waitFor();
    expect(await ann.locator('tbody tr').first().textContent()).toMatch(/Moscow/);
    const others = await ann.locator('section').last().textContent();
    expect(others).toMatch(/Moscow.*occurred after the window.*15 \(13 after the window\)/);
  });
});
