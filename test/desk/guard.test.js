import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OWN, openDesk, post, TOKEN } from './desk.js';

let desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
const report = { text: 'A bomb exploded in Kabul on Monday, killing 12 people.' };
async function expectProblem(response, status, words) {
  const body = await response.json();
  expect(body).toEqual({ ok: false, error: expect.stringMatching(words), status });
  expect(response.status).toBe(status);
}
describe('the address asked', () => {
  it.each(['http://127.0.0.1:4780', 'http://localhost:4780', 'http://[::1]:4780', 'http://LOCALHOST'])(
    'answers to %s',
    async (base) => {
      expect((await desk.raw(`${base}/api/status`)).status).toBe(200);
    },
  );
  it.each([
    'http://evil.example',
    'http://127.0.0.1.evil.example:4780',
    'http://localhost.evil.example',
    'http://10.0.0.1',
    'http://0.0.0.0:4780',
  ])('refuses %s: a name that was pointed at this machine', async (base) =>
    expectProblem(await desk.raw(`${base}/api/status`), 421, /127\.0\.0\.1/),
  );
  it('refuses a Host header that is not of this machine, whatever the address', async () => {
    await expectProblem(
      await desk.raw('http://127.0.0.1/api/status', { headers: { host: 'evil.example' } }),
      421,
      /answers only/,
    );
  });
  it('guards the pages as well', async () => {
    await expectProblem(await desk.raw('http://evil.example/'), 421, /answers only/);
  });
});
describe('who asks', () => {
  const send = (headers) => {
    const init = post(report);
    return desk.raw('http://127.0.0.1:4780/api/reports', {
      ...init,
      headers: { ...init.headers, ...headers },
    });
  };
  it.each([
    ['an own page', { origin: 'http://127.0.0.1:4780' }],
    ['an own page that says so twice', { origin: 'http://127.0.0.1:4780', 'sec-fetch-site': 'same-origin' }],
    ['a program with the token', { authorization: `Bearer ${TOKEN}` }],
  ])('lets %s change something', async (_who, headers) => {
    expect((await send(headers)).ok).toBe(true);
  });
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:8080' }],
    ['a sandboxed page', { origin: 'null' }],
    ['another site that hides its name', { 'sec-fetch-site': 'cross-site' }],
    ['a site beside this one', { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:4780' }],
    ['nobody known', {}],
    ['a program with a wrong token', { authorization: 'Bearer wrong' }],
    ['a program with the token in another scheme', { authorization: TOKEN }],
  ])('refuses %s', async (_who, headers) => {
    await expectProblem(await send(headers), 403, /another site|token/i);
  });
  it('does not let another site embed or read what is here, but lets a link open the page', async () => {
    const foreign = { 'sec-fetch-site': 'cross-site' };
    await expectProblem(
      await desk.raw(`${OWN.origin}/api/status`, { headers: { ...foreign, 'sec-fetch-mode': 'no-cors' } }),
      403,
      /Another site/,
    );
    const page = await desk.raw(`${OWN.origin}/incidents`, { headers: { ...foreign, 'sec-fetch-mode': 'navigate' } });
    expect(page.status).toBe(200);
    const backup = await desk.raw(`${OWN.origin}/api/backup`, {
      headers: { ...foreign, 'sec-fetch-mode': 'navigate' },
    });
    await expectProblem(backup, 403, /Another site/);
  });
  it('gives no cross-origin permission', async () => {
    const response = await desk.raw(`${OWN.origin}/api/status`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.status).toBe(403);
  });
});
describe('headers', () => {
  it.each(['/', '/api/status', '/api/nothing', '/assets/main-abc123.js'])('of %s', async (path) => {
    const { headers } = await desk.ask(path);
    const csp = headers.get('content-security-policy') ?? '';
    expect(csp).toMatch(/default-src 'none'/);
    expect(csp).toMatch(/script-src 'self'(;|$)/);
    expect(csp).toMatch(/frame-ancestors 'none'/);
    expect(csp).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});
describe('pages', () => {
  it('serves index.html for every address of the pages, never kept without asking', async () => {
    for (const path of ['/', '/incidents', '/reports/sha256%3Aabc%23i1', '/places/region%3ARU.48']) {
      const response = await desk.ask(path);
      expect(response.headers.get('content-type')).toMatch(/^text\/html/);
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('<title>Tocsin</title>');
    }
  });
  it('lets hashed assets be kept for good', async () => {
    const response = await desk.ask('/assets/main-abc123.js');
    expect(response.headers.get('content-type')).toMatch(/javascript/);
    expect(response.headers.get('cache-control')).toContain('immutable');
  });
  it('says no to an asset that is not there', async () => {
    const response = await desk.ask('/assets/old-abc.js');
    await expectProblem(response, 404, /no such file/);
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });
  it.each(['/assets/..%2f..%2fdata', '/assets/%2e%2e/%2e%2e/data/holder.json', '/..%5cdata'])(
    'does not leave its folder for %s',
    async (path) => {
      expect(await (await desk.ask(path)).text()).not.toContain('pid');
    },
  );
  it('says how to build them where they are missing', async () => {
    const { pages } = await import('../../src/desk/pages.js');
    await expectProblem(await pages('/nonexistent').request('/'), 503, /npm run build/);
  });
});
