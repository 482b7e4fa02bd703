/** Acts of violence that a noun tells: "the bombing of a bus", "an attack on a church in Lahore". */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import {
  AFTERWARDS,
  EVENT_MODIFIERS,
  EVENT_NOUNS,
  EVENT_VERBS,
  type EventWord,
  HAPPENING,
  LIGHT_VERBS,
  PATTERN_QUANTIFIERS,
} from '../lexicon/events.js';
import { REVENGE } from '../lexicon/relation-pairs.js';
import { GOVERNING_VERBS } from '../lexicon/status.js';
import {
  compoundLemma,
  followedBy,
  headLemma,
  isDefinite,
  isPerpetrator,
  isPlural,
  isPronoun,
  isSum,
  nounAt,
} from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import { OWNING } from './begins.js';
import { extentOf, isDate, setting } from './extent.js';
import { hasSuicide, typeOf } from './means.js';
import type { EventMention } from './mention.js';
import { isMarkOf, realityOfNoun } from './reality.js';
import { weaponsIn } from './weapons.js';

export function nounMention(a: Analysis, noun: NounPhrase, told: Set<number>): EventMention | null {
  if (told.has(noun.head)) return null;
  const entry = nounEntry(a, noun);
  if (!entry) return null;
  const { tokens } = a.doc;
  const clause = a.clauses[a.clauseAt[noun.head] ?? -1] ?? null;
  const happened = happening(a, noun);
  const isNext = isNextElsewhere(a, noun);
  if (tokens[noun.first - 1]?.lemma === 'use' || tokens[noun.first - 1]?.lower === 'hardly') return null; // "using attack aircraft"
  if (
    entry.strength === 'weak' &&
    REVENGE.has(tokens[noun.first - 2]?.lemma ?? '') &&
    tokens[noun.first - 1]!.lower === 'for'
  )
    return null; // "in revenge for the burning of books": the grievance, told by the way
  if (isMarkOf(a, noun.first)) return null;
  const status = happened ? 'occurred' : realityOfNoun(a, noun, clause);
  if (status === 'none') return null;
  const after = untilElsewhere(a, followedBy(a, joinedTo(a, noun) ?? noun));
  const afterEnd = after.length ? nounAt(a, after.at(-1)!.noun).last : noun.last;
  const first = noun.first;
  const weapons = weaponsIn(a, first, afterEnd);
  const modifier = modifierOf(a, noun);
  const type = modifier && entry.type === 'unknown' ? modifier.type : typeOf(entry, weapons);
  const weapon = entry.weapon ?? modifier?.weapon ?? null;
  if (weapon && !weapons.some((w) => w.type === weapon))
    weapons.unshift({ type: weapon, token: modifier && !entry.weapon ? modifier.token : noun.head });
  const plural = isPlural(a, noun);
  const counted = tokens
    .slice(noun.first, noun.head)
    .some((t) => t.pos === 'CD' || t.lower === 'these' || t.lower === 'both' || t.lower === 'twin');
  const quantified = tokens.slice(noun.first, noun.head).some((t) => PATTERN_QUANTIFIERS.has(t.lower));
  const ofOwner = noun.owner >= 0 && entry.outcome !== null && isVictim(a, noun); // "the registrar's murder"
  const patients = after
    .filter(({ preposition }) => /^(?:on|upon|against|at|of|outside|inside|near)$/.test(preposition))
    .map((p) => p.noun)
    .concat(includedAfter(a, noun, afterEnd))
    .concat(ofOwner ? [noun.owner] : [])
    .concat(
      happened ? happened.prepositional.filter((p) => /^(?:at|on|in)$/.test(p.preposition)).map((p) => p.noun) : [],
    )
    .filter((n) => !isDate(a, n));
  const reported =
    clause !== null &&
    !happened &&
    clause.objects.some((n) => a.phrases.nouns[n] === noun) &&
    /^(?:claim|admit|acknowledge|deny|disown|condemn|denounce|deplore|decry|regret|mourn|mention|recall|investigate|justify|celebrate|praise|order|hail)$/.test(
      clause.verb.lemma,
    );
  const wide = happened
    ? [first, extentOf(a, happened)[1]]
    : clause && (governsSetting(a, clause, noun) || tellsOfNew(a, clause, noun, reported))
      ? extentOf(a, clause)
      : [first, afterEnd];
  return {
    token: noun.head,
    sentence: tokens[noun.head]!.sentence,
    word: entry,
    noun,
    clause,
    type,
    weapons,
    suicide: hasSuicide(a, first, afterEnd),
    status,
    agents: after
      .filter(({ preposition }) => preposition === 'by')
      .map((p) => p.noun)
      .concat(noun.owner >= 0 && !ofOwner ? [noun.owner] : [])
      .concat(planners(a, noun, clause))
      .filter((n) => !isDate(a, n)),
    parties: [],
    scene: [],
    patients,
    ...(isSuperlative(a, noun)
      ? { dates: [], places: [] }
      : setting(
          a,
          Math.min(wide[0]!, dateBefore(a, first)),
          reported ? reportedEnd(a, noun, dateBehind(a, afterEnd)) : Math.max(wide[1]!, dateBehind(a, afterEnd)),
          noun.head,
        )),
    definite: (isDefinite(a, noun) && !isOwnBomb(a, noun) && !isNext) || isPredicate(a, noun, clause),
    another: isNext || tokens.slice(noun.first, noun.head).some((t) => ANOTHER.has(t.lower)),
    pattern:
      isSum(a, noun) || (plural && !counted && (quantified || !isDefinite(a, noun))) || isJoinedToPattern(a, noun),
    adds: false,
  };
}

