/** Finds the words that tell of acts of violence, with who does what to whom, where and when around each. */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import {
  EVENT_MODIFIERS,
  EVENT_NOUNS,
  EVENT_VERBS,
  type EventWord,
  LIGHT_VERBS,
  PATTERN_QUANTIFIERS,
} from '../lexicon/events.js';
import { SPEECH } from '../lexicon/speech.js';
import { GOVERNING_NOUNS } from '../lexicon/status.js';
import { compoundLemma, followedBy, headLemma, isDefinite, isPerpetrator, isPlural, nounAt } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import type { EventMention } from './mention.js';
import { realityOfNoun, realityOfVerb } from './reality.js';
import { weaponsIn } from './weapons.js';

/** All mentions in text order; those that are only possible, denied or general are left out. */
export function findEventMentions(a: Analysis): EventMention[] {
  const mentions: EventMention[] = [];
  const told = new Set<number>(); // nouns that a light verb has told already
  for (const clause of a.clauses) {
    const mention = verbMention(a, clause, told);
    if (mention) mentions.push(mention);
  }
  for (const noun of a.phrases.nouns) {
    const mention = nounMention(a, noun, told);
    if (mention) mentions.push(mention);
  }
  return mentions.sort((x, y) => x.token - y.token);
}

/** The entry of a verb, with what it takes to be one: a particle, "dead", "fire", "hostage". */
function eventVerb(a: Analysis, { verb, objects }: Clause): EventWord | undefined {
  const { lemma, particle } = verb;
  const { tokens } = a.doc;
  const object = objects.length ? nounAt(a, objects[0]!) : null;
  const objectLemma = object ? tokens[object.head]!.lemma : '';
  if (lemma === 'take' || lemma === 'seize' || lemma === 'hold') {
    const after = tokens[verb.last]?.lower;
    if (objectLemma === 'hostage' || after === 'hostage' || (object && tokens[object.last]?.lower === 'hostage'))
      return HOSTAGE_TAKING;
    if (
      lemma === 'seize' &&
      object &&
      /^(?:ship|vessel|tanker|plane|aircraft|airliner|bus|carrier|ferry|boat|train)$/.test(objectLemma)
    )
      return EVENT_VERBS.get('hijack');
    return undefined;
  }
  if (lemma === 'blow' && (particle === 'up' || (object && /^(?:up)$/.test(tokens[object.last]?.lower ?? ''))))
    return EVENT_VERBS.get('blow up');
  if (particle) {
    const entry = EVENT_VERBS.get(`${lemma} ${particle}`);
    if (entry) return lemma === 'set' && object && !explosive(a, object) ? undefined : entry;
  }
  if (lemma === 'open' && objectLemma === 'fire') return EVENT_VERBS.get('open fire');
  if (lemma === 'set' && objectLemma === 'fire') return EVENT_VERBS.get('set fire');
  if (lemma === 'shoot' && (tokens[verb.last]?.lower === 'dead' || (object && tokens[object.last]?.lower === 'dead')))
    return EVENT_VERBS.get('shoot dead');
  if (
    (lemma === 'hurl' ||
      lemma === 'throw' ||
      lemma === 'lob' ||
      lemma === 'launch' ||
      lemma === 'plant' ||
      lemma === 'place' ||
      lemma === 'fire' ||
      lemma === 'leave') &&
    object
  ) {
    const weapon = weaponsIn(a, object.first, object.last)[0];
    if (weapon?.type === 'explosives') return EVENT_VERBS.get('bomb');
    if (weapon?.type === 'incendiary') return EVENT_VERBS.get('torch');
    if (lemma !== 'fire') return undefined;
  }
  if (
    (lemma === 'release' || lemma === 'spray' || lemma === 'spread') &&
    object &&
    weaponsIn(a, object.first, object.last).some((w) => w.type === 'chemical')
  )
    return EVENT_VERBS.get('gas');
  if (lemma === 'plough' || lemma === 'plow' || lemma === 'drive') {
    return clauseInto(a, objects, tokens, verb.last) ? EVENT_VERBS.get('ram') : undefined;
  }
  return EVENT_VERBS.get(lemma);
}

