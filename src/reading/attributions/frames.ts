/** Attributions told by a verb of claiming, blaming, judging or doing: the rows of the table laid on each clause. */
import { fold, loadCatalogue } from '../../catalogue/catalogue.js';
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { partyOf } from '../incidents/parties.js';
import type { AttributionRule } from '../lexicon/attribution-rules.js';
import { ACTS, DOCUMENTS } from '../lexicon/attributions.js';
import { EVENT_VERBS } from '../lexicon/events.js';
import type { ActorEntity } from '../names/entities.js';
import { headLemma, isDefinite, isPerpetrator, isPlural, isPronoun, nounAt, thingOf } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import { isOfficial, isPassive, properName, topicOf } from '../who.js';
import type { AttributionBook } from './book.js';
import { complements, isPattern, meant, tellsIn, toldIn } from './meant.js';
import { actorsOf, isNameless, isSuspected, ownGroup } from './perpetrators.js';
import { placeIn, rulesOf, sayers, standsBehind } from './rules.js';
import { judge } from './stance.js';
import { speakerOf } from './voices.js';

/** Lays the rows for the verb on the clause; the first that holds is taken. */
export function applyRules(book: AttributionBook, clause: Clause): boolean {
  const { modal, perfect } = clause.verb;
  if ((modal && !perfect && modal !== 'would') || OPEN.has(clause.marker ?? '')) return false;
  if (isForgone(book.a, clause) || isAsked(book.a, clause)) return false;
  const { trace } = book.a;
  return rulesOf(book.a, clause).some((rule) => {
    trace?.trying(
      `lexicon/attribution-rules.ts: ${clause.verb.lemma} (${rule.voice}), ${rule.actor} → ${rule.stance}`,
      clause,
    );
    return apply(book, clause, rule);
  });
}

/** "stopped short of claiming it", "refused to take responsibility", "has yet to claim it". */
function isForgone(a: Analysis, { verb, parent, sentence }: Clause): boolean {
  if (verb.form !== 'gerund' && verb.form !== 'infinitive') return false;
  const above = a.clauses[parent];
  const before = a.doc.tokens[verb.first - 1]?.lower ?? '';
  return (
    /^(?:yet|hesitant|reluctant|unwilling|loath|slow|careful|unable|unlikely|premature|early)$/.test(before) ||
    (above?.sentence === sentence && FORGOING.has(above.verb.lemma) && !above.verb.negated)
  );
}
const FORGOING = new Set(['stop', 'fall', 'refuse', 'decline', 'fail', 'refrain', 'avoid', 'hesitate', 'forbear']);

/** "wanted to know who had ordered it", "the question of who was behind it": that nobody is named is what it says. */
function isAsked(a: Analysis, { marker, subjects }: Clause): boolean {
  if (marker !== 'who' || subjects.length === 0) return false;
  const before = a.doc.tokens[a.phrases.nouns[subjects[0]!]!.first - 1];
  return (
    before !== undefined &&
    (before.pos.startsWith('VB') || /^(?:of|about|on|over|to|as|clear|unclear)$/.test(before.lower))
  );
}

/** "if he is convicted", "whether its men were involved": nobody says so. */
export const OPEN = new Set(['if', 'whether', 'unless', 'lest']);

