// Adds reports without end and says the id of each when it has been acknowledged; first, which are there already.
import { randomUUID } from 'node:crypto';
import { fromBytes } from '../../../dist/intake/receive.js';
import { addReport } from '../../../dist/store/reports/add.js';
import { openStore } from '../../../dist/store/store.js';

const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
const store = await openStore(JSON.parse(process.argv[2]));
const known = await store.db.selectFrom('report').innerJoin('reading', 'report', 'report.id').select('id').execute();
say({ known: known.map(({ id }) => id) });
for (;;) {
  const [report, reading] = make();
  await addReport(store, report, reading);
  say({ id: report.id });
}

/** A report of one incident; no reader, so that the database has the most to do in the time until the kill. */
function make() {
  const words = Array.from({ length: 40 }, () => randomUUID().slice(0, 8)).join(' ');
  const received = fromBytes(Buffer.from(`Gunmen attacked ${words}`), { file: 'report.txt' });
  const { bytes: _, mediaType: __, ...report } = received;
  const incident = { id: 'i1', type: 'armed-assault', status: 'occurred', date: null, place: null, site: null };
  const none = { weapons: [], targets: [], victims: [], killed: null, injured: null, suicide: false };
  const perpetrators = { groups: [], individuals: [{ text: 'Gunmen', at: [0, 6] }] };
  const incidents = [{ ...incident, ...none, perpetrators, evidence: [[0, 15]] }];
  const empty = { actors: [], places: [], attributions: [], warnings: [], threats: [], responses: [], relations: [] };
  return [received, { schema: 'tocsin.reading/1', report, ...empty, incidents }];
}
