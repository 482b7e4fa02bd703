/** What warnings and threats have in common: words for danger, those at whom it is aimed, and who says so. */
import { type Analysis, within } from './analysis.js';
import { sayerAt } from './attributions/voices.js';
import type { Clause } from './clauses.js';
import { spanOf, type Token, textOf } from './doc.js';
import { mayBe } from './forms.js';
import type { ActorEntity } from './names/entities.js';
import { nounAt } from './nouns.js';
import type { NounPhrase } from './phrases.js';
import type { Span } from './schema.js';
import { personBefore } from './who.js';

/** Nouns and verbs, by lemma, that say what the danger is. */
const DANGER = new Set(
  `attack strike bomb bombing blast explosion shooting violence terror terrorism terrorist threat risk danger plot kidnapping abduction hostage
  assault militant extremist gunman assassination hijacking jihadist insurgent bomber unrest raid massacre killing fighter rebel militia hijack explosive target radicalise radicalize extremism
  ambush stabbing missile dynamite abduct behead kidnap murder kill suicide-bomber plotter attacker cell kidnapper threaten infiltrate sabotage arson shoot grenade`.split(
    /\s+/,
  ),
);

/** Of these, and beside them, those that tell of violence by their own. */
const GRAVE = new Set(
  `attack bomb bombing terror terrorism terrorist plot kidnapping abduction hostage assault militant extremist gunman assassination hijacking jihadist insurgent bomber massacre rebel militia
  explosive shooting ambush stabbing attacker plotter jihadi rocket islamist kidnap abduct detonate jihad kidnapper gunmen warhead grenade incendiary extremism`.split(
    /\s+/,
  ),
);

const mayBeGrave = mayBe(GRAVE);
const isGraveWord = ({ form, lemma }: Token): boolean => mayBeGrave(form) && GRAVE.has(lemma);

/** Is there a grave word in the sentences from..to? */
export function isGrave({ doc }: Analysis, from: number, to: number): boolean {
  const start = doc.sentences[Math.max(0, from)]?.first ?? 0;
  const end = to < 0 ? 0 : (doc.sentences[Math.min(doc.sentences.length - 1, to)]?.last ?? 0);
  for (let i = start; i < end; i++) if (isGraveWord(doc.tokens[i]!)) return true;
  return false;
}

/** How many grave words the report has. */
export function countGrave(a: Analysis): number {
  let count = graves.get(a);
  if (count === undefined) {
    count = a.doc.tokens.reduce((sum, token) => sum + (isGraveWord(token) ? 1 : 0), 0);
    graves.set(a, count);
  }
  return count;
}
const graves = new WeakMap<Analysis, number>();

/** Is there a word of danger among the tokens [first, last)? */
export function isDangerous({ doc }: Analysis, first: number, last: number): boolean {
  for (let i = first; i < last; i++)
    if (
      (DANGER.has(doc.tokens[i]!.lemma) && !isVenture(doc.tokens[i]!)) ||
      (DANGER.has(doc.tokens[i]!.lower) && !isVenture(doc.tokens[i]!))
    )
      return true;
  return false;
}

/** "they risk losing their accounts": the verb is no danger to others. */
const isVenture = ({ lemma, pos }: Token): boolean => lemma === 'risk' && pos.startsWith('VB');

/** No date has more tokens. */
const LONGEST_DATE = 12;

/** Is any of the tokens [first, last) part of a date? */
export const isDated = ({ dates }: Analysis, first: number, last: number): boolean =>
  within(dates, first - LONGEST_DATE, last + LONGEST_DATE).some((date) => date.first < last && first < date.last);

/** Character span of the sentence that a clause stands in. */
export function sentenceSpan({ doc }: Analysis, sentence: number): Span {
  const { first, last } = doc.sentences[sentence]!;
  return spanOf(doc, first, last);
}

/**
 * The words of a noun phrase without its article, with what hangs on it by "of" or "with": "places of worship",
 * "vessels with links to Israel".
 */
export function fullWords(a: Analysis, n: number): string {
  const { tokens } = a.doc;
  const np = nounAt(a, n);
  let first = np.first;
  // "the lives of people": it is the people that are aimed at.
  if (
    /^(?:life|safety|security|stability)$/.test(tokens[np.head]!.lemma) &&
    tokens[np.last]?.lower === 'of' &&
    a.phrases.nounAt[np.last + 1] === n + 1
  )
    return fullWords(a, n + 1);
  while (first < np.head && (tokens[first]!.pos === 'DT' || tokens[first]!.lower === 'the')) first++;
  let { last } = np;
  let end = n;
  while (/^(?:of|with)$/.test(tokens[last]?.lower ?? '') && a.phrases.nounAt[last + 1] === end + 1) {
    if (/^(?:warning|notice)$/.test(tokens[nounAt(a, end + 1).head]!.lower)) break; // "attack targets with little warning"
    end++;
    last = nounAt(a, end).last;
  }
  // "vessels with links to Israel"
  if (
    end > n &&
    tokens[last]?.lower === 'to' &&
    tokens[nounAt(a, end).first - 1]?.lower === 'with' &&
    a.phrases.nounAt[last + 1] === end + 1
  )
    last = nounAt(a, end + 1).last;
  return textOf(a.doc, first, last);
}

