/** What came of attempts to deliver, written many at a time. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { record } from '../audit/audit.js';
import type { DeliveryAttemptTable, DeliveryTable } from '../duty-tables.js';
import type { Database } from '../schema.js';
import { asWriter } from '../writer.js';

/** How a delivery stands after an attempt, or after it was found that none is due any more. */
export interface Result {
  id: string;
  warning: string;
  state: DeliveryTable['state'];
  rank: number;
  attempts: number;
  next_at: Date | null;
  last_error: string | null;
  accepted_at: Date | null;
  delivered_at: Date | null;
  /** `null` where nothing was tried. */
  attempt: Pick<DeliveryAttemptTable, 'channel' | 'outcome' | 'detail'> | null;
  /** Whether a person has to be told: it has just come to a person, or was given up without having arrived. */
  tell: boolean;
  at: Date;
}

/**
 * Writes results in one transaction, with an entry on the record of its case for those that a person has to be told.
 * What a recipient has acknowledged meanwhile stays as it is.
 */
export async function writeResults(db: Kysely<Database>, results: readonly Result[]): Promise<void> {
  if (results.length === 0) return;
  const tell = results.filter((result) => result.tell);
  if (tell.length === 0) await db.transaction().execute((trx) => write(trx, results));
  else
    await asWriter(db, async (trx) => {
      await write(trx, results);
      await put(trx, tell);
    });
}

async function write(trx: Transaction<Database>, results: readonly Result[]): Promise<void> {
  const json = JSON.stringify(results.map(({ attempt, ...result }) => ({ ...result, ...attempt })));
  const rows = sql`
    jsonb_to_recordset(${json}::jsonb) as result (
      id text, state text, rank integer, attempts integer, next_at timestamptz, last_error text,
      accepted_at timestamptz, delivered_at timestamptz, channel text, outcome text, detail text, at timestamptz
    )`;
  await sql`
    update delivery set state = result.state, rank = result.rank, attempts = result.attempts, next_at = result.next_at,
      claimed_until = null, last_error = result.last_error, 
      accepted_at = coalesce(result.accepted_at, delivery.accepted_at),
      delivered_at = coalesce(delivery.delivered_at, result.delivered_at)
    from ${rows} where delivery.id = result.id and delivery.state in ('waiting', 'to-a-person')`.execute(trx);
  await sql`
    insert into delivery_attempt (delivery, channel, at, outcome, detail)
    select id, channel, at, outcome, detail from ${rows} where outcome is not null`.execute(trx);
}

/** One entry a case and warning: what a thousand failures have in common is said once. */
async function put(trx: Transaction<Database>, tell: readonly Result[]): Promise<void> {
  const cases = await trx
    .selectFrom('warning')
    .select(['id', 'duty_case'])
    .where('id', 'in', [...new Set(tell.map(({ warning }) => warning))])
    .execute();
  for (const { id, duty_case } of cases)
    for (const state of ['to-a-person', 'given-up'] as const) {
      const of = tell.filter((result) => result.warning === id && result.state === state);
      if (of.length === 0) continue;
      await record(trx, {
        by: 'machine',
        subject: `case:${duty_case}`,
        action: `delivery-${state}`,
        details: { warning: id, deliveries: of.map((result) => ({ id: result.id, why: result.last_error })) },
        at: of[0]!.at,
      });
    }
}
