/** What a desk sets for itself is kept, used, and on record. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditOf } from '../../src/store/audit/audit.js';
import { LIMITS } from '../../src/warning/clocks.js';
import { TEMPLATES } from '../../src/warning/templates.js';
import { openDesk, post, type TestDesk } from './desk.js';

let desk: TestDesk;
let cookie = '';
let id = '';
beforeAll(async () => {
  desk = await openDesk();
  const made = await desk.ask('/api/accounts', post({ name: 'Ann', password: 'correct horse battery staple' }));
  cookie = (made.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  ({ id } = (await ask('POST', '/api/cases', { title: 'A rumour', why: 'by telephone' })).json as { id: string });
});
afterAll(() => desk.close());

async function ask(method: string, path: string, body?: unknown) {
  const headers = { 'content-type': 'application/json', cookie };
  const answer = await desk.ask(path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  return { status: answer.status, json: (await answer.json()) as object };
}
const wording = async (language: string) => (await ask('GET', `/api/cases/${id}/wording?language=${language}`)).json;

test('templates: edited, and put into a language of one’s own, they word the next warning', async () => {
  const people = { ...TEMPLATES.en!['at-risk'], headline: 'Our own words for {place}', contact: '+33 1 00 00 00 00' };
  const own = { en: { ...TEMPLATES.en!, 'at-risk': people }, es: { ...TEMPLATES.en!, public: people } };
  expect((await ask('PUT', '/api/settings/templates', own)).status).toBe(200);
  expect(await wording('en')).toMatchObject({
    messages: [{ headline: 'Our own words for [where]', contact: '+33 1 00 00 00 00' }, {}, {}],
  });
  expect(await wording('es')).toMatchObject({
    messages: [{}, {}, { language: 'es', headline: 'Our own words for [where]' }],
  });
  expect(await wording('fr')).toMatchObject({ messages: [{ language: 'fr' }, {}, {}] });
  const bad = { en: { ...TEMPLATES.en!, 'at-risk': { ...people, headline: 'x'.repeat(161) } } };
  expect((await ask('PUT', '/api/settings/templates', bad)).status).toBe(400);
});

test('limits: the clocks of cases go by them', async () => {
  const set = await ask('PUT', '/api/settings/limits', { ...LIMITS, decide: 5 });
  expect(set).toMatchObject({ status: 200, json: { limits: { decide: 5, release: LIMITS.release } } });
  const clocks = ((await ask('GET', `/api/cases/${id}`)).json as { clocks: { stage: string; limit: number }[] }).clocks;
  expect(clocks.find(({ stage }) => stage === 'decide')?.limit).toBe(5);
  expect((await ask('PUT', '/api/settings/limits', { ...LIMITS, decide: 0 })).status).toBe(400);
});

test('who set what is on record', async () => {
  const set = (await auditOf(desk.store.db, null)).filter(({ action }) => action === 'set');
  expect(set.map(({ subject }) => subject)).toEqual(['setting:templates', 'setting:limits']);
});
