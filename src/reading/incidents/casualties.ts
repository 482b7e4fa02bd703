/** The killed and the injured: numbers with what became of them, each tied to a sentence so that its incident can be found. */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import type { CountMention } from '../counts.js';
import { spanOf } from '../doc.js';
import { DEAD_NOUNS, DEATHS_OF, DIE, INJURED_NOUNS, KILL, SUFFER } from '../lexicon/casualties.js';
import { headLemma, isPerpetrator, isPlural, nounAt, thingOf } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import type { Count, Toll } from '../schema.js';
import { type Fate, fell, losesLife, outcomeIn } from './outcome.js';
import { partyOf } from './parties.js';
import { asOfDay, isTotal, tollNoun } from './tolls.js';

export interface Casualty {
  outcome: Fate;
  count: Toll;
  /** Who, where the words say more than a number; indices into `phrases.nouns`. */
  nouns: number[];
  sentence: number;
  token: number;
  /** "toll rose to", "bringing the dead to": a total that replaces what was told before. */
  total: boolean;
  /** The attackers say so themselves: counts only where nobody else gives a figure. */
  boasted: boolean;
}

/** All casualties of the report in text order. */
export function findCasualties(a: Analysis): Casualty[] {
  const found: Casualty[] = [];
  const counted = new Set<CountMention>();
  for (const clause of a.clauses) {
    const summed = ofClause(a, clause, counted);
    if (summed) found.push(summed);
    const other = anotherBehind(a, clause);
    if (other) found.push(other);
  }
  for (const count of a.counts) {
    if (counted.has(count)) continue;
    const n = a.phrases.nounAt[count.last - 1]!;
    const casualty = (n >= 0 ? ofNoun(a, count, n) : null) ?? besideWord(a, count);
    if (casualty) found.push(casualty);
  }
  for (const casualty of found) {
    casualty.boasted = isBoast(a, casualty.token);
    const asOf = casualty.total ? asOfDay(a, { sentence: casualty.sentence, number: casualty.token }) : null;
    if (asOf) casualty.count.asOf = asOf;
  }
  return found.filter(({ count }) => count.max !== 0).sort((x, y) => x.token - y.token); // "nobody was hurt" counts nobody
}

/** "One soldier was killed and another wounded": the second verb has lost its own. */
function anotherBehind(a: Analysis, { verb, objects, sentence }: Clause): Casualty | null {
  const n = objects[0];
  if (n === undefined || !KILL.test(verb.lemma) || !verb.passive) return null;
  const { first, last } = nounAt(a, n);
  const { tokens } = a.doc;
  if (tokens[first]!.lower !== 'another') return null;
  for (let i = last - 1; i <= last; i++)
    if (/^(?:wounded|injured|hurt)$/.test(tokens[i]?.lower ?? ''))
      return {
        outcome: 'injured',
        count: { min: 1, max: 1, at: spanOf(a.doc, first, first + 1) },
        nouns: [],
        sentence,
        token: i,
        total: false,
        boasted: false,
      };
  return null;
}

/** Does a group say so of its own act? */
function isBoast(a: Analysis, token: number): boolean {
  const speaker = a.speakers[a.clauseAt[token] ?? -1];
  return speaker ? partyOf(a, speaker.noun).kind === 'group' : false;
}

