/**
 * How a command reaches the store: the folder or server itself, or, where a running desk holds the folder, that desk
 * over HTTP. Either way it speaks the desk's API, so that a command has one way of asking.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Problem } from '../desk/schema.js';
import { holderOf } from '../store/pglite/holder.js';
import type { Store } from '../store/store.js';
import { Failure } from './failure.js';

export interface Access {
  /** The store, where this process has it open; null where a running desk has it. */
  store: Store | null;
  /** Where the data is, for people: a folder, a server, or the address of the running desk. */
  where: string;
  /** Asks the desk's API. @throws Failure with the desk's own sentence where it refuses. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** An answer's JSON, as the API's schema has it. */
export async function get<T>(access: Access, path: string): Promise<T> {
  return (await access.ask(path)).json() as Promise<T>;
}

/**
 * @param make whether a folder that does not exist yet is made
 * @throws Failure, StoreError
 */
export async function reach(data: string, make = false): Promise<Access> {
  const url = process.env.DATABASE_URL;
  const holder = url ? null : holderOf(resolve(data));
  if (holder?.url && holder.token) return remote(holder.url, holder.token);
  if (!url && !make && !existsSync(data)) {
    throw new Failure(`${data} does not exist; \`tocsin add PATH\` makes it, or name another folder with --data.`);
  }
  const { openStore } = await import('../store/store.js');
  return local(await openStore({ data, url }));
}

async function local(store: Store): Promise<Access> {
  const [{ createDesk, OWN_URL }, { deliverySettings }, { pino }] = await Promise.all([
    import('../desk/app.js'),
    import('../delivery/settings.js'),
    import('pino'),
  ]);
  // Never leaves this process, so its token is never asked for by anyone else.
  const token = 'local';
  const log = pino({ level: process.env.TOCSIN_DEBUG ? 'error' : 'silent' });
  const desk = createDesk({ store, token, log, delivery: deliverySettings(process.env, OWN_URL) });
  const base = 'http://localhost';
  return {
    store,
    where: store.where,
    ask: asker(async (path, init) => desk.request(base + path, init), token),
    close: () => store.close(),
  };
}

function remote(base: string, token: string): Access {
  const send = (path: string, init: RequestInit) =>
    fetch(base + path, init).catch((cause) => {
      throw new Failure(`The desk at ${base} does not answer; stop it and try again.`, { cause });
    });
  return { store: null, where: base, ask: asker(send, token), close: async () => {} };
}

function asker(send: (path: string, init: RequestInit) => Promise<Response>, token: string) {
  return async (path: string, init: RequestInit = {}) => {
    const response = await send(path, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Refused(response.status, ((await response.json()) as Problem).error);
    return response;
  };
}

/** The desk said no. */
export class Refused extends Failure {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