/** Somebody who is done to rather than does: no group, no attackers, no state, and nobody else behind "of". */
function isVictim(a: Analysis, noun: NounPhrase): boolean {
  const owner = nounAt(a, noun.owner);
  const actor = a.names.actorAt(owner.head)?.actor;
  if (actor ? actor.kind !== 'person' || actor.of?.kind === 'group' : a.names.placeAt(owner.head) !== null)
    return false;
  return !isPerpetrator(a, owner) && !isPronoun(a, owner) && a.doc.tokens[noun.last]?.lower !== 'of';
}

/** "a third blast in Mingora", "the second attack, at Warrenpoint,": one more, at a place of its own. */
const isNextElsewhere = (a: Analysis, { first, head, last }: NounPhrase): boolean =>
  a.doc.tokens.slice(first, head).some(({ lower }) => /^(?:second|third|fourth|fifth|sixth)$/.test(lower)) &&
  within(a.names.placeMentions, last, last + ELSEWHERE_REACH).some(
    ({ first: at, place }) =>
      a.doc.tokens[at]!.sentence === a.doc.tokens[head]!.sentence &&
      (place.precision === 'city' || place.precision === 'site') &&
      /^(?:in|at|near|outside)$/.test(a.doc.tokens[at - 1]?.lower ?? ''),
  );
/** Tokens behind an act in which it may be said where it was. */
const ELSEWHERE_REACH = 9;

/** "the shootings and bombings in X on 14 January": the act that shares what follows. */
function joinedTo(a: Analysis, noun: NounPhrase): NounPhrase | null {
  const n = a.doc.tokens[noun.last]?.lower === 'and' ? (a.phrases.nounAt[noun.last + 1] ?? -1) : -1;
  return n >= 0 && EVENT_NOUNS.has(headLemma(a, nounAt(a, n))) && a.doc.tokens[nounAt(a, n).first]!.pos !== 'DT'
    ? nounAt(a, n)
    : null;
}

/** "vehicle ramming and edged-weapon attacks": one of the kinds of acts that are spoken of. */
function isJoinedToPattern(a: Analysis, noun: NounPhrase): boolean {
  if (!/^(?:and|or|,)$/.test(a.doc.tokens[noun.last]?.lower ?? '') || isDefinite(a, noun)) return false;
  const n = a.phrases.nounAt[noun.last + 1] ?? -1;
  if (n < 0 || a.doc.tokens[noun.first]!.pos === 'DT') return false;
  const next = nounAt(a, n);
  return a.doc.tokens[next.head]!.pos === 'NNS' && !isDefinite(a, next) && EVENT_NOUNS.has(headLemma(a, next));
}

