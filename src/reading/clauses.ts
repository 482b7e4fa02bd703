/**
 * Clauses: each verb with what fills its places: who, whom, by whom, and the prepositional phrases after it.
 * Found from phrases by position (SVO order), not by a full parse: right for most news sentences, and linear.
 */
import { commaBetween, listGoesOn } from './between.js';
import type { Clause } from './clause.js';
import type { Doc } from './doc.js';
import { afterInserted, afterSubordinate, isFilled, isRelative, relates } from './inserted.js';
import { SPEECH } from './lexicon/speech.js';
import type { Phrases, VerbGroup } from './phrases.js';
import {
  beforeSaying,
  COORDINATORS,
  disagrees,
  isMarker,
  joinedTo,
  joinedVerb,
  nounLeft,
  opensAfter,
  opensSentence,
  SAYING_INVERTED,
  saidBetween,
  skipDates,
  skipModifiers,
  skipPrepositional,
  speakerBehind,
  withJoined,
} from './subjects.js';
import { becomeFinite, becomeParticiple, describedObject, finiteAfterApposition, isPast, joinBase } from './voice.js';

export type { Clause, Prepositional } from './clause.js';

export function findClauses(doc: Doc, phrases: Phrases): Clause[] {
  const clauses: Clause[] = [];
  let verb = 0;
  let noun = 0;
  for (let s = 0; s < doc.sentences.length; s++) {
    const { first, last } = doc.sentences[s]!;
    const verbs: VerbGroup[] = [];
    while (verb < phrases.verbs.length && phrases.verbs[verb]!.first < last) verbs.push(phrases.verbs[verb++]!);
    const from = noun;
    while (noun < phrases.nouns.length && phrases.nouns[noun]!.first < last) noun++;
    sentenceClauses(doc, phrases, s, verbs, from, noun, first, last, clauses);
  }
  return clauses;
}

function sentenceClauses(
  doc: Doc,
  phrases: Phrases,
  sentence: number,
  verbs: VerbGroup[],
  from: number,
  to: number,
  first: number,
  last: number,
  clauses: Clause[],
): void {
  const base = clauses.length;
  if (verbs[0]) finiteAfterApposition(doc, verbs);
  verbs.forEach((verb, v) => {
    const previous = v > 0 ? clauses[base + v - 1]! : null;
    const clause: Clause = {
      index: base + v,
      sentence,
      verb,
      subjects: [],
      objects: [],
      prepositional: [],
      marker: null,
      parent: -1,
      first: verb.first,
      last: verb.last,
    };
    clauses.push(clause);
    const floor = v > 0 ? verbs[v - 1]!.last : first;
    if (isPast(doc, phrases, verb)) becomeFinite(verb);
    if (v > 0) joinBase(doc, verb, verbs[v - 1]!);
    clause.marker = markerBefore(doc, verb, floor);
    findSubjects(doc, phrases, clauses, clause, previous, from, to, floor);
    const ceiling = verbs[v + 1]?.first ?? last;
    attachAfter(doc, phrases, clause, from, to, ceiling);
    clause.parent = parentOf(doc, phrases, clause, previous, floor, clauses);
    const opened = clause.subjects.length ? phrases.nouns[clause.subjects[0]!]! : null;
    if (isRelative(clause.marker) || clause.marker === 'that') clause.first = markerToken(doc, clause, floor);
    else if (opened && opened.first >= floor) clause.first = Math.min(clause.first, opened.first);
  });
}

/** The word that opens the clause, looking back from the verb to the end of the verb before it. */
function markerBefore(doc: Doc, verb: VerbGroup, floor: number): string | null {
  if (verb.form === 'infinitive') return 'to';
  let joined = true;
  // "before dawn on Tuesday, a spokesman said": the comma has ended what "before" opened
  let closed = false;
  for (let i = verb.first - 1; i >= floor; i--) {
    const { form, lower, pos } = doc.tokens[i]!;
    if (lower === ',' && SPEECH.has(verb.lemma)) closed = true;
    if (pos !== 'RB') {
      if (joined && COORDINATORS.has(lower)) return null;
      joined = false;
    }
    if (pos !== 'DT' && isMarker(form)) {
      if (lower === 'as' && doc.tokens[i + 1]?.pos === 'CD') continue;
      if (closed && (lower === 'before' || lower === 'after')) continue;
      return lower;
    }
    if (lower === ':' || lower === ';') return null;
  }
  return null;
}

