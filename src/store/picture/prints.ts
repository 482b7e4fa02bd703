import { type SqlBool, sql, type Transaction } from 'kysely';
import { shingles } from '../../picture/origin.js';
import { inParts, insertRows, rowsOf } from '../bulk.js';
import type { Database } from '../schema.js';

/** A report and what it may be a copy of. */
export interface Printed {
  report: number;
  rank: number;
  /** The report that leads its origin; null where that is itself. */
  leader: Printed | null;
  prints: number[];
  /** The fingerprints by which it is found: of a leader those of which it is among the first, else all. */
  foundBy: Set<number>;
}

interface Row {
  report: number;
  rank: number;
  leader: number | null;
  prints: number[];
  more: number[];
}

const COLUMNS = {
  ...{ report: 'bigint', rank: 'bigint', leader: 'bigint', prints: 'integer[]', more: 'integer[]' },
} as const;

/** The fingerprints and texts of reports, as far as they have been read from the store; each is read once. */
export class Prints {
  readonly #trx: Transaction<Database>;
  readonly #shingles: Map<number, Set<number>>;
  readonly #known = new Map<number, Printed>();
  readonly #byPrint = new Map<number, Set<Printed>>();
  /** Fingerprints of which the first leaders are known here, and those of which all reports are. */
  readonly #first = new Set<number>();
  readonly #all = new Set<number>();

  constructor(trx: Transaction<Database>, texts: ReadonlyMap<number, Set<number>>) {
    this.#trx = trx;
    this.#shingles = new Map(texts);
  }

  all(): Iterable<Printed> {
    return this.#known.values();
  }

  /** Those known that have a fingerprint. */
  having(print: number): ReadonlySet<Printed> {
    return this.#byPrint.get(print) ?? NONE;
  }

  keep(one: Printed): void {
    this.#known.set(one.report, one);
    for (const print of one.prints) {
      const having = this.#byPrint.get(print);
      if (having) having.add(one);
      else this.#byPrint.set(print, new Set([one]));
    }
  }

  /** Reads the leaders that are found by these fingerprints. */
  async loadFirst(prints: readonly number[]): Promise<void> {
    const asked = unread(prints, this.#first);
    if (asked.length > 0) this.#keepRows(await this.#having(asked, sql`leader is null and prints`));
  }

  /** Reads all that have these fingerprints. */
  async loadAll(prints: readonly number[]): Promise<void> {
    await this.loadFirst(prints);
    const asked = unread(prints, this.#all);
    if (asked.length === 0) return;
    this.#keepRows(await this.#having(asked, sql`leader is null and cardinality(more) > 0 and more`));
    await this.#keepFollowers(await this.#having(asked, sql`leader is not null and prints`));
  }

  async loadFollowersOf({ report }: Printed): Promise<void> {
    await this.#keepFollowers(await this.#rows().where('leader', '=', report).execute());
  }

  /** The first leader with a fingerprint by which it is not found, but for these. */
  async nextLeader(print: number, except: ReadonlySet<Printed>): Promise<Printed | null> {
    const row = await this.#rows()
      .where('leader', 'is', null)
      .where(sql<SqlBool>`cardinality(more) > 0 and more && ${[print]}::integer[]`)
      .where('report', '<>', sql<number>`all(${[...this.#known.keys()]}::bigint[])`)
      .orderBy('rank')
      .limit(1)
      .executeTakeFirst();
    if (row) this.#keepRows([row]);
    const hidden = [...this.having(print)].filter(
      (one) => one.leader === null && !one.foundBy.has(print) && !except.has(one),
    );
    return hidden.sort((a, b) => a.rank - b.rank)[0] ?? null;
  }

  async loadTexts(ones: readonly Printed[]): Promise<void> {
    const missing = [...new Set(ones.map(({ report }) => report))].filter((report) => !this.#shingles.has(report));
    if (missing.length === 0) return;
    const rows = await this.#trx
      .selectFrom('report')
      .where('seq', '=', sql<number>`any(${missing}::bigint[])`)
      .select(['seq', 'text'])
      .execute();
    for (const { seq, text } of rows) this.#shingles.set(seq, shingles(text));
  }

  /** The shingles of its text. */
  async text(one: Printed): Promise<Set<number>> {
    await this.loadTexts([one]);
    return this.#shingles.get(one.report) ?? new Set();
  }

  /** The rows in which this column has any of the fingerprints. */
  #having(prints: readonly number[], column: ReturnType<typeof sql>): Promise<Row[]> {
    const found = sql<number>`(select found.report from unnest(${inParts(prints)}::text[]) as part, lateral (
      select report from picture_print where ${column} && part::integer[] offset 0) as found)`;
    return this.#rows().where('report', 'in', found).execute();
  }

  #rows() {
    return this.#trx.selectFrom('picture_print').select(['report', 'rank', 'leader', 'prints', 'more']);
  }

  /** What has been found out about a report here is not overwritten. */
  #keepRows(rows: readonly Row[]): void {
    for (const { report, rank, prints, more } of rows)
      if (!this.#known.has(report))
        this.keep({ report, rank, leader: null, prints: [...prints, ...more], foundBy: new Set(prints) });
  }

  async #keepFollowers(rows: readonly Row[]): Promise<void> {
    const fresh = rows.filter(({ report }) => !this.#known.has(report));
    const missing = [...new Set(fresh.flatMap(({ leader }) => leader ?? []))].filter((id) => !this.#known.has(id));
    if (missing.length > 0)
      this.#keepRows(await this.#rows().where('report', '=', sql<number>`any(${missing}::bigint[])`).execute());
    this.#keepRows(fresh);
    for (const { report, leader } of fresh) {
      const one = this.#known.get(report);
      if (one && leader !== null) one.leader = this.#known.get(leader) ?? null;
    }
  }
}

const NONE: ReadonlySet<Printed> = new Set();

/** Those that have not been asked for before; they have, from now on. */
function unread(prints: readonly number[], read: Set<number>): number[] {
  const asked = [...new Set(prints)].filter((print) => !read.has(print));
  for (const print of asked) read.add(print);
  return asked;
}

/** Writes fresh reports, and what is different in others. */
export async function writePrints(
  trx: Transaction<Database>,
  fresh: readonly Printed[],
  changed: readonly Printed[],
): Promise<void> {
  await insertRows(trx, 'picture_print', COLUMNS, fresh.map(rowOf));
  if (changed.length > 0)
    await sql`update picture_print as print set leader = now.leader, prints = now.prints, more = now.more
      from (${rowsOf(COLUMNS, changed.map(rowOf))}) as now where print.report = now.report`.execute(trx);
}

function rowOf({ report, rank, leader, prints, foundBy }: Printed): Row {
  const ascending = prints.toSorted((a, b) => a - b);
  return {
    ...{ report, rank, leader: leader?.report ?? null },
    prints: ascending.filter((print) => foundBy.has(print)),
    more: ascending.filter((print) => !foundBy.has(print)),
  };
}