const HOSTAGE_TAKING: EventWord = { type: 'hostage-taking', weapon: null, outcome: 'kidnapped', strength: 'strong' };

/** "drove a van into a crowd": a vehicle and people or a building. */
function clauseInto(a: Analysis, objects: number[], tokens: Analysis['doc']['tokens'], from: number): boolean {
  if (!objects.length) return tokens[from]?.lower === 'into';
  const object = nounAt(a, objects[0]!);
  return tokens[object.last]?.lower === 'into' || tokens[object.last]?.lower === 'at';
}

const explosive = (a: Analysis, noun: NounPhrase): boolean =>
  weaponsIn(a, noun.first, noun.last).some((w) => w.type === 'explosives');

function verbMention(a: Analysis, clause: Clause, told: Set<number>): EventMention | null {
  const word = eventVerb(a, clause);
  const light = LIGHT_VERBS.has(
    clause.verb.particle ? `${clause.verb.lemma} ${clause.verb.particle}` : clause.verb.lemma,
  );
  if (!word && !light) return perpetratorMention(a, clause);
  if (!word) {
    // "carried out an attack": told by its noun, with the agents of the verb.
    const event = clause.verb.passive ? clause.subjects : clause.objects;
    const index = event.find((n) => nounEntry(a, nounAt(a, n)) !== undefined);
    if (index === undefined) return null;
    const noun = nounAt(a, index);
    told.add(noun.head);
    const mention = nounMention(a, noun, new Set());
    if (!mention) return null;
    const status = realityOfVerb(a, clause);
    if (status === 'none') return null;
    const agents = clause.verb.passive ? byAgents(clause) : clause.subjects;
    const on = clause.prepositional
      .filter((p) => /^(?:on|against|at)$/.test(p.preposition) && !isDate(a, p.noun))
      .map((p) => p.noun);
    return {
      ...mention,
      patients: mention.patients.length ? mention.patients : on,
      status: mention.status === 'occurred' ? status : mention.status,
      clause,
      agents: [...agents, ...mention.agents],
    };
  }
  const status = realityOfVerb(a, clause);
  if (status === 'none') return null;
  const { verb } = clause;
  const agents = verb.passive ? byAgents(clause) : governedByNoun(a, clause) ? [] : clause.subjects;
  const direct = verb.passive ? clause.subjects : clause.objects;
  const on = clause.prepositional
    .filter((p) => /^(?:on|upon|at|against|into|onto|outside|inside)$/.test(p.preposition))
    .map((p) => p.noun);
  const [first, last] = extentOf(a, clause);
  const weapons = weaponsIn(a, first, last);
  const patients = (intransitive(verb.lemma) ? on : [...direct, ...on]).filter((n) => !isDate(a, n));
  return {
    token: verb.head,
    sentence: clause.sentence,
    word,
    noun: null,
    clause,
    type: typeOf(eventAgent(a, agents) ?? word, weapons),
    weapons:
      word.weapon && !weapons.some((w) => w.type === word.weapon)
        ? [{ type: word.weapon, token: verb.head }, ...weapons]
        : weapons,
    suicide: hasSuicide(a, first, last),
    status,
    agents: agents.filter((n) => !isDate(a, n)),
    parties: [],
    patients,
    ...setting(a, first, last, verb.head),
    definite: false,
    another: /^(?:again|also)$/.test(a.doc.tokens[verb.first - 1]?.lower ?? ''),
    pattern: false,
    adds: false,
  };
}

