/** Acts of violence that are told of, and at whom they are aimed. */
import type { Analysis } from './analysis.js';
import type { Clause } from './clauses.js';
import { aimedAt, isDated } from './danger.js';
import { textOf } from './doc.js';
import { ACTS, ATTACKING, CALLS, DOING, OBEYING, RAMMING } from './lexicon/threats.js';
import { followedBy, headLemma, nounAt } from './nouns.js';

/** The lemma of a clause's verb with its particle: "carry_out". */
export const lemmaOf = ({ verb }: Clause): string => (verb.particle ? `${verb.lemma}_${verb.particle}` : verb.lemma);

/** Has the table the verb of the clause, with its particle or without? */
export const verbIn = (table: { has(word: string): boolean }, clause: Clause): boolean =>
  table.has(clause.verb.lemma) || (clause.verb.particle !== null && table.has(lemmaOf(clause)));

/** Does the noun phrase name an act of violence, or what it is done with? */
export function isAct(a: Analysis, n: number): boolean {
  const np = nounAt(a, n);
  const lemma = headLemma(a, np);
  if (ACTS.has(lemma)) return true;
  // "a series of attacks"
  const of = SERIES.has(lemma) && a.doc.tokens[np.last]?.lower === 'of' ? (a.phrases.nounAt[np.last + 1] ?? -1) : -1;
  return of > n && isAct(a, of);
}
const SERIES: ReadonlySet<string> = new Set(
  'series wave string spate number act campaign variety type kind'.split(' '),
);

const AT: ReadonlySet<string> = new Set(['against', 'on', 'at', 'among', 'upon']);
const DRIVING: ReadonlySet<string> = new Set(
  'drive throw push wipe blow burn cut chase force bring shoot hunt strike'.split(' '),
);
const AWAY: ReadonlySet<string> = new Set(['out', 'up', 'off', 'down']);

/**
 * At whom the act of the clause is aimed; null where the clause tells of no act of violence. "attack X", "carry out
 * attacks on X", "drive X out", "go on bombing X".
 */
export function aimsOf(a: Analysis, clause: Clause): string[] | null {
  const { lemma } = clause.verb;
  const into = RAMMING.has(lemma) ? behind(clause, INTO) : lemma === 'go' ? behind(clause, AFTER) : [];
  if (into.length) return wordsFor(a, into);
  if (OBEYING.has(lemma) && clause.objects.some((n) => CALLS.has(headLemma(a, nounAt(a, n))))) return [];
  if (takesUp(a, clause)) return [];
  const ruined = ruins(a, clause);
  if (ruined) return ruined;
  if (isPolitical(a, clause)) return null;
  const strikes = verbIn(ATTACKING, clause) || drivesOut(a, clause);
  if (!strikes && !(verbIn(DOING, clause) && (clause.objects.some((n) => isAct(a, n)) || goesOn(a, clause))))
    return null;
  // "strike at X", "execute attacks": what is struck is the object only where that is no act.
  const direct = strikes && lemma !== 'avenge' ? clause.objects.filter((n) => !isAct(a, n)) : [];
  const aimed = [
    ...direct,
    ...clause.prepositional
      .filter(
        ({ preposition, noun }) =>
          AT.has(preposition) &&
          !(direct.length && preposition !== 'against') &&
          !(preposition === 'on' && SENDING.has(lemma)) &&
          !(preposition === 'at' && a.names.placeAt(nounAt(a, noun).head)),
      )
      .map((p) => p.noun),
  ];
  if (clause.objects.some((n) => ACTED.has(headLemma(a, nounAt(a, n))))) aimed.push(...behind(clause, OF));
  if (SENDING.has(lemma)) aimed.push(...behind(clause, TO_INTO)); // "send bombers to the mosque"
  if (clause.objects.some((n) => DONE_TO.has(headLemma(a, nounAt(a, n))))) aimed.push(...behind(clause, TO_INTO));
  const next = a.clauses[clause.index + 1];
  if (next?.sentence === clause.sentence && next.verb.lemma === 'target' && next.verb.form === 'gerund')
    aimed.push(...next.objects); // "attacks targeting X"
  const words = wordsFor(a, aimed);
  if (words.length) return words;
  // "keep striking Kenya": the gerund was taken for an adjective
  const kept = strikes ? null : bareAct(a, clause.verb.last);
  return kept?.length ? kept : countriesIn(a, clause);
}

