/** Who tells whom, and whether of danger or care: what the rules of warnings ask of a clause. */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { isDangerous, isDated, speakerOf } from '../danger.js';
import { ADDRESSEES, CARE, CAREFUL } from '../lexicon/warnings.js';
import type { ActorEntity } from '../names/entities.js';
import { headLemma, isPronoun, nounAt } from '../nouns.js';

/** Passive, or made so by a form of "be" that the tagger cut off: "had been told". */
export function isPassive({ doc }: Analysis, { verb, prepositional }: Clause): boolean {
  if (verb.lemma === 'call' && prepositional.some(({ preposition }) => preposition === 'on')) return false;
  const { pos, lower } = doc.tokens[verb.first - 1] ?? { pos: '', lower: '' };
  return (
    verb.passive ||
    (verb.first === verb.head &&
      pos.startsWith('VB') &&
      /^(?:is|are|was|were|been|be|being)$/.test(lower) &&
      !verb.progressive)
  );
}

/** The actor who is the subject; null for "it", "who" and the like that stand for no one known. */
export function subjectOf(a: Analysis, clause: Clause): ActorEntity | null {
  const n = clause.subjects[0];
  if (n === undefined) return null;
  const np = nounAt(a, n);
  const { lower, pos } = a.doc.tokens[np.head]!;
  if (pos === 'EX' || pos === 'DT' || /^(?:what|which|that)$/.test(lower)) return null;
  if (/^(?:i|we)$/.test(lower)) return speakerOf(a, clause) ?? (a.publisher ? headingOffice(a) : null);
  if (isPronoun(a, np)) return a.names.referent(np.first, np.last) ?? speakerIfSame(a, clause, lower);
  if (/^(?:nobody|no-one|none)$/.test(lower) || a.doc.tokens[np.first]!.lower === 'no') return null;
  // "the governor of X", where the parser took X
  const host = a.doc.tokens[np.first - 1]?.lower === 'of' && n > 0 ? nounAt(a, n - 1) : null;
  if (host && host.last === np.first - 1 && OFFICE_HOLDERS.has(headLemma(a, host)))
    return a.names.actorFor(host.first, host.last);
  return a.names.actorFor(np.first, np.last);
}

const OFFICE_HOLDERS: ReadonlySet<string> = new Set(
  'governor mayor minister president head chief commissioner ambassador ministry embassy department council police director'.split(
    ' ',
  ),
);

/** The office or the person in whose name the report is headed. */
function headingOffice(a: Analysis): ActorEntity | null {
  const last = a.doc.sentences[1]?.last ?? a.doc.tokens.length;
  return (
    within(a.names.actorMentions, 0, last).find(({ actor }) => /^(?:agency|government|person)$/.test(actor.kind))
      ?.actor ?? null
  );
}

/** "A friend said that he warned police": he is the friend where no one else was named. */
function speakerIfSame(a: Analysis, clause: Clause, pronoun: string): ActorEntity | null {
  const speaker = speakerOf(a, clause);
  return speaker && /^(?:he|she)$/.test(pronoun) && speaker.kind === 'person' ? speaker : null;
}

/** The subject of the sentence's first clause: "The government had intelligence about a plan, which led to an advisory". */
export function firstSubject(a: Analysis, clause: Clause): ActorEntity | null {
  return subjectOf(a, firstClause(a, clause));
}

export function firstClause(a: Analysis, clause: Clause): Clause {
  let c = clause.index;
  while (c > 0 && a.clauses[c - 1]!.sentence === clause.sentence) c--;
  return a.clauses[c]!;
}

/** "Britain followed with an advisory, which spoke of an increased threat": Britain speaks. */
export function relativeIssuer(a: Analysis, clause: Clause): ActorEntity | null {
  return clause.marker === 'which' && clause.parent >= 0 ? subjectOf(a, a.clauses[clause.parent]!) : null;
}

export function byWhom(a: Analysis, clause: Clause): ActorEntity | null {
  const by = clause.prepositional.find(({ preposition }) => preposition === 'by');
  return by ? (addressee(a, by.noun)[0] ?? null) : null;
}

