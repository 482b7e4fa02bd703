/** Clauses inserted between a subject and its verb: relative ones, participles, gerunds; the verb behind goes on with what stood before. */
import { commaBetween } from './between.js';
import type { Clause } from './clause.js';
import type { Doc } from './doc.js';
import { SPEECH } from './lexicon/speech.js';
import { COORDINATORS, joinedVerb } from './subjects.js';
import { isInserted } from './voice.js';
import { tagsOf } from './words.js';

export const isRelative = (marker: string | null): boolean =>
  marker === 'who' || marker === 'which' || marker === 'whom';

/** "the bomb that killed five": a relative clause whose subject the relative word is. */
export const relates = ({ tokens }: Doc, { marker, verb }: Clause): boolean =>
  isRelative(marker) || (marker === 'that' && tokens[verb.first - 1]?.pos === 'WDT');

const hasBy = ({ prepositional }: Clause): boolean => prepositional.some(({ preposition }) => preposition === 'by');

export const isFilled = ({ objects, prepositional }: Clause, n: number): boolean =>
  objects.includes(n) || prepositional.some(({ noun }) => noun === n);

/** "a man landed on the island, where a camp was held, and shot at everyone": back to the clause before the inserted one. */
export function afterSubordinate(doc: Doc, clause: Clause, previous: Clause, left: number): boolean {
  const { tokens } = doc;
  const i = clause.verb.first - 1;
  const commaAnd = COORDINATORS.has(tokens[i]?.lower ?? '') && tokens[i - 1]?.lower === ',';
  const within = left < 0 || isFilled(previous, left) || previous.subjects.includes(left);
  return commaAnd && within && previous.parent >= 0 && /^(?:where|who|which|when|that)$/.test(previous.marker ?? '');
}

/**
 * Two finite verbs with nothing that joins them: the first belongs to a relative clause ("a gunman who had hidden a rifle
 * killed 38") or is a participle after all ("men dressed as soldiers entered"), and both have the same subject.
 */
export function afterInserted(
  doc: Doc,
  clause: Clause,
  previous: Clause,
  left: number,
  floor: number,
  onGerund: boolean,
): boolean {
  const within = left < 0 || isFilled(previous, left);
  // "two men suspected of planning an attack are arrested": over the gerund and what hangs on it
  // "a caller claiming to speak for X warned": over the infinitive that hangs on the gerund
  const gerund = previous.verb.form === 'gerund' || (previous.verb.form === 'infinitive' && onGerund);
  if (
    within &&
    gerund &&
    previous.subjects.length > 0 &&
    clause.marker === null &&
    (previous.verb.lemma === 'include' ||
      !commaBetween(doc, floor, clause.verb.first) ||
      opensHolding(doc, clause, previous))
  )
    return true;
  const joined =
    joinedVerb(doc, clause.verb, floor) &&
    !closesRelative(doc, clause, previous) &&
    !isInserted(doc, clause.verb, previous.verb, hasBy(previous));
  if (!within || !previous.subjects.length || joined) return false;
  if (clause.marker !== null && clause.marker !== 'as') return false;
  if (relates(doc, previous)) return true;
  const { verb } = previous;
  // "when a car stuffed with explosives was blown up"
  const opened =
    previous.marker === null ||
    (WHEN.test(previous.marker) &&
      /^(?:with|by)$/.test(doc.tokens[verb.last]!.lower) &&
      !commaBetween(doc, floor, clause.verb.first));
  const bare = verb.first === verb.head && previous.objects.length === 0 && opened;
  return (
    bare &&
    (!SPEECH.has(verb.lemma) || verb.form === 'participle' || /^(?:by|on)$/.test(doc.tokens[verb.last]!.lower)) &&
    tagsOf(doc.tokens[verb.head]!.lower)?.includes('VBN') === true &&
    (!commaBetween(doc, floor, clause.verb.first) || isInserted(doc, clause.verb, previous.verb, hasBy(previous)))
  );
}

const WHEN = /^(?:when|after|before|as|while|where)$/;

/** "Militants holding a priest and four nuns said": over a list that hangs on the gerund that opens the sentence. */
function opensHolding(
  { tokens, sentences }: Doc,
  { verb, sentence }: Clause,
  { verb: gerund, objects }: Clause,
): boolean {
  if (!SPEECH.has(verb.lemma) || objects.length < 2 || gerund.first - sentences[sentence]!.first > OPENING)
    return false;
  for (let i = gerund.last; i < verb.first; i++) if (/^[,;:–—-]/.test(tokens[i]!.text)) return false;
  return true;
}
/** Tokens of a dateline and of a subject before its gerund. */
const OPENING = 14;

/** ", which killed two, is": the comma closes what a comma opened, and joins no verb. */
const closesRelative = (doc: Doc, { verb }: Clause, previous: Clause): boolean =>
  relates(doc, previous) && doc.tokens[verb.first - 1]?.text === ',' && doc.tokens[previous.first - 1]?.text === ',';