export function nounEntry(a: Analysis, noun: NounPhrase): EventWord | undefined {
  const lemma = a.doc.tokens[noun.head]!.lemma;
  const entry =
    EVENT_NOUNS.get(lemma) ??
    (a.clauseAt[noun.head]! < 0 ? VERBLESS.get(lemma) : undefined) ??
    meansAsEvent(a, noun, lemma);
  if (!entry) return undefined;
  const compound = compoundLemma(a, noun);
  return compound && NOT_VIOLENT.test(compound) ? undefined : entry;
}

/** "the van bomb of 30 December at Terminal 4", "the release of sarin": the means stands for the act. */
function meansAsEvent(a: Analysis, noun: NounPhrase, lemma: string): EventWord | undefined {
  if (!/^(?:bomb|release|spraying|action|operation|strike)$/.test(lemma)) return undefined;
  const after = followedBy(a, noun, 3);
  if (lemma !== 'bomb' && lemma !== 'release' && lemma !== 'spraying') {
    // "We claim the action of 21 February against the bank"
    const owned = OWNING.has(a.clauses[a.clauseAt[noun.head] ?? -1]?.verb.lemma ?? '');
    return owned && after.some(({ preposition }) => preposition === 'against') ? EVENT_NOUNS.get('attack') : undefined;
  }
  if (lemma === 'bomb')
    return after.some(({ preposition }) => /^(?:at|in|outside|near|beside|under|inside|on|of)$/.test(preposition))
      ? EVENT_NOUNS.get('explosion')
      : undefined;
  return after.some(
    ({ preposition, noun: n }) =>
      preposition === 'of' && weaponsIn(a, nounAt(a, n).first, nounAt(a, n).last).some((w) => w.type === 'chemical'),
  )
    ? EVENT_VERBS.get('gas')
    : undefined;
}

/** "set off his bomb": the bomb is his; it was not told of before. */
const isOwnBomb = (a: Analysis, { first, head }: NounPhrase): boolean =>
  a.doc.tokens[first]!.pos === 'PRP$' && a.doc.tokens[head]!.lemma === 'bomb';

/** "heart attack", "cyber attack", "panic attack", "air raid": no act of terrorism. */
const NOT_VIOLENT =
  /^(?:heart|cyber|panic|asthma|verbal|personal|ddos|hacker|hacking|denial-of-service|counter|air|police|army|media|character|demand|photo|film|price|population|baby|solar)-/;

/** "ISIS-K has been plotting attacks": who plans is who would do it. */
function planners(a: Analysis, noun: NounPhrase, clause: Clause | null): number[] {
  if (!clause || clause.verb.passive || !clause.objects.some((n) => a.phrases.nouns[n] === noun)) return [];
  const reality = GOVERNING_VERBS.get(clause.verb.lemma);
  return reality === 'planned' || reality === 'threatened' || reality === 'attempted' ? clause.subjects : [];
}

const ANOTHER = new Set(['another', 'earlier', 'previous', 'separate', 'other', 'similar', 'subsequent']);

/** In sentences without a verb, as situation reports have them, the doer or the means tells of the act. */
const VERBLESS: ReadonlyMap<string, EventWord> = new Map(
  Object.entries({
    bomber: 'bombing',
    bomb: 'bombing',
    ied: 'bombing',
    gunman: 'armed-assault',
    grenade: 'bombing',
    shot: 'armed-assault',
  } as const).map(([noun, type]) => [
    noun,
    { type, weapon: type === 'bombing' ? 'explosives' : 'firearms', outcome: null, strength: 'strong' } as EventWord,
  ]),
);