/** What attackers do besides: "the gunmen burst in", "a suicide bomber got past the guards". It only adds to what is told. */
function perpetratorMention(a: Analysis, clause: Clause): EventMention | null {
  const { verb } = clause;
  if (verb.passive || verb.negated || verb.modal || SPEECH.has(verb.lemma) || !verb.past || STATE_VERBS.has(verb.lemma))
    return null;
  const doers = clause.subjects.filter((n) => isPerpetrator(a, nounAt(a, n)));
  if (!doers.length || realityOfVerb(a, clause) !== 'occurred') return null;
  const [first, last] = extentOf(a, clause);
  return {
    token: verb.head,
    sentence: clause.sentence,
    word: ADDS,
    noun: null,
    clause,
    type: 'unknown',
    weapons: weaponsIn(a, first, last),
    suicide: hasSuicide(a, first, last),
    status: 'occurred',
    agents: clause.subjects,
    parties: [],
    patients: clause.prepositional
      .filter((p) => /^(?:on|upon|into|at|against)$/.test(p.preposition))
      .map((p) => p.noun),
    ...setting(a, first, last, verb.head),
    definite: clause.subjects.some((n) => isDefinite(a, nounAt(a, n))),
    another: false,
    pattern: false,
    adds: true,
  };
}

const ADDS: EventWord = { type: 'unknown', weapon: null, outcome: null, strength: 'weak' };
const STATE_VERBS = new Set(
  'be have seem appear live come want plan know believe belong include remain flee escape surrender confess plead'.split(
    ' ',
  ),
);

/** "the two explosions tore into a crowd": the act that acts lends its type. */
function eventAgent(a: Analysis, agents: number[]): EventWord | undefined {
  for (const n of agents) {
    const entry = EVENT_NOUNS.get(headLemma(a, nounAt(a, n)));
    if (entry && entry.type !== 'unknown') return entry;
  }
  return undefined;
}

const intransitive = (lemma: string): boolean =>
  lemma === 'explode' ||
  lemma === 'detonate' ||
  lemma === 'go' ||
  lemma === 'open' ||
  lemma === 'fire' ||
  lemma === 'set';
const byAgents = (clause: Clause): number[] =>
  clause.prepositional.filter((p) => p.preposition === 'by').map((p) => p.noun);

/** "a plan to attack", "an attempt to kill": the subject of the clause before is not who does it. */
const governedByNoun = (a: Analysis, { verb }: Clause): boolean => {
  const noun = verb.form === 'infinitive' ? a.phrases.nouns[a.phrases.nounAt[verb.first - 1] ?? -1] : undefined;
  return noun !== undefined && GOVERNING_NOUNS.has(a.doc.tokens[noun.head]!.lemma);
};

/** First token of a sentence after its dateline ("KABUL, Aug 26 (Agency) - "): when and where it was written is no setting. */
export function bodyOf(a: Analysis, sentence: number): number {
  const { first, last } = a.doc.sentences[sentence]!;
  const { tokens } = a.doc;
  if (!/^\p{Lu}{2}/u.test(tokens[first]!.text)) return first;
  for (let i = first + 1; i < Math.min(last, first + 20); i++) {
    if (/^(?:-+|–|—)$/.test(tokens[i]!.text) && tokens[i]!.start > tokens[i - 1]!.end) return i + 1;
  }
  return first;
}

/** Tokens of a clause with what hangs on it: from its opening to the opening of the next. */
export function extentOf(a: Analysis, clause: Clause): [number, number] {
  const sentenceFirst = bodyOf(a, clause.sentence);
  const { last: sentenceLast } = a.doc.sentences[clause.sentence]!;
  const next = a.clauses[clause.index + 1];
  let previous = a.clauses[clause.index - 1];
  // Over "men dressed as soldiers", "a man who had hidden": what belongs to the same subject.
  while (previous?.sentence === clause.sentence && !previous.verb.finite && previous.subjects[0] === clause.subjects[0])
    previous = a.clauses[previous.index - 1];
  const first = previous?.sentence === clause.sentence ? Math.min(clause.first, clause.verb.first) : sentenceFirst;
  return [first, next?.sentence === clause.sentence ? Math.max(next.first, clause.verb.last) : sentenceLast];
}

