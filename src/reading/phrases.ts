/**
 * Noun phrases and verb groups: the second stage, a finite-state pass over tags (Abney 1996, "Partial parsing via
 * finite-state cascades"). A noun phrase here is the simple one, without what hangs on it by a preposition.
 */
import type { Doc, Token } from './doc.js';
import { isOneOf } from './forms.js';
import { isPossessive } from './tokens.js';
import type { Pos } from './words.js';

export interface NounPhrase {
  /** Token span. */
  first: number;
  last: number;
  /** Token index of the head noun, or of the pronoun or number that stands for one. */
  head: number;
  /** The phrase before a possessive: "the group's leader" has "the group" as owner; index into `nouns`, or -1. */
  owner: number;
}

export interface VerbGroup {
  first: number;
  last: number;
  /** Token index of the main verb. */
  head: number;
  lemma: string;
  /** "up", "off" in "blew up", "set off", next to the verb. */
  particle: string | null;
  passive: boolean;
  negated: boolean;
  /** "could", "may", "would"…, base form; null without one. */
  modal: string | null;
  perfect: boolean;
  progressive: boolean;
  /** "to attack", "attacking", "attacked by": not the verb of a clause of its own. */
  finite: boolean;
  form: 'finite' | 'infinitive' | 'gerund' | 'participle';
  past: boolean;
}

export interface Phrases {
  nouns: NounPhrase[];
  verbs: VerbGroup[];
  /** For each token, the index of its noun phrase or verb group, or -1. */
  nounAt: Int32Array;
  verbAt: Int32Array;
}

/** Written as comparisons, not as a set: it is asked of every token. */
const maybeInNoun = (pos: Pos): boolean =>
  isHead(pos) ||
  pos === 'DT' ||
  pos === 'JJ' ||
  pos === 'PRP$' ||
  pos === 'VBN' ||
  pos === 'VBG' ||
  pos === 'JJR' ||
  pos === 'JJS';