function apply(book: AttributionBook, clause: Clause, rule: AttributionRule): boolean {
  const { a } = book;
  const { tokens } = a.doc;
  const passive = rule.voice === 'passive';
  const affected = passive ? placeIn(a, clause, 'subject') : placeIn(a, clause, 'object');
  if (/^(?:neither|nor)$/.test(tokens[clause.verb.head - 1]?.lower ?? '')) return false; // "neither confirmed nor denied"
  const negated = clause.verb.negated || affected.some((np) => tokens[np.first]!.lower === 'no');
  if (rule.negated ? !negated : negated && rule.stance !== 'told') return false;
  // "a woman blew herself up. Police named her as X": one who did it, told just before
  const pointsBack =
    rule.named === true &&
    affected.some((np) => /^(?:him|her|them)$/.test(headLemma(a, np))) &&
    isOfAttacker(book, clause);
  if (rule.subject && !placeIn(a, clause, 'subject').some((np) => rule.subject!.has(headLemma(a, np)))) return false;
  if (!pointsBack && !fitsObject(book, clause, rule, affected)) return false;
  // "the authors are of the column": the predicate names nobody
  if (rule.actor === 'object' && clause.verb.lemma === 'be' && tokens[clause.verb.last]?.pos === 'IN') return false;
  if (rule.with && !standsBehind(a, clause, rule.with)) return false;
  const acts = actsOf(book, clause, rule);
  if (
    rule.ofAct &&
    !acts.some((np) => toldIn(book, np).length || ACTS.has(headLemma(a, np))) &&
    !tellsIn(book, clause).length
  )
    return false;
  // "for the attack and for twelve other crimes" is of the attack, "for many attacks" of none
  if (
    acts.some((np) => isPattern(a, np)) &&
    !acts.some((np) => !isPattern(a, np) && (isDefinite(a, np) || !isPlural(a, np)) && toldIn(book, np).length)
  )
    return false;
  if (rule.by === 'actor' && isOfUntold(book, clause)) return false;
  const phrases = (accusedBefore(book, clause, rule) ?? placeIn(a, clause, rule.actor)).filter(
    (np, n) => n === 0 || !describes(a, np),
  );
  const self = passive ? [] : placeIn(a, clause, 'subject').flatMap((np) => actorsOf(a, np, clause));
  let done = false;
  for (const phrase of phrases) {
    const np = amongThose(a, clause, phrase) ?? phrase;
    const telling = np === phrase ? clause : a.clauses[clause.parent]!;
    const named =
      rule.by === 'actor' ? (claimantBefore(book, np, clause) ?? actorsOf(a, np, clause)) : actorsOf(a, np, clause);
    for (const actor of named.length || !TRYING.has(clause.verb.lemma) ? named : mononym(a, np)) {
      if (
        rule.culprit &&
        actor.kind !== 'group' &&
        (isNameless(actor) || !/^(?:person|agency)$/.test(actor.kind) || isOfficial(actor))
      )
        continue;
      const hasName =
        a.names.actorAt(np.head) ||
        properName(a, np) ||
        (actor.kind === 'group' && !actor.generic && !isPronoun(a, np));
      if (rule.named && (isNameless(actor) || !hasName)) continue;
      if (rule.actor !== 'subject' && self.includes(actor)) continue; // nobody blames "it" and means himself
      done = lay(book, clause, rule, { actor, np, acts, negated, telling }) || done;
    }
  }
  return done;
}

/** "boasted of that fire", "took credit for the outage": of what no incident was made of; it is no other's. */
function isOfUntold(book: AttributionBook, { verb, prepositional, objects }: Clause): boolean {
  const { a } = book;
  if (!/^(?:boast|brag|crow|claim|take|accept|assume|admit|own|confess|shoulder)$/.test(verb.lemma)) return false;
  const of = prepositional
    .filter(({ preposition }) => preposition === 'of' || preposition === 'for')
    .map(({ noun }) => a.phrases.nouns[noun]!);
  const [act] = of;
  if (!act || objects.some((n) => isAct(book, a.phrases.nouns[n]!)) || of.some((np) => isAct(book, np))) return false;
  return (
    /^(?:the|that|this|those|these)$/.test(a.doc.tokens[act.first]!.lower) &&
    /^NNS?$/.test(a.doc.tokens[act.head]!.pos) &&
    !a.names.actorAt(act.head) &&
    !a.names.referent(act.first, act.last) &&
    !within(a.dates, act.first, act.last).length &&
    thingOf(a, act)?.class !== 'person' &&
    !isPerpetrator(a, act)
  );
}

/** "accused the party of the raid, which it denies": who denies is who was accused just before; null where nobody was. */
function accusedBefore(
  { a }: AttributionBook,
  { marker, parent, subjects, verb }: Clause,
  { stance, by }: AttributionRule,
): NounPhrase[] | null {
  const above = a.clauses[parent];
  if (stance !== 'denied' || by !== 'actor' || marker !== 'which' || verb.passive || !above) return null;
  const [subject] = subjects;
  if (subject === undefined || !/^(?:it|they|he|she)$/.test(a.doc.tokens[a.phrases.nouns[subject]!.head]!.lower))
    return null;
  const rule = rulesOf(a, above).find((each) => each.stance === 'accused' || each.stance === 'suspected');
  const accused = rule ? placeIn(a, above, rule.actor) : [];
  return accused.length ? accused : null;
}

