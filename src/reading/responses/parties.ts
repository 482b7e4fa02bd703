/** By whom and against whom: the parties of an act of a state or an institution. */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { speakerOf } from '../danger.js';
import { clausesIn } from '../facts.js';
import type { ActorEntity } from '../names/entities.js';
import { followedBy, headLemma, isDefinite, isPerpetrator, isPronoun, nounAt, thingOf } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import type { ResponseType } from '../vocabulary.js';
import { groupOf, isArmed, namedActor, ownerOf, subjectsOf, wholeSpan } from '../who.js';
import type { Scene } from './scene.js';

/** The phrases that do the act of a clause. */
export function doers(a: Analysis, clause: Clause): NounPhrase[] {
  if (clause.verb.passive) {
    const by = clause.prepositional
      .filter(({ preposition }) => preposition === 'by')
      .map(({ noun }) => nounAt(a, noun));
    return by.slice(0, 1);
  }
  // "the preacher X, who from abroad condemned it"
  const relative = clause.marker === 'who' ? antecedent(a, clause) : null;
  if (relative) return [relative];
  const inserted = beforeInserted(a, clause);
  if (inserted) return [inserted];
  // "the police last night arrested four": a time is no one; who does it stands before it.
  return subjectsOf(a, clause).flatMap((np) => {
    if (!isTime(a, np)) return [np];
    const before = a.phrases.nouns[a.phrases.nounAt[np.first - 1] ?? -1];
    return before ? [before] : [];
  });
}

/** What stands right before "who" or "whom". */
function antecedent(a: Analysis, { marker, verb, sentence }: Clause): NounPhrase | null {
  const { first } = a.doc.sentences[sentence]!;
  let i = verb.first - 1;
  while (i > first && a.doc.tokens[i]!.lower !== marker) i--;
  const end = a.doc.tokens[i - 1]?.text === ',' ? i - 1 : i;
  return i > first ? (a.phrases.nouns[a.phrases.nounAt[end - 1] ?? -1] ?? null) : null;
}

/** "Soldiers looking for the unit killed three": over the participle to whom it describes. */
function beforeInserted(a: Analysis, clause: Clause): NounPhrase | null {
  const [subject] = clause.subjects;
  if (subject === undefined) return null;
  for (let c = clause.index - 1; a.clauses[c]?.sentence === clause.sentence; c--) {
    const { verb, subjects, objects, prepositional } = a.clauses[c]!;
    if (verb.form !== 'gerund' || !subjects.length || nounAt(a, subjects[0]!).last !== verb.first) continue;
    if (objects.includes(subject) || prepositional.some(({ noun }) => noun === subject)) return nounAt(a, subjects[0]!);
  }
  return null;
}

/** The phrases that suffer it. */
export function sufferers(a: Analysis, clause: Clause): NounPhrase[] {
  const passive = clause.verb.passive;
  if (!passive && clause.marker === 'whom') {
    const whom = antecedent(a, clause);
    if (whom) return [whom];
  }
  const found = (passive ? clause.subjects : clause.objects).map((n) => nounAt(a, n)).filter((np) => !isTime(a, np));
  if (!passive || !clause.verb.finite) return found;
  // "Three men believed to have driven the bomber were picked up"
  const over = isTaken(a, clause) ? openingPerson(a, clause) : overApposition(a, clause);
  if (over) return [over];
  if (found.some((np) => isPerson(a, np))) return found;
  // "Okah, said to be the group's brain, who was arrested": "who" is a person
  if (clause.marker === 'who') {
    const { first: from } = a.doc.sentences[clause.sentence]!;
    const person = within(a.names.actorMentions, from, clause.verb.first).findLast(
      ({ actor }) => actor.kind === 'person',
    );
    const np = person && a.phrases.nouns[a.phrases.nounAt[person.last - 1] ?? -1];
    if (np) return [np];
  }
  // "A 17-year-old who had been hired by a company … was detained"
  const first = a.phrases.nouns[a.phrases.nounAt[a.doc.sentences[clause.sentence]!.first] ?? -1];
  const next = first && a.doc.tokens[wholeSpan(a, first)[1]]?.lower;
  return first && /^(?:who|which|,)$/.test(next ?? '') && isPerson(a, first) ? [first] : found;
}