/** Is noun phrase n governed by "of" behind another, and so part of that one's words? */
export function isPartOfPrevious(a: Analysis, n: number): boolean {
  const before = a.doc.tokens[nounAt(a, n).first - 1];
  return (
    (before?.lower === 'of' || before?.lower === 'with') && n > 0 && nounAt(a, n - 1).last === nounAt(a, n).first - 1
  );
}

/** What is aimed at, by phrases: "U.S. or Western interests" and "our allies and friends" are one each, though each was read as two. */
export function aimedAt(a: Analysis, nouns: readonly number[]): string[] {
  const out: string[] = [];
  for (let k = 0; k < nouns.length; k++) {
    const n = nouns[k]!;
    if (isPartOfPrevious(a, n) && nouns.includes(n - 1)) continue;
    const np = nounAt(a, n);
    if (out.length && GENERAL.has(a.doc.tokens[np.head]!.lemma) && OTHER.has(a.doc.tokens[np.first]!.lower)) continue;
    if (nouns[k + 1] !== undefined && nounAt(a, nouns[k + 1]!).owner === n) continue; // "workers' camps": the camps
    const last = oneWith(a, nouns, k);
    const listed = membersOf(a, n);
    if (last > k) {
      out.push(
        textOf(a.doc, a.doc.tokens[np.first]!.pos === 'DT' ? np.first + 1 : np.first, nounAt(a, nouns[last]!).last),
      );
      k = last;
    } else if (!listed.length || !GENERAL.has(a.doc.tokens[np.head]!.lemma)) out.push(fullWords(a, n));
    for (const m of listed) if (!nouns.includes(m)) out.push(fullWords(a, m));
  }
  return out;
}

/** Heads that a list behind "including" spells out. */
const GENERAL: ReadonlySet<string> = new Set(
  'target place site location interest facility venue area spot institution building'.split(' '),
);

/** "and other places": names nobody. */
const OTHER: ReadonlySet<string> = new Set(['other', 'any', 'unnamed', 'unspecified']);

/** "American, French and British interests": index of the phrase that ends what begins with the one at `k`; `k` itself mostly. */
function oneWith(a: Analysis, nouns: readonly number[], k: number): number {
  let end = k;
  for (;;) {
    const np = nounAt(a, nouns[end]!);
    const next = nouns[end + 1] === undefined ? null : nounAt(a, nouns[end + 1]!);
    if (!next) return k;
    if (isOneWith(a, np, next)) return end + 1;
    const goesOn = isAdjective(a, np) && next.first === np.last + 1;
    // "American, French and British interests": the last two were read as one phrase
    const inside = a.doc.tokens.slice(next.first, next.head).some(({ lower }) => lower === 'and' || lower === 'or');
    if (goesOn && inside && a.doc.tokens[np.last]!.text === ',') return end + 1;
    const listed = goesOn && isAdjective(a, next);
    if (!listed || a.doc.tokens[np.last]!.text !== ',') return k;
    end++;
  }
}

/** "American" in "American, French and British interests", which was read as a phrase of its own. */
function isAdjective({ doc: { tokens } }: Analysis, { first, last, head }: NounPhrase): boolean {
  const { lower, pos } = tokens[head]!;
  return last - first === 1 && (pos === 'JJ' || /^(?:u\.?s\.?|u\.?k\.?)$|(?:an|ish|ese|ern|ch|li)$/.test(lower));
}

/** Does the next phrase go on with this one: an adjective joined to another ("U.S. or Western interests"), or "our allies and friends"? */
function isOneWith(a: Analysis, np: NounPhrase, next: NounPhrase): boolean {
  const { tokens } = a.doc;
  if (next.first !== np.last + 1 || !/^(?:or|and)$/.test(tokens[np.last]!.lower)) return false;
  if (tokens[np.first]!.pos === 'PRP$') return next.last - next.first === 1 && tokens[next.head]!.pos === 'NNS';
  return (
    isAdjective(a, np) &&
    next.head > next.first &&
    /^(?:NN|NNS)$/.test(tokens[next.head]!.pos) &&
    /^(?:JJ|NNP)$/.test(tokens[next.first]!.pos)
  );
}

/** "targets, including embassies, churches and malls": what the list behind a phrase names. */
function membersOf(a: Analysis, n: number): number[] {
  const { tokens, sentences } = a.doc;
  let i = nounAt(a, n).last;
  const { last } = sentences[tokens[i - 1]!.sentence]!;
  if (tokens[i]?.text === ',') i++;
  if (tokens[i]?.lower === 'such' && tokens[i + 1]?.lower === 'as') i += 2;
  else if (tokens[i]?.lower === 'including' || tokens[i]?.lower === 'like') i++;
  else return [];
  const out: number[] = [];
  while (i < last) {
    const m = a.phrases.nounAt[i]!;
    if (m >= 0) {
      if (!isPartOfPrevious(a, m)) out.push(m);
      i = nounAt(a, m).last;
    } else if (/^(?:,|and|or|even|also|of)$/.test(tokens[i]!.lower)) i++;
    else break;
  }
  return out;
}

