/** What people outside see: public warnings, feeds, and the page that a recipient's link opens. */
import { existsSync, readFileSync } from 'node:fs';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acknowledgeUrl } from '../../src/delivery/links.js';
import { readCap } from '../../src/exchange/cap/read.js';
import { judgeSignature } from '../../src/exchange/cap/xml-signature.js';
import { auditOf } from '../../src/store/audit/audit.js';
import { deskKey } from '../../src/store/delivery/seal.js';
import { add, content, follow, KEY, type Out, recipient, release, TEST_KEY } from '../delivery/warned.js';
import { OWN, openDesk, type TestDesk, TOKEN } from './desk.js';

let desk: TestDesk;
let out: Out;
let green: Out;
let before: string | undefined;
beforeAll(async () => {
  before = process.env.TOCSIN_KEY;
  process.env.TOCSIN_KEY = KEY;
  desk = await openDesk();
  const ids = await add(
    desk.store,
    recipient({ kind: 'email', email: 'a@example.org' }),
    recipient({ kind: 'email', email: 'b@example.org' }),
  );
  out = await release(desk.store, ids);
  green = await release(desk.store, [], content({ tlp: 'TLP:GREEN' }));
});
afterAll(async () => {
  if (before === undefined) delete process.env.TOCSIN_KEY;
  else process.env.TOCSIN_KEY = before;
  await desk.close();
});
/** Asks as somebody outside, sent by another site. */
const outside = (path: string, init: RequestInit = {}) =>
  desk.raw(`${OWN.origin}${path}`, {
    ...init,
    headers: { 'sec-fetch-site': 'cross-site', ...(init.headers as object) },
  });
const text = async (path: string, init?: RequestInit) => (await outside(path, init)).text();

