/** From tokens to sentences and paragraphs: full stops, blank lines, list items, headings, hard-wrapped lines. */
import type { Sentence } from './doc.js';
import type { Form } from './forms.js';
import { ABBREVIATIONS, ABBREVIATIONS_BEFORE_NUMBERS } from './lexicon/abbreviations.js';

/** A text with a longer line than this is not hard-wrapped: each of its line breaks was meant. */
const LONGEST_WRAPPED_LINE = 110;
const BULLET = /^\s*(?:[*•·◦▪‣–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s/u;
const NEWLINE = 10;
/**
 * Tokens: no sentence is longer. What goes on without a full stop, a list, a table, the words of a page without its marks,
 * is cut, since what is found in a sentence is weighed against what else is in it.
 */
const LONGEST_SENTENCE = 400;

/** Offsets of line breaks that end a sentence whatever the words are: paragraphs, list items, headings. */
export function hardBreaks(text: string): { paragraphs: Set<number>; lines: Set<number> } {
  const paragraphs = new Set<number>();
  const lines = new Set<number>();
  const all = text.split('\n');
  let width = 0;
  for (const line of all) width = Math.max(width, line.trimEnd().length);
  const wrapped = width <= LONGEST_WRAPPED_LINE;
  let offset = 0;
  for (let i = 0; i < all.length - 1; i++) {
    const line = all[i]!.trim();
    offset += all[i]!.length;
    const next = all[i + 1]!.trim();
    const nextWord = /^\S*/.exec(next)![0];
    if (line === '' || next === '') paragraphs.add(offset);
    else if (BULLET.test(all[i + 1]!)) paragraphs.add(offset);
    else if (!wrapped) paragraphs.add(offset);
    // The writer broke the line although the next word had room: a heading, an address, a header field.
    else if (line.length + 1 + nextWord.length < width * 0.8 && !/[,;]$/.test(line) && /^[\p{Lu}\p{N}"“*]/u.test(next))
      lines.add(offset);
    offset += 1;
  }
  return { paragraphs, lines };
}

function isAbbreviation(words: readonly Form[], i: number): boolean {
  const { text: word, lower } = words[i - 1]!;
  if (word.length === 1 && /\p{Lu}/u.test(word)) return true; // an initial
  if (ABBREVIATIONS.has(lower)) return true;
  return ABBREVIATIONS_BEFORE_NUMBERS.has(lower) && /^\p{N}/u.test(words[i + 1]?.text ?? '');
}

/** Sentences as token spans, together covering all tokens. `spans` are as of `tokenSpans`, `words` the forms of the tokens. */
export function findSentences(text: string, spans: readonly number[], words: readonly Form[]): Sentence[] {
  const { paragraphs, lines } = hardBreaks(text);
  const sentences: Sentence[] = [];
  let first = 0;
  let paragraph = 0;
  const close = (last: number, newParagraph: boolean): void => {
    if (last > first) sentences.push({ first, last, paragraph, upper: isUpper(words, first, last) });
    first = last;
    if (newParagraph) paragraph++;
  };
  for (let i = 0; i < words.length; i++) {
    if (i - first === LONGEST_SENTENCE) close(i, false);
    const end = spans[2 * i + 1]!;
    const nextStart = spans[2 * i + 2] ?? text.length;
    if (nextStart > end) {
      let kind: 'paragraph' | 'line' | null = null;
      for (let at = end; at < nextStart; at++) {
        if (text.charCodeAt(at) !== NEWLINE) continue;
        if (paragraphs.has(at)) kind = 'paragraph';
        else if (lines.has(at)) kind ??= 'line';
      }
      if (kind) {
        close(i + 1, kind === 'paragraph');
        continue;
      }
    }
    if (nextStart === end && i + 1 < words.length) {
      if (!(words[i]!.closing && i > 0 && words[i - 1]!.terminal)) continue;
    }
    const closes = words[i]!.closing && i > 0 && spans[2 * i - 1] === spans[2 * i];
    const stop = closes ? i - 1 : i;
    const next = words[i + 1];
    if (!next?.mayBegin) continue;
    const { terminal, text: word } = words[stop]!;
    if (terminal) {
      if (word === '.' && stop > 0 && spans[2 * stop] === spans[2 * stop - 1] && isAbbreviation(words, stop)) continue;
      close(i + 1, false);
    } else if (word.length > 3 && /^(?:\p{L}\.){2,}$/u.test(word) && startsLikeSentence(next.text)) close(i + 1, false);
  }
  close(words.length, true);
  // In a text of capitals the shortest sentences are no exception.
  if (sentences.filter(({ upper }) => upper).length * 2 > sentences.length)
    for (const sentence of sentences)
      sentence.upper ||= !words.slice(sentence.first, sentence.last).some(({ hasSmall }) => hasSmall);
  return sentences;
}

/** After "U.S." only a word that rarely follows it in mid-sentence begins a new one. */
const startsLikeSentence = (next: string): boolean =>
  /^(?:The|He|She|It|They|In|On|At|But|And|A|An|No|This|That|There|We|I|After|Before|When|While)$/.test(next);

/** Do nearly all letters stand in capitals, in at least two longer words? */
function isUpper(words: readonly Form[], first: number, last: number): boolean {
  let upper = 0;
  let lower = 0;
  for (let i = first; i < last; i++) {
    const written = words[i]!.upper;
    if (written === true) upper++;
    else if (written === false) lower++;
  }
  return upper >= 2 && lower <= upper * 0.1;
}