/** Is the one spoken of in the sentence before one of those who did what it tells? */
function isOfAttacker(book: AttributionBook, clause: Clause): boolean {
  const [told] = book.tellings.before(clause.verb.first, 1);
  if (!told || clause.sentence - told.sentence > 1) return false;
  const [subject] = told.mention.clause?.subjects ?? [];
  return subject !== undefined && told.mention.agents.includes(subject);
}

/** "found X, a member of the front, guilty", "found X, the alleged brain of the plot, and Y guilty": what tells of X names no other. */
function describes(a: Analysis, { first, head }: NounPhrase): boolean {
  const { tokens } = a.doc;
  if (tokens[first - 1]?.text !== ',' || !/^(?:an?|the)$/.test(tokens[first]!.lower) || tokens[head]!.pos !== 'NN')
    return false;
  const before = a.phrases.nouns[a.phrases.nounAt[first - 2] ?? -1];
  return before !== undefined && (tokens[before.head]!.pos === 'NNP' || tokens[before.head]!.pos === 'CD');
}

/** "X is among those who ordered it": X, of whom that is said. */
function amongThose(a: Analysis, { parent, marker }: Clause, { first, last, head }: NounPhrase): NounPhrase | null {
  const { tokens } = a.doc;
  if (marker !== 'who' || last - first > 2 || !/^(?:those|people|men)$/.test(tokens[head]!.lower)) return null;
  if (!/^(?:among|of)$/.test(tokens[first - 1]?.lower ?? '')) return null;
  const [subject] = a.clauses[parent]?.subjects ?? [];
  return subject === undefined ? null : a.phrases.nouns[subject]!;
}

/** Sentences back in which the statement was told of that is spoken of again. */
const SAME_STATEMENT = 12;

/** "The same e-mail claimed that blast, too": the group that claimed the other in it; null where it is another's. */
function claimantBefore({ a, attributions }: AttributionBook, np: NounPhrase, clause: Clause): ActorEntity[] | null {
  if (!DOCUMENTS.has(headLemma(a, np)) && !/^e-?mail$/.test(headLemma(a, np))) return null;
  if (!isDefinite(a, np) || np.owner >= 0 || actorsOf(a, np, clause).some(({ kind }) => kind === 'group')) return null;
  const from = a.doc.sentences[Math.max(0, clause.sentence - SAME_STATEMENT)]!.first;
  const last = attributions.findLast(
    ({ stance, evidence }) => stance === 'claimed' && evidence[0]![0] >= a.doc.tokens[from]!.start,
  );
  return last ? [a.names.actor(last.actor)] : null;
}

/** Verbs of which it is mostly people that are told. */
const TRYING = new Set(
  'accuse charge convict indict try arraign sentence jail imprison acquit suspect execute hang confess plead arrest detain'.split(
    ' ',
  ),
);

/** "Hambali, an Indonesian, is accused of …": a person of one name, whom no list knows. */
function mononym(a: Analysis, { first, last, head }: NounPhrase): ActorEntity[] {
  const { pos, text, capital, lower } = a.doc.tokens[head]!;
  if (last - first !== 1 || pos !== 'NNP' || !capital || text === text.toUpperCase() || a.names.placeAt(head))
    return [];
  if (loadCatalogue().demonym(fold(lower)) !== null) return [];
  const actor = a.names.actorFor(first, last);
  return actor.kind === 'person' ? [actor] : [];
}

interface Slot {
  actor: ActorEntity;
  np: NounPhrase;
  acts: NounPhrase[];
  negated: boolean;
  /** The clause by which it is told: the verb's own, but for "is believed to be among those who ordered it". */
  telling: Clause;
}

