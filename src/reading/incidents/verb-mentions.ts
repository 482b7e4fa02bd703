/** Acts of violence that a verb tells: "gunmen stormed a hotel", "carried out an attack", "set off a bomb". */
import { isPolitical } from '../acts.js';
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import type { DateMention } from '../dates/dates.js';
import { EVENT_NOUNS, EVENT_VERBS, type EventWord, LIGHT_VERBS } from '../lexicon/events.js';
import { SPEECH } from '../lexicon/speech.js';
import { GOVERNING_NOUNS, GOVERNING_VERBS } from '../lexicon/status.js';
import { headLemma, isDefinite, isPerpetrator, nounAt, quantified } from '../nouns.js';
import { extentOf, isDate, setting } from './extent.js';
import { hasSuicide, typeOf } from './means.js';
import type { EventMention } from './mention.js';
import { nounEntry, nounMention } from './noun-mentions.js';
import { partyOf } from './parties.js';
import { realityOfVerb } from './reality.js';
import { type VerbEntry, verbEntry } from './verb-frames.js';
import { weaponsIn } from './weapons.js';

export function verbMention(a: Analysis, clause: Clause, told: Set<number>): EventMention | null {
  if (clause.verb.form === 'gerund' && clause.verb.lemma === 'target' && isOfAct(a, clause)) return null; // "the blast targeting a station"
  if (clause.verb.lemma === 'execute' && isPunishment(a, clause)) return null;
  const worded = verbEntry(a, clause);
  const entry = worded === null || worded.word.type === 'facility-attack' ? (meansAct(a, clause) ?? worded) : worded; // "a letter bomb burned her hand"
  const light = LIGHT_VERBS.has(
    clause.verb.particle ? `${clause.verb.lemma} ${clause.verb.particle}` : clause.verb.lemma,
  );
  if (!entry && !light) return perpetratorMention(a, clause);
  if (!entry) {
    // "carried out an attack": told by its noun, with the agents of the verb.
    const tells = (n: number): boolean =>
      nounEntry(a, nounAt(a, n)) !== undefined &&
      (clause.verb.lemma !== 'lay' || /^(?:ambush|siege|bomb)$/.test(headLemma(a, nounAt(a, n)))); // "laid the massacre at his door"
    const reduced = !clause.verb.passive && clause.objects.every((n) => isDate(a, n)) && clause.subjects.some(tells); // "the attack carried out yesterday in …"
    const passive = clause.verb.passive || reduced;
    const index = (passive ? clause.subjects : clause.objects).find(tells);
    if (index === undefined) return null;
    const noun = nounAt(a, index);
    told.add(noun.head);
    const mention = nounMention(a, noun, new Set());
    if (!mention) return null;
    const status = realityOfVerb(a, clause);
    if (status === 'none') return null;
    const agents = passive ? byAgents(clause) : clause.subjects;
    const around = passive ? setting(a, ...extentOf(a, clause), noun.head) : { dates: [], places: [] };
    const on = clause.prepositional
      .filter((p) => /^(?:on|against|at)$/.test(p.preposition) && !isDate(a, p.noun))
      .map((p) => p.noun);
    return {
      ...mention,
      dates: mention.dates.length ? mention.dates : around.dates,
      places: mention.places.length ? mention.places : around.places,
      patients: mention.patients.length ? mention.patients : on,
      status: mention.status === 'occurred' ? status : mention.status,
      clause,
      agents: [...agents, ...mention.agents],
    };
  }
  if (clause.verb.lemma === 'raid' && isBySecurityForces(a, clause)) return null;
  if (isPolitical(a, clause)) return null;
  const { word, throwsObject, stopped, met } = entry;
  if (throwsObject) for (const n of clause.verb.passive ? clause.subjects : clause.objects) told.add(nounAt(a, n).head);
  const real = realityOfVerb(a, clause);
  if (real === 'none') return null;
  const status = stopped && real === 'occurred' ? 'foiled' : real;
  const { verb } = clause;
  const passive = verb.passive && !isActive(a, clause);
  const agents = stopped || met ? [] : passive ? byAgents(clause) : governedByNoun(a, clause) ? [] : clause.subjects;
  const direct = passive ? clause.subjects.map((n) => telegraphic(a, clause, n)) : clause.objects;
  const on = clause.prepositional
    .filter(
      (p) =>
        /^(?:on|upon|at|against|into|onto|outside|inside|near|under|beneath|beside|aboard|among|amid)$/.test(
          p.preposition,
        ) ||
        (p.preposition === 'through' && TEARS.has(verb.lemma)) || // "tore through a market"
        (p.preposition === 'to' && word.type === 'facility-attack') || // "set fire to a bank"
        (p.preposition === 'in' && quantified(a, p.noun) !== p.noun), // "in front of a bakery", "in the middle of a rally"
    )
    .map((p) => p.noun);
  const [first, last] = extentOf(a, clause);
  let weapons = weaponsIn(a, first, last);
  if (!weapons.length && word.strength === 'weak' && word.outcome !== null) {
    const whole = a.doc.sentences[clause.sentence]!; // the means may stand where the clauses were cut
    weapons = weaponsIn(a, whole.first, whole.last);
  }
  const hit = met ? clause.subjects : throwsObject || intransitive(verb) ? on : [...direct, ...on];
  const patients = withCounted(a, hit).filter(
    (n) => !isDate(a, n) && !FLAMES.test(a.doc.tokens[nounAt(a, n).head]!.lower),
  );
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
    agents: agents.filter(
      (n) => !isDate(a, n) && !isWhere(a, clause, n) && (status === 'occurred' || partyOf(a, n).kind !== 'state'),
    ), // "police held him on suspicion of planning to bomb"
    parties: [],
    scene: [],
    patients,
    ...settingOf(a, clause, first, last),
    definite: agents.length > 0 && agents.every((n) => isDefinite(a, nounAt(a, n)) && isPerpetrator(a, nounAt(a, n))),
    another: /^(?:again|also)$/.test(a.doc.tokens[verb.first - 1]?.lower ?? '') || isFurther(a, clause),
    pattern: false,
    adds: false,
  };
}