/** "killed a soldier and two contractors": those whom one verb joins are added up; who is single counts as one. */
function ofClause(a: Analysis, clause: Clause, counted: Set<CountMention>): Casualty | null {
  const { verb } = clause;
  const given = DIE.test(verb.lemma) || fell(a, clause) || isOfSubject(a, clause) ? clause.subjects : clause.objects;
  const outcome = given.map((n) => outcomeIn(a, clause, n)).find((found) => found !== null);
  if (!outcome) return null;
  const role = wholeRole(a, given);
  const counts = (n: number): boolean => within(a.counts, nounAt(a, n).first, nounAt(a, n).last).length > 0;
  const victims = role.filter(
    (n) =>
      !isPerpetrator(a, nounAt(a, n)) &&
      !isApposition(a, n) &&
      !isPartOf(a, n) &&
      !isThing(a, nounAt(a, n)) &&
      (counts(n) || isSomebody(a, nounAt(a, n)) || isOnePerson(a, n)),
  );
  if (!victims.length) return null;
  let min = 0;
  let max: number | null = 0;
  const used: CountMention[] = [];
  for (const n of victims) {
    const np = nounAt(a, n);
    const count = within(a.counts, np.first, np.last)[0];
    if (count) used.push(count);
    else if (sharesCount(a, n, victims))
      continue; // "ten guards and civilians"
    else if (isPlural(a, np) || !(isSomebody(a, np) || isOnePerson(a, n))) return null;
    const single = /^(?:couple|pair|twins)$/.test(headLemma(a, np)) ? 2 : 1; // "a married couple and their son"
    min += count ? (count.min ?? 0) : single;
    max = max === null || (count && count.max === null) ? null : max + (count?.max ?? single);
  }
  for (const count of used) counted.add(count);
  const others = togetherWith(a, clause);
  for (const n of others) {
    const np = nounAt(a, n);
    const count = within(a.counts, np.first, np.last)[0];
    if (count) counted.add(count);
    else if (isPlural(a, np)) continue;
    min += count ? (count.min ?? 0) : 1;
    max = max === null || (count && count.max === null) ? null : max + (count?.max ?? 1);
  }
  const first = nounAt(a, victims[0]!);
  const last = nounAt(a, victims.at(-1)!);
  const at = used.length === 1 && victims.length === 1 ? used[0]!.at : spanOf(a.doc, first.first, last.last);
  return {
    outcome,
    count: { min, max, at },
    nouns: victims,
    sentence: clause.sentence,
    token: verb.head,
    total: false,
    boasted: false,
  };
}

/** "six aid workers together with their driver and guide". */
function togetherWith(a: Analysis, { verb, prepositional, last }: Clause): number[] {
  const { tokens } = a.doc;
  const first = prepositional.find(({ preposition, noun }) => {
    const i = nounAt(a, noun).first - 2;
    return preposition === 'with' && i > verb.last && i < last && /^(?:together|along)$/.test(tokens[i]!.lower);
  });
  if (!first) return [];
  const out = [first.noun];
  for (
    let n = first.noun;
    tokens[nounAt(a, n).last]?.lower === 'and' && nounAt(a, n + 1)?.first === nounAt(a, n).last + 1;
    n++
  )
    out.push(n + 1);
  return out.filter((n) => isSomebody(a, nounAt(a, n)) && !isPerpetrator(a, nounAt(a, n)));
}

const isOfSubject = (a: Analysis, clause: Clause): boolean =>
  clause.verb.passive ||
  losesLife(a, clause) ||
  (clause.verb.lemma === 'be' && a.doc.tokens[clause.verb.last]?.lower === 'dead') ||
  SUFFER.test(clause.verb.lemma) ||
  clause.verb.lemma === 'need' ||
  clause.verb.lemma === 'require';

/** With those joined before ("ten guards as well as six assailants"), or the whole of a part: "ten people, most of them drivers,". */
function wholeRole(a: Analysis, given: readonly number[]): number[] {
  const role = [...given];
  const first = role[0];
  const near = first === undefined ? undefined : a.phrases.nouns[first - 1];
  const back = near && a.doc.tokens[near.head]!.lower === 'well' ? 2 : 1; // "as well as"
  const before = first === undefined ? undefined : a.phrases.nouns[first - back];
  if (first === undefined || !before) return role;
  const { tokens } = a.doc;
  if (tokens[before.head]!.sentence !== tokens[nounAt(a, first).head]!.sentence) return role;
  if (isAsWellAs(a, before.last, nounAt(a, first).first)) {
    role.unshift(first - back);
    const joined = a.phrases.nouns[first - back - 1];
    if (joined && tokens[joined.last]?.lower === 'and' && joined.last + 1 === before.first)
      role.unshift(first - back - 1);
  } else if (/^(?:them|whom)$/.test(tokens[before.head]!.lower)) {
    for (let n = first - 2; n >= Math.max(0, first - 4); n--) {
      const np = nounAt(a, n);
      if (tokens[np.last]?.lower === ',' && within(a.counts, np.first, np.last).length) return [n];
    }
  }
  return role;
}

