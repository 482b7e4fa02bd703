/** Who asks. */
import type { Context } from 'hono';
import { type Action, ALONE, may, type Role } from '../warning/people.js';
import { Refusal } from './problem.js';

export interface Person {
  /** A person's id, or `local`: the one user of a desk without accounts. */
  id: string;
  name: string;
  roles: readonly Role[];
}

const LOCAL: Person = { id: 'local', name: 'This desk', roles: ALONE };

export const personOf = (_: Context): Person => LOCAL;

/** @throws Refusal 403 where who asks may not do this */
export function requirePerson(c: Context, action: Action): Person {
  const person = personOf(c);
  if (!may(person.roles, action))
    throw new Refusal(403, `This needs a role that may “${action}”; ${person.name} has none.`);
  return person;
}
