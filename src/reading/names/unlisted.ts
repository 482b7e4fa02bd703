/**
 * Groups that no list knows and whose names say nothing ("Iron Dawn", "Gran Grif"), by what stands beside any one of
 * their mentions, and longer names by the acronym in brackets behind them ("Conseil national … (CNRD)").
 */
import { fold } from '../../catalogue/catalogue.js';
import { type Doc, nextMarked, type Token, textOf } from '../doc.js';
import { CAPITALISED } from '../forms.js';
import type { ActorKind } from '../vocabulary.js';
import { isArmedPhrase } from './armed.js';
import { type Book, mentionActor, namedEntity } from './book.js';
import { isNameLike, isTitleCase, runEnd } from './capitals.js';
import { nationOf } from './known-words.js';
import {
  BODY_HEADS,
  BODY_OF,
  FIGHTERS_AFTER,
  FORMING,
  GROUP_CLAIMS,
  GROUP_NAME_WORDS,
  LEADERS_OF,
  MEMBERS_OF,
  RANKS_AFTER,
  STRUGGLE_WORDS,
  WEAK_GROUP_WORDS,
} from './lexicon/bodies.js';
import { GIVEN_NAMES, NAME_PARTICLES, PERSON_PARTICLES, ROLES, TITLE_WORDS } from './lexicon/people.js';
import { PLACE_NOUNS } from './lexicon/sites.js';

/** From this much evidence on, over all mentions, a run of capitals is a group; one word needs more. */
const ENOUGH = 2;
const ENOUGH_FOR_A_WORD = 3;
/** What says outright that it is an armed group: enough for a name that is a place's too. */
const SAID = 4;
const IS_A_PLACE = -2;

interface Run {
  first: number;
  last: number;
}

/** Was there any? */
export function findUnlisted(book: Book): boolean {
  const { doc, taken } = book;
  const runs = new Map<string, { runs: Run[]; score: number }>();
  for (let i = nextMarked(doc, CAPITALISED, 0); i < doc.tokens.length; i = nextMarked(doc, CAPITALISED, i + 1)) {
    if (taken[i] || !isNameLike(doc, i)) continue;
    const last = runEnd(doc, i, taken);
    for (const end of [last, extended(book, last)]) {
      if (end <= i || !mayBeGroup(book, i, end)) continue;
      const key = fold(textOf(doc, i, end));
      const known = runs.get(key);
      const entry = known ?? { runs: [], score: book.catalogue.placesNamed(key).length ? IS_A_PLACE : 0 };
      if (!known) runs.set(key, entry);
      entry.runs.push({ first: i, last: end });
      entry.score += evidence(book, i, end);
    }
    i = last - 1;
  }
  let any = false;
  for (const { runs: found, score } of runs.values()) {
    const [run] = found;
    const words = run!.last - run!.first;
    if (score < (words > 1 || isAcronym(doc.tokens[run!.first]!.text) ? ENOUGH : ENOUGH_FOR_A_WORD)) continue;
    const actor = namedEntity(book, textOf(doc, run!.first, run!.last), 'group');
    actor.kind = 'group';
    for (const each of found) if (!taken[each.first] && !taken[each.last - 1]) mentionActor(book, actor, each);
    any = true;
  }
  return any;
}

const isAcronym = (text: string): boolean => /^\p{Lu}[\p{Lu}\p{N}-]{2,}$/u.test(text);

/** "Servants of the Word": the end of the name over "of" and "for", or 0. */
function extended({ doc, taken }: Book, last: number): number {
  const { tokens } = doc;
  if (!/^(?:of|for)$/.test(tokens[last]?.lower ?? '') || tokens[last]!.sentence !== tokens[last - 1]!.sentence)
    return 0;
  const next = tokens[last + 1]?.lower === 'the' ? last + 2 : last + 1;
  const opens = tokens[next]?.sentence === tokens[last]!.sentence && !taken[next] && isNameLike(doc, next);
  return opens ? runEnd(doc, next, taken) : 0;
}