/** Where the clause's marker stands, before its verb. */
function markerToken(doc: Doc, { verb, marker }: Clause, floor: number): number {
  for (let i = verb.first - 1; i >= floor; i--) if (doc.tokens[i]!.lower === marker) return i;
  return verb.first;
}

function findSubjects(
  doc: Doc,
  phrases: Phrases,
  clauses: Clause[],
  clause: Clause,
  previous: Clause | null,
  from: number,
  to: number,
  floor: number,
): void {
  const { verb, marker } = clause;
  const { tokens } = doc;
  if (verb.form === 'infinitive' || verb.form === 'gerund') {
    // "vowed to attack", "killing 20": who does it is who does the verb before, unless an object stands between ("urged citizens to leave").
    if (!previous) {
      const left = nounLeft(doc, phrases, verb.first, from, to, floor);
      const opens = left >= 0 && opensSentence(doc, phrases, left); // "Another caller, speaking for X, said"
      const goesWith = tokens[verb.first - 1]?.lower !== ',' || verb.lemma === 'include' || opens;
      if (left >= 0 && verb.form === 'gerund' && goesWith) clause.subjects = [left];
      return;
    }
    const controls = verb.form === 'infinitive' ? CONTROLS_OBJECT : CONTROLS_OBJECT_OF_GERUND;
    const objectBetween = previous.objects.length > 0 && !previous.verb.passive && controls.has(previous.verb.lemma);
    // "claimed the blast that killed 19, saying it was …": whoever claimed it says so
    const told = SPEECH.has(verb.lemma) && tokens[verb.first - 1]?.lower === ',' && relates(doc, previous);
    const host = told ? (clauses[previous.parent] ?? previous) : previous;
    clause.subjects = objectBetween ? previous.objects : host.subjects;
    if (verb.form === 'gerund') {
      const left = nounLeft(doc, phrases, verb.first, from, to, floor);
      const adjacent = left >= 0 && phrases.nouns[left]!.last === verb.first;
      const absolute = adjacent && tokens[phrases.nouns[left]!.first - 1]?.lower === 'with'; // "with ISIS-K claiming credit"
      // "fear that militants returning from Syria will strike"
      const opens =
        adjacent && tokens[phrases.nouns[left]!.first - 1]?.lower === 'that' && SPEECH.has(previous.verb.lemma);
      const agent =
        previous.verb.passive &&
        previous.prepositional.some(({ preposition, noun }) => preposition === 'by' && noun === left);
      if (adjacent && (absolute || opens || agent || previous.objects.includes(left))) clause.subjects = [left];
    }
    return;
  }
  if (verb.form === 'participle') {
    const left = nounLeft(doc, phrases, verb.first, from, to, floor);
    if (left >= 0 && phrases.nouns[left]!.last >= verb.first - 1 && tokens[verb.first - 1]!.lower !== ',')
      clause.subjects = withJoined(doc, phrases, left, from);
    else if (!previous && left >= 0 && opensAfter(doc, verb, phrases.nouns[left]!.last))
      clause.subjects = [left]; // "X, formerly known as Y, was"
    else if (previous) clause.subjects = previous.subjects; // "13 were killed and 15 wounded"
    return;
  }
  if (isRelative(marker) || (marker === 'that' && tokens[verb.first - 1]?.lower === 'that')) {
    // The antecedent is the noun before the relative word.
    for (let i = verb.first - 1; i >= floor; i--) {
      if (tokens[i]!.lower !== marker) continue;
      const left = nounLeft(doc, phrases, i, from, to, 0);
      const between = i + 1 < verb.first ? nounLeft(doc, phrases, verb.first, from, to, i + 1) : -1;
      if (between >= 0)
        clause.subjects = withJoined(doc, phrases, skipModifiers(doc, phrases, between, from, i + 1), from);
      else if (marker === 'who' && /^(?:VB.?|JJ|IN|TO)$/.test(tokens[i - 1]?.pos ?? ''))
        clause.subjects = phrases.nounAt[i]! >= 0 ? [phrases.nounAt[i]!] : []; // "wanted to know who ordered it"
      else if (left >= 0)
        clause.subjects = [skipPrepositional(doc, phrases, skipDates(doc, phrases, left, from), from, verb)];
      return;
    }
  }
  const spoken = speakerBehind(doc, phrases, verb, to);
  if (spoken >= 0) {
    clause.subjects = [spoken];
    return;
  }
  const saidOf = previous ? saidBetween(doc, phrases, verb, previous, from) : -1;
  if (saidOf >= 0) {
    clause.subjects = [saidOf];
    return;
  }
  const before = previous ? beforeSaying(doc, phrases, verb, previous) : -1;
  if (before >= 0) {
    const whole = nounLeft(doc, phrases, before, from, to, 0);
    if (whole >= 0) clause.subjects = withJoined(doc, phrases, skipModifiers(doc, phrases, whole, from, 0), from);
    return;
  }
  const left = nounLeft(doc, phrases, verb.first, from, to, floor);
  const owned = previous ? beforeWhose(doc, phrases, clause, previous, left, from, to) : -1;
  if (owned >= 0) {
    clause.subjects = [owned];
    return;
  }
  if (previous && afterInserted(doc, clause, previous, left, floor, clauses[previous.parent]?.verb.form === 'gerund')) {
    clause.subjects = previous.subjects;
    if (relates(doc, previous)) {
      // "the ambush in Borno that left 11 dead was": of the ambush; "members of X, which it describes as Y, were": members
      const who = markerToken(doc, previous, 0);
      const before = phrases.nouns[previous.subjects[0]!]!.first > who ? nounLeft(doc, phrases, who, from, to, 0) : -1;
      const antecedent = before >= 0 ? before : previous.subjects[0]!;
      if (before >= 0) clause.subjects = [before];
      const whole = skipModifiers(doc, phrases, antecedent, from, clauses[previous.parent]?.verb.last ?? 0);
      if (whole !== antecedent) clause.subjects = withJoined(doc, phrases, whole, from);
    } else if (previous.verb.form === 'finite') becomeParticiple(previous.verb);
    if (marker === 'as') clause.marker = null;
    return;
  }
  if (previous && afterSubordinate(doc, clause, previous, left)) {
    clause.subjects = clauses[previous.parent]?.subjects ?? previous.subjects;
    return;
  }
  if (left >= 0) {
    const consumed = previous ? [...previous.objects, ...previous.prepositional.map((p) => p.noun)] : [];
    clause.subjects = withJoined(doc, phrases, skipModifiers(doc, phrases, left, from, floor), from, consumed);
    // "the group carried out attacks and killed 20": the noun between is the first verb's object.
    if (
      previous &&
      joinedVerb(doc, clause.verb, floor) &&
      (isFilled(previous, left) || disagrees(doc, phrases, clause.verb, left))
    )
      clause.subjects = joinedTo(doc, clauses, clause, previous).subjects;
  } else if (previous)
    clause.subjects = (joinedVerb(doc, verb, floor) ? joinedTo(doc, clauses, clause, previous) : previous).subjects;
  else {
    // "…, said the minister": the subject follows a verb of saying.
    const right = phrases.nounAt[verb.last] ?? -1;
    if (right >= 0 && right < to && SAYING_INVERTED.has(verb.lemma)) clause.subjects = [right];
  }
}