/** "were executed in 2008 for their roles in the attacks": by a court, for an act that is told. */
const isPunishment = (a: Analysis, { verb, prepositional }: Clause): boolean =>
  verb.passive &&
  !prepositional.some(({ preposition }) => preposition === 'by') &&
  prepositional.some(
    ({ preposition, noun }) =>
      preposition === 'for' &&
      (/^(?:role|part|involvement|crime|murder)$/.test(headLemma(a, nounAt(a, noun))) ||
        nounEntry(a, nounAt(a, noun)) !== undefined),
  );

/** Is the gerund said of the act right before it? */
const isOfAct = (a: Analysis, { verb }: Clause): boolean => {
  const noun = a.phrases.nouns[a.phrases.nounAt[verb.first - 1] ?? -1];
  return noun !== undefined && nounEntry(a, noun) !== undefined;
};

/** "Also on Friday, a bomb …", "Separately, …": the sentence goes on to another act. */
const isFurther = (a: Analysis, { sentence }: Clause): boolean =>
  /^(?:also|separately|elsewhere|meanwhile)$/.test(a.doc.tokens[a.doc.sentences[sentence]!.first]!.lower);

/** "rebels dynamited four pylons": a past tense that was taken for a participle, as attackers before it and what is hit behind it show. */
const isActive = (a: Analysis, { verb, subjects, objects }: Clause): boolean =>
  verb.form === 'participle' &&
  objects.length > 0 &&
  nounAt(a, objects[0]!).first === verb.last &&
  subjects.some((n) => isPerpetrator(a, nounAt(a, n)) && nounAt(a, n).last === verb.first);

