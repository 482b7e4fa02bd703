/** Whom the noun phrases of a tie or an act stand for, and who does what a clause tells. */
import { type Analysis, within } from './analysis.js';
import type { Clause } from './clauses.js';
import { clausesIn } from './facts.js';
import type { ActorEntity, PlaceEntity } from './names/entities.js';
import { NAME_PARTICLES, ROLES } from './names/lexicon/people.js';
import { followedBy, nounAt, thingOf, withOwner } from './nouns.js';
import type { NounPhrase } from './phrases.js';

/** The actor that a noun phrase names or refers to; null where it does neither. */
export function namedActor(a: Analysis, np: NounPhrase): ActorEntity | null {
  return a.names.actorAt(np.head)?.actor ?? namedBefore(a, np) ?? groupMeant(a, np) ?? meantBy(a, np.first, np.last);
}

/** Sentences back over which "he" goes on with the subject before. */
const CHAIN = 4;

/** The person that "he" or "she" at a token means: the subject of the sentence before, or of the one before that. */
export function personBefore(a: Analysis, token: number): ActorEntity | null {
  const { sentence } = a.doc.tokens[token]!;
  for (let s = sentence - 1; s >= 0 && s >= sentence - CHAIN; s--) {
    const subject = clausesIn(a, s)[0]?.subjects[0];
    if (subject === undefined) continue;
    const np = nounAt(a, subject);
    if (a.doc.tokens[np.head]!.pos === 'PRP') continue;
    const actor =
      a.names.actorAt(np.head)?.actor ?? (a.doc.tokens[np.head]!.pos.startsWith('NN') ? namedActor(a, np) : null);
    if (actor) return actor.kind === 'person' ? actor : null;
    const person =
      ROLES.has(a.doc.tokens[np.head]!.lower) || thingOf(a, np)?.class === 'person'
        ? a.names.actorFor(np.first, np.last)
        : null;
    return person?.kind === 'person' ? person : null;
  }
  return null;
}

/** "the group", "the organisation" in a report about one group: that one, unless the sentence has named another. */
function groupMeant(a: Analysis, np: NounPhrase): ActorEntity | null {
  const { tokens, sentences } = a.doc;
  if (np.last - np.first !== 2 || tokens[np.first]!.lower !== 'the') return null;
  if (!/^(?:group|organisation|organization|movement|outfit|network|militia|faction)$/.test(tokens[np.head]!.lower))
    return null;
  if (a.names.onlyGroup) return a.names.onlyGroup;
  const topic = topicOf(a);
  if (!topic?.mentions.some(({ first }) => first < np.first)) return null;
  const { first } = sentences[Math.max(0, tokens[np.head]!.sentence - 1)]!;
  const near = within(a.names.actorMentions, first, np.first).filter(({ actor }) => actor.kind === 'group');
  const opens = near[0] && tokens[near[0].first - 1]?.sentence !== tokens[near[0].first]!.sentence;
  return near.some(({ actor }) => actor === topic) || (near.length && opens) ? null : topic;
}

/** Whom a pronoun or definite phrase refers to; where none was named near by, "it" and "its" mean what the report is about. */
export function meantBy(a: Analysis, first: number, last: number): ActorEntity | null {
  const referred = a.names.referent(first, last);
  if (referred || last - first !== 1 || !/^its?$/.test(a.doc.tokens[first]!.lower)) return referred;
  const topic = topicOf(a);
  return topic?.mentions.some((mention) => mention.first < first) ? topic : null;
}

/** The one group that the report is about; null where it is about none or several. */
export const topicOf = (a: Analysis): ActorEntity | null => a.names.topic;

/** Tokens from the opening of a paragraph in which it names the group that it is about. */
const OPENING = 12;

/** The group that is spoken of at a token: what the report is about, or else what its paragraph opens with. */
export function topicAt(a: Analysis, token: number): ActorEntity | null {
  const topic = topicOf(a);
  if (topic) return topic.mentions.some(({ first }) => first < token) ? topic : null;
  const { sentences, tokens } = a.doc;
  let s = tokens[token]!.sentence;
  const { paragraph } = sentences[s]!;
  while (sentences[s - 1]?.paragraph === paragraph) s--;
  const { first } = sentences[s]!;
  const opening = within(a.names.actorMentions, first, Math.min(token, first + OPENING)).find(
    ({ actor }) => actor.kind === 'group',
  );
  return opening?.actor ?? null;
}