/** Is the subject what the clause before has for an object, within what is inserted? */
function isTaken(a: Analysis, { index, sentence, subjects }: Clause): boolean {
  const before = a.clauses[index - 1];
  if (before?.sentence !== sentence || subjects[0] === undefined) return false;
  if (before.verb.form === 'finite' && !/^(?:who|which|that)$/.test(before.marker ?? '')) return false;
  return before.objects.includes(subjects[0]) || before.prepositional.some(({ noun }) => noun === subjects[0]);
}

/** "Four people close to him, his parents and two brothers, are being held": the four. */
function overApposition(a: Analysis, { verb, sentence }: Clause): NounPhrase | null {
  const { tokens, sentences } = a.doc;
  if (tokens[verb.first - 1]?.text !== ',') return null;
  const { first } = sentences[sentence]!;
  for (let i = first; i < verb.first - 1 && tokens[i]!.text !== ','; i++) {
    const np = a.phrases.nouns[a.phrases.nounAt[i] ?? -1];
    if (np?.head === i && np.last < verb.first - 1 && isPerson(a, np)) return np;
  }
  return null;
}

const BELIEVED: ReadonlySet<string> = new Set('believe suspect say think know accuse allege'.split(' '));
/** The people with whom the sentence opens, a participle or a relative clause behind them. */
function openingPerson(a: Analysis, { sentence, verb }: Clause): NounPhrase | null {
  const [opening] = clausesIn(a, sentence);
  const n = opening?.subjects[0];
  if (n === undefined || opening!.verb.first >= verb.first) return null;
  const np = nounAt(a, n);
  const said = BELIEVED.has(opening!.verb.lemma) && /^(?:to|of)$/.test(a.doc.tokens[opening!.verb.last]?.lower ?? '');
  const inserted = said || opening!.verb.form === 'participle' || /^(?:who|which|that)$/.test(opening!.marker ?? '');
  return inserted && isPerson(a, np) ? np : null;
}

const isTime = (a: Analysis, np: NounPhrase): boolean =>
  (a.doc.tokens[np.head]!.lower === 'time' && a.doc.tokens[np.first - 1]?.pos === 'IN') ||
  within(a.dates, np.first, np.last + 1).some(({ first, last }) => first <= np.head && np.head < last);

/** The actor who does it; null where the words name none, or a group does it. */
export function doer(scene: Scene, clause: Clause, type: ResponseType): ActorEntity | null {
  const { a } = scene;
  for (const np of doers(a, clause)) {
    if (/^(?:we|i|our|my)$/.test(a.doc.tokens[np.first]!.lower)) {
      if (a.doc.tokens[np.first]!.pos !== 'PRP$') return speakerOf(a, clause) ?? scene.ownVoice;
    }
    if (isPronoun(a, np)) {
      const said = sayingSo(a, clause, np) ?? theyBefore(a, clause, np);
      if (said) return said;
      if (!namedActor(a, np)) continue;
    }
    const actor = institution(a, np);
    if (actor && isTown(a, np) && type !== 'security-measure' && actor.kind !== 'government') continue;
    if (actor && (type === 'condemnation' || actor.kind !== 'group')) return actor;
  }
  return opener(a, clause, type);
}

/** "The army said it had freed …": it is the one who says so. */
function sayingSo(a: Analysis, clause: Clause, np: NounPhrase): ActorEntity | null {
  const speaker = /^(?:it|they)$/.test(a.doc.tokens[np.head]!.lower) ? a.speakers[clause.index] : null;
  const said = speaker ? institution(a, nounAt(a, speaker.noun)) : null;
  return said && said.kind !== 'group' && said.kind !== 'person' ? said : null;
}

/** Sentences back in which "they" may be named. */
const THEY_REACH = 2;
const FORCES =
  /^(?:officer|soldier|police|policeman|troop|commando|gendarme|detective|agent|investigator|guard|ranger|marine)$/;

/** "detectives had traced him to a house where they arrested him": the subject of the verb before. */
function theyBefore(a: Analysis, { index, sentence }: Clause, np: NounPhrase): ActorEntity | null {
  if (a.doc.tokens[np.head]!.lower !== 'they') return null;
  for (let c = index - 1; a.clauses[c] && sentence - a.clauses[c]!.sentence <= THEY_REACH; c--) {
    const subject = a.clauses[c]!.subjects[0];
    if (subject === undefined || !FORCES.test(headLemma(a, nounAt(a, subject)))) continue;
    const actor = institution(a, nounAt(a, subject));
    if (actor && actor.kind !== 'group' && actor.kind !== 'person') return actor;
  }
  return null;
}