/** "Hamas, whose leader X was killed in October, rejected": what stands before "whose"; -1 if the clause goes on in another way. */
function beforeWhose(
  doc: Doc,
  phrases: Phrases,
  { verb, marker }: Clause,
  previous: Clause,
  left: number,
  from: number,
  to: number,
): number {
  const { tokens } = doc;
  if (previous.marker !== 'whose' || marker !== null || tokens[verb.first - 1]?.text !== ',') return -1;
  if (left >= 0 && phrases.nouns[left]!.first > previous.verb.last && !isFilled(previous, left)) return -1;
  let i = previous.verb.first - 1;
  while (i > 0 && tokens[i]!.lower !== 'whose') i--;
  return tokens[i - 1]?.text === ',' ? nounLeft(doc, phrases, i - 1, from, to, 0) : -1;
}

const CONTROLS_OBJECT = new Set(
  'urge ask tell order warn advise call force allow lead help recruit instruct direct persuade encourage use want expect get send require permit enable'.split(
    ' ',
  ),
);
/** "charged four men with carrying out the attack": the object does it. */
const CONTROLS_OBJECT_OF_GERUND = new Set(
  'charge accuse suspect convict prevent stop keep catch blame find see arrest detain'.split(' '),
);

/** Objects and prepositional phrases between the verb and the next verb. */
function attachAfter(doc: Doc, phrases: Phrases, clause: Clause, from: number, to: number, ceiling: number): void {
  const { tokens } = doc;
  let i = clause.verb.last;
  let preposition: string | null = null;
  let canBeObject = true;
  let inList = false; // "schools, places of worship and markets": the list goes on behind what hangs on its member
  for (; i < ceiling; i++) {
    const n = phrases.nounAt[i]!;
    const { form, lower, pos } = tokens[i]!;
    if (n >= from && n < to) {
      const phrase = phrases.nouns[n]!;
      if (phrase.head === i || phrase.last - 1 === i) {
        const owned = phrases.nouns[n + 1]?.owner === n;
        if (i === phrase.last - 1 && !owned) {
          const ofRelative = phrase.first === clause.verb.last && relates(doc, clause) && !clause.verb.passive;
          const described = describedObject(doc, phrases, clause, n, ceiling);
          if (described) becomeParticiple(described);
          else if (!ofRelative && subjectOfNext(doc, phrases, n, ceiling)) break;
          if (preposition) clause.prepositional.push({ preposition, noun: n });
          else if (canBeObject) clause.objects.push(n);
          preposition = null;
          clause.last = phrase.last;
        }
      }
      continue;
    }
    if (
      isMarker(form) &&
      !(lower === 'as' || lower === 'since' || lower === 'after' || lower === 'before' || lower === 'until')
    )
      break;
    if (pos === 'IN' || pos === 'TO' || pos === 'RP') {
      preposition = lower === 'to' && tokens[i - 1]?.lower === 'according' ? 'according to' : lower;
      inList = lower === 'of' && clause.objects.length > 1 && phrases.nouns[clause.objects.at(-1)!]!.last === i;
      canBeObject = false;
    } else if (pos === 'CC' || lower === ',') {
      if (nextClauseBegins(doc, phrases, i, ceiling)) break;
      // "killed 12 and wounded 30", "killed A, B and C": joined nouns keep the role of the one before.
      const joined = clause.prepositional.at(-1);
      const lastIsPrepositional = joined && clause.last === phrases.nouns[joined.noun]!.last && !canBeObject;
      preposition = lastIsPrepositional && !inList ? joined.preposition : null;
      canBeObject ||= inList;
    } else if (lower === ';' || lower === ':' || lower === '-' || lower === '--' || lower === '—') break;
  }
}

