/** Fills a warning from the clause that gives it: about whom and where, of what targets, when issued, what to do. */
import { type Analysis, within } from '../analysis.js';
import { fullWords, isDated, isPartOfPrevious, sentenceSpan } from '../danger.js';
import type { DateMention } from '../dates/dates.js';
import { textOf } from '../doc.js';
import { ADDRESSEES, RISKS } from '../lexicon/warnings.js';
import type { ActorEntity, PlaceMention } from '../names/entities.js';
import { headLemma, nounAt } from '../nouns.js';
import type { Warning } from '../schema.js';
import { nounLemma } from '../words.js';
import type { Candidate } from './candidates.js';

/** Adds what a candidate says to a warning; what the warning has already stays. */
export function fill(a: Analysis, warning: Warning, candidate: Candidate): void {
  const { sentence, issuer, recipients, advice } = candidate;
  const { last } = a.doc.sentences[sentence]!;
  warning.issuer ??= issuer?.id ?? null;
  for (const { id } of recipients) if (!warning.recipients.includes(id)) warning.recipients.push(id);
  warning.audience ??= audienceOf(candidate);
  if (!candidate.continues) warning.issued ??= issuedOf(a, candidate);
  const { about } = warning;
  if (candidate.inherits) {
    about.actor ??= candidate.inherits.about.actor;
    about.place ??= candidate.inherits.about.place;
    if (!about.targets.length) about.targets.push(...candidate.inherits.about.targets);
    if (candidate.again && !warning.recipients.length) warning.recipients.push(...candidate.inherits.recipients);
    if (candidate.again) warning.audience = candidate.inherits.audience;
  }
  about.actor ??= actorIn(a, candidate, last)?.id ?? null;
  about.place ??= placeIn(a, candidate, last)?.place.id ?? null;
  for (const target of targetsIn(a, candidate, last)) if (!about.targets.includes(target)) about.targets.push(target);
  about.window ??= windowOf(a, candidate, warning);
  if (advice) warning.advice ??= textOf(a.doc, advice.verb.first + 1, endOfAdvice(a, advice.verb.first + 1, last));
  warning.authority ??= authorityIn(a, sentence);
  const span = sentenceSpan(a, sentence);
  if (!warning.evidence.some(([start]) => start === span[0])) warning.evidence.push(span);
}

/** Told to people at large, or to an office or a person. */
function audienceOf({ recipients, civil }: Candidate): Warning['audience'] {
  if (civil) return 'private';
  if (!recipients.length) return 'public';
  const atLarge = ({ kind, name }: ActorEntity): boolean =>
    kind === 'population' ||
    kind === 'organisation' ||
    ADDRESSEES.has(nounLemma(name.split(' ').at(-1)!.toLowerCase()));
  return recipients.some(atLarge) ? 'public' : 'private';
}

/** The day on which it was said: the first day named in the sentence that is no window for the danger. */
function issuedOf(a: Analysis, { clause, sentence, from, again }: Candidate): Warning['issued'] {
  const { first, last } = a.doc.sentences[sentence]!;
  for (const date of within(a.dates, first, last)) {
    if (date.first < (again ? from : first) || date.last > last || date.kind === 'dateline' || isAhead(a, date))
      continue;
    if (date.first > clause.verb.last + 14 && !again) continue;
    if (date.start === null && date.end === null) continue;
    return { start: date.start, end: date.end, at: date.at };
  }
  return null;
}

/** "this weekend", "over the next 48 hours": when the danger is, not when it was told of. */
function isAhead(a: Analysis, { first, start }: DateMention): boolean {
  const before = a.doc.tokens[first - 1]?.lower ?? '';
  const published = a.doc.published;
  if (
    /^(?:this|next|coming|until|till|over)$/.test(before) ||
    /^(?:this|next|coming)$/.test(a.doc.tokens[first]!.lower)
  )
    return (
      !/^(?:this)$/.test(a.doc.tokens[first]!.lower) ||
      !/^(?:morning|week|afternoon)$/.test(a.doc.tokens[first + 1]?.lower ?? '')
    );
  return published !== null && start !== null && start > published;
}

function windowOf(a: Analysis, { sentence }: Candidate, warning: Warning): Warning['about']['window'] {
  const { first, last } = a.doc.sentences[sentence]!;
  for (const date of within(a.dates, first, last)) {
    if (date.first < first || date.last > last || !isAhead(a, date) || (date.start === null && date.end === null))
      continue;
    if (warning.issued && date.at[0] === warning.issued.at[0]) continue;
    return { start: date.start, end: date.end, at: date.at };
  }
  return null;
}

/** The group warned of; where a private person warns, the person. */
function actorIn(a: Analysis, { from, civil, issuer, recipients }: Candidate, last: number): ActorEntity | null {
  for (const { actor, first } of mentionsFrom(a.names.actorMentions, from)) {
    if (first >= last || isAside(a, from, first)) break;
    if (actor === issuer || recipients.includes(actor)) continue;
    if (actor.kind === 'group' || (civil && actor.kind === 'person')) return actor;
  }
  return null;
}

/** Is there a relative clause or an aside between the telling and this name: ", which later …", ", with …"? */
function isAside({ doc }: Analysis, from: number, to: number): boolean {
  for (let i = from; i + 1 < to; i++)
    if (doc.tokens[i]!.text === ',' && /^(?:which|who|with|after|where)$/.test(doc.tokens[i + 1]!.lower)) return true;
  return false;
}