/** How many mentions back "the party" is looked for. */
const REACH = 40;
/** "the party", "the brigade": the actor named before whose name has the noun. */
function namedBefore({ doc, names }: Analysis, np: NounPhrase): ActorEntity | null {
  const { tokens } = doc;
  if (tokens[np.first]!.lower !== 'the' || np.head !== np.first + 1 || tokens[np.head]!.pos !== 'NN') return null;
  const noun = tokens[np.head]!.lower;
  if (!NAME_NOUNS.has(noun)) return null;
  const mentions = names.actorMentions;
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.first < np.first) low = middle + 1;
    else high = middle;
  }
  for (let m = low - 1; m >= 0 && m >= low - REACH; m--) {
    const { first, last, actor } = mentions[m]!;
    for (let i = first; i < last; i++) if (tokens[i]!.lower === noun && last - first > 1) return actor;
  }
  return null;
}
const NAME_NOUNS = new Set([
  'party',
  'brigade',
  'front',
  'army',
  'movement',
  'battalion',
  'brotherhood',
  'cult',
  'coalition',
  'network',
  'column',
  'squad',
  'legion',
  'vanguard',
  'council',
  'command',
  'division',
  'alliance',
  'sect',
]);

/** A name of two words or more that no list knows, where only a person can stand. */
export function properName(a: Analysis, { first, last }: NounPhrase): ActorEntity | null {
  const tokens = a.doc.tokens.slice(first, last);
  if (tokens.length < 2 || tokens.length > 4 || a.names.placeAt(first)) return null;
  const name = tokens.every(({ capital, pos, lower }) => (capital && pos === 'NNP') || NAME_PARTICLES.has(lower));
  const actor = name ? a.names.actorFor(first, last) : null;
  return actor?.kind === 'person' ? actor : null;
}

/** The tokens of a noun phrase, over the hyphen of an age ("the 18-year-old Iraqi") and without a date before it ("In January police"). */
export function wholeSpan({ doc: { tokens }, dates, phrases }: Analysis, np: NounPhrase): [number, number] {
  let { first, last } = np;
  if (tokens[np.head]!.pos === 'CD' && tokens[np.last]?.lower === '-') {
    const rest = phrases.nouns[phrases.nounAt[np.last + 1] ?? -1];
    if (rest && rest.first === np.last + 1) last = rest.last;
    else if (/year-old/.test(tokens[np.last + 1]?.lower ?? '')) last = np.last + 2;
  }
  if (tokens[first]!.lower.startsWith('year-old') && tokens[first - 1]?.lower === '-') first = Math.max(0, first - 2);
  const date = within(dates, first, last)[0];
  if (date && date.first === first && date.last < last) first = date.last;
  return [first, last];
}

/** Who does it: the subject; where the parser found none because something is inserted, the name that opens the sentence. */
export function subjectsOf(a: Analysis, clause: Clause): NounPhrase[] {
  if (clause.subjects.length) return clause.subjects.map((n) => whoMeant(a, nounAt(a, n)));
  if (!clause.verb.finite) return [];
  const first = a.phrases.nouns[a.phrases.nounAt[a.doc.sentences[clause.sentence]!.first] ?? -1];
  const opens = first && first.last < clause.verb.first && a.doc.tokens[first.last]?.lower === ',';
  const state = first && a.names.placeAt(first.head)?.place.precision === 'country';
  return opens && (state || namedActor(a, first)) ? [first] : [];
}

/** "X, a Canadian who headed Y": where the parser leaves "who" to itself, the person named last before it. */
function whoMeant(a: Analysis, np: NounPhrase): NounPhrase {
  if (a.doc.tokens[np.head]!.lower !== 'who') return np;
  const { first } = a.doc.sentences[a.doc.tokens[np.head]!.sentence]!;
  const person = within(a.names.actorMentions, first, np.first).findLast(({ actor }) => actor.kind === 'person');
  return (person && a.phrases.nouns[a.phrases.nounAt[person.last - 1] ?? -1]) || np;
}

/** The subjects; where one stands for nobody, the name that it is an apposition to, or the one that opens the sentence. */
export function doersOf(a: Analysis, clause: Clause): NounPhrase[] {
  const subjects = subjectsOf(a, clause);
  if (!subjects.length) return clause.verb.finite ? opener(a, clause) : describedBefore(a, clause);
  return subjects.map((subject) => {
    const np = beforeInsertion(a, subject) ?? overInsertion(a, clause, subject) ?? subject;
    const actor = namedActor(a, np);
    if (actor && !actor.generic && actor.kind !== 'population') return np;
    const named = describedBy(a, np);
    if (named) return named;
    if (actor) return np;
    return groupOf(a, np) ? np : (opener(a, clause)[0] ?? np);
  });
}