/** "its car bombs broke up a conference": whatever a bomb does to something. */
function meansAct(a: Analysis, { verb, subjects, objects, prepositional, index }: Clause): VerbEntry | null {
  if (verb.form !== 'finite' || !verb.past || verb.passive || LIES.has(verb.lemma)) return null;
  // "mortar rounds fell on the airport"
  if (!objects.length && !(COMES_DOWN.test(verb.lemma) && prepositional.length)) return null;
  const told = a.clauses[index - 1]?.objects ?? []; // "strikes destroyed two bombs, …"
  const bombs = subjects.some((n) => {
    const { first, head } = nounAt(a, n);
    if (told.includes(n)) return false;
    return BOMBS.test(a.doc.tokens[head]!.lemma) && weaponsIn(a, first, head + 1).some((w) => w.type === 'explosives');
  });
  return bombs ? { word: EVENT_VERBS.get('bomb')!, throwsObject: false, stopped: false } : null;
}
const BOMBS = /^(?:bomb|car-bomb|ied|mine|landmine|missile|rocket|grenade|shell|round|salvo)$/;
const COMES_DOWN = /^(?:fall|land|rain|crash)$/;
const LIES = new Set(
  'be have contain weigh carry look belong need cost include mean say resemble use fail miss propel'.split(' '),
);

/** "Two hideouts were raided and four men were arrested": who arrests also raids. */
const isBySecurityForces = (a: Analysis, { verb, sentence, index, prepositional }: Clause): boolean =>
  verb.passive &&
  !prepositional.some((p) => p.preposition === 'by') &&
  [a.clauses[index - 1], a.clauses[index + 1]].some(
    (near) =>
      near?.sentence === sentence && /^(?:arrest|detain|capture|seize|recover|confiscate)$/.test(near.verb.lemma),
  );

/** "Railway bridge at Kolpur blown up": without a finite verb it is the first noun of the chain that was hit. */
function telegraphic(a: Analysis, clause: Clause, subject: number): number {
  const { verb, sentence, index } = clause;
  if (verb.form !== 'participle' || a.clauses[index - 1]?.sentence === sentence) return subject;
  if (a.clauses[index + 1]?.sentence === sentence && a.clauses[index + 1]!.verb.finite) return subject;
  let n = subject;
  while (
    n > 0 &&
    a.doc.tokens[nounAt(a, n).first - 1]?.pos === 'IN' &&
    nounAt(a, n - 1).last === nounAt(a, n).first - 1
  )
    n--;
  return nounAt(a, n).first >= a.doc.sentences[sentence]!.first ? n : subject;
}

/** What attackers do besides: "the gunmen burst in", "a suicide bomber got past the guards". It only adds to what is told. */
function perpetratorMention(a: Analysis, clause: Clause): EventMention | null {
  const { verb } = clause;
  if (GOVERNING_VERBS.has(verb.lemma)) return null;
  if (verb.perfect && /^ha(?:s|ve)$/.test(a.doc.tokens[verb.first]!.lower)) return null; // "militants have stepped up their attacks"
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
    scene: [],
    patients: clause.prepositional
      .filter((p) => /^(?:on|upon|into|at|against)$/.test(p.preposition) && !isDate(a, p.noun))
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
  'be have seem appear live come want plan know believe belong link tie affiliate align connect include remain flee escape surrender confess plead'.split(
    ' ',
  ),
);

