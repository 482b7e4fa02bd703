/** A desk on a store of its own, asked without a socket. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { deliverySettings } from '../../src/delivery/settings.js';
import { createDesk } from '../../src/desk/app.js';
import { openStore, type Store } from '../../src/store/store.js';

export const TOKEN = 'the-token-of-these-tests';
export const OWN = { origin: 'http://127.0.0.1:4780' };

export interface TestDesk {
  store: Store;
  /** What the desk wrote to its log. */
  log: string[];
  /** Asks as a page of the desk would. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Asks with nothing added. */
  raw(url: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** @param env settings of how the desk sends and fetches */
export async function openDesk(env: NodeJS.ProcessEnv = {}): Promise<TestDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-desk-'));
  const web = join(folder, 'web');
  mkdirSync(join(web, 'assets'), { recursive: true });
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>Tocsin</title>');
  writeFileSync(join(web, 'assets', 'main-abc123.js'), 'export {};');
  const store = await openStore({ data: join(folder, 'data') });
  const log: string[] = [];
  const app = createDesk({
    store,
    token: TOKEN,
    log: pino({}, { write: (line: string) => log.push(line) }),
    web,
    delivery: deliverySettings(env, OWN.origin),
  });
  return {
    store,
    log,
    ask: async (path, init = {}) =>
      app.request(`${OWN.origin}${path}`, {
        ...init,
        headers: { ...OWN, ...(init.headers as Record<string, string>) },
      }),
    raw: async (url, init) => app.request(url, init),
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A JSON request. */
export const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
