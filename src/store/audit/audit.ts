/** The desk's record: who did what, when and why, as a chain of hashes. */
import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { AuditRow } from '../duty-tables.js';
import type { Database } from '../schema.js';

/** One entry. `by` is a person's id, `machine`, or `local` for the one user of a desk without accounts. */
export interface AuditEntry {
  /** From 1 on, without gaps. */
  seq: number;
  /** ISO 8601 with milliseconds, UTC. */
  at: string;
  by: string;
  /** What it is about: `case:…`, `person:…`, `recipient:…`. */
  subject: string;
  action: string;
  details: Record<string, unknown>;
  /** SHA-256 in hex of this entry with the hash of the one before. */
  hash: string;
}

export interface NewAuditEntry {
  by: string;
  subject: string;
  action: string;
  details?: Record<string, unknown>;
  at?: Date;
}

/** The hash of an entry: SHA-256 over a JSON list of its fields and the hash before it. */
export function auditHash({ seq, at, by, subject, action, details, previous }: Omit<AuditRow, 'hash'>): string {
  const fields = JSON.stringify([seq, at.toISOString(), by, subject, action, details, previous]);
  return createHash('sha256').update(fields).digest('hex');
}

/** Adds to the record, in the transaction of what it records, which must be the writer's (`asWriter`). */
export async function record(
  trx: Transaction<Database>,
  { by, subject, action, details = {}, at = new Date() }: NewAuditEntry,
): Promise<AuditEntry> {
  const head = await trx.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirstOrThrow();
  const row = { seq: head.seq + 1, at, by, subject, action, details: JSON.stringify(details), previous: head.hash };
  const hash = auditHash(row);
  await trx
    .insertInto('audit')
    .values({ ...row, hash })
    .execute();
  await trx.updateTable('audit_head').set({ seq: row.seq, hash }).execute();
  return entryOf({ ...row, hash });
}

/** Entries about a subject, in order; `after` is the seq to go on from. At most `limit`. */
export async function auditOf(
  db: Kysely<Database>,
  subject: string | null,
  { after = 0, limit = 1000 }: { after?: number; limit?: number } = {},
): Promise<AuditEntry[]> {
  const all = db.selectFrom('audit').selectAll().where('seq', '>', after).orderBy('seq').limit(limit);
  const rows = await (subject === null ? all : all.where('subject', '=', subject)).execute();
  return rows.map(entryOf);
}

/** Who took an action on a subject last. */
export async function lastBy(db: Kysely<Database>, subject: string, action: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('audit')
    .select('by')
    .where('subject', '=', subject)
    .where('action', '=', action)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.by;
}

function entryOf({ at, details, previous: _, ...row }: AuditRow): AuditEntry {
  return { ...row, at: at.toISOString(), details: JSON.parse(details) as Record<string, unknown> };
}
