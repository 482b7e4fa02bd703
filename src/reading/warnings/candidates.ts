/** Clauses that warn, each with who warns whom. One rule a way of warning; the first that fits a clause is taken. */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { isDangerous, speakerOf } from '../danger.js';
import { ATTACKING } from '../lexicon/threats.js';
import {
  ADVISING_VERBS,
  ADVISORIES,
  CONTINUING_VERBS,
  INFORMING_VERBS,
  ISSUING_VERBS,
  PASSED,
  PASSING_VERBS,
  PROTECTORS,
  RAISED,
  RECEIVING_VERBS,
  RINGING_VERBS,
  RISKS,
  SPEAKING_VERBS,
  TURNING_VERBS,
  WARNING_VERBS,
} from '../lexicon/warnings.js';
import type { ActorEntity } from '../names/entities.js';
import { followedBy, headLemma, isPronoun, nounAt } from '../nouns.js';
import type { Warning } from '../schema.js';
import {
  addressee,
  adviceOf,
  byWhom,
  firstClause,
  firstSubject,
  isAddressee,
  isCivil,
  isPassive,
  isQuotedCare,
  relativeIssuer,
  speaksForState,
  speaksOfAttack,
  speaksOfDanger,
  subjectOf,
  wordsToldTo,
} from './telling.js';

export interface Candidate {
  clause: Clause;
  sentence: number;
  issuer: ActorEntity | null;
  recipients: ActorEntity[];
  /** First token of what is told: the danger, the place, the targets stand from here on. */
  from: number;
  /** The clause of what people are told to do. */
  advice: Clause | null;
  /** Another warning of what was warned of before. */
  again: boolean;
  /** "this information", "its warning": tells what the warning before told. */
  refers: boolean;
  inherits: Warning | null;
  /** Goes on with the warning of the sentence before. */
  continues: boolean;
  /** Told by a private person to those who protect: `about` is a person. */
  civil: boolean;
}

/** Candidates in the order of the text. */
export function findCandidates(a: Analysis): Candidate[] {
  const out: Candidate[] = [];
  for (const clause of a.clauses) {
    if (clause.verb.negated || isHypothetical(clause)) continue;
    const found =
      RULES.reduce<Candidate | null>((done, rule) => done ?? rule(a, clause), null) ??
      continuation(a, clause, out.at(-1));
    if (!found) continue;
    out.push(found);
    if (found.again)
      for (let k = 1; k < datesIn(a, clause).length; k++) out.push({ ...found, from: datesIn(a, clause)[k]!.first });
  }
  return out;
}

const datesIn = (a: Analysis, clause: Clause) => {
  const { first, last } = a.doc.sentences[clause.sentence]!;
  return within(a.dates, first, last).filter((date) => date.start !== null && date.start === date.end);
};

const isHypothetical = ({ verb, marker }: Clause): boolean =>
  (verb.modal !== null && !verb.perfect) || marker === 'if' || marker === 'unless';

type Rule = (a: Analysis, clause: Clause) => Candidate | null;

const make = (
  clause: Clause,
  issuer: ActorEntity | null,
  recipients: ActorEntity[],
  more: Partial<Candidate> = {},
): Candidate => ({
  clause,
  sentence: clause.sentence,
  issuer,
  recipients,
  from: clause.verb.last,
  advice: null,
  again: false,
  refers: false,
  inherits: null,
  continues: false,
  civil: false,
  ...more,
});

/** "The embassy warned Iran of an attack", "locals warned the police", "was warned by India". */
const warns: Rule = (a, clause) => {
  const { verb } = clause;
  if (!WARNING_VERBS.has(verb.lemma) || verb.form === 'infinitive') return null;
  const passive = isPassive(a, clause);
  const issuer = passive ? byWhom(a, clause) : subjectOf(a, clause);
  const told = passive ? clause.subjects : clause.objects;
  const recipients = told.flatMap((n) => addressee(a, n));
  if (!issuer && !recipients.length) return null;
  // "went to military intelligence with a file and warned that…": who was gone to was warned.
  if (!recipients.length) recipients.push(...wentTo(a, clause));
  const { last } = a.doc.sentences[clause.sentence]!;
  const advice = adviceOf(a, clause);
  // A group warns people off; what it warns an enemy of is a threat.
  const armed = issuer?.kind === 'group' || issuer?.of?.kind === 'group';
  if (armed && !recipients.some(({ kind }) => kind === 'population')) return null;
  const dangerous =
    isDangerous(a, verb.last, last) || isDangerous(a, clause.first, verb.first) || namesGroup(a, verb.last, last);
  if (!dangerous && !advice && !(issuer && isCivil(issuer))) return null;
  return make(clause, issuer, recipients, { civil: issuer !== null && isCivil(issuer) && !armed, advice });
};