const isHead = (pos: Pos): boolean => pos === 'NN' || pos === 'NNP' || pos === 'NNS' || pos === 'CD';
const TIME = new Set(['day', 'week', 'month', 'year', 'morning', 'evening', 'night', 'afternoon', 'time']);
const BEFORE_TIME = /^(?:last|this|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;
/** Where something is said: "on its Telegram channel Islamic State named" has two phrases. */
const MEDIA = new Set(
  'channel website page account statement message video letter leaflet communique note feed'.split(' '),
);
const COMMON = new Set(['NN', 'NNS', 'NNP']);
/** "at least 60", "more than 150", "some 20", "about 40", "up to 12": adverbs that belong to the number. */
const isBeforeNumber = isOneOf(
  new Set([
    'at',
    'least',
    'most',
    'more',
    'less',
    'fewer',
    'than',
    'about',
    'around',
    'nearly',
    'almost',
    'over',
    'up',
    'to',
    'some',
    'approximately',
    'roughly',
    'only',
    'just',
  ]),
);

/** "to 13 dead", "than 150": alone these are prepositions. */
const neverOpensNumber = isOneOf(new Set(['to', 'than', 'least', 'most']));

export function findPhrases(doc: Doc): Phrases {
  const { tokens } = doc;
  const phrases: Phrases = {
    nouns: [],
    verbs: [],
    nounAt: new Int32Array(tokens.length).fill(-1),
    verbAt: new Int32Array(tokens.length).fill(-1),
  };
  for (const { first, last } of doc.sentences) {
    let owner = -1;
    for (let i = first; i < last; ) {
      const verbEnd = owner < 0 ? verbGroupAt(tokens, i, last, phrases) : i;
      if (verbEnd > i) {
        i = verbEnd;
        continue;
      }
      const index = phrases.nouns.length;
      const nounEnd = nounPhraseAt(tokens, i, last, phrases);
      if (nounEnd > i) phrases.nouns[index]!.owner = owner;
      const possessive =
        nounEnd > i && nounEnd < last && tokens[nounEnd]!.pos === 'POS' && isPossessive(tokens[nounEnd]!.text);
      owner = possessive ? index : -1;
      i = Math.max(i, nounEnd) + (possessive || nounEnd <= i ? 1 : 0);
    }
  }
  return phrases;
}

/** Length of "at least", "more than"… before a number at i, or 0. */
function numberPrefix(tokens: Token[], i: number, last: number): number {
  if (neverOpensNumber(tokens[i]!.form)) return 0;
  let j = i;
  while (j < last && j < i + 3 && isBeforeNumber(tokens[j]!.form)) j++;
  return j > i && j < last && tokens[j]!.pos === 'CD' ? j - i : 0;
}

function nounPhraseAt(tokens: Token[], first: number, last: number, phrases: Phrases): number {
  const opening = tokens[first]!;
  if (opening.pos === 'PRP' || opening.pos === 'WP' || opening.pos === 'EX')
    return addNoun(phrases, first, first + 1, first, -1);
  let i = first + numberPrefix(tokens, first, last);
  let head = -1;
  for (; i < last; i++) {
    const { pos, lower } = tokens[i]!;
    if (pos === 'RB' && i + 1 < last && /^(?:JJ|VBN|RB|CD)/.test(tokens[i + 1]!.pos) && i > first && head < 0) continue; // "a very high threat"
    // A full stop within a sentence ends an abbreviation: "Gen. Michael Kurilla", "Aug. 31".
    if (
      lower === '.' &&
      i > first &&
      i + 1 < last &&
      tokens[i]!.start === tokens[i - 1]!.end &&
      /^(?:NNP|CD)$/.test(tokens[i + 1]!.pos)
    )
      continue;
    if (!maybeInNoun(pos)) {
      // "a 27-year-old Palestinian"
      if (
        lower === '-' &&
        tokens[i - 1]?.pos === 'CD' &&
        /^(?:year|month|day)-old$/.test(tokens[i + 1]?.lower ?? '') &&
        /^NN/.test(tokens[i + 2]?.pos ?? '') &&
        i + 2 < last
      ) {
        i++;
        continue;
      }
      // "the tourists' bus": the owner ends here, and what follows is a phrase of its own.
      if (head >= 0 && pos === 'POS' && isPossessive(tokens[i]!.text)) break;
      // "Abbey, East and North gates" is left to the names; "large and small" joins adjectives only.
      if (pos === 'CC' && head < 0 && i > first && tokens[i - 1]!.pos === 'JJ' && tokens[i + 1]?.pos === 'JJ') continue;
      // "federal, provincial and municipal politicians"
      if (lower === ',' && head < 0 && i > first && tokens[i - 1]!.pos === 'JJ' && tokens[i + 1]?.pos === 'JJ')
        continue;
      break;
    }
    if (head >= 0) {
      // A determiner, or a number or adjective after a common noun, begins another phrase.
      if (pos === 'DT' || pos === 'PRP$') break;
      // "On Tuesday night separatists …", "Last month militants …"
      if (head === first + 1 && TIME.has(tokens[head]!.lower) && BEFORE_TIME.test(opening.lower)) break;
      if (
        pos === 'NNP' &&
        tokens[head]!.pos === 'NN' &&
        (TIME.has(tokens[head]!.lower) || MEDIA.has(tokens[head]!.lower))
      )
        break; // "the same day Britain urged"
      if (
        pos === 'CD' &&
        tokens[i - 1]!.pos !== 'CD' &&
        (tokens[i - 1]!.pos !== 'NNP' || /^[a-z]/.test(tokens[i]!.text))
      )
        break; // "In Germany two men were arrested
      if ((pos === 'JJ' || pos === 'VBN') && COMMON.has(tokens[head]!.pos) && tokens[head]!.pos !== 'NNP') break;
      if ((pos === 'VBN' || pos === 'VBG') && !nounFollows(tokens, i, last)) break;
      if (/^(?:last|next|early|late|earlier|later)$/.test(lower) && TIME.has(tokens[i + 1]?.lower ?? '')) break; // "near Moscow last week"
      if (pos === 'VBG' && !tokens[i]!.capital) break;
    } else if (pos === 'VBG' && COMPOUNDING.has(lower) && /^NNS?$/.test(tokens[i + 1]?.pos ?? '')) {
      // "shopping malls": the gerund is part of the name of the thing
    } else if (pos === 'VBG' && (i === first || !nounFollows(tokens, i, last)) && tokens[i - 1]?.pos !== 'DT') break;
    else if (pos === 'VBN' && i === first && !nounFollows(tokens, i, last)) break;
    if (pos === 'CD' && lower.includes(':')) break; // a clock time
    if (isHead(pos)) head = i;
    if (pos === 'CD' && i > first && afterMonth(tokens, i))
      break; // "On Feb. 15 gunmen…": the date is a phrase of its own
    else if (
      pos === 'DT' &&
      i === first &&
      /^(?:this|that|these|those|both|all|some|several|any|another|each)$/.test(lower) &&
      !nounFollows(tokens, i, last)
    ) {
      head = i; // a pronoun: "both belong to", "those responsible"
    }
  }
  if (head < 0 && i > first + 1 && /^(?:JJ|VBN|JJS)$/.test(tokens[i - 1]!.pos) && tokens[first]!.pos === 'DT')
    head = i - 1; // "the wounded", "the dead"
  if (head < 0) return first;
  const end = Math.max(head + 1, Math.min(i, head + 1));
  return addNoun(phrases, first, end, head, -1);
}

const COMPOUNDING = new Set(
  'shopping polling parking training boarding mining banking housing fishing wedding meeting shooting landing dining swimming drilling processing filling voting gathering trading refining pumping'.split(
    ' ',
  ),
);

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|ember|tember|ober)?$/;
const afterMonth = (tokens: Token[], i: number): boolean =>
  MONTH.test(tokens[i - 1]!.lower === '.' ? (tokens[i - 2]?.lower ?? '') : tokens[i - 1]!.lower);

