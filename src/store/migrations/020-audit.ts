import { type Kysely, sql } from 'kysely';

/**
 * The record of who did what: rows are only ever added, each with the hash of the one before. The triggers stop slips
 * and programs; the chain shows what somebody with the rights of an owner does in spite of them.
 */
export async function audit(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit (
      seq bigint primary key check (seq > 0),
      at timestamptz(3) not null,
      by text not null,
      subject text collate "C" not null,
      action text not null,
      details text not null,
      previous text not null,
      hash text not null
    )`.execute(db);
  await sql`create index audit_subject on audit (subject, seq)`.execute(db);
  await sql`
    create table audit_head (
      one boolean primary key default true check (one),
      seq bigint not null,
      hash text not null
    )`.execute(db);
  await sql`insert into audit_head (seq, hash) values (0, ${'0'.repeat(64)})`.execute(db);
  await sql`
    create function audit_is_for_good() returns trigger language plpgsql as $$
    begin
      raise exception 'the record is for good: rows of audit are never changed or removed';
    end $$`.execute(db);
  await sql`
    create trigger audit_is_for_good before update or delete or truncate on audit
    for each statement execute function audit_is_for_good()`.execute(db);
}