function lay(
  book: AttributionBook,
  clause: Clause,
  rule: AttributionRule,
  { actor, np, acts, negated, telling }: Slot,
): boolean {
  const { a } = book;
  let culprit = rule.by === 'actor' || rule.stance === 'told' ? ownGroup(actor) : actor;
  const mayBeBlamed =
    mayHaveDone(culprit) ||
    (rule.culprit && culprit.kind === 'agency') ||
    (clause.verb.lemma === 'blame' && isPerpetrator(a, np)); // "blamed bandits"
  if (rule.by !== 'actor' && !mayBeBlamed) return false;
  if (rule.group && culprit.kind !== 'group') return false;
  if (rule.by === 'actor' && culprit.generic && culprit.plural) return false; // "hooded men claimed it": for whom, nobody knows
  if (ACCUSING.has(clause.verb.lemma) && !isOfTold(book, clause)) return false;
  let found = meant(book, clause, acts, [culprit]);
  if (rule.types)
    found = found.filter(
      ({ incident: { type, victims } }) =>
        rule.types!.has(type) || victims.some(({ outcome }) => outcome === 'kidnapped'),
    );
  if (!found.length) return false;
  if (speaksFor(rule, clause, culprit)) {
    const [only, other] = found[0]!.groups;
    const spokenFor = only ? (other ? null : only) : topicOf(a);
    if (spokenFor) culprit = spokenFor;
  }
  if (
    rule.stance === 'denied' &&
    !deniesThis(book, clause, rule, book.has(found[0]!, culprit) || found[0]!.groups.has(culprit))
  )
    return false;
  // "Islamic State named the bomber as X": who names its own man claims.
  const namer = rule.named && rule.stance === 'accused' ? sayerOf(book, clause, rule) : null;
  if (namer && ownGroup(namer).kind === 'group') {
    for (const incident of found) book.put(incident, ownGroup(namer), 'claimed', ownGroup(namer), clause.sentence);
    return true;
  }
  const judged =
    rule.stance === 'told'
      ? judge(a, telling, culprit, negated, np)
      : { stance: rule.stance, by: rule.by === 'actor' ? ownGroup(actor) : sayerOf(book, clause, rule) };
  if (!judged) return rule.stance === 'told';
  // "X is the alleged mastermind"
  const predicate = clause.verb.lemma === 'be' ? clause.objects.find((n) => isSuspected(a, nounAt(a, n))) : undefined;
  if (predicate !== undefined && judged.stance === 'stated') judged.stance = 'suspected';
  if (judged.stance === 'stated' && culprit.kind !== 'group' && isNameless(culprit)) return true; // "a man carried it out": who, it does not say
  // "Using a codeword, the caller said that the group had done it": for the group, which has claimed it
  if (judged.by?.generic && judged.by.name === 'caller' && book.has(found[0]!, culprit, 'claimed')) return true;
  // "the bomber was named as X by the ministry"
  const [namedBy] =
    rule.stance === 'told' && rule.by !== 'actor' && rule.by !== 'speaker' ? sayers(a, clause, rule.by) : [];
  if (namedBy && judged.stance === 'stated') Object.assign(judged, { stance: 'accused', by: namedBy });
  // "X had nothing to do with it, its spokesman said"
  if (judged.stance === 'denied' && judged.by && ownGroup(judged.by) === culprit) judged.by = culprit;
  // "X said that its martyrs A and B had carried it out": the group claims it.
  const ownMan = culprit.kind === 'person' || (culprit.generic && isPerpetrator(a, np));
  if (judged.by?.kind === 'group' && judged.by !== culprit && ownMan && rule.stance === 'told') {
    for (const incident of found) book.put(incident, judged.by, 'claimed', judged.by, clause.sentence);
    return true;
  }
  if (rule.stance === 'told' && culprit.generic && culprit.plural && isPerpetrator(a, np)) return true; // "eight bombers took part in it"
  // "the leaders go on trial": who and for what, it does not say
  if (culprit.kind === 'person' && culprit.plural && isNameless(culprit) && !judged.by && !namesAct(book, clause, acts))
    return false;
  const patron = rule.stance === 'told' && judged.stance !== 'denied' ? actsFor(a, clause) : null;
  if (patron && patron !== culprit && patron !== judged.by)
    for (const incident of found) book.put(incident, patron, judged.stance, judged.by, clause.sentence);
  const all =
    rule.stance === 'told' || judged.by === culprit || rule.by === 'actor' || rule.by === 'speaker'
      ? []
      : sayers(a, clause, rule.by);
  for (const incident of found)
    for (const by of all.length > 1 ? all : [judged.by])
      book.put(incident, culprit, judged.stance, by, clause.sentence);
  return true;
}