/** The place of the danger: the first named after the telling that is not part of who is told. */
function placeIn(
  a: Analysis,
  { from, recipients, issuer, clause, civil, advice }: Candidate,
  last: number,
): PlaceMention | null {
  if (civil) return null;
  const start = advice ? advice.verb.first : from;
  const taken = [...recipients, ...(issuer ? [issuer] : [])];
  const isTold = (place: PlaceMention): boolean =>
    taken.some(({ mentions }) => mentions.some((m) => m.first <= place.first && place.last <= m.last));
  for (const origin of start === from ? [from] : [start, from]) {
    for (const mention of mentionsFrom(a.names.placeMentions, origin)) {
      if (mention.first >= last) break;
      if (!isTold(mention) && !hangsOnRecipient(a, mention)) return mention;
    }
  }
  // "warned Iran": the place is theirs who are warned.
  const told = within(a.names.placeMentions, clause.first, last).find((place) =>
    recipients.some(({ kind, mentions }) => kind === 'government' && mentions.some((m) => m.first === place.first)),
  );
  return told ?? placeBefore(a, clause.first);
}

/** "U.S. citizens in Russia": where they live, not where the danger is. */
function hangsOnRecipient(a: Analysis, { first }: PlaceMention): boolean {
  const before = a.doc.tokens[first - 1]?.lower;
  const mention = a.names.actorAt(first - 2);
  return before === 'in' && mention?.actor.kind === 'population';
}

/** Sentences back in which the place of the danger may have been named. */
const PLACE_REACH = 8;

function placeBefore(a: Analysis, token: number): PlaceMention | null {
  const { sentence } = a.doc.tokens[token]!;
  const mentions = a.names.placeMentions;
  for (let m = indexFrom(mentions, token) - 1; m >= 0; m--) {
    const mention = mentions[m]!;
    if (sentence - a.doc.tokens[mention.first]!.sentence > PLACE_REACH) return null;
    if (/^(?:region|site|district)$/.test(mention.place.precision) || a.names.actorAt(mention.first)) continue;
    return mention;
  }
  return null;
}

/** What may be hit: named as targets, kept away from, or attacked in what is told. */
function targetsIn(a: Analysis, { from, recipients, civil, clause }: Candidate, last: number): string[] {
  if (civil) return [];
  const out: string[] = [];
  const end = last;
  for (let n = Math.max(0, a.phrases.nounAt[from] ?? 0); n < a.phrases.nouns.length; n++) {
    const np = nounAt(a, n);
    if (np.first >= end) break;
    if (np.first < from || !isAimedAt(a, n, from) || isPartOfPrevious(a, n)) continue;
    if (
      a.names.placeAt(np.head) ||
      recipients.some(({ mentions }) => mentions.some((m) => m.first < np.last && np.first < m.last))
    )
      continue;
    if (
      RISKS.has(headLemma(a, np)) ||
      (/^(?:attack|target|travel|day|hour|week|weekend|week-end|place|area)$/.test(headLemma(a, np)) &&
        a.doc.tokens[np.last]?.lower !== 'of')
    )
      continue;
    if (isDated(a, np.first, np.last)) continue;
    if (a.doc.tokens[np.head]!.pos === 'PRP' || np.first < clause.first) continue;
    out.push(fullWords(a, n));
  }
  return out;
}

/** Words right before a target: "targeting", "against", "keep away from", "including", and what is joined to a target by a comma. */
function isAimedAt(a: Analysis, n: number, from: number): boolean {
  const { tokens } = a.doc;
  let i = nounAt(a, n).first - 1;
  const opening = i;
  for (let guard = 0; guard < 40 && i >= from - 1; guard++) {
    const token = tokens[i];
    if (!token) return false;
    const { lower, lemma } = token;
    if (
      /^(?:targeting|targeted|target|against|including|include|avoid|list|listed|bomb|attack|hit|strike|targets)$/.test(
        lower,
      ) ||
      /^(?:target|list|avoid|bomb)$/.test(lemma)
    )
      return i < opening || token.pos.startsWith('VB') || token.pos === 'IN' || lower === 'against';
    if (lower === 'from' && /^(?:away|clear)$/.test(tokens[i - 1]?.lower ?? '')) return true;
    if (lower === ':') return /target/.test(tokens[i - 1]?.lower ?? '');
    if (lower === 'as') return /^(?:such)$/.test(tokens[i - 1]?.lower ?? '');
    if (lower === 'at' && tokens[i - 1]?.lower === 'including') return true;
    if (/^(?:,|and|or|;)$/.test(lower)) {
      const before = a.phrases.nounAt[i - 1]!;
      if (before < 0) {
        i--;
        continue;
      }
      i = startOf(a, before) - 1;
      continue;
    }
    return false;
  }
  return false;
}

/** First token of a phrase with the one that it hangs on by "of". */
function startOf(a: Analysis, n: number): number {
  return isPartOfPrevious(a, n) ? nounAt(a, n - 1).first : nounAt(a, n).first;
}

/** The words of what is to be done end with the sentence or before "because", ";" and the like. */
function endOfAdvice(a: Analysis, first: number, last: number): number {
  for (let i = first; i < last; i++)
    if (/^(?:because|[;.]|and|,)$/.test(a.doc.tokens[i]!.lower)) return Math.max(i, first + 1);
  return last;
}

function authorityIn(a: Analysis, sentence: number): string | null {
  const { first, last } = a.doc.sentences[sentence]!;
  for (let i = first; i + 2 < last; i++)
    if (
      a.doc.tokens[i]!.lower === 'duty' &&
      a.doc.tokens[i + 1]!.lower === 'to' &&
      a.doc.tokens[i + 2]!.lower === 'warn'
    )
      return textOf(a.doc, i, i + 3);
  return null;
}

function indexFrom(mentions: readonly { first: number }[], token: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.first < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

function* mentionsFrom<M extends { first: number }>(mentions: readonly M[], token: number): Generator<M> {
  for (let m = indexFrom(mentions, token); m < mentions.length; m++) yield mentions[m]!;
}
