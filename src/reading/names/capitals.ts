/** Which tokens look like parts of names, and runs of them. */
import type { Doc, Token } from '../doc.js';
import { hasArticle, perForm } from '../forms.js';
import { GIVEN_NAMES, NAME_PARTICLES } from './lexicon/people.js';

/** No name has more tokens; longer runs of capitals are cut, so that every step stays linear. */
export const LONGEST_NAME = 14;
const CALENDAR = new Set(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun easter christmas ramadan muharram ashura
  gmt utc am pm`.split(/\s+/),
);
/** Capitals that begin sentences or headings and are no names whatever the tagger makes of them. */
const NEVER =
  /^(?:the|a|an|this|that|these|those|he|she|it|they|we|you|i|his|her|its|their|our|in|on|at|of|for|to|from|by|with|and|or|but|no|not|if|as|so|when|while|after|before|since|until|there|here|what|who|whose|how|why|where|some|all|both|each|any|many|more|most|one|two|three|four|five|six|seven|eight|nine|ten|mr|mrs|ms)$/;

/** May this token begin or be part of a name? */
export function isNameLike(doc: Doc, i: number): boolean {
  const token = i < 0 ? undefined : doc.tokens[i];
  if (!token) return false;
  if (!token.capital) return hasArticle(token.form);
  const kind = capitalKind(token.form);
  return kind === NAME || (kind === DAY && isSurnameToo(doc, i));
}

const NO_NAME = 0;
const DAY = 1;
const NAME = 2;
/** What a word is when it has a capital. */
const capitalKind = perForm(({ lower }) => (NEVER.test(lower) ? NO_NAME : CALENDAR.has(lower) ? DAY : NAME));

/** "Theresa May", "Jim March": a month's name right after a given name, no day behind it. */
function isSurnameToo({ tokens }: Doc, i: number): boolean {
  const { lower } = tokens[i]!;
  // "Hakim Jan": no month stands behind another name
  if (lower === 'jan')
    return (
      tokens[i - 1]?.pos === 'NNP' &&
      tokens[i - 1]!.sentence === tokens[i]!.sentence &&
      !/^[\p{N}.]/u.test(tokens[i + 1]?.text ?? '')
    );
  if (!/^(?:may|march|august|sun)$/.test(lower)) return false;
  return GIVEN_NAMES.has(tokens[i - 1]?.lower ?? '') && !/^\p{N}/u.test(tokens[i + 1]?.text ?? '');
}

/** May a name of the catalogue begin here? In capitals throughout, at any word that is no function word. */
export function mayBeginKnown(doc: Doc, i: number): boolean {
  const token = doc.tokens[i];
  if (!token || !doc.sentences[token.sentence]?.upper) return isNameLike(doc, i) || beginsWithNumber(doc, i);
  return /^(?:NN|JJ|VB)/.test(token.pos) && !NEVER.test(token.lower) && !CALENDAR.has(token.lower);
}

/** "400 Mawozo", "the November 17 group": names that begin as a number or a date does. */
function beginsWithNumber(doc: Doc, i: number): boolean {
  const token = doc.tokens[i]!;
  if (/^\p{N}/u.test(token.text)) return doc.tokens[i + 1]?.capital === true && isNameLike(doc, i + 1);
  return (
    /^\p{N}{1,2}$/u.test(doc.tokens[i + 1]?.text ?? '') &&
    /^(?:group|organi[sz]ation)$/.test(doc.tokens[i + 2]?.lower ?? '')
  );
}

/** First word of its sentence, bullets and quotation marks aside: its capital tells nothing. */
export function opensSentence(doc: Doc, i: number): boolean {
  const token = doc.tokens[i];
  const sentence = token && doc.sentences[token.sentence];
  if (!sentence) return false;
  for (let j = i - 1; j >= sentence.first; j--) {
    const before = doc.tokens[j] as Token;
    if (before.pos === 'SYM' && /["“”'‘*•(\-–—.]/.test(before.text)) continue;
    return /^[:.!?]$/.test(before.text);
  }
  return true;
}

/** So many spaces part the columns of a form. */
const COLUMN = 3;

/**
 * End of the run of name tokens that begins at i: capitals, with particles ("bin", "de la"), initials and
 * abbreviations ("B.", "St.") between them, within one sentence. i itself must be name-like.
 */
export function runEnd(doc: Doc, i: number, taken: Uint8Array, joins: ReadonlySet<string> = NAME_PARTICLES): number {
  const { tokens } = doc;
  const last = Math.min(doc.sentences[tokens[i]?.sentence ?? -1]?.last ?? i + 1, i + LONGEST_NAME);
  let end = i + 1;
  while (end < last && !taken[end]) {
    const token = tokens[end] as Token;
    if (token.start - tokens[end - 1]!.end >= COLUMN) break; // "NAME: Basit Dar      REWARD: …"
    if (isNameLike(doc, end)) end++;
    else if (
      token.text === '.' &&
      isShort(tokens[end - 1]) &&
      token.start === tokens[end - 1]?.end &&
      end + 1 < last &&
      isNameLike(doc, end + 1) &&
      !taken[end + 1]
    )
      end++;
    else {
      let next = end;
      while (next < last && next < end + 2 && joins.has((tokens[next] as Token).lower) && !taken[next]) next++;
      if (next === end || next >= last || !isNameLike(doc, next) || taken[next]) break;
      end = next + 1;
    }
  }
  return end;
}

/** An initial or an abbreviation, after which a full stop does not end the name. */
const isShort = (token: Token | undefined): boolean =>
  token !== undefined &&
  (/^\p{Lu}$/u.test(token.text) ||
    /^(?:st|gen|lt|col|maj|capt|sgt|brig|adm|gov|sen|rep|dr|mr|mrs|ms|prof|mt|ft|rev|fr|jr|hon|cpl|cmdr|insp|supt)$/.test(
      token.lower,
    ));

/** A heading in which most words have capitals: they tell less there. */
export function isTitleCase(doc: Doc, sentence: number): boolean {
  const { first, last, upper } = doc.sentences[sentence] ?? { first: 0, last: 0, upper: false };
  if (upper || last - first > 25) return false;
  let capitals = 0;
  let words = 0;
  for (let i = first; i < last; i++) {
    const token = doc.tokens[i] as Token;
    if (token.text.length < 4 || token.form.upper === null) continue;
    words++;
    if (token.capital) capitals++;
  }
  return words >= 3 && capitals >= words * 0.8;
}
