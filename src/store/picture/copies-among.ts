import { sql, type Transaction } from 'kysely';
import { isCopy, maybeCopies, shingles } from '../../picture/origin.js';
import type { Database } from '../schema.js';

/** A report and what it may be a copy of. */
export interface Printed {
  report: number;
  rank: number;
  /** The report that leads its origin; null where that is itself. */
  leader: Printed | null;
  prints: number[];
}

/** Settles who leads and who follows among reports, reading of those in the store no more than may have a part in it. */
export class Copies {
  readonly #trx: Transaction<Database>;
  readonly #shingles: Map<number, Set<number>>;
  readonly #known = new Map<number, Printed>();
  readonly #byPrint = new Map<number, Set<Printed>>();

  /** @param texts shingles of the texts that are at hand, by report */
  constructor(trx: Transaction<Database>, texts: ReadonlyMap<number, Set<number>>) {
    this.#trx = trx;
    this.#shingles = new Map(texts);
  }

  /**
   * Sets the leader of each fresh report, in the order of hashes: whoever comes later in it may be led by another then.
   * @returns the others whose leader is not what it was
   */
  async settle(fresh: readonly Printed[]): Promise<{ one: Printed; was: Printed | null }[]> {
    await this.#loadLeaders(fresh);
    await this.#loadTexts(fresh);
    const alone: Printed[] = [];
    for (const one of fresh) if ((await this.#leaderOf(one)) === null) alone.push(one);
    await this.#loadFollowers(alone);
    for (const one of fresh) this.#keep(one);
    const expanded = new Set(alone);

    const waiting = new Set(fresh);
    const unsettled = new Set(fresh);
    const before = new Map<Printed, Printed | null>();
    while (waiting.size > 0) {
      const one = [...waiting].reduce((first, other) => (other.rank < first.rank ? other : first));
      waiting.delete(one);
      const isNew = unsettled.delete(one);
      if (!isNew) await this.#loadLeaders([one]);
      const was = one.leader;
      one.leader = await this.#leaderOf(one, unsettled);
      if (!isNew && !before.has(one)) before.set(one, was);
      if (one.leader === null && (isNew || was !== null)) {
        if (!expanded.has(one)) {
          await this.#loadLeaders([one]);
          await this.#loadFollowers([one]);
        }
        for (const other of this.#sharing(one))
          if (other.rank > one.rank && !unsettled.has(other) && (other.leader?.rank ?? other.rank) > one.rank)
            if (await this.#areCopies(one, other)) waiting.add(other);
      }
      // Those that followed it look for another.
      if (one.leader !== null && !isNew && was === null) {
        await this.#loadFollowersOf(one);
        for (const other of this.#known.values()) if (other.leader === one) waiting.add(other);
      }
    }
    return [...before].map(([one, was]) => ({ one, was })).filter(({ one, was }) => one.leader !== was);
  }

  /** The first leader before it in the order of hashes whose copy it is. */
  async #leaderOf(one: Printed, unsettled: ReadonlySet<Printed> = new Set()): Promise<Printed | null> {
    const leaders = this.#sharing(one)
      .filter((other) => other.rank < one.rank && other.leader === null && !unsettled.has(other))
      .sort((a, b) => a.rank - b.rank);
    for (const leader of leaders) if (await this.#areCopies(one, leader)) return leader;
    return null;
  }

  async #areCopies(one: Printed, other: Printed): Promise<boolean> {
    return maybeCopies(one.prints, other.prints) && isCopy(await this.#text(one), await this.#text(other));
  }

  #sharing(one: Printed): Printed[] {
    const others = new Set<Printed>();
    for (const print of one.prints) for (const other of this.#byPrint.get(print) ?? []) others.add(other);
    others.delete(one);
    return [...others];
  }

  #keep(one: Printed): void {
    this.#known.set(one.report, one);
    for (const print of one.prints) {
      const sharing = this.#byPrint.get(print);
      if (sharing) sharing.add(one);
      else this.#byPrint.set(print, new Set([one]));
    }
  }

  /** Reports of the store, each known once: what has been found out about one here is not overwritten. */
  #keepRows(rows: readonly { report: number; rank: number; leader: number | null; prints: number[] }[]): void {
    for (const { leader: _, ...row } of rows) if (!this.#known.has(row.report)) this.#keep({ ...row, leader: null });
  }

  async #loadLeaders(ones: readonly Printed[]): Promise<void> {
    const prints = [...new Set(ones.flatMap((one) => one.prints))];
    if (prints.length === 0) return;
    const rows = await this.#prints()
      .where('leader', 'is', null)
      .where(sql<boolean>`prints && ${prints}::integer[]`)
      .execute();
    this.#keepRows(rows);
  }

  async #loadFollowers(ones: readonly Printed[]): Promise<void> {
    const prints = [...new Set(ones.flatMap((one) => one.prints))];
    if (prints.length === 0) return;
    const rows = await this.#prints()
      .where('leader', 'is not', null)
      .where(sql<boolean>`prints && ${prints}::integer[]`)
      .execute();
    await this.#keepFollowers(rows);
  }

  async #loadFollowersOf(leader: Printed): Promise<void> {
    await this.#keepFollowers(await this.#prints().where('leader', '=', leader.report).execute());
  }

  async #keepFollowers(rows: readonly { report: number; rank: number; leader: number | null; prints: number[] }[]) {
    const fresh = rows.filter(({ report }) => !this.#known.has(report));
    const missing = [...new Set(fresh.flatMap(({ leader }) => leader ?? []))].filter((id) => !this.#known.has(id));
    if (missing.length > 0)
      this.#keepRows(await this.#prints().where('report', '=', sql<number>`any(${missing}::bigint[])`).execute());
    this.#keepRows(fresh);
    for (const { report, leader } of fresh) {
      const one = this.#known.get(report);
      if (one && leader !== null) one.leader = this.#known.get(leader) ?? null;
    }
  }

  #prints() {
    return this.#trx.selectFrom('picture_print').select(['report', 'rank', 'leader', 'prints']);
  }

  /** Loads at once the texts that are going to be compared first. */
  async #loadTexts(fresh: readonly Printed[]): Promise<void> {
    const needed = new Set<number>();
    for (const one of fresh)
      for (const other of this.#sharing(one))
        if (other.rank < one.rank && maybeCopies(one.prints, other.prints)) needed.add(other.report);
    if (needed.size === 0) return;
    const rows = await this.#trx
      .selectFrom('report')
      .where('seq', '=', sql<number>`any(${[...needed]}::bigint[])`)
      .select(['seq', 'text'])
      .execute();
    for (const { seq, text } of rows) this.#shingles.set(seq, shingles(text));
  }

  async #text({ report }: Printed): Promise<Set<number>> {
    const known = this.#shingles.get(report);
    if (known) return known;
    const { text } = await this.#trx
      .selectFrom('report')
      .where('seq', '=', report)
      .select('text')
      .executeTakeFirstOrThrow();
    const found = shingles(text);
    this.#shingles.set(report, found);
    return found;
  }
}