/** "the April 15, 2013, attack": where a date right before the noun begins, else `first`. */
function dateBefore(a: Analysis, first: number): number {
  const date = within(a.dates, Math.max(first - 7, a.doc.sentences[a.doc.tokens[first]!.sentence]!.first), first).at(
    -1,
  );
  return date && (date.last === first || (date.last === first - 1 && a.doc.tokens[date.last]!.lower === ','))
    ? date.first
    : first;
}

/** Phrases that no longer belong to the act: "the attack [in a statement on Telegram]", "[in revenge for …]". */
const ELSEWHERE =
  /^(?:statement|message|video|telegram|twitter|website|channel|interview|speech|letter|revenge|retaliation|response|connection|name|behalf|order|night|day|week|month|year|morning|evening|time|terms?)$/;

function untilElsewhere(a: Analysis, after: ReturnType<typeof followedBy>): ReturnType<typeof followedBy> {
  const end = after.findIndex(({ noun }) => ELSEWHERE.test(headLemma(a, nounAt(a, noun))));
  return end < 0 ? after : after.slice(0, end);
}

/** "on Thursday", "on April 2": a date and no target. */
function isDate(a: Analysis, n: number): boolean {
  const { first, last } = nounAt(a, n);
  return a.dates.length > 0 && within(a.dates, first - 3, last + 3).some((d) => d.first < last && d.last > first);
}

/** "attacks on targets, including embassies and churches", "an attack targeting concerts": what follows in the gerund is hit too. */
function includedAfter(a: Analysis, noun: NounPhrase, from: number): number[] {
  const next = a.clauses.find((c) => c.verb.first >= from);
  if (
    !next ||
    next.verb.form !== 'gerund' ||
    next.sentence !== a.doc.tokens[noun.head]!.sentence ||
    next.verb.first > from + 2
  )
    return [];
  return /^(?:include|target)$/.test(next.verb.lemma) ? next.objects : [];
}

