/** Accounts through the API: a fresh desk, roles by actions over every route, sessions, tries. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { needsOf } from '../../src/desk/actions.js';
import { acceptInvitation, invite } from '../../src/store/people/people.js';
import { startSession } from '../../src/store/people/sessions.js';
import { type Action, MAY, ROLES, type Role } from '../../src/warning/people.js';
import { openDesk, post, type TestDesk } from './desk.js';

const PASSWORD = 'correct horse battery staple';
const errorOf = async (answer: Response): Promise<[number, string]> => [
  answer.status,
  ((await answer.json()) as { error: string }).error,
];
const cookieOf = (answer: Response): string => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

describe('a fresh desk', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());
  const me = async (cookie = '') => (await desk.ask('/api/me', { headers: { cookie } })).json();

  test('is open to whoever is at this machine, for reading, adding and drafting', async () => {
    expect(await me()).toMatchObject({ person: { id: 'local', roles: ['reader', 'analyst'] }, accounts: 0 });
    const opened = await desk.ask('/api/cases', post({ title: 'A rumour', why: 'by telephone' }));
    expect(opened.status).toBe(201);
    const { id } = (await opened.json()) as { id: string };
    const answers = { credible: 'yes', specific: 'yes', impending: 'yes', harm: 'yes', target: 'yes' };
    const attach = { step: 'attach', why: 'met', assessment: { answers, likelihood: null } };
    expect((await desk.ask(`/api/cases/${id}/steps`, post(attach))).status).toBe(200);
    const submitted = await desk.ask(`/api/cases/${id}/steps`, post({ step: 'submit' }));
    expect(await errorOf(submitted)).toEqual([409, expect.stringMatching(/needs an account/)]);
    expect((await desk.ask(`/api/cases/${id}/steps`, post({ step: 'approve' }))).status).toBe(403);
  });

  test('makes one first account, and from then on asks to sign in', async () => {
    const weak = await desk.ask('/api/accounts', post({ name: 'Ann', password: 'short' }));
    expect(await errorOf(weak)).toEqual([409, expect.stringMatching(/at least 12/)]);
    const made = await desk.ask('/api/accounts', post({ name: 'Ann', password: PASSWORD }));
    expect(made.status).toBe(200);
    expect(made.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/i);
    expect((await desk.ask('/api/accounts', post({ name: 'Eve', password: PASSWORD }))).status).toBe(409);
    expect((await desk.ask('/api/incidents')).status).toBe(401);
    expect(await me()).toEqual({ person: null, accounts: 1 });
    expect(await me(cookieOf(made))).toMatchObject({ person: { name: 'Ann', roles: [...ROLES] } });
  });

  test('an invitation makes one account, once', async () => {
    const ann = cookieOf(await desk.ask('/api/session', post({ name: 'Ann', password: PASSWORD })));
    const as = (cookie: string, init: RequestInit): RequestInit => ({
      ...init,
      headers: { ...(init.headers as Record<string, string>), cookie },
    });
    const invited = await desk.ask('/api/invitations', as(ann, post({ name: 'Ben', roles: ['approver'] })));
    const { token } = (await invited.json()) as { token: string };
    const joined = await desk.ask('/api/invitations/accept', post({ token, password: PASSWORD }));
    expect(await me(cookieOf(joined))).toMatchObject({ person: { name: 'Ben', roles: ['approver'] }, accounts: 2 });
    expect((await desk.ask('/api/invitations/accept', post({ token, password: PASSWORD }))).status).toBe(400);
    expect((await desk.ask('/api/invitations', as(cookieOf(joined), post({ name: 'Eve', roles: [] })))).status).toBe(
      403,
    );
  });

  test('the last administrator stays, and a closed account is out at once', async () => {
    const ann = cookieOf(await desk.ask('/api/session', post({ name: 'Ann', password: PASSWORD })));
    const ben = cookieOf(await desk.ask('/api/session', post({ name: 'Ben', password: PASSWORD })));
    const ids = new Map(
      (
        (await (await desk.ask('/api/people', { headers: { cookie: ann } })).json()) as {
          items: { id: string; name: string }[];
        }
      ).items.map(({ id, name }) => [name, id]),
    );
    const last = await desk.ask(`/api/people/${ids.get('Ann')}`, { method: 'DELETE', headers: { cookie: ann } });
    expect(await errorOf(last)).toEqual([400, expect.stringMatching(/needs an administrator/)]);
    expect(
      (await desk.ask(`/api/people/${ids.get('Ben')}`, { method: 'DELETE', headers: { cookie: ann } })).status,
    ).toBe(200);
    expect(await me(ben)).toMatchObject({ person: null });
    expect((await desk.ask('/api/session', post({ name: 'Ben', password: PASSWORD }))).status).toBe(401);
  });

  test('who guesses has to wait, with the right password too', async () => {
    const guess = (password: string) => desk.ask('/api/session', post({ name: 'Ann', password }));
    for (let i = 0; i < 5; i++) await guess('wrong');
    const refused = await guess(PASSWORD);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
  });

  test('secrets are nowhere in the record or the tables', async () => {
    const rows = JSON.stringify([
      await desk.store.db.selectFrom('audit').selectAll().execute(),
      await desk.store.db.selectFrom('session').selectAll().execute(),
      await desk.store.db.selectFrom('person').selectAll().execute(),
    ]);
    expect(rows).not.toContain(PASSWORD);
    expect(rows).toContain('$argon2id$');
  });
});

describe('every route asks for the role that its action needs', () => {
  let desk: TestDesk;
  const cookies = new Map<Role | null, string>();
  let routes: [method: string, path: string][] = [];
  beforeAll(async () => {
    desk = await openDesk();
    await desk.ask('/api/accounts', post({ name: 'Root', password: PASSWORD }));
    for (const role of [...ROLES, null]) {
      const { token } = await invite(desk.store, role ?? 'nobody', role === null ? [] : [role], 'local');
      const { id } = await acceptInvitation(desk.store, token, PASSWORD);
      cookies.set(role, `tocsin-session=${(await startSession(desk.store, id)).token}`);
    }
    const { paths } = (await (await desk.ask('/openapi.json')).json()) as { paths: Record<string, object> };
    routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method): [string, string] => [method.toUpperCase(), path.replace(/\{\w+\}/g, 'none')]),
    );
  });
  afterAll(() => desk.close());

  test('no route is without an action', () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.filter(([method, path]) => needsOf(method, path) === null)).toEqual([]);
  });

  test.each([...ROLES, null])('%s', async (role) => {
    const wrong: string[] = [];
    for (const [method, path] of routes) {
      const needs = needsOf(method, path);
      if (needs === 'anybody' || path === '/api/backup') continue;
      const headers = { cookie: cookies.get(role) ?? '', 'content-type': 'application/json' };
      const { status } = await desk.ask(path, {
        method,
        headers,
        ...(method === 'GET' ? {} : { body: '{"step":"approve"}' }),
      });
      const allowed =
        needs === 'signed-in' ||
        (role !== null && (MAY[needs === 'step' ? 'approve' : (needs as Action)] as readonly Role[]).includes(role));
      if ((status === 403) === allowed || status === 401) wrong.push(`${method} ${path}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  test('nobody does anything without signing in', async () => {
    const open: string[] = [];
    for (const [method, path] of routes) {
      if (needsOf(method, path) === 'anybody') continue;
      const { status } = await desk.ask(path, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(method === 'GET' ? {} : { body: '{}' }),
      });
      if (status !== 401) open.push(`${method} ${path}: ${status}`);
    }
    expect(open).toEqual([]);
  });
});