/** "11 villagers, seven of them children": a part of those counted. */
function isPartOf(a: Analysis, n: number): boolean {
  const np = nounAt(a, n);
  const { tokens } = a.doc;
  const ofThem = (i: number): boolean =>
    /^(?:of|among)$/.test(tokens[i]?.lower ?? '') && /^(?:them|whom|which)$/.test(tokens[i + 1]?.lower ?? '');
  return ofThem(np.last) || (ofThem(np.first - 2) && tokens[np.first - 1]!.pos.startsWith('PRP'));
}

const isAsWellAs = (a: Analysis, first: number, last: number): boolean =>
  /^(?:as well as|along with|together with|plus|and)$/.test(
    a.doc.tokens
      .slice(first, last)
      .map((t) => t.lower)
      .join(' '),
  );

/** "X, the deputy mayor,": the second names the first again. */
function isApposition(a: Analysis, n: number): boolean {
  const np = nounAt(a, n);
  const before = a.phrases.nouns[n - 1];
  const { tokens } = a.doc;
  if (!before || tokens[np.first - 1]?.lower !== ',' || before.last !== np.first - 1) return false;
  return (
    (tokens[before.head]!.pos === 'NNP') !== (tokens[np.head]!.pos === 'NNP') &&
    !within(a.counts, np.first, np.last).length
  );
}

/** A building, a vehicle: "three trucks burned". */
const isThing = (a: Analysis, np: NounPhrase): boolean => {
  const thing = thingOf(a, np);
  return thing !== null && thing.class !== 'person' && a.names.actorAt(np.head) === null;
};

/** A plural without a number of its own, joined to one that has it. */
const sharesCount = (a: Analysis, n: number, victims: readonly number[]): boolean =>
  isPlural(a, nounAt(a, n)) &&
  victims.includes(n - 1) &&
  a.doc.tokens[nounAt(a, n).first - 1]?.lower === 'and' &&
  within(a.counts, nounAt(a, n - 1).first, nounAt(a, n - 1).last).length > 0;

/** Tokens back in which nobody but victims may be spoken of. */
const WHO_BACK = 15;

/** "She died of her wounds": no attacker is spoken of right before. */
function isOnePerson(a: Analysis, n: number): boolean {
  const { head, first } = nounAt(a, n);
  if (/^(?:body|corpse)$/.test(a.doc.tokens[head]!.lower))
    return a.doc.tokens[first]!.pos === 'PRP$' || nounAt(a, n).owner >= 0;
  if (!/^(?:he|she|him|her)$/.test(a.doc.tokens[head]!.lower)) return false;
  return !within(a.phrases.nouns, Math.max(0, first - WHO_BACK), first).some((np) => isPerpetrator(a, np));
}

const isSomebody = (a: Analysis, np: NounPhrase): boolean =>
  a.names.actorAt(np.head)?.actor.kind === 'person' || thingOf(a, np)?.class === 'person';

const toCount = ({ min, max, at }: CountMention): Count => ({ min, max, at });

