/** A released warning and its recipients, driven as the desk drives it, for tests of what becomes of it. */
import { randomUUID } from 'node:crypto';
import { openCase, warningsOf } from '../../src/store/cases/case.js';
import { saveDraft } from '../../src/store/cases/draft.js';
import { type CaseStep, takeStep } from '../../src/store/cases/step.js';
import { addRecipients } from '../../src/store/delivery/recipients.js';
import { type DeskKey, deskKey } from '../../src/store/delivery/seal.js';
import type { Store } from '../../src/store/store.js';
import { asWriter } from '../../src/store/writer.js';
import type { ChannelAddress, NewRecipient } from '../../src/warning/addresses.js';
import type { WarningContent } from '../../src/warning/schema.js';
import type { AudienceGroup } from '../../src/warning/words.js';

/** The key of these tests; the desk finds it in its environment. */
export const KEY = 'a'.repeat(64);
export const TEST_KEY: DeskKey = deskKey(KEY);
export const HOUR = 3_600_000;

export const message = (audience: AudienceGroup, language = 'en') => ({
  audience,
  language,
  headline: language === 'fr' ? 'N’allez pas au stade ce soir' : 'Stay away from the stadium tonight',
  what: language === 'fr' ? 'Une attaque est probable.' : 'An attack on the match is <likely> & "soon".',
  where: 'City stadium',
  when: 'From 18:00 to midnight',
  action: 'Do not go. Tell others who would.',
  authority: 'The security desk',
  contact: 'Duty phone',
});

export const content = (more: Partial<WarningContent> = {}): WarningContent => ({
  tlp: 'TLP:CLEAR',
  messages: [message('public'), message('public', 'fr'), message('at-risk')],
  area: { name: 'City stadium', country: 'FR', lat: 48.92, lon: 2.36, radius: 2 },
  severity: 'Extreme',
  urgency: 'Expected',
  likelihood: 'likely',
  ...more,
});

export const recipient = (...channels: ChannelAddress[]): NewRecipient => ({
  ...{ name: 'Guards', audience: 'at-risk', organisation: null, language: 'en' },
  channels,
});

export const add = (store: Store, ...recipients: NewRecipient[]): Promise<string[]> =>
  asWriter(store.db, (trx) => addRecipients(trx, TEST_KEY, recipients, 'local'));

const step = (store: Store, id: string, taken: CaseStep, by: string) =>
  asWriter(store.db, (trx) => takeStep(trx, id, taken, by));

async function people(store: Store): Promise<[string, string]> {
  const ids: [string, string] = [randomUUID(), randomUUID()];
  const row = { roles: ['administrator' as const], password: '$argon2id$v=19$none', closed_at: null };
  await store.db
    .insertInto('person')
    .values(ids.map((id) => ({ ...row, id, name: id, created_at: new Date() })))
    .execute();
  return ids;
}

/** A warning that is out. */
export interface Out {
  duty: string;
  warning: string;
  people: [string, string];
}

/** Opens a case and releases its alert to these recipients, by two people. */
export async function release(store: Store, recipients: string[], said = content(), hours = 6): Promise<Out> {
  const [ann, ben] = await people(store);
  const { id } = await asWriter(store.db, (trx) =>
    openCase(trx, { title: 'A plot', subject: null, proposal: null, statements: [], acquired: null }, 'local'),
  );
  const answers = { credible: 'yes', specific: 'yes', impending: 'yes', harm: 'yes', target: 'yes' } as const;
  await step(store, id, { step: 'attach', assessment: { answers, likelihood: 'likely' }, why: 'met' }, ann);
  await word(store, id, recipients, said, hours, ann);
  return { duty: id, warning: await sendOut(store, id, [ann, ben]), people: [ann, ben] };
}

/** Releases an update or a cancellation of what is out. */
export async function follow(
  store: Store,
  { duty, people: [ann, ben] }: Out,
  kind: 'Update' | 'Cancel',
): Promise<string> {
  await step(store, duty, { step: 'revise', kind, why: 'news' }, ann);
  return sendOut(store, duty, [ann, ben]);
}

const word = (store: Store, id: string, recipients: string[], said: WarningContent, hours: number, by: string) =>
  saveDraft(
    store,
    id,
    {
      ...{ content: said, validFrom: null, validUntil: new Date(Date.now() + hours * HOUR), recipients },
      ...{ threatFrom: null, threatUntil: new Date(Date.now() + 24 * HOUR) },
    },
    by,
  );

async function sendOut(store: Store, id: string, [ann, ben]: [string, string]): Promise<string> {
  await step(store, id, { step: 'submit' }, ann);
  await step(store, id, { step: 'approve' }, ben);
  await step(store, id, { step: 'release' }, ann);
  return (await warningsOf(store.db, id)).at(-1)!.id;
}