const nounFollows = (tokens: Token[], i: number, last: number): boolean => {
  for (let j = i + 1; j < last && j < i + 4; j++) {
    const { pos } = tokens[j]!;
    if (COMMON.has(pos)) return true;
    if (!/^(?:JJ|VBN|CD|VBG)/.test(pos)) return false;
  }
  return false;
};

function addNoun(phrases: Phrases, first: number, last: number, head: number, owner: number): number {
  for (let i = first; i < last; i++) phrases.nounAt[i] = phrases.nouns.length;
  phrases.nouns.push({ first, last, head, owner });
  return last;
}

const PARTICLE = new Set(['off', 'up', 'down', 'out', 'away', 'back', 'over', 'on', 'apart']);
const AUXILIARY = new Set(['be', 'have', 'do', 'get']);

/** "shopping malls", "hit crowded places": a participle that belongs to the noun behind it. */
function modifies(tokens: Token[], i: number, last: number): boolean {
  const { pos, lower } = tokens[i]!;
  if (pos === 'VBG') return COMPOUNDING.has(lower) && /^NNS?$/.test(tokens[i + 1]?.pos ?? '');
  return (
    pos === 'VBN' &&
    /^(?:VB[DGNPZ]?|IN)$/.test(tokens[i - 1]?.pos ?? '') &&
    COMMON.has(tokens[i + 1]?.pos ?? '') &&
    i + 1 < last
  );
}

const isNoLonger = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.lower === 'no' && tokens[i + 1]?.lower === 'longer';