/** When and where by the clause, else by the clauses before it that have the same subject: "walked in on Friday, shot at …". */
function settingOf(a: Analysis, clause: Clause, first: number, last: number): ReturnType<typeof setting> {
  const own = setting(a, first, last, clause.verb.head);
  const inserted = a.clauses[clause.index - 1]; // "on Wednesday when a car stuffed with explosives was blown up"
  const when =
    clause.marker === 'when' ||
    (inserted?.sentence === clause.sentence &&
      inserted.marker === 'when' &&
      inserted.verb.form === 'participle' &&
      (inserted.subjects[0] === clause.subjects[0] || a.doc.tokens[clause.verb.first - 1]!.text === ','));
  if (!own.dates.length && when) own.dates = dayBeforeWhen(a, clause);
  const anchored = within(a.dates, clause.first - 6, clause.first + 1).at(-1); // "a day after two bombers killed …"
  if (anchored?.kind === 'anchored' && anchored.start !== null && anchored.last >= clause.first - 1)
    own.dates = [anchored];
  let before = a.clauses[clause.index - 1];
  let from = first;
  while (
    before?.sentence === clause.sentence &&
    before.subjects.length > 0 &&
    before.subjects[0] === clause.subjects[0] &&
    !(clause.verb.form === 'gerund' && JUDGED.has(before.verb.lemma)) // "convicted in 1988 of planting the bomb"
  ) {
    from = Math.min(from, extentOf(a, before)[0]);
    before = a.clauses[before.index - 1];
  }
  if (from === first) return own;
  const wide = setting(a, from, last, clause.verb.head);
  return { dates: own.dates.length ? own.dates : wide.dates, places: own.places.length ? own.places : wide.places };
}

const JUDGED = new Set([
  'convict',
  'charge',
  'accuse',
  'sentence',
  'indict',
  'jail',
  'acquit',
  'suspect',
  'arrest',
  'try',
]);

/** "the attack in Jolo, Philippines, which killed 20": it was not the place that did. */
const isWhere = (a: Analysis, { marker }: Clause, n: number): boolean =>
  (marker === 'which' || marker === 'that') &&
  (a.names.placeAt(nounAt(a, n).head) !== null ||
    a.names.actorAt(nounAt(a, n).head)?.actor.kind === 'government' ||
    (a.doc.tokens[nounAt(a, n).head]!.pos === 'NNP' &&
      a.names.actorAt(nounAt(a, n).head) === null &&
      a.doc.tokens[nounAt(a, n).first - 1]?.lower === ','));

/** "since July 5, when gunmen stormed …": the day right before. */
function dayBeforeWhen(a: Analysis, { verb, sentence }: Clause): DateMention[] {
  let when = verb.first - 1;
  const { first } = a.doc.sentences[sentence]!;
  while (when > first && a.doc.tokens[when]!.lower !== 'when') when--;
  const date = within(a.dates, Math.max(first, when - 8), when).at(-1);
  if (!date || date.last < when - 1) return [];
  if (date.named?.start && date.named.end) return [{ ...date, start: date.named.start, end: date.named.end }];
  return date.start !== null && date.end !== null ? [date] : [];
}

/** "the two explosions tore into a crowd": the act that acts lends its type. */
function eventAgent(a: Analysis, agents: number[]): EventWord | undefined {
  for (const n of agents) {
    const entry = EVENT_NOUNS.get(headLemma(a, nounAt(a, n)));
    if (entry && entry.type !== 'unknown') return entry;
  }
  return undefined;
}

const intransitive = ({ lemma, particle }: Clause['verb']): boolean =>
  lemma === 'explode' ||
  lemma === 'detonate' ||
  lemma === 'go' ||
  lemma === 'open' ||
  lemma === 'fire' ||
  (lemma === 'set' && particle === 'off');

const TEARS = new Set(['rip', 'tear', 'blast', 'slam', 'burst']);

/** "set fire to a bank", "was set on fire": not what is hit. */
const FLAMES = /^(?:fire|alight|ablaze)$/;

/** With those of whom "a group of cyclists" is made up. */
const withCounted = (a: Analysis, nouns: number[]): number[] =>
  nouns.flatMap((n) => {
    const whole = quantified(a, n);
    return whole === n ? [n] : [n, whole];
  });

const byAgents = (clause: Clause): number[] =>
  clause.prepositional.filter((p) => p.preposition === 'by').map((p) => p.noun);

/** "a plan to attack", "an attempt to kill": the subject of the clause before is not who does it. */
const governedByNoun = (a: Analysis, { verb }: Clause): boolean => {
  const noun = verb.form === 'infinitive' ? a.phrases.nouns[a.phrases.nounAt[verb.first - 1] ?? -1] : undefined;
  return noun !== undefined && GOVERNING_NOUNS.has(a.doc.tokens[noun.head]!.lemma);
};
