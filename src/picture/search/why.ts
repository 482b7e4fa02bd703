/** Why something was found: the words asked for, in the sentence in which they stand. */
import type { Reading, Span } from '../../reading/schema.js';
import type { Known } from '../refs.js';
import { sentenceAround } from '../sentence.js';
import { entitiesIn } from './entries.js';
import { wordsOf } from './lexemes.js';
import type { Term } from './query.js';

export interface Mark {
  /** Offsets in the text of the report. */
  at: Span;
  /** The word of the question that is met here, as it was typed. */
  term: string;
  /** The id of the group or place that both the question and these words mean; null where it is the word itself. */
  entity: string | null;
}

export interface Passage {
  at: Span;
  text: string;
  marks: Mark[];
}

/** Where the terms are met in these spans of the report, in the order of the text; none lies over another. */
function marksIn(reading: Reading, spans: readonly Span[], terms: readonly Term[], known: Known): Mark[] {
  const { text } = reading.report;
  const asked = terms.filter(({ not }) => !not);
  const marks = [...spans.flatMap((span) => wordMarks(text, span, asked)), ...nameMarks(reading, spans, asked, known)];
  const kept: Mark[] = [];
  for (const mark of marks.sort((a, b) => a.at[0] - b.at[0] || b.at[1] - a.at[1]))
    if (mark.at[0] >= (kept.at(-1)?.at[1] ?? 0)) kept.push(mark);
  return kept;
}

function wordMarks(text: string, [start, end]: Span, terms: readonly Term[]): Mark[] {
  const words = [...wordsOf(text.slice(start, end))];
  return words.flatMap((word, index) =>
    terms.flatMap(({ text: term, lexemes }): Mark[] => {
      const [first] = lexemes;
      if (first?.lexeme !== word.lexeme) return [];
      if (!lexemes.every(({ lexeme, place }) => words[index + place]?.lexeme === lexeme)) return [];
      const last = words[index + (lexemes.at(-1)?.place ?? 0)] ?? word;
      return [{ at: [start + word.at[0], start + last.at[1]], term, entity: null }];
    }),
  );
}

function nameMarks(reading: Reading, spans: readonly Span[], terms: readonly Term[], known: Known): Mark[] {
  if (terms.every(({ entities }) => entities.length === 0)) return [];
  const meaning = entitiesIn(reading, known);
  const mentions = new Map([...reading.actors, ...reading.places].map(({ id, mentions }) => [id, mentions]));
  return terms.flatMap(({ text: term, entities }) =>
    entities.flatMap((entity) =>
      (meaning.get(entity) ?? []).flatMap((own) =>
        (mentions.get(own) ?? [])
          .filter(([start, end]) => spans.some((span) => span[0] <= start && end <= span[1]))
          .map((at): Mark => ({ at, term, entity })),
      ),
    ),
  );
}

/**
 * The quotes of a statement in which terms are met (its first where none is), and for those that are met in none of
 * them the place in the report where the group or place that is meant is named.
 */
export function passagesOf(
  reading: Reading,
  quotes: readonly Span[],
  terms: readonly Term[],
  known: Known,
): { passages: Passage[]; elsewhere: Passage[] } {
  const marks = marksIn(reading, quotes, terms, known);
  const cut = cutOut(reading, quotes, marks);
  const marked = cut.filter((passage) => passage.marks.length > 0);
  const unmet = terms.filter(({ text, entities }) => entities.length > 0 && !marks.some(({ term }) => term === text));
  const elsewhere = unmet.length > 0 ? passagesIn(reading, unmet, known) : [];
  return {
    passages: marked.length > 0 ? marked : cut.slice(0, 1),
    elsewhere: elsewhere.filter((passage) => passage.marks.length > 0),
  };
}

function cutOut({ report: { text } }: Reading, spans: readonly Span[], marks: readonly Mark[]): Passage[] {
  return spans.map((at) => ({
    at,
    text: text.slice(at[0], at[1]),
    marks: marks.filter((mark) => at[0] <= mark.at[0] && mark.at[1] <= at[1]),
  }));
}

/** The places in a report where the terms are met: for each the first, with what stands around it; where they touch, one. */
export function passagesIn(reading: Reading, terms: readonly Term[], known: Known): Passage[] {
  const { text } = reading.report;
  const marks = marksIn(reading, [[0, text.length]], terms, known);
  const first = terms.flatMap(({ text: term }) => marks.find((mark) => mark.term === term) ?? []);
  const spans: Span[] = [];
  for (const { at } of first.sort((a, b) => a.at[0] - b.at[0])) {
    const around = sentenceAround(text, at);
    const last = spans.at(-1);
    if (last && around[0] < last[1]) last[1] = Math.max(last[1], around[1]);
    else spans.push(around);
  }
  return cutOut(reading, spans.length > 0 ? spans : [sentenceAround(text, [0, 0])], marks);
}
