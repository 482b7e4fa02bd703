/** Who asks, and whether they may. */
import { timingSafeEqual } from 'node:crypto';
import { userInfo } from 'node:os';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { countPeople } from '../store/people/people.js';
import { sessionOf } from '../store/people/sessions.js';
import type { Store } from '../store/store.js';
import { type Action, ALONE, may, type Role } from '../warning/people.js';
import { needsOf } from './actions.js';
import { Refusal } from './problem.js';

export interface Person {
  /** A person's id, or `local`: the one user of a desk without accounts, and the command line. */
  id: string;
  name: string;
  roles: readonly Role[];
}

declare module 'hono' {
  interface ContextVariableMap {
    person: Person | null;
  }
}

export const SESSION_COOKIE = 'tocsin-session';

/** Whoever runs this desk on their own machine. */
function local(): Person {
  return { id: 'local', name: userName(), roles: ALONE };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user id without an account, as in some containers.
    return `user ${process.getuid?.() ?? ''}`.trim();
  }
}

/** Whether a request carries the desk's token, which only this user's own programs can read. */
export function hasToken(c: Context, token: string): boolean {
  const given = Buffer.from(c.req.header('authorization') ?? '');
  const right = Buffer.from(`Bearer ${token}`);
  return given.length === right.length && timingSafeEqual(given, right);
}

/**
 * Knows who asks and refuses what they may not do: 401 who is not signed in, 403 whose roles do not suffice. Until
 * somebody has an account, the one user of the desk needs none.
 */
export function onlyAllowed(store: Store, token: string): MiddlewareHandler {
  return async (c, next) => {
    const cookie = getCookie(c, SESSION_COOKIE);
    const signedIn = cookie === undefined ? null : await sessionOf(store.db, cookie);
    const person = signedIn ?? (hasToken(c, token) || (await countPeople(store.db)) === 0 ? local() : null);
    c.set('person', person);
    const needs = needsOf(c.req.method, c.req.path);
    if (needs === null)
      throw new Refusal(404, `There is no ${c.req.method} ${c.req.path}; /openapi.json says what there is.`);
    if (needs !== 'anybody') {
      if (person === null) throw new Refusal(401, 'Sign in first.');
      // Whoever runs the desk has its folder anyway.
      const owns = needs === 'backup' && person.id === 'local';
      if (needs !== 'signed-in' && needs !== 'step' && !owns) allow(person, needs);
    }
    return next();
  };
}

/** Who asks. @throws Refusal 401 */
export function personOf(c: Context): Person {
  const person = c.get('person');
  if (!person) throw new Refusal(401, 'Sign in first.');
  return person;
}

/** @throws Refusal 403 where somebody may not do this */
export function allow(person: Person, action: Action): void {
  if (!may(person.roles, action))
    throw new Refusal(
      403,
      `This needs a role that may ${action}; ${person.name} has ${person.roles.join(', ') || 'none'}.`,
    );
}
