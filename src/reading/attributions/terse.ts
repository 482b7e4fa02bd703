/** Perpetrators of a terse report, that names them without a verb: "Claim: X.", "X suspected." */
import type { Analysis } from '../analysis.js';
import type { Stance } from '../vocabulary.js';
import type { AttributionBook } from './book.js';
import { speakerOf } from './voices.js';

/** Words of a terse report, and the stance that they lend to the group that stands with them: "Claim: X.", "X suspected." */
const TERSE: ReadonlyMap<string, Stance> = new Map<string, Stance>([
  ...['claim', 'claimed', 'claims', 'claimant', 'responsibility'].map((word) => [word, 'claimed'] as const),
  ...['suspected', 'suspect', 'likely', 'probably', 'presumably', 'possibly', 'likelihood', 'apparently'].map(
    (word) => [word, 'suspected'] as const,
  ),
  ...['perpetrator', 'perpetrators', 'attribution', 'attributed', 'group', 'actor', 'by'].map(
    (word) => [word, 'stated'] as const,
  ),
]);
/** Words of a sentence that gives no more than who did it. */
const FEW = 8;

/** "Claim: X.", "X suspected.", "…, in all likelihood X, …": the group without a verb that says what it has to do with it. */
export function terse(book: AttributionBook): void {
  const { a } = book;
  const { tokens, sentences } = a.doc;
  for (const { actor, first, last } of a.names.actorMentions) {
    if (actor.kind !== 'group') continue;
    const { sentence } = tokens[first]!;
    const whole = sentences[sentence]!;
    const isShort = whole.last - whole.first <= FEW + (last - first) && sentence > 0;
    if (isShort && isVerbless(a, whole)) {
      const words = tokens
        .slice(whole.first, whole.last)
        .filter((_, i) => whole.first + i < first || whole.first + i >= last);
      if (words.some(({ lower }) => /^(?:no|not|un\w+)$/.test(lower))) continue;
      const stance = words.map(({ lower }) => TERSE.get(lower)).find((found) => found !== undefined);
      const bare = words.every(({ pos }) => pos === 'SYM' || pos === 'DT');
      if (!stance && !bare) continue;
      const [told] = book.tellings.before(whole.last, 1);
      const isSaid = told && book.hasIn(told.found, actor, sentence);
      if (told && !isSaid && sentences[told.sentence]!.paragraph === whole.paragraph)
        book.put(told.found, actor, stance ?? 'stated', stance === 'claimed' ? actor : null, sentence);
      continue;
    }
    // "- Kalat: post overrun, ten killed, 26 Aug. BLA."
    const ends = tokens[first - 1]?.text === '.' && last >= whole.last - 1 && !isShort;
    const [here] = ends ? book.tellings.before(first, 1) : [];
    if (here?.sentence === sentence && !book.hasIn(here.found, actor, sentence)) {
      book.put(here.found, actor, 'stated', null, sentence);
      continue;
    }
    const hedge = [1, 2].map((k) => tokens[first - k]?.lower ?? '').find((word) => TERSE.get(word) === 'suspected');
    const opens = [2, 3, 4].some((k) => /^[,(–—-]$/.test(tokens[first - k]?.text ?? ''));
    const clause = a.clauses[a.clauseAt[first] ?? -1];
    const told = hedge && opens ? book.tellings.after(whole.first) : null;
    if (told && told.token < whole.last && !book.hasIn(told.found, actor, sentence))
      book.put(told.found, actor, 'suspected', clause ? speakerOf(a, clause) : null, sentence);
  }
}

/** Has the sentence no verb but those of claiming and suspecting? */
function isVerbless(a: Analysis, { first, last }: { first: number; last: number }): boolean {
  for (let i = first; i < last; i++) {
    const verb = a.phrases.verbAt[i]!;
    if (verb >= 0 && !/^(?:claim|suspect)$/.test(a.phrases.verbs[verb]!.lemma)) return false;
  }
  return true;
}
