import { verifyAudit } from '../store/audit/verify.js';
import { openStore } from '../store/store.js';
import { note, paint, print } from './terminal.js';

/** `tocsin audit verify`: goes along the whole record; exit code 1 where it is not whole. */
export async function verifyRecord(head: string | undefined, data: string): Promise<void> {
  const store = await openStore({ data, url: process.env.DATABASE_URL });
  try {
    const found = await verifyAudit(store.db, head);
    for (const fault of found.faults) note(paint.red(fault));
    if (found.faults.length > 0) process.exitCode = 1;
    const verdict = found.faults.length === 0 ? paint.green('whole') : paint.red('not whole');
    print(
      `The record is ${verdict}: ${found.entries === 1 ? '1 entry' : `${found.entries} entries`}, head ${found.head}`,
    );
  } finally {
    await store.close();
  }
}