/** Is a group named or referred to among the tokens [first, last)? */
function namesGroup(a: Analysis, first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    if (a.names.actorAt(i)?.actor.kind === 'group') return true;
    if (a.doc.tokens[i]!.lower === 'the' && a.names.referent(i, Math.min(i + 2, last))?.kind === 'group') return true;
  }
  return false;
}

function wentTo(a: Analysis, clause: Clause): ActorEntity[] {
  const before = a.clauses[clause.index - 1];
  if (!before || before.sentence !== clause.sentence || !/^(?:go|turn|write|travel|come)$/.test(before.verb.lemma))
    return [];
  return before.prepositional
    .filter(({ preposition }) => preposition === 'to')
    .flatMap(({ noun }) => addressee(a, noun));
}

/** "urged its nationals to leave", "asked the public to be watchful", "tells ships to stay out of the sea". */
const advises: Rule = (a, clause) => {
  if (!ADVISING_VERBS.has(clause.verb.lemma) || clause.verb.form === 'infinitive') return null;
  if (isPassive(a, clause)) return advised(a, clause);
  const told = [
    ...clause.objects,
    ...clause.prepositional.filter(({ preposition }) => preposition === 'on').map(({ noun }) => noun),
  ];
  const issuer = subjectOf(a, clause);
  if (!issuer) return null;
  // A group tells people at large to keep away; what it tells its own is no warning.
  if (issuer.kind === 'group' || issuer.of?.kind === 'group') {
    const keep = adviceOf(a, clause);
    const off = told.filter((n) => isAddressee(a, n)).flatMap((n) => addressee(a, n));
    return keep && off.length ? make(clause, issuer, off, { advice: keep }) : null;
  }
  const travel = clause.prepositional.find(
    ({ preposition, noun }) =>
      preposition === 'against' && /^(?:travel|trip|visit)$/.test(headLemma(a, nounAt(a, noun))),
  );
  if (travel)
    return make(
      clause,
      issuer,
      told.filter((n) => isAddressee(a, n)).flatMap((n) => addressee(a, n)),
    );
  const advice = adviceOf(a, clause);
  const people = told.filter((n) => isAddressee(a, n));
  const quoted = !advice && clause.verb.lemma === 'tell' && people.length > 0 && isQuotedCare(a, clause);
  if (!quoted && !advice) return null;
  if (!people.length && !told.length && advice) return make(clause, issuer, wordsToldTo(a, clause, advice), { advice });
  if (!people.length) return null;
  return make(
    clause,
    issuer,
    people.flatMap((n) => addressee(a, n)),
    { advice },
  );
};

/** "Residents are urged to keep away": by whom is often not said. */
function advised(a: Analysis, clause: Clause): Candidate | null {
  const people = clause.subjects.filter((n) => isAddressee(a, n)).flatMap((n) => addressee(a, n));
  const advice = adviceOf(a, clause);
  if (!people.length || !advice || !speaksOfAttack(a, clause.sentence)) return null;
  return make(clause, byWhom(a, clause), people, { advice });
}

