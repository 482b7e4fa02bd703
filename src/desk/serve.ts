import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { type Logger, pino } from 'pino';
import { createSender } from '../delivery/attempt.js';
import { callLate } from '../delivery/calls.js';
import { type DeliverySettings, deliverySettings } from '../delivery/settings.js';
import { startWorker } from '../delivery/worker.js';
import { expireCases } from '../store/cases/expire.js';
import { chaseUnacknowledged } from '../store/delivery/chase.js';
import { StoreError } from '../store/error.js';
import { countPeople } from '../store/people/people.js';
import type { Store } from '../store/store.js';
import { createDesk } from './app.js';
import { limitsOf } from './case-pages.js';
import { startFeeds } from './feeds/schedule.js';

export interface Serving {
  /** Such as `http://127.0.0.1:4780`. */
  url: string;
  /** Takes no more requests, waits for those in hand and stops sending; the store stays open. */
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
/** Every address of this machine. */
const ANY = '0.0.0.0';

/** Milliseconds between looks at what has expired. */
const CLOCK = 15_000;

/** Milliseconds that requests in hand have to finish when the desk closes. */
const GRACE = 10_000;

/** A log of the desk's own failures, on standard error. */
export const deskLog = (): Logger => pino({ base: null }, pino.destination({ dest: 2, sync: true }));

/** Where the desk listens, and the names that it answers to. */
export interface Listening {
  /** 0 for any free one. */
  port: number;
  /** An address of this machine; 127.0.0.1 by default, where nobody else can reach it. */
  host?: string;
  /** Names by which others reach it, such as `desk.example.org`. */
  names?: readonly string[];
}

/**
 * Serves the desk, announces it to this user's other programs, and sends what is in the outbox.
 * @throws an error with code EADDRINUSE or EACCES where the port cannot be had; StoreError where it would listen beyond
 * this machine and nobody has an account yet, so that whoever comes first would own it.
 */
export async function serveDesk(
  store: Store,
  { port, host = LOOPBACK, names = [] }: Listening,
  log: Logger = deskLog(),
): Promise<Serving> {
  if (host !== LOOPBACK && (await countPeople(store.db)) === 0)
    throw new StoreError(
      `The desk listens on ${host} only when somebody has an account. Start it without --host, open it here, and make one.`,
    );
  // Settings that cannot be used are refused before anything listens.
  deliverySettings(process.env, `http://${LOOPBACK}`);
  const token = randomBytes(32).toString('base64url');
  let desk: ReturnType<typeof createDesk> | undefined;
  const server = createAdaptorServer({ fetch: (request, env) => desk!.fetch(request, env) });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const url = `http://${host === ANY ? LOOPBACK : host}:${(server.address() as AddressInfo).port}`;
  const delivery = deliverySettings(process.env, url);
  desk = createDesk({ store, token, log, hosts: [host, ...names], delivery });
  const worker = startWorker({
    store,
    sender: createSender(store, delivery),
    onError: (err) => log.error({ err }, 'the outbox could not be worked off'),
  });
  const clock = setInterval(() => {
    tick(store, delivery).catch((err) => log.error({ err }, 'the clock of the cases could not be kept'));
  }, CLOCK);
  const stopFeeds = startFeeds(store, delivery.allowHosts, (err) => log.error({ err }, 'a feed could not be kept'));
  store.announce(url, token);
  return {
    url,
    close: async () => {
      await new Promise<void>((resolve) => {
        const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), GRACE);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
      });
      clearInterval(clock);
      await stopFeeds();
      await worker.stop();
    },
  };
}

/** What time alone brings about: validities end, who has not acknowledged is tried another way, who is needed is called. */
async function tick(store: Store, delivery: DeliverySettings): Promise<void> {
  const limits = await limitsOf(store.db);
  await expireCases(store);
  await chaseUnacknowledged(store, limits.acknowledge);
  await callLate(store, delivery, limits);
}
