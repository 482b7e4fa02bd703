import type { Transaction } from 'kysely';
import { rebuildPictureIn } from '../picture/rebuild.js';
import type { Database } from '../schema.js';
import type { Store } from '../store.js';
import { asWriter } from '../writer.js';
import { type DutyRow, type DutyTable, hasOwnRecord, insertDutyRows } from './duty.js';
import type { BackupReport } from './format.js';
import { insertDecision, insertReports, type Renumbered } from './insert.js';
import { readBackup } from './read.js';

/** What a restore did: how many came in, and how many were here before and stayed as they are. */
export interface Restored {
  reports: number;
  reportsKnown: number;
  decisions: number;
  decisionsKnown: number;
  /** Rows of people, cases, warnings, deliveries and the record of them that came in, and that were left out. */
  duty: number;
  dutyLeftOut: number;
}

/** Makes the picture anew from all reports and decisions, in the transaction that brought them. */
export type Rebuild = (trx: Transaction<Database>) => Promise<void>;

/** Reports are stored this many at a time, or fewer where they are long (UTF-16 code units of text). */
const BATCH = { reports: 100, text: 4 * 1024 * 1024 };

/**
 * Brings in the reports and decisions of a backup, in one transaction: all of them, or, where the file is damaged,
 * none. They keep their times and their order of acceptance. A store that holds something already keeps all of it,
 * and what it lacks comes after: reports are known by their bytes and decisions by their ids, neither ever changes,
 * so the union of two stores loses nothing and restoring twice is restoring once. Where both know a report, what is
 * said of it here (title, publisher…) stays.
 * People, cases, warnings and their record come in where the store has no record of its own yet; two records cannot be
 * made one chain, so that otherwise they are left out, and counted.
 * @throws StoreError where the file is missing, damaged, or of a newer format
 */
export async function restore(store: Store, file: string, rebuild: Rebuild = rebuildPictureIn): Promise<Restored> {
  return asWriter(store.db, async (trx) => {
    const restored: Restored = {
      reports: 0,
      reportsKnown: 0,
      decisions: 0,
      decisionsKnown: 0,
      duty: 0,
      dutyLeftOut: 0,
    };
    let batch: BackupReport[] = [];
    let text = 0;
    const renumbered: Renumbered = new Map();
    const flush = async () => {
      const { inserted, renumbered: more } = await insertReports(trx, batch);
      for (const [was, move] of more) renumbered.set(was, move);
      restored.reports += inserted;
      restored.reportsKnown += batch.length - inserted;
      batch = [];
      text = 0;
    };
    const own = await hasOwnRecord(trx);
    const duty = new Map<DutyTable, DutyRow[]>();
    for await (const entry of readBackup(file)) {
      if ('report' in entry) {
        batch.push(entry.report);
        text += entry.report.text.length;
        if (batch.length === BATCH.reports || text > BATCH.text) await flush();
      } else if ('duty' in entry) {
        if (own && entry.duty.table !== 'report_unread') restored.dutyLeftOut += 1;
        else append(duty, entry.duty.table, here(entry.duty, renumbered));
      } else {
        await flush();
        if (await insertDecision(trx, entry.decision, renumbered)) restored.decisions += 1;
        else restored.decisionsKnown += 1;
      }
    }
    await flush();
    for (const [table, rows] of duty) {
      await insertDutyRows(trx, table, rows);
      restored.duty += rows.length;
    }
    await rebuild(trx);
    return restored;
  });
}

/** The row with the statement's number as it is here. */
function here({ table, row }: { table: DutyTable; row: DutyRow }, renumbered: Renumbered): DutyRow {
  const move = table === 'case_statement' ? renumbered.get(String(row.statement)) : undefined;
  return move ? { ...row, statement: move.now } : row;
}

function append(rows: Map<DutyTable, DutyRow[]>, table: DutyTable, row: DutyRow): void {
  const held = rows.get(table);
  if (held) held.push(row);
  else rows.set(table, [row]);
}
