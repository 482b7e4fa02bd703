/** The picture in a store, for the tests. */
import { fromBytes } from '../../src/intake/receive.js';
import type { Reading } from '../../src/reading/schema.js';
import { dumpPicture } from '../../src/store/picture/rebuild.js';
import { addReports } from '../../src/store/reports/add.js';
import type { Store } from '../../src/store/store.js';

export async function add(store: Store, reading: Reading): Promise<void> {
  await addAll(store, [reading]);
}

/** All in one transaction. */
export async function addAll(store: Store, readings: readonly Reading[]): Promise<void> {
  await addReports(
    store,
    readings.map((reading) => ({
      report: { ...fromBytes(Buffer.from(reading.report.text)), ...reading.report },
      reading,
    })),
  );
}

export async function dump(store: Store): Promise<string> {
  const lines: string[] = [];
  for await (const line of dumpPicture(store)) lines.push(line);
  return lines.join('\n');
}
