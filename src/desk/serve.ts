import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { type Logger, pino } from 'pino';
import type { Store } from '../store/store.js';
import { createDesk } from './app.js';

export interface Serving {
  /** Such as `http://127.0.0.1:4780`. */
  url: string;
  /** Takes no more requests, and waits for those in hand; the store stays open. */
  close(): Promise<void>;
}

/** Milliseconds that requests in hand have to finish when the desk closes. */
const GRACE = 10_000;

/** A log of the desk's own failures, on standard error. */
export const deskLog = (): Logger => pino({ base: null }, pino.destination({ dest: 2, sync: true }));

/**
 * Serves the desk on 127.0.0.1 and announces it to this user's other programs.
 * @param port 0 for any free one
 * @throws an error with code EADDRINUSE or EACCES where the port cannot be had
 */
export async function serveDesk(store: Store, port: number, log: Logger = deskLog()): Promise<Serving> {
  const token = randomBytes(32).toString('base64url');
  const server = createAdaptorServer({ fetch: createDesk({ store, token, log }).fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  store.announce(url, token);
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), GRACE);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
      }),
  };
}
