/**
 * What is known of a word as it is written, whatever its text: looked up once and kept from one text to the next, so that
 * equal words are the same string everywhere and need no hashing or folding again.
 */
import { foldWord } from './fold.js';

export interface Form {
  /** The word as it stands. */
  text: string;
  /** Folded for look-up: lower case, without accents, straight apostrophes. */
  lower: string;
  /** Begins with a capital. */
  capital: boolean;
  /** Of three letters and more: all of them capitals, or not; null for what is shorter or no word. */
  upper: boolean | null;
  hasSmall: boolean;
  /** A mark that ends a sentence; one that closes a quotation or bracket; a word that may begin a sentence. */
  terminal: boolean;
  closing: boolean;
  mayBegin: boolean;
  /** Tags by the surroundings that change them, each found when it is first asked for; see `tagging.ts`. */
  tags: (readonly string[] | undefined)[];
}

/** A word longer than this is no word; its look-up form is cut so that no later step pays for it. */
const LONGEST_WORD = 200;
/** Longer words are rare, and slices of a text would keep it in memory. */
const LONGEST_KEPT = 40;
/** The forms are thrown away before they grow without bound. */
const MOST_FORMS = 60_000;
const forms = new Map<string, Form>();
const TERMINAL = /^[.!?…]+$/u;
const CLOSING = /^["'”’»)\]]+$/u;
const MAY_BEGIN = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}"'“‘«([*•—–-]/u;
const INITIAL = /^[\p{Lu}\p{Lt}]/u;

export function formOf(word: string): Form {
  const known = forms.get(word);
  if (known) return known;
  const keep = word.length <= LONGEST_KEPT;
  const text = keep ? copy(word) : word;
  const lower = foldWord(word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word);
  const form: Form = {
    text,
    lower: lower === text ? text : lower,
    capital: INITIAL.test(word),
    upper: word.length < 3 || !/^\p{L}/u.test(word) ? null : word === word.toUpperCase(),
    hasSmall: /\p{Ll}/u.test(word),
    terminal: TERMINAL.test(word),
    closing: CLOSING.test(word),
    mayBegin: MAY_BEGIN.test(word),
    tags: [undefined, undefined, undefined, undefined],
  };
  if (keep) {
    if (forms.size >= MOST_FORMS) forms.clear();
    forms.set(text, form);
  }
  return form;
}

/** The same characters, but no slice of the text that they come from. */
const copy = (word: string): string => ` ${word}`.slice(1);
