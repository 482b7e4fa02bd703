/** What somebody searches for: its words, and the groups and places that they name. */
import { fold } from '../../catalogue/fold.js';
import { quoted, TAG, type Word, wordsOf } from './lexemes.js';

/** A part of what was asked, all of which must be found. */
export interface Term {
  /** As it was typed. */
  text: string;
  /** Each with its place in the phrase, from 0; several stand together in this order. */
  lexemes: readonly { lexeme: string; place: number }[];
  /** Ids of groups and places that it names: what is about them is found too, whatever it calls them. */
  entities: readonly string[];
  /** Must not be found. */
  not: boolean;
}

/** Ids of groups and places that bear a name; `written` as it was typed, since "IS" is a name and "is" is none. */
export type Namer = (written: string) => readonly string[];

/** Words of a name at most. */
const LONGEST_NAME = 7;

/** One word of what was typed, or a phrase in quotation marks. */
interface Typed {
  text: string;
  phrase: boolean;
  not: boolean;
}

/** `words, "an exact phrase", -without`: cut into what has to be found. */
function typed(q: string): Typed[] {
  return [...q.matchAll(/(-?)(?:["“”]([^"“”]*)["“”]?|([^\s"“”]+))/g)].map(([, minus, phrase, word]) => ({
    text: (phrase ?? word ?? '').trim(),
    phrase: phrase !== undefined,
    not: minus === '-',
  }));
}

/** Every run of words that could be a name, for a look-up before `termsOf`. */
export function namesIn(q: string): string[] {
  const runs = new Set<string>();
  const words = typed(q);
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_NAME); to++) {
      if (words.slice(from, to).some(({ not, phrase }) => (not || phrase) && to > from + 1)) break;
      runs.add(joined(words.slice(from, to)));
    }
  return [...runs].filter((run) => fold(run) !== '');
}

const joined = (words: readonly Typed[]) => words.map(({ text }) => text).join(' ');

/** The terms of what was typed; the longest names first, from left to right. */
export function termsOf(q: string, namer: Namer): Term[] {
  const words = typed(q);
  const terms: Term[] = [];
  for (let from = 0; from < words.length; ) {
    const [first] = words.slice(from);
    if (!first) break;
    const { text, to, entities } = longestName(words, from, namer);
    const term = { text, lexemes: lexemesOf(text), entities, not: first.not };
    // Only signs, or a word that stands in every report.
    if (term.lexemes.length > 0 || entities.length > 0) terms.push(term);
    from = to;
  }
  return terms;
}

function longestName(words: readonly Typed[], from: number, namer: Namer) {
  const alone = words[from] as Typed;
  const most = alone.phrase || alone.not ? 1 : LONGEST_NAME;
  for (let to = Math.min(words.length, from + most); to > from; to--) {
    const run = words.slice(from, to);
    if (run.length > 1 && run.some(({ phrase, not }) => phrase || not)) continue;
    const entities = namer(joined(run));
    if (entities.length > 0) return { text: joined(run), to, entities };
  }
  return { text: alone.text, to: from + 1, entities: [] };
}

function lexemesOf(text: string): Term['lexemes'] {
  const words: Word[] = [...wordsOf(text)];
  const lexemes = words.map(({ lexeme }, place) => ({ lexeme, place })).filter(({ lexeme }) => lexeme !== '');
  const first = lexemes[0]?.place ?? 0;
  return lexemes.map(({ lexeme, place }) => ({ lexeme, place: place - first }));
}

/** The `tsquery` of terms and of tags of which one of each list must stand too; null where nothing is asked. */
export function tsquery(terms: readonly Term[], tags: readonly (readonly string[])[]): string | null {
  const parts = [
    ...terms.map(({ lexemes, entities, not }) => {
      const phrase = lexemes.map(({ lexeme, place }, index) => {
        const gap = place - (lexemes[index - 1]?.place ?? 0);
        return `${index ? ` <${gap}> ` : ''}${quoted(lexeme)}`;
      });
      const either = [
        ...(phrase.length ? [`(${phrase.join('')})`] : []),
        ...entities.map((id) => quoted(TAG.entity(id))),
      ];
      return `${not ? '!' : ''}(${either.join(' | ')})`;
    }),
    ...tags.map((either) => `(${either.map(quoted).join(' | ')})`),
  ];
  return parts.length > 0 ? parts.join(' & ') : null;
}