/** "rang the station and said that a bomb would go off", "phoned the police to say". */
const rings: Rule = (a, clause) => {
  const { verb } = clause;
  if (!RINGING_VERBS.has(verb.lemma) || verb.form !== 'finite') return null;
  const next = a.clauses[clause.index + 1];
  if (next?.sentence !== clause.sentence || !/^(?:say|warn|tell|claim|announce)$/.test(next.verb.lemma)) return null;
  const { last } = a.doc.sentences[clause.sentence]!;
  if (!isDangerous(a, next.verb.last, last)) return null;
  const passive = isPassive(a, clause);
  // One calls and reaches many things: there it must be somebody to be warned.
  const loose = /^(?:call|reach|write|contact|text)$/.test(verb.lemma);
  const told = (passive ? clause.subjects : clause.objects).filter((n) => {
    const np = nounAt(a, n);
    return !a.names.placeAt(np.head) && (!loose || PROTECTORS.has(headLemma(a, np)));
  });
  const recipients = told.flatMap((n) => addressee(a, n)).filter(({ kind }) => kind !== 'group');
  const issuer = passive ? byWhom(a, clause) : subjectOf(a, clause);
  if (!recipients.length) return null;
  return make(clause, issuer, recipients, { from: next.verb.last });
};

/** "had been told by an informer that fighters were gathering", "was tipped off that an attack was coming". */
const isInformed: Rule = (a, clause) => {
  const { verb } = clause;
  const lemma = verb.particle ? `${verb.lemma}_${verb.particle}` : verb.lemma;
  if (!isPassive(a, clause) || !INFORMING_VERBS.has(lemma) || verb.form !== 'finite') return null;
  const recipients = clause.subjects.flatMap((n) => addressee(a, n)).filter(({ kind }) => kind !== 'group');
  const [subject] = clause.subjects;
  if (!recipients.length && subject !== undefined && isPronoun(a, nounAt(a, subject))) {
    const speaker = speakerOf(a, clause); // "Police said they had been tipped off"
    if (speaker && /^(?:agency|government|organisation)$/.test(speaker.kind)) recipients.push(speaker);
  }
  if (!recipients.length) return null;
  const { last } = a.doc.sentences[clause.sentence]!;
  const next = a.clauses[clause.index + 1];
  const ahead =
    next?.sentence === clause.sentence && next.marker === 'that' && (next.verb.modal !== null || next.verb.progressive);
  const of = clause.prepositional.some(({ preposition }) => /^(?:of|about|to)$/.test(preposition));
  if (!ahead && !of) return null;
  return isDangerous(a, verb.last, last) ? make(clause, byWhom(a, clause), recipients) : null;
};

/** "received a warning from the Americans", "had got a tip that an attack was planned". */
const receives: Rule = (a, clause) => {
  const { verb } = clause;
  if (!RECEIVING_VERBS.has(verb.lemma) || verb.form !== 'finite' || verb.passive) return null;
  const noun = clause.objects.find((n) => {
    const np = nounAt(a, n);
    return (
      /^(?:warning|tip|tip-off|alert|advisory)$/.test(headLemma(a, np)) &&
      !/^(?:no|any|little)$/.test(a.doc.tokens[np.first]!.lower)
    );
  });
  if (noun === undefined || !speaksOfDanger(a, clause.sentence)) return null;
  const from = clause.prepositional.find(({ preposition }) => preposition === 'from');
  const recipient = subjectOf(a, clause);
  if (!recipient || recipient.kind === 'group') return null;
  const issuer = from ? (addressee(a, from.noun)[0] ?? null) : null;
  return make(clause, issuer, [recipient], { from: nounAt(a, noun).last });
};

/** "shared this information with Russian authorities", "passed the substance on to the chiefs of four divisions". */
const passes: Rule = (a, clause) => {
  const { verb } = clause;
  const lemma = verb.particle ? `${verb.lemma}_${verb.particle}` : verb.lemma;
  if ((!PASSING_VERBS.has(verb.lemma) && !PASSING_VERBS.has(lemma)) || verb.form === 'infinitive') return null;
  const passed = verb.passive ? clause.subjects : clause.objects;
  if (!passed.some((n) => PASSED.has(headLemma(a, nounAt(a, n))))) return null;
  const to = clause.prepositional
    .filter(({ preposition }) => preposition === 'to' || preposition === 'with')
    .map(({ noun }) => noun);
  const recipients = to
    .filter((n) => !isPronoun(a, nounAt(a, n)))
    .slice(0, 1)
    .flatMap((n) => addressee(a, n))
    .filter(({ kind }) => kind !== 'group' && kind !== 'organisation');
  const issuer = verb.passive ? byWhom(a, clause) : subjectOf(a, clause);
  const refers = passed.some((n) => /^(?:this|that|the|its|such)$/.test(a.doc.tokens[nounAt(a, n).first]!.lower));
  if (!issuer || !recipients.length || issuer.kind === 'group' || !speaksOfDanger(a, clause.sentence)) return null;
  return make(clause, issuer, recipients, { refers });
};

