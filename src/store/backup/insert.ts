import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { SETS_VALUE } from '../decisions/decisions.js';
import { StoreError } from '../error.js';
import { readingRow } from '../reports/reading-row.js';
import type { Database, NewReportRow } from '../schema.js';
import type { BackupDecision, BackupReport } from './format.js';

/**
 * Stores those of the reports that are not here yet, in their order.
 * @returns how many these were
 * @throws StoreError where a report's bytes are not those that its id names
 */
export async function insertReports(trx: Transaction<Database>, reports: BackupReport[]): Promise<number> {
  if (reports.length === 0) return 0;
  const inserted = await trx
    .insertInto('report')
    .values(reports.map(reportRow))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  const ids = new Set(inserted.map(({ id }) => id));
  const readings = reports
    .filter(({ id }) => ids.has(id))
    .map(({ id, statements, reader }) => readingRow(id, statements, reader));
  if (readings.length > 0) await trx.insertInto('reading').values(readings).execute();
  return readings.length;
}

function reportRow({
  received,
  mediaType,
  bytes: base64,
  statements: _,
  reader: __,
  ...row
}: BackupReport): NewReportRow {
  const bytes = base64 === null ? Buffer.from(row.text) : Buffer.from(base64, 'base64');
  if (row.id !== `sha256:${createHash('sha256').update(bytes).digest('hex')}`) {
    throw new StoreError(`The bytes of ${row.id} are not what they were when it was received. Nothing was restored.`);
  }
  return { ...row, bytes: base64 === null ? null : bytes, media_type: mediaType, received_at: new Date(received) };
}

/** Stores a decision, and its undoing, where they are not here yet. @returns whether the decision was new */
export async function insertDecision(
  trx: Transaction<Database>,
  { undone, at, slot, value, ...decision }: BackupDecision,
): Promise<boolean> {
  const inserted = await trx
    .insertInto('decision')
    .values({
      ...decision,
      slot: slot ?? null,
      value: SETS_VALUE.has(decision.kind) ? JSON.stringify(value ?? null) : null,
      at: new Date(at),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (undone) {
    await trx
      .insertInto('decision_undone')
      .values({ decision: decision.id, by: undone.by, at: new Date(undone.at) })
      .onConflict((conflict) => conflict.column('decision').doNothing())
      .execute();
  }
  return inserted !== undefined;
}
