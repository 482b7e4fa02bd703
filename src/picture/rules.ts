/** How rules of comparison are written and applied: a table, of which the first row that holds in each slot counts. */

/** What a rule does to the score: so many points (of 100), or it forbids that the two are the same. */
export type Effect = number | 'forbids';

/**
 * A table of rules. A row: the slot that is compared (rows of one slot stand together, the strictest first), what the
 * row does, what it finds in words that are shown to people, and when it holds: for two statements, either way round.
 */
export type Rules<F> = readonly (readonly [
  slot: string,
  effect: Effect,
  says: string,
  holds: (a: F, b: F) => boolean,
])[];

/** How alike two statements are: `score` in hundredths, and the rows that made it, such as "+35 date: on the same day". */
export interface Likeness {
  score: number;
  reasons: string[];
}

/** Applies every slot's first row that holds. Symmetric. Null where one of them forbids. */
export function compare<F>(rules: Rules<F>, a: F, b: F): Likeness | null {
  let points = 0;
  const reasons: string[] = [];
  let settled = '';
  for (const [slot, effect, says, holds] of rules) {
    if (slot === settled || !(holds(a, b) || holds(b, a))) continue;
    if (effect === 'forbids') return null;
    settled = slot;
    points += effect;
    if (effect !== 0) reasons.push(`${effect > 0 ? '+' : '−'}${Math.abs(effect)} ${slot}: ${says}`);
  }
  return { score: Math.max(0, Math.min(100, points)), reasons };
}

/** The rows by which alone it is settled whether a table forbids: those of a slot as far as its last row that does. */
export function forbidding<F>(rules: Rules<F>): Rules<F> {
  return rules.filter(([slot], row) =>
    rules.slice(row).some(([other, effect]) => other === slot && effect === 'forbids'),
  );
}