/** The actor of a noun phrase that may be told something. */
export function addressee(a: Analysis, n: number): ActorEntity[] {
  const np = nounAt(a, n);
  if (isPronoun(a, np)) {
    const known = a.names.referent(np.first, np.last);
    return known ? [known] : [];
  }
  if (!/^(?:NN|NNS|NNP|JJ|CD)$/.test(a.doc.tokens[np.head]!.pos)) return [];
  if (isDated(a, np.first, np.last)) return [];
  const { last } = nounAt(a, n);
  const of =
    a.doc.tokens[last]?.lower === 'of' && /^(?:chief|head|member|citizen|resident)$/.test(headLemma(a, np))
      ? a.phrases.nounAt[last + 1]
      : undefined;
  return [a.names.actorFor(np.first, of !== undefined && of > n ? nounAt(a, of).last : np.last)];
}

export const isAddressee = (a: Analysis, n: number): boolean => {
  const np = nounAt(a, n);
  const actor = a.names.actorAt(np.head)?.actor;
  if (actor?.kind === 'population') return true;
  const lemma = headLemma(a, np);
  return ADDRESSEES.has(lemma) || ADDRESSEES.has(lemma.split('-').at(-1)!);
};

/** The clause of care that a verb of telling governs: "to leave at once". */
export function adviceOf(a: Analysis, clause: Clause): Clause | null {
  for (let c = clause.index + 1; c < Math.min(a.clauses.length, clause.index + 4); c++) {
    const next = a.clauses[c]!;
    if (next.sentence !== clause.sentence) return null;
    if (next.verb.form !== 'infinitive') continue;
    return isCare(a, next) ? next : null;
  }
  return null;
}

function isCare(a: Analysis, { verb, sentence }: Clause): boolean {
  const lemma = verb.particle ? `${verb.lemma}_${verb.particle}` : verb.lemma;
  if (CARE.has(lemma) || CARE.has(verb.lemma)) return true;
  const end = Math.min(a.doc.sentences[sentence]!.last, verb.last + 8);
  return CAREFUL.test(textLower(a, Math.max(0, verb.first - 2), end));
}

/** "Stay in your homes," the force tells residents. */
export function isQuotedCare(a: Analysis, clause: Clause): boolean {
  const { first } = a.doc.sentences[clause.sentence]!;
  const said = textLower(a, first, clause.verb.first);
  return /["“”]/.test(said) && (CAREFUL.test(said) || /\b(?:stay|leave|avoid|hide|run|look for)\b/.test(said));
}

const textLower = ({ doc }: Analysis, first: number, last: number): string =>
  doc.tokens
    .slice(first, last)
    .map(({ lower }) => lower)
    .join(' ');

/** "tells American-flagged ships to stay": where the words between were not read as an object. */
export function wordsToldTo(a: Analysis, clause: Clause, advice: Clause): ActorEntity[] {
  const { first } = advice.verb;
  const head = a.doc.tokens[first - 1];
  if (!head || first - clause.verb.last < 1 || first - clause.verb.last > 8 || !/^[\p{L}-]+$/u.test(head.text))
    return [];
  return [a.names.actorFor(clause.verb.last, first)];
}

export const isCivil = ({ kind, of, roles }: ActorEntity): boolean =>
  (kind === 'population' || kind === 'person') &&
  !(of && /^(?:agency|government)$/.test(of.kind)) &&
  !roles.some((role) =>
    /minister|president|general|secretary|ambassador|chief|governor|mayor|commissioner|officer|head/.test(role),
  );

/** Governments, embassies and ministries, and those who speak for them. */
export const speaksForState = ({ kind, roles }: ActorEntity): boolean =>
  kind === 'government' ||
  kind === 'agency' ||
  roles.some((role) => /^(?:minister|ambassador|secretary|president|spokesman|spokeswoman)$/.test(role));

/** Is danger spoken of in this sentence or near it? */
export function speaksOfDanger(a: Analysis, sentence: number): boolean {
  const from = a.doc.sentences[Math.max(0, sentence - 1)]!.first;
  const to = a.doc.sentences[Math.min(a.doc.sentences.length - 1, sentence)]!.last;
  return isDangerous(a, from, to) || /\bduty to warn\b/.test(textLower(a, from, to));
}

/** Are attacks or attackers, and not only a blast or a risk, spoken of in this sentence or the one before? */
export function speaksOfAttack(a: Analysis, sentence: number): boolean {
  const from = a.doc.sentences[Math.max(0, sentence - 1)]!.first;
  const to = a.doc.sentences[sentence]!.last;
  return /\b(?:attack|attacks|terror\w*|bomb|bombs|bombing|gunm[ae]n|militants?|kidnap\w*|insurgents?|shooting|jihadis\w*|extremis\w*)\b/.test(
    textLower(a, from, to),
  );
}
