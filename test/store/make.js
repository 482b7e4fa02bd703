/** Reports and readings for the tests of the store, which does not look into what a reading says. */
import { fromBytes } from '../../src/intake/receive.js';
/** A report of plain text as it was received, with a reading that finds one group in its first word. */
export function made(text, meta = {}, file = 'report.txt') {
  const received = fromBytes(Buffer.from(text), { file, meta });
  const { bytes: _, mediaType: __, ...report } = received;
  const end = text.search(/\s|$/);
  return [
    received,
    {
      schema: 'tocsin.reading/1',
      report,
      actors: [
        { id: 'a1', kind: 'group', key: null, name: text.slice(0, end), aliases: [], mentions: [[0, end]] },
        // Keys in an order of their own: the store must give back what the reader gave.
        { mentions: [[0, end]], aliases: [], name: text.slice(0, end), key: 'gov-fr', kind: 'government', id: 'a2' },
      ],
      places: [],
      incidents: [],
      attributions: [],
      warnings: [],
      threats: [
        { actor: 'a1', type: 'intent', against: ['é'], place: null, by: null, horizon: null, evidence: [[0, end]] },
      ],
      responses: [],
      relations: [],
    },
  ];
}