/** "trying to bring down the government": nobody is hit. */
export const isPolitical = (a: Analysis, { verb, objects }: Clause): boolean =>
  (verb.lemma === 'topple' || (verb.lemma === 'bring' && verb.particle === 'down')) &&
  objects.some((n) => POWERS.has(headLemma(a, nounAt(a, n))));
const POWERS: ReadonlySet<string> = new Set(
  'government regime state order cabinet coalition monarchy president minister leader system ruler king republic'.split(
    ' ',
  ),
);

/** "turn X into a graveyard", "set X ablaze", "raze X to the ground", "carry the war to X": what is ruined; null for others. */
function ruins(a: Analysis, clause: Clause): string[] | null {
  const { verb, sentence } = clause;
  const war = WAGING.has(verb.lemma) && clause.objects.some((n) => WAR.has(headLemma(a, nounAt(a, n))));
  if (war) {
    const to = behind(clause, TO_INTO);
    return to.length ? wordsFor(a, to) : null;
  }
  if (!RUINING.has(verb.lemma)) return null;
  const hurt = verb.passive ? clause.subjects : clause.objects;
  const end = Math.min(a.doc.sentences[sentence]!.last, verb.last + RUIN_REACH);
  for (let i = verb.last; i < end; i++)
    if (verb.lemma === 'put' ? isPutTo(a, i) : RUIN.has(a.doc.tokens[i]!.lemma)) return wordsFor(a, hurt);
  return null;
}
/** "put to death", "put to the sword". */
const isPutTo = ({ doc: { tokens } }: Analysis, i: number): boolean =>
  /^(?:death|sword|torch)$/.test(tokens[i]!.lower) && /^(?:to|the)$/.test(tokens[i - 1]!.lower);
/** Tokens behind the verb in which what becomes of the object must stand. */
const RUIN_REACH = 12;
const RUINING: ReadonlySet<string> = new Set('turn reduce make set raze drown soak consume bathe put'.split(' '));
const RUIN: ReadonlySet<string> = new Set(
  'graveyard cemetery grave rubble ash ashes ruin blood ablaze alight fire hell inferno hellfire bloodbath flame ground'.split(
    ' ',
  ),
);
const WAGING: ReadonlySet<string> = new Set('carry take bring spread extend export move'.split(' '));
const WAR: ReadonlySet<string> = new Set(
  'war fight battle jihad violence insurgency terror fighting campaign'.split(' '),
);
const TO_INTO: ReadonlySet<string> = new Set(['to', 'into']);

/** "do harm to X". */
const DONE_TO: ReadonlySet<string> = new Set(['harm', 'damage', 'injury', 'death', 'violence']);
const SENDING: ReadonlySet<string> = new Set(['send', 'dispatch', 'slip', 'smuggle', 'deploy']);
const OF: ReadonlySet<string> = new Set(['of']);
const IN: ReadonlySet<string> = new Set(['in', 'inside', 'within']);

/** "attacks in Sweden", "in the homeland": the country is what they are aimed at where nothing else is. */
export const countriesIn = (a: Analysis, clause: Clause): string[] =>
  wordsFor(
    a,
    behind(clause, IN).filter(
      (n) =>
        isPlain(a, n) ||
        /^(?:country|region|city)$/.test(a.names.placeAt(nounAt(a, n).head)?.place.precision ?? '') ||
        headLemma(a, nounAt(a, n)) === 'homeland',
    ),
  );
/** "attacks in the cities", "in crowded places". */
const isPlain = (a: Analysis, n: number): boolean => {
  const { head } = nounAt(a, n);
  return a.doc.tokens[head]!.pos === 'NNS' && IN_WHICH.has(headLemma(a, nounAt(a, n)));
};
const IN_WHICH: ReadonlySet<string> = new Set(
  'city town capital market mall place street mosque church school hotel'.split(' '),
);
const INTO: ReadonlySet<string> = new Set(['into']);
const AFTER: ReadonlySet<string> = new Set(['after']);
const behind = (clause: Clause, prepositions: ReadonlySet<string>): number[] =>
  clause.prepositional.filter(({ preposition }) => prepositions.has(preposition)).map(({ noun }) => noun);

