/**
 * What is known of a word as it is written, whatever its text: looked up once and kept from one text to the next, so that
 * equal words are the same string everywhere and need no hashing or folding again.
 */
import { fold } from '../catalogue/fold.js';
import { foldWord, interned } from './fold.js';
import { nounLemma, verbLemma } from './words.js';

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
  /** The marks on the word, as bits; see `mark`. */
  marks: number;
  /** What stages asked of the word; see `perForm`. */
  answers: unknown[];
}

/** Tests of the marks in their order. */
const marked: ((form: Form) => boolean)[] = [];

/**
 * A mark on the words that pass a test: a bit, by which `nextMarked` finds them in a text without a look at the others.
 * For words that a stage looks for in all of a text. Marks are made while modules are loaded, before any text is read.
 */
export function mark(test: (form: Form) => boolean): number {
  if (marked.length === 31) throw new RangeError('all the bits for marks are taken: use perForm');
  return 1 << (marked.push(test) - 1);
}

function marksOf(form: Form): number {
  let marks = 0;
  for (let i = 0; i < marked.length; i++) if (marked[i]!(form)) marks |= 1 << i;
  return marks;
}

let questions = 0;

/**
 * A question about a word alone, which is asked once of each word and not of each token: for patterns, lists and
 * look-ups that every token would pay for. The answer may depend on nothing but the form; it is never undefined.
 */
export function perForm<Answer>(ask: (form: Form) => Answer): (form: Form) => Answer {
  const question = questions++;
  return (form) => {
    const known = form.answers[question];
    if (known !== undefined) return known as Answer;
    const answer = ask(form);
    form.answers[question] = answer;
    return answer;
  };
}

/** The word, and its look-up form, as names are folded for the catalogue. */
export const foldedText = perForm(({ text }) => fold(text));
export const foldedLower = perForm(({ lower }) => fold(lower));
const WITH_ARTICLE = /^\p{Ll}{1,4}['’‘ʼ\-‐‑]\p{Lu}/u;
/** "al-Shabaab", "d'Ivoire": a name's capital behind an article. */
export const hasArticle = perForm(({ text, lower }) => text !== lower && WITH_ARTICLE.test(text));
/** Begins with a capital, with or without an article before it; in text that is all capitals every word has the mark. */
export const CAPITALISED = mark((form) => form.capital || hasArticle(form));

/** Is the word one of these, as it stands? */
export const isOneOf = (words: { has(word: string): boolean }): ((form: Form) => boolean) =>
  perForm(({ lower }) => words.has(lower));
/** May a token of this word have one of these as its lemma? What may not needs no further look. */
export const mayBe = (lemmas: { has(word: string): boolean }): ((form: Form) => boolean) =>
  perForm((form) => lemmas.has(form.lower) || lemmas.has(asVerb(form)) || lemmas.has(asNoun(form)));

/** Base form as a verb, and singular as a noun, whichever it is here. */
export const asVerb = perForm(({ lower }) => interned(verbLemma(lower)));
export const asNoun = perForm(({ lower }) => interned(nounLemma(lower)));

/** A word longer than this is no word; its look-up form is cut so that no later step pays for it. */
const LONGEST_WORD = 200;
/** Longer words are rare, and slices of a text would keep it in memory. */
const LONGEST_KEPT = 40;
/** The forms are thrown away before they grow without bound. */
const MOST_FORMS = 40_000;
const forms = new Map<string, Form>();
const TERMINAL = /^[.!?…]+$/u;
const CLOSING = /^["'”’»)\]]+$/u;
const MAY_BEGIN = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}"'“‘«([*•—–-]/u;
const INITIAL = /^[\p{Lu}\p{Lt}]/u;

export function formOf(word: string): Form {
  const known = forms.get(word);
  if (known) return known;
  const keep = word.length <= LONGEST_KEPT;
  const text = keep ? interned(word) : word;
  const lower = interned(foldWord(word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word));
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
    marks: 0,
    answers: new Array(questions).fill(undefined),
  };
  form.marks = marksOf(form);
  if (keep) {
    if (forms.size >= MOST_FORMS) forms.clear();
    forms.set(text, form);
  }
  return form;
}
