/** The desk's own steps: a cancellation that went out ends its case, and a validity that is over expires it. */

import { IN_FORCE } from '../../warning/states.js';
import type { Store } from '../store.js';
import { asWriter } from '../writer.js';
import { takeStep } from './step.js';

/** Expires each case whose newest warning no longer holds. @returns how many */
export async function expireCases(store: Store, now = new Date()): Promise<number> {
  const over = await store.db
    .selectFrom('duty_case')
    .where('state', 'in', IN_FORCE)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('warning')
            .whereRef('warning.duty_case', '=', 'duty_case.id')
            .where('warning.released_at', 'is not', null)
            .where('valid_until', '>', now)
            .select('warning.id'),
        ),
      ),
    )
    .select('id')
    .limit(100)
    .execute();
  for (const { id } of over) await asWriter(store.db, (trx) => takeStep(trx, id, { step: 'expire' }, 'machine', now));
  return over.length;
}