/** The other doers of what several do together: "The Council and the Union deplored". */
export function doersBeside(a: Analysis, clause: Clause, by: ActorEntity | null): ActorEntity[] {
  const others = doers(a, clause).map((np) => (isPronoun(a, np) ? null : institution(a, np)));
  return others.filter((actor) => actor !== null && actor !== by && actor.kind !== 'group') as ActorEntity[];
}

/** Is it done by somebody who is no institution: "were seized by armed men"? */
export const isByOthers = (a: Analysis, clause: Clause): boolean =>
  clause.verb.passive && doers(a, clause).some((np) => !isTime(a, np) && !isMeans(a, np) && !institution(a, np));

/** A town acts as its council does: it closes, bans and searches, but arrests nobody. */
const isTown = (a: Analysis, np: NounPhrase): boolean => {
  const precision = a.names.placeAt(np.head)?.place.precision;
  return precision !== undefined && precision !== 'country' && !namedActor(a, np);
};

/** "Investigators in X, north of Y, last week seized …": the institution that opens the sentence, over what is inserted. */
function opener(a: Analysis, clause: Clause, type: ResponseType): ActorEntity | null {
  if (
    clause.marker === 'who' ||
    clause.verb.passive ||
    (clause.verb.form !== 'finite' && clause.verb.form !== 'participle')
  )
    return null;
  const subject = clause.subjects.length ? nounAt(a, clause.subjects[0]!) : null;
  if (subject && !isTime(a, subject) && !isInserted(a, subject)) return null;
  const { first } = a.doc.sentences[clause.sentence]!;
  if (clause.verb.first - first > OPENING) return null;
  for (const np of within(a.phrases.nouns, first, clause.verb.first)) {
    if (isTime(a, np) || isInserted(a, np)) continue;
    const actor = isPronoun(a, np) || (isTown(a, np) && type !== 'security-measure') ? null : institution(a, np);
    if (actor) return actor.kind === 'group' ? null : actor;
  }
  return null;
}

/** Tokens within which the verb must stand from the opening of the sentence. */
const OPENING = 40;

/** Does the phrase hang on a preposition? */
const isInserted = ({ doc: { tokens } }: Analysis, { first }: NounPhrase): boolean =>
  /^(?:IN|TO)$/.test(tokens[first - 1]?.pos ?? '') && tokens[first - 1]!.lower !== 'that';

const INSTITUTION =
  /^(?:police|soldier|troop|army|force|military|authority|government|court|judge|prosecutor|official|officer|agent|coalition|cabinet|ministry|agency|navy|commando|security|service|sapper|policeman|investigator|gendarme|regime|state|president|minister|commission|department|company|council|committee|parliament|tribunal|jury|guard|guardsman|marine|trooper|jet|aircraft|unit|team|mission|spokesman|spokeswoman|secretary|house|technician|expert|squad|specialist|detective|ranger|peacekeeper|gendarmerie|directorate|bureau|division|brigade|battalion|governor|mayor|magistrate|mosque|university|airline|museum|organiser|organizer|club|promoter|federation|league|association|embassy|school)$/;

/** The actor of a phrase that may act for a state or an institution. */
function institution(a: Analysis, np: NounPhrase): ActorEntity | null {
  const named = namedActor(a, np);
  if (named) return named;
  // "Its agents": a group's
  if (a.doc.tokens[np.first]!.pos === 'PRP$' && ownerOf(a, np)?.kind === 'group') return null;
  const place = a.names.placeAt(np.head)?.place;
  if (place && place.precision !== 'country' && place.precision !== 'city' && place.precision !== 'province')
    return null;
  if (place) return a.names.actorFor(np.first, np.last);
  if (headLemma(a, np) === 'dog' || a.doc.tokens[np.head]!.lower === 'threats') return null;
  if (!INSTITUTION.test(headLemma(a, np)) && !isNameLike(a, np)) return null;
  const owner = MEANS.test(headLemma(a, np)) ? whoseMeans(a, np) : null;
  if (owner) return owner;
  // "The promoter, Barracuda Music,": by its name
  const apposition =
    tokensOf(a, np.last)?.text === ',' ? a.phrases.nouns[a.phrases.nounAt[np.last + 1] ?? -1] : undefined;
  if (apposition && tokensOf(a, apposition.last)?.text === ',' && isAllCapital(a, apposition))
    return a.names.actorFor(apposition.first, apposition.last);
  // Commandos may be on either side: where they act as soldiers do, they are soldiers.
  if ((isPerpetrator(a, np) && headLemma(a, np) !== 'commando') || isPronoun(a, np)) return null;
  return a.names.actorFor(...wholeSpan(a, np));
}

