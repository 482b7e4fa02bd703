import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { SETS_VALUE } from '../decisions/decisions.js';
import { StoreError } from '../error.js';
import { REPORT_COLUMNS, readingOf, readingRow } from '../reports/reading-row.js';
import type { Move } from '../rereading/pointers.js';
import { movesBetween } from '../rereading/take-over.js';
import type { Database, NewReportRow } from '../schema.js';
import type { BackupDecision, BackupReport } from './format.js';

/** Where the statements of reports that are here with another reading stand in that: by their numbers in the backup. */
export type Renumbered = Map<string, Move>;

/**
 * Stores those of the reports that are not here yet, in their order. Those that are keep the reading that they have here.
 * @returns how many were stored, and the statements of the others that have another number here
 * @throws StoreError where a report's bytes are not those that its id names
 */
export async function insertReports(
  trx: Transaction<Database>,
  reports: BackupReport[],
): Promise<{ inserted: number; renumbered: Renumbered }> {
  if (reports.length === 0) return { inserted: 0, renumbered: new Map() };
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
  const known = reports.filter(({ id }) => !ids.has(id));
  return { inserted: readings.length, renumbered: await renumber(trx, known) };
}

async function renumber(trx: Transaction<Database>, known: readonly BackupReport[]): Promise<Renumbered> {
  const renumbered: Renumbered = new Map();
  if (known.length === 0) return renumbered;
  const rows = await trx
    .selectFrom('report')
    .innerJoin('reading', 'reading.report', 'report.id')
    .where(
      'id',
      'in',
      known.map(({ id }) => id),
    )
    .select([...REPORT_COLUMNS, 'statements'])
    .execute();
  const here = new Map(rows.map((row) => [row.id, readingOf(row, row.statements)]));
  for (const { id, text, statements, reader } of known) {
    const now = here.get(id);
    if (!now) continue;
    const before = { ...now, ...statements };
    // Extracted from the same bytes by another version, the text may be another: then no place is the same.
    const moves = now.report.text === text ? movesBetween(before, now, reader) : [];
    for (const move of moves) if (move.was !== move.now) renumbered.set(move.was, move);
  }
  return renumbered;
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
  { undone, at, slot, value, lost = [], ...given }: BackupDecision,
  renumbered: Renumbered,
): Promise<boolean> {
  const here = (statement: string | null) => renumbered.get(statement ?? '')?.now ?? statement;
  const decision = { ...given, a: here(given.a) ?? given.a, b: here(given.b) };
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
  const gone = (['a', 'b'] as const).flatMap((side) => {
    const move = renumbered.get(given[side] ?? '')?.lost;
    return move ? [{ side, ...move, told: { ...move.told, of: null }, at }] : [];
  });
  if (inserted)
    for (const { side, reader, told, at } of [...lost, ...gone])
      await trx
        .insertInto('decision_lost')
        .values({ decision: decision.id, side, reader, told: JSON.stringify(told), at: new Date(at) })
        .execute();
  if (undone) {
    await trx
      .insertInto('decision_undone')
      .values({ decision: decision.id, by: undone.by, at: new Date(undone.at) })
      .onConflict((conflict) => conflict.column('decision').doNothing())
      .execute();
  }
  return inserted !== undefined;
}
