/** The picture in a store, for the tests. */
import { fromBytes } from '../../src/intake/receive.js';
import type { Reading } from '../../src/reading/schema.js';
import { dumpPicture } from '../../src/store/picture/rebuild.js';
import { applyReading } from '../../src/store/picture/update.js';
import { addReport } from '../../src/store/reports/add.js';
import type { Store } from '../../src/store/store.js';

export async function add(store: Store, reading: Reading): Promise<void> {
  const { report } = reading;
  await addReport(store, { ...fromBytes(Buffer.from(report.text)), ...report }, reading, applyReading);
}

export async function dump(store: Store): Promise<string> {
  const lines: string[] = [];
  for await (const line of dumpPicture(store)) lines.push(line);
  return lines.join('\n');
}
