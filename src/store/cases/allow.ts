/** A second person allows what the tear-line marks. */
import { record } from '../audit/audit.js';
import { StoreError } from '../error.js';
import type { Store } from '../store.js';
import { asWriter } from '../writer.js';
import { getWarning } from './case.js';
import { marksOf } from './guard.js';
import { TwoPeopleError } from './step.js';

/**
 * Lets a mark stand, with the reason. Not by who worded or submitted the warning.
 * @throws StoreError where there is no such mark; TwoPeopleError.
 */
export async function allowMark(store: Store, warning: string, mark: string, why: string, by: string): Promise<void> {
  await asWriter(store.db, async (trx) => {
    const found = await getWarning(trx, warning);
    if (found.written_by === by || found.submitted_by === by)
      throw new TwoPeopleError(
        'Two people: who worded or submitted a warning cannot allow what would give away its source.',
      );
    if (why.trim() === '') throw new StoreError('Allowing this needs a reason.');
    if (!(await marksOf(trx, found)).some(({ id }) => id === mark))
      throw new StoreError('The wording has no such mark.');
    await trx
      .insertInto('tear_line_allowance')
      .values({ warning, mark, why, by, written_by: found.written_by, at: new Date() })
      .onConflict((is) => is.columns(['warning', 'mark']).doNothing())
      .execute();
    await record(trx, { by, subject: `case:${found.duty_case}`, action: 'allow', details: { warning, mark, why } });
  });
}