/** "issued an alert for U.S. citizens", "followed with an advisory", "which led to a public advisory for U.S. citizens". */
const issues: Rule = (a, clause) => {
  const { verb } = clause;
  const nouns = [
    ...(verb.passive ? clause.subjects : clause.objects),
    ...clause.prepositional
      .filter(({ preposition }) => preposition === 'with' || preposition === 'to')
      .map(({ noun }) => noun),
  ];
  const advisory = nouns.find(
    (n) =>
      ADVISORIES.has(headLemma(a, nounAt(a, n))) &&
      !/^(?:no|little|any|without)$/.test(a.doc.tokens[nounAt(a, n).first]!.lower),
  );
  if (advisory === undefined) return rungIn(a, clause);
  const issuing = ISSUING_VERBS.has(verb.lemma) || ISSUING_VERBS.has(`${verb.lemma}_${verb.particle}`);
  const led = verb.lemma === 'lead' || verb.lemma === 'prompt';
  if (!issuing && !led) return null;
  const issuer = verb.passive ? byWhom(a, clause) : led ? firstSubject(a, clause) : subjectOf(a, clause);
  if (!issuer && !verb.passive) return null;
  const rung = RUNG.test(verb.lemma);
  if (issuer?.kind === 'group' && !rung) return null;
  if ((!issuer || issuer.kind === 'group' || rung) && !speaksOfDanger(a, clause.sentence)) return null;
  const followed = [...followedBy(a, nounAt(a, advisory)), ...clause.prepositional];
  const recipients = followed
    .filter(({ preposition }) => preposition === 'for' || preposition === 'to')
    .flatMap(({ noun }) => addressee(a, noun))
    .slice(0, 1);
  const again = verb.lemma === 'repeat' || verb.lemma === 'renew';
  const from = again ? verb.last : led ? firstClause(a, clause).verb.last : nounAt(a, advisory).last;
  if (!issuer && !recipients.length) return null;
  return make(clause, issuer, recipients, { again, refers: again, from });
};

const RUNG = /^(?:telephone|phone|call|give|make|send|ring)$/;

/** "had telephoned warnings to newspapers", where the tagger took the noun for a verb. */
function rungIn(a: Analysis, clause: Clause): Candidate | null {
  const next = a.clauses[clause.index + 1];
  if (!RUNG.test(clause.verb.lemma) || next?.sentence !== clause.sentence) return null;
  if (!/^warnings?$/.test(a.doc.tokens[next.verb.head]!.lower) || next.verb.first - clause.verb.last > 2) return null;
  const to = next.prepositional.find(({ preposition }) => /^(?:to|for)$/.test(preposition));
  const recipients = to ? addressee(a, to.noun) : [];
  const issuer = isPassive(a, clause) ? byWhom(a, clause) : subjectOf(a, clause);
  if (!issuer || !recipients.length || !speaksOfDanger(a, clause.sentence)) return null;
  return make(clause, issuer, recipients, { from: next.verb.last });
}

/** "said that there was an elevated risk of attacks", "spoke of a very high threat of a terrorist attack". */
const speaksOfRisk: Rule = (a, clause) => {
  if (!SPEAKING_VERBS.has(clause.verb.lemma) || clause.verb.form !== 'finite') return null;
  const issuer = subjectOf(a, clause) ?? relativeIssuer(a, clause);
  if (!issuer || !speaksForState(issuer)) return null;
  const { last } = a.doc.sentences[clause.sentence]!;
  for (let i = clause.verb.last; i < Math.min(last, clause.verb.last + 12); i++) {
    const n = a.phrases.nounAt[i]!;
    if (n < 0 || nounAt(a, n).head !== i || !RISKS.has(a.doc.tokens[i]!.lemma)) continue;
    const { first } = nounAt(a, n);
    if (!a.doc.tokens.slice(first, i).some(({ lower }) => RAISED.has(lower))) continue;
    return make(clause, issuer, [], { from: i });
  }
  return null;
};

