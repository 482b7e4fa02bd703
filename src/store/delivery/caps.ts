/** CAP messages as they went out. */
import type { Insertable, Kysely, Selectable } from 'kysely';
import type { AudienceGroup } from '../../warning/words.js';
import type { WarningCapTable } from '../duty-tables.js';
import type { Database } from '../schema.js';

export type WarningCap = Selectable<WarningCapTable>;

/** The message that went to an audience, where it has been made. */
export const findCap = (
  db: Kysely<Database>,
  warning: string,
  audience: AudienceGroup,
): Promise<WarningCap | undefined> =>
  db
    .selectFrom('warning_cap')
    .selectAll()
    .where('warning', '=', warning)
    .where('audience', '=', audience)
    .executeTakeFirst();

/** Keeps a message, unless another process was first: then that one is what goes out. */
export async function keepCap(db: Kysely<Database>, cap: Insertable<WarningCapTable>): Promise<WarningCap> {
  await db
    .insertInto('warning_cap')
    .values(cap)
    .onConflict((is) => is.doNothing())
    .execute();
  return (await findCap(db, cap.warning, cap.audience)) as WarningCap;
}