const tokensOf = ({ doc }: Analysis, i: number) => doc.tokens[i];
const isAllCapital = ({ doc }: Analysis, { first, last }: NounPhrase): boolean =>
  doc.tokens.slice(first, last).every(({ capital }) => capital);

/** Has the phrase a capital that is not only that of the sentence? */
function isNameLike({ doc: { tokens, sentences } }: Analysis, { first, last }: NounPhrase): boolean {
  for (let i = first; i < last; i++) {
    const { capital, pos, sentence } = tokens[i]!;
    if (capital && (i > sentences[sentence]!.first || pos === 'NNP')) return true;
  }
  return false;
}

/** "by artillery and helicopters": what forces act with. */
export const isMeans = (a: Analysis, np: NounPhrase): boolean => MEANS.test(headLemma(a, np));

const MEANS = /^(?:aircraft|jet|plane|warplane|drone|helicopter|gunship|warship|artillery|missile|shelling)$/;
/** "aircraft of the Air Force", "its jets": whose they are. */
function whoseMeans(a: Analysis, np: NounPhrase): ActorEntity | null {
  const [behind] = followedBy(a, np, 1);
  const of = behind?.preposition === 'of' ? namedActor(a, nounAt(a, behind.noun)) : null;
  const owner = of ?? ownerOf(a, np);
  return owner && owner.kind !== 'group' && owner.kind !== 'person' ? owner : null;
}

const PEOPLE =
  /^(?:people|person|man|woman|boy|girl|suspect|supporter|member|follower|teenager|youth|national|citizen|militant|other|leader|driver|accomplice|brother|student|one|relative|teenager|brother-in-law|cousin|nephew|courier|gunrunner|smuggler|financier|facilitator|recruiter|preacher|cleric|associate|foreigner|nation|resident|pair|trio|couple|father|mother|wife|son|ringleader|sympathiser|sympathizer|separatist|activist|individual|persons|fugitive|convert|returnee|widow)$/;

/** Is the phrase people, attackers, a plot, a site? */
export function isPerson(a: Analysis, np: NounPhrase): boolean {
  if (/^(?:no|none|nobody|neither)$/.test(a.doc.tokens[np.first]!.lower)) return false;
  const actor = namedActor(a, np);
  if (actor)
    return actor.kind === 'person' || actor.kind === 'population' || (actor.kind === 'group' && !isPronoun(a, np));
  const { tokens } = a.doc;
  if (isPerpetrator(a, np) || PEOPLE.test(headLemma(a, np)) || thingOf(a, np)?.class === 'person') return true;
  if (/^(?:he|she|him|her|who|they|them)$/.test(tokens[np.head]!.lower)) return true;
  return tokens[np.head]!.pos === 'CD' && !/\d{4}/.test(tokens[np.head]!.lower);
}

/** Fighters, suspects, people of groups; a person or pronoun that is known as the perpetrator of an incident. */
export function isAttacker(scene: Scene, whole: NounPhrase): boolean {
  const { a } = scene;
  const np = ofThem(a, whole);
  const actor = namedActor(a, np);
  if (actor && isArmed(actor)) return true;
  if (isPerpetrator(a, np) || groupOf(a, np) || /^(?:bandit|brigand|outlaw)$/.test(headLemma(a, np))) return true;
  if (actor?.kind === 'person') return scene.suspects.has(actor);
  // "the student", where a student was told to have done it
  if (isDefinite(a, np) && scene.attackerHeads.has(headLemma(a, np))) return true;
  if (!isPronoun(a, np)) return false;
  // "police shot him dead": he who did it
  const attacker = scene.lastAttackerBefore(np.first);
  return attacker !== null && a.doc.tokens[np.head]!.sentence - a.doc.tokens[attacker.head]!.sentence <= 2;
}

