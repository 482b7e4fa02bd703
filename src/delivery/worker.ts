/** Works the outbox off: claims what is due, sends several at once, writes what came of it, until it is stopped. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Claimed, claim, LEASE, renew } from '../store/delivery/claim.js';
import { type Result, writeResults } from '../store/delivery/results.js';
import type { Store } from '../store/store.js';
import type { Sender } from './attempt.js';
import { failed, reasonOf } from './outcome.js';
import { settle, settleUntried } from './schedule.js';

/** Deliveries under way at a time: enough that some slow receivers do not hold up the rest. */
const SLOTS = 64;
/** Milliseconds between looks at the outbox: while there is work, and while there is none. */
const BUSY = 20;
const IDLE = 500;
/** Milliseconds that deliveries under way have to finish when the worker stops. */
const GRACE = 5_000;

export interface Worker {
  /** Claims no more, waits a while for what is under way and writes its results; what is left is due again later. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  store: Store;
  sender: Sender;
  /** Called where the outbox could not be read or written; the worker goes on. Holds no address. */
  onError: (error: unknown) => void;
}

/** Starts at once. Any number may run on one database, in one process or several: claims keep them apart. */
export function startWorker({ store: { db }, sender, onError }: WorkerOptions): Worker {
  const stopping = new AbortController();
  const underWay = new Map<string, Promise<void>>();
  const done: Result[] = [];
  let renewed = Date.now();

  const begin = (delivery: Claimed): void => {
    const ended = (async () => {
      done.push(settleUntried(delivery, new Date()) ?? (await attempt(sender, delivery)));
      underWay.delete(delivery.id);
    })();
    underWay.set(delivery.id, ended);
  };

  /** Results that cannot be written stay, and are written with the next. */
  const write = async (): Promise<void> => {
    const results = [...done];
    await writeResults(db, results);
    done.splice(0, results.length);
  };

  const look = async (): Promise<number> => {
    await write();
    const now = new Date();
    if (now.getTime() - renewed > LEASE / 3) {
      await renew(db, [...underWay.keys()], now);
      renewed = now.getTime();
    }
    const free = SLOTS - underWay.size;
    const claimed = free === 0 ? [] : await claim(db, free, now);
    for (const delivery of claimed) begin(delivery);
    return claimed.length;
  };

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      let busy = false;
      try {
        busy = (await look()) > 0 || underWay.size > 0;
      } catch (error) {
        onError(error);
      }
      await wait(busy ? BUSY : IDLE, undefined, { signal: stopping.signal }).catch(() => {});
    }
    await Promise.race([Promise.all(underWay.values()), wait(GRACE, undefined, { ref: false })]);
    await write().catch(onError);
    sender.close();
  };
  const ran = run();
  return {
    stop: () => {
      stopping.abort();
      return ran;
    },
  };
}

/** Tries the channel in hand; where it is gone, the next there is, or the last. */
async function attempt(sender: Sender, delivery: Claimed): Promise<Result> {
  const { channels, rank } = delivery;
  const channel = channels.find((each) => each.rank >= rank) ?? channels.at(-1)!;
  let outcome: Awaited<ReturnType<Sender['attempt']>>;
  try {
    outcome = await sender.attempt(delivery, channel);
  } catch (error) {
    outcome = failed(reasonOf(error));
  }
  return settle(delivery, channel.rank, channel.kind, outcome, new Date());
}
