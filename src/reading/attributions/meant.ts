/** Which incident a clause of claiming or blaming speaks of. Looks only at what is told near by, however long the report. */
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import type { IncidentFound } from '../incidents/incidents.js';
import type { Telling, Tellings } from '../incidents/tellings.js';
import type { ActorEntity } from '../names/entities.js';
import { followedBy, headLemma, isSum, nounAt } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';

/** How many tellings back, and sentences back, the act may have been told. */
const TELLINGS_BACK = 24;
const SENTENCES_BACK = 25;
/** Sentences on in which it may first be told. */
const SENTENCES_ON = 4;
/** What it counts, in sentences, that the incident is already this group's. */
const OWN = 4;

export interface Report {
  a: Analysis;
  incidents: readonly IncidentFound[];
  tellings: Tellings;
  /** The incident that most of the report tells of; null where there is none. */
  main: IncidentFound | null;
  /** Is the incident laid at the actor's door already? */
  has(found: IncidentFound, actor: ActorEntity): boolean;
}

/** No more are looked at, however long the sentence. */
const MOST_COMPLEMENTS = 6;
/** Tokens on both sides of the verb in which the sentence is looked at. */
const SENTENCE_REACH = 300;

/** The clauses behind one that hang on it without a subject of their own: "accused of planning and carrying out". */
export function complements(a: Analysis, clause: Clause): Clause[] {
  const out: Clause[] = [];
  for (let c = clause.index + 1; a.clauses[c]?.sentence === clause.sentence && out.length < MOST_COMPLEMENTS; c++) {
    const next = a.clauses[c]!;
    const governed = next.parent === clause.index || out.some(({ index }) => index === next.parent);
    if (!governed || !(next.verb.form === 'gerund' || next.verb.form === 'infinitive')) break;
    out.push(next);
  }
  return out;
}

/** "an attack on Iranian soil before the bombings": behind these stands another act. */
const ELSEWHEN = new Set([
  'before',
  'after',
  'since',
  'until',
  'ahead',
  'following',
  'during',
  'than',
  'like',
  'unlike',
]);

/** Tokens of a noun phrase with what hangs on it: "the attack on a hotel in X". */
function wholeReach(a: Analysis, np: NounPhrase): [number, number] {
  const chain = followedBy(a, np);
  const other = chain.findIndex(({ preposition }) => ELSEWHEN.has(preposition));
  const last = (other < 0 ? chain : chain.slice(0, other)).at(-1);
  return [np.first, last ? nounAt(a, last.noun).last : np.last];
}

const PATTERN = new Set(
  'many several numerous other such similar previous more countless various further past hundreds dozens scores most'.split(
    ' ',
  ),
);

/** "many attacks", "such attacks", "a number of attacks": acts in general, not one that is told. */
export const isPattern = (a: Analysis, np: NounPhrase): boolean =>
  a.doc.tokens.slice(np.first, np.head).some(({ lower }) => PATTERN.has(lower)) ||
  isSum(a, np) ||
  (headLemma(a, np) === 'number' && a.doc.tokens[np.last]?.lower === 'of');

/** The incidents that the words of these phrases tell: that of the head where it tells one, else all within. */
export function toldIn({ a, tellings }: Report, np: NounPhrase): IncidentFound[] {
  const [first, last] = wholeReach(a, np);
  const found = tellings.within(first, last);
  const head = found.filter(({ token }) => token >= np.first && token < np.last);
  return unique(head.length ? head : found);
}

const unique = (tellings: readonly Telling[]): IncidentFound[] => [...new Set(tellings.map(({ found }) => found))];

/** Is any act told in the complements of the clause? */
export const tellsIn = ({ a, tellings }: Report, clause: Clause): Telling[] =>
  complements(a, clause).flatMap((each) => tellings.within(each.verb.first, endOfClause(a, each)));

function endOfClause(a: Analysis, clause: Clause): number {
  const next = a.clauses[clause.index + 1];
  return next?.sentence === clause.sentence
    ? Math.max(clause.verb.last, Math.min(next.first, next.verb.first))
    : a.doc.sentences[clause.sentence]!.last;
}

/**
 * The incidents that a clause speaks of: what its slots name, else what its complements tell, else what its sentence
 * tells, else the latest told before (sooner one that is already the actors'), else the next.
 */
export function meant(
  report: Report,
  clause: Clause,
  slots: readonly NounPhrase[],
  actors: readonly ActorEntity[],
): IncidentFound[] {
  const { a, tellings } = report;
  const own = [...new Set(slots.flatMap((np) => toldIn(report, np)))];
  if (own.length) return own.length > 1 ? own : withFellows(report, slots, own[0]!);
  const behind = tellsIn(report, clause);
  if (behind.length) return [behind[0]!.found];
  const { first, last } = a.doc.sentences[clause.sentence]!;
  const here = tellings.within(
    Math.max(first, clause.verb.first - SENTENCE_REACH),
    Math.min(last, clause.verb.last + SENTENCE_REACH),
  );
  const inClause = here.filter(({ token }) => a.clauseAt[token] === clause.index);
  const nearest = (inClause.length ? inClause : here).reduce<Telling | null>(
    (best, each) =>
      best && Math.abs(best.token - clause.verb.first) <= Math.abs(each.token - clause.verb.first) ? best : each,
    null,
  );
  const before = nearest ? null : latest(report, clause, actors);
  const found = nearest ?? before ?? next(report, clause);
  if (!found) return [];
  return nearest ? [found.found] : allMeant(report, clause, slots, found.found);
}

