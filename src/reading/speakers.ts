/** Who says what: for each clause the noun phrase of its speaker, where the report does not say it in its own voice. */
import type { Clause } from './clauses.js';
import type { Doc } from './doc.js';
import { SPEECH, type Voice } from './lexicon/speech.js';
import type { Phrases } from './phrases.js';

export interface Speaker {
  /** Index into `phrases.nouns`. */
  noun: number;
  voice: Voice;
  /** Index of the clause that says so; -1 for "according to". */
  clause: number;
}

/** For each clause its nearest speaker, or null. Speakers of speakers are found by asking again for `speaker.clause`. */
export function findSpeakers(doc: Doc, phrases: Phrases, clauses: Clause[]): (Speaker | null)[] {
  const speakers: (Speaker | null)[] = new Array(clauses.length).fill(null);
  for (let from = 0; from < clauses.length; ) {
    let to = from;
    while (to < clauses.length && clauses[to]!.sentence === clauses[from]!.sentence) to++;
    governed(doc, phrases, clauses, from, to, speakers);
    trailing(doc, phrases, clauses, from, to, speakers);
    from = to;
  }
  accordingTo(doc, phrases, clauses, speakers);
  quoted(doc, clauses, speakers);
  announced(doc, clauses, speakers);
  return speakers;
}

const speaks = (clause: Clause): Voice | undefined => (clause.verb.passive ? undefined : SPEECH.get(clause.verb.lemma));

/** "The court held that": of views, not of towns. */
const holds = ({ tokens }: Doc, { verb }: Clause): Voice | undefined =>
  verb.lemma === 'hold' && !verb.passive && tokens[verb.last]?.lower === 'that' ? 'assesses' : undefined;

/** "X said (that) …": the clause that governs says it. */
function governed(
  doc: Doc,
  phrases: Phrases,
  clauses: Clause[],
  from: number,
  to: number,
  speakers: (Speaker | null)[],
): void {
  for (let c = from; c < to; c++) {
    let parent = clauses[c]!.parent;
    while (parent >= from) {
      const clause = clauses[parent]!;
      const opinion =
        clauses[c]!.marker === 'that' || clauses[c]!.parent === clause.index ? opinionHeld(doc, phrases, clause) : -1;
      if (opinion >= 0) {
        speakers[c] = { noun: opinion, voice: 'assesses', clause: parent };
        break;
      }
      const voice = isOwned(clause, clauses[c]!) ? undefined : (speaks(clause) ?? holds(doc, clause));
      if (voice && clause.subjects.length && clauses[c]!.subjects !== clause.subjects && !isReduced(clauses, clause)) {
        speakers[c] = { noun: clause.subjects[0]!, voice, clause: parent };
        break;
      }
      if (speakers[parent]) {
        speakers[c] = speakers[parent]!;
        break;
      }
      parent = clause.parent;
    }
  }
}

const OPINIONS = new Set(
  'assessment view belief opinion theory suspicion conclusion verdict finding judgment judgement contention conviction understanding hypothesis'.split(
    ' ',
  ),
);

const SURE = new Set(['certain', 'sure', 'confident', 'satisfied', 'adamant', 'positive']);

/** "The chief's assessment is that X did it", "it was her service's view that": whose it is; -1 where it is nobody's. */
function opinionHeld({ tokens }: Doc, { nouns, nounAt }: Phrases, { verb, subjects, objects }: Clause): number {
  const [holder] = subjects;
  if (holder !== undefined && verb.lemma === 'convince' && verb.passive) return holder;
  if (verb.lemma !== 'be') return -1;
  // "The army is certain that X did it"
  let i = verb.last;
  while (tokens[i]?.pos === 'RB') i++;
  if (holder !== undefined && SURE.has(tokens[i]?.lower ?? '')) return holder;
  for (const n of [...subjects, ...objects]) {
    const np = nouns[n]!;
    if (!OPINIONS.has(tokens[np.head]!.lemma)) continue;
    if (np.owner >= 0) return np.owner;
    const of = /^(?:of|among|within)$/.test(tokens[np.last]?.lower ?? '') ? (nounAt[np.last + 1] ?? -1) : -1;
    if (of >= 0) return of;
  }
  return -1;
}

/** "No one claimed the raid, which the police laid to X": what is claimed is the raid, not what is said of it. */
const isOwned = ({ verb, objects }: Clause, { marker }: Clause): boolean =>
  verb.lemma === 'claim' && objects.length > 0 && marker !== 'that';

/** "X said in a statement posted on Telegram that": what is posted is said by whoever said it in that statement. */
const isReduced = (clauses: Clause[], { parent, subjects, verb }: Clause): boolean => {
  const above = clauses[parent];
  return (
    above !== undefined &&
    verb.first === verb.head &&
    speaks(above) !== undefined &&
    above.prepositional.some(({ noun }) => noun === subjects[0])
  );
};