/** Who says what the clause says; null where the report does. */
export function speakerOf(a: Analysis, clause: Clause): ActorEntity | null {
  const speaker = a.speakers[clause.index];
  if (speaker) {
    const np = nounAt(a, speaker.noun);
    const head = a.doc.tokens[np.head]!;
    if (head.pos === 'EX' || /^(?:we|i|you|who|which|that)$/.test(head.lower) || isThing(a, speaker.noun))
      return speaker.clause >= 0 && speaker.clause !== clause.index ? speakerOf(a, a.clauses[speaker.clause]!) : null;
    if (head.lower === 'he' || head.lower === 'she')
      return personBefore(a, np.first) ?? a.names.referent(np.first, np.last);
    if (head.pos === 'PRP' && !a.names.referent(np.first, np.last)) return null;
    return sayerAt(a, np, a.clauses[speaker.clause]);
  }
  return opinionOf(a, clause) ?? statementSpeaker(a, clause.sentence);
}

const isThing = (a: Analysis, n: number): boolean =>
  /^(?:threat|attack|evidence|group|video|plot|information|sign|indication)$/.test(
    a.doc.tokens[nounAt(a, n).head]!.lemma,
  ) && !a.names.referent(nounAt(a, n).first, nounAt(a, n).last);

/** "in his judgment". */
const tokensOwn = ({ doc }: Analysis, i: number): boolean =>
  OPINIONS.has(doc.tokens[i]!.lower) && doc.tokens[i - 1]?.pos === 'PRP$' && doc.tokens[i - 2]?.lower === 'in';
const OPINIONS: ReadonlySet<string> = new Set([
  'view',
  'opinion',
  'judgment',
  'judgement',
  'assessment',
  'words',
  'estimation',
]);

/** "in the view of the Team", "Several states are concerned that …". */
function opinionOf(a: Analysis, clause: Clause): ActorEntity | null {
  const { first, last } = a.doc.sentences[clause.sentence]!;
  for (let i = first; i + 3 < last; i++) {
    if (tokensOwn(a, i)) return personBefore(a, i - 1) ?? a.names.referent(i - 1, i);
    if (!OPINIONS.has(a.doc.tokens[i]!.lower) || a.doc.tokens[i + 1]!.lower !== 'of') continue;
    const n = a.phrases.nounAt[i + 2]!;
    if (n >= 0) return a.names.actorFor(nounAt(a, n).first, nounAt(a, n).last);
  }
  const parent = a.clauses[clause.parent];
  if (clause.marker !== 'that' || !parent || !/^(?:concern|worry|alarm)$/.test(parent.verb.lemma)) return null;
  const n = parent.subjects[0];
  return n === undefined ? null : a.names.actorFor(nounAt(a, n).first, nounAt(a, n).last);
}

/**
 * The person whose statement the report is: "Speaking today Mr Ellwood said:" at the end of a paragraph, or "Statement by X"
 * at the head. From there on "we" and "I" are theirs.
 */
function statementSpeaker(a: Analysis, sentence: number): ActorEntity | null {
  let known = statements.get(a);
  if (known === undefined) {
    known = findStatement(a);
    statements.set(a, known);
  }
  return known && sentence >= known.from ? known.speaker : null;
}

interface Statement {
  speaker: ActorEntity;
  /** First sentence of the statement. */
  from: number;
}
const statements = new WeakMap<Analysis, Statement | null>();

/** "The Secretary for Interior (Dr. Fred Matiang'i): Mr. Speaker, I rise …": the token of the colon; 0 without one. */
function labelEnd({ doc }: Analysis, first: number, last: number): number {
  let spoken = 0;
  for (let i = first; i < last && i < first + LABEL; i++) if (doc.tokens[i]!.text === ':') spoken = i;
  if (!spoken) return 0;
  for (let i = spoken + 1; i < last; i++)
    if (doc.tokens[i]!.lower === 'i' || doc.tokens[i]!.lower === 'we') return spoken;
  return 0;
}
/** Tokens of a label before a colon. */
const LABEL = 14;

function findStatement(a: Analysis): Statement | null {
  const { tokens, sentences } = a.doc;
  if (!tokens.some(({ lower }) => lower === 'we' || lower === 'i')) return null;
  for (let s = 0; s < Math.min(sentences.length, 9); s++) {
    const { first, last } = sentences[s]!;
    const heads =
      /^(?:statement|remarks|speech|press)$/.test(tokens[first]!.lower) &&
      tokens.slice(first, last).some(({ lower }) => lower === 'by');
    const label = labelEnd(a, first, last);
    if (label > 0) {
      const named = within(a.names.actorMentions, first, label).find(({ actor }) => actor.kind === 'person');
      if (named) return { speaker: named.actor, from: s };
    }
    if (tokens[last - 1]!.text !== ':' && !(s === 0 && heads)) continue;
    for (const { actor, first: at } of a.names.actorMentions)
      if (at >= first && at < last && actor.kind === 'person') return { speaker: actor, from: s + 1 };
  }
  return null;
}
