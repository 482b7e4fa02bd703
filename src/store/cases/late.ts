/** Cases that run late, and who is called to each. */
import type { Kysely } from 'kysely';
import { AWAITED, type Clock, callDue, type Limits } from '../../warning/clocks.js';
import { may } from '../../warning/people.js';
import { type CaseState, transition } from '../../warning/states.js';
import { lastBy, record } from '../audit/audit.js';
import type { Database } from '../schema.js';
import type { Store } from '../store.js';
import { asWriter } from '../writer.js';
import { clocksFor } from './times.js';

/** A case to which people are to be called. */
export interface LateCase {
  id: string;
  /** What runs late. */
  clocks: Clock[];
  /** Ids of accounts. */
  people: string[];
  /** Whether they are administrators who cannot take the step themselves, but can give somebody the role. */
  instead: boolean;
}

/** What came of calling a person, by the kind of each of their channels. No address. */
export interface Called {
  person: string;
  channels: { kind: string; outcome: string; detail: string }[];
}

/** Open cases looked at in one go; the oldest first. */
const MOST = 1000;

/** The cases to which people are to be called now. Three queries, and some more for each such case. */
export async function lateCases(db: Kysely<Database>, limits: Limits, now: Date): Promise<LateCase[]> {
  const cases = await db
    .selectFrom('duty_case')
    .select(['id', 'state', 'state_before', 'acquired_at', 'recognised_at', 'decided_at', 'released_at', 'called_at'])
    .where('state', 'in', Object.keys(AWAITED) as CaseState[])
    .orderBy('seq')
    .limit(MOST)
    .execute();
  const clocks = await clocksFor(db, cases, limits, now.getTime());
  const due = cases.flatMap((each, i) => {
    const late = (clocks[i] ?? []).filter(({ running, late }) => running && late);
    if (late.length === 0) return [];
    const since = now.getTime() - Math.min(...late.map(({ minutes, limit }) => minutes - limit)) * 60_000;
    return callDue(since, each.called_at?.getTime() ?? null, now.getTime()) ? [{ ...each, late }] : [];
  });
  if (due.length === 0) return [];
  const people = await db.selectFrom('person').select(['id', 'roles']).where('closed_at', 'is', null).execute();
  return Promise.all(
    due.map(async ({ id, state, late }) => {
      const { action, another = [] } = transition(AWAITED[state]!.step);
      const own = await Promise.all(another.map((step) => lastBy(db, `case:${id}`, step)));
      const able = people.filter((each) => may(each.roles, action) && !own.includes(each.id));
      const called = able.length > 0 ? able : people.filter((each) => may(each.roles, 'people'));
      return { id, clocks: late, people: called.map((each) => each.id), instead: able.length === 0 };
    }),
  );
}

/** Notes that people were called to a case, with what came of it. */
export async function noteCall(
  store: Store,
  { id, clocks, instead }: LateCase,
  people: readonly Called[],
  at: Date,
): Promise<void> {
  await asWriter(store.db, async (trx) => {
    await trx.updateTable('duty_case').set({ called_at: at }).where('id', '=', id).execute();
    const late = clocks.map(({ stage, minutes, limit }) => ({ stage, minutes: Math.round(minutes), limit }));
    await record(trx, { by: 'machine', subject: `case:${id}`, action: 'call', details: { late, instead, people }, at });
  });
}