function ofNoun(a: Analysis, count: CountMention, n: number): Casualty | null {
  const np = nounAt(a, n);
  const { tokens } = a.doc;
  const make = (outcome: Fate, total = false): Casualty => ({
    outcome,
    count: toCount(count),
    nouns: [n],
    sentence: tokens[np.head]!.sentence,
    token: np.head,
    total,
    boasted: false,
  });
  if (isPerpetrator(a, np)) return null;
  const lemma = headLemma(a, np);
  const clause = a.clauses[a.clauseAt[np.head] ?? -1];
  if (DEAD_NOUNS.test(lemma)) return make('killed', isTotal(a, np, clause));
  if (INJURED_NOUNS.test(lemma)) return make('injured', isTotal(a, np, clause));
  if (isThing(a, np)) return null;
  const next = tokens[np.last]?.lower ?? '';
  if (next === 'dead') return make('killed', isTotal(a, np, clause));
  const ofWhat = tokens[np.first - 1]?.lower === 'of' ? (tokens[np.first - 2]?.lower ?? '') : '';
  if (DEATHS_OF.test(ofWhat)) return make('killed'); // "took the lives of 148 people", "the deaths of 13 people"
  const owned = a.phrases.nouns[n + 1]?.owner === n ? a.phrases.nouns[n + 1]! : np;
  const lives = /^['’]$/.test(next) && tokens[np.last + 1]?.lower === 'lives';
  if (/^(?:cost|loss)$/.test(ofWhat) && (lives || headLemma(a, owned) === 'life')) return make('killed'); // "at the cost of seven soldiers' lives"
  const governing = clauseOf(a, n, clause);
  if (governing) {
    const outcome = outcomeIn(a, governing, n);
    if (outcome) return make(outcome);
  }
  const outer = clause?.verb.form === 'participle' ? a.clauses[clause.parent] : undefined; // "put the number killed at 27"
  const toll = tollNoun(a, np, clause) ?? (outer ? tollNoun(a, np, outer) : null);
  return toll ? make(toll, true) : null;
}

/** The clause in which the phrase is subject or object; the participle's own comes before the finite one's. */
function clauseOf(a: Analysis, n: number, clause: Clause | undefined): Clause | null {
  if (!clause) return null;
  for (const candidate of [a.clauses[clause.index + 1], clause, a.clauses[clause.index - 1]]) {
    if (
      candidate?.sentence === clause.sentence &&
      (candidate.subjects.includes(n) || candidate.objects.includes(n)) &&
      outcomeIn(a, candidate, n)
    )
      return candidate;
  }
  return clause.subjects.includes(n) || clause.objects.includes(n) ? clause : null;
}

/** Where no verb helps: "27 dead, 227 injured", "38 killed". */
function besideWord(a: Analysis, count: CountMention): Casualty | null {
  const { tokens } = a.doc;
  const sentence = tokens[count.first]!.sentence;
  const end = a.doc.sentences[sentence]!.last;
  for (let i = count.last; i < end && i < count.last + 4; i++) {
    const { lower, pos } = tokens[i]!;
    if (/^(?:dead|killed|fatalities|deaths)$/.test(lower))
      return { outcome: 'killed', count: toCount(count), nouns: [], sentence, token: i, total: false, boasted: false };
    if (/^(?:injured|wounded|hurt)$/.test(lower))
      return { outcome: 'injured', count: toCount(count), nouns: [], sentence, token: i, total: false, boasted: false };
    if (!/^(?:NN|JJ|RB|IN|DT)/.test(pos) || lower === ',') break;
  }
  return headed(a, count);
}

/** "Killed: 84. Injured: 284." */
function headed(a: Analysis, count: CountMention): Casualty | null {
  const { tokens } = a.doc;
  const i = count.first - 2;
  if (tokens[i + 1]?.lower !== ':' || !tokens[i]) return null;
  const outcome = /^(?:dead|killed|fatalities|deaths)$/.test(tokens[i].lower)
    ? 'killed'
    : /^(?:injured|wounded|hurt|injuries)$/.test(tokens[i].lower)
      ? 'injured'
      : null;
  const { sentence } = tokens[count.first]!;
  return outcome && { outcome, count: toCount(count), nouns: [], sentence, token: i, total: false, boasted: false };
}

/** One named or singular person who was killed or injured counts as one, where no number is given. */
export function singleCount(a: Analysis, np: NounPhrase): Count {
  return { min: 1, max: 1, at: spanOf(a.doc, np.first, np.last) };
}
