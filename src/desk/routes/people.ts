/** Accounts, invitations and sessions. */

import { getConnInfo } from '@hono/node-server/conninfo';
import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import * as people from '../../store/people/people.js';
import { endSession, sessionOf, signIn, startSession } from '../../store/people/sessions.js';
import type { Store } from '../../store/store.js';
import { Id, json, NOT_FOUND, REFUSALS } from '../openapi.js';
import { personOf, SESSION_COOKIE } from '../person.js';
import { Refusal, refusing } from '../problem.js';
import { Tries } from '../rate.js';
import * as shapes from '../schema-people.js';

const body = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});
const meAnswer = { 200: json(shapes.Me, 'Who asks'), ...REFUSALS };

const me = createRoute({
  method: 'get',
  path: '/me',
  summary: 'Who asks, and whether the desk has accounts',
  responses: meAnswer,
});
const enter = createRoute({
  method: 'post',
  path: '/session',
  summary: 'Sign in',
  request: body(shapes.SignIn),
  responses: meAnswer,
});
const leave = createRoute({ method: 'delete', path: '/session', summary: 'Sign out', responses: meAnswer });
const first = createRoute({
  method: 'post',
  path: '/accounts',
  summary: 'Make the first account of a fresh desk; it has every role',
  request: body(shapes.SignIn),
  responses: meAnswer,
});
const password = createRoute({
  method: 'post',
  path: '/me/password',
  summary: 'Change one’s own password; other sessions end',
  request: body(shapes.NewPassword),
  responses: meAnswer,
});
const list = createRoute({
  method: 'get',
  path: '/people',
  summary: 'The accounts',
  responses: { 200: json(shapes.People, 'By name, closed ones included'), ...REFUSALS },
});
const invite = createRoute({
  method: 'post',
  path: '/invitations',
  summary: 'Invite somebody by a link that works once',
  request: body(shapes.NewInvitation),
  responses: { 201: json(shapes.Invited, 'The token for the link, shown this once'), ...REFUSALS },
});
const join = createRoute({
  method: 'post',
  path: '/invitations/accept',
  summary: 'Make the account that an invitation is for',
  request: body(shapes.AcceptInvitation),
  responses: meAnswer,
});
const roles = createRoute({
  method: 'put',
  path: '/people/{id}/roles',
  summary: 'Set the roles of an account',
  request: { params: Id, ...body(shapes.NewRoles) },
  responses: { 200: json(shapes.Account, 'The account'), ...NOT_FOUND, ...REFUSALS },
});
const close = createRoute({
  method: 'delete',
  path: '/people/{id}',
  summary: 'Close an account; its sessions end',
  request: { params: Id },
  responses: { 200: json(shapes.Account, 'The account'), ...NOT_FOUND, ...REFUSALS },
});

export function peopleRoutes(store: Store): OpenAPIHono {
  const app = new OpenAPIHono();
  const tries = new Tries();
  const shown = async (c: Context) => {
    const person = c.get('person');
    return { person: person && { ...person, roles: [...person.roles] }, accounts: await people.countPeople(store.db) };
  };
  const begin = async (c: Context, session: { token: string; ends: Date }) => {
    const secure = new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https';
    setCookie(c, SESSION_COOKIE, session.token, {
      httpOnly: true,
      sameSite: 'Strict',
      secure,
      path: '/',
      expires: session.ends,
    });
    c.set('person', await sessionOf(store.db, session.token));
    return c.json(await shown(c), 200);
  };
  app.openapi(me, async (c) => c.json(await shown(c), 200));
  app.openapi(enter, async (c) => {
    const { name, password: given } = c.req.valid('json');
    const keys = [`name:${name.toLowerCase()}`, `address:${addressOf(c)}`];
    const wait = Math.max(...keys.map((key) => tries.wait(key)));
    if (wait > 0) {
      c.header('Retry-After', String(wait));
      throw new Refusal(429, `Too many tries; wait ${Math.ceil(wait / 60)} minutes.`);
    }
    const session = await signIn(store, name, given);
    if (session === null) {
      for (const key of keys) tries.failed(key);
      throw new Refusal(401, 'The name or the password is not right.');
    }
    tries.succeeded(keys[0] ?? '');
    return begin(c, session);
  });
  app.openapi(leave, async (c) => {
    const token = getCookie(c, SESSION_COOKIE);
    if (token !== undefined) await endSession(store, token);
    deleteCookie(c, SESSION_COOKIE, { path: '/' });
    c.set('person', null);
    return c.json(await shown(c), 200);
  });
  app.openapi(first, async (c) => {
    const { name, password: given } = c.req.valid('json');
    const account = await refusing(people.firstAccount(store, name, given), 409);
    return begin(c, await startSession(store, account.id));
  });
  app.openapi(password, async (c) => {
    const { old, password: given } = c.req.valid('json');
    const key = `name:${personOf(c).id}`;
    if (tries.wait(key) > 0) throw new Refusal(429, 'Too many tries; wait a quarter of an hour.');
    tries.failed(key);
    await refusing(people.changePassword(store, personOf(c).id, old, given, getCookie(c, SESSION_COOKIE) ?? ''), 400);
    tries.succeeded(key);
    return c.json(await shown(c), 200);
  });
  app.openapi(list, async (c) => c.json({ items: (await people.listPeople(store.db)).map(open) }, 200));
  app.openapi(invite, async (c) => {
    const { name, roles: given } = c.req.valid('json');
    const { token, ends } = await refusing(people.invite(store, name, given, personOf(c).id), 400);
    return c.json({ token, ends: ends.toISOString() }, 201);
  });
  app.openapi(join, async (c) => {
    const { token, password: given } = c.req.valid('json');
    const account = await refusing(people.acceptInvitation(store, token, given), 400);
    return begin(c, await startSession(store, account.id));
  });
  app.openapi(roles, async (c) => {
    const { roles: given } = c.req.valid('json');
    return c.json(
      open(await refusing(people.setRoles(store, c.req.valid('param').id, given, personOf(c).id), 400)),
      200,
    );
  });
  app.openapi(close, async (c) => {
    return c.json(open(await refusing(people.closeAccount(store, c.req.valid('param').id, personOf(c).id), 400)), 200);
  });
  return app;
}

const open = (account: people.Account) => ({ ...account, roles: [...account.roles] });

/** Where the request comes from; behind a proxy all come from one place, and names alone tell them apart. */
function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    // Asked without a socket, as tests do.
    return 'unknown';
  }
}