/** "prepared the bombing for X", "planned an attack on behalf of X": the group. */
function actsFor(a: Analysis, { verb, prepositional }: Clause): ActorEntity | null {
  if (!/^(?:prepare|plan|plot|stage|mount|conduct|execute|commit|perpetrate|carry)$/.test(verb.lemma)) return null;
  const { tokens } = a.doc;
  for (const { preposition, noun } of prepositional) {
    const before = tokens[a.phrases.nouns[noun]!.first - 2]?.lower;
    if (preposition !== 'for' && !(preposition === 'of' && before === 'behalf')) continue;
    const party = partyOf(a, noun);
    if (party.kind === 'group') return party.actor;
  }
  return null;
}

const namesAct = (book: AttributionBook, clause: Clause, acts: readonly NounPhrase[]): boolean =>
  acts.some((np) => toldIn(book, np).length > 0) || tellsIn(book, clause).length > 0;

/** "Dicko took credit": a man without a group of his own who claims what is a group's speaks for it. */
const speaksFor = (rule: AttributionRule, { verb }: Clause, { kind, generic }: ActorEntity): boolean =>
  kind === 'person' &&
  !generic &&
  rule.by === 'actor' &&
  rule.object !== 'act' &&
  rule.object?.has('credit') === true &&
  /^(?:claim|take|assume)$/.test(verb.lemma);

function sayerOf({ a }: AttributionBook, clause: Clause, rule: AttributionRule): ActorEntity | null {
  // "the attacker, identified as X, shouted, witnesses said": they do not say who he is
  if (
    /^(?:name|identify)$/.test(clause.verb.lemma) &&
    clause.verb.form === 'participle' &&
    clause.parent < 0 &&
    rule.by !== 'actor' &&
    rule.by !== 'speaker'
  )
    return sayers(a, clause, rule.by)[0] ?? null;
  if (rule.by === 'speaker' || rule.by === 'actor') return speakerOf(a, clause);
  return sayers(a, clause, rule.by)[0] ?? speakerOf(a, clause);
}

const mayHaveDone = ({ kind, generic, name }: ActorEntity): boolean =>
  kind === 'group' ||
  kind === 'person' ||
  kind === 'government' ||
  (kind === 'population' &&
    generic &&
    /\b(?:men|women|youths|teenagers|boys|girls|people|brothers|pupils|students)$/.test(name));

function fitsObject(
  book: AttributionBook,
  clause: Clause,
  { object, voice, by, stance }: AttributionRule,
  nps: NounPhrase[],
): boolean {
  if (object === undefined) return true;
  const { a } = book;
  if (object !== 'act')
    return (
      nps.some((np) => object.has(headLemma(a, np))) || (clause.verb.lemma === 'be' && behindBe(a, clause, object))
    );
  const known = (np: NounPhrase): boolean => ACTS.has(headLemma(a, np)) && (stance !== 'told' || isDefinite(a, np));
  if (nps.some((np) => known(np) || toldIn(book, np).length > 0)) return true;
  if (nps.length || voice !== 'active') return false;
  // "claimed that one too", "claimed that as well"
  const [next, behind] = a.doc.tokens.slice(clause.verb.last, clause.verb.last + 2);
  if (clause.verb.lemma === 'claim' && next?.lower === 'that' && /^(?:one|as|too|[.,;])$/.test(behind?.lower ?? ''))
    return true;
  // "admitted planting the bomb", "claims to have killed", "planned to storm": the act is told behind
  return (by === 'actor' || PLANS.has(clause.verb.lemma)) && tellsIn(book, clause).length > 0;
}

const PLANS = new Set(['plan', 'plot', 'prepare', 'conspire', 'scheme', 'mean', 'intend', 'aim', 'want']);

/** "was in all likelihood the handiwork of": the predicate, over what is put between. */
function behindBe(a: Analysis, { verb }: Clause, nouns: ReadonlySet<string>): boolean {
  if (!/^(?:in|without|beyond|no)$/.test(a.doc.tokens[verb.last]?.lower ?? '')) return false;
  return within(a.phrases.nouns, verb.last, verb.last + 8).some((np) => nouns.has(headLemma(a, np)));
}

/** Behind these prepositions it is said which act is meant. */
const OF_ACT = new Set(['for', 'of', 'over', 'in', 'with', 'to', 'from', 'behind', 'on', 'after', 'about']);

