/** Steps of a case: the table of src/warning/states.ts, kept by the store. */
import type { Transaction, Updateable } from 'kysely';
import type { Assessment, Waiver } from '../../warning/schema.js';
import { type CaseState, type Step, type Transition, transition } from '../../warning/states.js';
import { lastBy, record } from '../audit/audit.js';
import { enqueue } from '../delivery/outbox.js';
import type { DutyCaseTable } from '../duty-tables.js';
import { StoreError } from '../error.js';
import { countPeople } from '../people/people.js';
import type { Database } from '../schema.js';
import { type CaseWarning, type DutyCase, getCase, warningsOf } from './case.js';
import { beginDraft, lastReleased, openDraft } from './draft.js';
import { assertFinished, assertTold, assertTorn } from './guard.js';

/** A step that somebody takes, with what the table says that it needs. */
export interface CaseStep {
  step: Step;
  why?: string | undefined;
  assessment?: Assessment | undefined;
  waiver?: Waiver | undefined;
  kind?: 'Update' | 'Cancel' | undefined;
  outcome?: unknown;
  /** Minutes until a second person has to approve an emergency release. */
  approvalMinutes?: number | undefined;
}

/** The two people's rule was broken: the sentence says by whom and how. */
export class TwoPeopleError extends StoreError {}

/**
 * Takes a step, in the writer's transaction. `by` is a person's id, `local`, or `machine`. Roles are for the caller to
 * check (`transition(step).action`); that two people take part is checked here and, for warnings, by the database.
 * @throws StoreError where the case is in another state, or something is missing; TwoPeopleError.
 */
export async function takeStep(
  trx: Transaction<Database>,
  id: string,
  taken: CaseStep,
  by: string,
  at = new Date(),
): Promise<DutyCase> {
  const row = transition(taken.step);
  const before = await getCase(trx, id);
  if ((by === 'machine') !== (row.machine === 'only') && !(by === 'machine' && row.machine === 'may'))
    throw new StoreError(
      by === 'machine' ? `“${taken.step}” is for a person.` : `“${taken.step}” is taken by the desk itself.`,
    );
  if (!row.from.includes(before.state))
    throw new StoreError(`“${taken.step}” is a step from ${row.from.join(' or ')}; this case is ${before.state}.`);
  const missing = row.needs.find((need) => lacks(taken, need));
  if (missing !== undefined) throw new StoreError(`“${taken.step}” needs ${NEEDED[missing]}.`);
  await another(trx, id, row, by);

  const warnings = await warningsOf(trx, id);
  const to = target(row, before);
  const effect = await EFFECTS[taken.step]?.({ trx, id, taken, by, at, before, warnings });
  await trx
    .updateTable('duty_case')
    .set({ state: to, changed_at: at, called_at: null, ...effect })
    .where('id', '=', id)
    .execute();
  const { step, ...details } = taken;
  const draft = openDraft(warnings) ?? lastReleased(warnings);
  await record(trx, {
    by,
    subject: `case:${id}`,
    action: step,
    details: { from: before.state, to, warning: draft?.id ?? null, ...details },
    at,
  });
  // A cancellation that has gone out ends its case at once; one that still needs a second approval waits for that.
  if (to === 'released' && (openDraft(warnings) ?? lastReleased(warnings))?.kind === 'Cancel')
    return takeStep(trx, id, { step: 'cancelled' }, 'machine', at);
  return getCase(trx, id);
}

const NEEDED = {
  why: 'a reason',
  assessment: 'an answer to each test',
  waiver: 'a ground and its evidence',
  draft: 'a wording',
  kind: 'to say whether it updates or cancels',
  outcome: 'what came of it',
};

function lacks(taken: CaseStep, need: keyof typeof NEEDED): boolean {
  if (need === 'draft') return false;
  if (need === 'why') return (taken.why ?? '').trim() === '';
  return taken[need] === undefined;
}

/** Refuses who took the step that this one has to check. */
async function another(
  trx: Transaction<Database>,
  id: string,
  { step, another: steps }: Transition,
  by: string,
): Promise<void> {
  if (steps === undefined) return;
  for (const checked of steps) {
    if ((await lastBy(trx, `case:${id}`, checked)) === by)
      throw new TwoPeopleError(`Two people: who took the step “${checked}” cannot take the step “${step}” on it.`);
  }
}

function target({ step, to }: Transition, before: DutyCase): CaseState {
  if (to !== 'before-revise') return to;
  if (before.state_before === null) throw new StoreError(`“${step}” is for a revision; nothing has gone out yet.`);
  return before.state_before;
}

interface Taking {
  trx: Transaction<Database>;
  id: string;
  taken: CaseStep;
  by: string;
  at: Date;
  before: DutyCase;
  warnings: readonly CaseWarning[];
}