function nounEntry(a: Analysis, noun: NounPhrase): EventWord | undefined {
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
  if (lemma !== 'bomb' && lemma !== 'release' && lemma !== 'spraying') return undefined;
  const after = followedBy(a, noun, 3);
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

/** "heart attack", "cyber attack", "panic attack", "air raid": no act of terrorism. */
const NOT_VIOLENT =
  /^(?:heart|cyber|panic|asthma|verbal|personal|ddos|hacker|hacking|denial-of-service|counter|air|police|army|media|character|demand|photo|film|price|population|baby|solar)-/;

function nounMention(a: Analysis, noun: NounPhrase, told: Set<number>): EventMention | null {
  if (told.has(noun.head)) return null;
  const entry = nounEntry(a, noun);
  if (!entry) return null;
  const { tokens } = a.doc;
  const clause = a.clauses[a.clauseAt[noun.head] ?? -1] ?? null;
  const happened = happening(a, noun);
  const status = happened ? 'occurred' : realityOfNoun(a, noun, clause);
  if (status === 'none') return null;
  const after = untilElsewhere(a, followedBy(a, noun));
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
  const patients = after
    .filter(({ preposition }) => /^(?:on|upon|against|at|of|outside|inside|near)$/.test(preposition))
    .map((p) => p.noun)
    .concat(includedAfter(a, noun, afterEnd))
    .concat(
      happened ? happened.prepositional.filter((p) => /^(?:at|on|in)$/.test(p.preposition)).map((p) => p.noun) : [],
    )
    .filter((n) => !isDate(a, n));
  const reported =
    clause !== null &&
    !happened &&
    clause.objects.some((n) => a.phrases.nouns[n] === noun) &&
    /^(?:claim|condemn|denounce|deplore|mention|recall|investigate|justify|celebrate|praise|order|hail)$/.test(
      clause.verb.lemma,
    );
  const wide = happened
    ? [first, extentOf(a, happened)[1]]
    : clause && governsSetting(a, clause, noun)
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
      .concat(noun.owner >= 0 ? [noun.owner] : [])
      .filter((n) => !isDate(a, n)),
    parties: [],
    patients,
    ...(isSuperlative(a, noun)
      ? { dates: [], places: [] }
      : setting(
          a,
          Math.min(wide[0]!, dateBefore(a, first)),
          Math.max(wide[1]!, reported ? reportedEnd(a, noun, afterEnd) : afterEnd),
          noun.head,
        )),
    definite: isDefinite(a, noun) || isPredicate(a, noun, clause),
    another: tokens.slice(noun.first, noun.head).some((t) => ANOTHER.has(t.lower)),
    pattern: plural && !counted && (quantified || !isDefinite(a, noun)),
    adds: false,
  };
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

/** "claimed the attack on Friday": the day belongs to the claim; "claimed the attack of 22 March" to the attack. */
function reportedEnd(a: Analysis, noun: NounPhrase, end: number): number {
  for (let i = noun.last; i < end; i++)
    if (/^(?:on|a|the|an)$/.test(a.doc.tokens[i]!.lower) && within(a.dates, i, i + 6).some((d) => d.first <= i + 1))
      return i;
  return end;
}

/** Does the clause tell when and where the noun's act happened: "an explosion struck a crowd on Thursday", "there was an attack in X"? */
function governsSetting(a: Analysis, clause: Clause, noun: NounPhrase): boolean {
  const { verb } = clause;
  const index = (list: number[], nouns: NounPhrase[]): boolean => list.some((n) => nouns[n] === noun);
  if (index(clause.subjects, a.phrases.nouns)) return HAPPENING.has(verb.lemma) || EVENT_VERBS.has(verb.lemma);
  return (
    index(clause.objects, a.phrases.nouns) &&
    (LIGHT_VERBS.has(verb.particle ? `${verb.lemma} ${verb.particle}` : verb.lemma) ||
      verb.lemma === 'be' ||
      verb.lemma === 'suffer' ||
      verb.lemma === 'see')
  );
}

const HAPPENING = new Set(
  'happen occur take rock strike hit kill injure wound leave claim rip tear shake destroy damage target come follow be begin start shatter cause break unfold'.split(
    ' ',
  ),
);

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

function typeOf(word: EventWord, weapons: EventMention['weapons']): EventMention['type'] {
  if (word.type !== 'unknown' && word.type !== 'armed-assault') return word.type;
  return word.type === 'armed-assault' ? word.type : typeBy(weapons);
}

/** The type of attack that the means alone say. */
export function typeBy(weapons: EventMention['weapons']): EventMention['type'] {
  const types = new Set(weapons.map((w) => w.type));
  if (types.has('explosives')) return 'bombing';
  if (types.has('chemical') || types.has('biological')) return 'unarmed-assault';
  if (types.has('firearms') || types.has('melee') || types.has('vehicle')) return 'armed-assault';
  return types.has('incendiary') ? 'facility-attack' : 'unknown';
}

export function hasSuicide(a: Analysis, first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    const { lower } = a.doc.tokens[i]!;
    if (/^suicide-?/.test(lower) && !/^(?:note|watch|attempt)/.test(a.doc.tokens[i + 1]?.lower ?? '')) return true;
    if (
      /^(?:himself|herself|themselves)$/.test(lower) &&
      /^(?:blew|blow|blown|blowing|exploded|detonated)$/.test(a.doc.tokens[i - 1]?.lower ?? '')
    )
      return true;
  }
  return false;
}

/** Dates and places within the tokens [first, last), the nearest to the word first. */
function setting(a: Analysis, first: number, last: number, token: number): Pick<EventMention, 'dates' | 'places'> {
  const near = <M extends { first: number }>(list: M[]): M[] =>
    list.sort((x, y) => Math.abs(x.first - token) - Math.abs(y.first - token));
  return {
    dates: near(within(a.dates, first, last).filter((d) => d.start !== null && d.end !== null)),
    places: near(
      within(a.names.placeMentions, first, last).filter(
        (p) => !/^(?:from|to|towards?)$/.test(a.doc.tokens[p.first - 1]?.lower ?? ''),
      ),
    ),
  };
}
