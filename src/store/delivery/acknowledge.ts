/** What recipients say back: that the link was opened, that a person took note, what they did. */
import type { Kysely, Selectable } from 'kysely';
import type { WarningContent } from '../../warning/schema.js';
import type { AudienceGroup } from '../../warning/words.js';
import { record } from '../audit/audit.js';
import { NEWEST_AFTER } from '../cases/newest-after.js';
import type { DeliveryTable, WarningTable } from '../duty-tables.js';
import type { Database } from '../schema.js';
import type { Store } from '../store.js';
import { asWriter } from '../writer.js';

/** A delivery with the warning that it carries, as its recipient sees it. */
export interface Delivered extends Selectable<DeliveryTable> {
  audience: AudienceGroup;
  language: string;
  kind: WarningTable['kind'];
  content: WarningContent;
  valid_until: Date | null;
  threat_until: Date | null;
  released_at: Date;
  /** What went out after it in its case: then this one no longer holds. */
  later: WarningTable['kind'] | null;
}

/** `undefined` where there is no such delivery. */
export async function deliveryOf(db: Kysely<Database>, id: string): Promise<Delivered | undefined> {
  const row = await db
    .selectFrom('delivery')
    .innerJoin('warning', 'warning.id', 'delivery.warning')
    .innerJoin('recipient', 'recipient.id', 'delivery.recipient')
    .leftJoin('warning as newer', (on) => on.on('newer.id', '=', NEWEST_AFTER))
    .selectAll('delivery')
    .select(['recipient.audience', 'recipient.language', 'warning.kind', 'warning.content', 'warning.valid_until'])
    .select(['warning.threat_until', 'warning.released_at', 'newer.kind as later'])
    .where('delivery.id', '=', id)
    .executeTakeFirst();
  return row && { ...row, content: JSON.parse(row.content) as WarningContent, released_at: row.released_at as Date };
}

/** Notes that the link was opened, the first time; by whom is not known: scanners of mail open links too. */
export async function opened(db: Kysely<Database>, id: string, at = new Date()): Promise<void> {
  await db.updateTable('delivery').set({ opened_at: at }).where('id', '=', id).where('opened_at', 'is', null).execute();
}

/**
 * Acknowledges a delivery in a person's name, once: who came first stays. It has arrived then, whatever the channel
 * said, and is not tried any more. The record says that it was acknowledged; the name stays in the delivery alone.
 */
export async function acknowledge(store: Store, id: string, name: string, at = new Date()): Promise<boolean> {
  return asWriter(store.db, async (trx) => {
    const row = await trx
      .updateTable('delivery')
      .set((is) => ({
        acknowledged_at: at,
        acknowledged_by: name,
        state: 'accepted',
        next_at: null,
        accepted_at: is.fn.coalesce('accepted_at', is.val(at)),
        delivered_at: is.fn.coalesce('delivered_at', is.val(at)),
      }))
      .where('id', '=', id)
      .where('acknowledged_at', 'is', null)
      .returning(['warning', 'recipient'])
      .executeTakeFirst();
    if (!row) return false;
    await say(trx, id, row, 'acknowledge', at);
    return true;
  });
}

/** Notes what a person did on the warning, once, and only after it was acknowledged. */
export async function actedOn(store: Store, id: string, what: string, at = new Date()): Promise<boolean> {
  return asWriter(store.db, async (trx) => {
    const row = await trx
      .updateTable('delivery')
      .set({ acted_at: at, acted_what: what })
      .where('id', '=', id)
      .where('acknowledged_at', 'is not', null)
      .where('acted_at', 'is', null)
      .returning(['warning', 'recipient'])
      .executeTakeFirst();
    if (!row) return false;
    await say(trx, id, row, 'act-on', at);
    return true;
  });
}

async function say(
  trx: Parameters<typeof record>[0],
  delivery: string,
  { warning, recipient }: { warning: string; recipient: string },
  action: string,
  at: Date,
): Promise<void> {
  const { duty_case } = await trx
    .selectFrom('warning')
    .select('duty_case')
    .where('id', '=', warning)
    .executeTakeFirstOrThrow();
  const details = { warning, delivery };
  await record(trx, { by: `recipient:${recipient}`, subject: `case:${duty_case}`, action, details, at });
}