/** "…, X said." and "…, said X": what stands before is the speaker's. */
function trailing(
  doc: Doc,
  phrases: Phrases,
  clauses: Clause[],
  from: number,
  to: number,
  speakers: (Speaker | null)[],
): void {
  for (let c = to - 1; c > from; c--) {
    const clause = clauses[c]!;
    const voice = speaks(clause);
    if (!voice || clause.marker !== null || clause.parent >= 0 || !clause.subjects.length || !clause.verb.finite)
      continue;
    const comma = doc.tokens[openingOf(phrases, clause) - 1] ?? doc.tokens[clause.verb.first - 1];
    if (!comma || !/^[,"”’–—-]/.test(comma.text)) continue;
    if (c + 1 < to && clauses[c + 1]!.parent === c) continue; // it has a complement of its own
    const speaker = { noun: clause.subjects[0]!, voice, clause: c };
    for (let before = from; before < c; before++) speakers[before] ??= speaker;
    // "If they were not freed, the group said on Telegram, they would die": what is said goes on behind it
    if (doc.tokens[clause.last]?.text === ',' && doc.tokens[clause.last + 1]?.pos !== 'CC')
      for (let after = c + 1; after < to; after++) speakers[after] ??= speaker;
    return;
  }
}

/** The first token of the clause, with the owner of its subject: "Pakistan's army said" from "Pakistan". */
function openingOf({ nouns }: Phrases, { first, subjects }: Clause): number {
  const subject = nouns[subjects[0]!]!;
  if (subject.first !== first) return first;
  let start = first;
  for (let n = subject.owner; n >= 0; n = nouns[n]!.owner) start = nouns[n]!.first;
  return start;
}

function accordingTo(doc: Doc, phrases: Phrases, clauses: Clause[], speakers: (Speaker | null)[]): void {
  let c = 0;
  for (let i = 0; i + 2 < doc.tokens.length; i++) {
    if (doc.tokens[i]!.lower !== 'according' || doc.tokens[i + 1]!.lower !== 'to') continue;
    const noun = phrases.nounAt[i + 2]!;
    if (noun < 0) continue;
    const { sentence } = doc.tokens[i]!;
    while (c < clauses.length && clauses[c]!.sentence < sentence) c++;
    for (let k = c; k < clauses.length && clauses[k]!.sentence === sentence; k++)
      speakers[k] ??= { noun, voice: 'says', clause: -1 };
  }
}

/** Token spans of direct speech, quotation marks included; a paragraph that opens one again continues it. */
function quotations({ tokens, sentences }: Doc): { first: number; last: number }[] {
  const found: { first: number; last: number }[] = [];
  let open = -1;
  for (let i = 0; i < tokens.length; i++) {
    const { text } = tokens[i]!;
    if (text !== '"' && text !== '“' && text !== '”' && text !== '«' && text !== '»') continue;
    const opensNow = text === '“' || text === '«' || (text === '"' && opensHere(tokens, i));
    if (opensNow) {
      if (open < 0) open = i;
    } else if (open >= 0) {
      found.push({ first: open, last: i + 1 });
      open = -1;
    }
  }
  // A quotation that is never closed ends with its sentence: nothing after it is put in anybody's mouth.
  if (open >= 0) found.push({ first: open, last: sentences[tokens[open]!.sentence]!.last });
  return found;
}

/** A straight mark opens where white space stands before it and none after. */
function opensHere(tokens: Doc['tokens'], i: number): boolean {
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  const spaceBefore = !before || before.end < tokens[i]!.start;
  const spaceAfter = !after || after.start > tokens[i]!.end;
  return spaceBefore && !spaceAfter;
}

/** Everything within a quotation is said by whoever is named right before or after it. */
function quoted(doc: Doc, clauses: Clause[], speakers: (Speaker | null)[]): void {
  let c = 0;
  for (const { first, last } of quotations(doc)) {
    if (last - first < 5) continue; // a single word in quotation marks
    while (c < clauses.length && clauses[c]!.verb.head < first) c++;
    let end = c;
    while (end < clauses.length && clauses[end]!.verb.head < last) end++;
    // "…", a spokesman who calls himself X said
    const behind = /^(?:who|which)$/.test(clauses[end]?.marker ?? '') ? clauses[end + 1] : clauses[end];
    const outside = [clauses[c - 1], behind].filter(
      (clause) => clause !== undefined && speaks(clause) && clause.subjects.length > 0,
    );
    const near = outside.find(
      (clause) => Math.abs(clause!.sentence - doc.tokens[clause!.verb.head < first ? first : last - 1]!.sentence) <= 1,
    );
    if (!near) continue;
    for (let k = c; k < end; k++) speakers[k] ??= { noun: near.subjects[0]!, voice: speaks(near)!, clause: near.index };
  }
}

/** "The Foreign Secretary said:" — what follows the colon is the speaker's, to the end or to the next who is so announced. */
function announced(doc: Doc, clauses: Clause[], speakers: (Speaker | null)[]): void {
  let current: Speaker | null = null;
  for (const clause of clauses) {
    const voice = speaks(clause);
    const colon = doc.tokens[clause.last] ?? doc.tokens[clause.verb.last];
    const closes = doc.sentences[clause.sentence]!.last;
    if (voice && clause.subjects.length && colon?.text === ':' && clause.last + 1 >= closes) {
      current = { noun: clause.subjects[0]!, voice, clause: clause.index };
    } else if (current && speakers[clause.index] === null) speakers[clause.index] = current;
  }
}