/** Does noun n stand right before the next verb, as its subject? */
function subjectOfNext(doc: Doc, phrases: Phrases, n: number, ceiling: number): boolean {
  const { tokens } = doc;
  const phrase = phrases.nouns[n]!;
  let end = phrase.last;
  while (end < ceiling && tokens[end]!.pos === 'RB') end++;
  if (end < ceiling || ceiling >= tokens.length) return false;
  const verb = phrases.verbs[phrases.verbAt[ceiling]!];
  const before = tokens[phrase.first - 1];
  if (!verb || !before) return false;
  if (verb.form === 'participle') return tokens[phrase.head]!.pos === 'CD' && before.pos === 'CC'; // "and 15 wounded"
  return verb.finite && !(before.pos === 'IN' || before.pos === 'TO' || before.pos === 'POS');
}

/** From token i on, is there only the subject of the next verb: ", General X, the head of Y, told", ", and the minister spoke"? */
function nextClauseBegins(doc: Doc, phrases: Phrases, i: number, ceiling: number): boolean {
  const { tokens } = doc;
  const verb = ceiling < tokens.length ? phrases.verbs[phrases.verbAt[ceiling]!] : undefined;
  if (!verb?.finite) return false;
  const comma = tokens[i]!.lower === ',';
  if (!comma && !(tokens[i]!.pos === 'CC' && tokens[i - 1]?.lower === ',')) return false;
  let nouns = 0;
  for (let j = i + 1; j < ceiling; j++) {
    if (phrases.nounAt[j]! >= 0) nouns++;
    else if (isMarker(tokens[j]!.form)) return false;
  }
  return nouns > 0 && (!comma || (SPEECH.has(verb.lemma) && !listGoesOn(doc, i + 1, ceiling)));
}

