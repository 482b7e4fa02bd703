/** What holds now of a warning that was followed by others. */
import { sql } from 'kysely';

/**
 * In a query on `warning`: the id of the newest that went out after it and follows it, over however many between. A case
 * that was opened again has a new alert, which follows nothing: what went out before it is not followed by it.
 */
export const NEWEST_AFTER = sql<string | null>`(
  select later.id from warning as later
  where later.duty_case = warning.duty_case and later.number > warning.number and later.released_at is not null
    and not exists (
      select from warning as again
      where again.duty_case = warning.duty_case and again.kind = 'Alert' and again.released_at is not null
        and again.number > warning.number and again.number <= later.number
    )
  order by later.number desc limit 1)`;