/** Tellings back among which the other acts stand that "the killings" means. */
const FELLOWS_BACK = 12;

/** "claimed the killings", "blamed for both attacks": with what the same paragraph has told before of the same kind. */
function withFellows({ a, tellings }: Report, slots: readonly NounPhrase[], one: IncidentFound): IncidentFound[] {
  const { tokens, sentences } = a.doc;
  const pair = slots.find((np) => /^(?:both|either)$/.test(tokens[np.first]!.lower));
  if (pair) {
    const told = tellings.before(pair.first, FELLOWS_BACK).map(({ found }) => found);
    return [...new Set([one, ...told.reverse()])].slice(0, 2);
  }
  const several = slots.find(
    (np) => tokens[np.head]!.pos === 'NNS' && /^(?:the|both|all|these|those)$/.test(tokens[np.first]!.lower),
  );
  if (!several) return [one];
  const { paragraph } = sentences[tokens[several.head]!.sentence]!;
  const fellows = tellings
    .before(several.first, FELLOWS_BACK)
    .filter(
      ({ found, sentence }) =>
        sentences[sentence]!.paragraph === paragraph &&
        found.incident.type === one.incident.type &&
        found.incident.status === one.incident.status,
    );
  return [...new Set([...fellows.map(({ found }) => found), one])];
}

function latest(report: Report, clause: Clause, actors: readonly ActorEntity[]): Telling | null {
  const { a, tellings, main } = report;
  const here = tellings.before(clause.verb.first, TELLINGS_BACK);
  const item = inItem(a, clause.sentence);
  if (item >= 0) {
    const [told] = tellings.before(clause.verb.first, 1);
    if (told && a.doc.sentences[told.sentence]!.paragraph === item) return told;
    // "4. Lagos. … A student has been charged."; a cable that numbers its paragraphs goes on telling of its one incident
    const several = here.some(({ found }) => found !== here[0]!.found);
    if (several && isNumbered(a, item, clause.sentence)) return null;
  }
  const { paragraph } = a.doc.sentences[clause.sentence]!;
  const isHere = ({ sentence }: Telling): boolean => a.doc.sentences[sentence]!.paragraph === paragraph;
  const toldHere = here.some(isHere);
  // What was told right before and is nobody's yet goes before what is the group's already.
  const next = here.at(-1);
  const isFree = next && isHere(next) && clause.sentence - next.sentence <= 1 && next.found.groups.size === 0;
  let best: Telling | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const telling of here) {
    const back = clause.sentence - telling.sentence;
    if (back > SENTENCES_BACK) continue;
    const distance =
      back -
      (telling.found === main && (!toldHere || isHere(telling)) ? 2 : 0) -
      (!isFree && actors.some((actor) => telling.found.groups.has(actor) || report.has(telling.found, actor))
        ? OWN
        : 0);
    if (distance < least) [best, least] = [telling, distance];
  }
  return best;
}

/** The paragraph of a sentence where that is an item of a list ("- Kalat: …", "18/08, Ségou: …"); -1 where it is not. */
function inItem({ doc: { sentences, tokens } }: Analysis, sentence: number): number {
  const { paragraph } = sentences[sentence]!;
  let s = sentence;
  while (s > 0 && sentences[s - 1]!.paragraph === paragraph) s--;
  const opening = tokens[sentences[s]!.first]!;
  return opening.pos === 'CD' || /^[•*·▪●–—-]/.test(opening.text) ? paragraph : -1;
}

/** "4. Lagos": does the paragraph open with its number? */
function isNumbered({ doc: { sentences, tokens } }: Analysis, paragraph: number, sentence: number): boolean {
  let s = sentence;
  while (s > 0 && sentence - s < SENTENCES_BACK && sentences[s - 1]!.paragraph === paragraph) s--;
  const { first } = sentences[s]!;
  return /^\d{1,2}$/.test(tokens[first]!.text) && /^[.)]$/.test(tokens[first + 1]?.text ?? '');
}

function next({ tellings }: Report, clause: Clause): Telling | null {
  const telling = tellings.after(clause.verb.last);
  return telling && telling.sentence - clause.sentence <= SENTENCES_ON ? telling : null;
}

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six'];

/** "claimed responsibility for all three", "had done both": the incident, and those told before it up to the number. */
function allMeant(
  { a, incidents }: Report,
  { verb }: Clause,
  slots: readonly NounPhrase[],
  last: IncidentFound,
): IncidentFound[] {
  const words = slots.flatMap((np) => a.doc.tokens.slice(np.first, np.last + 2).map(({ lower }) => lower));
  const both = words.includes('both') || a.doc.tokens[verb.last]?.lower === 'both';
  const number = both ? 2 : Math.max(0, NUMBERS.findIndex((word) => words.includes(word)) + 1);
  if (number < 2 || !(both || words.includes('all') || words.includes('the'))) return [last];
  const at = incidents.indexOf(last);
  return incidents.slice(Math.max(0, at - number + 1), at + 1);
}