/** Nothing in it makes it a person's, a place's or an office's. */
function mayBeGroup({ doc }: Book, first: number, last: number): boolean {
  const { tokens } = doc;
  const opening = tokens[first]!.lower;
  if (TITLE_WORDS.has(opening) || ROLES.has(opening) || opening === 'abu') return false;
  // "the leader Abubakar Shekau"
  if (ROLES.has(tokens[first - 1]?.lower ?? '') && tokens[first - 1]!.sentence === tokens[first]!.sentence)
    return false;
  if (GIVEN_NAMES.has(opening) || NAME_PARTICLES.has(opening)) return false;
  if (isTitleCase(doc, tokens[first]!.sentence) && last - first > 1) return false;
  let nations = 0;
  for (let i = first; i < last; i++) {
    const { lower } = tokens[i]!;
    if (PLACE_NOUNS.has(lower) || BODY_HEADS.has(lower)) return false;
    if (PERSON_PARTICLES.test(lower) && last - first < 3) return false;
    if (nationOf(tokens[i]!.form) !== null) nations++;
  }
  return nations < last - first;
}

/** How much what stands beside this mention speaks for a group. */
function evidence(book: Book, first: number, last: number): number {
  const { tokens } = book.doc;
  const { sentence } = tokens[first]!;
  let score = 0;
  let i = first - 1;
  while (i > 0 && /^(?:the|["“‘'(]|outlawed|banned|proscribed|rival|so-called|then|own)$/.test(tokens[i]!.lower)) i--;
  const before = tokens[i]?.sentence === sentence ? tokens[i] : undefined;
  if (before && FORMING.has(before.lower)) score += 2;
  if (before && /^(?:of|to|in|for|within|from)$/.test(before.lower)) {
    const noun = tokens[i - 1]?.lower ?? '';
    if (MEMBERS_OF.has(noun)) score += 2;
    else if (LEADERS_OF.has(noun)) score += 1;
  }
  let j = last;
  if (tokens[j]?.text === '(' && tokens[j + 2]?.text === ')') j += 3;
  const after = tokens[j]?.sentence === sentence ? tokens[j] : undefined;
  if (!after) return score;
  if (!after.capital && FIGHTERS_AFTER.has(after.lower)) score += 2;
  else if (!after.capital && RANKS_AFTER.has(after.lower)) score += 1;
  return score + told(book, j);
}

/** "X, led by Y", "X, whose fighters", "X is a militia that", "X claimed responsibility". */
function told(book: Book, after: number): number {
  const { tokens } = book.doc;
  let j = after;
  const comma = tokens[j]?.text === ',';
  if (comma) j++;
  const { lower, lemma } = tokens[j] ?? { lower: '', lemma: '' };
  const next = tokens[j + 1]?.lower ?? '';
  if (comma && lower === 'whose') return MEMBERS_OF.has(next) || LEADERS_OF.has(next) ? 2 : 0;
  if (/^(?:an?|the)$/.test(lower) && comma) return isArmedPhrase(book.doc, j) ? SAID : 0;
  if (/^(?:is|are|was|were)$/.test(lower) && !comma) {
    if (/^(?:an?|the)$/.test(next)) return isArmedPhrase(book.doc, j + 1) ? SAID : 0;
    return /^(?:led|headed|commanded)$/.test(next) && tokens[j + 2]?.lower === 'by' ? 2 : 0;
  }
  if (comma && next === 'by' && /^(?:led|headed|commanded)$/.test(lower)) return 2;
  if (comma && next === 'by' && /^(?:founded|formed|created|established|run)$/.test(lower)) return 1;
  // "X quit the front", "X's fighters"
  if (!comma && /^(?:quit|splintered|seceded)$/.test(lower)) return 2;
  if (tokens[j]?.pos === 'POS') return MEMBERS_OF.has(next) ? 2 : LEADERS_OF.has(next) ? 1 : 0;
  return GROUP_CLAIMS.has(lemma) && /^(?:responsibility|allegiance|credit)$/.test(next) ? 1 : 0;
}

/** "Conseil national pour le renouveau et la démocratie (CNRD)": names by the acronym behind them. */
export function findByAcronym(book: Book): void {
  const { doc, taken } = book;
  const { tokens } = doc;
  for (let i = 3; i + 1 < tokens.length; i++) {
    if (tokens[i + 1]!.text !== ')' || tokens[i - 1]!.text !== '(' || !isAcronym(tokens[i]!.text)) continue;
    if (taken[i] || taken[i - 2]) continue;
    const first = spelledFrom(book, i);
    if (first < 0) continue;
    const kind = kindOfWords(tokens.slice(first, i - 1));
    const actor = namedEntity(book, textOf(doc, first, i - 1), kind);
    mentionActor(book, actor, { first, last: i - 1 });
    mentionActor(book, actor, { first: i, last: i + 1 });
  }
}

/** Words that an acronym may pass over. */
const PASSED =
  /^(?:of|for|the|and|on|in|to|de|del|della|du|des|la|le|les|el|los|las|y|e|et|pour|para|per|por|und|der|die|das|für|l'|d'|al|da|do|dos)$/;
/** Most words in a name that an acronym stands for. */
const LONGEST = 14;

/** First token of the words right before the bracket whose initials spell the acronym at token i, or -1. */
function spelledFrom({ doc, taken }: Book, i: number): number {
  const { tokens } = doc;
  const letters = tokens[i]!.lower.replace(/[^\p{L}]/gu, '');
  /** With so many letters still to be spelled by the words up to token j. */
  const back = (j: number, left: number): number => {
    const token = tokens[j];
    if (!token || taken[j] || j <= i - 2 - LONGEST || token.sentence !== tokens[i]!.sentence) return -1;
    if (!/^\p{L}/u.test(token.text)) return -1;
    if (PASSED.test(token.lower)) {
      const over = back(j - 1, left);
      if (over >= 0) return over;
    }
    const initials = token.lower
      .replace(/^[ld]['’]/, '')
      .split(/[-‐‑]/)
      .map((part) => part[0] ?? '')
      .join('');
    const taking = letters.slice(0, left).endsWith(initials)
      ? initials.length
      : letters[left - 1] === initials[0]
        ? 1
        : 0;
    if (taking === 0) return -1;
    if (left === taking) return token.capital ? j : -1;
    return back(j - 1, left - taking);
  };
  const spelled = back(i - 2, letters.length);
  return spelled >= 0 ? spelled : headedFrom(doc, taken, i);
}

/** "Alliance of Patriots for a Free and Sovereign Congo (APCLS)": an acronym of another language, behind a name that begins as a body's does. */
function headedFrom({ tokens }: Doc, taken: Uint8Array, i: number): number {
  let first = -1;
  let capitals = 0;
  for (let j = i - 2; j > i - 2 - LONGEST && j >= 0; j--) {
    const { lower, sentence, capital } = tokens[j]!;
    if (taken[j] || sentence !== tokens[i]!.sentence) break;
    if (!capital && !PASSED.test(lower) && !/^an?$/.test(lower)) break;
    if (capital) capitals++;
    if (capital && capitals > 2 && HEADS_OF.has(lower)) first = j;
  }
  return first;
}
const HEADS_OF = new Set(
  'alliance union front movement army forces party coalition council congress league brigade group organization organisation cooperative'.split(
    ' ',
  ),
);

function kindOfWords(words: readonly Token[]): ActorKind {
  const has = (list: { has(word: string): boolean }): boolean =>
    words.some(({ lower }) => lower.split(/[-‐‑']/).some((part) => list.has(part)));
  if (has(STRUGGLE_WORDS) || has(GROUP_NAME_WORDS) || has(WEAK_GROUP_WORDS)) return 'group';
  const [body] = words.filter(({ lower }) => BODY_HEADS.has(lower));
  return body ? BODY_HEADS.get(body.lower)! : has(BODY_OF) ? 'group' : 'organisation';
}
