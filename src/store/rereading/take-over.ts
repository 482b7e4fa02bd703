import { sql, type Transaction } from 'kysely';
import { loadCatalogue } from '../../catalogue/catalogue.js';
import { carry } from '../../picture/rereading/carry.js';
import { type ToldStatement, toldIn } from '../../picture/rereading/told.js';
import type { Reading } from '../../reading/schema.js';
import { rebuildPictureIn } from '../picture/rebuild.js';
import { READER, REPORT_COLUMNS, readingOf, readingRow } from '../reports/reading-row.js';
import type { Database } from '../schema.js';
import type { Store } from '../store.js';
import { asWriter } from '../writer.js';
import { type Move, movePointers, type Pointers, pointersIn } from './pointers.js';

export interface TakenOver {
  reports: number;
  /** Of these, those in which something else was read than before. */
  changed: number;
  /** Statements that were decided on or that a case rests on, and that are found again; found again after they had been lost; lost. */
  kept: number;
  found: number;
  lost: number;
}

/** Reports a step. */
const BATCH = 200;

/**
 * Puts the readings that were made anew in the place of the older ones, in one transaction with what follows: every
 * decision is about the same statement as before, under its new number, or stands among those that no longer apply;
 * and the picture is made from the new readings. Stopped at any moment, all of it has happened or none.
 * @param afterwards is told the reports in which something else is read now (`seq`)
 */
export async function takeOver(
  store: Store,
  afterwards: (trx: Transaction<Database>, reports: readonly number[]) => Promise<void> = async () => {},
): Promise<TakenOver> {
  return asWriter(store.db, async (trx) => {
    const pointers = await pointersIn(trx);
    const taken: TakenOver = { reports: 0, changed: 0, kept: 0, found: 0, lost: 0 };
    const moves: Move[] = [];
    const changed: number[] = [];
    for (let after = ''; ; ) {
      const rows = await staged(trx, after);
      for (const { seq, before, now, reader } of rows) {
        taken.reports += 1;
        if (JSON.stringify(before) !== JSON.stringify(now)) changed.push(seq);
        moves.push(...movesOf(before, now, reader, pointers));
        const { report, ...statements } = now;
        await trx
          .updateTable('reading')
          .set(readingRow(report.id, statements, READER))
          .where('report', '=', report.id)
          .execute();
      }
      const last = rows.at(-1);
      if (!last) break;
      after = last.now.report.id;
    }
    await movePointers(
      trx,
      moves.filter(({ was, now }) => was !== now),
    );
    for (const { was, lost } of moves) taken[lost ? 'lost' : was.includes('@') ? 'found' : 'kept'] += 1;
    taken.changed = changed.length;
    await sql`delete from reading_next where statements is not null`.execute(trx);
    if (changed.length > 0) {
      await rebuildPictureIn(trx);
      await afterwards(trx, changed);
    }
    return taken;
  });
}

async function staged(
  trx: Transaction<Database>,
  after: string,
): Promise<{ seq: number; before: Reading; now: Reading; reader: string }[]> {
  const rows = await trx
    .selectFrom('reading_next as next')
    .innerJoin('report', 'report.id', 'next.report')
    .innerJoin('reading', 'reading.report', 'report.id')
    .where('next.reader', '=', READER)
    .where('next.statements', 'is not', null)
    .where('next.report', '>', after)
    .select(['seq', ...REPORT_COLUMNS, 'reading.statements as before', 'reading.reader', 'next.statements as now'])
    .orderBy('next.report')
    .limit(BATCH)
    .execute();
  return rows.flatMap((row) =>
    row.now === null
      ? []
      : [{ seq: row.seq, reader: row.reader, before: readingOf(row, row.before), now: readingOf(row, row.now) }],
  );
}

/** Where the statements that are pointed to stand in the new reading. */
function movesOf(before: Reading, now: Reading, reader: string, { statements, lost }: Pointers): Move[] {
  const pointed = statements.get(now.report.id);
  if (!pointed) return [];
  return movesBetween(before, now, reader, lost.get(now.report.id)).filter(({ was }) => pointed.has(was));
}

/**
 * Where the statements of a reading stand in another of the same text.
 * @param lost statements of yet earlier readings, which may be found again
 */
export function movesBetween(
  before: Reading,
  now: Reading,
  reader: string,
  lost: ReadonlyMap<string, ToldStatement> = new Map(),
): Move[] {
  const known = loadCatalogue();
  const was = new Map([...toldIn(before, known), ...lost]);
  return [...carry(was, toldIn(now, known))].flatMap(([statement, to]): Move[] => {
    const told = was.get(statement);
    if (to !== null) return [{ was: statement, now: to, lost: null }];
    if (!told || lost.has(statement)) return [];
    return [{ was: statement, now: `${statement}@${reader}`, lost: { told, reader } }];
  });
}
