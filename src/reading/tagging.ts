/**
 * Parts of speech: the likeliest tag of the lexicon, mended by rules over the neighbours (after Brill 1992).
 * Made for the reader's needs: names, noun phrases, and which verbs are finite, passive or participles.
 */
import type { Doc, Pos, Token } from './doc.js';
import { asNoun, asVerb } from './forms.js';
import { auxiliaryBefore, isVerbTag, mendVerbs } from './tagging-verbs.js';
import { isPossessive } from './tokens.js';
import { tagsOf } from './words.js';

const WORD = /[\p{L}\p{N}]/u;
const NUMBER = /^[\p{N}][\p{N}.,:/-]*(?:st|nd|rd|th)?$/iu;
/** After these marks a capital may belong to the sentence and not to the word: "KABUL - An explosion". */
const OPENS_AGAIN = /^(?:[-–—:"“«([*•]+|--+)$/u;

/** Endings of unknown words, first match wins. */
const SUFFIXES: [RegExp, Pos][] = [
  [/ly$/, 'RB'],
  [/ing$/, 'VBG'],
  [/(?:tion|ment|ness|ity|ism|ship|hood|ance|ence|ure)$/, 'NN'],
  [/(?:ous|ful|able|ible|ive|ic|ical|less|ish|ese|ian|an)$/, 'JJ'],
  [/(?:ists|ants|ers|ors|ions|ments|ities|men)$/, 'NNS'],
  [/[^s]s$/, 'NNS'],
];

function guess(lower: string): readonly Pos[] {
  if (/.{3}ed$/.test(lower)) return ['VBD', 'VBN'];
  const inner = /^(?:re|over|out|un|under|mis)-?(.{3,})$/.exec(lower);
  const known = inner && tagsOf(inner[1]!);
  if (known?.some((t) => t.startsWith('VB'))) return known;
  for (const [suffix, pos] of SUFFIXES) if (suffix.test(lower)) return [pos];
  return ['NN'];
}

const hyphenTags: [RegExp, Pos][] = [
  [/-(?:year|month|week|day|hour)-old$/, 'JJ'],
  [
    /-(?:\p{L}+ed|\p{L}+ing|based|led|held|run|born|made|wide|related|style|scale|level|long|old|like|backed|speaking|known)$/u,
    'JJ',
  ],
];

/** Every tag that a token may have, likeliest first, by its word alone. */
function candidates(token: Token, upper: boolean, opensSentence: boolean): readonly Pos[] {
  const { tags } = token.form;
  const at = upper ? (token.capital ? 2 : 3) : opensSentence ? 1 : 0;
  const known = tags[at];
  if (known) return known;
  const found = findCandidates(token, upper, opensSentence);
  tags[at] = found;
  return found;
}

function findCandidates(token: Token, upper: boolean, opensSentence: boolean): readonly Pos[] {
  const { text, lower, capital } = token;
  if (!WORD.test(text)) return ['SYM'];
  if (isPossessive(text)) return ['POS', 'VBZ'];
  if (NUMBER.test(text)) return ['CD'];
  if (upper) {
    if (!capital) return tagsOf(lower) ?? hyphened(lower) ?? guess(lower);
    const tags = tagsOf(lower.charAt(0).toUpperCase() + lower.slice(1));
    return tags?.[0] === 'JJ' ? ['JJ', 'NNP'] : (joined(lower) ?? ['NNP']);
  }
  if (capital && text.length > 1 && text === text.toUpperCase() && !opensSentence) return ['NNP']; // IS, WHO, US
  if (
    capital &&
    text.length > 1 &&
    text === text.toUpperCase() &&
    !tagsOf(lower)?.some((t) => t === 'DT' || t === 'IN')
  )
    return ['NNP'];
  if (capital && !opensSentence) {
    // Within a sentence a capital is a name, unless the word is known only as an adjective of nationality.
    const tags = tagsOf(text);
    if (tags?.[0] === 'JJ') return ['JJ', 'NNP'];
    return lower === 'i' ? ['PRP'] : ['NNP'];
  }
  if (capital) {
    const common = tagsOf(lower);
    const named = tagsOf(text);
    if (named?.[0] === 'NNP' && (!common || named.length === 1)) return ['NNP', ...(common ?? [])];
    if (named?.[0] === 'JJ' && !common) return ['JJ', 'NNP'];
    return common ?? (/-\p{Lu}/u.test(text) ? undefined : hyphened(lower)) ?? ['NNP'];
  }
  if (/-\p{Lu}/u.test(text)) return ['NNP'];
  return tagsOf(lower) ?? hyphened(lower) ?? guess(lower);
}

/** "Iran-backed", "year-old": adjectives by their ending, whatever stands before it. */
function joined(lower: string): readonly Pos[] | undefined {
  if (!lower.includes('-')) return undefined;
  for (const [pattern, pos] of hyphenTags) if (pattern.test(lower)) return [pos];
  return undefined;
}

function hyphened(lower: string): readonly Pos[] | undefined {
  const cut = lower.lastIndexOf('-');
  if (cut <= 0) return undefined;
  const joint = joined(lower);
  if (joint) return joint;
  if (/^\p{N}/u.test(lower)) return ['JJ'];
  return tagsOf(lower.slice(cut + 1));
}

const NOUN_BEFORE = new Set<Pos>(['DT', 'PRP$', 'JJ', 'JJR', 'JJS', 'CD', 'POS']);
const SUBJECT = new Set<Pos>(['NN', 'NNS', 'NNP', 'PRP', 'WP', 'WDT', 'EX']);
const STARTS_OBJECT = new Set<Pos>(['DT', 'PRP$', 'PRP', 'NNP', 'CD', 'JJ', 'NNS']);

/** Verbs that take an object: with none after them, "killed" and its like are passive. */
const TRANSITIVE = new Set(
  `kill injure wound arrest detain kidnap abduct capture destroy damage behead assassinate murder displace design schedule
  hurt identify name attribute know call plan base design intend target`.split(/\s+/),
);

/** "sent to police departments", "to top officers": no verbs behind "to" where a noun follows. */
const RANKED = new Set(['police', 'top', 'many', 'several', 'such', 'numerous', 'most']);

/** Adverbs between "will" and its verb: "will almost certainly keep". */
const ADVERBS = 4;
const ADVERBIAL = /^(?:RB|PRP)$/;

/** "The group called for attacks", "called on followers to": who calls, not who is called. */
const CALLED_FOR = new Set(['for', 'on', 'upon']);

/** Gives each token of the document its tag and its lemma. */
export function tag(doc: Doc): void {
  const { tokens } = doc;
  for (const { first, last, upper } of doc.sentences) {
    let opens = true;
    const choice: (readonly Pos[])[] = [];
    for (let i = first; i < last; i++) {
      const token = tokens[i]!;
      const tags = candidates(token, upper, opens);
      if (tags[0] !== 'SYM') opens = false;
      else if (OPENS_AGAIN.test(token.text)) opens = true;
      choice.push(tags);
      token.pos = tags[0] === 'SYM' && isPossessive(token.text) && ownsNext(tokens, i, last) ? 'POS' : tags[0]!;
    }
    mend(tokens, choice, first, last);
    mendVerbs(tokens, choice, first, last);
    for (let i = first; i < last; i++) setLemma(tokens[i]!);
  }
}

/** "the rebels' leader": the apostrophe of an owner in -s, where the next word follows behind a space and no quotation ends. */
function ownsNext(tokens: Token[], i: number, last: number): boolean {
  const [before, mark, after] = [tokens[i - 1], tokens[i]!, tokens[i + 1]];
  if (!before || !after || i + 1 >= last || before.end !== mark.start || after.start === mark.end) return false;
  if (!before.lower.endsWith('s') || !/^NN/.test(before.pos) || !/^[\p{L}]/u.test(after.text)) return false;
  for (let k = i - 1; k >= 0 && tokens[k]!.sentence === mark.sentence; k--)
    if (/^[‘'’]$/.test(tokens[k]!.text) && tokens[k]!.pos !== 'POS' && tokens[k]!.end === tokens[k + 1]!.start)
      return false;
  return true;
}

function mend(tokens: Token[], choice: (readonly Pos[])[], first: number, last: number): void {
  for (let i = first; i < last; i++) {
    const token = tokens[i]!;
    const tags = choice[i - first]!;
    if (token.lower === 'dead' && i > first && tokens[i - 1]!.lower === 'shot') token.pos = 'RB'; // "shot dead X"
    if ((token.lower === 'alight' || token.lower === 'ablaze') && tokens[i - 1]?.lower === 'set') token.pos = 'RB';
    if (token.lower === 'had' && /^(?:have|has|had|having)$/.test(tokens[i - 1]?.lower ?? '') && i > first)
      token.pos = 'VBN'; // "having had a hand in it"
    else if (
      token.lower === 'first' &&
      i > first &&
      tokens[i - 1]!.lower === 'at' &&
      !/^NN/.test(choice[i + 1 - first]?.[0] ?? '')
    )
      token.pos = 'RB'; // "at first pointed the finger"
    else if (token.lower === 'can' && i > first && choice[i + 1 - first]?.[0] === 'VBD')
      token.pos = 'NN'; // "hidden in a soda can went off"
    else if (
      token.lower === 'since' &&
      /^(?:has|have|had)$/.test(tokens[i - 1]?.lower ?? '') &&
      i + 1 < last &&
      choice[i + 1 - first]!.includes('VBN')
    )
      token.pos = 'RB'; // "has since taken credit"
    else if (token.lower === 'past' && tokens[i - 1]?.lower === 'the' && i > first && i + 1 < last)
      token.pos = 'JJ'; // "in the past few months"
    else if (token.lower === 'doing' && tokens[i - 1]?.pos === 'PRP$') token.pos = 'NN'; // "this was its doing"
    if (token.lower === 'saying' && i + 1 < last && tokens[i + 1]!.lower === 'that') {
      token.pos = 'VBG'; // "they go on saying that"
      continue;
    }
    if (tags[0] === 'VBD' && tags.length === 1 && auxiliaryBefore(tokens, i, first)) token.pos = 'VBN'; // "had been told"
    if (tags.length < 2 || token.pos === 'RB') continue;
    const has = (pos: Pos): boolean => tags.includes(pos);
    const before = i > first ? tokens[i - 1]! : null;
    const after = i + 1 < last ? tokens[i + 1]! : null;
    const p = before?.pos ?? 'START';
    const n = after ? (choice[i + 1 - first]![0] as Pos) : 'END';

    if (has('POS') && token.text.length > 1) {
      // "the group's leader" against "it's reported"
      token.pos = p === 'PRP' || p === 'WP' || p === 'EX' || (p === 'IN' && before?.lower === 'that') ? 'VBZ' : 'POS';
      continue;
    }
    if (token.lower === 'that' && pointsAtNoun(tokens, i, last, choice, first)) {
      token.pos = 'DT'; // "claimed that attack on Monday"
      continue;
    }
    if (token.lower === 'that' && relative(tokens, choice, i, first, last)) {
      token.pos = 'WDT'; // "a coalition that ties itself to al-Qaida"
      continue;
    }
    if (token.lower === 'that') {
      token.pos =
        p === 'NN' || p === 'NNS' || p === 'NNP'
          ? isVerbTag(n) || n === 'MD'
            ? 'WDT'
            : 'IN'
          : n === 'NN' && !isSpeech(before)
            ? 'DT'
            : 'IN';
      continue;
    }
    if (token.lower === 'her') {
      token.pos = n === 'NN' || n === 'NNS' || n === 'JJ' ? 'PRP$' : 'PRP';
      continue;
    }
    let opening = i - 1;
    while (opening > first && opening > i - ADVERBS && ADVERBIAL.test(tokens[opening]!.pos)) opening--;
    if (opening >= first && /^["“‘]$/.test(tokens[opening]!.text)) opening--; // `would "run red"`
    const verbal =
      opening >= first && /^(?:TO|MD)$/.test(tokens[opening]!.pos) && tokens[opening - 1]?.lower !== 'according';
    const rank = p === 'TO' && RANKED.has(token.lower) && (n === 'NNS' || n === 'NN');
    if (verbal && !rank && (has('VB') || has('VBP'))) {
      token.pos = 'VB';
      continue;
    }
    if (token.lower === 'since' && before?.lemma === 'have' && after?.lower.endsWith('ed')) {
      token.pos = 'RB'; // "has since announced"
      continue;
    }
    const doAux = before?.lemma === 'do' || (p === 'RB' && i - 2 >= first && asVerb(tokens[i - 2]!.form) === 'do');
    if (doAux && has('VB')) {
      token.pos = 'VB';
      continue;
    }
    if (p === 'START' && has('VBN') && (n === 'NN' || n === 'NNS' || n === 'JJ')) {
      token.pos = 'VBN'; // "Suspected militants": no sentence begins with its finite verb
      continue;
    }
    if (token.lower === 'last' && n === 'NNP') {
      token.pos = 'JJ'; // "hurt 17 people last Friday"
      continue;
    }
    if (token.lower === 'left' && n === 'IN' && before && LEFT_LYING.has(before.lower)) {
      token.pos = 'VBN'; // "a parcel bomb left in front of a bakery"
      continue;
    }
    if (ATTRIBUTIVE.has(token.lower) && /^(?:JJ|NNS?|NNP)$/.test(n) && !/^VB/.test(p)) {
      token.pos = 'JJ'; // "a week later, armed separatists"
      continue;
    }
    if (has('VBD') || has('VBN')) {
      if (
        p === 'RB' &&
        n === 'NNS' &&
        has('VBN') &&
        before?.lower.endsWith('ly') &&
        /^(?:IN|DT|JJ)$/.test(tokens[i - 2]?.pos ?? '')
      ) {
        token.pos = 'VBN'; // "that racially motivated extremists"
        continue;
      }
      const auxiliary = auxiliaryBefore(tokens, i, first);
      if (auxiliary === 'be' || auxiliary === 'have') token.pos = 'VBN';
      else if (/^VB[DNZ]$/.test(p) && has('VBN') && (n === 'NN' || n === 'NNS'))
        token.pos = 'VBN'; // "sent armed rangers"
      else if (NOUN_BEFORE.has(p) && (n === 'NN' || n === 'NNS' || n === 'JJ' || n === 'NNP'))
        token.pos = has('VBN') ? 'VBN' : token.pos;
      else if (
        has('NN') &&
        (NOUN_BEFORE.has(p) ||
          (p === 'NN' && tags[0] !== 'VBD' && !STARTS_OBJECT.has(n) && n !== 'RP' && after?.lower !== 'fire'))
      )
        token.pos = 'NN'; // "suspicion fell on": a past tense sooner than a noun
      else if (NOUN_BEFORE.has(p) && p !== 'CD') token.pos = has('JJ') && !SUBJECT.has(n) ? 'JJ' : 'VBN';
      else if (p === 'IN' && before?.lower !== 'that' && before?.lower !== 'after' && has('VBN')) token.pos = 'VBN';
      else if (after?.lower === 'by' && has('VBN')) token.pos = 'VBN';
      else if (
        has('VBN') &&
        TRANSITIVE.has(asVerb(token.form)) &&
        !(token.lower === 'called' && CALLED_FOR.has(after?.lower ?? '')) &&
        !STARTS_OBJECT.has(n) &&
        n !== 'RB' &&
        !numberAhead(tokens, i + 1, last) &&
        !sharesObject(tokens, i, last)
      )
        token.pos = 'VBN';
      else if (SUBJECT.has(p) || p === 'RB' || p === 'SYM' || p === 'CC' || p === 'START' || p === 'CD')
        token.pos = has('VBD') ? 'VBD' : 'VBN';
      else if (has('VBN') && !has('VBD')) token.pos = 'VBN';
      continue;
    }
    if (has('VBG')) {
      if (token.lower === 'warning' && before?.text === ',' && /^(?:that|of|against)$/.test(after?.lower ?? '')) {
        token.pos = 'VBG'; // "sent an alert, warning that"
        continue;
      }
      if (numberAhead(tokens, i + 1, last) && p !== 'DT')
        token.pos = 'VBG'; // "killing at least 60 people"
      else if (has('NN') || has('NNS')) {
        const afterNoun = (p === 'NN' || p === 'NNP') && tags[0] !== 'VBG' && !STARTS_OBJECT.has(n);
        const noun =
          token.lower === 'evening' || NOUN_BEFORE.has(p) || afterNoun || (p === 'IN' && (n === 'IN' || n === 'SYM'));
        token.pos = noun
          ? has('NNS')
            ? 'NNS'
            : 'NN'
          : auxiliaryBefore(tokens, i, first) === 'be' || STARTS_OBJECT.has(n) || n === 'TO'
            ? 'VBG'
            : tags[0]!;
      }
      continue;
    }
    const nounTag = has('NN') ? 'NN' : has('NNS') ? 'NNS' : null;
    const verbTag = has('VBZ') ? 'VBZ' : has('VBP') ? 'VBP' : has('VB') ? 'VB' : null;
    if (nounTag && verbTag) {
      const twoBack = i - 2 >= first ? tokens[i - 2]! : null;
      if (p === 'CC' && twoBack?.pos === 'VB' && has('VB') && (STARTS_OBJECT.has(n) || after?.lower === 'people'))
        token.pos = 'VB'; // "may stab or ram people": a base form joined to another
      else if (p === 'CC' && has('VB') && (n === 'DT' || n === 'PRP$') && isGoverned(tokens, i, first))
        token.pos = 'VB'; // "will bring down lines and burn every lorry"
      else if (p === 'CC' && token.lower === 'mean' && n === 'TO') token.pos = 'VBP';
      else if (token.lower === 'notice' && n === 'TO' && p !== 'PRP')
        token.pos = 'NN'; // "gave outsiders notice to quit"
      else if (token.lower === 'harm' && before?.lower === 'do') token.pos = 'NN';
      else if (token.lower === 'fear' && p === 'NNS' && (n === 'SYM' || n === 'DT'))
        token.pos = 'VBP'; // "…, officials fear"
      else if (p === 'NN' && twoBack?.pos === 'CD' && twoBack.lower !== 'one' && verbTag === 'VBZ')
        token.pos = has('NNS') ? 'NNS' : nounTag; // "two telephone calls"
      else if (p === 'NN' && twoBack?.lower === 'as' && verbTag === 'VBZ' && after?.text === ',')
        token.pos = has('NNS') ? 'NNS' : nounTag; // "places such as bus stops, stations"
      else if (PEOPLE_OR_VERB.has(token.lower) && n === 'VBD')
        token.pos = nounTag; // "ADF suspects raided a mine"
      else if (NOUN_BEFORE.has(p) || p === 'IN' || p === 'VBG' || p === 'VBN') token.pos = nounTag;
      else if (p === 'PRP' || p === 'WP' || p === 'WDT') token.pos = verbTag === 'VB' ? 'VBP' : verbTag;
      else if (
        (p === 'NNS' || p === 'NNP' || p === 'NN') &&
        after &&
        (STARTS_OBJECT.has(n) ||
          numberAhead(tokens, i + 1, last) ||
          n === 'TO' ||
          (n === 'IN' && after.lower === 'that'))
      ) {
        const plural = p === 'NNS' || before?.lower === 'police' || before?.lower === 'people';
        const agrees = (verbTag === 'VBZ') !== plural;
        token.pos = agrees ? (verbTag === 'VB' ? 'VBP' : verbTag) : nounTag;
      } else if (p === 'NNS' && (tags[0] === 'VB' || tags[0] === 'VBP'))
        token.pos = 'VBP'; // "officials go on saying"
      else if (p === 'NN' && tags[0] === 'VBP' && (n === 'IN' || n === 'SYM' || n === 'VBD' || n === 'VBZ'))
        token.pos = nounTag; // "the prime suspect in the bombing"
      else token.pos = p === 'START' && verbTag === 'VBZ' ? nounTag : tags[0] === 'VB' && !verbal ? nounTag : tags[0]!;
      continue;
    }
    if (has('JJ') && has('NNP') && token.capital) {
      token.pos =
        n === 'NN' || n === 'NNS' || n === 'NNP' || n === 'JJ' || n === 'VBN' || n === 'VBG'
          ? 'JJ'
          : p === 'DT'
            ? 'NNP'
            : 'JJ';
      continue;
    }
    if (nounTag && has('JJ')) {
      const beforeNoun = n === 'NN' || n === 'NNS' || n === 'NNP';
      token.pos = beforeNoun
        ? tags[0] === 'NN' || tags[0] === 'NNS'
          ? tags[0]!
          : 'JJ'
        : NOUN_BEFORE.has(p) || p === 'IN' || ((p === 'NN' || p === 'NNP') && HEADS_COMPOUND.has(token.lower))
          ? nounTag
          : tags[0]!;
    }
  }
}

/** Participles that stand before those whom they describe: nobody is told to have armed them. */
const ATTRIBUTIVE = new Set(['armed', 'masked', 'hooded', 'unidentified', 'disguised']);

/** What somebody leaves where it goes off. */
const LEFT_LYING = new Set('bomb bombs device devices bag bags suitcase parcel package rucksack backpack'.split(' '));

/** Plurals of people that are verbs too: before a past tense they are its subject. */
const PEOPLE_OR_VERB = new Set(['suspects', 'rebels', 'guards', 'recruits']);

/** Tokens back in which a modal verb may govern a verb that "and" joins to another. */
const GOVERNED = 12;

/** Does a modal verb stand before, with no other finite verb between? */
function isGoverned(tokens: Token[], i: number, first: number): boolean {
  for (let j = i - 2; j >= first && j >= i - GOVERNED; j--) {
    if (tokens[j]!.pos === 'MD') return true;
    if (/^VB[DPZ]$/.test(tokens[j]!.pos) || tokens[j]!.pos === 'SYM') return false;
  }
  return false;
}

/** Of what may be noun or adjective, those that head a compound: "police chief", "security alert". */
const HEADS_COMPOUND = new Set(
  'chief alert representative executive offensive official militant extremist captive native national'.split(' '),
);

/** "killed and wounded hundreds": two verbs that share the object after the second. */
function sharesObject(tokens: Token[], i: number, last: number): boolean {
  if (i + 3 >= last || tokens[i + 1]!.pos !== 'CC' || !/ed$/.test(tokens[i + 2]!.lower)) return false;
  return STARTS_OBJECT.has(tokens[i + 3]!.pos) || numberAhead(tokens, i + 3, last);
}

/** "at least 60", "more than 150", "an estimated 20": an object that begins with its number's adverb. */
function numberAhead(tokens: Token[], i: number, last: number): boolean {
  for (let j = i; j < last && j < i + 4; j++) {
    if (tokens[j]!.pos === 'CD') return true;
    if (
      !/^(?:at|least|most|more|than|about|around|some|nearly|almost|over|up|to|as|many|an|estimated)$/.test(
        tokens[j]!.lower,
      )
    )
      return false;
  }
  return false;
}

/** "that" before a noun with no verb behind it points at it; before a clause it joins. */
function pointsAtNoun(tokens: Token[], i: number, last: number, choice: (readonly Pos[])[], first: number): boolean {
  const noun = choice[i + 1 - first];
  if (i + 1 >= last || !noun || (noun[0] !== 'NN' && tokens[i + 1]!.lower !== 'attack')) return false;
  const after = i + 2 < last ? choice[i + 2 - first]![0]! : 'SYM';
  return after === 'IN' || after === 'SYM' || after === 'RB' || after === 'TO';
}

const SAYING_NOUN =
  /^(?:claim|report|statement|fear|warning|threat|evidence|sign|fact|suspicion|belief|concern|allegation|rumour|rumor|hope|notice)s?$/;

/** "that" behind a noun and before what can only be a verb: a plural with an object right behind it. */
function relative(tokens: Token[], choice: (readonly Pos[])[], i: number, first: number, last: number): boolean {
  const before = tokens[i - 1];
  if (i <= first || i + 2 >= last || !before || !/^NNP?$/.test(before.pos) || SAYING_NOUN.test(before.lower))
    return false;
  if (!choice[i + 1 - first]!.includes('VBZ')) return false;
  return /^(?:DT|PRP\$|PRP|NNP|CD)$/.test(choice[i + 2 - first]![0]!);
}

const isSpeech = (token: Token | null): boolean => token !== null && isVerbTag(token.pos);

function setLemma(token: Token): void {
  if (isVerbTag(token.pos)) token.lemma = asVerb(token.form);
  else if (token.pos === 'NNS' || token.pos === 'NN') token.lemma = asNoun(token.form);
}
