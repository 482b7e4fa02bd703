/**
 * Statements that are prepared once and used again: PostgreSQL inside PGlite takes longer to parse and plan a query of
 * ours than to carry it out.
 */
import type pg from 'pg';
import { REPEAT_BY_INDEX } from '../by-index.js';

/** Statements that are kept, at most; those of which the text is not always the same would only grow in number. */
const MOST = 400;

/**
 * Has a client prepare what it is asked for after `REPEAT_BY_INDEX`, until the end of that transaction: there a plan
 * does not depend on how large the tables are, so that the one that was made first stays right.
 */
export function prepareByIndex(client: pg.ClientBase): void {
  const names = new Map<string, string>();
  const query = client.query.bind(client) as (config: unknown, ...rest: unknown[]) => unknown;
  let byIndex = false;
  const nameOf = (text: string) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST) return known;
    names.set(text, `s${names.size}`);
    return names.get(text);
  };
  const named = (text: unknown, values: unknown, ...rest: unknown[]) => {
    if (typeof text !== 'string') return query(text, values, ...rest);
    if (text === REPEAT_BY_INDEX) byIndex = true;
    else if (text === 'commit' || text === 'rollback') byIndex = false;
    else if (byIndex && Array.isArray(values)) {
      const name = nameOf(text);
      if (name !== undefined) return query({ name, text, values }, ...rest);
    }
    return query(text, values, ...rest);
  };
  client.query = named as typeof client.query;
}