/** "had reported Abedi", "contacted authorities after Abedi said", "phoned the hotline": people to those who protect them. */
const turnsTo: Rule = (a, clause) => {
  const { verb } = clause;
  if (
    !TURNING_VERBS.has(verb.particle === 'off' ? `${verb.lemma}_off` : verb.lemma) ||
    verb.passive ||
    verb.form !== 'finite'
  )
    return null;
  const issuer = subjectOf(a, clause);
  if (!issuer || !isCivil(issuer)) return null;
  const nouns = [
    ...clause.objects,
    ...clause.prepositional.filter(({ preposition }) => preposition === 'to').map(({ noun }) => noun),
  ];
  const protectors = nouns.filter((n) => PROTECTORS.has(headLemma(a, nounAt(a, n))));
  const reported =
    verb.lemma === 'report' && clause.objects.some((n) => a.names.actorAt(nounAt(a, n).head)?.actor.kind === 'person');
  if (!protectors.length && !reported) return null;
  return make(
    clause,
    issuer,
    protectors.flatMap((n) => addressee(a, n)),
    { civil: true },
  );
};

/** "a caller had told the embassy that an airliner would be bombed". */
const tellsOfPlan: Rule = (a, clause) => {
  const lemma = clause.verb.particle ? `${clause.verb.lemma}_${clause.verb.particle}` : clause.verb.lemma;
  if (!INFORMING_VERBS.has(lemma) || isPassive(a, clause) || clause.verb.form !== 'finite') return null;
  const recipients = clause.objects
    .flatMap((n) => addressee(a, n))
    .filter(
      ({ kind, name }) =>
        (kind === 'agency' || kind === 'government') && !/\b(?:court|tribunal|parliament)\b/i.test(name),
    );
  const next = a.clauses[clause.index + 1];
  if (!recipients.length || next?.sentence !== clause.sentence || next.marker !== 'that') return null;
  const ahead =
    next.verb.modal !== null || next.verb.progressive || /^(?:plan|plot|prepare|intend)$/.test(next.verb.lemma);
  if (!ahead || !(ATTACKING.has(next.verb.lemma) || isDangerous(a, next.verb.first, next.last))) return null;
  const issuer = subjectOf(a, clause);
  return issuer && issuer.kind !== 'group' ? make(clause, issuer, recipients) : null;
};

/** "The first message went from Indian intelligence to its counterpart." */
const messageGoes: Rule = (a, clause) => {
  if (
    !/^(?:go|come|pass|reach)$/.test(clause.verb.lemma) ||
    !clause.subjects.some((n) => /^(?:message|warning|alert|tip|memorandum|letter)$/.test(headLemma(a, nounAt(a, n))))
  )
    return null;
  const one = (preposition: string) => clause.prepositional.find((p) => p.preposition === preposition)?.noun;
  const [from, to] = [one('from'), one('to')];
  if (from === undefined) return null;
  return make(clause, addressee(a, from)[0] ?? null, to === undefined ? [] : addressee(a, to));
};

const RULES: readonly Rule[] = [
  messageGoes,
  warns,
  rings,
  passes,
  issues,
  receives,
  advises,
  isInformed,
  tellsOfPlan,
  speaksOfRisk,
  turnsTo,
];

/** "It listed government buildings as possible targets": goes on with the warning of the sentence before. */
function continuation(a: Analysis, clause: Clause, before: Candidate | undefined): Candidate | null {
  if (
    !before ||
    clause.sentence !== before.sentence + 1 ||
    clause.verb.form !== 'finite' ||
    !CONTINUING_VERBS.has(clause.verb.lemma)
  )
    return null;
  const n = clause.subjects[0];
  if (n === undefined) return null;
  const np = nounAt(a, n);
  const pronoun = a.doc.tokens[np.head]!.lower === 'it';
  if (!pronoun && a.names.referent(np.first, np.last)?.id !== before.issuer?.id) return null;
  return make(clause, before.issuer, [], { continues: true });
}