/** What a step changes besides the state: in the rows of warnings, and in the columns of the case that it returns. */
const EFFECTS: Partial<Record<Step, (taking: Taking) => Promise<Updateable<DutyCaseTable>>>> = {
  attach: async ({ taken, at }) => ({ assessment: JSON.stringify(taken.assessment), decided_at: at }),
  'set-aside': async ({ taken, at }) => ({ assessment: JSON.stringify(taken.assessment), decided_at: at }),
  'propose-waiver': async ({ taken }) => ({ waiver: JSON.stringify(taken.waiver) }),
  'refuse-waiver': async () => ({ waiver: null }),
  submit: async ({ trx, by, at, warnings }) => {
    if (!(await hasAccount(trx, by)))
      throw new StoreError('Submitting needs an account: a second person must be able to approve it.');
    const draft = draftOf(warnings);
    assertFinished(draft);
    await assertTold(trx, draft);
    await set(trx, draft, { submitted_by: by, submitted_at: at });
    return {};
  },
  return: async ({ trx, warnings }) => {
    await set(trx, draftOf(warnings), { submitted_by: null, submitted_at: null, approved_by: null, approved_at: null });
    return {};
  },
  approve: async ({ trx, by, at, warnings }) => {
    await set(trx, draftOf(warnings), { approved_by: by, approved_at: at });
    return {};
  },
  release: async ({ trx, by, at, before, warnings }) => {
    await release(trx, draftOf(warnings), { released_by: by, released_at: at }, warnings, at);
    return { released_at: before.released_at ?? at, state_before: null };
  },
  'release-emergency': async ({ trx, taken, by, at, before, warnings }) => {
    const due = new Date(at.getTime() + (taken.approvalMinutes ?? 240) * 60_000);
    await release(
      trx,
      draftOf(warnings),
      { released_by: by, released_at: at, emergency: true, approval_due: due },
      warnings,
      at,
    );
    return { released_at: before.released_at ?? at, state_before: null };
  },
  ratify: async ({ trx, by, at, warnings }) => {
    const unapproved = lastReleased(warnings);
    if (unapproved !== null) await set(trx, unapproved, { approved_by: by, approved_at: at });
    return {};
  },
  revise: async ({ trx, id, taken, by, before, warnings }) => {
    const last = lastReleased(warnings);
    if (last === null || taken.kind === undefined)
      throw new StoreError('Nothing has gone out yet that could be revised.');
    await beginDraft(trx, id, taken.kind, last.content, by, warnings);
    return { state_before: before.state };
  },
  abandon: async ({ trx, warnings }) => {
    const draft = openDraft(warnings);
    if (draft !== null) {
      await trx.deleteFrom('warning_recipient').where('warning', '=', draft.id).execute();
      await trx.deleteFrom('tear_line_allowance').where('warning', '=', draft.id).execute();
      await trx.deleteFrom('warning').where('id', '=', draft.id).execute();
    }
    return { state_before: null };
  },
  reopen: async ({ at }) => ({ recognised_at: at, decided_at: null, assessment: null, waiver: null, outcome: null }),
  close: async ({ taken }) => ({ outcome: JSON.stringify(taken.outcome) }),
};

function draftOf(warnings: readonly CaseWarning[]): CaseWarning {
  const draft = openDraft(warnings);
  if (draft === null) throw new StoreError('Nothing is worded yet in this case.');
  return draft;
}

/** What goes out, and its outbox, in one transaction. An update or a cancellation waits for no approval that is due before. */
async function release(
  trx: Transaction<Database>,
  draft: CaseWarning,
  values: Partial<CaseWarning>,
  warnings: readonly CaseWarning[],
  at: Date,
): Promise<void> {
  if (draft.kind !== 'Cancel' && (draft.valid_until === null || draft.valid_until.getTime() <= at.getTime()))
    throw new StoreError('The warning has no end of validity that is still to come.');
  if (draft.kind !== 'Alert' && lastReleased(warnings)?.id !== draft.follows)
    throw new StoreError('This follows a warning that is no longer the newest of its case.');
  if ((await countPeople(trx)) < 2) throw new StoreError('Nothing goes out before two people have accounts.');
  await assertTorn(trx, draft);
  await set(trx, draft, values);
  await enqueue(trx, draft.id, at);
}

async function set(
  trx: Transaction<Database>,
  { id }: CaseWarning,
  values: Partial<Omit<CaseWarning, 'content'>>,
): Promise<void> {
  await trx.updateTable('warning').set(values).where('id', '=', id).execute();
}

async function hasAccount(trx: Transaction<Database>, id: string): Promise<boolean> {
  return (await trx.selectFrom('person').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}