function parentOf(
  doc: Doc,
  phrases: Phrases,
  clause: Clause,
  previous: Clause | null,
  floor: number,
  clauses: Clause[],
): number {
  if (!previous) return -1;
  if (clause.verb.form !== 'finite' || clause.marker !== null) return previous.index;
  if (previous.verb.last === clause.verb.first && SPEECH.has(previous.verb.lemma)) return previous.index;
  if (beforeSaying(doc, phrases, clause.verb, previous) >= 0) return previous.index;
  // "police believe the bomb that killed five was": over the relative clause to the verb of saying
  const outer = relates(doc, previous) ? clauses[previous.parent] : undefined;
  const [subject] = clause.subjects; // "said that members of X, which is banned, were": told of what stands before
  const goesOn =
    outer &&
    subject !== undefined &&
    phrases.nouns[subject]!.first >= outer.verb.last &&
    !previous.subjects.includes(subject);
  if (
    outer &&
    SPEECH.has(outer.verb.lemma) &&
    !commaBetween(doc, outer.verb.last, goesOn ? phrases.nouns[subject!]!.first : previous.first) &&
    (goesOn || !commaBetween(doc, previous.verb.last, clause.verb.first))
  )
    return outer.index;
  const joined = joinedTo(doc, clauses, clause, previous);
  if (joinedVerb(doc, clause.verb, floor) && clause.subjects === joined.subjects) return joined.parent;
  if (isSaidOf(phrases, clause, previous)) return previous.index;
  // "said schools that teach girls would be hit", "said clinics working with the state would be hit"
  const said = clauses[previous.parent];
  if (said && clause.subjects === previous.subjects && isSaidOf(phrases, clause, said)) return said.index;
  return SPEECH.has(previous.verb.lemma) && !commaBetween(doc, floor, clause.verb.first) ? previous.index : -1;
}

/** "said schools, hospitals and clinics would be hit": of a list right behind the verb of saying. */
function isSaidOf({ nouns }: Phrases, { subjects, verb }: Clause, { verb: saying, objects }: Clause): boolean {
  if (!verb.modal || !SPEECH.has(saying.lemma) || ADDRESSING.has(saying.lemma) || saying.passive) return false;
  return (
    objects.length > 0 &&
    nouns[objects[0]!]!.first === saying.last &&
    subjects.length > 0 &&
    subjects.every((n) => objects.includes(n) || n === objects.at(-1)! + 1)
  );
}
const ADDRESSING = new Set(['tell', 'warn', 'inform', 'caution', 'charge', 'remind', 'show', 'promise']);