/** "X, in a statement carried by Y, said": X, where what is put between commas was taken for the one who does it. */
export function beforeInsertion(a: Analysis, np: NounPhrase): NounPhrase | null {
  const { tokens, sentences } = a.doc;
  const start = withOwner(a, np);
  if (!/^(?:in|through|via|by|on)$/.test(tokens[start - 1]?.lower ?? '') || tokens[start - 2]?.text !== ',')
    return null;
  const before = a.phrases.nouns[a.phrases.nounAt[start - 3] ?? -1];
  const opens = before && (before.first === sentences[tokens[np.first]!.sentence]!.first || namedActor(a, before));
  return before && opens && before.last === start - 2 ? before : null;
}

/** "A caller, saying he spoke for X, claimed it": the caller, not "he". */
function overInsertion(a: Analysis, { sentence, verb }: Clause, np: NounPhrase): NounPhrase | null {
  const { tokens, sentences } = a.doc;
  if (tokens[np.head]!.pos !== 'PRP' || np.last >= verb.first - 1 || tokens[verb.first - 1]!.text !== ',') return null;
  const { first } = sentences[sentence]!;
  const opening = a.phrases.nouns[a.phrases.nounAt[first] ?? -1];
  return opening && opening.first === first && opening.last < np.first ? opening : null;
}

/** The name that a phrase tells of: "X, a faction that", "X is a group that", "X, whose fighters"; null where it is none. */
export const describedBy = (a: Analysis, np: NounPhrase): NounPhrase | null =>
  nameApposed(a, np) ?? whose(a, np) ?? predicated(a, np);

/** "X is a group that operates in Y": X. */
function predicated(a: Analysis, np: NounPhrase): NounPhrase | null {
  if (!/^(?:an?|one|the)$/.test(a.doc.tokens[np.first]!.lower)) return null;
  const n = a.phrases.nounAt[np.head]!;
  const clause = a.clauses[a.clauseAt[np.first] ?? -1];
  if (clause?.verb.lemma !== 'be' || clause.verb.negated || !clause.objects.includes(n) || !clause.subjects.length)
    return null;
  const subject = nounAt(a, clause.subjects[0]!);
  return subject !== np && namedActor(a, subject) ? subject : null;
}

/** "X, led by Y, claimed": the name before the comma. */
export function describedBefore(a: Analysis, { verb }: Clause): NounPhrase[] {
  if (verb.form !== 'participle' || a.doc.tokens[verb.first - 1]?.lower !== ',') return [];
  const np = a.phrases.nouns[a.phrases.nounAt[verb.first - 2] ?? -1];
  return np && np.last === verb.first - 1 ? [np] : [];
}

/** "X, a faction that broke away, operates": X. */
function nameApposed(a: Analysis, whole: NounPhrase): NounPhrase | null {
  const { tokens } = a.doc;
  // "X, a coalition of gangs that": the coalition
  const host =
    tokens[whole.first - 1]?.lower === 'of' ? a.phrases.nouns[a.phrases.nounAt[whole.first - 2] ?? -1] : null;
  const np = host && host.last === whole.first - 1 && !a.names.actorAt(host.head) ? host : whole;
  let comma = np.first - 1;
  while (tokens[comma]?.pos === 'RB') comma--;
  if (tokens[comma]?.text !== ',') return null;
  const mention = a.names.actorAt(comma - 1);
  const phrase = mention && a.phrases.nouns[a.phrases.nounAt[mention.last - 1] ?? -1];
  return phrase && mention.last === comma && phrase.last === comma ? phrase : null;
}

/** "X, whose fighters have clashed with Y": X. */
function whose(a: Analysis, np: NounPhrase): NounPhrase | null {
  const { tokens } = a.doc;
  if (tokens[np.first - 1]?.lower !== 'whose' && tokens[np.first]?.lower !== 'whose') return null;
  const { first } = a.doc.sentences[tokens[np.first]!.sentence]!;
  const mention = within(a.names.actorMentions, first, np.first).at(-1);
  return mention ? (a.phrases.nouns[a.phrases.nounAt[mention.last - 1] ?? -1] ?? null) : null;
}

/** "X, a preacher from Y who had studied in Z, set up": the name that opens the sentence, where a comma stands before the verb. */
function opener(a: Analysis, { sentence, verb }: Clause): NounPhrase[] {
  const { tokens, sentences } = a.doc;
  const { first } = sentences[sentence]!;
  let before = verb.first - 1;
  while (tokens[before]?.pos === 'RB') before--;
  if (tokens[before]?.text !== ',') return [];
  const np = a.phrases.nouns[a.phrases.nounAt[first] ?? -1];
  if (!np || np.first !== first || np.last >= before || !namedActor(a, np)) return [];
  const bracket = tokens[np.last]?.text === '(' ? np.last + 3 : np.last;
  return tokens[bracket]?.text === ',' ? [np] : [];
}