/** "the attack in Jolo, Philippines, on 27 January": past a day that a comma sets off, else `last`. */
function dateBehind(a: Analysis, end: number): number {
  const { tokens } = a.doc;
  const set = setOff(a, end);
  if (set > end) return set;
  let last = end;
  while (tokens[last]?.lower === ',' && tokens[last + 1]?.pos === 'NNP') {
    const n = a.phrases.nounAt[last + 1]!;
    last = n >= 0 ? nounAt(a, n).last : last + 2;
  }
  if (tokens[last]?.lower !== ',' || !/^(?:on|late|early|in|last|yesterday)$/.test(tokens[last + 1]?.lower ?? ''))
    return end;
  const date = within(a.dates, last, last + 8)[0];
  return date && date.first <= last + 2 ? date.last : end;
}

/** Tokens over which something inserted may part an act from its day. */
const INSERTED = 12;

/** "the attack on a post at X, across the border in Y, on 11 May last year": past a day behind what commas set off, else `end`. */
function setOff(a: Analysis, end: number): number {
  const { tokens } = a.doc;
  if (tokens[end]?.lower !== ',' || tokens[end + 1]?.pos !== 'IN') return end;
  const date = within(a.dates, end, end + INSERTED)[0];
  if (!date || date.start === null || date.end === null) return end;
  const before = tokens[date.first - 1]?.lower;
  if ((before !== 'on' && before !== 'in') || tokens[date.first - 2]?.lower !== ',') return end;
  for (let i = end; i < date.first; i++) if (a.phrases.verbAt[i]! >= 0) return end;
  return tokens[date.first]!.sentence === tokens[end]!.sentence ? date.last : end;
}

/** "the April 15, 2013, attack": where a date right before the noun begins, else `first`. */
function dateBefore(a: Analysis, first: number): number {
  const date = within(a.dates, Math.max(first - 7, a.doc.sentences[a.doc.tokens[first]!.sentence]!.first), first + 3)
    .filter((d) => d.first < first)
    .at(-1);
  if (date && date.last > first) return date.first; // "On Jan. 21 twin bombings …": the number was taken for theirs
  return date &&
    (date.last === first ||
      (date.last === first - 1 && (a.doc.tokens[date.last]!.lower === ',' || a.doc.tokens[date.last]!.pos === 'POS')))
    ? date.first
    : first;
}

/** Phrases that no longer belong to the act: "the attack [in a statement on Telegram]", "[in revenge for …]". */
const ELSEWHERE =
  /^(?:statement|message|video|telegram|twitter|website|channel|platform|forum|app|internet|interview|speech|letter|revenge|retaliation|response|connection|name|behalf|order|night|day|week|month|year|morning|evening|time|terms?)$/;

function untilElsewhere(a: Analysis, after: ReturnType<typeof followedBy>): ReturnType<typeof followedBy> {
  const end = after.findIndex(
    ({ preposition, noun }) =>
      a.doc.tokens.slice(nounAt(a, noun).first, nounAt(a, noun).last).some((t) => ELSEWHERE.test(t.lemma)) ||
      /^(?:before|after|since|until|during|despite)$/.test(preposition) ||
      EVENT_NOUNS.has(headLemma(a, nounAt(a, noun))),
  );
  return end < 0 ? after : after.slice(0, end);
}

/** "attacks on targets, including embassies and churches", "an attack targeting concerts": what follows in the gerund is hit too. */
function includedAfter(a: Analysis, noun: NounPhrase, from: number): number[] {
  // From the noun's own clause on: looking from the first would make a long report quadratic.
  let i = Math.max(0, a.clauseAt[noun.head] ?? 0);
  while (i < a.clauses.length && a.clauses[i]!.verb.first < from) i++;
  const next = a.clauses[i];
  if (next?.verb.form !== 'gerund' || next.sentence !== a.doc.tokens[noun.head]!.sentence || next.verb.first > from + 2)
    return [];
  return /^(?:include|target)$/.test(next.verb.lemma) ? next.objects : [];
}

