// Sends what is in the outbox of a store until it is told to stop or killed: the process that check-delivery.js kills.
import { createSender } from '../dist/delivery/attempt.js';
import { deliverySettings } from '../dist/delivery/settings.js';
import { startWorker } from '../dist/delivery/worker.js';
import { openStore } from '../dist/store/store.js';

const store = await openStore(JSON.parse(process.argv[2]));
const sender = createSender(store, deliverySettings(process.env, 'https://desk.example.org'));
const worker = startWorker({ store, sender, onError: (error) => console.error(error) });
console.log('sending');
for await (const _ of process.stdin);
await worker.stop();
await store.close();