/** Prepositions that follow a participle told of the noun before it: "X, accused of …", "X, believed to …". */
const AFTER_PARTICIPLE = new Set(['by', 'of', 'to', 'in', 'for', 'with', 'on', 'as', 'over']);

/** Verbs that stand without an object in the passive only: "the men accused of the bombing". */
const NEEDS_OBJECT = new Set(['accuse', 'suspect', 'charge', 'convict', 'blame', 'attribute']);

/**
 * Is the clause told in the passive, whatever the tagger made of its verb? "X sheltered its men" is not, "X, accused of
 * murder, fled" is.
 */
export function isPassive(a: Analysis, { verb, objects, prepositional, subjects, marker }: Clause): boolean {
  const { tokens } = a.doc;
  // "the raid, which officials blamed on X": the relative word is what they blame
  const [subject] = subjects;
  if (marker && subject !== undefined && !verb.passive && verb.finite) {
    const opening = withOwner(a, nounAt(a, subject));
    if (/^(?:which|whom|that)$/.test(marker) && tokens[opening - 1]?.lower === marker) return false;
  }
  // "attacks the government blamed on X": the noun before it is what they blame
  if (subject !== undefined && !verb.passive && verb.finite && nounAt(a, subject).last === verb.first) {
    const opening = withOwner(a, nounAt(a, subject));
    if (/^NNS?$/.test(tokens[opening - 1]?.pos ?? '') && tokens[opening - 1]!.sentence === tokens[opening]!.sentence)
      return false;
  }
  const by = prepositional.some(({ preposition }) => preposition === 'by');
  if (verb.passive)
    return !(
      verb.form === 'participle' &&
      verb.first === verb.head &&
      objects.length > 0 &&
      !by &&
      subjects.length > 0
    );
  const bare = verb.first === verb.head && objects.length === 0 && /^VB[ND]$/.test(tokens[verb.head]!.pos);
  if (!bare || !AFTER_PARTICIPLE.has(tokens[verb.last]?.lower ?? '')) return false;
  return by || tokens[verb.first - 1]?.text === ',' || NEEDS_OBJECT.has(verb.lemma);
}

/** An official is no follower and no suspect: where a pronoun seems to make him one, it means somebody else. */
export const isOfficial = ({ kind, of, roles }: ActorEntity): boolean =>
  kind === 'person' &&
  of?.kind !== 'group' &&
  ((of !== null && of.kind !== 'person') || roles.some((role) => OFFICES.has(role)));
const OFFICES = new Set(
  'minister president premier chancellor general judge prosecutor police mayor governor ambassador senator secretary officer agent commissioner spokesman spokeswoman magistrate lawyer attorney head director chief colonel major brigadier superintendent inspector'.split(
    ' ',
  ),
);

export const isArmed = (actor: ActorEntity | null): boolean =>
  actor !== null && (actor.kind === 'group' || (actor.kind === 'person' && actor.of?.kind === 'group'));

/** The group that the phrase names, refers to, or is part of: "ISIL fighters", "its men", "gunmen of the front". */
export function groupOf(a: Analysis, whole: NounPhrase): ActorEntity | null {
  const np = remnant(a, whole);
  const named = namedActor(a, np);
  if (named)
    return named.kind === 'group' ? named : named.kind === 'person' && named.of?.kind === 'group' ? named.of : null;
  return (
    groupIn(a, np.first, np.last) ?? ownerOf(a, np, 'group') ?? groupBehind(a, np, /^(?:of|from|in|within|behind)$/)
  );
}

/** "what is left of it", "what remains of X": of whom something is left. */
function remnant(a: Analysis, np: NounPhrase): NounPhrase {
  const { tokens } = a.doc;
  if (tokens[np.first]!.lower !== 'what') return np;
  const of = np.last + (tokens[np.last]?.lower === 'remains' || tokens[np.last]?.lower === 'remained' ? 1 : 2);
  if (tokens[of]?.lower !== 'of' || !/^(?:left|remains|remained)$/.test(tokens[of - 1]!.lower)) return np;
  return a.phrases.nouns[a.phrases.nounAt[of + 1] ?? -1] ?? np;
}

export function groupIn(a: Analysis, first: number, last: number): ActorEntity | null {
  for (let i = first; i < last; i++) {
    const actor = a.names.actorAt(i)?.actor;
    if (actor?.kind === 'group') return actor;
  }
  return null;
}

