/** Cases as the API shows them. */
import type { Kysely } from 'kysely';
import { auditOf } from '../store/audit/audit.js';
import { type DutyCase, type CaseWarning as Stored, statementsOf, warningsOf } from '../store/cases/case.js';
import { marksOf } from '../store/cases/guard.js';
import type { Called } from '../store/cases/late.js';
import { clocksFor } from '../store/cases/times.js';
import type { Database } from '../store/schema.js';
import { setting } from '../store/settings.js';
import { LIMITS, type Limits } from '../warning/clocks.js';
import { may } from '../warning/people.js';
import { plainness, smsLength } from '../warning/plain.js';
import { SLOTS } from '../warning/schema.js';
import { stepsFrom, type Transition } from '../warning/states.js';
import type { Person } from './person.js';
import type { CasePage, CaseSummary, CaseWarning } from './schema-cases.js';

export const limitsOf = async (db: Kysely<Database>): Promise<Limits> => ({
  ...LIMITS,
  ...(await setting<Partial<Limits>>(db, 'limits', {})),
});

/** Cases in a line each, those running late first. */
export async function caseSummaries(db: Kysely<Database>, cases: readonly DutyCase[]): Promise<CaseSummary[]> {
  const clocks = await clocksFor(db, cases, await limitsOf(db));
  const late = (each: CaseSummary): number =>
    Math.max(
      0,
      ...each.clocks.filter(({ running, late }) => running && late).map(({ minutes, limit }) => minutes - limit),
    );
  return cases.map((each, i) => summary(each, clocks[i] ?? [])).sort((a, b) => late(b) - late(a));
}

function summary(each: DutyCase, clocks: CaseSummary['clocks']): CaseSummary {
  const { id, title, state, opened_by, recognised_at, changed_at, proposal } = each;
  return {
    id,
    title,
    state,
    openedBy: opened_by,
    recognised: recognised_at.toISOString(),
    changed: changed_at.toISOString(),
    clocks,
    proposal,
  };
}

export async function casePage(db: Kysely<Database>, found: DutyCase, person: Person): Promise<CasePage> {
  const [clocks] = await clocksFor(db, [found], await limitsOf(db));
  const record = await auditOf(db, `case:${found.id}`, { limit: 10_000 });
  const lastBy = (step: string): string | undefined => record.filter(({ action }) => action === step).at(-1)?.by;
  return {
    ...summary(found, clocks ?? []),
    assessment: found.assessment,
    waiver: found.waiver,
    outcome: found.outcome,
    statements: await statementsOf(db, found.id),
    warnings: await Promise.all((await warningsOf(db, found.id)).map((warning) => shown(db, warning))),
    steps: stepsFrom(found.state)
      .filter(({ machine, to }) => machine !== 'only' && (to !== 'before-revise' || found.state_before !== null))
      .map((row) => ({ step: row.step, says: row.says, refused: objection(row, person, lastBy) })),
    names: await namesOf(db, [...new Set(record.flatMap(({ by, details }) => [by, ...calledIn(details)]))]),
    record: record.map(({ seq, at, by, action, details }) => ({ seq, at, by, action, details })),
  };
}

/** The accounts that an entry of the record says were called. */
const calledIn = ({ people }: Record<string, unknown>): string[] =>
  Array.isArray(people) ? (people as Called[]).map(({ person }) => person) : [];

async function namesOf(db: Kysely<Database>, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute();
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

function objection(
  { action, another }: Transition,
  person: Person,
  lastBy: (step: string) => string | undefined,
): string | null {
  if (!may(person.roles, action)) return `needs somebody who may ${action}`;
  const own = (another ?? []).find((step) => lastBy(step) === person.id);
  return own === undefined ? null : `needs another person: you took the step “${own}”`;
}

async function shown(db: Kysely<Database>, warning: Stored): Promise<CaseWarning> {
  const recipients = await db
    .selectFrom('warning_recipient')
    .innerJoin('recipient', 'recipient.id', 'warning_recipient.recipient')
    .select(['recipient.id', 'name'])
    .where('warning', '=', warning.id)
    .orderBy('name')
    .execute();
  const time = (at: Date | null): string | null => at?.toISOString() ?? null;
  return {
    id: warning.id,
    number: warning.number,
    kind: warning.kind,
    follows: warning.follows,
    content: warning.content,
    validFrom: time(warning.valid_from),
    validUntil: time(warning.valid_until),
    threatFrom: time(warning.threat_from),
    threatUntil: time(warning.threat_until),
    writtenBy: warning.written_by,
    submittedBy: warning.submitted_by,
    approvedBy: warning.approved_by,
    emergency: warning.emergency,
    approvalDue: time(warning.approval_due),
    releasedBy: warning.released_by,
    releasedAt: time(warning.released_at),
    recipients,
    marks: warning.released_at === null ? await marksOf(db, warning) : [],
    plain: warning.content.messages.map((message) => ({
      ease: plainness(SLOTS.map((slot) => message[slot]).join('\n'), message.language).ease,
      sms: smsLength(`${message.headline}. ${message.action}`),
    })),
  };
}