const QUOTE = /^["“‘]$/;

function verbGroupAt(tokens: Token[], first: number, last: number, phrases: Phrases): number {
  const opening = tokens[first]!;
  if (modifies(tokens, first, last)) return first;
  const starts = opening.pos === 'MD' || opening.pos === 'TO' || opening.pos.startsWith('VB');
  if (!starts) return first;
  let i = first;
  const infinitive = opening.pos === 'TO';
  let adverb = first - 1; // "has never publicly claimed", "never claimed it"
  while (adverb > 0 && tokens[adverb]!.pos === 'RB' && !/^(?:not|never)$/.test(tokens[adverb]!.lower)) adverb--;
  let negated = infinitive
    ? /^(?:not|never)$/.test(tokens[first - 1]?.lower ?? '')
    : tokens[adverb]?.lower === 'never' && tokens[adverb]!.sentence === opening.sentence;
  if (infinitive) {
    let j = first + 1;
    while (j < last && (tokens[j]!.pos === 'RB' || (j === first + 1 && QUOTE.test(tokens[j]!.text)))) j++;
    if (j >= last || !/^(?:VB|VBP)$/.test(tokens[j]!.pos)) return first;
    i = first + 1;
  }
  let modal: string | null = null;
  let head = -1;
  let passive = false;
  let perfect = false;
  let progressive = false;
  let previous: Token | null = null;
  let finiteVerb = false;
  for (; i < last; i++) {
    const token = tokens[i]!;
    if (token.pos === 'MD' && head < 0) {
      modal = token.lower === 'cannot' ? 'can' : token.lower;
      if (token.lower === 'cannot') negated = true;
      finiteVerb = true;
    } else if (modal !== null && head < 0 && token.lower === 'one' && tokens[i + 1]?.lower === 'day') {
      i++; // "could one day threaten"
    } else if ((modal !== null || infinitive) && head < 0 && QUOTE.test(token.text) && tokens[i + 1]?.pos === 'VB') {
      // `would "run red"`, `to "take back X"`: over the mark of a quotation
    } else if (token.pos === 'RB') {
      if (head >= 0 && /^(?:not|never)$/.test(token.lower) && tokens[i + 1]?.pos === 'TO') break; // "asked not to go"
      if (/^(?:not|n't|never|neither)$/.test(token.lower)) negated = true;
      else if (!hasVerbAfter(tokens, i, last)) break;
    } else if (token.pos === 'POS' && previous === null) break;
    else if (token.pos.startsWith('VB')) {
      // A participle that opens a noun phrase ("killed three suspected militants") is not part of the group.
      if (head >= 0 && !AUXILIARY.has(tokens[head]!.lemma)) break;
      if (
        head >= 0 &&
        (token.pos === 'VBN' || token.pos === 'VBG') &&
        nounFollows(tokens, i, last) &&
        tokens[head]!.lemma === 'be' &&
        tokens[i + 1]?.pos !== 'NNP' &&
        token.pos === 'VBN' &&
        tokens[i + 1]?.pos === 'NNS'
      ) {
        break;
      }
      if (head < 0 && /^VB[DZP]$/.test(token.pos)) finiteVerb = true;
      if (head >= 0) {
        const aux = tokens[head]!.lemma;
        if (aux === 'have' && token.pos === 'VBN') perfect = true;
        else if ((aux === 'be' || aux === 'get') && token.pos === 'VBN') passive = true;
        else if (aux === 'be' && token.pos === 'VBG') progressive = true;
        else if (aux !== 'do' && modal === null && !infinitive) break;
      }
      head = i;
      previous = token;
    } else break;
  }
  if (head < 0) return first;
  while (i > head + 1 && tokens[i - 1]!.pos === 'RB' && !/^(?:not|n't)$/.test(tokens[i - 1]!.lower)) i--;
  const main = tokens[head]!;
  let end = Math.max(i, head + 1);
  const next = tokens[end];
  let particle: string | null = null;
  if (
    next &&
    end < last &&
    PARTICLE.has(next.lower) &&
    (next.pos === 'RP' || next.pos === 'RB' || takesParticle(main.lemma, next.lower))
  ) {
    particle = next.lower;
    end++;
  }
  const form = infinitive
    ? 'infinitive'
    : finiteVerb
      ? 'finite'
      : main.pos === 'VBG' || progressive || opening.pos === 'VBG'
        ? 'gerund'
        : main.pos === 'VBN'
          ? 'participle'
          : 'finite';
  // "no longer has", "is no longer able"
  negated ||= isNoLonger(tokens, first - 2) || isNoLonger(tokens, end);
  for (let j = first; j < end; j++) phrases.verbAt[j] = phrases.verbs.length;
  phrases.verbs.push({
    first,
    last: end,
    head,
    lemma: main.lemma,
    particle,
    passive: passive || (form === 'participle' && !perfect),
    negated,
    modal,
    perfect,
    progressive,
    finite: form === 'finite',
    form,
    past: /^VB[DN]$/.test(tokens[firstVerb(tokens, first, head)]!.pos),
  });
  return end;
}

const firstVerb = (tokens: Token[], first: number, head: number): number => {
  for (let i = first; i <= head; i++) if (tokens[i]!.pos.startsWith('VB')) return i;
  return head;
};

const hasVerbAfter = (tokens: Token[], i: number, last: number): boolean => {
  for (let j = i + 1; j < last && j <= i + 2; j++) {
    if (tokens[j]!.pos.startsWith('VB')) return true;
    if (tokens[j]!.pos !== 'RB') return false;
  }
  return false;
};

const takesParticle = (lemma: string, particle: string): boolean =>
  particle === 'on' ? /^(?:carry|go|open)$/.test(lemma) : particle === 'over' ? /^(?:take|hand)$/.test(lemma) : false;
