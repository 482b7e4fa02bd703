/** Reports as an older reader might have read them: numbers shifted, one statement too many, some missing. */
import { fromBytes, type ReceivedReport } from '../../src/intake/receive.js';
import { read } from '../../src/reading/read.js';
import type { Reading } from '../../src/reading/schema.js';
import { addReports } from '../../src/store/reports/add.js';
import type { Store } from '../../src/store/store.js';

export const TEXTS = [
  'MOGADISHU, March 6 - A car bomb killed nine people outside a hotel in Mogadishu on Tuesday. Al-Shabaab claimed the attack.\n\nThe police cordoned off the road.',
  'NAIROBI, March 7 - A car bomb killed eleven people outside a hotel in Mogadishu on Tuesday. Al-Shabaab said that it had carried it out.\n\nSecurity was tightened.',
  'MOSCOW, March 24 - Gunmen killed 133 people at a concert hall in Moscow on 22 March 2024. Islamic State claimed the attack.\n\nThe film about it will open in autumn.',
];

export function received(text: string): ReceivedReport {
  return fromBytes(Buffer.from(text), {
    file: 'report.txt',
    meta: { published: '2024-03-25', publisher: 'Harbour News' },
  });
}

/** What the present reader reads. */
export function present(text: string): Reading {
  const { bytes: _, mediaType: __, ...report } = received(text);
  return read(report);
}

/** The same with a first incident, in the last line, that there is not; and the threats and relations left out. */
export function older(text: string): Reading {
  const reading = present(text);
  const up = (id: string) => `i${Number(id.slice(1)) + 1}`;
  const [real] = reading.incidents;
  if (!real) throw new Error(`the reader finds no incident in: ${text}`);
  const last: [number, number] = [text.lastIndexOf('\n') + 1, text.length];
  const bogus = { ...real, id: 'i1', place: null, date: null, site: null, killed: null, injured: null };
  const none = { weapons: [], targets: [], victims: [], perpetrators: { groups: [], individuals: [] } };
  return {
    ...reading,
    incidents: [
      { ...bogus, ...none, type: 'hijacking', evidence: [last] },
      ...reading.incidents.map((incident) => ({ ...incident, id: up(incident.id) })),
    ],
    attributions: reading.attributions.map((one) => ({ ...one, incident: up(one.incident) })).reverse(),
    responses: reading.responses.map((one) => ({ ...one, incident: one.incident && up(one.incident) })),
    threats: [],
    relations: [],
  };
}

/** Stores them as read by an older reader. */
export async function addOlder(store: Store, texts: readonly string[]): Promise<void> {
  await addReports(
    store,
    texts.map((text) => ({ report: received(text), reading: older(text) })),
  );
  await store.db.updateTable('reading').set({ reader: '0.1.0' }).execute();
}