describe('a public warning', () => {
  it('has a page that needs no script, with every word escaped, in the language asked for', async () => {
    const page = await text(`/public/warnings/${out.warning}`);
    expect(page).toContain('This warning is in force.');
    expect(page).toContain('An attack on the match is &lt;likely&gt; &amp; &quot;soon&quot;.');
    expect(page).not.toMatch(/<script|<img|style=/);
    expect(page).toContain('rel="alternate" type="application/atom+xml"');
    expect(await text(`/public/warnings/${out.warning}?language=fr-CA`)).toContain('N’allez pas au stade ce soir');
  });

  it('is shown only where it is for everybody', async () => {
    expect((await outside(`/public/warnings/${green.warning}`)).status).toBe(404);
    expect((await outside('/public/warnings/nothing')).status).toBe(404);
    expect((await outside(`/public/cap/${green.warning}.xml`)).status).toBe(404);
    for (const path of ['/public', '/public/feed.atom', '/public/feed.json', '/public/cap.atom'])
      expect(await text(path)).not.toContain(green.warning);
  });

  it('stands in feeds that need not be fetched twice', async () => {
    for (const [path, type] of [
      ['/public/feed.atom', 'application/atom+xml'],
      ['/public/cap.atom', 'application/atom+xml'],
      ['/public/feed.json', 'application/feed+json'],
    ] as const) {
      const first = await outside(path);
      expect(first.headers.get('content-type')).toContain(type);
      expect(await first.text()).toContain(out.warning);
      const etag = first.headers.get('etag') ?? '';
      const again = await outside(path, { headers: { 'if-none-match': etag } });
      expect([etag.length > 2, again.status, await again.text()]).toEqual([true, 304, '']);
    }
    const feed = JSON.parse(await text('/public/feed.json'));
    expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', items: [{ tags: ['Alert'] }] });
    expect(await text('/public/cap.atom')).toContain(`type="application/cap+xml" href="${OWN.origin}/public/cap/`);
  });

  it.skipIf(!existsSync('../shared/data/cap/schema/atom.xsd'))(
    'the Atom feeds hold to the schema of Atom',
    async () => {
      using schema = XmlDocument.fromString(
        readFileSync('../shared/data/cap/schema/atom.xsd', 'utf8').replace(/<xs:import[^>]*xml\.xsd"[^>]*\/>/, '$&'),
        { url: `file://${process.cwd()}/../shared/data/cap/schema/atom.xsd` },
      );
      using validator = XsdValidator.fromDoc(schema);
      for (const path of ['/public/feed.atom', '/public/cap.atom']) {
        using document = XmlDocument.fromString((await text(path)).replaceAll(/ xml:lang="[^"]*"/g, ''));
        expect(() => validator.validate(document)).not.toThrow();
      }
    },
  );

  it('is there as signed CAP, the same each time', async () => {
    const answer = await outside(`/public/cap/${out.warning}.xml`);
    expect(answer.headers.get('content-type')).toBe('application/cap+xml');
    const xml = await answer.text();
    expect(readCap(Buffer.from(xml)).message).toMatchObject({ msgType: 'Alert', scope: 'Public' });
    expect(judgeSignature(Buffer.from(xml)).kind).toBe('valid');
    expect(await text(`/public/cap/${out.warning}.xml`)).toBe(xml);
  });

  it('says first that it is expired, replaced or cancelled', async () => {
    await follow(desk.store, out, 'Update');
    expect(await text(`/public/warnings/${out.warning}`)).toContain('REPLACED by a newer warning.');
    const cancel = await follow(desk.store, out, 'Cancel');
    expect(await text(`/public/warnings/${out.warning}`)).toContain('CANCELLED. This warning no longer holds.');
    expect(await text(`/public/warnings/${cancel}`)).toContain('Cancelled: Stay away from the stadium tonight');
    const { message } = readCap(Buffer.from(await text(`/public/cap/${cancel}.xml`)));
    expect(message).toMatchObject({ msgType: 'Cancel' });
    expect(message?.references.map(({ identifier }) => identifier)[0]).toBe(`${out.warning}.public`);
    expect(message?.references.length).toBe(2);

    const short = await release(desk.store, [], content(), 0.001);
    await new Promise((resolve) => setTimeout(resolve, 3700));
    expect(await text(`/public/warnings/${short.warning}`)).toContain('EXPIRED. This warning is no longer valid.');
  });
});

describe('the link of a recipient', () => {
  const delivery = async (at: number) =>
    (await desk.store.db.selectFrom('delivery').selectAll().where('warning', '=', out.warning).orderBy('id').execute())[
      at
    ]!;
  const link = (id: string, key = TEST_KEY) => new URL(acknowledgeUrl(OWN.origin, key, id)).pathname;
  const form = (fields: Record<string, string>): RequestInit => ({
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' },
  });

  it('opens a page and acknowledges nothing, however often a scanner opens it', async () => {
    const { id } = await delivery(0);
    for (let i = 0; i < 3; i++) expect(await text(link(id))).toContain('I have read this warning');
    await outside(link(id), { method: 'HEAD' });
    expect(await delivery(0)).toMatchObject({ acknowledged_at: null, state: 'waiting', opened_at: expect.any(Date) });
    expect((await delivery(1)).opened_at).toBeNull();
  });

  it('acknowledges in a person’s name, once; then says what was done, once', async () => {
    const { id } = await delivery(0);
    expect((await outside(link(id), form({ name: '  ' }))).status).toBe(400);
    expect((await outside(`${link(id)}/acted`, form({ what: 'too early' }))).status).toBe(303);
    expect((await delivery(0)).acted_at).toBeNull();
    expect((await outside(link(id), form({ name: 'Ann <b>' }))).status).toBe(303);
    await outside(link(id), form({ name: 'Somebody else' }));
    expect(await text(link(id))).toContain('Confirmed by Ann &lt;b&gt;, ');
    await outside(`${link(id)}/acted`, form({ what: 'Gates closed' }));
    await outside(`${link(id)}/acted`, form({ what: 'Nothing' }));
    expect(await delivery(0)).toMatchObject({ acknowledged_by: 'Ann <b>', acted_what: 'Gates closed', next_at: null });
    expect(await delivery(1)).toMatchObject({ acknowledged_at: null, state: 'waiting' });
    const record = await auditOf(desk.store.db, `case:${out.duty}`);
    expect(record.filter(({ by }) => by.startsWith('recipient:')).map(({ action }) => action)).toEqual([
      'acknowledge',
      'act-on',
    ]);
    expect(JSON.stringify(record)).not.toContain('Ann');
  });

  it('cannot be guessed, nor be used for another', async () => {
    const [{ id }, other] = [await delivery(0), await delivery(1)];
    const signature = link(id).split('.')[1];
    for (const bad of [
      `/acknowledge/${other.id}.${signature}`,
      `/acknowledge/${other.id}.${'A'.repeat(43)}`,
      `/acknowledge/${other.id}`,
      link(other.id, deskKey('b'.repeat(64))),
      link('00000000-0000-4000-8000-000000000000'),
    ]) {
      expect((await outside(bad)).status).toBe(404);
      expect((await outside(bad, form({ name: 'Eve' }))).status).toBe(404);
    }
    expect(await delivery(1)).toMatchObject({ acknowledged_at: null, opened_at: null });
  });
});

/** What of the API's answers is looked at here. */
interface Json {
  id: string;
  error: string;
  items: { id: string; state: string }[];
}

describe('recipients over the API', () => {
  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await desk.ask(path, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, json: (await answer.json()) as Json };
  };
  const given = { name: 'Port', audience: 'at-risk', organisation: null, language: 'en' };
  const hook = { kind: 'webhook', url: 'https://hooks.example.org/in' };

  it('are added with a secret of their own, listed without addresses, changed and removed', async () => {
    const added = await send('POST', '/api/recipients', { ...given, channels: [hook] });
    expect(added).toMatchObject({
      status: 201,
      json: { channels: [{ ...hook, secret: expect.stringMatching(/^whsec_/) }] },
    });
    const { id } = added.json;
    const list = await send('GET', '/api/recipients');
    expect(list.json.items.find((each) => each.id === id)).toMatchObject({ channels: ['webhook'] });
    expect(JSON.stringify(list.json)).not.toContain('example.org');
    expect((await send('GET', `/api/recipients/${id}/channels`)).json).toEqual(added.json);
    const mail = { channels: [{ kind: 'email', email: 'port@example.org' }] };
    expect((await send('PUT', `/api/recipients/${id}/channels`, mail)).json).toEqual({ id, ...mail });
    expect((await send('DELETE', `/api/recipients/${id}`)).status).toBe(200);
    expect((await send('GET', `/api/recipients/${id}/channels`)).status).toBe(404);
    expect((await send('POST', '/api/recipients', { ...given, channels: [{ kind: 'fax' }] })).status).toBe(400);
  });

  it('and without a key the desk says how to make one, and adds nobody', async () => {
    delete process.env.TOCSIN_KEY;
    const { status, json } = await send('POST', '/api/recipients', { ...given, name: 'Nobody', channels: [hook] });
    process.env.TOCSIN_KEY = KEY;
    expect([status, json.error]).toEqual([409, expect.stringMatching(/TOCSIN_KEY is not set.*openssl/)]);
    expect(JSON.stringify((await send('GET', '/api/recipients')).json)).not.toContain('Nobody');
  });

  it('and links and signed messages say to whoever opens them that the key is missing', async () => {
    delete process.env.TOCSIN_KEY;
    const paths = ['/acknowledge/some.link', '/subscribe/some.link', `/public/cap/${out.warning}.xml`];
    const answers = await Promise.all(paths.map((path) => outside(path)));
    process.env.TOCSIN_KEY = KEY;
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
    for (const answer of answers) expect(await answer.text()).toContain('This desk has no key');
  });

  it('and how far a warning has come with each, with a way to try again', async () => {
    const { json } = await send('GET', `/api/warnings/${out.warning}/deliveries`);
    expect(json.items.map(({ state }) => state).sort()).toEqual(['accepted', 'waiting']);
    const waiting = json.items.find(({ state }) => state === 'waiting');
    const taken = json.items.find(({ state }) => state === 'accepted');
    expect(taken).toMatchObject({ acknowledgedBy: 'Ann <b>', actedWhat: 'Gates closed' });
    expect((await send('POST', `/api/deliveries/${waiting?.id}/retry`)).status).toBe(200);
    expect((await send('POST', `/api/deliveries/${taken?.id}/retry`)).status).toBe(404);
  });
});
