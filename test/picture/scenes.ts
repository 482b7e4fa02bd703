/** Reports of some attacks and warnings that are easily confused. */
import type { Reading } from '../../src/reading/schema.js';
import { type Told, tell } from './tell.js';

const crocus: Told = { place: 'moscow', date: '2024-03-22', type: 'armed-assault', site: 'Crocus City Hall' };
const airport: Told = { place: 'kabul', date: '2021-08-26', type: 'bombing', site: 'airport', suicide: true };
const wire =
  'A group of men opened fire in the hall and set it alight while hundreds fled through the exits, officials said, ' +
  'adding that the fire brigade needed ten hours to put out the blaze and that many were still being looked for.';

export const READINGS: Reading[] = [
  tell({ published: '2024-03-22', incidents: [{ ...crocus, killed: [40, null] }], body: wire }),
  tell({ published: '2024-03-23', incidents: [{ ...crocus, killed: [40, null] }], body: `${wire} More follows.` }),
  tell({
    published: '2024-03-23',
    incidents: [{ ...crocus, killed: 60, attributions: [['isisk', 'claimed', 'isisk']] }],
  }),
  tell({
    published: '2024-03-24',
    incidents: [
      { ...crocus, place: 'krasnogorsk', killed: 133, attributions: [['ukraine', 'accused', 'russia']] },
      { ...airport, killed: 182, groups: ['isisk'] },
    ],
  }),
  tell({
    published: '2024-03-25',
    incidents: [
      { place: 'moscow', groups: ['isisk'] },
      { place: 'kerman', date: '2024-01-03', type: 'bombing', groups: ['isisk'] },
    ],
    warnings: [
      { issuer: 'embassy', issued: '2024-03-07', audience: 'public', place: 'moscow', targets: ['concerts'] },
      { issuer: 'us', audience: 'private', recipients: ['russia'], place: 'russia' },
    ],
    threats: [{ actor: 'isisk', by: 'kurilla', against: ['Western interests'] }],
    relations: [
      { from: 'isisk', type: 'rival-of', to: 'taliban' },
      { from: 'isisk', type: 'operates-in', to: 'afghanistan' },
    ],
  }),
  tell({
    published: '2024-03-08',
    incidents: [{ place: 'moscow', status: 'planned', targets: ['concerts'] }],
    warnings: [{ issuer: 'us', issued: '2024-03-07', audience: 'public', recipients: ['americans'], place: 'moscow' }],
  }),
  tell({ published: '2025-03-22', incidents: [{ place: 'moscow', site: 'Crocus City Hall', killed: 145 }] }),
  tell({ published: '2024-04-01', incidents: [{ ...crocus, killed: 145 }] }),
  tell({ published: '2021-08-27', incidents: [{ ...airport, killed: 60 }] }),
  tell({ published: '2021-08-28', incidents: [{ ...airport, killed: 170, groups: ['isisk'] }] }),
  tell({ published: '2021-08-29', incidents: [{ place: 'kabul', type: 'bombing', groups: ['isisk'] }] }),
  tell({
    published: '2021-08-30',
    incidents: [{ place: 'kabul', date: '2021-08-29', type: 'bombing', site: 'airport' }],
  }),
  tell({ published: '2021-09-20', incidents: [{ place: 'kabul', type: 'bombing', site: 'market' }] }),
  tell({ published: '2024-01-04', incidents: [{ place: 'iran', date: '2024-01-03', type: 'bombing', killed: 84 }] }),
  tell({ published: '2024-01-05', incidents: [{ place: 'kerman', date: '2024-01-03', type: 'bombing', killed: 84 }] }),
  tell({ published: null, incidents: [{ place: 'kerman', killed: 84, groups: ['is'] }] }),
];

const others = ['blast', 'hall', 'fans', 'guards', 'ushers'];
const copied =
  'Guests who had come for the evening were led out by a side door while the shooting went on upstairs, a singer ' +
  'told reporters, and the last of them was found on the next morning in a cupboard behind the stage, unhurt.';

/** One attack told so often, in ways so much alike, that most of them follow others; and copies of one story. */
export const HOT: Reading[] = Array.from({ length: 48 }, (_, index) =>
  tell({
    published: `2024-03-${23 + (index % 4)}`,
    incidents: [
      {
        ...(index % 6 === 0 ? { place: 'moscow' as const, type: 'armed-assault' as const } : crocus),
        site: index % 7 === 0 ? 'market' : 'Crocus City Hall',
        killed: [60, 133, 137, 5][index % 4] ?? 60,
        targets: [others[index % 5] ?? ''],
        ...(index % 9 === 0 ? { attributions: [['isisk', 'claimed', 'isisk'] as const] } : {}),
      },
    ],
    body: index % 3 === 0 ? `${copied} Report ${index}.` : `Report ${index} of many.`,
  }),
);
