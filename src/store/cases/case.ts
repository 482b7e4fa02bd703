/** Cases of the duty to warn, as they are kept: opened, found, listed. */
import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Assessment, Proposal, Waiver, WarningContent } from '../../warning/schema.js';
import type { CaseState } from '../../warning/states.js';
import { record } from '../audit/audit.js';
import type { DutyCaseTable, WarningTable } from '../duty-tables.js';
import { StoreError } from '../error.js';
import type { Database } from '../schema.js';

export interface DutyCase extends Omit<Selectable<DutyCaseTable>, 'proposal' | 'assessment' | 'waiver' | 'outcome'> {
  /** `null` where a person opened it. */
  proposal: Proposal | null;
  assessment: Assessment | null;
  waiver: Waiver | null;
  /** As src/warning/look-back.ts judged it and a person settled it. */
  outcome: unknown;
}

export interface CaseWarning extends Omit<Selectable<WarningTable>, 'content'> {
  content: WarningContent;
}

export interface NewCase {
  title: string;
  subject: string | null;
  proposal: Proposal | null;
  statements: readonly string[];
  /** When the first of its reports reached the desk. */
  acquired: Date | null;
  /** Why a person opened it. */
  why?: string;
}

/**
 * Opens a case, in the writer's transaction; one that its subject has already is given back as it is (`opened` false):
 * ten reports of one warning make one case. `by` is a person's id, `local` or `machine`.
 */
export async function openCase(
  trx: Transaction<Database>,
  { title, subject, proposal, statements, acquired, why }: NewCase,
  by: string,
  at = new Date(),
): Promise<{ id: string; opened: boolean }> {
  if (subject !== null) {
    const there = await trx.selectFrom('duty_case').select('id').where('subject', '=', subject).executeTakeFirst();
    if (there) return { id: there.id, opened: false };
  }
  const id = randomUUID();
  await trx
    .insertInto('duty_case')
    .values({
      id,
      title,
      subject,
      state: 'proposed',
      state_before: null,
      proposal: JSON.stringify(proposal),
      assessment: null,
      waiver: null,
      outcome: null,
      opened_by: by,
      acquired_at: acquired,
      recognised_at: at,
      decided_at: null,
      released_at: null,
      changed_at: at,
    })
    .execute();
  await addStatements(trx, id, statements, at);
  await record(trx, { by, subject: `case:${id}`, action: 'open', details: { title, subject, statements, why }, at });
  return { id, opened: true };
}

/** Ties statements to a case; those it has already stay. @returns how many were new */
export async function addStatements(
  trx: Transaction<Database>,
  id: string,
  statements: readonly string[],
  at: Date,
): Promise<number> {
  if (statements.length === 0) return 0;
  const added = await trx
    .insertInto('case_statement')
    .values(statements.map((statement) => ({ duty_case: id, statement, added_at: at })))
    .onConflict((is) => is.doNothing())
    .executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows ?? 0);
}

/** @throws StoreError where there is no such case */
export async function getCase(db: Kysely<Database>, id: string): Promise<DutyCase> {
  const row = await db.selectFrom('duty_case').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new StoreError(`There is no case ${id}.`);
  return caseOf(row);
}

/** Cases, the newest first; `before` is the `seq` to go on from. */
export async function listCases(
  db: Kysely<Database>,
  { states, before, limit = 50 }: { states?: readonly CaseState[]; before?: number; limit?: number } = {},
): Promise<DutyCase[]> {
  let query = db.selectFrom('duty_case').selectAll().orderBy('seq', 'desc').limit(limit);
  if (states !== undefined) query = query.where('state', 'in', states);
  if (before !== undefined) query = query.where('seq', '<', before);
  return (await query.execute()).map(caseOf);
}

/** The warnings of a case in the order in which they were worded. */
export async function warningsOf(db: Kysely<Database>, id: string): Promise<CaseWarning[]> {
  const rows = await db.selectFrom('warning').selectAll().where('duty_case', '=', id).orderBy('number').execute();
  return rows.map(warningOf);
}

/** @throws StoreError where there is no such warning */
export async function getWarning(db: Kysely<Database>, id: string): Promise<CaseWarning> {
  const row = await db.selectFrom('warning').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new StoreError(`There is no warning ${id}.`);
  return warningOf(row);
}

/** The statements that a case rests on, in the order in which they came. */
export async function statementsOf(db: Kysely<Database>, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('case_statement')
    .select('statement')
    .where('duty_case', '=', id)
    .orderBy('added_at')
    .orderBy('statement')
    .execute();
  return rows.map(({ statement }) => statement);
}

const warningOf = ({ content, ...row }: Selectable<WarningTable>): CaseWarning => ({
  ...row,
  content: JSON.parse(content) as WarningContent,
});

const parsed = <T>(json: string | null): T | null => (json === null ? null : (JSON.parse(json) as T));

const caseOf = ({ proposal, assessment, waiver, outcome, ...row }: Selectable<DutyCaseTable>): DutyCase => ({
  ...row,
  proposal: parsed<Proposal>(proposal),
  assessment: parsed<Assessment>(assessment),
  waiver: parsed<Waiver>(waiver),
  outcome: parsed<unknown>(outcome),
});