/** "attacks … to carry them out", "has sworn to do so": the act is the one just named. */
function takesUp(a: Analysis, clause: Clause): boolean {
  const { tokens } = a.doc;
  const [object] = clause.objects;
  const pronoun = object !== undefined && tokens[nounAt(a, object).head]!.pos === 'PRP';
  const so = clause.verb.lemma === 'do' && tokens[clause.verb.last]?.lower === 'so';
  if (!so && !(pronoun && (clause.verb.lemma === 'carry' || lemmaOf(clause) === 'carry_out'))) return false;
  const { first } = a.doc.sentences[clause.sentence]!;
  for (let i = clause.verb.first - 1; i >= first; i--)
    if (ACTS.has(tokens[i]!.lemma) || (tokens[i]!.pos.startsWith('VB') && ATTACKING.has(tokens[i]!.lemma))) return true;
  return false;
}

/** The words for those aimed at, days and the like left out. */
export const wordsFor = (a: Analysis, aimed: readonly number[]): string[] =>
  aimedAt(
    a,
    aimed.filter((n) => !isTime(a, n)),
  );

/** Those at whom the act that a noun phrase names is aimed: "attacks on X", "violence against X". */
export const aimsOfNoun = (a: Analysis, n: number, prepositions: ReadonlySet<string> = AT): string[] =>
  wordsFor(
    a,
    followedBy(a, nounAt(a, n))
      .filter(({ preposition }) => prepositions.has(preposition))
      .map(({ noun }) => noun),
  );

/** "to drive foreign troops out of the country": the particle behind the object. */
function drivesOut({ doc }: Analysis, { verb }: Clause): boolean {
  if (!DRIVING.has(verb.lemma)) return false;
  const end = Math.min(doc.tokens.length, verb.last + 5);
  for (let i = verb.last; i < end; i++) if (AWAY.has(doc.tokens[i]!.lower)) return true;
  return false;
}

/** "to go on bombing", "to keep attacking". */
function goesOn({ doc }: Analysis, { verb }: Clause): boolean {
  const next = doc.tokens[verb.last];
  return next !== undefined && (GERUNDS.has(next.lower) || (next.pos === 'VBG' && ATTACKING.has(next.lemma)));
}

const GERUNDS: ReadonlySet<string> = new Set(
  [...ATTACKING].flatMap((verb) => [`${verb}ing`, `${verb.replace(/e$/, '')}ing`, `${verb}${verb.at(-1)}ing`]),
);

/**
 * The act that stands at a token, by the words alone: behind "to", "on", "of" the tagger takes many a verb for a noun
 * ("threatened to behead hostages", "intent on killing officers"). Gives those aimed at; null where no act stands there.
 */
export function bareAct(a: Analysis, token: number): string[] | null {
  const { tokens } = a.doc;
  const n = a.phrases.nounAt[token] ?? -1;
  if (n < 0 || !(ATTACKING.has(tokens[token]!.lower) || GERUNDS.has(tokens[token]!.lower))) return null;
  const { first, last } = nounAt(a, n);
  if (first === token && last > token + 1) return [textOf(a.doc, token + 1, last)];
  const next = a.phrases.nouns[n + 1];
  return next?.first === last ? wordsFor(a, [n + 1]) : aimsOfNoun(a, n);
}

const OTHERS: ReadonlySet<string> = new Set(['other', 'others', 'them', 'itself', 'themselves', 'turn']);
const TIMES: ReadonlySet<string> = new Set(
  'day night morning evening time week month year home once least last weekend hour moment behalf occasion scale basis'.split(
    ' ',
  ),
);

/** "on Friday", "at night", "on it". */
function isTime(a: Analysis, n: number): boolean {
  const { head, first } = nounAt(a, n);
  const { lemma, pos } = a.doc.tokens[head]!;
  return (
    isDated(a, head, head + 1) ||
    (TIMES.has(lemma) && !(lemma === 'home' && first < head)) ||
    OTHERS.has(lemma) ||
    OTHERS.has(a.doc.tokens[head]!.lower) ||
    (pos === 'PRP' && first === head)
  );
}

/** Acts whose "of" names what is hit: "bombings of markets". */
export const ACTED: ReadonlySet<string> = new Set(
  'bombing killing assassination murder kidnapping abduction shelling hijacking burning destruction massacre shooting slaughter beheading ambush'.split(
    ' ',
  ),
);
