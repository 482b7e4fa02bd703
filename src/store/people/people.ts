/** Accounts: made once by the first person, then by invitation; closed, never removed, since the record names them. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { ROLES, type Role } from '../../warning/people.js';
import { record } from '../audit/audit.js';
import type { PersonTable } from '../duty-tables.js';
import { StoreError } from '../error.js';
import type { Database } from '../schema.js';
import type { Store } from '../store.js';
import { asWriter } from '../writer.js';
import { hashPassword, isPassword, LEAST_PASSWORD } from './password.js';

/** An account as others may see it. */
export interface Account {
  id: string;
  name: string;
  roles: readonly Role[];
  createdAt: string;
  closedAt: string | null;
}

const accountOf = ({ id, name, roles, created_at, closed_at }: Selectable<PersonTable>): Account => ({
  id,
  name,
  roles,
  createdAt: created_at.toISOString(),
  closedAt: closed_at?.toISOString() ?? null,
});

/** Hex SHA-256 of a secret token: what the database keeps of it. Tokens have 256 random bits, so no salt is needed. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
export const newToken = (): string => randomBytes(32).toString('base64url');

/** How many accounts are open. */
export async function countPeople(db: Kysely<Database>): Promise<number> {
  const { count } = await db
    .selectFrom('person')
    .where('closed_at', 'is', null)
    .select((is) => is.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Accounts by name, closed ones included. */
export async function listPeople(db: Kysely<Database>): Promise<Account[]> {
  return (await db.selectFrom('person').selectAll().orderBy('name').execute()).map(accountOf);
}

/**
 * Makes the first account, with every role.
 * @throws StoreError where somebody has one already, or the name or password will not do.
 */
export async function firstAccount(store: Store, name: string, password: string): Promise<Account> {
  assertPassword(password);
  const hash = await hashPassword(password);
  return asWriter(store.db, async (trx) => {
    const { count } = await trx
      .selectFrom('person')
      .select((is) => is.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    if (Number(count) > 0) throw new StoreError('This desk has accounts; ask an administrator for an invitation.');
    return insert(trx, name, ROLES, hash, 'local');
  });
}

/** How long an invitation holds. */
const INVITATION_HOURS = 72;

/** Invites somebody: the token goes into the link that they are sent, once. */
export async function invite(
  store: Store,
  name: string,
  roles: readonly Role[],
  by: string,
  at = new Date(),
): Promise<{ token: string; ends: Date }> {
  const token = newToken();
  const ends = new Date(at.getTime() + INVITATION_HOURS * 3_600_000);
  await asWriter(store.db, async (trx) => {
    await assertFree(trx, name);
    await trx
      .insertInto('invitation')
      .values({ token: tokenHash(token), name, roles: [...roles], by, created_at: at, ends_at: ends, person: null })
      .execute();
    await record(trx, { by, subject: 'people', action: 'invite', details: { name, roles }, at });
  });
  return { token, ends };
}

/**
 * Makes the account that an invitation is for; it works once.
 * @throws StoreError where it is unknown, used or over, or the password will not do.
 */
export async function acceptInvitation(
  store: Store,
  token: string,
  password: string,
  at = new Date(),
): Promise<Account> {
  assertPassword(password);
  const hash = await hashPassword(password);
  return asWriter(store.db, async (trx) => {
    const found = await invitationOf(trx, token, at);
    const account = await insert(trx, found.name, found.roles, hash, found.by, at);
    await trx.updateTable('invitation').set({ person: account.id }).where('token', '=', tokenHash(token)).execute();
    return account;
  });
}

/** Whom an invitation is for. @throws StoreError where it is unknown, used or over */
export async function invitationOf(db: Kysely<Database>, token: string, at = new Date()) {
  const found = await db.selectFrom('invitation').selectAll().where('token', '=', tokenHash(token)).executeTakeFirst();
  if (!found || found.person !== null || found.ends_at <= at)
    throw new StoreError('This invitation is not known, was used, or is over. Ask for a new one.');
  return found;
}

/** Sets the roles of an account. @throws StoreError where it would leave the desk without an administrator */
export async function setRoles(store: Store, id: string, roles: readonly Role[], by: string): Promise<Account> {
  return change(store, id, by, 'set-roles', { roles: [...roles] }, { roles });
}

/** Closes an account and ends its sessions. @throws StoreError where it is the last administrator's */
export async function closeAccount(store: Store, id: string, by: string, at = new Date()): Promise<Account> {
  return change(store, id, by, 'close-account', { closed_at: at }, {});
}

async function change(
  store: Store,
  id: string,
  by: string,
  action: string,
  values: { roles?: Role[]; closed_at?: Date },
  details: Record<string, unknown>,
): Promise<Account> {
  return asWriter(store.db, async (trx) => {
    const changed = await trx
      .updateTable('person')
      .set(values)
      .where('id', '=', id)
      .where('closed_at', 'is', null)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw new StoreError(`There is no open account ${id}.`);
    const open = await trx.selectFrom('person').select('roles').where('closed_at', 'is', null).execute();
    if (!open.some(({ roles }) => roles.includes('administrator')))
      throw new StoreError('A desk with accounts needs an administrator; give somebody else that role first.');
    if (values.closed_at) {
      await trx.deleteFrom('session').where('person', '=', id).execute();
      await trx.deleteFrom('recipient_channel').where('person', '=', id).execute();
    }
    await record(trx, { by, subject: `person:${id}`, action, details });
    return accountOf(await trx.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow());
  });
}

/** Changes one's own password and ends all other sessions. @throws StoreError where the old one is wrong */
export async function changePassword(
  store: Store,
  id: string,
  old: string,
  password: string,
  keep: string,
): Promise<void> {
  assertPassword(password);
  const row = await store.db.selectFrom('person').select('password').where('id', '=', id).executeTakeFirst();
  if (!(await isPassword(old, row?.password ?? null))) throw new StoreError('The old password is not right.');
  const hash = await hashPassword(password);
  await asWriter(store.db, async (trx) => {
    await trx.updateTable('person').set({ password: hash }).where('id', '=', id).execute();
    await trx.deleteFrom('session').where('person', '=', id).where('token', '!=', tokenHash(keep)).execute();
    await record(trx, { by: id, subject: `person:${id}`, action: 'change-password' });
  });
}

async function insert(
  trx: Transaction<Database>,
  name: string,
  roles: readonly Role[],
  password: string,
  by: string,
  at = new Date(),
): Promise<Account> {
  await assertFree(trx, name);
  const row = { id: randomUUID(), name: name.trim(), roles: [...roles], password, created_at: at, closed_at: null };
  await trx.insertInto('person').values(row).execute();
  await record(trx, { by, subject: `person:${row.id}`, action: 'account', details: { name: row.name, roles }, at });
  return accountOf(row);
}

async function assertFree(db: Kysely<Database>, name: string): Promise<void> {
  if (name.trim() === '') throw new StoreError('An account needs a name.');
  const taken = await db.selectFrom('person').select('id').where('name', '=', name.trim()).executeTakeFirst();
  if (taken) throw new StoreError(`“${name.trim()}” has an account; choose another name.`);
}

function assertPassword(password: string): void {
  if (password.length < LEAST_PASSWORD)
    throw new StoreError(`A password has at least ${LEAST_PASSWORD} characters; several words are good.`);
  if (password.length > 1000) throw new StoreError('A password has at most 1,000 characters.');
}
