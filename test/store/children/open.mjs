// Opens the embedded database in a folder, says whether it has it, and holds it until its standard input ends.
import { openStore } from '../../../dist/store/store.js';

const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
try {
  const store = await openStore({ data: process.argv[2] });
  say({ pid: process.pid });
  for await (const _ of process.stdin);
  await store.close();
} catch (error) {
  say({ error: error.message });
}
