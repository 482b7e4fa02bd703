/** The building, vehicle or spot of an incident, as worded: what was hit, where it happened, or what its noun is named after. */
import { type Analysis, within } from '../analysis.js';
import { THINGS } from '../lexicon/things.js';
import { headLemma, nounAt, quantified, thingOf, withOwner } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import { extentOf } from './extent.js';
import type { EventMention } from './mention.js';

type Way = (a: Analysis, mentions: readonly EventMention[], owned: ReadonlySet<number>) => NounPhrase | null;

/** @param owned indices of the sentences that speak of this incident alone */
export function siteOf(a: Analysis, mentions: readonly EventMention[], owned: readonly number[]): NounPhrase | null {
  const own = new Set(owned);
  for (const way of WAYS) {
    const found = way(a, mentions, own);
    if (found) return found;
  }
  return null;
}

/** What is hit, or what stands behind a preposition of place in the words of an act. */
function besideAct(a: Analysis, mentions: readonly EventMention[]): NounPhrase | null {
  for (const m of mentions) {
    const [first, last] = m.noun || !m.clause ? [m.token, a.doc.sentences[m.sentence]!.last] : extentOf(a, m.clause);
    const hit = m.patients.map((n) => nounAt(a, n)).find((np) => isSite(a, np));
    const found = hit ?? spotIn(a, first, last);
    if (found) return partOf(a, found);
    const named = m.places.find(({ place }) => place.precision === 'site');
    const n = named ? a.phrases.nounAt[named.last - 1]! : -1;
    // "the Kabul airport bombing" names the airport, and is none
    if (n >= 0)
      return nounAt(a, n).head < named!.last
        ? nounAt(a, n)
        : { ...nounAt(a, n), last: named!.last, head: named!.last - 1 };
  }
  return null;
}

/** "a Christmas market shooting", "the Boston Marathon bombing": what the act is named after. */
function namedAfter(a: Analysis, mentions: readonly EventMention[]): NounPhrase | null {
  for (const { noun } of mentions) {
    for (let i = (noun?.head ?? 0) - 1; noun && i >= noun.first; i--) {
      const { lower, lemma } = a.doc.tokens[i]!;
      const thing = THINGS.get(`${a.doc.tokens[i - 1]?.lower}-${lemma}`) ?? THINGS.get(lemma) ?? THINGS.get(lower);
      if (!thing || thing.class === 'person' || thing.class === 'object' || MEANS.test(lemma)) continue;
      return { ...noun, head: i, last: i + 1 };
    }
  }
  return null;
}
const MEANS = /^(?:car|truck|van|lorry|vehicle|motorcycle|motorbike|boat|taxi|mine|mass|road|street|pickup|tank)$/;

/** Elsewhere in a sentence that tells of this act alone. */
function inSentence(a: Analysis, mentions: readonly EventMention[], owned: ReadonlySet<number>): NounPhrase | null {
  for (const { sentence } of mentions) {
    const { first, last } = a.doc.sentences[sentence]!;
    const found = owned.has(sentence) ? spotIn(a, first, last) : null;
    if (found && !AFTER.test(headLemma(a, found))) return partOf(a, found);
  }
  return null;
}

/** Where the victims or the doers come to be afterwards, or who is spoken of. */
const AFTER = /^(?:hospital|ward|clinic|prison|jail|court|courthouse|cell|mission|store|airfield|headquarters|home)$/;

const WAYS: readonly Way[] = [besideAct, namedAfter, inSentence];

/** The first site behind a preposition of place within the tokens [first, last). */
function spotIn(a: Analysis, first: number, last: number): NounPhrase | null {
  let end = -1; // of a phrase that stands at a spot: "through a fruit and vegetable market" goes on
  for (const np of within(a.phrases.nouns, first, last)) {
    const opening = withOwner(a, np);
    const goesOn = end >= 0 && end === opening - 1 && a.doc.tokens[end]!.lower === 'and';
    if (!goesOn && !SPOT.test(a.doc.tokens[opening - 1]?.lower ?? '')) continue;
    end = np.last;
    const whole = nounAt(a, quantified(a, a.phrases.nounAt[np.head]!));
    if (isSite(a, whole)) return whole;
  }
  return null;
}

/** "the gate of the base": what the gate is of. */
function partOf(a: Analysis, np: NounPhrase): NounPhrase {
  if (!/^(?:gate|entrance|door|front|outskirts|edge|wall|perimeter|doorstep|ground|grounds)$/.test(headLemma(a, np)))
    return np;
  const n = /^(?:of|to)$/.test(a.doc.tokens[np.last]?.lower ?? '') ? (a.phrases.nounAt[np.last + 1] ?? -1) : -1;
  return n >= 0 && isSite(a, nounAt(a, n)) ? nounAt(a, n) : np;
}

const SPOT = /^(?:in|at|near|outside|inside|into|beside|behind|on|through|under|towards|toward)$/;
const TOO_WIDE =
  /^(?:town|district|village|area|street|suburb|neighbourhood|neighborhood|quarter|city|region|province)$/;

function isSite(a: Analysis, np: NounPhrase): boolean {
  if (/^(?:motorcycle|motorbike|bike|pickup|march)$/.test(headLemma(a, np)) || a.doc.tokens[np.head]!.lower === 'march')
    return false;
  const place = a.names.placeAt(np.head)?.place;
  if (place) return place.precision === 'site';
  const thing = thingOf(a, np);
  return thing !== null && thing.class !== 'person' && thing.class !== 'object' && !TOO_WIDE.test(headLemma(a, np));
}
