import { type RawBuilder, type Sql, sql, type Transaction } from 'kysely';
import type { Database } from './schema.js';

/** The type of each column that is written, as PostgreSQL has it; columns that are left out get their defaults. */
export type Columns = Readonly<Record<string, string>>;
/** A row has a value for each column; what else it has is not written. */
type Row<C extends Columns> = { readonly [K in keyof C]?: unknown };

/**
 * Inserts rows in one statement with one parameter a column, however many rows there are: far cheaper for the
 * database to take in than a parameter a value.
 * @param ending what follows, such as `on conflict do nothing`
 */
export async function insertRows<C extends Columns>(
  trx: Transaction<Database>,
  table: string,
  columns: C,
  rows: readonly Row<C>[],
  ending: RawBuilder<unknown> | ReturnType<Sql> = sql``,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(columns).map((name) => sql.ref(name)))})
    ${rowsOf(columns, rows)} ${ending}`.execute(trx);
}

/** `select` of rows that were given as parameters, in their order; its columns have the names of the keys. */
export function rowsOf<C extends Columns>(columns: C, rows: readonly Row<C>[]): RawBuilder<unknown> {
  const names = Object.keys(columns);
  // An array of arrays would be flattened, and a list of JSON or of bytes is cheaper to write as text.
  const asText = (type: string) => type.endsWith('[]') || type === 'json' || type === 'bytea' || type === 'tsvector';
  const lists = names.map((name) => {
    const type = columns[name] ?? 'text';
    const values = rows.map((row) => textOf(row[name], type));
    return sql`${values}::${sql.raw(asText(type) ? 'text' : type)}[]`;
  });
  const selected = names.map((name) => {
    const type = columns[name] ?? 'text';
    return asText(type) ? sql`${sql.ref(name)}::${sql.raw(type)}` : sql.ref(name);
  });
  return sql`select ${sql.join(selected)} from unnest(${sql.join(lists)}) with ordinality
    as given (${sql.join(names.map((name) => sql.ref(name)))}, ordinality) order by ordinality`;
}

/** Keys that an index of arrays weighs against each row that it finds, at most. */
const PART = 50;

/**
 * Keys in parts, each the text of an array. An index of arrays weighs each row that it finds against all keys that it
 * was asked for: many keys at once take far longer than a few many times.
 */
export function inParts(keys: readonly number[]): string[] {
  return Array.from(
    { length: Math.ceil(keys.length / PART) },
    (_, part) => `{${keys.slice(part * PART, (part + 1) * PART).join(',')}}`,
  );
}

function textOf(value: unknown, type: string): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'bytea') return `\\x${(value as Buffer).toString('hex')}`;
  if (type === 'text[]') return `{${(value as string[]).map((one) => `"${one.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
  if (type.endsWith('[]')) return `{${(value as unknown[]).join(',')}}`;
  return value;
}