/** "the last of the gunmen", "five of the assailants": those of whom it is said. */
function ofThem(a: Analysis, np: NounPhrase): NounPhrase {
  const { lower, pos } = a.doc.tokens[np.head]!;
  if (a.doc.tokens[np.last]?.lower !== 'of' || !(pos === 'CD' || PARTS.has(lower))) return np;
  const n = a.phrases.nounAt[np.last + 1] ?? -1;
  return n >= 0 ? nounAt(a, n) : np;
}
const PARTS = new Set([
  'last',
  'some',
  'one',
  'others',
  'most',
  'all',
  'both',
  'many',
  'several',
  'scores',
  'dozens',
  'rest',
  'number',
  'first',
  'group',
  'column',
  'convoy',
  'band',
  'handful',
]);

/** Those against whom it is done, as actors: names first, then people by their words with "of the group". */
export function against(scene: Scene, nps: NounPhrase[], by: ActorEntity | null): ActorEntity[] {
  const { a } = scene;
  const out: ActorEntity[] = [];
  const put = (actor: ActorEntity | null): void => {
    if (actor && !out.includes(actor)) out.push(actor);
  };
  const named = nps.filter((np) => a.names.actorAt(np.head)?.actor.kind === 'person');
  // "a fifth person, José X, formerly mayor": the name stands for the others
  // "12 people, seven women and five men": the first counts them all
  const counted = !named.length && nps.length > 1 && nps.every(({ first }) => a.doc.tokens[first]!.pos === 'CD');
  for (const np of named.length ? named : counted ? nps.slice(0, 1) : nps) {
    const actor = namedActor(a, np) ?? apposed(a, np);
    const them = a.doc.tokens[np.head]!.pos === 'CD' ? followedBy(a, np, 1)[0] : undefined;
    if (them?.preposition === 'of' && isPronoun(a, nounAt(a, them.noun)))
      put(a.names.actorFor(np.first, nounAt(a, them.noun).last)); // "two of them"
    else if (actor && actor !== by) put(actor);
    else if (isPronoun(a, np)) put(suspectMeant(scene, np, by));
    else if (isPerson(a, ofThem(a, np))) {
      const [first, last] = wholeSpan(a, np);
      const behind = followedBy(a, np, 1)[0];
      const of =
        behind?.preposition === 'of' && nounAt(a, behind.noun).first === np.last + 1
          ? nounAt(a, behind.noun).last
          : last;
      const number = a.doc.tokens.slice(first, np.head).findIndex(({ pos }) => pos === 'CD');
      put(a.names.actorFor(first + Math.max(0, number), Math.max(last, of)));
    } else put(groupOf(a, np));
  }
  return out;
}

/** "him", where the pronoun names nobody or the one who does it: the attacker told of last, or the person named last. */
function suspectMeant(scene: Scene, np: NounPhrase, by: ActorEntity | null): ActorEntity | null {
  const { a } = scene;
  const { lower, sentence } = a.doc.tokens[np.head]!;
  if (!/^(?:he|him|she|her)$/.test(lower)) return null;
  const near = scene.lastAttackerBefore(np.first);
  if (near && sentence - a.doc.tokens[near.head]!.sentence <= 1) return a.names.actorFor(...wholeSpan(a, near));
  const { first } = a.doc.sentences[Math.max(0, sentence - 3)]!;
  const persons = within(a.names.actorMentions, first, np.first).filter(
    ({ actor }) => actor.kind === 'person' && actor !== by,
  );
  return persons.findLast(({ actor }) => actor.roles.length === 0)?.actor ?? null;
}

/** "the suspected mastermind of the attack, Abdi Ali": the person named behind the comma. */
function apposed(a: Analysis, np: NounPhrase): ActorEntity | null {
  if (isPronoun(a, np) || a.doc.tokens[np.head]!.pos !== 'NN') return null;
  const [behind] = followedBy(a, np, 1);
  const end = behind?.preposition === 'of' ? nounAt(a, behind.noun).last : np.last;
  const mention = a.doc.tokens[end]?.lower === ',' ? a.names.actorAt(end + 1) : null;
  return mention?.actor.kind === 'person' && mention.first === end + 1 ? mention.actor : null;
}
