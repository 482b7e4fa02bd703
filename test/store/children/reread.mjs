// Says how far the re-reading is, then goes on with it and says so after each part.
import { rereadSome } from '../../../dist/desk/reread.js';
import { rereading } from '../../../dist/store/rereading/stage.js';
import { openStore } from '../../../dist/store/store.js';

const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
const store = await openStore(JSON.parse(process.argv[2]));
say(await rereading(store));
for (;;) {
  const step = await rereadSome(store, false);
  say(step);
  if (step.done || step.older === 0) break;
}
await store.close();