/** "an attack, which later occurred at …": the clause that says that it came about. */
function happening(a: Analysis, noun: NounPhrase): Clause | null {
  const index = a.phrases.nounAt[noun.head]!;
  const next = a.clauses[(a.clauseAt[noun.head] ?? -2) + 1];
  if (!next || next.sentence !== a.doc.tokens[noun.head]!.sentence || !/^(?:which|that)$/.test(next.marker ?? ''))
    return null;
  const occurs =
    /^(?:occur|happen|materialise|materialize)$/.test(next.verb.lemma) ||
    (next.verb.lemma === 'take' && a.doc.tokens[next.verb.last]?.lower === 'place');
  return next.subjects.includes(index) && occurs && !next.verb.negated && !next.verb.modal ? next : null;
}

/** "the deadliest attack in Iran since 1979": a comparison with others, whose place and years are not the act's. */
const isSuperlative = (a: Analysis, noun: NounPhrase): boolean =>
  a.doc.tokens
    .slice(noun.first, noun.head)
    .some((t) => t.pos === 'JJS' || /^(?:deadliest|bloodiest|worst|first|latest)$/.test(t.lower));

/** "claimed the attack on Friday": the day belongs to the claim; "claimed the attack of 22 March", "condemned the attack in Jolo on 27 January" to the attack. */
function reportedEnd(a: Analysis, noun: NounPhrase, end: number): number {
  const i = noun.last;
  const joins = /^(?:on|a|the|an)$/.test(a.doc.tokens[i]?.lower ?? '');
  return joins && within(a.dates, i, i + 6).some((d) => d.first <= i + 1) ? i : end;
}

/** Does the clause tell when and where the noun's act happened: "an explosion struck a crowd on Thursday", "there was an attack in X"? */
function governsSetting(a: Analysis, clause: Clause, noun: NounPhrase): boolean {
  const { verb } = clause;
  const index = (list: number[], nouns: NounPhrase[]): boolean => list.some((n) => nouns[n] === noun);
  if (ENDINGS.has(verb.lemma)) return false;
  if (index(clause.subjects, a.phrases.nouns))
    return (verb.lemma !== 'be' && HAPPENING.has(verb.lemma)) || EVENT_VERBS.has(verb.lemma);
  return (
    index(clause.objects, a.phrases.nouns) &&
    (LIGHT_VERBS.has(verb.particle ? `${verb.lemma} ${verb.particle}` : verb.lemma) ||
      verb.lemma === 'be' ||
      verb.lemma === 'suffer' ||
      verb.lemma === 'see')
  );
}

/** "On 10 December they were back, with a double bombing": a new act takes the setting of its clause. */
const tellsOfNew = (a: Analysis, { verb }: Clause, noun: NounPhrase, reported: boolean): boolean =>
  !reported &&
  !isDefinite(a, noun) &&
  !/^(?:after|following|before|since|over)$/.test(a.doc.tokens[noun.first - 1]?.lower ?? '') &&
  verb.past &&
  !verb.negated &&
  !AFTERWARDS.has(verb.lemma) &&
  !GOVERNING_VERBS.has(verb.lemma);

/** Verbs that tell when an act was over, not when it was. */
const ENDINGS = new Set(['end', 'finish', 'lift', 'conclude', 'bring', 'cease', 'stop']);

/** "this was an attack": said of what is told already. */
function isPredicate(a: Analysis, noun: NounPhrase, clause: Clause | null): boolean {
  if (clause?.verb.lemma !== 'be' || !clause.subjects.length) return false;
  const index = a.phrases.nounAt[noun.head]!;
  return (
    clause.objects.includes(index) &&
    /^(?:this|that|it)$/.test(a.doc.tokens[nounAt(a, clause.subjects[0]!).head]!.lower)
  );
}

/** The type that the noun's own modifiers give: "knife attack". */
function modifierOf(
  a: Analysis,
  noun: NounPhrase,
): { type: EventMention['type']; weapon: EventWord['weapon']; token: number } | null {
  for (let i = noun.head - 1; i >= noun.first; i--) {
    const found = EVENT_MODIFIERS.get(a.doc.tokens[i]!.lower);
    if (found) return { ...found, token: i };
  }
  return null;
}