/** The phrases of the clause that may name the act: not those that name the perpetrator or the speaker. */
function actsOf({ a }: AttributionBook, clause: Clause, rule: AttributionRule): NounPhrase[] {
  const affected =
    isPassive(a, clause) && rule.actor !== 'subject'
      ? placeIn(a, clause, 'subject')
      : !isPassive(a, clause) && rule.actor !== 'object'
        ? placeIn(a, clause, 'object')
        : [];
  const taken = new Set(placeIn(a, clause, rule.actor));
  const behind = clause.prepositional
    .filter(({ preposition }) => OF_ACT.has(preposition))
    .map(({ noun }) => a.phrases.nouns[noun]!);
  return [...affected, ...behind].filter((np) => !taken.has(np));
}

/** Verbs of accusation that may be of anything: "accuse Russia of killing Muslims". */
const ACCUSING = new Set([
  ...['accuse', 'charge', 'blame', 'face', 'suspect', 'convict', 'find', 'sentence', 'jail', 'imprison', 'plead'],
  ...['admit', 'confess', 'acknowledge'],
]);

/** Is the accusation one of an act that the report tells, or of nothing that is named? */
function isOfTold(book: AttributionBook, clause: Clause): boolean {
  const { a } = book;
  const behind = complements(a, clause);
  if (
    clause.prepositional.some(({ preposition, noun }) => preposition === 'for' && isAct(book, a.phrases.nouns[noun]!))
  )
    return true;
  if (behind.length)
    return (
      tellsIn(book, clause).length > 0 ||
      behind.some(
        (each) =>
          INVOLVED.has(each.verb.lemma) ||
          isOfHim(a, each) ||
          each.objects.some((n) => isAct(book, a.phrases.nouns[n]!)),
      )
    );
  const of = clause.prepositional.filter(({ preposition, noun }) => {
    const { first, last } = a.phrases.nouns[noun]!;
    if (a.names.actorAt(first - 1)) return false; // "blamed the Liberation Tigers of Tamil Eelam"
    if (preposition === 'of' && a.names.actorAt(a.phrases.nouns[noun]!.head)) return false; // "suspect loyalists of N. N."
    if (preposition === 'in') return isAct(book, a.phrases.nouns[noun]!);
    return OF_DEED.has(preposition) && !within(a.dates, first, last).length;
  });
  const affected = [...clause.objects, ...clause.subjects].some((n) => isAct(book, a.phrases.nouns[n]!));
  return affected || !of.length || of.some(({ noun }) => isAct(book, a.phrases.nouns[noun]!));
}

/** "accused it of assassinating him": of one whose killing is told. */
const isOfHim = (a: Analysis, { verb, objects }: Clause): boolean =>
  EVENT_VERBS.has(verb.lemma) &&
  objects.some((n) => /^(?:him|her|them)$/.test(a.doc.tokens[a.phrases.nouns[n]!.head]!.lower));

const OF_DEED = new Set(['of', 'for', 'with', 'in', 'over']);
const INVOLVED = new Set([
  'do',
  'be',
  'involve',
  'carry_out',
  'participate',
  'help',
  'aid',
  'mastermind',
  'orchestrate',
]);
/** Nouns for a part in an act. */
const SHARE = new Set([
  'role',
  'part',
  'involvement',
  'planning',
  'connection',
  'complicity',
  'hand',
  'terrorism',
  'murder',
  'offence',
  'crime',
  'weapon',
  'explosive',
  'firearm',
]);

const isAct = (book: AttributionBook, np: NounPhrase): boolean =>
  ACTS.has(headLemma(book.a, np)) || SHARE.has(headLemma(book.a, np)) || toldIn(book, np).length > 0;

/** What is denied without saying of what: a denial of this act only by one who was named for it. */
const VAGUE = new Set(['it', 'claim', 'accusation', 'allegation', 'charge', 'anything', 'suggestion']);

function deniesThis({ a }: AttributionBook, clause: Clause, rule: AttributionRule, wasNamed: boolean): boolean {
  if (rule.by !== 'actor') return true;
  if (wasNamed || rule.negated) return wasNamed;
  return !clause.objects.length || clause.objects.some((n) => !VAGUE.has(headLemma(a, a.phrases.nouns[n]!)));
}
