/** Who is signed in. */
import type { Kysely } from 'kysely';
import type { Role } from '../../warning/people.js';
import type { Database } from '../schema.js';
import type { Store } from '../store.js';
import { isPassword } from './password.js';
import { newToken, tokenHash } from './people.js';

/** A session ends after so many hours without use, and after so many in all. */
const IDLE_HOURS = 8;
const MOST_HOURS = 24 * 7;
const HOUR = 3_600_000;

/** Signs somebody in. `null` where name or password is wrong: which of the two is not said, and takes as long. */
export async function signIn(
  store: Store,
  name: string,
  password: string,
  at = new Date(),
): Promise<{ token: string; ends: Date } | null> {
  const person = await store.db
    .selectFrom('person')
    .select(['id', 'password'])
    .where('name', '=', name.trim())
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (!(await isPassword(password, person?.password ?? null)) || person === undefined) return null;
  return startSession(store, person.id, at);
}

/** Starts a session. What is over is cleared away on the way. */
export async function startSession(
  store: Store,
  person: string,
  at = new Date(),
): Promise<{ token: string; ends: Date }> {
  const token = newToken();
  const ends = new Date(at.getTime() + MOST_HOURS * HOUR);
  await store.db.deleteFrom('session').where('ends_at', '<=', at).execute();
  await store.db
    .insertInto('session')
    .values({ token: tokenHash(token), person, created_at: at, used_at: at, ends_at: ends })
    .execute();
  return { token, ends };
}

/** Whose session a token is, or `null` where it is over, idle for too long, or nobody's. */
export async function sessionOf(
  db: Kysely<Database>,
  token: string,
  at = new Date(),
): Promise<{ id: string; name: string; roles: readonly Role[] } | null> {
  const found = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person')
    .where('token', '=', tokenHash(token))
    .where('closed_at', 'is', null)
    .where('ends_at', '>', at)
    .where('used_at', '>', new Date(at.getTime() - IDLE_HOURS * HOUR))
    .select(['person.id', 'name', 'roles', 'used_at'])
    .executeTakeFirst();
  if (found === undefined) return null;
  const { used_at, ...person } = found;
  // Once a minute is often enough, and most requests write nothing.
  if (at.getTime() - used_at.getTime() > 60_000)
    await db.updateTable('session').set({ used_at: at }).where('token', '=', tokenHash(token)).execute();
  return person;
}

export async function endSession(store: Store, token: string): Promise<void> {
  await store.db.deleteFrom('session').where('token', '=', tokenHash(token)).execute();
}
