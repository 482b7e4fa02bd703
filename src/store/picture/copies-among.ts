import type { Transaction } from 'kysely';
import { FOUND_BY_ONE, isCopy, maybeCopies } from '../../picture/origin.js';
import type { Database } from '../schema.js';
import { type Printed, Prints } from './prints.js';

/** A report that was accepted before, and the one that it followed. */
export interface Moved {
  one: Printed;
  was: Printed | null;
}

/** Settles who leads and who follows among reports, reading of those in the store no more than may have a part in it. */
export class Copies {
  readonly #prints: Prints;
  readonly #unsettled = new Set<Printed>();
  readonly #waiting = new Set<Printed>();
  readonly #before = new Map<Printed, Printed | null>();
  /** Leaders that are found by other fingerprints than before. */
  readonly #changed = new Set<Printed>();

  /** @param texts shingles of the texts that are at hand, by report */
  constructor(trx: Transaction<Database>, texts: ReadonlyMap<number, Set<number>>) {
    this.#prints = new Prints(trx, texts);
  }

  /**
   * Sets the leader of each fresh report, in the order of hashes: whoever comes later in it may be led by another then.
   * @returns the others whose leader is not what it was, and the others of which anything is not
   */
  async settle(fresh: readonly Printed[]): Promise<{ moved: Moved[]; changed: Printed[] }> {
    await this.#loadAtOnce(fresh);
    for (const one of fresh) {
      this.#prints.keep(one);
      this.#unsettled.add(one);
      this.#waiting.add(one);
    }
    while (this.#waiting.size > 0) {
      const one = [...this.#waiting].reduce((first, other) => (other.rank < first.rank ? other : first));
      this.#waiting.delete(one);
      await this.#settleOne(one);
    }
    const own = new Set(fresh);
    const moved = [...this.#before].map(([one, was]) => ({ one, was })).filter(({ one, was }) => one.leader !== was);
    const changed = new Set([...this.#changed, ...moved.map(({ one }) => one)]);
    return { moved, changed: [...changed].filter((one) => !own.has(one)) };
  }

  async #settleOne(one: Printed): Promise<void> {
    await this.#prints.loadFirst(one.prints);
    const isNew = this.#unsettled.has(one);
    const was = one.leader;
    const leader = await this.#leaderOf(one);
    this.#unsettled.delete(one);
    if (!isNew && leader === was) return;
    if (!isNew && !this.#before.has(one)) this.#before.set(one, was);
    const led = isNew ? [] : [...one.foundBy];
    one.leader = leader;
    one.foundBy = new Set(leader ? one.prints : []);
    if (leader === null) await this.#enter(one);
    else if (!isNew && was === null) await this.#leave(one, led);
  }

  /** The first leader before it in the order of hashes whose copy it is. */
  async #leaderOf(one: Printed): Promise<Printed | null> {
    const leaders = new Set(one.prints.flatMap((print) => this.#first(print)));
    const before = [...leaders].filter(({ rank }) => rank < one.rank).sort((a, b) => a.rank - b.rank);
    for (const leader of before) if (await this.#areCopies(one, leader)) return leader;
    return null;
  }

  /** The leaders that are found by a fingerprint, in the order of hashes. */
  #first(print: number): Printed[] {
    return [...this.#prints.having(print)]
      .filter((other) => other.leader === null && other.foundBy.has(print))
      .sort((a, b) => a.rank - b.rank);
  }

  /** It leads from now on: it is found by those of its fingerprints of which it is among the first leaders. */
  async #enter(one: Printed): Promise<void> {
    const pushedOut: [Printed, number][] = [];
    for (const print of one.prints) {
      const last = this.#first(print)[FOUND_BY_ONE - 1];
      if (last && last.rank < one.rank) continue;
      one.foundBy.add(print);
      if (!last) continue;
      last.foundBy.delete(print);
      this.#changed.add(last);
      pushedOut.push([last, print]);
    }
    await this.#lookAgain(one, [...one.foundBy]);
    for (const [last, print] of pushedOut)
      for (const other of this.#prints.having(print)) if (other.leader === last) this.#waiting.add(other);
  }

  /** It leads no more: the next leaders are found by its fingerprints, and those that followed it look for another. */
  async #leave(one: Printed, led: readonly number[]): Promise<void> {
    for (const print of led) {
      if (this.#first(print).length < FOUND_BY_ONE - 1) continue;
      const next = await this.#prints.nextLeader(print, this.#unsettled);
      if (!next) continue;
      next.foundBy.add(print);
      this.#changed.add(next);
      await this.#lookAgain(next, [print]);
    }
    await this.#prints.loadFollowersOf(one);
    for (const other of this.#prints.all()) if (other.leader === one) this.#waiting.add(other);
  }

  /** Those after a leader that may follow it, now that they find it by these fingerprints. */
  async #lookAgain(leader: Printed, prints: readonly number[]): Promise<void> {
    await this.#prints.loadAll(prints);
    const others = new Set(prints.flatMap((print) => [...this.#prints.having(print)]));
    for (const other of others)
      if (other.rank > leader.rank && !this.#unsettled.has(other) && (other.leader ?? other).rank > leader.rank)
        if (await this.#areCopies(leader, other)) this.#waiting.add(other);
  }

  async #areCopies(one: Printed, other: Printed): Promise<boolean> {
    if (!maybeCopies(one.prints, other.prints)) return false;
    return isCopy(await this.#prints.text(one), await this.#prints.text(other));
  }

  /** Loads in few queries what most will be settled by. */
  async #loadAtOnce(fresh: readonly Printed[]): Promise<void> {
    await this.#prints.loadFirst(fresh.flatMap(({ prints }) => prints));
    const near = fresh.map((one) => {
      const leaders = new Set(one.prints.flatMap((print) => this.#first(print)));
      return [...leaders].filter(({ rank, prints }) => rank < one.rank && maybeCopies(one.prints, prints));
    });
    await this.#prints.loadTexts(near.flat());
    const alone: Printed[] = [];
    for (const one of fresh) if ((await this.#leaderOf(one)) === null) alone.push(one);
    const found = alone.flatMap(({ rank, prints }) =>
      prints.filter((print) => rank < (this.#first(print)[FOUND_BY_ONE - 1]?.rank ?? Number.POSITIVE_INFINITY)),
    );
    await this.#prints.loadAll(found);
    const later = alone.flatMap((one) => {
      const others = new Set(one.prints.flatMap((print) => [...this.#prints.having(print)]));
      return [...others].filter((other) => other.rank > one.rank && maybeCopies(one.prints, other.prints));
    });
    await this.#prints.loadTexts(later);
  }
}
