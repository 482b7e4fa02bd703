// Sends what is in the outbox of a store until it is told to stop or killed: the process that check-delivery.js kills.
import { setTimeout as wait } from 'node:timers/promises';
import { createSender } from '../dist/delivery/attempt.js';
import { deliverySettings } from '../dist/delivery/settings.js';
import { startWorker } from '../dist/delivery/worker.js';
import { openStore } from '../dist/store/store.js';

const store = await openStore(JSON.parse(process.argv[2]));
const sender = createSender(store, deliverySettings(process.env, 'https://desk.example.org'));
const worker = startWorker({ store, sender, onError: (error) => console.error(error) });
console.log('sending');
for await (const _ of process.stdin);
// A receiver that lied, or was cut off, has it already and is still owed a proper answer: only then is the outbox worked off.
for (;;) {
  const waiting = await store.db.selectFrom('delivery').select('id').where('state', '=', 'waiting').limit(1).execute();
  if (waiting.length === 0) break;
  await wait(100);
}
await worker.stop();
await store.close();
