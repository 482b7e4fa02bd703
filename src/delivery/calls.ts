/** Calls the desk's own people to cases that run late, by every channel they gave, until the step is taken. */
import { type Called, lateCases, noteCall } from '../store/cases/late.js';
import { channelsOf, openAddress } from '../store/delivery/channels.js';
import { type DeskKey, deskKey } from '../store/delivery/seal.js';
import type { Store } from '../store/store.js';
import { type Clock, type Limits, STAGES } from '../warning/clocks.js';
import { mailChannel } from './mail.js';
import { failed, type Outcome, reasonOf } from './outcome.js';
import { pushed, vapidKeys } from './push.js';
import type { Note } from './sending.js';
import type { DeliverySettings } from './settings.js';

/** Hours for which a push service keeps a call for who is offline: after them the next call has long gone out. */
const PUSH_HOURS = 24;

/** @returns how many cases people were called to. A call that reaches nobody is on record all the same, and repeated. */
export async function callLate(
  store: Store,
  settings: DeliverySettings,
  limits: Limits,
  now = new Date(),
  key: () => DeskKey = deskKey,
): Promise<number> {
  const cases = await lateCases(store.db, limits, now);
  if (cases.every(({ people }) => people.length === 0)) return 0;
  const mail = mailChannel(settings);
  try {
    for (const late of cases) {
      const note = noteOf(settings, late.id, late.clocks, late.instead);
      const called = await Promise.all(
        late.people.map(async (person): Promise<Called> => {
          const channels = await channelsOf(store.db, { of: 'person', id: person });
          const outcomes = await Promise.all(
            channels.map(async (channel) => {
              const { outcome, detail } = await call(store, settings, key, mail, note, channel, now);
              return { kind: channel.kind, outcome, detail };
            }),
          );
          return { person, channels: outcomes };
        }),
      );
      await noteCall(store, late, called, now);
    }
  } finally {
    mail.close();
  }
  return cases.length;
}

async function call(
  { db }: Store,
  settings: DeliverySettings,
  key: () => DeskKey,
  mail: ReturnType<typeof mailChannel>,
  note: Note,
  channel: Parameters<typeof openAddress>[1],
  now: Date,
): Promise<Outcome> {
  try {
    const address = openAddress(key(), channel);
    if (address.kind === 'email') return await mail.note(note, address.email);
    if (address.kind === 'webhook') return failed('people are not called by webhook');
    const until = new Date(now.getTime() + PUSH_HOURS * 3_600_000);
    return await pushed({ ...note }, until, address, await vapidKeys(db, key()), settings);
  } catch (error) {
    return failed(reasonOf(error));
  }
}

/** What is late and where; what the case is about stands behind the sign-in. */
function noteOf({ publicUrl }: DeliverySettings, id: string, clocks: readonly Clock[], instead: boolean): Note {
  const late = clocks.map(({ stage, minutes, limit }) => {
    return `${STAGES[stage].says}, ${Math.round(minutes)} minutes so far; this desk allows ${limit}`;
  });
  const who = instead
    ? 'Nobody is left who may take the next step without having taken part in it: give somebody the role.'
    : 'You may take the next step.';
  const body = `${who}\n\nLate:\n${late.map((line) => `- ${line}`).join('\n')}`;
  const what = clocks.some(({ stage }) => stage === 'approve') ? 'Second approval overdue' : 'A case runs late';
  return { tag: id, title: `Tocsin: ${what}`, body, url: `${publicUrl}/cases/${id}` };
}
