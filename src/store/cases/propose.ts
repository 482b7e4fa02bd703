/** Cases that the machine proposes from what a new report has brought, and cases that it opens again. */
import { sql, type Transaction } from 'kysely';
import type { Reliability } from '../../picture/decision.js';
import { reportOf } from '../../picture/refs.js';
import type { PictureIncident } from '../../picture/schema.js';
import type { Proposal } from '../../warning/schema.js';
import { type CaseState, stepsFrom } from '../../warning/states.js';
import { ofIncident, ofWarning, type Subject } from '../../warning/subject.js';
import { propose } from '../../warning/threshold.js';
import { reliabilitiesOf } from '../grades/grades.js';
import { loadClusters } from '../picture/clusters.js';
import { loadWarnings } from '../picture/warnings.js';
import type { Database } from '../schema.js';
import { addStatements, openCase } from './case.js';
import { takeStep } from './step.js';
import { threatSubjects } from './threats.js';

/** Only what has not happened yet can be warned of. */
const AHEAD = ['planned', 'threatened'] as const;

/**
 * Looks at the warnings, plots and threats that reports tell of, in the transaction in which they were accepted. The cost
 * depends on these reports, not on how many there are. A subject that has a case gets the new statements in it; one that
 * had ended is opened again where an origin tells of it that had not before.
 */
export async function proposeCases(
  trx: Transaction<Database>,
  reports: readonly number[],
  at = new Date(),
): Promise<void> {
  const subjects = await subjectsOf(trx, reports);
  const publishers = [
    ...new Set(subjects.flatMap(({ sources }) => sources.flatMap(({ publisher }) => publisher ?? []))),
  ];
  const grades = await reliabilitiesOf(trx, publishers);
  const reliability = (publisher: string | null): Reliability => grades.get(publisher ?? '')?.grade ?? 'F';
  for (const subject of subjects) {
    const proposal = propose(subject, reliability);
    const there = await caseOf(trx, subject);
    if (there !== null) await follow(trx, there, subject, proposal, at);
    else if (proposal !== null)
      await openCase(
        trx,
        {
          title: proposal.title,
          subject: proposal.subject,
          proposal,
          statements: proposal.statements,
          acquired: await acquired(trx, proposal.statements),
        },
        'machine',
        at,
      );
  }
}

async function subjectsOf(trx: Transaction<Database>, reports: readonly number[]): Promise<Subject[]> {
  const told = await clustersOf(trx, reports, 'warning').execute();
  const warnings = await loadWarnings(trx, [...new Set(told.map(({ cluster }) => cluster))]);
  const plots = await trx
    .selectFrom('picture_incident')
    .where('id', 'in', clustersOf(trx, reports, 'incident'))
    .where('status', 'in', AHEAD)
    .select('id')
    .execute();
  const incidents = await loadClusters(
    trx,
    plots.map(({ id }) => id),
  );
  const known = [
    ...warnings.map(ofWarning),
    ...incidents.filter((each): each is PictureIncident => 'attributions' in each).map(ofIncident),
  ];
  return [
    ...known,
    ...(await threatSubjects(
      trx,
      reports,
      known.flatMap((subject) => subject.sources),
    )),
  ];
}

/** The clusters that these reports' statements of a kind count to. */
const clustersOf = (trx: Transaction<Database>, reports: readonly number[], kind: 'warning' | 'incident') =>
  trx
    .selectFrom('picture_mention as mention')
    .innerJoin('picture_member as member', 'member.mention', 'mention.id')
    .where('mention.report', '=', sql<number>`any(${reports}::bigint[])`)
    .where('mention.kind', '=', kind)
    .select('member.cluster');

/** The case of a subject: by its id, or, where the picture has joined it anew since, by any statement of it. */
async function caseOf(
  trx: Transaction<Database>,
  { id, statements }: Subject,
): Promise<{ id: string; state: CaseState; proposal: string } | null> {
  const columns = ['duty_case.id', 'state', 'proposal'] as const;
  const own = await trx.selectFrom('duty_case').select(columns).where('subject', '=', id).executeTakeFirst();
  if (own) return own;
  const tied = await trx
    .selectFrom('case_statement')
    .innerJoin('duty_case', 'duty_case.id', 'case_statement.duty_case')
    .select(columns)
    .where('statement', 'in', statements.slice(0, 1000))
    .orderBy('duty_case.seq')
    .executeTakeFirst();
  return tied ?? null;
}

async function follow(
  trx: Transaction<Database>,
  there: { id: string; state: CaseState; proposal: string },
  subject: Subject,
  proposal: Proposal | null,
  at: Date,
): Promise<void> {
  const added = await addStatements(trx, there.id, subject.statements, at);
  const before = JSON.parse(there.proposal) as Proposal | null;
  const fresh = subject.origins > (before?.origins ?? 0);
  if (proposal !== null)
    await trx
      .updateTable('duty_case')
      .set({ proposal: JSON.stringify(proposal), changed_at: at })
      .where('id', '=', there.id)
      .execute();
  if (added > 0 && fresh && proposal !== null && stepsFrom(there.state).some(({ step }) => step === 'reopen'))
    await takeStep(trx, there.id, { step: 'reopen', why: 'another origin tells of it' }, 'machine', at);
}

/** When the first report of these statements reached the desk. */
async function acquired(trx: Transaction<Database>, statements: readonly string[]): Promise<Date | null> {
  const reports = [...new Set(statements.map(reportOf))];
  const row = await trx
    .selectFrom('report')
    .where('id', 'in', reports.slice(0, 1000))
    .select((is) => is.fn.min('received_at').as('first'))
    .executeTakeFirst();
  return (row?.first as Date | undefined) ?? null;
}