/** "X's leader", "its leader", "the group's leader": X. */
export function ownerOf(a: Analysis, np: NounPhrase, kind?: ActorEntity['kind']): ActorEntity | null {
  let owner: ActorEntity | null = null;
  if (np.owner >= 0)
    owner = namedActor(a, nounAt(a, np.owner)) ?? groupIn(a, nounAt(a, np.owner).first, nounAt(a, np.owner).last);
  else if (isWhose(a, np)) owner = ownerByWhose(a, np);
  else if (a.doc.tokens[np.first]!.pos === 'PRP$') {
    // "the group, NTJ, its leader, …": what stands right before
    const before = a.doc.tokens[np.first - 1]?.lower === ',' ? a.names.actorAt(np.first - 2) : null;
    owner = before?.actor.kind === 'group' ? before.actor : meantBy(a, np.first, np.first + 1);
  }
  return owner && (kind === undefined || owner.kind === kind) ? owner : null;
}

const isWhose = ({ doc: { tokens } }: Analysis, { first }: NounPhrase): boolean =>
  tokens[first - 1]?.lower === 'whose' || tokens[first]!.lower === 'whose';

/** "X, a network whose founder", "X, which grew from Y and whose founder": the one of whom the relative clauses are told. */
function ownerByWhose(a: Analysis, np: NounPhrase): ActorEntity | null {
  const { tokens } = a.doc;
  let i = (tokens[np.first]!.lower === 'whose' ? np.first : np.first - 1) - 1;
  if (tokens[i]?.pos === 'CC') {
    const clause = a.clauses[a.clauseAt[i] ?? -1];
    const [subject] = clause && /^(?:which|that|who)$/.test(clause.marker ?? '') ? clause.subjects : [];
    return subject === undefined ? null : namedActor(a, nounAt(a, subject));
  }
  if (tokens[i]?.text === ',') i--;
  const before = a.names.actorAt(i)?.actor;
  if (before) return before;
  const phrase = a.phrases.nouns[a.phrases.nounAt[i] ?? -1];
  const apposed = phrase && nameApposed(a, phrase);
  return phrase ? namedActor(a, apposed ?? phrase) : null;
}

/** The group named in what follows the phrase by one of the prepositions: "the head [of] the group". */
export function groupBehind(a: Analysis, np: NounPhrase, prepositions: RegExp): ActorEntity | null {
  for (const { preposition, noun } of followedBy(a, np, 2)) {
    if (!prepositions.test(preposition)) break;
    const behind = nounAt(a, noun);
    const named = namedActor(a, behind);
    if (named?.kind === 'group') return named;
    const inside = named ? null : groupIn(a, behind.first, behind.last);
    if (inside) return inside;
  }
  return null;
}

/** Nouns between a preposition and the name of a place: "the island of X", "villages around X". */
const AREAS = new Set(
  `island islands province provinces region regions district districts town towns city cities area areas village villages mountains hills state states border
  outskirts coast swathe swathes swath swaths stretch stretches much half jungle jungles forest forests valley valleys south north east west port countryside
  suburb suburbs camp camps parts part territory capital`.split(/\s+/),
);

/** The places named one after another from token `first` on: "in Mali, Burkina Faso and Niger". */
export function placesFrom(a: Analysis, first: number): PlaceEntity[] {
  const { tokens } = a.doc;
  const end = a.doc.sentences[tokens[first]!.sentence]!.last;
  const out: PlaceEntity[] = [];
  let at = first;
  for (const mention of within(a.names.placeMentions, first, end)) {
    for (let i = at; i < mention.first; i++) {
      const { lower, pos } = tokens[i]!;
      const joins =
        /^(?:,|and|or|as|well|the|both|in|parts|of|most|at|home|on|around|near|along)$/.test(lower) ||
        /^(?:JJ|DT|CD)$/.test(pos) ||
        AREAS.has(lower);
      if (!joins) return out;
    }
    // "in Miranshah, Pakistan": the country says where the town is.
    const outer = out.at(-1)?.within;
    // "in Kirkuk, Diyala and Salahuddin": a list
    const listed =
      out.length > 0 && /^(?:and|or)$/.test(tokens[mention.last]?.lower ?? '') && a.names.placeAt(mention.last + 1);
    const isOuter =
      tokens[mention.first - 1]?.lower === ',' &&
      !listed &&
      outer &&
      (outer === mention.place || outer.within === mention.place);
    if (!isOuter && !out.includes(mention.place)) out.push(mention.place);
    at = mention.last;
  }
  return out;
}
