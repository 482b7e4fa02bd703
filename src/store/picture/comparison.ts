import type { Transaction } from 'kysely';
import { anchorsOf, givesDay, holds, isStronger } from '../../picture/anchors.js';
import type { Link } from '../../picture/forest.js';
import { findLinks, noteDoubt } from '../../picture/links.js';
import type { Database } from '../schema.js';
import { type Held, loadPool, type Member } from './components.js';
import type { StoredEntry } from './statements.js';

/** Mentions compared with all that share a key with them, and what that says of what holds them together. */
export class Comparison {
  readonly #trx: Transaction<Database>;
  /** Those that have been compared with all others, by id. */
  readonly compared = new Map<number, StoredEntry | Member>();
  /** The others that share a key with one of them, by id. */
  readonly pool = new Map<number, Member>();
  /** Both, by statement. */
  readonly entries = new Map<string, StoredEntry | Member>();
  readonly doubts = new Map<string, Link>();
  readonly #links: Link[] = [];
  #anchors: ReturnType<typeof anchorsOf> = new Map();

  private constructor(trx: Transaction<Database>) {
    this.#trx = trx;
  }

  static async of(trx: Transaction<Database>, fresh: readonly (StoredEntry | Member)[]): Promise<Comparison> {
    const comparison = new Comparison(trx);
    await comparison.add(fresh);
    return comparison;
  }

  /** Compares more of them with all. */
  async add(fresh: readonly (StoredEntry | Member)[]): Promise<void> {
    if (fresh.length === 0) return;
    for (const entry of fresh) {
      this.compared.set(entry.id, entry);
      this.pool.delete(entry.id);
      this.entries.set(entry.feature.statement, entry);
    }
    for (const member of await loadPool(this.#trx, [...new Set(fresh.flatMap(({ keys }) => keys))]))
      if (!this.entries.has(member.feature.statement)) {
        this.pool.set(member.id, member);
        this.entries.set(member.feature.statement, member);
      }
    const { links, doubts } = findLinks(fresh, [...this.compared.values(), ...this.pool.values()]);
    // Those that were compared before have met these already.
    this.#links.push(...links);
    for (const [statement, doubt] of doubts) noteDoubt(this.doubts, statement, doubt);
    this.#anchors = anchorsOf(this.#links, this.entries);
  }

  /** Those that stood before and that something else holds from now on. */
  rehung(): Member[] {
    const stood = [...this.compared.values(), ...this.pool.values()].filter(stands);
    return stood.filter(({ id, feature, anchor }) => {
      if (givesDay(feature)) return false;
      const now = this.#anchors.get(feature.statement);
      if (this.compared.has(id)) return anchor?.id !== (now && this.#idOf(now.statement));
      return now !== undefined && (anchor === null || isStronger(now, anchor));
    });
  }

  /** What holds one that was compared. */
  anchorOf({ feature }: StoredEntry): Held['anchor'] {
    const anchor = this.#anchors.get(feature.statement);
    return anchor ? { id: this.#idOf(anchor.statement) ?? 0, rank: anchor.rank, score: anchor.score } : null;
  }

  /** The links that hold. */
  links(): Link[] {
    const anchorOf = (statement: string) => {
      const entry = this.entries.get(statement);
      if (entry && this.pool.has(entry.id) && stands(entry)) return this.#statementOf(entry.anchor?.id);
      return this.#anchors.get(statement)?.statement ?? null;
    };
    return this.#links.filter((one) => holds(one, this.entries, anchorOf));
  }

  #idOf(statement: string): number | undefined {
    return this.entries.get(statement)?.id;
  }

  /** Null where nothing holds it; what is not at hand is not among the ends of these links. */
  #statementOf(id: number | undefined): string | null {
    if (id === undefined) return null;
    return (this.compared.get(id) ?? this.pool.get(id))?.feature.statement ?? 'another';
  }
}

/** Whether it stood in the picture before. */
function stands(entry: StoredEntry | Member): entry is Member {
  return 'component' in entry;
}
